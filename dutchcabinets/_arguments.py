"""What users pass: whole numbers and days, read strictly, so that no slip gives a wrong answer."""

from __future__ import annotations

import datetime
import operator
import re


def whole_number(name: str, value: object) -> int:
    """A whole number. Raises ValueError that says what was expected; text is none, nor is True."""
    try:
        if isinstance(value, bool):
            raise TypeError
        return operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        raise ValueError(f"{name}: expected a whole number, found {value!r}") from None


def day(name: str, value: object) -> datetime.date:
    """A day: an ISO date such as "2021-03-17", a date, or a datetime without a time zone.

    Raises:
        ValueError: it is none of these, or a datetime with a time zone, whose day depends on where
            one stands.
    """
    if isinstance(value, datetime.datetime):
        if value.tzinfo is not None:
            raise ValueError(f"{name}: expected a day without a time zone, found {value!r}")
        # NaT is a datetime that has no day.
        if value == value:
            return datetime.date(value.year, value.month, value.day)
    elif isinstance(value, datetime.date):
        return value
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    expected = 'a date such as "2021-03-17" (year, month, day)'
    raise ValueError(f"{name}: expected {expected}, found {value!r}")
