"""Flip a bit of a table that is installed: loading it ends in an error that names the file.

    python -m scripts.reliability.corruptions [--count N] [--write]

For comparison each damaged file is also read with the plain reader, which looks at no hash.
"""

from __future__ import annotations

import random
import sys
import tempfile
import unittest.mock
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

import dutchcabinets as dc
from dutchcabinets import _package
from scripts.publish.markdown import text_table
from scripts.reliability.report import SEED, parser, write_block
from scripts.schema import ROOT

COUNT = 500
RESULTS = ("an error that names the file", "another error", "the same table", "other data")


def run(count: int = COUNT, seed: int = SEED) -> tuple[Counter, Counter]:
    """Flip bits; how often each end came of the loader, and of the plain reader."""
    ours: Counter = Counter()
    plain: Counter = Counter()
    rng = random.Random(seed)
    files = sorted((ROOT / "data" / "tables").glob("*.parquet"))
    good = {path.stem: pq.ParquetFile(path).read() for path in files}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "data", "tables")
        place.mkdir(parents=True)
        for name in ("datapackage.json", _package.HASHES):
            (Path(folder) / name).write_bytes((ROOT / name).read_bytes())
        for _ in range(count):
            path = rng.choice(files)
            raw = bytearray(path.read_bytes())
            raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
            (place / path.name).write_bytes(raw)
            with unittest.mock.patch.object(_package, "root", return_value=folder):
                ours[_end(lambda name=path.stem: dc.load(name, "arrow"), good, path.stem)] += 1
            damaged = place / path.name
            plain[_end(lambda at=damaged: pq.ParquetFile(at).read(), good, path.stem)] += 1
    return ours, plain


def _end(read, good: dict, name: str) -> str:
    try:
        found = read()
    except Exception as error:
        is_named = f"{name}.parquet" in str(error)
        return "an error that names the file" if is_named else "another error"
    return "the same table" if found.equals(good[name]) else "other data"


def table(ours: Counter, plain: Counter) -> str:
    rows = [[name, ours[name], plain[name]] for name in RESULTS]
    return text_table(["what came of a flipped bit", "dc.load", "the plain reader"], rows)


def main(arguments: list[str] | None = None) -> int:
    options = parser(__doc__, COUNT).parse_args(arguments)
    figures = table(*(found := run(options.count, options.seed)))
    print(figures)
    if options.write:
        write_block("corruptions", figures)
    return 1 if found[0]["other data"] or found[0]["another error"] else 0


if __name__ == "__main__":
    sys.exit(main())
