"""Keys, ids and spells: the same for every table."""

from __future__ import annotations

from scripts.check.common import Problems, problem
from scripts.read import Tables
from scripts.schema import Schema, text


def keys_are_unique(schema: Schema, tables: Tables) -> Problems:
    for name, rows in tables.items():
        table = schema.tables[name]
        seen: dict[str, int] = {}
        for row in rows:
            key = table.row_id(row)
            if key in seen:
                column = ", ".join(table.key)
                yield problem(schema, name, row, column, "a key that occurs once", f"{key} again (line {seen[key]})")
            seen.setdefault(key, row.line)


def references_exist(schema: Schema, tables: Tables) -> Problems:
    ids = {name: {row[schema.tables[name].key[0]] for row in rows} for name, rows in tables.items()}
    for name, rows in tables.items():
        for column in schema.tables[name].columns.values():
            if column.references and column.name in schema.tables[name].curated:
                for row in rows:
                    if row[column.name] is not None and row[column.name] not in ids[column.references]:
                        expected = f"an id in {schema.tables[column.references].path}"
                        yield problem(schema, name, row, column.name, expected, row[column.name])


def crosswalk_entities_exist(schema: Schema, tables: Tables) -> Problems:
    plural = {"cabinet": "cabinets", "party": "parties", "person": "persons", "election": "elections"}
    ids = {entity: {row[f"{entity}_id"] for row in tables[name]} for entity, name in plural.items()}
    for row in tables["crosswalk"]:
        if row["entity"] and row["entity_id"] not in ids[row["entity"]]:
            expected = f"an id in {schema.tables[plural[row['entity']]].path}"
            yield problem(schema, "crosswalk", row, "entity_id", expected, row["entity_id"])


def spells_start_before_they_end(schema: Schema, tables: Tables) -> Problems:
    pairs = (
        ("start_date", "end_date"), ("start_text", "end_text"), ("birth_date", "death_date"), ("founded", "dissolved"),
        ("first_polling_date", "date"),
    )  # fmt: skip
    for name, rows in tables.items():
        for first, last in pairs:
            if {first, last} <= set(schema.tables[name].curated):
                for row in rows:
                    if row[first] and row[last] and text(row[last]) < text(row[first]):
                        yield problem(schema, name, row, last, f"a day not before {first} {row[first]}", row[last])


def nothing_is_later_than_as_of(schema: Schema, tables: Tables) -> Problems:
    as_of = schema.package["as_of"].isoformat()
    dated = {"events": "date", "elections": "date", "formation_stages": "start_date", "chamber_seats": "date_text"}
    for name, column in dated.items():
        for row in tables[name]:
            if text(row[column]) > as_of:
                yield problem(schema, name, row, column, f"a day up to as_of, {as_of}", row[column])
