"""The ledger of events: curated ones, elections, commissions to form a cabinet, departures."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.cells import NOTHING, Rows, Tables, Value, by, derive_from, resting_on
from scripts.derive.common import day_of
from scripts.vocabulary import LEAVES


def events(curated: Tables, reasons: dict[str, str]) -> Rows:
    """All events. A resignation that set off a formation carries its id.

    Departures of members say why by the labels of the reasons.
    """
    own = curated["events"]
    rows = [
        *_curated(curated), *_elections(curated), *_commissions(curated),
        *_departures(curated, reasons),
    ]  # fmt: skip
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


def _commissions(curated: Tables) -> Iterator[dict]:
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


def _departures(curated: Tables, reasons: dict[str, str]) -> Iterator[dict]:
    """Members who left a cabinet before its end; who gave up several posts that day left once."""
    held = curated["appointments"]
    left = {
        (row["cabinet_id"], row["person_id"], row["end_text"]): row
        for row in reversed(held)
        if row["end_reason"] in LEAVES
    }
    for row in left.values():
        reason, note = held.cell(row, "end_reason"), held.cell(row, "note")
        yield {
            "event_id": f"{row['appointment_id']}-leaves",
            "event_type": resting_on("member_leaves", reason),
            **{name: held.cell(row, name) for name in ("cabinet_id", "person_id", "party_id")},
            **_dated(held.cell(row, "end_text")),
            "date": day_of(held, row, "end_text"),
            "note": derive_from(lambda code, words: _told(reasons[code], words), reason, note),
        }


def _told(reason: str, words: str | None) -> str:
    """The reason in a word, and what we say of it."""
    return ". ".join(part for part in (reason.capitalize(), words) if part)
