"""Facts pinned from the real data: show how they turned, and accept that.

    python -m scripts.accept [--check]

tests/pinned/ holds cells that a reader would know to be wrong, cases of the tests of claims with
the sum written out, the verdict of every claim, and the locks: rows by table and decade, and the
interface. Whoever corrects a fact sees here what follows from it; a difference that nobody wanted
is a fault. With --check nothing is written.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts import locks
from scripts.build import all_tables, curated_tables
from scripts.cells import Tables
from scripts.claims import TESTS
from scripts.claims.things import Things
from scripts.files import Faulty, read_csv, read_document
from scripts.problems import BadInput, Problem
from scripts.publish.place import Outputs, alone, differences, replace
from scripts.schema import ROOT, Schema, text
from scripts.schema.load import load_schema

FOLDER = "tests/pinned"
CELLS = ("table_name", "row_id", "column_name", "value", "why")
CASES = (
    "case", "cabinet_id", "subject", "claim_type", "measure", "cell", "value", "unit",
    "definition_claimed", "scope_from", "scope_to", "selection", "as_of", "verdict",
    "derived_value", "sum",
)  # fmt: skip
VERDICTS = ("claim_id", "verdict", "derived_value")


def pinned(root: Path, schema: Schema, tables: Tables) -> Outputs:
    """The files of pinned facts as the tables have them. Raises BadInput."""
    things = Things(schema, tables)
    cells = [_cell(row, tables) for row in _rows(root, "cells", CELLS)]
    cases = [_case(row, things) for row in _rows(root, "cases", CASES)]
    verdicts = [{name: text(row[name]) for name in VERDICTS} for row in tables["claims"]]
    now = locks.interface(schema, tables)
    known = list(_rows(root, "interface", locks.INTERFACE))
    files = {
        "cells": (CELLS, cells),
        "cases": (CASES, cases),
        "verdicts": (VERDICTS, verdicts),
        "rows": (locks.ROWS, locks.rows_by_decade(tables)),
        "interface": (
            locks.INTERFACE, locks.continued(known, now, schema.package["version"])
        ),
    }  # fmt: skip
    return {f"{FOLDER}/{name}.csv": _csv(columns, rows) for name, (columns, rows) in files.items()}


def unannounced(root: Path, schema: Schema, files: Outputs) -> list[Problem]:
    """What the accepted interface loses in this version without a word in the changelog."""
    lines = files[locks.INTERFACE_FILE].decode().splitlines()
    changelog = read_document(root, "CHANGELOG.md")
    entries = csv.DictReader(lines)
    return list(locks.unannounced(entries, schema.package["version"], changelog))


def _rows(root: Path, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    file = f"{FOLDER}/{name}.csv"
    for record in read_csv(root / file, columns):
        if isinstance(record, Faulty):
            raise BadInput([record.problem(file)])
        yield dict(zip(columns, record.cells, strict=True))


def _cell(pin: dict[str, str], tables: Tables) -> dict[str, str]:
    rows = tables[pin["table_name"]]
    found = [row for row in rows if rows.table.row_id(row) == pin["row_id"]]
    value = text(found[0][pin["column_name"]]) if found else "(no such row)"
    return {**pin, "value": value}


def _case(pin: dict[str, str], things: Things) -> dict[str, str]:
    claim: dict = {name: pin[name] or None for name in CASES}
    day = claim["as_of"]
    claim["as_of"] = datetime.date.fromisoformat(day) if day else None
    result = TESTS[pin["claim_type"]](claim, things)
    return {**pin, "verdict": result.verdict, "derived_value": text(result.derived)}


def _csv(columns: tuple[str, ...], rows: list[dict[str, str]]) -> bytes:
    sink = io.StringIO()
    writer = csv.DictWriter(sink, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return sink.getvalue().encode()


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say what turned")
    only_check = parser.parse_args(arguments).check
    try:
        schema = load_schema(root)
        files = pinned(root, schema, all_tables(schema, curated_tables(root, schema)))
        if problems := unannounced(root, schema, files):
            raise BadInput(problems)
        found = list(differences(root, files))
        if not only_check:
            with alone(root):
                replace(root, files)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(found) or "Nothing turned.")
    return 1 if found and only_check else 0


if __name__ == "__main__":
    sys.exit(main())
