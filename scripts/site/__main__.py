"""Write the site of the built tables.

python -m scripts.site
python -m scripts.site --out somewhere
make site
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from scripts.problems import BadInput
from scripts.schema import ROOT
from scripts.site.make import files, sizes, write
from scripts.site.search import index

FOLDER = "dist/site"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser("scripts.site", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", metavar="DIR", type=Path, default=ROOT / FOLDER)
    options = parser.parse_args(arguments)
    began = time.perf_counter()
    try:
        made = files(told=_told)
        _told("search")
        found = index(made)
        _told("files")
        write(options.out, made | found)
    except (BadInput, OSError, RuntimeError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    _told("")
    took = f"{time.perf_counter() - began:.1f} s"
    searched = f"search {sum(map(len, found.values())) / 1e6:.1f} MB"
    print(f"{sizes(made)}, {searched}, in {options.out}, {took}")
    return 0


def _told(line: str) -> None:
    """A line of progress, where somebody looks at a terminal."""
    if sys.stderr.isatty():
        print(f"\r{line:<60}", end="\r", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
