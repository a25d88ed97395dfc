"""A summary of a fall says nothing that no cell holds: its days are days of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.cells import Tables
from scripts.check.common import Problems, problem
from scripts.printed.days import days_in
from scripts.schema import Schema, text

SUMMARIES = ("summary_en", "summary_nl")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


def summaries_tell_days_of_the_tables(schema: Schema, tables: Tables) -> Problems:
    """A day in a summary is that of an event, election or commission, or one that a source prints.

    Where no year is printed beside it, it is in one that the summary names, or in that of the fall.
    """
    known = set(_days(tables))
    dates = {row["event_id"]: text(row["date"]) for row in tables["events"]}
    for row in tables["falls"]:
        fell = dates.get(text(row["event_id"]), "")[:4]
        for column in SUMMARIES:
            years = {fell, *_YEAR.findall(text(row[column]))}
            for year, month, day in days_in(text(row[column])):
                if month is None or day is None:
                    continue
                ends = {f"{one}-{month:02d}-{day:02d}" for one in ([year] if year else years)}
                if not ends & known:
                    expected = "a day of an event, election or commission"
                    yield problem(row, column, expected, min(ends))


def summaries_tell_the_same_numbers(schema: Schema, tables: Tables) -> Problems:
    """The English and the Dutch summary have the same figures, of days, votes and amounts."""
    for row in tables["falls"]:
        english, dutch = (sorted(re.findall(r"\d+", text(row[column]))) for column in SUMMARIES)
        if english != dutch:
            found = f"{' '.join(dutch) or 'none'} where English has {' '.join(english) or 'none'}"
            yield problem(row, "summary_nl", "the figures of the English summary", found)


def _days(tables: Tables) -> Iterator[str]:
    for name, columns in {
        "events": ("date",),
        "elections": ("date", "first_polling_date"),
        "formation_stages": ("start_date", "end_date"),
    }.items():
        for row in tables[name]:
            yield from (text(row[column]) for column in columns)
    for row in tables["elections"]:
        yield from text(row["runoff_dates"]).split(";")
    yield from (text(row["value"]) for row in tables["evidence"])


RULES = (summaries_tell_days_of_the_tables, summaries_tell_the_same_numbers)
