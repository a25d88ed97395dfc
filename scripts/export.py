"""Write every file for other programs.

    python -m scripts.export [FOLDER]

Whole: dutchcabinets.xlsx, .sqlite and .duckdb. For teachers: a workbook in each language. In the
folders stata, spss, json and dutch-excel a file a table.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dutchcabinets
from scripts.schema import ROOT

FOLDER = ROOT / "dist" / "export"


def files() -> Iterator[tuple[str, dict[str, Any]]]:
    """The path of each file, with what `export` is told."""
    for ending in ("xlsx", "sqlite", "duckdb"):
        yield f"dutchcabinets.{ending}", {}
    yield "teachers.xlsx", {"style": "teachers"}
    yield "docenten.xlsx", {"style": "teachers", "lang": "nl"}
    for table in dutchcabinets.tables():
        yield f"stata/{table}.dta", {}
        yield f"spss/{table}.sav", {}
        yield f"json/{table}.json", {}
        yield f"dutch-excel/{table}.csv", {"style": "dutch-excel", "lang": "nl"}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    folder = parser.parse_args(arguments).folder
    try:
        for name, options in files():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            dutchcabinets.export(file, force=True, **options)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    found = [file for file in folder.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in found)
    print(f"{len(found)} files, {size / 1e6:.0f} MB, in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
