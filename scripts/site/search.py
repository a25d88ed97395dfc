"""The index of the search: Pagefind reads the pages of each language and writes it beside them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

FOLDER = "pagefind"
# Of a page counts what it tells itself, not its long tables of who says what.
SKIPPED = (
    "#evidence, #comparisons, #claims, #confirmed, #lengths, #phases, #results, #chamber, "
    "nav, svg, figure, button, form, caption a, #answer, #found, #lists, .figures"
)
# The other pages tell again what stands on these.
INDEXED = (
    "cabinets", "formations", "elections", "parties", "persons", "posts", "falls", "records",
    "claims", "comparisons", "codebook", "downloads", "formation-now"
)  # fmt: skip
# What Pagefind lays beside its index and this site does not use: its own interfaces.
UNUSED = ("*ui*", "*highlight*", "wasm.unknown.pagefind", "*playground*")


def index(folder: Path) -> int:
    """Index the pages in a folder, and say how large the index is in bytes.

    Raises:
        RuntimeError: Pagefind is not installed, or did not end well.
    """
    if importlib.util.find_spec("pagefind_bin") is None:
        raise RuntimeError("pagefind-bin is not installed: pip install pagefind-bin")
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(folder), "--quiet"]
    command += ["--glob", f"*/{{{','.join(INDEXED)}}}/**/*.html"]
    command += ["--root-selector", "main", "--exclude-selectors", SKIPPED]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"pagefind ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    for pattern in UNUSED:
        for file in (folder / FOLDER).glob(pattern):
            file.unlink()
    # Pagefind writes the languages in any order; the site is the same bytes on every run.
    entry = folder / FOLDER / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), "utf-8")
    return sum(file.stat().st_size for file in (folder / FOLDER).rglob("*") if file.is_file())
