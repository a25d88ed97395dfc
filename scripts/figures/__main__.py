"""Draw the pictures of the built tables into docs/figures/.

python -m scripts.figures
python -m scripts.figures --cabinet rutte-iii --out /tmp
python -m scripts.figures --only timeline
make figures
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dutchcabinets import _package
from scripts.figures.make import FIGURES, FOLDER, SUBJECTS, files, known
from scripts.figures.tables import Tables
from scripts.problems import BadInput
from scripts.publish.place import alone, replace
from scripts.schema import ROOT


def wanted(tables: Tables, options: argparse.Namespace) -> dict[str, str]:
    """The pictures that are asked for, with their subjects.

    Raises:
        ValueError: there is no such picture, cabinet or formation; the message names the near ones.
    """
    named = {key: getattr(options, key) for key in SUBJECTS if getattr(options, key)}
    for figure, subject in named.items():
        if subject not in known(tables, figure):
            raise _package.unknown(figure, subject, known(tables, figure))
    if options.only and options.only not in FIGURES:
        raise _package.unknown("figure", options.only, list(FIGURES))
    only = [options.only] if options.only else []
    asked = dict.fromkeys([*only, *named]) or FIGURES
    return {figure: named.get(figure) or SUBJECTS.get(figure, "") for figure in asked}


def put(folder: Path, drawn: dict[str, bytes]) -> None:
    """Put the files in place, all or none."""
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        replace(folder, drawn)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser("scripts.figures", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--cabinet", metavar="ID", help="the life of this cabinet")
    parser.add_argument("--formation", metavar="ID", help="the anatomy of this formation")
    parser.add_argument("--only", metavar="NAME", help=f"one picture: {', '.join(FIGURES)}")
    parser.add_argument("--out", metavar="DIR", type=Path, help=f"folder, else {FOLDER}")
    options = parser.parse_args(arguments)
    tables, folder = Tables(), options.out or ROOT / FOLDER
    try:
        asked = wanted(tables, options)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        drawn = files(tables, asked)
        put(folder, drawn)
    except (BadInput, OSError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(drawn)} files in {folder}, {sum(map(len, drawn.values())) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
