"""What published data sets print for cells of ours, and what of ours gives it.

A variable of a data set is read in several ways, the first of them the one that we adopt; what they
print is compared with each, so that a value that follows another definition is told by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts.cells import NOTHING, Row, Rows, Tables, Value, derive_from, resting_on
from scripts.derive.common import by, days_between, grouped
from scripts.schema import text
from scripts.vocabulary import INTERIM, PREFERRED_DEFINITIONS

EQUAL, OTHER, BOTH_ENDS = "equal", "equal_by_another_definition", "both_ends_counted"
DIFFERS, UNKNOWN = "differs", "no_value"


class Candidate(NamedTuple):
    """A value of ours, by what it is read, and whether both its ends are counted."""

    value: Value
    definition: str
    both_ends: bool = False


def comparisons(curated: Tables, built: dict[str, Rows]) -> Rows:
    """The verdict on each printed value, and the definition that gives it."""
    own = curated["comparisons"]
    variables = {(row["dataset"], row["variable"]): row for row in curated["comparison_variables"]}
    ours = _Ours(curated, built)
    rows = []
    for row in own:
        variable = variables[row["dataset"], row["variable"]]
        entity = row["entity_id"]
        found = [
            one
            for reading in variable["readings"].split(";")
            for one in ours.read(reading, entity)
            if one.value.value is not None
        ]
        codes = dict(one.split("=") for one in (variable["code_map"] or "").split(";") if one)
        rows.append({**row, **_names(variable, entity), **_judged(own, row, found, codes)})
    return Rows.derived(own.table, rows, own)


def _names(variable: Row, entity: str) -> dict[str, str | None]:
    """The id of what is compared, in the column of its kind."""
    is_formation = variable["compared"] == "formation"
    return {
        "cabinet_id": None if is_formation else entity,
        "formation_id": entity if is_formation else None,
    }


def _judged(own: Rows, row: Row, found: list[Candidate], codes: dict[str, str]) -> dict[str, Value]:
    """Which of our values it is: the adopted one, another, or none."""
    theirs = own.cell(row, "their_value")
    if not found:
        return {"our_value": NOTHING, "verdict": resting_on(UNKNOWN, theirs)}

    def as_they_write(value: object) -> str:
        return codes.get(text(value), text(value))

    adopted = found[0]
    ours = derive_from(as_they_write, adopted.value)
    same = [one for one in found if as_they_write(one.value.value) == theirs.value]
    chosen = next((one for one in same if one is adopted), None)
    chosen = chosen or next((one for one in same if not one.both_ends), None)
    chosen = chosen or next(iter(same), None)
    if chosen is None:
        return {"our_value": ours, "verdict": resting_on(DIFFERS, theirs, ours)}
    verdict = EQUAL if chosen is adopted else BOTH_ENDS if chosen.both_ends else OTHER
    return {
        "our_value": ours,
        "definition": resting_on(chosen.definition, theirs, chosen.value),
        "verdict": resting_on(verdict, theirs, ours, chosen.value),
    }


class _Ours:
    """Our values by the readings that a variable names."""

    def __init__(self, curated: Tables, built: dict[str, Rows]):
        self._curated, self._built = curated, built
        self._cabinets = by(built["cabinets"], "cabinet_id")
        self._in_order = {row["sequence"]: row for row in built["cabinets"]}
        breaks = (row for row in built["events"] if row["event_type"] == "crisis_break")
        self._broke = grouped(breaks, "cabinet_id")
        self._formations = by(built["formations"], "formation_id")
        self._lengths = grouped(built["formation_durations"], "formation_id")
        self._phases = grouped(built["cabinet_phases"], "cabinet_id")
        self._parties = grouped(built["party_cabinet"], "cabinet_id")
        self._elections = by(curated["elections"], "election_id")
        self._abbreviations = by(curated["parties"], "party_id")
        self._rounds = grouped(curated["bargaining_rounds"], "formation_id")

    def read(self, reading: str, entity: str) -> Iterator[Candidate]:
        """The candidates of one reading: a function below, or a column of cabinets."""
        special = READINGS.get(reading)
        if special:
            yield from special(self, entity)
            return
        column, _, less = reading.partition("-")
        value = self._built["cabinets"].cell(self._cabinets[entity], column)
        if less:
            value = derive_from(lambda number: None if number is None else number - 1, value)
        yield Candidate(value, reading)

    def _length(self, formation: str) -> Iterator[Candidate]:
        """The headline length, then every other definition, then both ends counted."""
        table = self._built["formation_durations"]
        order = {name: place for place, name in enumerate(PREFERRED_DEFINITIONS)}
        rows = sorted(self._lengths.get(formation, ()), key=lambda row: order[row["definition"]])
        headline = self._formations[formation]["days"]
        rows.sort(key=lambda row: not (row["days"] == headline and _is_headline(row)))
        for column, both_ends in (("days", False), ("days_inclusive", True)):
            for row in rows:
                yield Candidate(table.cell(row, column), row["definition"], both_ends)

    def _post_election(self, formation: str) -> Iterator[Candidate]:
        trigger = self._built["formations"].cell(self._formations[formation], "trigger")
        yield Candidate(derive_from(lambda kind: int(kind == "election"), trigger), "trigger")

    def _inconclusive(self, formation: str) -> Iterator[Candidate]:
        """Rounds beyond doubt, then with each arguable one more, then commissions that failed."""
        table, row = self._built["formations"], self._formations[formation]
        sure = table.cell(row, "n_inconclusive_rounds")
        arguable = table.cell(row, "n_arguable_rounds")
        yield Candidate(sure, "n_inconclusive_rounds")
        for more in range(1, (arguable.value or 0) + 1):
            yield Candidate(resting_on(sure.value + more, sure, arguable), "n_arguable_rounds")
        yield Candidate(table.cell(row, "n_failed_attempts"), "n_failed_attempts")

    def _phase_seats(self, cabinet: str) -> Iterator[Candidate]:
        """The seats of its parties in a later phase."""
        for row in self._phases.get(cabinet, ()):
            value = self._built["cabinet_phases"].cell(row, "seats_tk")
            yield Candidate(value, "cabinet_phases.seats_tk")

    def _with_support(self, cabinet: str) -> Iterator[Candidate]:
        own = self._built["cabinets"]
        columns = ("n_parties", "support_parties")
        count, support = (own.cell(self._cabinets[cabinet], name) for name in columns)
        if count.value is not None and support.value:
            total = count.value + len(support.value.split(";"))
            yield Candidate(resting_on(total, count, support), "n_parties with support_parties")

    def _interim(self, cabinet: str) -> Iterator[Candidate]:
        character = self._built["cabinets"].cell(self._cabinets[cabinet], "character")
        yield Candidate(derive_from(lambda code: int(code == INTERIM), character), "character")

    def _election(self, entity: str) -> Iterator[Candidate]:
        """The day of the election before a cabinet, or that set off a formation."""
        row = self._cabinets.get(entity) or self._formations[entity]
        election = self._elections.get(row["election_id"])
        if election:
            yield Candidate(self._curated["elections"].cell(election, "date"), "elections.date")

    def _leader(self, cabinet: str) -> Iterator[Candidate]:
        """The party of the prime minister by its id."""
        table = self._built["party_cabinet"]
        for row in self._parties.get(cabinet, ()):
            if row["is_prime_minister"]:
                led = table.cell(row, "is_prime_minister")
                yield Candidate(resting_on(row["party_id"], led), "party_cabinet.is_prime_minister")

    def _months(self, cabinet: str) -> Iterator[Candidate]:
        days = self._built["cabinets"].cell(self._cabinets[cabinet], "days_full")
        for length, name in ((30.44, "days_full / 30.44"), (30, "days_full / 30")):
            yield Candidate(derive_from(_in_months(length), days), name)

    def _next_election(self, cabinet: str) -> Iterator[Candidate]:
        """The election after which the next cabinet came, and the days up to it."""
        row = self._cabinets[cabinet]
        after = self._in_order.get(row["sequence"] + 1)
        if after and after["election_id"] and after["election_id"] != row["election_id"]:
            held = self._elections[after["election_id"]]
            yield Candidate(self._curated["elections"].cell(held, "date"), "next election")
        yield from self._breaks(cabinet)

    def _breaks(self, cabinet: str) -> Iterator[Candidate]:
        """The day on which it broke, where that is not the day of the resignation."""
        events = self._built["events"]
        for row in self._broke.get(cabinet, ()):
            yield Candidate(events.cell(row, "date"), "crisis_break")

    def _days_to_next_election(self, cabinet: str) -> Iterator[Candidate]:
        start = self._built["cabinets"].cell(self._cabinets[cabinet], "start_date")
        for day, name, _ in self._next_election(cabinet):
            yield Candidate(derive_from(days_between, start, day), f"days to {name}")

    def _from_break(self, formation: str) -> Iterator[Candidate]:
        """From the day on which the last cabinet broke to the inauguration."""
        row = self._formations[formation]
        cabinet = self._cabinets.get(row["cabinet_id"])
        if cabinet is None:
            return
        start = self._built["cabinets"].cell(cabinet, "start_date")
        for day, name, _ in self._breaks(row["previous_cabinet_id"]):
            length = derive_from(days_between, day, start)
            yield Candidate(length, f"{name} to inauguration")
            yield Candidate(derive_from(_one_more, length), f"{name} to inauguration", True)


def _one_more(days: int | None) -> int | None:
    return None if days is None else days + 1


def _is_headline(row: Row) -> bool:
    return row["definition"] in (
        "election_to_inauguration", "resignation_to_inauguration", "resignation_to_withdrawal",
    )  # fmt: skip


def _in_months(length: float) -> Callable[[int | None], int | None]:
    return lambda days: None if days is None else round(days / length)


READINGS: dict[str, Callable[[_Ours, str], Iterator[Candidate]]] = {
    "length": _Ours._length,
    "post_election": _Ours._post_election,
    "inconclusive": _Ours._inconclusive,
    "phase_seats": _Ours._phase_seats,
    "n_parties_with_support": _Ours._with_support,
    "interim": _Ours._interim,
    "election_date": _Ours._election,
    "leader": _Ours._leader,
    "months": _Ours._months,
    "next_election": _Ours._next_election,
    "days_to_next_election": _Ours._days_to_next_election,
    "from_break": _Ours._from_break,
}
"""The readings that are no column of cabinets."""
