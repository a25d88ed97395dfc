"""The ledger of events, and the length of each formation under every definition."""

from __future__ import annotations

import bisect
import datetime

from scripts.derive.common import Lineage, by, days_between, full_date, grouped
from scripts.evidence import Cell
from scripts.read import Tables


def events(built: Tables, lineage: Lineage) -> list[dict]:
    """The curated events, elections, and appointments of scouts, informateurs and formateurs.

    A resignation that set off a formation carries its id.
    """
    formed = by([row for row in built["formations"] if row["outcome"] == "formed" and row["previous_cabinet_id"]], "previous_cabinet_id")
    rows = []
    for row in built["events"]:
        precision = {4: "year", 7: "month", 10: "day"}.get(len(row["date"] or ""))
        formation = row["formation_id"]
        if formation is None and row["event_type"] == "resignation_offered" and row["cabinet_id"] in formed:
            formation = formed[row["cabinet_id"]]["formation_id"]
        date = full_date(row["date"])
        rows.append({**row, "date": date, "date_text": row["date"], "date_precision": precision, "formation_id": formation})
        lineage.add("events", row["event_id"], "date_text", ("events", row["event_id"], "date"))
    formations = {row["election_id"]: row["formation_id"] for row in built["formations"]}
    for row in built["elections"]:
        key = f"{row['election_id']}-election"
        rows.append(_event(key, row["date"], "election", formation_id=formations.get(row["election_id"])))
        lineage.add("events", key, "date date_text", ("elections", row["election_id"], "date"))
    for row in built["formation_stages"]:
        if row["start_date"]:
            key = f"{row['formation_id']}-{row['stage']}-{row['role']}-{row['person_id']}"
            rows.append(
                _event(key, row["start_date"], f"{row['role']}_appointed", formation_id=row["formation_id"],
                       person_id=row["person_id"], party_id=row["party_id"])
            )  # fmt: skip
            origin = "formation_stages", f"{row['formation_id']}/{row['stage']}/{row['person_id']}", "start_date"
            lineage.add("events", key, "date date_text", origin)
    return rows


def _event(key: str, date: datetime.date, event_type: str, **ids: str | None) -> dict:
    empty = dict.fromkeys(("cabinet_id", "formation_id", "party_id", "person_id", "note"))
    return {**empty, "event_id": key, "date": date, "date_text": date.isoformat(), "date_precision": "day",
            "event_type": event_type, **ids}  # fmt: skip


RANKED_SINCE = 1946
"""The second ranking compares the formations of Beel I (1946) and later, as the press and the literature do."""


def formation_durations(built: Tables, lineage: Lineage) -> list[dict]:
    """Every formation under every definition whose two events are known to the day."""
    happened = grouped([row for row in built["events"] if row["date"]], "formation_id")
    stages = grouped(built["formation_stages"], "formation_id")
    rows = []
    for definition in built["duration_definitions"]:
        found = []
        for formation in built["formations"]:
            key = formation["formation_id"]
            if computed := COMPUTED_DEFINITIONS.get(definition["definition"]):
                duration = computed(stages.get(key, []), happened[key])
            else:
                duration = _between_events(definition, happened[key])
            if duration:
                start, end, days, cells = duration
                row = {"formation_id": key, "cabinet_id": formation["cabinet_id"], "definition": definition["definition"],
                       "start_date": start, "end_date": end, "days": days, "days_inclusive": days + 1,
                       "rank_since_1946": None}  # fmt: skip
                found.append(row)
                row_id = f"{key}/{definition['definition']}"
                lineage.add("formation_durations", row_id, "days days_inclusive", *cells)
                lineage.add("formation_durations", row_id, "start_date", cells[0])
                lineage.add("formation_durations", row_id, "end_date", cells[-1])
        recent = [row for row in found if row["end_date"].year >= RANKED_SINCE]
        for column, compared in (("rank", found), ("rank_since_1946", recent)):
            lengths = sorted(-row["days"] for row in compared)
            for row in compared:
                row[column] = 1 + bisect.bisect_left(lengths, -row["days"])
        rows += found
    return rows


def _between_events(definition: dict, happened: list[dict]) -> tuple | None:
    starts = [row for row in happened if row["event_type"] in definition["start_event_types"].split(";")]
    ends = [row for row in happened if row["event_type"] in definition["end_event_types"].split(";")]
    if not starts or not ends:
        return None
    start, end = min(starts, key=lambda row: row["date"]), max(ends, key=lambda row: row["date"])
    last = end["date"] + datetime.timedelta(days=definition["end_offset"] or 0)
    cells = [("events", row["event_id"], "date") for row in (start, end)]
    return start["date"], last, days_between(start["date"], last), cells


def sum_of_commissions(stages: list[dict], happened: list[dict]) -> tuple | None:
    """Days on which an informateur or formateur was at work, less one; null unless every commission has both dates."""
    return _days_covered([row for row in stages if row["role"] != "scout"])


def days_of_scouting(stages: list[dict], happened: list[dict]) -> tuple | None:
    """The same for scouts."""
    return _days_covered([row for row in stages if row["role"] == "scout"])


def _days_covered(stages: list[dict]) -> tuple | None:
    """Days covered by at least one commission, each counted once, less one so that one commission has the difference of its ends."""
    if not stages or any(row["start_date"] is None or row["end_date"] is None for row in stages):
        return None
    covered: set[int] = set()
    for row in stages:
        covered.update(range(row["start_date"].toordinal(), row["end_date"].toordinal() + 1))
    cells = [_stage_cell(row, column) for row in sorted(stages, key=_number) for column in ("start_date", "end_date")]
    return datetime.date.fromordinal(min(covered)), datetime.date.fromordinal(max(covered)), len(covered) - 1, cells


def successful_attempt(stages: list[dict], happened: list[dict]) -> tuple | None:
    """From the first commission after the last that failed to the inauguration; null if that commission has no date."""
    inauguration = next((row for row in happened if row["event_type"] == "inauguration"), None)
    commissions = sorted((row for row in stages if row["role"] != "scout"), key=_number)
    last_failed = max((row["stage"] for row in commissions if row["outcome"] == "failed"), default=0)
    first = next((row for row in commissions if row["stage"] > last_failed), None)
    if not first or not inauguration or first["start_date"] is None:
        return None
    cells = [_stage_cell(first, "start_date"), ("events", inauguration["event_id"], "date")]
    return first["start_date"], inauguration["date"], days_between(first["start_date"], inauguration["date"]), cells


def _number(stage: dict) -> int:
    return stage["stage"]


def _stage_cell(stage: dict, column: str) -> Cell:
    return "formation_stages", f"{stage['formation_id']}/{stage['stage']}/{stage['person_id']}", column


COMPUTED_DEFINITIONS = {function.__name__: function for function in (sum_of_commissions, days_of_scouting, successful_attempt)}
"""Definitions that are not a pair of event types, by their code."""


def formation_stages(built: Tables, lineage: Lineage) -> list[dict]:
    """Length of each commission, and from the first commission of the formation to its end.

    For a commission that failed the second is the time from the first commission to the breakdown.
    """
    first: dict[str, dict] = {}
    for row in sorted(built["formation_stages"], key=_number):
        if row["role"] != "scout":
            first.setdefault(row["formation_id"], row)
    rows = []
    for row in built["formation_stages"]:
        key = f"{row['formation_id']}/{row['stage']}/{row['person_id']}"
        beginning = first.get(row["formation_id"]) if row["role"] != "scout" else None
        days = days_between(row["start_date"], row["end_date"])
        lineage.add("formation_stages", key, "days days_inclusive", _stage_cell(row, "start_date"), _stage_cell(row, "end_date"))
        if beginning:
            lineage.add(
                "formation_stages", key, "days_since_first_commission", _stage_cell(beginning, "start_date"), _stage_cell(row, "end_date")
            )
        since = days_between(beginning["start_date"], row["end_date"]) if beginning else None
        rows.append({**row, "days": days, "days_inclusive": None if days is None else days + 1, "days_since_first_commission": since})
    return rows


HEADLINE_DEFINITION = {
    ("election", "formed"): "election_to_inauguration",
    ("fall", "formed"): "resignation_to_inauguration",
    ("fall", "restored"): "resignation_to_withdrawal",
}
"""The definition that gives the one length of a formation, by what set it off and what came of it."""


def formations(built: Tables, lineage: Lineage) -> list[dict]:
    """Stages are counted once however many persons share them; days are under the headline definition."""
    stages = grouped(built["formation_stages"], "formation_id")
    durations = {(row["formation_id"], row["definition"]): row for row in built["formation_durations"]}
    governed = grouped(built["cabinet_parties"], "cabinet_id")
    rows = []
    for row in built["formations"]:
        key = row["formation_id"]
        definition = HEADLINE_DEFINITION.get((row["trigger"], row["outcome"]))
        duration = durations.get((key, definition))
        if duration:
            lineage.add("formations", key, "days", ("formation_durations", f"{key}/{definition}", "days"))
        own = stages.get(key, [])
        # A commission that failed without named parties leaves open what was tried first.
        attempts = (stage for stage in sorted(own, key=_number) if stage["role"] != "scout")
        named = [stage for stage in attempts if stage["parties"] or stage["outcome"] == "failed"][:1]
        tried = named[0]["parties"] if named else None
        same = {party["party_id"] for party in governed[row["cabinet_id"]]} == set(tried.split(";")) if tried else None
        if tried:
            lineage.add("formations", key, "parties_first_tried first_tried_governed", _stage_cell(named[0], "parties"))
        commissions = {stage["stage"] for stage in own if stage["role"] != "scout"}
        failed = {stage["stage"] for stage in own if stage["outcome"] == "failed"}
        rows.append({**row, "n_stages": len({stage["stage"] for stage in own}) or None,
                     "n_commissions": len(commissions) if own else None,
                     "n_failed_attempts": len(failed) if own else None,
                     "parties_first_tried": tried, "first_tried_governed": same,
                     "days": duration["days"] if duration else None})  # fmt: skip
    return rows
