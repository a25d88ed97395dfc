"""Premierships, and who chaired the council of ministers before 1945."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from scripts.cells import NOTHING, Row, Rows, Tables, Value, by, derive_from, grouped, resting_on
from scripts.dates import full_date
from scripts.derive.common import day_of, days_between
from scripts.derive.composition import age_on
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


def prime_ministers(
    table: Table, curated: Tables, appointments: Rows, phases: Rows, falls: Rows
) -> Rows:
    """Cabinets that follow each other under one person are one premiership.

    A leader who leaves or dies ends it before.
    """
    persons = curated["persons"]
    known, told = by(persons, "person_id"), _Told(appointments, phases, falls)
    chairs = grouped(curated["council_chairs"], "person_id")
    rows = []
    for spell in _premierships(curated):
        person = known[spell.person]
        born = persons.cell(person, "birth_date")
        rows.append(
            {"person_id": resting_on(spell.person, *spell.led),
             "name": persons.cell(person, "full_name"),
             "party_id": told.party(spell),
             "birth_date": born,
             "age": derive_from(_age, spell.start, born),
             "start_date": spell.start,
             "end_date": spell.end,
             "is_current": resting_on(spell.end is NOTHING, spell.start, spell.end),
             "days": derive_from(days_between, spell.start, spell.end),
             "days_caretaker": told.days_caretaker(spell),
             "falls": told.falls(spell),
             "cabinets": resting_on(";".join(spell.cabinets), *spell.led),
             "office": _office(curated, chairs, spell)}
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


def _age(start: datetime.date, born: str | None) -> int | None:
    return age_on(start, full_date(born))


class _Told:
    """What other derived tables tell of a premiership."""

    def __init__(self, appointments: Rows, phases: Rows, falls: Rows):
        self._appointments, self._phases, self._falls = appointments, phases, falls
        self._posts = grouped(appointments, "cabinet_id")
        self._stretches = grouped(phases, "cabinet_id")
        self._ended = by([row for row in falls if row["outcome"] == "ended"], "cabinet_id")

    def party(self, spell: _Premiership) -> Value:
        """The party at the start, as the post in the first cabinet has it."""
        for row in self._posts.get(spell.cabinets[0], ()):
            if row["person_id"] == spell.person and row["party_id"]:
                return self._appointments.cell(row, "party_id")
        return NOTHING

    def days_caretaker(self, spell: _Premiership) -> Value:
        """The days of the phases in which the cabinet that one leads is caretaker."""
        phases = self._phases
        stretches = [row for cabinet in spell.cabinets for row in self._stretches[cabinet]]
        own = [row for row in stretches if row["prime_minister_id"] == spell.person]
        days = [phases.cell(row, "days") for row in own if row["status"] == "caretaker"]
        if not days:
            return resting_on(0, *(phases.cell(row, "status") for row in own))
        is_known = all(day.value is not None for day in days)
        return resting_on(sum(day.value for day in days), *days) if is_known else NOTHING

    def falls(self, spell: _Premiership) -> Value:
        """The falls that ended the cabinets while one led them."""
        start, end = spell.start.value, spell.end.value or datetime.date.max
        own = [self._ended[cabinet] for cabinet in spell.cabinets if cabinet in self._ended]
        # Where the day is not known, one leader had the cabinet to its end.
        own = [row for row in own if row["date"] is None or start <= row["date"] <= end]
        if not own:
            return NOTHING
        of_cabinets = (self._falls.cell(row, "cabinet_id") for row in own)
        return resting_on(";".join(row["fall_id"] for row in own), *of_cabinets)


def _office(curated: Tables, chairs_of: dict[str, list[Row]], spell: _Premiership) -> Value:
    """The highest office that a leader held in law in a stretch of time."""
    if spell.start.value >= MINISTER_PRESIDENT_SINCE:
        return resting_on("minister_president", spell.start)
    chairs = curated["council_chairs"]
    start, end = text(spell.start.value), text(spell.end.value)

    def is_within(row: dict[str, Any]) -> bool:
        until = row["end_text"] or "9999"
        return row["start_text"] < end and until >= start[: len(until)]

    held = [row for row in chairs_of.get(spell.person, ()) if is_within(row)]
    if not held:
        return NOTHING
    highest = max(held, key=lambda row: row["office"] == "permanent_chairman")
    return resting_on(highest["office"], *(chairs.cell(row, "office") for row in held))
