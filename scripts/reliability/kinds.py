"""The kinds of mutation: what a careless editor does to curated rows, each made and undone.

A mutation is made in the tables in memory, in the text of a cell as the file has it, so that what
reads the cell sees it first. Which kinds are harmless is fixed here, before any run: those that
change our own wording, which no reader takes for a fact.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts.cells import Row, Rows, Tables
from scripts.curated.read import read_cell
from scripts.curated.witnesses import cell_of, stance
from scripts.problems import Problem
from scripts.reliability import edits
from scripts.schema import Schema, text

WORDING = (
    "claim_id", "counter_example", "definition_as_stated", "example", "issue", "label", "label_en",
    "label_nl", "licence", "locator", "name_en", "note", "note_nl", "producer", "publisher",
    "reason", "rule", "statement", "subject", "summary_en", "summary_nl", "task", "title", "tried",
)  # fmt: skip
"""Columns of our own wording, where on a page something stands, and names on which nothing rests:
changing them changes no fact. (The days and figures in summaries and statements have rules.)"""
NAMES_ONLY = ("claims", "sources")
"""Tables whose ids are names on which no user joins: renamed everywhere they say the same."""
OPEN_LISTS = ("cabinet_aliases", "claims", "evidence")
"""Lists that can always be longer: a row that is gone makes nothing wrong that stands there."""


class Mutation(NamedTuple):
    """A mutation that was made: what reading the changed cells found, and how to undo it."""

    table: str
    what: str
    faults: list[Problem]
    undo: Callable[[], None]
    is_harmless: bool = False


Kind = Callable[[random.Random, Schema, Tables, Rows], Mutation | None]
"""Makes a mutation in a table; null where it found no place for one."""


def _set(schema: Schema, rows: Rows, row: Row, column: str, new: str) -> list[Problem]:
    """Puts a text into a cell as if it stood in the file; what reading it finds."""
    row[column], faults = read_cell(new, rows.table.columns[column], schema)
    return [Problem(row.file, row.line, column, *fault) for fault in faults]


def _change(schema: Schema, rows: Rows, cells: list[tuple[Row, str, str]]) -> Mutation:
    """Puts texts into some cells of a table."""
    before = [(row, column, row[column]) for row, column, _ in cells]
    faults = [fault for cell in cells for fault in _set(schema, rows, *cell)]

    def undo() -> None:
        for row, column, value in before:
            row[column] = value

    row, column, new = cells[0]
    what = f"{rows.table.row_id(row)}/{column}: {text(before[0][2])!r} -> {new!r}"
    harmless = all(column in WORDING for _, column, _ in cells)
    return Mutation(rows.table.name, what, faults, undo, harmless)


def _of_columns(wanted: Callable[..., bool], edit: edits.Edit) -> Kind:
    """A kind that edits one cell of a column of some sort."""

    def kind(rng: random.Random, schema: Schema, tables: Tables, rows: Rows) -> Mutation | None:
        names = [name for name in rows.table.curated if wanted(rows.table, name)]
        for _ in range(20 if names else 0):
            row, column = rng.choice(rows), rng.choice(names)
            old = text(row[column])
            new = edit(rng, old) if old else None
            if new is not None and new != old:
                return _change(schema, rows, [(row, column, new)])
        return None

    return kind


def _is_date(table, name: str) -> bool:
    column = table.columns[name]
    return column.type == "date" or column.partial or name.endswith("_text")


def _is_number(table, name: str) -> bool:
    return table.columns[name].type == "integer"


def _is_text(table, name: str) -> bool:
    column = table.columns[name]
    is_code = column.codelist or column.references
    return column.type == "string" and not is_code and not _is_date(table, name)


def _anything(table, name: str) -> bool:
    return True


def another_code(rng, schema: Schema, tables: Tables, rows: Rows) -> Mutation | None:
    """Another code of the list."""
    names = [name for name in rows.table.curated if rows.table.columns[name].codelist]
    columns = rows.table.columns
    return _another(
        rng, schema, rows, names, lambda name: schema.allowed[columns[name].codelist or ""]
    )


def another_id(rng, schema: Schema, tables: Tables, rows: Rows) -> Mutation | None:
    """The id of another row of the table to which the column refers."""
    columns = rows.table.columns
    names = [name for name in rows.table.curated if columns[name].references in tables]

    def ids(name: str) -> list[str]:
        other = tables[columns[name].references or ""]
        return [row[other.table.key[0]] for row in other]

    return _another(rng, schema, rows, names, ids)


def _another(rng, schema, rows, names, allowed) -> Mutation | None:
    for _ in range(20 if names else 0):
        row, name = rng.choice(rows), rng.choice(names)
        new = rng.choice(allowed(name))
        if row[name] is not None and new != text(row[name]):
            return _change(schema, rows, [(row, name, new)])
    return None


def swapped(rng, schema: Schema, tables: Tables, rows: Rows) -> Mutation | None:
    """The cells of two rows in each other's place, as a sorted column leaves them."""
    names = rows.table.curated
    for _ in range(20):
        first, second, name = rng.choice(rows), rng.choice(rows), rng.choice(names)
        one, other = text(first[name]), text(second[name])
        if one and other and one != other:
            return _change(schema, rows, [(first, name, other), (second, name, one)])
    return None


def row_lost(rng, schema: Schema, tables: Tables, rows: Rows) -> Mutation:
    """A row that is gone."""
    at = rng.randrange(len(rows))
    row, name = rows.pop(at), rows.table.name
    what = f"{rows.table.row_id(row)}: gone"
    return Mutation(name, what, [], lambda: rows.insert(at, row), name in OPEN_LISTS)


def row_twice(rng, schema: Schema, tables: Tables, rows: Rows) -> Mutation:
    """A row that stands there twice."""
    row = rng.choice(rows)
    rows.append(_copy(row))
    return Mutation(rows.table.name, f"{rows.table.row_id(row)}: twice", [], lambda: _drop(rows))


def row_added(rng, schema: Schema, tables: Tables, rows: Rows) -> Mutation | None:
    """A row like another one, under a key of its own."""
    table, row = rows.table, rng.choice(rows)
    keys = [name for name in table.key if name in table.curated]
    known = {table.row_id(other) for other in rows}
    for _ in range(20):
        new, name = _copy(row), rng.choice(keys)
        rows.append(new)
        faults = _set(schema, rows, new, name, _other_key(rng, schema, tables, rows, name, row))
        if table.row_id(new) not in known:
            return Mutation(table.name, f"{table.row_id(new)}: added", faults, lambda: _drop(rows))
        _drop(rows)
    return None


def _other_key(rng, schema, tables, rows: Rows, name: str, row: Row) -> str:
    """Other text for the part of a key: another id or code where it is one, else like it."""
    column, old = rows.table.columns[name], text(row[name])
    if column.references in tables:
        other = tables[column.references]
        return text(rng.choice(other)[other.table.key[0]])
    if column.codelist:
        return rng.choice(schema.allowed[column.codelist])
    for edit in (edits.a_day_off, edits.a_number_off):
        if new := edit(rng, old):
            return new
    return f"{old}-{rng.choice('abcxyz')}"


def _copy(row: Row) -> Row:
    new = Row(row)
    new.file, new.line = row.file, row.line
    return new


def _drop(rows: Rows) -> None:
    rows.pop()


def value_with_its_evidence(rng, schema: Schema, tables: Tables, rows: Rows) -> Mutation | None:
    """A value, and the `value` of all evidence that agrees with it, as find and replace does."""
    said = tables["evidence"]
    for _ in range(50):
        cell = cell_of(rng.choice(said))
        if cell.table_name != rows.table.name or cell.column_name not in rows.table.curated:
            continue
        row = next((one for one in rows if rows.table.row_id(one) == cell.row_id), None)
        if row is None or row[cell.column_name] is None or cell.column_name in rows.table.key:
            continue
        old = text(row[cell.column_name])
        new = _like(rng, schema, tables, rows, cell.column_name, old)
        if not new or new == old:
            continue
        of_cell = [one for one in said if cell_of(one) == cell]
        own = [one for one in of_cell if stance(one["value"], old) == "agrees"]
        if own:
            return _both(schema, rows, said, (row, cell.column_name, new), own)
    return None


def _like(rng, schema, tables, rows: Rows, name: str, old: str) -> str | None:
    """Other text of the kind that a cell holds."""
    column = rows.table.columns[name]
    if column.references in tables or column.codelist:
        return _other_key(rng, schema, tables, rows, name, Row({name: old}))
    for edit in (edits.a_day_off, edits.a_number_off, edits.a_letter_off):
        if new := edit(rng, old):
            return new
    return None


def _both(schema, rows: Rows, said: Rows, cell: tuple[Row, str, str], own: list[Row]) -> Mutation:
    first = _change(schema, rows, [cell])
    second = _change(schema, said, [(one, "value", cell[2]) for one in own])

    def undo() -> None:
        second.undo()
        first.undo()

    return Mutation(first.table, first.what, first.faults + second.faults, undo, first.is_harmless)


def id_everywhere(rng, schema: Schema, tables: Tables, rows: Rows) -> Mutation | None:
    """An id with a letter changed, everywhere where it stands."""
    table = rows.table
    if len(table.key) != 1 or table.columns[table.key[0]].type != "string":
        return None
    old = rng.choice(rows)[table.key[0]]
    new = edits.a_letter_off(rng, old) or ""
    cells = [
        (part, row, name)
        for part in tables.values()
        for name in part.table.curated
        if part.table.columns[name].references == table.name or (part is rows and name in table.key)
        for row in part
        if row[name] == old
    ]
    cells += [
        (tables["evidence"], row, "row_id")
        for row in tables["evidence"]
        if row["table_name"] == table.name and row["row_id"] == old
    ]
    faults = [fault for part, row, name in cells for fault in _set(schema, part, row, name, new)]

    def undo() -> None:
        for _, row, name in cells:
            row[name] = old

    what = f"{old} -> {new} everywhere"
    return Mutation(table.name, what, faults, undo, table.name in NAMES_ONLY)


SINGLE: dict[str, Kind] = {
    "value gone": _of_columns(_anything, edits.nothing),
    "date off": _of_columns(_is_date, edits.a_day_off),
    "digits swapped": _of_columns(_anything, edits.digits_swapped),
    "number off": _of_columns(_is_number, edits.a_number_off),
    "letter off": _of_columns(_is_text, edits.a_letter_off),
    "another code": another_code,
    "another id": another_id,
    "cells swapped": swapped,
    "row gone": row_lost,
    "row twice": row_twice,
    "row added": row_added,
}
"""Mutations of one place."""

COORDINATED: dict[str, Kind] = {
    "value with its evidence": value_with_its_evidence,
    "id everywhere": id_everywhere,
}
"""Mutations of all places that say the same."""


def places(tables: Tables) -> Iterator[str]:
    """The tables in which mutations are made, those of evidence the most often."""
    for name in tables:
        yield from [name] * (4 if name == "evidence" else 1)
