"""What published data sets print for cells of ours, and what of ours gives it.

A variable of a data set is read in several ways, the first of them the one that we adopt; what they
print is compared with each, so that a value that follows another definition is told by its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from scripts.cells import Row, Rows, Tables, by, grouped
from scripts.derive.common import days_between
from scripts.schema import text
from scripts.vocabulary import HEADLINE_DEFINITION, INTERIM, PREFERRED_DEFINITIONS, READINGS

EQUAL, OTHER, BOTH_ENDS = "equal", "equal_by_another_definition", "both_ends_counted"
DIFFERS, UNKNOWN = "differs", "no_value"
MONTHS = (30.44, 30)
"""Days in a month, as sets that count in months have them."""


class Candidate(NamedTuple):
    """A value of ours, by what it is read, and whether both its ends are counted."""

    value: Any
    definition: str
    both_ends: bool = False


def comparisons(curated: Tables, built: dict[str, Rows]) -> Rows:
    """The verdict on each printed value, and the definition that gives it."""
    own = curated["comparisons"]
    variables = {(row["dataset"], row["variable"]): row for row in curated["comparison_variables"]}
    ours = _Ours(curated, built)
    rows = []
    for row in own:
        variable, entity = variables[row["dataset"], row["variable"]], row["entity_id"]
        readings = variable["readings"].split(";")
        found = [one for reading in readings for one in ours.read(reading, entity)]
        codes = dict(one.split("=") for one in text(variable["code_map"]).split(";") if one)
        is_formation = variable["compared"] == "formation"
        rows.append(
            {**row,
             "cabinet_id": None if is_formation else entity,
             "formation_id": entity if is_formation else None,
             **_judged(row, [one for one in found if one.value is not None], codes)}
        )  # fmt: skip
    return Rows.derived(own.table, rows, own)


def _judged(row: Row, found: list[Candidate], codes: dict[str, str]) -> dict[str, str | None]:
    """Which of our values it is: the adopted one, another, or none."""
    if not found:
        return {"verdict": UNKNOWN}

    def as_they_write(value: object) -> str:
        return codes.get(text(value), text(value))

    adopted = found[0]
    same = [one for one in found if as_they_write(one.value) == row["their_value"]]
    # The adopted one, else one that counts as we do, else one that counts both ends.
    same.sort(key=lambda one: (one is not adopted, one.both_ends))
    if not same:
        return {"our_value": as_they_write(adopted.value), "verdict": DIFFERS}
    chosen = same[0]
    return {
        "our_value": as_they_write(adopted.value),
        "definition": chosen.definition,
        "verdict": EQUAL if chosen is adopted else BOTH_ENDS if chosen.both_ends else OTHER,
    }


class _Ours:
    """Our values by the readings that a variable names."""

    def __init__(self, curated: Tables, built: dict[str, Rows]):
        self._cabinets = by(built["cabinets"], "cabinet_id")
        self._in_order = by(built["cabinets"], "sequence")
        breaks = (row for row in built["events"] if row["event_type"] == "crisis_break")
        self._broke = grouped(breaks, "cabinet_id")
        self._formations = by(built["formations"], "formation_id")
        self._lengths = grouped(built["formation_durations"], "formation_id")
        self._phases = grouped(built["cabinet_phases"], "cabinet_id")
        self._parties = grouped(built["party_cabinet"], "cabinet_id")
        self._elections = by(curated["elections"], "election_id")

    def read(self, reading: str, entity: str) -> Iterator[Candidate]:
        """The candidates of one reading: a function below, or a column of cabinets."""
        if reading in READINGS:
            yield from getattr(self, f"_{reading}")(entity)
            return
        column, _, less = reading.partition("-")
        value = self._cabinets[entity][column]
        yield Candidate(value - 1 if less and value is not None else value, reading)

    def _length(self, formation: str) -> Iterator[Candidate]:
        """The headline length, then every other definition, then both ends counted."""
        row = self._formations[formation]
        headline = HEADLINE_DEFINITION.get((row["trigger"], row["outcome"]))
        order = {name: place for place, name in enumerate((headline, *PREFERRED_DEFINITIONS))}
        rows = self._lengths.get(formation, [])
        rows = sorted(rows, key=lambda row: min(order[row["definition"]], len(order)))
        for column, both_ends in (("days", False), ("days_inclusive", True)):
            for row in rows:
                yield Candidate(row[column], row["definition"], both_ends)

    def _post_election(self, formation: str) -> Iterator[Candidate]:
        trigger = self._formations[formation]["trigger"]
        yield Candidate(int(trigger == "election"), "trigger")

    def _inconclusive(self, formation: str) -> Iterator[Candidate]:
        """Rounds beyond doubt, then with each arguable one more, then commissions that failed."""
        row = self._formations[formation]
        sure = row["n_inconclusive_rounds"]
        yield Candidate(sure, "n_inconclusive_rounds")
        for more in range(1, (row["n_arguable_rounds"] or 0) + 1):
            yield Candidate(sure + more, "n_arguable_rounds")
        yield Candidate(row["n_failed_attempts"], "n_failed_attempts")

    def _phase_seats(self, cabinet: str) -> Iterator[Candidate]:
        """The seats of its parties in a later phase."""
        for row in self._phases.get(cabinet, ()):
            yield Candidate(row["seats_tk"], "cabinet_phases.seats_tk")

    def _n_parties_with_support(self, cabinet: str) -> Iterator[Candidate]:
        row = self._cabinets[cabinet]
        if row["n_parties"] is not None and row["support_parties"]:
            total = row["n_parties"] + len(row["support_parties"].split(";"))
            yield Candidate(total, "n_parties with support_parties")

    def _interim(self, cabinet: str) -> Iterator[Candidate]:
        yield Candidate(int(self._cabinets[cabinet]["character"] == INTERIM), "character")

    def _election_date(self, entity: str) -> Iterator[Candidate]:
        """The day of the election before a cabinet, or that set off a formation."""
        row = self._cabinets.get(entity) or self._formations[entity]
        if election := self._elections.get(row["election_id"]):
            yield Candidate(election["date"], "elections.date")

    def _leader(self, cabinet: str) -> Iterator[Candidate]:
        """The party of the prime minister by its id."""
        for row in self._parties.get(cabinet, ()):
            if row["is_prime_minister"]:
                yield Candidate(row["party_id"], "party_cabinet.is_prime_minister")

    def _months(self, cabinet: str) -> Iterator[Candidate]:
        days = self._cabinets[cabinet]["days_full"]
        for length in MONTHS:
            months = None if days is None else round(days / length)
            yield Candidate(months, f"days_full / {length}")

    def _next_election(self, cabinet: str) -> Iterator[Candidate]:
        """The election after which the next cabinet came, and the day on which it broke."""
        row = self._cabinets[cabinet]
        after = self._in_order.get(row["sequence"] + 1)
        if after and after["election_id"] and after["election_id"] != row["election_id"]:
            yield Candidate(self._elections[after["election_id"]]["date"], "next election")
        yield from self._breaks(cabinet)

    def _breaks(self, cabinet: str) -> Iterator[Candidate]:
        """The day on which it broke, where that is not the day of the resignation."""
        for row in self._broke.get(cabinet, ()):
            yield Candidate(row["date"], "crisis_break")

    def _days_to_next_election(self, cabinet: str) -> Iterator[Candidate]:
        start = self._cabinets[cabinet]["start_date"]
        for one in self._next_election(cabinet):
            yield Candidate(days_between(start, one.value), f"days to {one.definition}")

    def _from_break(self, formation: str) -> Iterator[Candidate]:
        """From the day on which the last cabinet broke to the inauguration."""
        row = self._formations[formation]
        if cabinet := self._cabinets.get(row["cabinet_id"]):
            for one in self._breaks(row["previous_cabinet_id"]):
                days = days_between(one.value, cabinet["start_date"])
                yield Candidate(days, f"{one.definition} to inauguration")
                if days is not None:
                    yield Candidate(days + 1, f"{one.definition} to inauguration", True)
