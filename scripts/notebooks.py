"""Run the notebooks in docs/notebooks and keep in them what they print.

    python -m scripts.notebooks [--check]

Outputs are text, and the same on every run. With --check nothing is written: it says which
notebooks print something else than they hold, and exits with 1 if any does.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from scripts.publish.place import Outputs, differences, replace
from scripts.schema import ROOT

FOLDER = "docs/notebooks"


def notebooks(root: Path = ROOT) -> list[Path]:
    """The notebooks, in order of name."""
    return sorted((root / FOLDER).glob("*.ipynb"))


def run(file: Path, root: Path = ROOT) -> bytes:
    """A notebook with what it prints now.

    Raises:
        CellExecutionError: a cell failed; the message has the cell and the error.
    """
    notebook = nbformat.read(file, as_version=4)
    # The checkout is what a notebook imports, as a reader imports the installed package.
    where = {"metadata": {"path": str(root)}}
    # What a cell prints comes in pieces, which fall otherwise on each run.
    client = NotebookClient(notebook, timeout=120, resources=where, coalesce_streams=True)
    client.execute()
    for number, cell in enumerate(notebook.cells, 1):
        # What differs from run to run says nothing to a reader.
        cell.id, cell.metadata = f"cell-{number}", nbformat.NotebookNode()
        if cell.cell_type == "code":
            # What a library says to itself names paths and lines of the machine.
            cell.outputs = [one for one in cell.outputs if one.get("name") != "stderr"]
        for output in cell.get("outputs", []):
            output.pop("execution_count", None)
            if output.output_type == "execute_result":
                output.execution_count = None
        if cell.cell_type == "code":
            cell.execution_count = None
    notebook.metadata = nbformat.NotebookNode(
        kernelspec={"display_name": "Python 3", "language": "python", "name": "python3"},
        language_info={"name": "python"},
    )
    nbformat.validate(notebook)
    return (nbformat.writes(notebook) + "\n").encode()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="say what would change")
    options = parser.parse_args(arguments)
    made: Outputs = {}
    for file in notebooks():
        try:
            made[f"{FOLDER}/{file.name}"] = run(file)
        except CellExecutionError as error:
            print(f"{FOLDER}/{file.name}: {error}", file=sys.stderr)
            return 1
    found = list(differences(ROOT, made))
    print("\n".join(found) or "Every notebook prints what it holds.")
    if not options.check:
        replace(ROOT, made)
    return 1 if options.check and found else 0


if __name__ == "__main__":
    sys.exit(main())
