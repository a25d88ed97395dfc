"""Premierships, and who chaired the council of ministers before 1945."""

from __future__ import annotations

import dataclasses
from typing import Any

from scripts.cells import NOTHING, Rows, Tables, Value, derive_from, resting_on
from scripts.dates import full_date
from scripts.derive.common import by, day_of, days_between, grouped
from scripts.derive.spans import cabinet_spans
from scripts.schema import Table, text
from scripts.vocabulary import CHANGES_OF_LEADER, MINISTER_PRESIDENT_SINCE


def council_chairs(curated: Tables) -> Rows:
    """Dates are null unless the day is known."""
    own, persons = curated["council_chairs"], curated["persons"]
    known = by(persons, "person_id")
    rows = []
    for row in own:
        days = {f"{end}_date": derive_from(full_date, own.cell(row, f"{end}_text"))
                for end in ("start", "end")}  # fmt: skip
        name = persons.cell(known[row["person_id"]], "full_name")
        # The last of them ended as the office of minister-president began.
        is_current = derive_from(_is_of_today, own.cell(row, "start_text"))
        rows.append({**row, **days, "name": name, "is_current": is_current})
    return Rows.derived(own.table, rows, own)


def _is_of_today(start: str) -> bool:
    return start >= text(MINISTER_PRESIDENT_SINCE)


@dataclasses.dataclass
class _Premiership:
    """A premiership while it is put together."""

    person: str
    start: Value
    cabinets: list[str]
    led: list[Value]
    end: Value = NOTHING


def prime_ministers(table: Table, curated: Tables) -> Rows:
    """Cabinets that follow each other under one person are one premiership.

    A leader who leaves or dies ends it before.
    """
    persons = curated["persons"]
    known = by(persons, "person_id")
    rows = []
    for spell in _premierships(curated):
        name = persons.cell(known[spell.person], "full_name")
        rows.append(
            {"person_id": resting_on(spell.person, *spell.led),
             "name": name,
             "start_date": spell.start,
             "end_date": spell.end,
             "is_current": resting_on(spell.end is NOTHING, spell.start, spell.end),
             "days": derive_from(days_between, spell.start, spell.end),
             "cabinets": resting_on(";".join(spell.cabinets), *spell.led),
             "office": _office(curated, spell)}
        )  # fmt: skip
    return Rows.derived(table, rows)


def _premierships(curated: Tables) -> list[_Premiership]:
    spans, cabinets, events = cabinet_spans(curated), curated["cabinets"], curated["events"]
    changes = [row for row in events if row["event_type"] in CHANGES_OF_LEADER]
    ordered = sorted(changes, key=lambda row: (row["date"], row["event_type"]))
    turns = grouped(ordered, "cabinet_id")
    spells: list[_Premiership] = []
    for cabinet in sorted(cabinets, key=lambda row: row["sequence"]):
        key = cabinet["cabinet_id"]
        leads = cabinets.cell(cabinet, "prime_minister_id")
        _begin(spells, cabinet["prime_minister_id"], key, spans[key].start, leads)
        for turn in turns.get(key, ()):
            day, person = day_of(events, turn), turn["person_id"]
            if turn["event_type"] == "leader_succeeds":
                _begin(spells, person, key, day, events.cell(turn, "person_id"))
            elif spells[-1].person == person and spells[-1].end is NOTHING:
                spells[-1].end = day
    return spells


def _begin(spells: list[_Premiership], person: str, cabinet: str, day: Value, leads: Value) -> None:
    """A person leads a cabinet from a day on: a new premiership, or the last one goes on."""
    if spells and spells[-1].end is NOTHING:
        if spells[-1].person == person:
            spells[-1].cabinets.append(cabinet)
            spells[-1].led.append(leads)
            return
        spells[-1].end = day
    spells.append(_Premiership(person, day, [cabinet], [leads]))


def _office(curated: Tables, spell: _Premiership) -> Value:
    """The highest office that a leader held in law in a stretch of time."""
    if spell.start.value >= MINISTER_PRESIDENT_SINCE:
        return resting_on("minister_president", spell.start)
    chairs = curated["council_chairs"]
    start, end = text(spell.start.value), text(spell.end.value)

    def is_within(row: dict[str, Any]) -> bool:
        until = row["end_text"] or "9999"
        return row["start_text"] < end and until >= start[: len(until)]

    held = [row for row in chairs if row["person_id"] == spell.person and is_within(row)]
    if not held:
        return NOTHING
    highest = max(held, key=lambda row: row["office"] == "permanent_chairman")
    return resting_on(highest["office"], *(chairs.cell(row, "office") for row in held))
