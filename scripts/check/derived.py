"""What shows only once the tables are built."""

from __future__ import annotations

from scripts.check.common import Problems, problem
from scripts.problems import Problem
from scripts.read import Tables
from scripts.schema import Schema, text


def derived_values_are_there(schema: Schema, curated: Tables, built: Tables) -> Problems:
    """No required cell of a built table is null, as it is where a date is known to the month only."""
    for table in schema.tables.values():
        for column in table.columns.values():
            if column.required and column.name not in table.curated:
                for row in built[table.name]:
                    if row[column.name] is None:
                        found = f"nothing for {table.row_id(row)}, which the curated rows do not let us compute"
                        yield Problem(f"data/tables/{table.name}.csv", 0, column.name, "a value", found)


def claims_name_things_that_exist(schema: Schema, curated: Tables, built: Tables) -> Problems:
    """The subject of a claim, and the row of its cell, are in the tables."""
    people = {row["person_id"] for row in built["persons"]}
    things = {row["formation_id"] for row in built["formations"]} | people | {"formations", "cabinets", "prime_ministers"}
    ids = {name: {table.row_id(row) for row in built[name]} for name, table in schema.tables.items()}
    for row in curated["claims"]:
        if row["subject"] not in things:
            yield problem(schema, "claims", row, "subject", "an id of a formation, cabinet or person", row["subject"])
        table, _, rest = text(row["cell"]).partition("/")
        row_id = rest if row["measure"] == "stage" else rest.rpartition("/")[0]
        if table in ids and row_id not in ids[table]:
            yield problem(schema, "claims", row, "cell", f"a row of {table}", row_id)
