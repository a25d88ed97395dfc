"""The phases of cabinets: stretches in which status, parties and leader do not change."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from scripts.cells import NOTHING, Row, Rows, Tables, Value, derive_from, origins_of, resting_on
from scripts.derive.cabinets import counts, largest_first
from scripts.derive.chamber import Chamber, Seats, seats_of
from scripts.derive.common import day_of, days_between, grouped, party_labels
from scripts.derive.spans import Span, cabinet_spans
from scripts.schema import Table
from scripts.vocabulary import CHANGES_OF_LEADER, STATUS_AFTER

_TURNS = (*STATUS_AFTER, "party_leaves", *CHANGES_OF_LEADER)
"""The events at which a phase can begin."""


@dataclasses.dataclass
class _Phase:
    """A phase while the phases of its cabinet are put together."""

    begins: Value
    status: Value
    leader: Value
    parties: Value
    seats: Value
    events: list[Row]

    def is_like(self, other: _Phase) -> bool:
        """Whether nothing changed between the two."""
        return all(
            mine.value == theirs.value
            for mine, theirs in (
                (self.status, other.status), (self.leader, other.leader),
                (self.parties, other.parties),
            )
        )  # fmt: skip


def cabinet_phases(table: Table, curated: Tables) -> Rows:
    """A phase begins at the start, at a resignation or its withdrawal, when a party leaves the
    coalition, and with another leader."""
    maker = _Maker(curated)
    rows = []
    for cabinet, span in cabinet_spans(curated).items():
        phases = maker.phases(cabinet, span)
        for number, phase in enumerate(phases, 1):
            end = phases[number].begins if number < len(phases) else span.end
            rows.append(
                {"cabinet_id": cabinet,
                 "phase": number,
                 "start_date": phase.begins,
                 "end_date": end,
                 "status": phase.status,
                 "prime_minister_id": phase.leader,
                 "parties": phase.parties,
                 "seats_tk": phase.seats,
                 "days": derive_from(days_between, phase.begins, end)}
            )  # fmt: skip
    return Rows.derived(table, rows)


class _Maker:
    """Puts the phases of one cabinet after the other together."""

    def __init__(self, curated: Tables):
        self._curated = curated
        self._events = curated["events"]
        self._members = grouped(curated["cabinet_parties"], "cabinet_id")
        turns = [row for row in self._events if row["event_type"] in _TURNS]
        self._turning = grouped(turns, "cabinet_id")
        self._leaders = {row["cabinet_id"]: curated["cabinets"].cell(row, "prime_minister_id")
                         for row in curated["cabinets"]}  # fmt: skip
        self._labels = party_labels(curated)
        self._tk = Chamber(curated, "tk")

    def phases(self, cabinet: str, span: Span) -> list[_Phase]:
        """The phases of a cabinet: those that begin on one day are one."""
        phases: list[_Phase] = []
        for phase in self._each_turn(cabinet, span):
            if phases and phases[-1].begins.value == phase.begins.value:
                before = phases.pop()
                phase.begins = resting_on(phase.begins.value, before.begins, phase.begins)
                phase.events = [*before.events, *phase.events]
            elif phases and phase.is_like(phases[-1]):
                continue
            phases.append(phase)
        return phases

    def _each_turn(self, cabinet: str, span: Span) -> Iterator[_Phase]:
        """What the cabinet is after each event at which a phase can begin."""
        start = span.start_event
        turns = sorted(
            [start, *(row for row in self._turning[cabinet] if row is not start)],
            key=lambda row: (_place(row), row["event_type"] != "inauguration"),
        )
        departures = [row for row in turns if row["event_type"] == "party_leaves"]
        status, leader = Value("full"), self._leaders[cabinet]
        for turn in turns:
            kind = turn["event_type"]
            if kind in STATUS_AFTER:
                status = resting_on(STATUS_AFTER[kind], self._events.cell(turn, "event_type"))
            if kind in CHANGES_OF_LEADER:
                leader = self._events.cell(turn, "person_id")
                leader = leader if kind == "leader_succeeds" else resting_on(None, leader)
            left = [row for row in departures if _place(row) <= _place(turn)]
            parties, seats = self._composition(cabinet, span, turn, left)
            yield _Phase(day_of(self._events, turn), status, leader, parties, seats, [turn])

    def _composition(
        self, cabinet: str, span: Span, turn: Row, left: list[Row]
    ) -> tuple[Value, Value]:
        """The parties of the cabinet after an event, largest first, and their seats."""
        members = self._members[cabinet]
        own = self._curated["cabinet_parties"]
        roles = resting_on(None, *(own.cell(row, "role") for row in members))
        coalition = [row["party_id"] for row in members if row["role"] == "coalition"]
        gone = {row["party_id"] for row in left}
        present = [party for party in coalition if party not in gone]
        day = day_of(self._events, turn).value
        seats: Seats = {}
        if day and counts(coalition, self._labels):
            seats = self._tk.seats(day, self._tk.election_before(span.start.value))
        if not present:
            return NOTHING, _with(seats_of(seats, present, self._labels), roles)
        days = [self._events.cell(row, "date") for row in left]
        order = [seats[party] for party in present if party in seats and len(present) > 1]
        listed = ";".join(largest_first(present, seats))
        parties = Value(listed, origins_of([roles, *days, *order]))
        return parties, _with(seats_of(seats, present, self._labels), roles, *days)


def _with(value: Value, *more: Value) -> Value:
    return NOTHING if value.value is None else resting_on(value.value, value, *more)


def _place(event: Row) -> str:
    """Where an event stands in time: one known to the month or year stands at the end of it."""
    return f"{event['date']}~"
