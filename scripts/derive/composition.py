"""Who sits in a cabinet at its start: how many, of which party, how old and how experienced."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from scripts.cells import Row, Rows, Tables, by, grouped
from scripts.dates import full_date
from scripts.derive.common import percent
from scripts.schema import Table
from scripts.vocabulary import FIRST_STATE_SECRETARIES, NO_PARTY, PARTIES_SINCE, POSTS, TAKES_PART

FIRST_TEAM = datetime.timedelta(days=100)
"""State secretaries are often named weeks after the ministers, until 99 days after in 1965."""


@dataclasses.dataclass(frozen=True)
class Member:
    """A person in a cabinet at its start."""

    person_id: str
    is_minister: bool
    party_id: str | None
    gender: str | None
    age: int | None
    was_minister: bool
    was_state_secretary: bool
    opposite_party: bool | None


class Teams:
    """The members of each cabinet at its start; who was only acting is none of them."""

    def __init__(self, curated: Tables, appointments: Rows, cabinets: dict[str, datetime.date]):
        self._held = [row for row in appointments if not row["is_acting"] and row["start_date"]]
        self._continued = {
            (row["person_id"], row["post"], row["end_date"])
            for row in self._held
            if row["is_continued"]
        }
        self._by_cabinet = grouped(self._held, "cabinet_id")
        self._by_person = grouped(self._held, "person_id")
        self._persons = by(curated["persons"], "person_id")
        self._starts = cabinets

    def of(self, cabinet: str) -> list[Member]:
        """Ministers in office at the swearing-in, and the first team of state secretaries."""
        start, own = self._starts[cabinet], self._by_cabinet.get(cabinet, [])
        ministers = [row for row in own if _is_minister(row) and _is_held_on(row, start)]
        others = [row for row in own if not _is_minister(row)]
        first = [row for row in others if self._is_of_the_first_team(row, others, start)]
        found: dict[str, Member] = {}
        for row in (*ministers, *first):
            found.setdefault(row["person_id"], self._member(row, start))
        return list(found.values())

    def _is_of_the_first_team(self, row: Row, others: list[Row], start: datetime.date) -> bool:
        """Whether a state secretary is there from the start, or comes first to a post soon after.

        Who stays on from the cabinet before until another comes is not of the team.
        """
        until = start + FIRST_TEAM
        if row["start_date"] <= start:
            left = row["end_date"] is not None and row["end_date"] <= until
            is_replaced = left and any(_follows(other, row) for other in others)
            return not (is_replaced and self._stays_on(row))
        team = (other for other in others if not self._stays_on(other))
        return row["start_date"] <= until and not any(_follows(row, other) for other in team)

    def _stays_on(self, row: Row) -> bool:
        return (row["person_id"], row["post"], row["start_date"]) in self._continued

    def _member(self, row: Row, start: datetime.date) -> Member:
        person = self._persons[row["person_id"]]
        before = [
            other for other in self._by_person[row["person_id"]]
            if other["start_date"] < row["start_date"] and other["cabinet_id"] != row["cabinet_id"]
        ]  # fmt: skip
        return Member(
            row["person_id"],
            _is_minister(row),
            row["party_id"],
            person["gender"],
            age_on(start, full_date(person["birth_date"])),
            any(map(_is_minister, before)),
            not all(map(_is_minister, before)),
            row["opposite_party"],
        )


def _is_minister(row: Row) -> bool:
    return row["post_level"] != "state_secretary"


def _is_held_on(row: Row, day: datetime.date) -> bool:
    """Whether a post is held on a day; who leaves that day made place for another."""
    return row["start_date"] <= day and (row["end_date"] is None or row["end_date"] > day)


def _follows(row: Row, other: Row) -> bool:
    """Whether somebody else comes to a portfolio on the day on which it is given up, or later."""
    is_same = (row["portfolio"], row["cabinet_id"]) == (other["portfolio"], other["cabinet_id"])
    end = other["end_date"]
    return is_same and end is not None and other["start_date"] < end <= row["start_date"]


def age_on(day: datetime.date, born: datetime.date | None) -> int | None:
    """Whole years on a day. Null if the birth is not known."""
    if born is None:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def of_a_cabinet(members: list[Member], start: datetime.date) -> dict[str, Any]:
    """What the wide table of cabinets has on the members."""
    since_parties = start >= PARTIES_SINCE
    counts = _counts(members, start)
    counts |= {"n_members": len(members), "n_women": _women(members)}
    told = [member.party_id for member in members]
    nobody = sum(party == NO_PARTY for party in told) if since_parties and all(told) else None
    return {name: counts[name] for name in IN_CABINETS} | {"n_without_party": nobody}


def of_a_party(members: list[Member], party: str, start: datetime.date) -> dict[str, int | None]:
    """How many members a party has; null where the party of one member is not known."""
    own = [member for member in members if member.party_id == party]
    is_known = all(member.party_id for member in members)
    counts = _counts(own, start)
    return {name: counts[name] if is_known else None for name in POSTS}


IN_CABINETS = (
    "n_members", "n_women", "n_ministers", "n_state_secretaries", "n_women_ministers",
    "n_women_state_secretaries", "mean_age", "youngest_age", "oldest_age", "n_new",
)  # fmt: skip


def _counts(members: list[Member], start: datetime.date) -> dict[str, Any]:
    ministers = [member for member in members if member.is_minister]
    others = [member for member in members if not member.is_minister]
    ages = [member.age for member in ministers]
    known = [age for age in ages if age is not None] if None not in ages else []
    has_others = start >= FIRST_STATE_SECRETARIES
    return {
        "n_ministers": len(ministers),
        "n_state_secretaries": len(others) if has_others else None,
        "n_women_ministers": _women(ministers),
        "n_women_state_secretaries": _women(others) if has_others else None,
        "mean_age": round(sum(known) / len(known), 1) if known else None,
        "youngest_age": min(known, default=None),
        "oldest_age": max(known, default=None),
        "n_former_ministers": sum(member.was_minister for member in members),
        "n_former_state_secretaries": sum(member.was_state_secretary for member in members),
        "n_new": sum(not (one.was_minister or one.was_state_secretary) for one in members),
        "n_opposite_party": _opposite(others) if has_others else None,
    }


def _women(members: list[Member]) -> int | None:
    """How many are women; null where the gender of one is not known."""
    genders = [member.gender for member in members]
    return None if None in genders else genders.count("f")


def _opposite(others: list[Member]) -> int | None:
    """How many state secretaries have a minister of another party; null where one is unknown."""
    known = [member.opposite_party for member in others if member.party_id != NO_PARTY]
    return None if None in known else sum(map(bool, known))


def cabinet_composition(table: Table, members_of: Rows, cabinets: Rows, teams: Teams) -> Rows:
    """A row for each party with members at the start, and one for those without a party."""
    shares = _Shares(members_of)
    members_with_posts = [row for row in members_of if row["role"] in TAKES_PART]
    took_part = grouped(members_with_posts, "cabinet_id")
    rows = []
    for cabinet in cabinets:
        start, key = cabinet["start_date"], cabinet["cabinet_id"]
        members = teams.of(key)
        if start < PARTIES_SINCE or not all(member.party_id for member in members):
            continue
        for party in _parties(took_part.get(key, ()), members):
            own = [member for member in members if member.party_id == party]
            counts = _counts(own, start)
            rows.append(
                {"cabinet_id": key, "party_id": party, **counts,
                 **shares.of(cabinet, party, counts["n_ministers"])}
            )  # fmt: skip
    return Rows.derived(table, rows)


def _parties(took_part: Iterable[Row], members: Iterable[Member]) -> list[str]:
    """Who takes part, who has members, and those without a party, each once."""
    parties = (row["party_id"] for row in took_part)
    told = (member.party_id or NO_PARTY for member in members)
    return list(dict.fromkeys((*parties, *told, NO_PARTY)))


class _Shares:
    """Portfolios beside seats, as Gamson's law compares them."""

    def __init__(self, cabinet_parties: Rows):
        self._seats = {
            (row["cabinet_id"], row["party_id"]): row["seats_tk"]
            for row in cabinet_parties
            if row["role"] == "coalition"
        }

    def of(self, cabinet: Row, party: str, n_ministers: int) -> dict[str, float | None]:
        """The share of the ministers, that of the coalition's seats, and the difference."""
        portfolios = percent(n_ministers, cabinet["n_ministers"])
        seats = percent(self._seats.get((cabinet["cabinet_id"], party)), cabinet["seats_tk"])
        return {
            "portfolio_share": portfolios,
            "seat_share": seats,
            "share_difference": _less(portfolios, seats),
        }


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else round(one - other, 2)
