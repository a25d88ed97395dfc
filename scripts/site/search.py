"""The index of the search: Pagefind reads the pages of each language and writes it beside them."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

Files = dict[str, bytes]
FOLDER = "pagefind"
ENTRY = f"{FOLDER}/pagefind-entry.json"
# Of a page counts what it tells itself, not its long tables of who says what.
SKIPPED = (
    "#evidence, #comparisons, #claims, #confirmed, #lengths, #phases, #results, #chamber, "
    "nav, svg, figure, button, form, caption, #answer, #found, #lists, .figures"
)
# The other pages tell again what stands on these.
INDEXED = (
    "cabinets", "formations", "elections", "parties", "persons", "posts", "falls", "records",
    "claims", "comparisons", "codebook", "downloads", "formation-now"
)  # fmt: skip
_HEADS = re.compile("<thead>.*?(?=<tbody>)", re.DOTALL)
_CELL = re.compile(r"<(td|th|dd|dt|li|p|h\d|caption)\b")
# What Pagefind lays beside its index and this site does not use: its own interfaces.
UNUSED = ("*ui*", "*highlight*", "wasm.unknown.pagefind", "*playground*")


def index(made: Files) -> Files:
    """The files of the index of the pages of a site.

    Raises:
        RuntimeError: Pagefind is not installed, or did not end well.
    """
    if importlib.util.find_spec("pagefind_bin") is None:
        raise RuntimeError("pagefind-bin is not installed: pip install pagefind-bin")
    with tempfile.TemporaryDirectory() as folder:
        pages, output = Path(folder, "pages"), Path(folder, FOLDER)
        _copy(made, pages)
        _run("--site", str(pages), "--output-path", str(output))
        found = {
            f"{FOLDER}/{file.relative_to(output).as_posix()}": file.read_bytes()
            for file in sorted(output.rglob("*"))
            if file.is_file() and not any(map(file.match, UNUSED))
        }
    # Pagefind writes the languages in any order; the site is the same bytes on every run.
    found[ENTRY] = json.dumps(json.loads(found[ENTRY]), sort_keys=True).encode()
    return found


def _copy(made: Files, folder: Path) -> None:
    """The pages that are indexed, without headings of columns, and with room between cells.

    Pagefind reads cells as one word where a page leaves out the tags that end them, and would
    leave out a table with its caption.
    """
    for path, content in made.items():
        if path.endswith(".html") and path.partition("/")[2].split("/")[0] in INDEXED:
            page = _HEADS.sub("</caption>", content.decode())
            own = folder / path
            own.parent.mkdir(parents=True, exist_ok=True)
            own.write_text(_CELL.sub(r" <\1", page), "utf-8")


def _run(*places: str) -> None:
    command = [sys.executable, "-m", "pagefind_bin", *places, "--quiet", "--root-selector", "main"]
    command += ["--exclude-selectors", SKIPPED]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"pagefind ended with {done.returncode}:\n{done.stdout}{done.stderr}")
