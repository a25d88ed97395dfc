"""The parties of a chamber together: for how many they count, how votes moved, who is median."""

from __future__ import annotations

from typing import NamedTuple

from scripts.cells import Row, Tables, grouped
from scripts.derive.lineages import lineages
from scripts.derive.measures import (
    banzhaf,
    effective_number,
    fractionalization,
    median_party,
    polarization,
    shares,
    volatility,
)
from scripts.derive.positions import places


class Moved(NamedTuple):
    """What an election changed, by votes and by seats, as fractions."""

    votes: float | None
    seats: float | None


class PartySystem:
    """The chambers of parties, by the day or by the election."""

    def __init__(self, curated: Tables):
        self._lineages = lineages(curated)
        self._results = grouped(curated["election_results"], "election_id")
        self._unseated = grouped(curated["unseated_lists"], "election_id")
        general = (row for row in curated["elections"] if row["election_id"] in self._results)
        self._elections = sorted(general, key=lambda row: row["date"])
        self.places = {party: place.value for party, place in places(curated).items()}

    def of_chamber(self, seats: dict[str, int]) -> dict[str, float | None]:
        """What is said of the parties of a chamber."""
        if not seats:
            return {}
        return {
            "n_parties_chamber": len(seats),
            "effective_parties_seats": effective_number(seats.values()),
            "fractionalization": fractionalization(seats.values()),
            "polarization": polarization(seats, self.places),
        }

    def effective_parties_votes(self, election: Row) -> float | None:
        """By the valid votes; what lists without a row got counts as many small lists."""
        votes = self._votes(election)
        total = election["valid_votes"]
        if votes is None or not total:
            return None
        return 1 / sum((own / total) ** 2 for own in votes.values())

    def _votes(self, election: Row) -> dict[str, int] | None:
        """Votes by list. Null where those of a list with a seat are not known."""
        key = election["election_id"]
        results = self._results.get(key, ())
        if any(row["votes"] is None for row in results if row["seats"]):
            return None
        lists = [(row["party_id"], row["votes"]) for row in results if row["votes"]]
        lists += [(row["party_id"] or row["list_name"], row["votes"])
                  for row in self._unseated.get(key, ())]  # fmt: skip
        found: dict[str, int] = {}
        for party, votes in lists:
            found[party] = found.get(party, 0) + votes
        return found

    def moved(self, election: Row) -> Moved:
        """Volatility since the last election, mergers and joint lists resolved."""
        place = self._elections.index(election)
        if not place:
            return Moved(None, None)
        before = self._elections[place - 1]
        votes = [self._votes(one) for one in (before, election)]
        totals = [one["valid_votes"] for one in (before, election)]
        seats = [
            {row["party_id"]: row["seats"] for row in self._results[one["election_id"]]}
            for one in (before, election)
        ]
        by_votes = None
        if all(totals) and votes[0] is not None and votes[1] is not None:
            known = [self._together(one, election) for one in (votes[0], votes[1])]
            first, second = (
                {party: own / total for party, own in one.items()}
                for one, total in zip(known, totals, strict=True)
            )
            by_votes = volatility(first, second)
        first, second = (shares(self._together(one, election)) for one in seats)
        return Moved(by_votes, volatility(first, second))

    def _together(self, sizes: dict[str, int], election: Row) -> dict[str, int]:
        """By the bodies that there are on the day of an election."""
        return self._lineages.together(sizes, election["date"])

    def median(self, seats: dict[str, int]) -> str | None:
        """The party with the member in the middle, from left to right."""
        return median_party(seats, self.places)

    def power(self, seats: dict[str, int]) -> dict[str, float]:
        """The index of power of each party."""
        return banzhaf(seats)
