"""The phases of cabinets: stretches in which status, parties, seats and leader are the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from scripts.cells import (
    NOTHING,
    Row,
    Rows,
    Tables,
    Value,
    derive_from,
    grouped,
    origins_of,
    resting_on,
)
from scripts.dates import full_date
from scripts.derive.cabinets import counts, largest_first
from scripts.derive.chamber import Chamber, Seats, seats_of
from scripts.derive.common import days_between, party_labels
from scripts.derive.spans import Span, cabinet_spans
from scripts.schema import Table
from scripts.vocabulary import CHANGES_OF_LEADER, STATUS_AFTER

_TURNS = (*STATUS_AFTER, "party_leaves", *CHANGES_OF_LEADER)
"""The events at which a phase can begin; it also can where the seats of a party change."""


@dataclasses.dataclass(frozen=True)
class _Turn:
    """A day on which a phase can begin, as far as it is known, and what happens on it."""

    known: Value
    kind: str
    row: Row

    @property
    def place(self) -> str:
        """Where it stands in time: one known to the month or year stands at the end of it."""
        return f"{self.known.value}~"


@dataclasses.dataclass
class _Phase:
    """A phase while the phases of its cabinet are put together."""

    begins: Value
    status: Value
    leader: Value
    parties: Value
    seats: Value

    def is_like(self, other: _Phase) -> bool:
        """Whether nothing changed between the two."""
        names = ("status", "leader", "parties", "seats")
        return all(getattr(self, name).value == getattr(other, name).value for name in names)


def cabinet_phases(table: Table, curated: Tables) -> Rows:
    """A phase begins at the start of a cabinet, at a resignation or its withdrawal, when a party
    leaves the coalition, when the seats of the coalition change, and with another leader."""
    maker = _Maker(curated)
    rows = []
    for cabinet, span in cabinet_spans(curated).items():
        phases = maker.phases(cabinet, span)
        for number, phase in enumerate(phases, 1):
            is_last = number == len(phases)
            start = derive_from(full_date, phase.begins)
            end = span.end if is_last else derive_from(full_date, phases[number].begins)
            # Once the cabinet is over no later day of the next phase could make this one current.
            until = [end] if is_last or span.end.value is None else []
            lasts = is_last and span.end.value is None
            rows.append(
                {
                    "cabinet_id": cabinet,
                    "start_text": phase.begins,
                    "phase": number,
                    "start_date": start,
                    "end_date": end,
                    "is_current": resting_on(lasts, phase.begins, *until),
                    "status": phase.status,
                    "prime_minister_id": phase.leader,
                    "parties": phase.parties,
                    "seats_tk": phase.seats,
                    "days": derive_from(days_between, start, end),
                }
            )
    return Rows.derived(table, rows)


class _Maker:
    """Puts the phases of one cabinet after the other together."""

    def __init__(self, curated: Tables):
        self._curated = curated
        self._events = curated["events"]
        self._members = grouped(curated["cabinet_parties"], "cabinet_id")
        turns = [row for row in self._events if row["event_type"] in _TURNS]
        self._turning = grouped(turns, "cabinet_id")
        self._leaders = {
            row["cabinet_id"]: curated["cabinets"].cell(row, "prime_minister_id")
            for row in curated["cabinets"]
        }
        self._labels = party_labels(curated)
        self._tk = Chamber(curated, "tk")

    def phases(self, cabinet: str, span: Span) -> list[_Phase]:
        """The phases of a cabinet: those that begin on one day are one."""
        phases: list[_Phase] = []
        for phase in self._each_turn(cabinet, span):
            if phases and phases[-1].begins.value == phase.begins.value:
                before = phases.pop()
                phase.begins = resting_on(phase.begins.value, before.begins, phase.begins)
            elif phases and phase.is_like(phases[-1]):
                continue
            phases.append(phase)
        return phases

    def _turns(self, cabinet: str, span: Span) -> list[_Turn]:
        """The days on which a phase can begin, in order, the inauguration first."""
        events = self._events
        start = span.start_event
        first = _Turn(events.cell(start, "date"), "inauguration", start)
        rows = (row for row in self._turning[cabinet] if row is not start)
        turns = [_Turn(events.cell(row, "date"), row["event_type"], row) for row in rows]
        coalition = self._coalition(cabinet)
        if counts(coalition, self._labels):
            seats = self._curated["chamber_seats"]
            changes = self._tk.changes_between(span.start.value, span.end.value)
            turns += [
                _Turn(seats.cell(row, "date_text"), "seats_change", row)
                for row in changes
                if row["party_id"] in coalition
            ]
        return [first, *sorted(turns, key=lambda turn: turn.place)]

    def _coalition(self, cabinet: str) -> list[str]:
        members = self._members[cabinet]
        return [row["party_id"] for row in members if row["role"] == "coalition"]

    def _each_turn(self, cabinet: str, span: Span) -> Iterator[_Phase]:
        """What the cabinet is after each event at which a phase can begin."""
        turns = self._turns(cabinet, span)
        status, leader = Value("full"), self._leaders[cabinet]
        for turn in turns:
            if turn.kind in STATUS_AFTER:
                told = self._events.cell(turn.row, "event_type")
                status = resting_on(STATUS_AFTER[turn.kind], told)
            if turn.kind in CHANGES_OF_LEADER:
                leader = self._events.cell(turn.row, "person_id")
                leader = leader if turn.kind == "leader_succeeds" else resting_on(None, leader)
            gone = [one for one in turns if one.kind == "party_leaves" and one.place <= turn.place]
            parties, seats = self._composition(cabinet, span, turn, gone)
            yield _Phase(turn.known, status, leader, parties, seats)

    def _composition(
        self, cabinet: str, span: Span, turn: _Turn, gone: list[_Turn]
    ) -> tuple[Value, Value]:
        """The parties of the cabinet after an event, largest first, and their seats."""
        own = self._curated["cabinet_parties"]
        roles = resting_on(None, *(own.cell(row, "role") for row in self._members[cabinet]))
        coalition = self._coalition(cabinet)
        left = {one.row["party_id"] for one in gone}
        present = [party for party in coalition if party not in left]
        day = full_date(turn.known.value)
        seats: Seats = {}
        if day and counts(coalition, self._labels):
            seats = self._tk.seats(day, self._tk.election_before(span.start.value))
        held = seats_of(seats, present, self._labels)
        days = [one.known for one in gone]
        total = NOTHING if held.value is None else resting_on(held.value, held, roles, *days)
        if not present:
            return NOTHING, total
        order = [seats[party] for party in present if party in seats and len(present) > 1]
        listed = ";".join(largest_first(present, seats))
        return Value(listed, origins_of([roles, *days, *order])), total
