"""Claims on a length: of a formation, a commission, a cabinet, a premiership, or an age."""

from __future__ import annotations

import dataclasses
import datetime
import itertools

from scripts.claims.result import UNTESTABLE, Result, key_of, number, untestable
from scripts.claims.things import Item, Things
from scripts.vocabulary import PREFERRED_DEFINITIONS

_PER_UNIT = {"weeks": 7, "months": 30.44, "years": 365.25}


@dataclasses.dataclass(frozen=True)
class _Claimed:
    """The length that a claim states, in its unit, and the day on which it is to hold."""

    value: float
    printed: str
    unit: str
    as_of: datetime.date | None

    def fits(self, days: int | None) -> bool:
        """Whether a length in days is this one; other units are rounded, or rounded down."""
        if days is None:
            return False
        per = _PER_UNIT.get(self.unit)
        return days == self.value if per is None else self.value in (round(days / per), days // per)

    def had_ended(self, item: Item) -> bool:
        return self.as_of is None or item.end is None or item.end <= self.as_of


def judge_days(claim: dict, things: Things) -> Result:
    """A length: of a formation under the definition stated, or any if none is."""
    result = _length(claim, things)
    says = claim["measure"] != "formation" or claim["definition_claimed"] is not None
    if says or result.definition in (None, *PREFERRED_DEFINITIONS[:2]):
        return result
    if not result.verdict.startswith("reproduced"):
        return result
    explanation = f"{result.explanation} The source does not say what it counts."
    return dataclasses.replace(result, explanation=explanation)


def _length(claim: dict, things: Things) -> Result:
    value, tried = number(claim["value"]), _items(claim, things)
    if value is None or not tried:
        return UNTESTABLE
    if claim["measure"] == "age" and claim["unit"] == "years":
        return _birthdays(tried[0], value)
    stated = claim["definition_claimed"]
    is_formation = claim["measure"] == "formation"
    meant = [item for item in tried if item.definition == stated or not (is_formation and stated)]
    claimed = _Claimed(value, claim["value"], claim["unit"] or "days", claim["as_of"])
    for test in (_by_difference, _as_of_its_day, _by_both_ends):
        if found := test(meant, claimed):
            return found
    for item in meant:
        if found := _by_other_dates(item, claimed, things):
            return found
    if not meant:
        return untestable("Under the definition that it states, the tables have no length.")
    return _refuted(meant, tried, claimed)


def _items(claim: dict, things: Things) -> list[Item]:
    """What the claim can be about: a formation under each definition, or one thing."""
    key = key_of(claim)
    definitions = PREFERRED_DEFINITIONS if claim["measure"] == "formation" else (None,)
    found = (things.item(claim["measure"], key, definition) for definition in definitions)
    return [item for item in found if item]


def _birthdays(item: Item, value: float) -> Result:
    """An age in years is the number of birthdays, not a length that is rounded."""
    birth, start = item.start, item.end or item.start
    years = start.year - birth.year
    if (start.month, start.day) < (birth.month, birth.day):
        years -= 1
    explanation = f"Born on {birth}, {years} years old on taking office on {start}."
    return Result("reproduced" if years == value else "refuted", explanation, years)


def _by_difference(meant: list[Item], claimed: _Claimed) -> Result | None:
    for item in meant:
        if claimed.fits(item.days) and claimed.had_ended(item):
            explanation = f"{item.label}: {item.span()} is {item.days} days."
            return Result("reproduced", explanation, item.days, item.definition)
    return None


def _as_of_its_day(meant: list[Item], claimed: _Claimed) -> Result | None:
    """A length that was true on the day of the claim, while the thing lasted."""
    day = claimed.as_of
    for item in meant:
        days = item.days_on(day)
        if day is None or days is None or item.start > day:
            continue
        told = f"{item.label}: on {day} it was {days} days since {item.start}"
        if claimed.fits(days):
            return Result("reproduced_as_of", f"{told}.", days, item.definition)
        if claimed.fits(days + 1):
            told += f"; {claimed.printed} counts both ends."
            return Result("reproduced_inclusive", told, days, item.definition)
    return None


def _by_both_ends(meant: list[Item], claimed: _Claimed) -> Result | None:
    for item in meant:
        if item.days is not None and claimed.fits(item.days + 1):
            told = f"{item.label}: {item.span()} is {item.days} days"
            told += f"; {claimed.printed} counts both ends."
            return Result("reproduced_inclusive", told, item.days, item.definition)
    return None


def _by_other_dates(item: Item, claimed: _Claimed, things: Things) -> Result | None:
    """Contested, if the value follows from dates that sources print for one end or both."""
    if not item.ends or item.end is None:
        return None
    starts = {item.start: set(), **things.other_dates(item.ends[0])}
    ends = {item.end: set(), **things.other_dates(item.ends[1])}
    for (start, by_start), (end, by_end) in itertools.product(starts.items(), ends.items()):
        days = (end - start).days
        is_other = (start, end) != (item.start, item.end)
        if is_other and (claimed.fits(days) or claimed.fits(days + 1)):
            who = ", ".join(sorted(by_start | by_end))
            adopted = f"{item.label}: {item.span()} is {item.days} days by the adopted dates"
            explanation = f"{adopted}; {claimed.printed} follows from {start} to {end} ({who})."
            return Result("contested", explanation, item.days, item.definition)
    return None


def _refuted(meant: list[Item], tried: list[Item], claimed: _Claimed) -> Result:
    """What the length is instead, and which other definition would give the number."""
    item, day = meant[0], claimed.as_of
    days = item.days_on(day)
    if days is None:
        return UNTESTABLE
    when = f"{item.span()} is {days} days"
    if day and (item.end is None or item.end > day):
        when = f"on {day} {days} days since {item.start}"
    hint = ""
    for other in (other for other in tried if other not in meant):
        if claimed.value in (other.days, (other.days or 0) + 1):
            hint = f"; {claimed.printed} is {other.label} ({other.span()})"
            break
    explanation = f"{item.label}: {when}, not {claimed.printed} {claimed.unit}{hint}."
    return Result("refuted", explanation, days, item.definition)
