"""The fact checker: every length in the tables by its number of days, and what gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.site.facts import Facts, Row
from scripts.site.figures import TERM, claimed, figures
from scripts.site.grid import Grid
from scripts.site.page import Page
from scripts.site.pages import claims
from scripts.site.words import LANGUAGES

STEP = 700
"""The terms of persons are many: a page holds those of so many days."""
DAYS = ("days", "days >= 0")
"""Units of claims that speak of days."""


def pages(facts: Facts) -> Iterator[Page]:
    rows = figures(facts)
    terms = [row for row in rows if row["measure"] == TERM]
    counted = [row for row in rows if row["measure"] != TERM]
    parts = _parts(terms)
    data = {
        "groups": _groups(counted),
        "claims": _claims(facts),
        "parts": {part: in_words(part) for part in parts},
        "figures": Grid("figures", rows, "days"),
    }
    yield Page("checker/", "checker", data, "checker.title")
    for part, own in parts.items():
        data = {"groups": _groups(own), "terms": Grid("terms", own, "days")}
        values = {"part": in_words(part)}
        yield Page(f"checker/terms/{part}/", "figures", data, "checker.terms_title", values)


def _groups(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["days"], []).append(row)
    return found


def _parts(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        first = row["days"] // STEP * STEP
        last = first + STEP - 1
        found.setdefault(f"{first}-{last}" if first < 2 * STEP else f"{2 * STEP}-", []).append(row)
    return found


def in_words(part: str) -> dict[str, str]:
    """From how many days to how many, in each language."""
    first, _, last = part.partition("-")
    if last:
        return dict.fromkeys(LANGUAGES, f"{first}\u2013{last}")
    return {"en": f"{first} or more", "nl": f"{first} of meer"}


def _claims(facts: Facts) -> Counter[int]:
    """How many claims print a number of days."""
    rows = claimed(facts, claims.pages(facts))
    return Counter(int(float(row["value"])) for row in rows if row["unit"] in DAYS)
