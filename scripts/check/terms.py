"""When the term of each chamber was over by law."""

from __future__ import annotations

import datetime

from scripts.cells import Tables
from scripts.check.common import Problems, problem
from scripts.dates import full_date
from scripts.schema import Schema, text

LONGEST = 5
"""Years from an election to the next regular one: a chamber chosen early can sit for longer."""
POLLING_SINCE = datetime.date(1972, 1, 1)
"""Chambers chosen from then on are told by the day of the next election, earlier ones by that on
which the members retired."""


def terms_are_told_whole(schema: Schema, tables: Tables) -> Problems:
    """The day, which day it is, and from what it is known, all or none; it lies in the term."""
    for row in tables["elections"]:
        due, known = row["due_text"], (row["due_text"], row["due_kind"], row["due_basis"])
        if None in known and known != (None, None, None):
            yield problem(row, "due_text", "the day, its kind and its basis, or none", due)
        if due is None or row["date"] is None:
            continue
        if not 0 < int(due[:4]) - row["date"].year <= LONGEST:
            expected = f"a day 1 to {LONGEST} years after {row['date']}"
            yield problem(row, "due_text", expected, due)
        if row["date"] < POLLING_SINCE and row["due_kind"] != "members_retire":
            yield problem(row, "due_kind", "members_retire, as before 1972", row["due_kind"])
        if row["due_basis"] == "rule" and not _is_third_tuesday(full_date(due)):
            yield problem(row, "due_text", "a third Tuesday of September, by the rule", text(due))


def _is_third_tuesday(day: datetime.date | None) -> bool:
    return day is not None and day.month == 9 and day.weekday() == 1 and 15 <= day.day <= 21


RULES = (terms_are_told_whole,)
