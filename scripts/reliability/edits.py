"""Edits of one cell, as a slip of the hand would make them: other text for the text of a cell."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable

from scripts.dates import full_date

Edit = Callable[[random.Random, str], str | None]
"""Other text for a cell; null where the slip cannot be made in it."""

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def a_day_off(rng: random.Random, text: str) -> str | None:
    """A date that is a day, a month, a year or ten years off, as far as it is known."""
    if not _DATE.fullmatch(text):
        return None
    day = full_date(text)
    if day is None:
        year = int(text[:4]) + rng.choice((-10, -1, 1, 10))
        return f"{year}{text[4:]}"
    days = rng.choice((-1, 1, -31, 31, -366, 366, -3652, 3652))
    return (day + datetime.timedelta(days=days)).isoformat()


def digits_swapped(rng: random.Random, text: str) -> str | None:
    """Two neighbouring digits in each other's place."""
    places = [
        at
        for at in range(len(text) - 1)
        if text[at : at + 2].isdecimal() and text[at] != text[at + 1]
    ]
    if not places:
        return None
    at = rng.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def a_number_off(rng: random.Random, text: str) -> str | None:
    """A number that is one, ten or a factor of ten off."""
    if not re.fullmatch(r"-?\d+", text):
        return None
    number = int(text)
    return str(rng.choice((number - 1, number + 1, number + 10, number * 10)))


def a_letter_off(rng: random.Random, text: str) -> str | None:
    """A letter or digit in the place of another one."""
    places = [at for at, character in enumerate(text) if character.isalnum()]
    if not places:
        return None
    at = rng.choice(places)
    letters = "0123456789" if text[at].isdigit() else "abcdefghijklmnopqrstuvwxyz"
    return text[:at] + rng.choice(letters.replace(text[at].lower(), "")) + text[at + 1 :]


def nothing(rng: random.Random, text: str) -> str | None:
    """No value."""
    return ""
