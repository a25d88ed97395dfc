"""The great offices: somebody holds each on every day, or it is told why nobody does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scripts.cells import Row, Tables
from scripts.check.appointments import spells
from scripts.check.common import Problems, cabinet_spans, events_by, problem
from scripts.curated.witnesses import offices_of_ministers
from scripts.schema import Schema, text
from scripts.vocabulary import GREAT_OFFICES

Gap = tuple[str, str, str]
"""An office, and the first and last day without a holder."""


def offices_are_held(schema: Schema, tables: Tables) -> Problems:
    """The days without a leader, or without one of four ministers, are those listed."""
    listed = {
        (row["office"], text(row["start_date"]), text(row["end_date"])): row
        for row in tables["vacancies"]
    }
    found = dict(_gaps(tables))
    for gap in sorted(set(found) - set(listed)):
        office, start, end = gap
        column = "date" if office == "prime_minister" else "start_text"
        expected = f"a holder of {office} from {start} to {end}, or a row in {VACANCIES}"
        yield problem(found[gap], column, expected, "nobody")
    for gap in sorted(set(listed) - set(found)):
        expected = "the first day of a stretch in which nobody held the office"
        yield problem(listed[gap], "start_date", expected, f"{gap[0]} from {gap[1]} to {gap[2]}")


VACANCIES = "data/curated/vacancies.csv"


def _gaps(tables: Tables) -> Iterator[tuple[Gap, Row]]:
    yield from _without_a_leader(tables)
    for office, held in _held(tables).items():
        until = ""
        for first, last, row in sorted(held, key=lambda one: one[:2]):
            if until and first > until:
                yield (office, until, first), row
            until = max(until, last)


def _held(tables: Tables) -> dict[str, list[tuple[str, str, Row]]]:
    """Who held each of the four ministries, acting ones too."""
    offices, held = offices_of_ministers(tables), defaultdict(list)
    for row, first, last in spells(tables):
        office = offices.get(row["post"])
        if office in GREAT_OFFICES:
            held[office].append((first, last, row))
    return held


def _without_a_leader(tables: Tables) -> Iterator[tuple[Gap, Row]]:
    """From the day on which a leader goes until another leads, or the next cabinet starts."""
    followed = events_by(tables, "leader_succeeds", "cabinet_id")
    spans = cabinet_spans(tables)
    for cabinet, gone in events_by(tables, "leader_leaves", "cabinet_id").items():
        for row in gone:
            days = [one["date"] for one in followed.get(cabinet, ()) if one["date"] >= row["date"]]
            end = min(days, default=spans[cabinet][1] if cabinet in spans else row["date"])
            if end > row["date"]:
                yield ("prime_minister", row["date"], end), row


RULES = (offices_are_held,)
