"""The columns of a table as people read them: labels beside codes, lists with commas."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from dutchcabinets import _package
from dutchcabinets._readable import labels
from dutchcabinets._tables import load

FIRST_DAY = datetime.date(1900, 3, 1)
"""Excel has no day before 1900, and takes 1900 for a leap year."""


@dataclasses.dataclass(frozen=True)
class Column:
    """A column of a file: its header, the type of its values, what they mean, and the values."""

    name: str
    type: str
    description: str
    values: list[Any]


def stored(table: str) -> list[Column]:
    """The columns of a table as they are."""
    rows = load(table, format="arrow")
    return [
        Column(field["name"], field["type"], field["description"], rows[field["name"]].to_pylist())
        for field in fields(table)
    ]


def fields(table: str) -> list[dict[str, Any]]:
    """What the descriptor says of each column of a table."""
    return list(_package.resource(table)["schema"]["fields"])


def readable(table: str, lang: str) -> list[Column]:
    """The columns of a table with a label beside each code, lists with commas, safe dates."""
    shown = []
    for field, column in zip(fields(table), stored(table), strict=True):
        if "delimiter" in field:
            shown.append(_with_commas(column, field["delimiter"]))
        elif column.type == "date":
            shown += safe_days(column)
        else:
            shown.append(column)
        if "codelist" in field:
            shown.append(_label(column, labels(field["codelist"], lang)))
    return shown


def safe_days(column: Column) -> list[Column]:
    """A column of dates; one with a day before 1900 is ISO text, with the year beside it.

    Of a column that mixes dates and text, programs sort the text after all dates.
    """
    if all(day is None or day >= FIRST_DAY for day in column.values):
        return [column]
    name = column.name.removesuffix("_date")
    name = "year" if name == "date" else f"{name}_year"
    days = [day and day.isoformat() for day in column.values]
    years = [day and day.year for day in column.values]
    return [
        dataclasses.replace(column, type="string", values=days),
        Column(name, "integer", f"Year of {column.name}.", years),
    ]


def _with_commas(column: Column, delimiter: str) -> Column:
    values = [cell and cell.replace(delimiter, ", ") for cell in column.values]
    return dataclasses.replace(column, values=values)


def _label(column: Column, words: dict[str, str]) -> Column:
    values = [None if code is None else words[str(code)] for code in column.values]
    return Column(f"{column.name}_label", "string", f"Label of {column.name}.", values)
