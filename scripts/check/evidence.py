"""Evidence fits its cell, and headline cells have two families."""

from __future__ import annotations

from scripts.check.common import Problems, problem
from scripts.evidence import cell_of, families, headline_cells
from scripts.problems import Problem
from scripts.read import Tables
from scripts.schema import Schema, text


def sources_are_cited(schema: Schema, tables: Tables) -> Problems:
    """Each source is cited for something."""
    cited = {row["source_id"] for name in ("evidence", "claims") for row in tables[name]}
    for row in tables["sources"]:
        if row["source_id"] not in cited:
            yield problem(schema, "sources", row, "source_id", "a source that some evidence or claim cites", row["source_id"])


def evidence_fits_its_cell(schema: Schema, tables: Tables) -> Problems:
    """Evidence names a curated cell; one that agrees has its value, one that differs has another, silence has none."""
    rows = {name: {schema.tables[name].row_id(row): row for row in tables[name]} for name in tables}
    for row in tables["evidence"]:
        table, column = schema.tables.get(row["table"]), row["column"]
        if table is None or not table.curated:
            yield problem(schema, "evidence", row, "table", "a curated table", row["table"])
        elif row["row_id"] not in rows[table.name]:
            yield problem(schema, "evidence", row, "row_id", f"a row of {table.path}", row["row_id"])
        elif column not in table.curated:
            yield problem(schema, "evidence", row, "column", f"a column of {table.path}", column)
        else:
            adopted = text(rows[table.name][row["row_id"]][column])
            if row["stance"] == "agrees" and text(row["value"]) != adopted:
                expected = f"the adopted value {adopted or 'null'} where the stance is agrees"
                yield problem(schema, "evidence", row, "value", expected, row["value"])
            if row["stance"] == "differs" and text(row["value"]) in ("", adopted):
                expected = f"a value other than {adopted or 'null'} where the stance is differs"
                yield problem(schema, "evidence", row, "value", expected, row["value"])
            for name in ("value_as_printed", "value") if row["stance"] == "silent" else ():
                if row[name]:
                    yield problem(schema, "evidence", row, name, "nothing where the stance is silent", row[name])


def headline_cells_have_two_families(schema: Schema, tables: Tables) -> Problems:
    """Two independent families agree with each headline cell, or it is a listed exception; no exception is idle."""
    agreeing = families(tables)
    headline = headline_cells(schema, tables)
    exceptions = {cell_of(row): row for row in tables["evidence_exceptions"]}
    for (table, row_id, column), line in headline.items():
        cell = (table, row_id, column)
        if len(agreeing[cell]) < 2 and cell not in exceptions:
            found = f"{len(agreeing[cell])} ({', '.join(sorted(agreeing[cell])) or 'none'}) for {row_id}"
            expected = "two families of sources that agree, or a row in evidence_exceptions.csv"
            yield Problem(schema.tables[table].path, line, column, expected, found)
    for cell, row in exceptions.items():
        if cell not in headline:
            yield problem(schema, "evidence_exceptions", row, "row_id", "a headline cell", "/".join(map(text, cell)))
        elif len(agreeing[cell]) >= 2:
            expected = "no exception, since two families agree"
            yield problem(schema, "evidence_exceptions", row, "row_id", expected, text(cell[1]))
