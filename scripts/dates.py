"""Dates as far as they are known: 1935-07-25, 1935-07 or 1935."""

from __future__ import annotations

import datetime

_DAY = len("1935-07-25")


def full_date(partial: str | datetime.date | None) -> datetime.date | None:
    """The date if it is known to the day, and exists.

    A month or year alone gives null: no day is made up.
    """
    if isinstance(partial, datetime.date):
        return partial
    if not partial or len(partial) != _DAY:
        return None
    try:
        return datetime.date.fromisoformat(partial)
    except ValueError:
        return None


def within(day: str, first: str | None, last: str | None) -> bool:
    """Whether a day lies in a stretch, as far as its ends are known; null is an open end."""
    begins, ends = first or "", last or "9999"
    return begins <= day[: len(begins)] and day[: len(ends)] <= ends
