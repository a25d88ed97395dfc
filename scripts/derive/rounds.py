"""Bargaining rounds: attempts of named parties to form a cabinet, and how many a formation had."""

from __future__ import annotations

from scripts.cells import NOTHING, Row, Rows, Tables, Value, derive_from, grouped, resting_on
from scripts.dates import full_date
from scripts.derive.chamber import Chamber, seats_of
from scripts.derive.common import days_between, party_labels
from scripts.schema import text


def bargaining_rounds(curated: Tables) -> Rows:
    """Days are those of the commissions, unless a round began or ended on another."""
    own, labels = curated["bargaining_rounds"], party_labels(curated)
    stages = grouped(curated["formation_stages"], "formation_id")
    chamber = Chamber(curated, "tk")
    rows = []
    for row in own:
        mine = stages.get(row["formation_id"], [])
        start, end = (_day(row, end, mine, curated) for end in ("start", "end"))
        days = {name: derive_from(full_date, day) for name, day in (("start", start), ("end", end))}
        parties = own.cell(row, "parties")
        rows.append(
            {**row, "start_text": start, "end_text": end,
             "start_date": days["start"], "end_date": days["end"],
             "days": derive_from(days_between, days["start"], days["end"]),
             "n_parties": _number(parties.value),
             "seats_tk": _seats(parties, days["start"], chamber, labels)}
        )  # fmt: skip
    return Rows.derived(own.table, rows, own)


def _day(row: Row, end: str, stages: list[Row], curated: Tables) -> Value:
    """The day that is typed, or that of the commission: the first start, the last end."""
    own, table = curated["bargaining_rounds"], curated["formation_stages"]
    typed = own.cell(row, f"{end}_text")
    if typed.value:
        return typed
    number = row["first_stage" if end == "start" else "last_stage"]
    known = [
        table.cell(stage, f"{end}_date")
        for stage in stages
        if stage["stage"] == number and stage[f"{end}_date"]
    ]
    if not known:
        return NOTHING
    pick = min if end == "start" else max
    return derive_from(lambda *days: text(pick(days)), *known)


def _number(parties: str | None) -> int | None:
    return len(parties.split(";")) if parties else None


def _seats(parties: Value, start: Value, chamber: Chamber, labels: set[str]) -> Value:
    """The seats of the parties on the first day."""
    day = start.value
    if not parties.value or day is None:
        return NOTHING
    members = parties.value.split(";")
    seats = chamber.seats(day, chamber.election_before(day))
    if not set(members) <= set(seats):
        return NOTHING
    held = seats_of(seats, members, labels)
    return resting_on(held.value, held, parties, start)


def round_counts(rounds: list[Row], table: Rows) -> dict[str, Value | int]:
    """How many rounds a formation had, and how many of them were inconclusive."""
    if not rounds:
        return {}
    told = [table.cell(row, "inconclusive") for row in rounds]
    counted = {"n_inconclusive_rounds": "yes", "n_arguable_rounds": "arguable"}
    return {"n_rounds": len(rounds)} | {
        name: resting_on(sum(row["inconclusive"] == code for row in rounds), *told)
        for name, code in counted.items()
    }
