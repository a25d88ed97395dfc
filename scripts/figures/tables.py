"""The built tables as rows, and how days are placed in time."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from typing import Any

import dutchcabinets
from dutchcabinets import _package

Day = datetime.date
Row = dict[str, Any]


class Tables(dict[str, list[Row]]):
    """The rows of each built table, read when first asked for; dates are dates, null is None."""

    def __missing__(self, name: str) -> list[Row]:
        self[name] = dutchcabinets.load(name, format="arrow").to_pylist()
        return self[name]

    @property
    def as_of(self) -> Day:
        """The day up to which the data were checked."""
        return datetime.date.fromisoformat(_package.package()["as_of"])


def short(name: str) -> str:
    """The name of a cabinet without the word for it."""
    return name.removeprefix("Kabinet-")


def one(rows: Iterable[Row], **values: object) -> Row | None:
    """The first row with these values, if there is one."""
    return next((row for row in rows if all(row[key] == values[key] for key in values)), None)


def cabinet_phases(tables: Tables) -> list[Row]:
    """The phases of all cabinets in order, each with the days `drawn_from` and `drawn_to`.

    A day that is known to the month or year alone is drawn in the middle of the stretch in which it
    lies; what still goes on is drawn up to the day to which the data were checked.
    """
    found = []
    for cabinet in sorted(tables["cabinets"], key=lambda row: row["sequence"]):
        own = [
            row for row in tables["cabinet_phases"] if row["cabinet_id"] == cabinet["cabinet_id"]
        ]
        own.sort(key=lambda row: row["phase"])
        end = cabinet["end_date"] or tables.as_of
        starts = [_start(own, number, end) for number in range(len(own))]
        ends = [*starts[1:], end]
        for row, first, last in zip(own, starts, ends, strict=True):
            found.append({**row, "drawn_from": first, "drawn_to": last})
    return found


def _start(phases: list[Row], number: int, end: Day) -> Day:
    row = phases[number]
    if row["start_date"]:
        return row["start_date"]
    before = [other["start_date"] for other in phases[:number] if other["start_date"]]
    after = [other["start_date"] for other in phases[number:] if other["start_date"]]
    first, last = _stretch(row["start_text"])
    first, last = max(first, *before), min(last, *after, end)
    return first + (last - first) / 2


def _stretch(partial: str) -> tuple[Day, Day]:
    """The first and last day of a month or year such as 1856-06 or 1873."""
    year, _, month = partial.partition("-")
    if not month:
        return datetime.date(int(year), 1, 1), datetime.date(int(year), 12, 31)
    days = calendar.monthrange(int(year), int(month))[1]
    return datetime.date(int(year), int(month), 1), datetime.date(int(year), int(month), days)
