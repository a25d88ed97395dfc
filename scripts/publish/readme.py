"""What the build writes in pages that people write: blocks, and the output of examples."""

from __future__ import annotations

import contextlib
import doctest
import functools
import io
import os
import re
import shlex
import tempfile
import unittest.mock
from collections.abc import Iterator
from pathlib import Path

from dutchcabinets import _package
from dutchcabinets.cli.main import main
from scripts.cells import Tables
from scripts.problems import BadInput, Problem
from scripts.publish import summaries
from scripts.publish.markdown import markdown_table
from scripts.publish.pages.falls import coded_elsewhere
from scripts.publish.place import Outputs
from scripts.schema import Schema


def readme_blocks(schema: Schema, curated: Tables, tables: Tables) -> dict[str, str]:
    """The blocks of the README by name."""
    return {
        "scope": summaries.scope(schema, tables),
        "longest": _picture(schema, "formations"),
        "timeline": _picture(schema, "timeline"),
        "caretaker": _picture(schema, "caretaker"),
        "sureness": _sureness(curated, tables),
    }


_PICTURES = {
    "formations": "Formations since 1946 by length, each bar split into its commissions",
    "timeline": "All cabinets since 1848 on a timeline, by the families of their parties",
    "caretaker": "Days under a caretaker cabinet, by decade",
}
"""What is said in place of a picture of docs/figures where it can't be seen."""


def _picture(schema: Schema, name: str) -> str:
    """A picture that follows the theme of the reader."""
    at = schema.package["files_at"]
    start = f"{at.rstrip('/')}/docs/figures/{name}-en" if at else f"docs/figures/{name}-en"
    return (
        f'<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="{start}-dark.png">\n'
        f'  <img alt="{_PICTURES[name]}" src="{start}-light.png" width="800">\n</picture>'
    )


def records_blocks(schema: Schema, tables: Tables) -> dict[str, str]:
    """The blocks of the page on records by name."""
    top = "\n".join(summaries.ranking(tables).splitlines()[:12])
    return {
        "claims": f"{summaries.verdicts(schema, tables)}.",
        "falls": f"{summaries.falls_by_period(schema, tables)}\n\n{coded_elsewhere(tables)}.",
        "ranking": f"```text\n{top}\n```",
        "records": f"```text\n{summaries.records(tables)}\n```",
    }


def files_blocks(schema: Schema, tables: Tables) -> dict[str, str]:
    """The block of the page on files: the tables."""
    listed = (
        [f"`{table.name}`", table.row, f"{len(tables[table.name]):,}"]
        for table in schema.tables.values()
    )
    return {"tables": markdown_table(["table", "one row is", "rows"], listed)}


def _sureness(curated: Tables, tables: Tables) -> str:
    exceptions = len(tables["evidence_exceptions"])
    said, sources = tables["evidence"], tables["sources"]
    differs = sum(row["stance"] == "differs" for row in said)
    families = len({row["family"] for row in sources})
    listed = f"{exceptions} cells are listed in `evidence_exceptions` with what was tried"
    counted = f"{len(said):,} statements of {len(sources):,} sources in {families} families"
    return (
        f"{summaries.sureness(curated)}; {listed}.\n"
        f"In all {counted} are recorded; {differs} of them differ from the adopted value."
    )


def run_examples(name: str, document: str, outputs: Outputs) -> str:
    """A document whose examples print what they print with the new tables.

    Raises:
        BadInput: an example ends with an error; those after it are not tried.
    """
    parts = doctest.DocTestParser().parse(document)
    names: dict[str, object] = {}
    with _installed(outputs):
        run = [part if isinstance(part, str) else _run(name, part, names) for part in parts]
    return "".join(run)


@contextlib.contextmanager
def _installed(outputs: Outputs) -> Iterator[None]:
    """While this lasts the package reads the given files."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in outputs.items():
            Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, path).write_bytes(content)
        with unittest.mock.patch.object(_package, "root", return_value=folder):
            yield


def run_commands(name: str, document: str, outputs: Outputs) -> str:
    """A document whose commands ("$ dutchcabinets ...") print what they print with the new tables.

    Raises:
        BadInput: a command ends with an error.
    """
    with _installed(outputs), unittest.mock.patch.dict(os.environ, COLUMNS="80"):
        return _COMMAND.sub(functools.partial(_told, name), document)


# `export` writes a file and prints nothing that could change.
_COMMAND = re.compile(
    r"(?m)^\$ dutchcabinets (?!export)(?P<words>.*?)(?: \| head -(?P<lines>\d+))?\n"
    r"(?:(?!\$ |```).*\n)*?(?P<gap>\n*)(?=\$ |```)"
)


def _told(name: str, found: re.Match[str]) -> str:
    """A command with what it prints, or with the first lines of that."""
    words, lines, gap = found.groups()
    sink = io.StringIO()
    with contextlib.redirect_stdout(sink), contextlib.redirect_stderr(sink):
        code = main(shlex.split(words))
    printed = sink.getvalue().splitlines()
    if code:
        line = found.string.count("\n", 0, found.start()) + 1
        raise BadInput([Problem(name, line, "example", "a command that runs", printed[-1])])
    head = f" | head -{lines}" if lines else ""
    shown = "\n".join(printed[: int(lines)] if lines else printed).rstrip()
    return f"$ dutchcabinets {words}{head}\n{shown}\n{gap}"


def _run(name: str, example: doctest.Example, names: dict[str, object]) -> str:
    """An example with what it prints, in the notation of a session."""
    sink = io.StringIO()
    try:
        with contextlib.redirect_stdout(sink):
            exec(compile(example.source, name, "single"), names)
    except Exception as error:
        found = f"{type(error).__name__}: {error}"
        fault = Problem(name, example.lineno + 1, "example", "code that runs", found)
        raise BadInput([fault]) from error
    first, *more = example.source.splitlines()
    source = "\n".join([f">>> {first}", *(f"... {line}".rstrip() for line in more)])
    lines = (line.rstrip() or "<BLANKLINE>" for line in sink.getvalue().splitlines())
    return "\n".join([source, *lines]) + "\n"
