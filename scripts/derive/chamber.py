"""Seats of parties in a chamber on a day, each with the cells that say so."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterable, Iterator

from scripts.cells import NOTHING, Row, Tables, Value, derive_from, grouped, resting_on
from scripts.dates import full_date
from scripts.derive.common import rule_of_counting
from scripts.schema import text
from scripts.vocabulary import WHOLE_CHAMBER

Seats = dict[str, Value]
"""The seats of each party."""


class Chamber:
    """The Tweede Kamer ("tk") or Eerste Kamer ("ek") on any day, from the curated tables."""

    def __init__(self, curated: Tables, chamber: str):
        self._tables = curated
        is_tk = chamber == "tk"
        results = curated["election_results"] if is_tk else ()
        self._results = grouped(results, "election_id")
        held = curated["elections"] if is_tk else ()
        self._held = sorted(held, key=lambda row: row["date"])
        self._elections = [row for row in self._held if row["kind"] != "partial"]
        self._sizes = [row for row in curated["chamber_sizes"] if row["chamber"] == chamber]
        stopped = (row for row in curated["events"] if row["event_type"] == "chamber_suspended")
        self._suspended = [text(row["date"]) for row in stopped]
        rows = [row for row in curated["chamber_seats"] if row["chamber"] == chamber]
        self._changes = sorted(rows, key=lambda row: row["date_text"])
        self._days = [row["date_text"] for row in self._changes]
        whole = {row["date_text"] for row in rows if row["reason"] in WHOLE_CHAMBER}
        self._whole = sorted(whole)

    def election_before(self, day: datetime.date) -> Row | None:
        """The latest election to the Tweede Kamer before a day, of the whole or the half due."""
        place = bisect.bisect_left(self._elections, day, key=lambda row: row["date"])
        return self._elections[place - 1] if place else None

    def changes_between(self, start: datetime.date, end: datetime.date | None) -> list[Row]:
        """Changes of seats known to the day between two days, in the chamber that sat at the start.

        Those of a chamber elected later are not among them.
        """
        later = [row["date"] for row in self._elections if row["date"] > start]
        until = min([day for day in (end, *later[:1]) if day], default=None)
        return [
            row
            for row in self._changes
            if full_date(row["date_text"])
            and text(start) < row["date_text"]
            and (until is None or row["date_text"] < text(until))
        ]

    def _is_gone(self, since: str, day: datetime.date) -> bool:
        """Whether the chamber of an earlier day had stopped to meet, as in May 1940.

        What it was then says nothing of a later day.
        """
        return any(since <= last < text(day) for last in self._suspended)

    def size(self, day: datetime.date, seats: Seats) -> Value:
        """Seats in all on a day.

        Of the composition if it is known, else by the latest election or the law.
        """
        if seats:
            return derive_from(lambda *numbers: sum(numbers), *seats.values())
        place = bisect.bisect_left(self._held, day, key=lambda row: row["date"])
        if place and not self._is_gone(text(self._held[place - 1]["date"]), day):
            return self._tables["elections"].cell(self._held[place - 1], "chamber_size")
        return NOTHING if self._held else self._size_by_law(day)

    def _size_by_law(self, day: datetime.date) -> Value:
        sizes = self._tables["chamber_sizes"]
        for row in self._sizes:
            start, end = row["start_date"], row["end_date"]
            if start and start <= day and (end is None or day < end):
                if self._is_gone(text(start), day):
                    return NOTHING
                return resting_on(row["seats"], sizes.cell(row, "start_date"))
        return NOTHING

    def seats(
        self, day: datetime.date, election: Row | None = None, *, elected: bool = False
    ) -> Seats:
        """Seats by party on a day.

        Of the Tweede Kamer the chamber of the given election; elected leaves out the splits since.
        Empty where the composition is not in the data.
        """
        last = bisect.bisect_right(self._days, text(day))
        if election:
            since = text(election["date"])
            if self._is_gone(since, day):
                return {}
            first = bisect.bisect_right(self._days, since)
            return self._changed(self._as_elected(election), first, last, elected)
        known = bisect.bisect_right(self._whole, text(day))
        if self._elections or not known or self._is_gone(self._whole[known - 1], day):
            return {}
        first = bisect.bisect_left(self._days, self._whole[known - 1])
        return self._changed({}, first, last, elected)

    def held(self, day: datetime.date) -> dict[str, int]:
        """Seats of a day by party, those without any left out; empty where it did not meet."""
        seats = self.seats(day, self.election_before(day))
        return {party: value.value for party, value in seats.items() if value.value}

    def stretches(self) -> Iterator[tuple[str, Seats]]:
        """Each day on which the chamber became another, as far as it is known, and its seats."""
        for place, election in enumerate(self._elections):
            if election["election_id"] not in self._results:
                continue
            since = text(election["date"])
            following = self._elections[place + 1 :][:1]
            until = text(following[0]["date"]) if following else "9999"
            yield since, self._as_elected(election)
            first, end = (bisect.bisect_left(self._days, day) for day in (since, until))
            for day in dict.fromkeys(self._days[first:end]):
                last = bisect.bisect_right(self._days, day)
                yield day, self._changed(self._as_elected(election), first, last, elected=False)
        if not self._elections:
            for day in dict.fromkeys(self._days):
                last = bisect.bisect_right(self._days, day)
                known = self._whole[bisect.bisect_right(self._whole, day) - 1]
                first = bisect.bisect_left(self._days, known)
                yield day, self._changed({}, first, last, elected=False)

    def _as_elected(self, election: Row) -> Seats:
        results = self._tables["election_results"]
        own = self._results[election["election_id"]]
        return {row["party_id"]: results.cell(row, "seats") for row in own}

    def _changed(self, seats: Seats, first: int, last: int, elected: bool) -> Seats:
        """Seats after the changes in a stretch; a list of the whole chamber begins anew."""
        whole = None
        for row in self._changes[first:last]:
            if row["reason"] in WHOLE_CHAMBER:
                if row["date_text"] != whole:
                    seats, whole = {}, row["date_text"]
            elif elected:
                continue
            seats[row["party_id"]] = self._tables["chamber_seats"].cell(row, "seats")
        return seats


def seats_of(seats: Seats, members: Iterable[str], labels: set[str]) -> Value:
    """Seats that parties hold together; null where the chamber is not in the data.

    Where it is counted under a label, such as liberals, a party that is missing may be among those:
    null as well. A party that is missing from a chamber of parties holds none, by the rule that
    counts.
    """
    members = list(members)
    missing = set(members) - set(seats)
    if not seats or (labels & set(seats) and missing):
        return NOTHING
    held = [seats[party] for party in members if party in seats]
    rules = [rule_of_counting("not_in_the_chamber")] if missing else []
    return resting_on(sum(value.value for value in held), *held, *rules)


def cabinet_type(members: list[int], chamber: int) -> str:
    """Minority, minimal winning or oversized, from the seats of each coalition party and of all.

    A coalition wins with more than half of the seats; it is minimal if no party can be spared
    (Riker 1962; the computed classes of Woldendorp, Keman and Budge leave out support parties, as
    here).
    """
    if 2 * sum(members) <= chamber:
        return "minority"
    spare = any(2 * (sum(members) - seats) > chamber for seats in members)
    return "oversized" if spare else "minimal_winning"
