"""What the derivations share: dates as far as they are known, shares, and rows by key."""

from __future__ import annotations

import datetime

from scripts.cells import NOTHING, Cell, Rows, Tables, Value, derive_from, resting_on
from scripts.dates import full_date


def days_between(start: datetime.date | None, end: datetime.date | None) -> int | None:
    """Difference of two dates: the first day is not counted, the last is. Null if either is."""
    return None if start is None or end is None else (end - start).days


def percent(part: int | None, whole: int | None) -> float | None:
    """A share in percent with two decimals. Null if either number is, or the whole is nothing."""
    return None if part is None or not whole else round(100 * part / whole, 2)


def day_of(rows: Rows, row: dict | None, column: str = "date") -> Value:
    """The day of a row that is dated as far as is known; nothing where there is no row."""
    return NOTHING if row is None else derive_from(full_date, rows.cell(row, column))


def lasts(end: Value, *known: Value) -> Value:
    """Whether a spell that began lasts: it has no end, known or not."""
    is_open = all(value.value is None for value in (end, *known))
    return resting_on(is_open, end, *known)


def party_labels(tables: Tables) -> set[str]:
    """The groups that were no parties, but names that the literature gives."""
    return {row["party_id"] for row in tables["parties"] if row["party_kind"] == "label"}


def rule_of_counting(code: str) -> Value:
    """A count of nothing has no row to point at: it rests on the rule that counts, a code."""
    return Value(None, (Cell("codes", f"counting_rule/{code}", "definition"),))
