"""Build the tables from the curated files: read, check, derive, judge, publish.

    python -m scripts.build [--root FOLDER] [--check]

Offline and deterministic. If anything is wrong with the curated files, it says so for every fault,
exits with 1 and leaves every output as it was. With --check nothing is written: it says how what is
there differs from what the build gives, and exits with 1 if it does.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import logging
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.cells import Tables
from scripts.check import check
from scripts.claims import judge, unknown_things
from scripts.curated.read import read_tables
from scripts.derive import derive, lineage, missing
from scripts.problems import BadInput, Problem
from scripts.publish import summaries
from scripts.publish.documents import documents
from scripts.publish.package import package_files
from scripts.publish.place import Outputs, alone, differences, publish
from scripts.publish.shares import evidence_shares
from scripts.remember import unchanged
from scripts.schema import ROOT, Schema
from scripts.schema.load import load_schema

log = logging.getLogger(__name__)


def curated_tables(root: Path, schema: Schema) -> Tables:
    """The curated tables, checked. Raises BadInput."""
    with _step("read"):
        curated, problems = read_tables(root, schema)
    _stop_at(problems)
    with _step(f"check {sum(map(len, curated.values())):,} rows"):
        problems = check(schema, curated)
    _stop_at(problems)
    return curated


def all_tables(schema: Schema, curated: Tables) -> Tables:
    """Every public table, in the order of the schema. Raises BadInput."""
    with _step("derive"):
        built = derive(schema, curated)
        tables = {**curated, **built}
        _stop_at(missing(built) + unknown_things(tables))
    with _step(f"judge {len(curated['claims']):,} claims"):
        tables["claims"] = judge(schema, tables)
        tables["lineage"] = lineage(schema, built)
    return {name: tables[name] for name in schema.tables}


class Build(NamedTuple):
    """What a build makes of the curated tables."""

    schema: Schema
    curated: Tables
    tables: Tables
    outputs: Outputs


def make(root: Path = ROOT) -> Build:
    """Make every file that the build writes, and write none.

    Raises:
        BadInput: the curated files have faults.
    """
    # Nothing that is made here goes before the end: looking for what could go takes a third of the
    # time.
    gc.disable()
    schema = load_schema(root)
    with unchanged():
        curated = curated_tables(root, schema)
        tables = all_tables(schema, curated)
        with _step(f"make the files of {len(tables)} tables"):
            shares = evidence_shares(curated, tables)
            files = package_files(schema, tables, shares)
        with _step("make the documents"):
            files |= documents(root, schema, curated, tables, shares, files)
    return Build(schema, curated, tables, files)


def outputs(root: Path = ROOT) -> Outputs:
    """Every file that the build writes, by its path below root. Raises BadInput."""
    return make(root).outputs


def build(root: Path = ROOT) -> Build:
    """Build everything below root.

    Raises:
        BadInput: the curated files have faults, or another build is at work; nothing was written.
        OSError: a file could not be written; all are as they were.
    """
    with alone(root):
        made = make(root)
        with _step("put in place"):
            publish(root, made.outputs)
    return made


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        raise BadInput(problems)


@contextlib.contextmanager
def _step(name: str) -> Iterator[None]:
    """Logs what was done and how long it took."""
    start = time.perf_counter()
    yield
    log.info("%-32s%6.2f s", name, time.perf_counter() - start)


def _told(made: Build) -> str:
    """What a build ends with: the ranking, the records, and how sure it is."""
    schema, tables = made.schema, made.tables
    parts = [
        f"{summaries.scope_of_ranking().capitalize()}, by length (election to inauguration)",
        summaries.ranking(tables),
        summaries.under_way(tables),
        summaries.scope_of_records(tables).capitalize(),
        summaries.records(tables),
        summaries.verdicts(schema, tables),
        f"{summaries.sureness(made.curated)}; as of {schema.package['as_of']}",
    ]
    return "\n" + "\n\n".join(part for part in parts if part)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="folder that holds data/ (default: this checkout)"
    )
    parser.add_argument("--check", action="store_true", help="say what a build would change")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    try:
        if options.check:
            found = list(differences(options.root, outputs(options.root)))
            print("\n".join(found) or "What is there is what the build gives.")
            return 1 if found else 0
        print(_told(build(options.root)))
    except BadInput as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error}; the files are as they were", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
