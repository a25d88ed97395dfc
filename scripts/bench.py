"""Speed and size, each next to the plain library call in the same run.

    python -m scripts.bench

Times are medians over fresh processes. Nothing is asserted: the table says which figure is over its aim.
"""

from __future__ import annotations

import calendar
import contextlib
import csv
import datetime
import io
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unittest.mock
from pathlib import Path

from scripts import check
from scripts.build import build
from scripts.report import text_table
from scripts.schema import ROOT, Schema, load_schema

RUNS = 21
COPIES = 50


def fresh(*codes: str) -> list[float]:
    """Median milliseconds of each piece of code in a fresh interpreter, taken in turns so that load falls on all alike."""
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
    file = ROOT / "data" / "tables" / "cabinets.parquet"
    bare, ours = fresh("pass", "import dutchcabinets")
    rows = [["import dutchcabinets, above bare Python", f"{ours - bare:.1f} ms", f"{bare:.1f} ms", "< 5 ms", ours - bare < 5]]
    pairs = {
        "load('cabinets') to pandas": (
            "import dutchcabinets as dc; dc.load('cabinets')",
            f"import pandas as pd; pd.read_parquet({str(file)!r})",
            1.05,
        ),
        "load('cabinets', format='arrow')": (
            "import dutchcabinets as dc; dc.load('cabinets', format='arrow')",
            f"import pyarrow.parquet as pq; pq.ParquetFile({str(file)!r}).read()",
            1.1,
        ),
    }
    for name, (code, plain_code, aim) in pairs.items():
        ours, plain = fresh(code, plain_code)
        rows.append([name, f"{ours:.0f} ms", f"{plain:.0f} ms", f"<= {aim} x", ours / plain <= aim])
        rows[-1][1] = f"{ours:.0f} ms, {ours / plain:.3f} x"
    return rows


def copy_tree(target: Path) -> None:
    for name in ("data/schema", "data/curated", "data/evidence", "dutchcabinets"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "docs/coding-rules.md"):
        (target / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, target / name)


def seconds_to_build(root: Path) -> float:
    start = time.perf_counter()
    with contextlib.redirect_stderr(io.StringIO()):
        build(root)
    return time.perf_counter() - start


def multiply(root: Path, schema: Schema, copies: int) -> int:
    """Repeat the curated rows in place, copy after copy in time, so that every rule still holds; gives the number of rows.

    Ids get a suffix, dates move by the years of the whole, the first copies before our era's second millennium.
    """
    days = {}
    with (root / "data/curated/events.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            days[row["event_id"]] = row["date"]
    first = datetime.date.fromisoformat(min(day for event, day in days.items() if event.endswith("-inauguration")))
    last = datetime.date.fromisoformat(max(day for event, day in days.items() if event.endswith("-inauguration")))
    years = last.year - first.year + 2
    before = (first.year - 100) // years  # copies that lie before ours
    ids = {table.key[0] for table in schema.tables.values() if len(table.key) == 1}
    ids |= {column.name for table in schema.tables.values() for column in table.columns.values() if column.references} | {"entity_id"}
    kept = {"definition", "duration_definitions", "codes", "mechanism", "column"}
    single = ("duration_definitions", "chamber_sizes")  # what there is one of, however often history is repeated
    total = 0

    def moved(column: str, value: str, number: int) -> str:
        if not value:
            return value
        if column in ids and column not in kept:
            return f"{value}-k{number}"
        if column == "subject" and value not in schema.tables:
            return f"{value}-k{number}"
        if column == "cell":
            table, _, rest = value.partition("/")
            return f"{table}/{moved_key(table, rest, number)}"
        if column in ("parties", "against"):
            return ";".join(one if one in schema.allowed["actor"] else f"{one}-k{number}" for one in value.split(";"))
        if column == "runoff_dates":
            return ";".join(moved("date", day, number) for day in value.split(";"))
        if column == "sequence":
            return str(int(value) + number * per_copy)
        if column.endswith("date") or column in ("date_text", "start_text", "end_text", "founded", "dissolved"):
            year = int(value[:4]) + (number - before) * years
            leap = calendar.isleap(year) or not value.endswith("-02-29")
            return f"{year:04d}{value[4:]}" if leap else f"{year:04d}-02-28"
        return value

    def moved_key(table: str, row_id: str, number: int) -> str:
        """A row id, or one with a column behind it, which stays."""
        parts = itertools.zip_longest(schema.tables[table].key, row_id.split("/"), fillvalue="")
        return "/".join(moved(name, part, number) for name, part in parts)

    with (root / "data/curated/cabinets.csv").open(encoding="utf-8") as file:
        per_copy = sum(1 for _ in file) - 1
    for table in schema.tables.values():
        if not table.curated or table.name in single:
            continue
        path = root / table.path
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.curated, lineterminator="\n")
            writer.writeheader()
            # One row a code, however often its falls are repeated.
            for number in range(1 if table.name == "mechanisms" else copies):
                for row in rows:
                    new = {column: moved(column, value, number) for column, value in row.items()}
                    if "row_id" in row and row["table"] not in single:
                        new["row_id"] = moved_key(row["table"], row["row_id"], number)
                        if row.get("value"):
                            new["value"] = moved(row["column"], row["value"], number)
                    writer.writerow(new)
                    total += 1
    return total


def build_copies(root: Path, copies: int) -> tuple[int, float]:
    """Build from the curated rows many times over; gives the number of rows and the seconds."""
    copy_tree(root)
    package = root / "data/schema/package.toml"
    package.write_text(package.read_text("utf-8").replace("as_of = 2026", "as_of = 9999"), "utf-8")
    rows = multiply(root, load_schema(ROOT), copies)
    # What is true of the one history there is, not of its copies: its first cabinet has no predecessor in the
    # data and its last is in office, and the chambers grew once.
    one_history = (check.seats_sum_to_the_chamber, check.each_cabinet_was_formed_once, check.each_ended_cabinet_has_one_fall)
    with unittest.mock.patch.object(check, "RULES", tuple(rule for rule in check.RULES if rule not in one_history)):
        return rows, seconds_to_build(root)


def building() -> list[list[object]]:
    with tempfile.TemporaryDirectory() as folder:
        copy_tree(Path(folder))
        once = seconds_to_build(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        rows, often = build_copies(Path(folder), COPIES)
    return [
        ["full build", f"{once:.2f} s", "", "< 3 s", once < 3],
        [f"{COPIES} times the rows ({rows:,})", f"{often:.1f} s, {often / once:.0f} x", "", f"<= {COPIES} x", often / once <= COPIES],
    ]


def sizes() -> list[list[object]]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, str(ROOT)]
        subprocess.run(command, check=True, capture_output=True)
        kilobytes = next(Path(folder).glob("*.whl")).stat().st_size / 1000
    return [["wheel", f"{kilobytes:.0f} kB", "", "< 700 kB", kilobytes < 700]]


def main() -> int:
    rows = loading() + building() + sizes()
    shown = [[*row[:4], "reached" if row[4] else "OVER"] for row in rows]
    print(text_table(["figure", "ours", "plain call", "aim", ""], shown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
