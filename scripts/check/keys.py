"""Keys, ids and spells: the same for every table."""

from __future__ import annotations

from scripts.cells import Tables
from scripts.check.common import Problems, problem, values
from scripts.schema import Schema, text


def keys_are_unique(schema: Schema, tables: Tables) -> Problems:
    for rows in tables.values():
        seen: dict[str, int] = {}
        for row in rows:
            key = rows.table.row_id(row)
            if key in seen:
                column = ", ".join(rows.table.key)
                found = f"{key} again (line {seen[key]})"
                yield problem(row, column, "a key that occurs once", found)
            seen.setdefault(key, row.line)


def references_exist(schema: Schema, tables: Tables) -> Problems:
    ids = {name: values(rows, rows.table.key[0]) for name, rows in tables.items() if rows}
    for rows in tables.values():
        table = rows.table
        for column in (table.columns[name] for name in table.curated):
            if column.references:
                expected = f"an id in {schema.tables[column.references].path}"
                known = ids.get(column.references, set())
                for row in rows:
                    if row[column.name] is not None and row[column.name] not in known:
                        yield problem(row, column.name, expected, row[column.name])


CROSSWALKED = {
    "cabinet": "cabinets",
    "party": "parties",
    "person": "persons",
    "election": "elections",
}
"""The table of each kind of entity in the crosswalk."""


def crosswalk_entities_exist(schema: Schema, tables: Tables) -> Problems:
    ids = {entity: values(tables[name], f"{entity}_id") for entity, name in CROSSWALKED.items()}
    for row in tables["crosswalk"]:
        if row["entity"] and row["entity_id"] not in ids[row["entity"]]:
            expected = f"an id in {schema.tables[CROSSWALKED[row['entity']]].path}"
            yield problem(row, "entity_id", expected, row["entity_id"])


def spells_start_before_they_end(schema: Schema, tables: Tables) -> Problems:
    for rows in tables.values():
        for first, last in rows.table.spells:
            for row in rows:
                if row[first] and row[last] and text(row[last]) < text(row[first]):
                    expected = f"a day not before {first} {row[first]}"
                    yield problem(row, last, expected, row[last])


def nothing_is_later_than_as_of(schema: Schema, tables: Tables) -> Problems:
    as_of = schema.package["as_of"].isoformat()
    for rows in tables.values():
        column = rows.table.dated
        if column is None:
            continue
        for row in rows:
            if text(row[column]) > as_of:
                yield problem(row, column, f"a day up to as_of, {as_of}", row[column])


RULES = (
    keys_are_unique,
    references_exist,
    crosswalk_entities_exist,
    spells_start_before_they_end,
    nothing_is_later_than_as_of,
)
