"""Evidence fits its cell, agrees with it somewhere, and headline cells have two families."""

from __future__ import annotations

from scripts.cells import Cell, Tables
from scripts.check.common import Problems, problem, values
from scripts.curated.witnesses import cell_of, families, headline_cells, rows_by_id, statements
from scripts.schema import Schema

EXCEPTIONS = "a row in data/sources/evidence_exceptions.csv that says why not"


def sources_are_cited(schema: Schema, tables: Tables) -> Problems:
    """Each source is cited for something."""
    cited = values(tables["evidence"], "source_id") | values(tables["claims"], "source_id")
    for row in tables["sources"]:
        if row["source_id"] not in cited:
            expected = "a source that some evidence or claim cites"
            yield problem(row, "source_id", expected, row["source_id"])


def evidence_fits_its_cell(schema: Schema, tables: Tables) -> Problems:
    """Evidence names a curated cell, and has a value if, and only if, the source prints one."""
    rows = rows_by_id(tables)
    for row in tables["evidence"]:
        table = schema.tables[row["table_name"]]
        if row["row_id"] not in rows[table.name]:
            yield problem(row, "row_id", f"a row of {table.path}", row["row_id"])
        if row["column_name"] not in table.curated:
            yield problem(row, "column_name", f"a column of {table.path}", row["column_name"])
        if (row["value"] is None) != (row["value_as_printed"] is None):
            expected = "a value and what is printed, or neither where the source is silent"
            yield problem(row, "value", expected, row["value"])


def cells_with_evidence_are_agreed(schema: Schema, tables: Tables) -> Problems:
    """A cell with evidence has a source that agrees, a headline cell two independent families.

    Else it is a listed exception; no exception is idle. With a null, silence agrees.
    """
    agreeing, headline = families(tables), headline_cells(tables)
    exceptions = {cell_of(row): row for row in tables["evidence_exceptions"]}
    rows = rows_by_id(tables)

    def is_null(cell: Cell) -> bool:
        return rows[cell.table_name][cell.row_id][cell.column_name] is None

    stances: dict[Cell, set[str]] = {}
    for said, stands in statements(tables):
        stances.setdefault(cell_of(said), set()).add(stands)
    unagreed = {cell for cell, found in stances.items() if "agrees" not in found}
    unagreed -= {cell for cell in unagreed if is_null(cell) and stances[cell] == {"silent"}}
    thin = {cell for cell in headline if len(agreeing[cell]) < 2}
    for cell in sorted((unagreed | thin) - set(exceptions)):
        table_name, row_id, column = cell
        row = rows[table_name][row_id]
        if cell in unagreed:
            expected = f"a value with which a source agrees, or {EXCEPTIONS}"
            yield problem(row, column, expected, f"{row[column]} for {row_id}")
        else:
            expected = f"two families of sources that agree, or {EXCEPTIONS}"
            names = ", ".join(sorted(agreeing[cell])) or "none"
            yield problem(row, column, expected, f"{len(agreeing[cell])} ({names}) for {row_id}")
    for cell, row in exceptions.items():
        if cell not in headline and cell not in stances:
            yield problem(row, "row_id", "a headline cell, or one with evidence", str(cell))
        elif cell not in unagreed | thin:
            expected = "no exception, since sources agree with the cell"
            yield problem(row, "row_id", expected, cell.row_id)


RULES = (sources_are_cited, evidence_fits_its_cell, cells_with_evidence_are_agreed)
