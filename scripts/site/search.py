"""The index of the search: Pagefind reads the pages of each language and writes it beside them."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = "pagefind"
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


def index(folder: Path) -> int:
    """Index the pages in a folder, and say how large the index is in bytes.

    Raises:
        RuntimeError: Pagefind is not installed, or did not end well.
    """
    if importlib.util.find_spec("pagefind_bin") is None:
        raise RuntimeError("pagefind-bin is not installed: pip install pagefind-bin")
    with tempfile.TemporaryDirectory() as copy:
        _copy(folder, Path(copy))
        _run("--site", copy, "--output-path", str(folder / FOLDER))
    for pattern in UNUSED:
        for file in (folder / FOLDER).glob(pattern):
            file.unlink()
    # Pagefind writes the languages in any order; the site is the same bytes on every run.
    entry = folder / FOLDER / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), "utf-8")
    return sum(file.stat().st_size for file in (folder / FOLDER).rglob("*") if file.is_file())


def _copy(folder: Path, copy: Path) -> None:
    """The pages that are indexed, without headings of columns, and with room between cells.

    Pagefind reads cells as one word where a page leaves out the tags that end them.
    """
    for part in INDEXED:
        for file in folder.glob(f"*/{part}/**/*.html"):
            own = copy / file.relative_to(folder)
            own.parent.mkdir(parents=True, exist_ok=True)
            page = _HEADS.sub("", file.read_text("utf-8"))
            own.write_text(_CELL.sub(r" <\1", page), "utf-8")


def _run(*places: str) -> None:
    command = [sys.executable, "-m", "pagefind_bin", *places, "--quiet", "--root-selector", "main"]
    command += ["--exclude-selectors", SKIPPED]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"pagefind ended with {done.returncode}:\n{done.stdout}{done.stderr}")
