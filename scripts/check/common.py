"""What the rules share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from scripts.cells import Row, Tables
from scripts.problems import Problem
from scripts.remember import remembered
from scripts.schema import text

Problems = Iterator[Problem]
"""What a rule yields."""


def problem(row: Row, column: str, expected: str, found: object) -> Problem:
    """What is wrong with one cell of a curated row."""
    return Problem(row.file, row.line, column, expected, text(found) or "nothing")


def in_sequence(tables: Tables) -> list[Row]:
    """The cabinets one after the other."""
    return sorted(tables["cabinets"], key=lambda row: row["sequence"] or 0)


def events_by(tables: Tables, event_type: str, column: str) -> dict[str, list[Row]]:
    """The events of a type by the id in a column, in order of date."""
    found = defaultdict(list)
    for row in tables["events"]:
        if row["event_type"] == event_type and row[column] and row["date"]:
            found[row[column]].append(row)
    return {key: sorted(rows, key=lambda row: row["date"]) for key, rows in found.items()}


@remembered
def cabinet_spans(tables: Tables) -> dict[str, tuple[str, str]]:
    """First and last day of each cabinet as text; a cabinet lasts until the next is inaugurated."""
    starts = events_by(tables, "inauguration", "cabinet_id")
    order = [row["cabinet_id"] for row in in_sequence(tables)]
    known = [(cabinet, starts[cabinet][0]["date"]) for cabinet in order if cabinet in starts]
    ends = [start for _, start in known[1:]] + ["9999-12-31"]
    return {cabinet: (start, end) for (cabinet, start), end in zip(known, ends, strict=False)}


PARTY_LISTS = ("against", "parties")
"""Columns that hold ids of parties, and whoever else acted, separated by semicolons."""


def sizes_of_chamber(tables: Tables, chamber: str | None, first: str, last: str) -> list[int]:
    """The sizes that a chamber has from a first day to a last one, most often one."""
    return [
        row["seats"]
        for row in tables["chamber_sizes"]
        if row["chamber"] == chamber
        and text(row["start_date"]) <= last
        and first < (text(row["end_date"]) or "9999")
    ]


def values(rows: Iterable[Row], column: str) -> set:
    """The values of a column."""
    return {row[column] for row in rows}
