"""Speed and size, each next to the plain library call in the same run.

    python -m scripts.bench

Times are medians over fresh processes. Nothing is asserted: the table says which figure is over its
aim.
"""

from __future__ import annotations

import datetime
import gc
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.build import all_tables, make
from scripts.cells import Row, Rows, Tables
from scripts.check import check
from scripts.curated.read import read_tables
from scripts.publish.markdown import text_table
from scripts.publish.package import package_files
from scripts.publish.shares import evidence_shares
from scripts.remember import unchanged
from scripts.schema import ROOT, Column, Schema
from scripts.schema.load import load_schema

RUNS = 21
COPIES = 50
PLAIN = {
    "load('cabinets') to pandas": (
        "import dutchcabinets as dc; dc.load('cabinets')",
        "import pandas as pd; pd.read_parquet({cabinets!r})",
        1.05,
    ),
    "load('appointments') to pandas": (
        "import dutchcabinets as dc; dc.load('appointments')",
        "import pandas as pd; pd.read_parquet({appointments!r})",
        1.05,
    ),
    "load('cabinets', format='arrow')": (
        "import dutchcabinets as dc; dc.load('cabinets', format='arrow')",
        "import pyarrow.parquet as pq; pq.ParquetFile({cabinets!r}).read()",
        1.1,
    ),
    "evidence of a derived cell": (
        "import dutchcabinets as dc; dc.evidence('cabinets', 'rutte-iv', 'end_date')",
        "import pandas, pyarrow.compute, pyarrow.parquet as pq, json; json.load(open({package!r}));"
        "files = {cabinets!r}, {lineage!r}, {evidence!r}, {sources!r};"
        "[pq.ParquetFile(file).read() for file in files]",
        1.2,
    ),
}
"""Our call, the plain one, and how many times as long ours may take."""


def fresh(*codes: str) -> list[float]:
    """Median milliseconds of each piece of code in a fresh interpreter.

    They are taken in turns, so that load falls on all alike.
    """
    times: list[list[float]] = [[] for _ in codes]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for run in range(RUNS + 1):
        for code, taken in zip(codes, times, strict=True):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd="/")
            if run:  # the first warms the caches
                taken.append(1000 * (time.perf_counter() - start))
    return [statistics.median(taken) for taken in times]


def loading() -> list[list[object]]:
    """Importing and calling the loader."""
    names = ("appointments", "cabinets", "lineage", "evidence", "sources")
    files = {name: str(ROOT / "data" / "tables" / f"{name}.parquet") for name in names}
    files["package"] = str(ROOT / "datapackage.json")
    bare, ours = fresh("pass", "import dutchcabinets")
    name = "import dutchcabinets, above bare Python"
    rows = [[name, f"{ours - bare:.1f} ms", f"{bare:.1f} ms", "< 5 ms", ours - bare < 5]]
    for name, (code, plain_code, aim) in PLAIN.items():
        ours, plain = fresh(code, plain_code.format(**files))
        told = f"{ours:.0f} ms, {ours / plain:.3f} x"
        rows.append([name, told, f"{plain:.0f} ms", f"<= {aim} x", ours / plain <= aim])
    return rows


def multiply(schema: Schema, curated: Tables, copies: int) -> Tables:
    """The curated rows many times over: copy after copy in time, each with ids of its own.

    Of codes, definitions and sites there is one row each, however often history is repeated; claims
    stay as they are, since each compares with all that there is.
    """
    keys = {name: rows.table.key[0] for name, rows in curated.items() if len(rows.table.key) == 1}
    coded = {name for name, key in keys.items() if curated[name].table.columns[key].codelist}
    single = coded | {"duration_definitions", "claims", "sites"}
    ids = {row[key] for name, key in keys.items() if name not in single for row in curated[name]}
    years = schema.package["as_of"].year - 1848 + 2
    before = (1848 - 100) // years  # copies that lie before ours
    many: Tables = {}
    for name, rows in curated.items():
        many[name], columns = Rows(rows.table), rows.table.columns
        for number in range(1 if name in single else copies):
            number = before if name == "claims" else number
            move = _mover(ids, number, (number - before) * years, len(curated["cabinets"]))
            many[name] += [
                Row({key: move(columns[key], value) for key, value in row.items()}) for row in rows
            ]
    return many


def _mover(ids: set[str], number: int, years: int, cabinets: int) -> Callable[[Column, Any], Any]:
    """What moves a cell to a copy: ids get its number, dates move by years."""

    def dated(text: str) -> str:
        return re.sub(r"\b\d{4}\b", lambda year: f"{int(year[0]) + years:04d}", text)

    def token(part: str) -> str:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", part):
            return dated(part)
        return f"{part}-k{number}" if part in ids else part

    def move(column: Column, value: Any) -> Any:
        if isinstance(value, datetime.date):
            return value.replace(year=value.year + years, day=min(value.day, 28))
        if column.name == "sequence":
            return value + number * cabinets
        if not isinstance(value, str) or column.codelist:
            return value
        if column.partial or column.items == "date":
            return dated(value)
        return "".join(token(part) for part in re.split(r"([;/])", value))

    return move


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def building() -> list[list[object]]:
    """A full build, and checking, deriving and writing of many times the rows."""
    gc.disable()  # as the build does
    schema = load_schema(ROOT)
    curated, _ = read_tables(ROOT, schema)
    many = multiply(schema, curated, COPIES)

    def work(tables: Tables) -> None:
        with unchanged():
            check(schema, tables)
            built = all_tables(schema, tables)
            package_files(schema, built, evidence_shares(tables, built))

    full = seconds(lambda: make(ROOT))
    once, often = seconds(lambda: work(curated)), seconds(lambda: work(many))
    count = sum(map(len, many.values()))
    name = f"check, derive and write {COPIES} times the rows ({count:,})"
    told = f"{often:.1f} s, {often / once:.0f} x"
    return [
        ["full build", f"{full:.2f} s", "", "< 4 s", full < 4],
        # Linear, but for what no longer fits the caches.
        [name, told, f"{once:.2f} s", f"<= {1.5 * COPIES:.0f} x", often / once <= 1.5 * COPIES],
    ]


def sizes() -> list[list[object]]:
    """The size of the wheel."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder]
        subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
        kilobytes = next(Path(folder).glob("*.whl")).stat().st_size / 1000
    return [["wheel", f"{kilobytes:.0f} kB", "", "< 1100 kB", kilobytes < 1100]]


def main() -> int:
    rows = loading() + building() + sizes()
    shown = [[*row[:4], "reached" if row[4] else "OVER"] for row in rows]
    print(text_table(["figure", "ours", "plain call", "aim", ""], shown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
