"""Where a published cell is typed, and who says so.

python -m scripts.where cabinets/den-uyl/start_date
make where CELL=cabinets/den-uyl/start_date
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.cells import Cell, Lineage, Row, Tables
from scripts.curated.read import read_tables
from scripts.curated.witnesses import cell_of, rows_by_id, statements
from scripts.derive import derive
from scripts.problems import BadInput
from scripts.schema import ROOT, Schema, text
from scripts.schema.load import load_schema


class Unknown(Exception):
    """There is no such cell; the message names the near ones."""


def find(name: str, tables: Tables) -> Cell:
    """The cell that a name such as cabinets/den-uyl/start_date means. Raises Unknown."""
    cell = table, row_id, column = Cell.named(name)
    if table not in tables:
        raise _unknown("table", table, list(tables))
    rows = tables[table]
    if column not in rows.table.columns:
        raise _unknown(f"column of {table}", column, list(rows.table.columns))
    ids = [rows.table.row_id(row) for row in rows]
    if row_id not in ids:
        raise _unknown(f"row of {table}", row_id, ids)
    return cell


def _unknown(what: str, name: str, known: list[str]) -> Unknown:
    near = difflib.get_close_matches(name, known, n=5, cutoff=0.5) or known[:5]
    expected = "table/row/column, such as cabinets/den-uyl/start_date"
    return Unknown(f"no {what} {name!r}, did you mean {', '.join(near)}? Expected {expected}")


def told(cell: Cell, schema: Schema, curated: Tables, tables: Tables) -> Iterator[str]:
    """The value of a cell, and file, line and column of each curated cell behind it."""
    published = {tables[cell.table_name].table.row_id(row): row for row in tables[cell.table_name]}
    yield f"{cell} is {_shown(published[cell.row_id][cell.column_name])}"
    if reason := schema.tables[cell.table_name].structural.get(cell.column_name):
        yield f"It rests on no cells of its own: {reason}."
        return
    rows = rows_by_id(curated)
    said: dict[Cell, list[tuple[Row, str]]] = {}
    for row, stands in statements(curated):
        said.setdefault(cell_of(row), []).append((row, stands))
    families = {row["source_id"]: row["family"] for row in curated["sources"]}
    for origin in Lineage(tables.values()).of(cell):
        if origin.table_name not in curated:
            yield f"\n{origin}\n  a rule of data/schema/codes.csv"
            continue
        table = schema.tables[origin.table_name]
        row = rows[origin.table_name][origin.row_id]
        place = table.curated.index(origin.column_name) + 1
        yield f"\n{origin} is {_shown(row[origin.column_name])}"
        yield f"  {row.file}:{row.line}, column {place} ({origin.column_name})"
        for own, stands in said.get(origin, ()):
            printed = f"{stands} {text(own['value'])} ({families[own['source_id']]})"
            yield f"  {own.file}:{own.line}, {printed}, {own['source_id']}"


def _shown(value: object) -> str:
    return "null" if value is None else str(value)


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cell", help="table/row/column, such as cabinets/den-uyl/start_date")
    name = parser.parse_args(arguments).cell
    try:
        schema = load_schema(root)
        curated, problems = read_tables(root, schema)
        if problems:
            raise BadInput(problems)
        tables = {**curated, **derive(schema, curated)}
        print("\n".join(told(find(name, tables), schema, curated, tables)))
    except BadInput as error:
        print(error, file=sys.stderr)
        return 1
    except Unknown as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
