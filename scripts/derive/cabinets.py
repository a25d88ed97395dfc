"""Who takes part in a cabinet, and the wide table of cabinets."""

from __future__ import annotations

import datetime

from scripts.cells import NOTHING, Row, Rows, Tables, Value, by, derive_from, grouped, resting_on
from scripts.derive.chamber import Chamber, Seats, cabinet_type, seats_of
from scripts.derive.common import day_of, days_between, party_labels
from scripts.derive.composition import Teams, of_a_cabinet, of_a_party
from scripts.derive.spans import Span, cabinet_spans
from scripts.vocabulary import PARTIES_SINCE, TAKES_PART


def counts(coalition: list[str], labels: set[str]) -> bool:
    """Whether seats and members can be counted.

    What is said of parties says nothing of labels, nor where nobody took part for a group.
    """
    return bool(coalition) and not labels & set(coalition)


def largest_first(members: list[str], seats: Seats) -> list[str]:
    """Parties by their seats, those without any last."""
    return sorted(members, key=lambda party: (-seats.get(party, Value(0)).value, party))


def cabinet_parties(curated: Tables, teams: Teams) -> Rows:
    """A party is in from the start to the end of the cabinet, or to the day on which it left.

    Its members are counted where the party of each is known, and typed from print before.
    """
    own, events, parties = (curated[name] for name in ("cabinet_parties", "events", "parties"))
    departures = (row for row in events if row["event_type"] == "party_leaves")
    left = {(row["cabinet_id"], row["party_id"]): row for row in departures}
    spans, known = cabinet_spans(curated), by(parties, "party_id")
    labels, tk, ek = party_labels(curated), Chamber(curated, "tk"), Chamber(curated, "ek")
    rows = []
    for row in own:
        party, span = row["party_id"], spans[row["cabinet_id"]]
        leaves, day = left.get((row["cabinet_id"], party)), span.start.value
        seats_tk = tk.seats(day, tk.election_before(day))
        rows.append(
            {**row,
             **_members(row, span, teams),
             "party_kind": parties.cell(known[party], "party_kind"),
             "start_date": span.start,
             "end_date": day_of(events, leaves) if leaves else span.end,
             "is_current": _is_in(span, events.cell(leaves, "date") if leaves else NOTHING),
             "seats_tk": _own_seats(seats_tk, party, labels),
             "seats_ek": _own_seats(ek.seats(day), party, labels)}
        )  # fmt: skip
    return Rows.derived(own.table, rows, own)


def _members(row: Row, span: Span, teams: Teams) -> dict[str, int | None]:
    """The members of a party in a cabinet at its start, as far as they are counted here."""
    if span.start.value < PARTIES_SINCE or row["role"] not in TAKES_PART:
        return {}
    return of_a_party(teams.of(row["cabinet_id"]), row["party_id"], span.start.value)


def _is_in(span: Span, left: Value) -> Value:
    """Whether a party is in a cabinet that governs, and has not left."""
    is_in = span.end.value is None and left.value is None
    return resting_on(is_in, span.start, span.end, left)


def _own_seats(seats: Seats, party: str, labels: set[str]) -> Value:
    """Seats of one party; of a label only where the chamber is told by it."""
    is_told = party in seats or party not in labels
    return seats_of(seats, [party], labels) if is_told else NOTHING


def cabinets(
    curated: Tables,
    formations: Rows,
    falls: Rows,
    mechanisms: dict[str, str],
    as_of: datetime.date,
    teams: Teams,
) -> Rows:
    """The wide table: one row holds what most users need, mechanisms by their labels."""
    own, persons = curated["cabinets"], curated["persons"]
    known, spans = by(persons, "person_id"), cabinet_spans(curated)
    fell = by([row for row in falls if row["outcome"] == "ended"], "cabinet_id")
    formed = by([row for row in formations if row["outcome"] == "formed"], "cabinet_id")
    followed = [row for row in formations if row["outcome"] != "restored"]
    following = by(followed, "previous_cabinet_id")
    composition = _Composition(curated)
    rows = []
    for row in own:
        key = row["cabinet_id"]
        span, fall, formation = spans[key], fell.get(key), formed[key]
        leader = persons.cell(known[row["prime_minister_id"]], "full_name")
        cause = falls.cell(fall, "mechanism") if fall else NOTHING
        after = following.get(key)
        rows.append(
            {**row,
             **_dates(span, as_of),
             **composition.at_the_start(row, span),
             **of_a_cabinet(teams.of(key), span.start.value),
             "prime_minister": resting_on(
                 leader.value, own.cell(row, "prime_minister_id"), leader),
             "formation_id": _id_of(formations, formation, "formation_id", "cabinet_id"),
             "formation_days": formations.cell(formation, "days"),
             "next_formation_id": _id_of(formations, after, "formation_id",
                                         "previous_cabinet_id"),
             "fall_id": _id_of(falls, fall, "fall_id", "outcome"),
             "fall_cause": derive_from(mechanisms.get, cause)}
        )  # fmt: skip
    return Rows.derived(own.table, rows, own)


def _id_of(rows: Rows, row: dict | None, id_column: str, *by_columns: str) -> Value:
    """The id of a row that was found by some of its cells."""
    if row is None:
        return NOTHING
    return resting_on(row[id_column], *(rows.cell(row, name) for name in by_columns))


def _dates(span: Span, as_of: datetime.date) -> dict[str, Value]:
    """Start, resignation and end of a cabinet, and the days between them."""
    start, resignation, end = span.start, span.resignation, span.end
    is_current = end.value is None and start.value <= as_of
    return {
        "start_date": start,
        "resignation_date": resignation,
        "end_date": end,
        "days_total": derive_from(days_between, start, end),
        "days_full": derive_from(days_between, start, resignation),
        "days_caretaker": derive_from(days_between, resignation, end),
        "is_current": resting_on(is_current, start, end),
    }


class _Composition:
    """Parties and seats of cabinets at their start."""

    def __init__(self, curated: Tables):
        self._curated = curated
        self._members = grouped(curated["cabinet_parties"], "cabinet_id")
        self._labels = party_labels(curated)
        self._tk, self._ek = Chamber(curated, "tk"), Chamber(curated, "ek")

    def at_the_start(self, cabinet: Row, span: Span) -> dict[str, Value]:
        """Parties, seats in both chambers and what follows from them."""
        day = span.start.value
        members = self._members[cabinet["cabinet_id"]]
        election = self._tk.election_before(day)
        seats = self._tk.seats(day, election)
        elected, senate = self._tk.seats(day, election, elected=True), self._ek.seats(day)
        coalition, support = (
            largest_first([row["party_id"] for row in members if row["role"] == role], seats)
            for role in ("coalition", "support")
        )
        sizes = {
            "chamber_seats_tk": self._tk.size(day, elected),
            "chamber_seats_ek": self._ek.size(day, self._ek.seats(day, elected=True)),
        }
        is_counted = counts(coalition, self._labels)
        shown = (seats, elected, senate) if is_counted else ({}, {}, {})
        roles = self._roles(members)
        return {
            **sizes,
            **self._parties(coalition, support, seats, roles),
            **self._strength(coalition, support, *shown, sizes["chamber_seats_tk"], roles),
            "n_parties": resting_on(len(coalition), roles) if is_counted else NOTHING,
            "election_id": self._election(election, span),
        }

    def _roles(self, members: list[Row]) -> Value:
        """What says who is in the coalition and who is not."""
        own = self._curated["cabinet_parties"]
        return resting_on(None, *(own.cell(row, "role") for row in members))

    def _parties(
        self, coalition: list[str], support: list[str], seats: Seats, roles: Value
    ) -> dict[str, Value]:
        """The ids of the parties; their seats say in which order."""

        def listed(parties: list[str]) -> Value:
            order = [seats[party] for party in parties if party in seats and len(parties) > 1]
            return resting_on(";".join(parties), roles, *order) if parties else NOTHING

        return {"parties": listed(coalition), "support_parties": listed(support)}

    def _strength(
        self, coalition: list[str], support: list[str], seats: Seats, elected: Seats,
        senate: Seats, size: Value, roles: Value,
    ) -> dict[str, Value]:  # fmt: skip
        """Seats that the coalition holds, and whether these are a majority."""

        def held_in(chamber: Seats, parties: list[str]) -> Value:
            held = seats_of(chamber, parties, self._labels)
            return NOTHING if held.value is None else resting_on(held.value, held, roles)

        held = held_in(seats, coalition)
        strength = {
            "seats_tk": held,
            "seats_tk_elected": held_in(elected, coalition),
            "seats_tk_support": held_in(seats, coalition + support) if support else NOTHING,
            "seats_ek": held_in(senate, coalition),
        }
        if held.value is None or size.value is None:
            return strength
        each = [seats[party].value for party in coalition if party in seats]
        kind = cabinet_type(each, size.value)
        majority = 2 * held.value > size.value
        return strength | {
            "cabinet_type": resting_on(kind, held, size),
            "is_majority_tk": resting_on(majority, held, size),
        }

    def _election(self, election: Row | None, span: Span) -> Value:
        if election is None:
            return NOTHING
        day = self._curated["elections"].cell(election, "date")
        return resting_on(election["election_id"], day, span.start)
