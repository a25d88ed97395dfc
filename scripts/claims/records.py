"""Claims on records: the day on which one is equalled or passed, and the days to go until then."""

from __future__ import annotations

import dataclasses
import datetime

from scripts.claims.result import UNTESTABLE, Result, definition_of, key_of, number
from scripts.claims.things import Item, Things

_A_DAY = datetime.timedelta(days=1)


@dataclasses.dataclass(frozen=True)
class _Chase:
    """A running thing on its way to the record of the day on which it began."""

    record: Item
    equalled: datetime.date

    def told(self) -> str:
        return f"{self.record.name} ({self.record.days or 0} days)"

    def day(self, unit: str) -> datetime.date:
        """The day on which the record is equalled or passed."""
        return self.equalled + _A_DAY if unit == "passes" else self.equalled


def _chase(claim: dict, things: Things) -> _Chase | None:
    own = things.item(claim["measure"], key_of(claim), definition_of(claim))
    if own is None or things.begins_too_late(claim):
        return None
    begin = own.spells[-1][0]
    before = sum((end - start).days for start, end in own.spells[:-1] if end)
    record = things.scope(claim, definition_of(claim)).record(begin)
    if record is None:
        return None
    return _Chase(record, begin + datetime.timedelta(days=(record.days or 0) - before))


def judge_record(claim: dict, things: Things) -> Result:
    """The day on which a running thing equals or passes a record."""
    chase = _chase(claim, things)
    if chase is None:
        return UNTESTABLE
    day = chase.day(claim["unit"])
    equalled = f"was equalled on {chase.equalled} and passed the day after"
    verdict = "reproduced" if day.isoformat() == claim["value"] else "refuted"
    explanation = f"The record of {chase.told()} {equalled}."
    return Result(verdict, explanation, day, definition_of(claim))


def judge_remaining(claim: dict, things: Things) -> Result:
    """Days to go until a record is equalled or passed."""
    chase, value, day = _chase(claim, things), number(claim["value"]), claim["as_of"]
    if chase is None or value is None or day is None:
        return UNTESTABLE
    days, left = (chase.day(claim["unit"]) - day).days, (chase.equalled - day).days
    until = f"until {chase.told()} was equalled on {chase.equalled}"
    explanation = f"From {day} it was {left} days {until}."
    # "502 days to go before he passes" counts the days that are still to be sat: up to the day on
    # which the record is equalled.
    verdict = "reproduced" if value in (days, left) else "refuted"
    derived = left if value == left else days
    return Result(verdict, explanation, derived, definition_of(claim))
