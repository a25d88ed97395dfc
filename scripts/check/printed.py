"""What evidence gives as a value is what the source prints, as far as a machine can read that."""

from __future__ import annotations

import functools
from collections.abc import Callable

from scripts.cells import Row, Tables
from scripts.check.common import Problems, problem
from scripts.crosscheck.terminations import TERMINATIONS
from scripts.printed import CONFIRMS, CONTRADICTS, UNDECIDED
from scripts.printed.codes import WORDS, read_code
from scripts.printed.days import read_day
from scripts.printed.names import Names, read_exactly, read_role, read_words
from scripts.printed.numbers import read_number
from scripts.schema import Column, Schema, text

Reader = Callable[[str, str], str]

EXACT = ("external_id", "initials", "paper")
"""Columns whose value stands in what is printed letter for letter."""
NAMED = ("alias", "family_name", "full_name", "given_names",
         "list_name", "name")  # fmt: skip
"""Columns whose value is a name as sources write it."""


class Readers:
    """The reader of each column: what it makes of a text and a value."""

    def __init__(self, schema: Schema, tables: Tables):
        self._schema = schema
        self._known: dict[tuple[str, str], Reader] = {}
        self._parties = Names(party_names(tables))
        self._persons = Names(
            {row["person_id"]: {text(row["full_name"]), text(row["family_name"])}
             for row in tables["persons"]}
        )  # fmt: skip
        self._days = {row["election_id"]: text(row["date"]) for row in tables["elections"]}

    def read(self, said: Row) -> str:
        """What the reading of one statement comes to."""
        column = self._schema.tables[said["table_name"]].columns.get(said["column_name"])
        printed, value = said["value_as_printed"], said["value"]
        # Of a fall, sources name those with whom a party broke as well.
        if column is None or None in (printed, value) or said["table_name"] == "fall_causes":
            return UNDECIDED
        key = said["table_name"], said["column_name"]
        if key not in self._known:
            self._known[key] = self._reader(column)
        return self._known[key](printed, value)

    def _reader(self, column: Column) -> Reader:
        if column.type == "date" or column.partial or column.name.endswith("_text"):
            return read_day
        if column.items == "date":
            return lambda printed, value: _worst(read_day(printed, day) for day in value.split(";"))
        if column.type == "integer" and not column.codelist:
            return read_number
        if column.type == "number":
            return _read_decimal
        if column.references == "elections":
            return lambda printed, value: read_day(printed, self._days.get(value, "")[:4])
        if column.references == "persons":
            return self._persons.read
        if column.references == "parties" or column.name == "parties":
            return self._parties.read
        if column.codelist == "commission":
            return read_role
        if column.codelist in WORDS:
            return functools.partial(read_code, column.codelist)
        if column.name in EXACT:
            return read_exactly
        if column.name == "published_code":
            return _read_termination
        return read_words if column.name in NAMED else _read_nothing


def _worst(readings) -> str:
    found = set(readings)
    return next((one for one in (CONTRADICTS, UNDECIDED) if one in found), "confirms")


def _read_decimal(printed: str, value: str) -> str:
    """A place on a scale is printed as a number and nothing else; 6 is 6.0."""
    try:
        return CONFIRMS if float(printed) == float(value) else CONTRADICTS
    except ValueError:
        return CONTRADICTS


def _read_nothing(printed: str, value: str) -> str:
    """Of most codes the words say nothing to a machine; but words they are."""
    return UNDECIDED if any(map(str.isalpha, printed)) else CONTRADICTS


def _read_termination(printed: str, value: str) -> str:
    """ParlGov prints a number for the way in which a cabinet ended."""
    code = TERMINATIONS.get(printed)
    return UNDECIDED if code is None else CONFIRMS if code == value else CONTRADICTS


def own_names(tables: Tables) -> dict[str, set[str]]:
    """What each party is called: its names and its abbreviation.

    Labels are left out: their words (liberals) are those of many texts.
    """
    parties = (row for row in tables["parties"] if row["party_kind"] != "label")
    return {
        row["party_id"]: {text(row[name]) for name in ("name", "name_en", "abbreviation")}
        for row in parties
    }


def party_names(tables: Tables) -> dict[str, set[str]]:
    """What each party is called, by itself and on its lists."""
    names = own_names(tables)
    for row in (*tables["election_results"], *tables["unseated_lists"]):
        if row["party_id"] in names:
            names[row["party_id"]].add(text(row["list_name"]))
    return names


def values_are_as_printed(schema: Schema, tables: Tables) -> Problems:
    """A day, number or name that evidence gives is one that the source prints."""
    readers = Readers(schema, tables)
    for row in tables["evidence"]:
        if readers.read(row) == CONTRADICTS:
            expected = f"{row['value']}, or what is printed of it"
            yield problem(row, "value_as_printed", expected, row["value_as_printed"])


RULES = (values_are_as_printed,)
