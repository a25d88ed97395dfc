"""The ledger of events: curated ones, elections, and appointments of those who form cabinets."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.cells import NOTHING, Rows, Tables, Value, derive_from, resting_on
from scripts.derive.common import by, day_of


def events(curated: Tables) -> Rows:
    """All events. A resignation that set off a formation carries its id."""
    own = curated["events"]
    rows = [*_curated(curated), *_elections(curated), *_appointments(curated)]
    return Rows.derived(own.table, rows, own)


def _curated(curated: Tables) -> Iterator[dict]:
    own, formations = curated["events"], curated["formations"]
    set_off = by(
        [row for row in formations if row["outcome"] != "restored" and row["previous_cabinet_id"]],
        "previous_cabinet_id",
    )
    for row in own:
        formation: object = row["formation_id"]
        following = set_off.get(row["cabinet_id"])
        if formation is None and row["event_type"] == "resignation_offered" and following:
            cell = formations.cell(following, "previous_cabinet_id")
            formation = resting_on(following["formation_id"], cell)
        known = own.cell(row, "date")
        yield {**row, "formation_id": formation, **_dated(known), "date": day_of(own, row)}


def _dated(known: Value) -> dict[str, Value]:
    """The columns of a date that is known to the day or less."""
    precision = derive_from(lambda date: {4: "year", 7: "month", 10: "day"}[len(str(date))], known)
    return {"date": known, "date_text": derive_from(str, known), "date_precision": precision}


def _elections(curated: Tables) -> Iterator[dict]:
    held, formations = curated["elections"], curated["formations"]
    set_off = by([row for row in formations if row["election_id"]], "election_id")
    for row in held:
        day = held.cell(row, "date")
        formation = set_off.get(row["election_id"])
        cell = formations.cell(formation, "election_id") if formation else NOTHING
        yield {
            "event_id": f"{row['election_id']}-election",
            "event_type": resting_on("election", day),
            "formation_id": resting_on(formation["formation_id"], cell) if formation else NOTHING,
            **_dated(day),
        }


def _appointments(curated: Tables) -> Iterator[dict]:
    stages = curated["formation_stages"]
    for row in stages:
        if row["start_date"]:
            ids = [str(row[name]) for name in ("formation_id", "stage", "role", "person_id")]
            role = stages.cell(row, "role")
            yield {
                "event_id": "-".join(ids),
                "event_type": derive_from(lambda role: f"{role}_appointed", role),
                **{name: stages.cell(row, name) for name in ("formation_id", "person_id")},
                "party_id": stages.cell(row, "party_id") if row["party_id"] else NOTHING,
                **_dated(stages.cell(row, "start_date")),
            }
