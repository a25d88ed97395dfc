"""model_cabinets: one row a cabinet, as models of survival and of portfolios want it."""

from __future__ import annotations

import datetime
from typing import Any

from scripts.cells import Row, Rows, Tables, by, grouped
from scripts.dates import full_date
from scripts.derive.chamber import Chamber
from scripts.derive.common import days_between
from scripts.derive.lineages import lineages
from scripts.derive.measures import disproportion, is_minimal_winning, spread, weighted_mean
from scripts.derive.models.formations import LENGTHS
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
    "cabinet_id", "sequence", "name", "start_date", "character", "seats_tk", "chamber_seats_tk",
    "is_majority_tk", "cabinet_type", "n_parties", "n_ministers", "days_caretaker",
    "formation_days",
)  # fmt: skip
"""What is taken as it is from the wide table of cabinets."""


def model_cabinets(
    table: Table, curated: Tables, built: dict[str, Rows], as_of: datetime.date
) -> Rows:
    """Every cabinet; a column that can't be had of it is null."""
    maker = _Maker(curated, built, as_of)
    return Rows.derived(table, (as_floats(table, maker.row(one)) for one in built["cabinets"]))


class _Maker:
    """Makes the row of one cabinet after the other."""

    def __init__(self, curated: Tables, built: dict[str, Rows], as_of: datetime.date):
        self._as_of = as_of
        self._in_order = by(built["cabinets"], "sequence")
        self._elections = by(curated["elections"], "election_id")
        self._falls = {
            row["cabinet_id"]: row for row in built["falls"] if row["outcome"] == "ended"
        }
        self._classes = {
            row["fall_id"]: row["code"]
            for row in built["fall_codings"]
            if row["scheme"] == "damgaard"
        }
        self._formations = by(built["formations"], "formation_id")
        self._lengths = {
            (row["formation_id"], row["definition"]): row["days"]
            for row in built["formation_durations"]
        }
        coalition = (row for row in built["cabinet_parties"] if row["role"] == "coalition")
        self._coalition = grouped(coalition, "cabinet_id")
        self._tk, self._system = Chamber(curated, "tk"), PartySystem(curated)
        self._lineages, self._places = lineages(curated), places(curated)

    def row(self, cabinet: Row) -> dict[str, Any]:
        """All that is said of one cabinet."""
        seats = self._tk.held(cabinet["start_date"])
        own = {party: seats[party] for party in _listed(cabinet["parties"]) if party in seats}
        return {
            **{name: cabinet[name] for name in _COPIED},
            **self._kind(cabinet),
            **self._duration(cabinet),
            **self._end(cabinet),
            **self._chamber(cabinet, seats),
            **self._strength(cabinet, own, seats),
            **self._positions(own),
            **self._history(cabinet),
            **self._formation(cabinet),
            **self._portfolios(cabinet),
        }

    def _beside(self, cabinet: Row, step: int) -> Row | None:
        """The cabinet before or after."""
        return self._in_order.get(cabinet["sequence"] + step)

    def _class_of(self, cabinet: Row) -> str | None:
        """The class of its fall in the scheme of Damgaard."""
        fall = self._falls.get(cabinet["cabinet_id"])
        return self._classes[fall["fall_id"]] if fall else None

    def _kind(self, cabinet: Row) -> dict[str, Any]:
        """The columns by which cabinets are left out."""
        is_told = cabinet["resignation_date"] is not None or cabinet["end_date"] is None
        return {
            "is_interim": cabinet["character"] == INTERIM,
            "is_wartime": cabinet["character"] == WARTIME,
            "has_coalition": cabinet["parties"] is not None,
            "coalition_gap": _gap(cabinet),
            "has_support_party": cabinet["support_parties"] is not None,
            "is_resignation_known": is_told,
        }

    def _duration(self, cabinet: Row) -> dict[str, Any]:
        """Days to the offer of resignation and to the handover, or up to as_of."""
        start, resigned, end = (
            cabinet[name] for name in ("start_date", "resignation_date", "end_date")
        )
        over = resigned is not None or end is not None
        days = days_between(start, resigned if over else self._as_of)
        term = self._term(cabinet)
        most = term.get("max_days")
        return {
            "duration_days": days,
            "duration_days_total": days_between(start, end or self._as_of),
            "is_event": over,
            "is_censored": not over,
            "censored_at": None if over else self._as_of,
            **term,
            "term_share": None if days is None or not most else days / most,
        }

    def _due(self, cabinet: Row) -> str | None:
        """The day on which the next election was due by law, as far as it is known."""
        election = self._elections.get(cabinet["election_id"])
        return election["due_text"] if election else None

    def _term(self, cabinet: Row) -> dict[str, Any]:
        """The term of the chamber, and the days in it that were left; nothing if it was over."""
        due, start = self._due(cabinet), cabinet["start_date"]
        if due is None or cabinet["chamber_seats_tk"] is None or text(start) > due:
            return {}
        basis = self._elections[cabinet["election_id"]]["due_basis"]
        days = days_between(start, full_date(due))
        return {"due_text": due, "due_basis": basis, "max_days": days}

    def _end(self, cabinet: Row) -> dict[str, Any]:
        """How it ended, and whether an early election or another cabinet followed."""
        fall, after = self._falls.get(cabinet["cabinet_id"]), self._beside(cabinet, 1)
        if fall is None:
            return {}
        # The first word of a class is technical or discretionary.
        ended = text(self._class_of(cabinet)).partition("-")[0]
        found = {"mechanism": fall["mechanism"], "end_class": ended}
        if after is None:
            return found
        held = after["election_id"] if after["election_id"] != cabinet["election_id"] else None
        is_early = self._is_early(cabinet, held, fall) if held else False
        found |= {"is_early_election": is_early, "is_replacement": held is None}
        found["caretaker_type"] = _caretaker(cabinet)
        if cabinet["days_caretaker"] and is_early is not None:
            awaited = "early_election" if is_early else "end_of_term"
            found["caretaker_cause"] = "replacement" if held is None else awaited
        return found

    def _is_early(self, cabinet: Row, held: str, fall: Row) -> bool | None:
        """Whether an election came before its time, and was not that of the term."""
        due = self._due(cabinet)
        if fall["mechanism"] == REGULAR_END:
            return False
        day = text(self._elections[held]["date"])
        # Of a term known to the year an election in that year may be early or not.
        if due is None or (len(due) < len(day) and day.startswith(due)):
            return None
        return day < due

    def _chamber(self, cabinet: Row, seats: dict[str, int]) -> dict[str, Any]:
        """The parties of the chamber, and the election that chose it."""
        election = self._elections.get(cabinet["election_id"])
        if not seats or election is None:
            return {}
        moved = self._system.moved(election)
        return {
            **self._system.of_chamber(seats),
            "effective_parties_votes": self._system.effective_parties_votes(election),
            "volatility_votes": moved.votes,
            "volatility_seats": moved.seats,
            "is_whole_chamber": sum(seats.values()) == cabinet["chamber_seats_tk"],
        }

    def _strength(self, cabinet: Row, own: dict[str, int], seats: dict[str, int]) -> dict[str, Any]:
        """The strength of the coalition; nothing where it or the chamber is not counted."""
        if cabinet["seats_tk"] is None or not seats:
            return {}
        power, size = self._system.power(seats), cabinet["chamber_seats_tk"]
        largest, median = max(seats.values()), self._system.median(seats)
        return {
            "coalition_share": cabinet["seats_tk"] / size,
            "is_minimal_winning": is_minimal_winning(list(own.values()), size),
            "has_largest_party": largest in own.values(),
            "has_median_party": None if median is None else median in own,
            "banzhaf": sum(power[party] for party in own),
        }

    def _positions(self, own: dict[str, int]) -> dict[str, Any]:
        """How far apart its parties stand, and from what their places come."""
        if not own:
            return {}
        known = {party: self._places[party] for party in own if party in self._places}
        values = {party: place.value for party, place in known.items()}
        measured = [place for place in known.values() if place.is_measured]
        width = spread(values.values())
        return {
            "left_right": weighted_mean(own, values),
            "left_right_range": width if len(known) == len(own) else None,
            "left_right_range_experts": width if len(measured) == len(own) else None,
            "n_places_not_measured": len(known) - len(measured),
            "n_places_missing": len(own) - len(known),
        }

    def _history(self, cabinet: Row) -> dict[str, Any]:
        """What it has of the one before, and what the next has of it."""
        before, after = self._beside(cabinet, -1), self._beside(cabinet, 1)
        found: dict[str, Any] = {}
        if after and cabinet["parties"] and after["parties"]:
            own, others = (self._bodies(one, after) for one in (cabinet, after))
            found["returnability"] = len(own & others) / len(own)
        if before is None:
            return found
        leaders = [one["prime_minister_id"] for one in (before, cabinet)]
        found["is_same_prime_minister"] = leaders[0] == leaders[1]
        found["is_previous_defeat"] = self._class_of(before) == DEFEAT
        if cabinet["parties"] and before["parties"]:
            own, others = (self._bodies(one, cabinet) for one in (cabinet, before))
            found["is_continuation"] = own == others
        return found

    def _bodies(self, cabinet: Row, at: Row) -> set[str]:
        """The parties of a cabinet, as they were at the start of one."""
        return self._lineages.bodies(_listed(cabinet["parties"]), at["start_date"])

    def _formation(self, cabinet: Row) -> dict[str, Any]:
        """How it was formed, and how long that took by two other definitions."""
        key = cabinet["formation_id"]
        formation = self._formations[key]
        copied = ("n_failed_attempts", "n_rounds", "n_inconclusive_rounds")
        lengths = ("days_from_first_commission", "days_to_agreement")
        return {
            "is_post_election": formation["trigger"] == "election",
            **{name: formation[name] for name in copied},
            **{name: self._lengths.get((key, LENGTHS[name])) for name in lengths},
        }

    def _portfolios(self, cabinet: Row) -> dict[str, float]:
        """The share of women among ministers, and how far portfolios are from seats."""
        found = {}
        if cabinet["n_women_ministers"] is not None and cabinet["n_ministers"]:
            found["women_share"] = cabinet["n_women_ministers"] / cabinet["n_ministers"]
        rows = self._coalition.get(cabinet["cabinet_id"], ())
        ministers = [row["n_ministers"] for row in rows]
        seats = [row["seats_tk"] for row in rows]
        is_known = None not in (*ministers, *seats)
        if cabinet["n_without_party"] is not None and is_known and sum(seats) and sum(ministers):
            found["portfolio_disproportion"] = disproportion(
                [count / sum(ministers) for count in ministers],
                [count / sum(seats) for count in seats],
            )
        return found


def _caretaker(cabinet: Row) -> str | None:
    """A caretaker from the start, one that stayed on after its resignation, or neither."""
    if cabinet["character"] == INTERIM:
        return "new"
    return "continuation" if cabinet["days_caretaker"] else None


def _gap(cabinet: Row) -> str | None:
    """Why its coalition is none of those that the chamber allowed; null where it is one."""
    if cabinet["start_date"] < CHAMBER_OF_PARTIES_SINCE:
        return "before_parties"
    if cabinet["n_parties"] is None:
        return "no_coalition"
    return "no_chamber" if cabinet["chamber_seats_tk"] is None else None


def _listed(parties: str | None) -> list[str]:
    return parties.split(";") if parties else []
