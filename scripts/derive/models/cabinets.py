"""model_cabinets: one row a cabinet, as models of survival and of portfolios want it."""

from __future__ import annotations

import datetime
from typing import Any

from scripts.cells import NOTHING, Row, Rows, Tables, Value, derive_from, resting_on
from scripts.dates import full_date
from scripts.derive.common import by, days_between, grouped
from scripts.derive.lineages import lineages
from scripts.derive.measures import disproportion, is_minimal_winning, spread, weighted_mean
from scripts.derive.models.party_system import PartySystem
from scripts.derive.models.plain import as_floats
from scripts.derive.positions import places
from scripts.schema import Table, text
from scripts.vocabulary import (
    CHAMBER_OF_PARTIES_SINCE,
    DEFEAT,
    INTERIM,
    REGULAR_END,
    WARTIME,
)

_COPIED = (
    "sequence", "name", "start_date", "seats_tk", "chamber_seats_tk", "is_majority_tk",
    "cabinet_type", "n_parties", "n_ministers", "days_caretaker", "formation_days",
)  # fmt: skip
"""What is taken as it is from the wide table of cabinets."""


def model_cabinets(
    table: Table, curated: Tables, built: dict[str, Rows], as_of: datetime.date
) -> Rows:
    """Every cabinet; a column that can't be had of it is null."""
    maker = _Maker(curated, built, as_of)
    rows = (as_floats(table, maker.row(cabinet)) for cabinet in built["cabinets"])
    return Rows.derived(table, rows)


class _Maker:
    """Makes the row of one cabinet after the other."""

    def __init__(self, curated: Tables, built: dict[str, Rows], as_of: datetime.date):
        self._curated, self._built, self._as_of = curated, built, as_of
        self._cabinets = built["cabinets"]
        self._in_order = {row["sequence"]: row for row in self._cabinets}
        self._elections = by(curated["elections"], "election_id")
        self._classes = {
            row["cabinet_id"]: row
            for row in built["fall_codings"]
            if row["scheme"] == "damgaard" and row["fall_id"] in self._ended()
        }
        self._formations = by(built["formations"], "formation_id")
        self._durations = {
            (row["formation_id"], row["definition"]): row for row in built["formation_durations"]
        }
        self._seats_of: dict[str, dict[str, int]] = {}
        for row in built["cabinet_parties"]:
            if row["role"] == "coalition" and row["seats_tk"] is not None:
                self._seats_of.setdefault(row["cabinet_id"], {})[row["party_id"]] = row["seats_tk"]
        self._portfolios = grouped(built["cabinet_composition"], "cabinet_id")
        self._lineages, self._system = lineages(curated), PartySystem(curated)
        self._places = places(curated)

    def _ended(self) -> set[str]:
        return {row["fall_id"] for row in self._built["falls"] if row["outcome"] == "ended"}

    def row(self, cabinet: Row) -> dict[str, Any]:
        """All that is said of one cabinet."""
        copied = {name: self._cabinets.cell(cabinet, name) for name in _COPIED}
        seats = self._system.seats(cabinet)
        coalition = _listed(cabinet["parties"])
        return {
            "cabinet_id": cabinet["cabinet_id"],
            **copied,
            **self._kind(cabinet),
            **self._duration(cabinet),
            **self._end(cabinet),
            **self._chamber(cabinet, seats),
            **self._coalition(cabinet, coalition, seats),
            **self._positions(coalition, seats),
            **self._history(cabinet, coalition),
            **self._formation(cabinet),
            **self._portfolio_shares(cabinet),
        }

    def _cell(self, cabinet: Row, column: str) -> Value:
        return self._cabinets.cell(cabinet, column)

    def _beside(self, cabinet: Row, step: int) -> Row | None:
        """The cabinet before or after."""
        return self._in_order.get(cabinet["sequence"] + step)

    def _kind(self, cabinet: Row) -> dict[str, Value]:
        """The columns by which cabinets are left out."""
        character, parties = self._cell(cabinet, "character"), self._cell(cabinet, "parties")
        end = self._cell(cabinet, "end_date")
        resigned = self._cell(cabinet, "resignation_date")
        own = self._cell(cabinet, "cabinet_id")
        is_told = resigned.value is not None or end.value is None
        supported = self._cell(cabinet, "support_parties")
        return {
            "character": character,
            "is_interim": resting_on(character.value == INTERIM, character),
            "is_wartime": resting_on(character.value == WARTIME, character),
            "has_coalition": resting_on(parties.value is not None, parties, own),
            "coalition_gap": self._gap(cabinet),
            "has_support_party": resting_on(supported.value is not None, supported, own),
            "is_resignation_known": resting_on(is_told, resigned, end, own),
        }

    def _gap(self, cabinet: Row) -> Value:
        """Why its coalition is none of those that the chamber allowed; nothing where it is."""
        parties, size = self._cell(cabinet, "parties"), self._cell(cabinet, "chamber_seats_tk")
        counted, own = self._cell(cabinet, "n_parties"), self._cell(cabinet, "cabinet_id")
        if cabinet["start_date"] < CHAMBER_OF_PARTIES_SINCE:
            return resting_on("before_parties", own)
        if counted.value is None:
            return resting_on("no_coalition", parties, own)
        return resting_on("no_chamber", size, own) if size.value is None else NOTHING

    def _duration(self, cabinet: Row) -> dict[str, Value]:
        """Days to the offer of resignation and to the handover, or up to as_of."""
        start, resigned, end = (
            self._cell(cabinet, name) for name in ("start_date", "resignation_date", "end_date")
        )
        over = resigned.value is not None or end.value is not None
        ends = [value for value in (resigned, end) if value.value is not None]
        to_offer = resigned if over else Value(self._as_of)
        to_handover = end if end.value is not None else Value(self._as_of)
        days = derive_from(days_between, start, to_offer)
        most = self._most(cabinet, start)
        return {
            "duration_days": days,
            "duration_days_total": derive_from(days_between, start, to_handover),
            "is_event": resting_on(over, start, *ends),
            "is_censored": resting_on(not over, start, *ends),
            "censored_at": NOTHING if over else resting_on(self._as_of, start),
            **most,
            "term_share": derive_from(_share, days, most["max_days"]),
        }

    def _due(self, cabinet: Row) -> Value:
        """The day on which the next election was due by law, as far as it is known."""
        election = self._elections.get(cabinet["election_id"])
        if election is None:
            return NOTHING
        return self._curated["elections"].cell(election, "due_text")

    def _most(self, cabinet: Row, start: Value) -> dict[str, Value]:
        """The days that it could last; none where the term was over before it began."""
        due = self._due(cabinet)
        is_over = due.value is None or text(start.value)[: len(due.value)] > due.value
        if is_over or cabinet["chamber_seats_tk"] is None:
            return {"due_text": NOTHING, "due_basis": NOTHING, "max_days": NOTHING}
        election = self._elections[cabinet["election_id"]]
        return {
            "due_text": due,
            "due_basis": self._curated["elections"].cell(election, "due_basis"),
            "max_days": derive_from(days_between, start, derive_from(full_date, due)),
        }

    def _end(self, cabinet: Row) -> dict[str, Value]:
        """How it ended, and whether an early election or another cabinet followed."""
        fall = self._classes.get(cabinet["cabinet_id"])
        if fall is None:
            return {}
        code = self._built["fall_codings"].cell(fall, "code")
        falls = self._built["falls"]
        row = next(row for row in falls if row["fall_id"] == fall["fall_id"])
        mechanism = falls.cell(row, "mechanism")
        found = {"end_class": derive_from(_class, code), "mechanism": mechanism}
        after = self._beside(cabinet, 1)
        if after is None:
            return found
        elections = [self._cell(one, "election_id") for one in (cabinet, after)]
        is_held = elections[0].value != elections[1].value and elections[1].value is not None
        rests = (*elections, self._cell(after, "start_date"))
        early = resting_on(False, *rests)
        if is_held:
            early = self._is_early(cabinet, after, mechanism)
        return found | {
            "is_early_election": early,
            "is_replacement": resting_on(not is_held, *rests),
        }

    def _is_early(self, cabinet: Row, after: Row, mechanism: Value) -> Value:
        """Whether the election after it came before its time, and was not that of the term."""
        held = self._elections[after["election_id"]]
        day, due = self._curated["elections"].cell(held, "date"), self._due(cabinet)
        if mechanism.value == REGULAR_END:
            return resting_on(False, mechanism)
        if due.value is None:
            return NOTHING
        known = text(day.value)[: len(due.value)]
        if known == due.value and len(due.value) < len(text(day.value)):
            return NOTHING
        return resting_on(known < due.value, mechanism, day, due)

    def _chamber(self, cabinet: Row, seats: dict[str, int]) -> dict[str, Any]:
        """The parties of the chamber, and the election that chose it."""
        election = self._elections.get(cabinet["election_id"])
        if not seats or election is None:
            return {}
        moved = self._system.moved(election)
        total = sum(seats.values())
        return {
            **self._system.of_chamber(seats),
            "effective_parties_votes": self._system.effective_parties_votes(election),
            "volatility_votes": moved.votes,
            "volatility_seats": moved.seats,
            "is_whole_chamber": total == cabinet["chamber_seats_tk"],
        }

    def _coalition(
        self, cabinet: Row, coalition: list[str], seats: dict[str, int]
    ) -> dict[str, Any]:
        """The strength of the coalition; nothing where it or the chamber is not counted."""
        held = self._cell(cabinet, "seats_tk")
        if held.value is None or not seats:
            return {}
        size = self._cell(cabinet, "chamber_seats_tk")
        own = {party: seats[party] for party in coalition if party in seats}
        power = self._system.power(seats)
        largest, median = max(seats.values()), self._system.median(seats)
        return {
            "coalition_share": derive_from(lambda part, whole: part / whole, held, size),
            "is_minimal_winning": is_minimal_winning(list(own.values()), size.value),
            "has_largest_party": any(size == largest for size in own.values()),
            "has_median_party": None if median is None else median in own,
            "banzhaf": sum(power[party] for party in own),
        }

    def _positions(self, coalition: list[str], seats: dict[str, int]) -> dict[str, Any]:
        """How far apart its parties stand, and from what their places come."""
        own = {party: seats[party] for party in coalition if party in seats}
        if not own:
            return {}
        known = {party: self._places[party] for party in own if party in self._places}
        measured = {party: place for party, place in known.items() if place.is_measured}
        values = {party: place.value.value for party, place in known.items()}
        is_known, is_measured = len(known) == len(own), len(measured) == len(own)
        return {
            "left_right": weighted_mean(own, values),
            "left_right_range": spread(values.values()) if is_known else None,
            "left_right_range_experts": spread(values.values()) if is_measured else None,
            "n_places_not_measured": len(known) - len(measured),
            "n_places_missing": len(own) - len(known),
        }

    def _history(self, cabinet: Row, coalition: list[str]) -> dict[str, Any]:
        """What it has of the one before, and what the next has of it."""
        before, after = self._beside(cabinet, -1), self._beside(cabinet, 1)
        found: dict[str, Any] = {}
        if after and coalition and after["parties"]:
            own, other = self._bodies(coalition, _listed(after["parties"]), after)
            found["returnability"] = len(own & other) / len(own)
        if before is None:
            return found
        leaders = [self._cell(one, "prime_minister_id") for one in (before, cabinet)]
        found["is_same_prime_minister"] = resting_on(leaders[0].value == leaders[1].value, *leaders)
        if coalition and before["parties"]:
            own, other = self._bodies(coalition, _listed(before["parties"]), cabinet)
            found["is_continuation"] = own == other
        fall = self._classes[before["cabinet_id"]]
        code = self._built["fall_codings"].cell(fall, "code")
        found["is_previous_defeat"] = derive_from(lambda damgaard: damgaard == DEFEAT, code)
        return found

    def _bodies(self, one: list[str], other: list[str], cabinet: Row) -> tuple[set[str], set[str]]:
        """Two coalitions by the bodies that there were at the start of a cabinet."""
        day = cabinet["start_date"]
        return self._lineages.bodies(one, day), self._lineages.bodies(other, day)

    def _formation(self, cabinet: Row) -> dict[str, Value]:
        """How it was formed, and how long that took by two other definitions."""
        table, durations = self._built["formations"], self._built["formation_durations"]
        formation = self._formations[cabinet["formation_id"]]
        trigger = table.cell(formation, "trigger")
        found = {
            "is_post_election": resting_on(trigger.value == "election", trigger),
            **{
                name: table.cell(formation, name)
                for name in ("n_failed_attempts", "n_rounds", "n_inconclusive_rounds")
            },
        }
        for definition in ("first_commission_to_inauguration", "election_to_agreement_reached"):
            row = self._durations.get((cabinet["formation_id"], definition))
            found[f"days_{definition}"] = durations.cell(row, "days") if row else NOTHING
        return found

    def _portfolio_shares(self, cabinet: Row) -> dict[str, float | None]:
        """How far portfolios are from seats, and the share of women among ministers."""
        found: dict[str, float | None] = {}
        if cabinet["n_women_ministers"] is not None and cabinet["n_ministers"]:
            found["women_share"] = cabinet["n_women_ministers"] / cabinet["n_ministers"]
        rows = [
            row
            for row in self._portfolios.get(cabinet["cabinet_id"], ())
            if row["party_id"] in self._seats_of.get(cabinet["cabinet_id"], ())
        ]
        seats = self._seats_of.get(cabinet["cabinet_id"], {})
        held, total = sum(row["n_ministers"] for row in rows), sum(seats.values())
        if held and total:
            found["portfolio_disproportion"] = disproportion(
                [row["n_ministers"] / held for row in rows],
                [seats[row["party_id"]] / total for row in rows],
            )
        return found


def _listed(parties: str | None) -> list[str]:
    return parties.split(";") if parties else []


def _share(part: int | None, whole: int | None) -> float | None:
    return None if part is None or not whole else part / whole


def _class(damgaard: str | None) -> str | None:
    """Technical or discretionary: the first word of the code."""
    return damgaard.partition("-")[0] if damgaard else None
