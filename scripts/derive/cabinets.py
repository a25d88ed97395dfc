"""Parties, phases, premierships and chairs of the council, and the wide table of cabinets."""

from __future__ import annotations

import datetime
from typing import Any

from scripts.derive.common import Lineage, by, days_between, full_date, grouped, party_labels
from scripts.derive.elections import Chamber, cabinet_type, seats_of
from scripts.evidence import Cell
from scripts.read import Tables
from scripts.schema import text

CHANGES_OF_LEADER = ("leader_leaves", "leader_succeeds")
"""The events by which a cabinet gets another leader while it is in office."""


def cabinet_dates(built: Tables) -> dict[str, dict[str, Any]]:
    """The events that start, resign and end each cabinet; a cabinet ends when the next starts."""
    starts = by([row for row in built["events"] if row["event_type"] == "inauguration"], "cabinet_id")
    events = by(built["events"], "event_id")
    fell = {row["cabinet_id"]: events[row["event_id"]] for row in built["falls"] if row["outcome"] == "ended"}
    order = [row["cabinet_id"] for row in sorted(built["cabinets"], key=lambda row: row["sequence"])]
    return {
        cabinet: {"start": starts[cabinet], "resignation": fell.get(cabinet), "end": starts.get(following)}
        for cabinet, following in zip(order, [*order[1:], None], strict=True)
    }


def _date(event: dict | None) -> datetime.date | None:
    return event["date"] if event else None


def _date_cell(event: dict | None) -> Cell | None:
    return ("events", event["event_id"], "date") if event else None


def _counts(coalition: list[str], labels: set[str]) -> bool:
    """Whether seats and members can be counted: what is of parties says nothing of labels, nor where nobody took part for a group."""
    return bool(coalition) and not labels & set(coalition)


def cabinet_parties(built: Tables, lineage: Lineage) -> list[dict]:
    """A party is in from the start to the end of the cabinet, or to the day on which it left."""
    left = {(row["cabinet_id"], row["party_id"]): row for row in built["events"] if row["event_type"] == "party_leaves"}
    dates = cabinet_dates(built)
    kinds = {row["party_id"]: row["party_kind"] for row in built["parties"]}
    labels = party_labels(built)
    tk, ek = Chamber(built, "tk"), Chamber(built, "ek")
    rows = []
    for row in built["cabinet_parties"]:
        key = f"{row['cabinet_id']}/{row['party_id']}"
        start, end = dates[row["cabinet_id"]]["start"], dates[row["cabinet_id"]]["end"]
        end = left.get((row["cabinet_id"], row["party_id"]), end)
        lineage.add("cabinet_parties", key, "start_date", _date_cell(start))
        lineage.add("cabinet_parties", key, "end_date", _date_cell(end))
        seats = {}
        for column, composition in (
            ("seats_tk", tk.seats(start["date"], tk.election_before(start["date"]))),
            ("seats_ek", ek.seats(start["date"])),
        ):
            is_told = row["party_id"] in composition or row["party_id"] not in labels
            seats[column], cells = seats_of(composition, [row["party_id"]], labels) if is_told else (None, [])
            lineage.add("cabinet_parties", key, column, *cells)
        lineage.add("cabinet_parties", key, "party_kind", ("parties", row["party_id"], "party_kind"))
        rows.append({**row, "party_kind": kinds[row["party_id"]], "start_date": start["date"], "end_date": _date(end), **seats})
    return rows


def cabinet_phases(built: Tables, lineage: Lineage) -> list[dict]:
    """A phase begins at the start, at a resignation or its withdrawal, when a party leaves the coalition, and with another leader."""
    dates = cabinet_dates(built)
    members = grouped(built["cabinet_parties"], "cabinet_id")
    kinds = (*_STATUS_AFTER, "party_leaves", *CHANGES_OF_LEADER)
    turning = grouped([row for row in built["events"] if row["event_type"] in kinds], "cabinet_id")
    leaders = {row["cabinet_id"]: row["prime_minister_id"] for row in built["cabinets"]}
    labels = party_labels(built)
    tk = Chamber(built, "tk")
    rows = []
    for cabinet, ends in dates.items():
        start, end = ends["start"], ends["end"]
        election = tk.election_before(start["date"])
        turns = sorted([start, *turning[cabinet]], key=lambda row: (_place(row), row["event_type"] != "inauguration"))
        left = {row["party_id"]: _place(row) for row in turns if row["event_type"] == "party_leaves"}
        coalition = [row for row in members[cabinet] if row["role"] == "coalition"]
        counts = _counts([row["party_id"] for row in coalition], labels)
        phases: list[dict] = []
        status, leader = "full", leaders[cabinet]
        for turn in turns:
            status = _STATUS_AFTER.get(turn["event_type"], status)
            if turn["event_type"] in CHANGES_OF_LEADER:
                leader = turn["person_id"] if turn["event_type"] == "leader_succeeds" else None
            seats = tk.seats(turn["date"], election) if turn["date"] and counts else {}
            present = [row["party_id"] for row in coalition if left.get(row["party_id"], "~") > _place(turn)]
            row = {"cabinet_id": cabinet, "start_date": turn["date"], "status": status, "prime_minister_id": leader, "events": [turn],
                   "parties": ";".join(_largest_first(present, seats)) or None, "seats": seats_of(seats, present, labels)}  # fmt: skip
            if phases and phases[-1]["start_date"] == row["start_date"]:
                row["events"] = [*phases.pop()["events"], turn]
            elif phases and all(phases[-1][name] == row[name] for name in ("status", "parties", "prime_minister_id")):
                continue
            phases.append(row)
        for number, (row, following) in enumerate(zip(phases, [*phases[1:], None], strict=True), 1):
            key = f"{cabinet}/{number}"
            begin = [_date_cell(event) for event in row.pop("events")]
            finish = [_date_cell(event) for event in following["events"]] if following else [_date_cell(end)]
            lineage.add("cabinet_phases", key, "start_date", *begin)
            lineage.add("cabinet_phases", key, "end_date", *finish)
            lineage.add("cabinet_phases", key, "days", *begin, *finish)
            total, cells = row.pop("seats")
            lineage.add("cabinet_phases", key, "seats_tk", *cells)
            if row["prime_minister_id"]:
                lineage.add("cabinet_phases", key, "prime_minister_id", ("cabinets", cabinet, "prime_minister_id"))
            last = following["start_date"] if following else _date(end)
            rows.append({**row, "phase": number, "end_date": last, "seats_tk": total,
                         "days": days_between(row["start_date"], last)})  # fmt: skip
    return rows


def _place(event: dict) -> str:
    """Where an event stands in time: one of which only the month or year is known at the end of it."""
    return f"{event['date_text']}~"


_STATUS_AFTER = {"inauguration": "full", "resignation_offered": "caretaker", "resignation_withdrawn": "full"}


def _largest_first(members: list[str], seats: dict[str, tuple[int, Cell]]) -> list[str]:
    return sorted(members, key=lambda party: (-seats.get(party, (0,))[0], party))


def council_chairs(built: Tables, lineage: Lineage) -> list[dict]:
    """Dates are null unless the day is known."""
    persons = by(built["persons"], "person_id")
    rows = []
    for row in built["council_chairs"]:
        lineage.add("council_chairs", f"{row['person_id']}/{row['start_text']}", "name", ("persons", row["person_id"], "full_name"))
        days = {f"{end}_date": full_date(row[f"{end}_text"]) for end in ("start", "end")}
        rows.append({**row, **days, "name": persons[row["person_id"]]["full_name"]})
    return rows


def prime_ministers(built: Tables, lineage: Lineage) -> list[dict]:
    """Cabinets that follow each other under one person are one premiership; a leader who leaves or dies ends it before."""
    dates = cabinet_dates(built)
    persons = by(built["persons"], "person_id")
    changes = [row for row in built["events"] if row["event_type"] in CHANGES_OF_LEADER]
    turns = grouped(sorted(changes, key=lambda row: (row["date"], row["event_type"])), "cabinet_id")
    spells: list[dict] = []
    for cabinet in sorted(built["cabinets"], key=lambda row: row["sequence"]):
        key = cabinet["cabinet_id"]
        inauguration = {**dates[key]["start"], "person_id": cabinet["prime_minister_id"]}
        for turn in [inauguration, *turns.get(key, ())]:
            running = spells[-1] if spells and spells[-1]["end"] is None else None
            if turn["event_type"] == "leader_leaves":
                if running and running["person_id"] == turn["person_id"]:
                    running["end"] = turn
            elif running and running["person_id"] == turn["person_id"]:
                running["cabinets"].append(key)
            else:
                if running:
                    running["end"] = turn
                spells.append({"person_id": turn["person_id"], "cabinets": [key], "start": turn, "end": None})
    rows = []
    for spell in spells:
        person, start, end = spell["person_id"], spell["start"], spell["end"]
        key = f"{person}/{start['date']}"
        lineage.add("prime_ministers", key, "name", ("persons", person, "full_name"))
        lineage.add("prime_ministers", key, "start_date", _date_cell(start))
        lineage.add("prime_ministers", key, "end_date", _date_cell(end))
        lineage.add("prime_ministers", key, "days", _date_cell(start), _date_cell(end))
        led = [("cabinets", cabinet, "prime_minister_id") for cabinet in spell["cabinets"]]
        lineage.add("prime_ministers", key, "person_id", *led)
        office, cells = _office(built, person, start["date"], _date(end))
        lineage.add("prime_ministers", key, "office", *cells)
        rows.append({"person_id": person, "name": persons[person]["full_name"], "office": office, "cabinets": ";".join(spell["cabinets"]),
                     "start_date": start["date"], "end_date": _date(end), "days": days_between(start["date"], _date(end))})  # fmt: skip
    return rows


MINISTER_PRESIDENT_SINCE = datetime.date(1945, 6, 24)
"""From this day on, the start of Schermerhorn-Drees, the chairman of the council of ministers has been minister-president."""


def _office(built: Tables, person: str, start: datetime.date, end: datetime.date | None) -> tuple[str | None, list[Cell]]:
    """The highest office that a leader held in law in a stretch of time, and the cells that say so."""
    if start >= MINISTER_PRESIDENT_SINCE:
        return "minister_president", []
    held = [row for row in built["council_chairs"] if row["person_id"] == person and row["start_text"] < text(end)
            and (row["end_text"] or "9999") >= text(start)[: len(row["end_text"] or "9999")]]  # fmt: skip
    if not held:
        return None, []
    highest = max(held, key=lambda row: row["office"] == "permanent_chairman")
    return highest["office"], [("council_chairs", f"{person}/{highest['start_text']}", "office")]


def cabinets(built: Tables, lineage: Lineage, as_of: datetime.date) -> list[dict]:
    """The wide table: one row holds what most users need."""
    dates = cabinet_dates(built)
    persons = by(built["persons"], "person_id")
    fell = by([row for row in built["falls"] if row["outcome"] == "ended"], "cabinet_id")
    formed = by([row for row in built["formations"] if row["outcome"] == "formed"], "cabinet_id")
    mechanisms = {row["code"]: row["label_en"] for row in built["codes"] if row["codelist"] == "mechanism"}
    members = grouped(built["cabinet_parties"], "cabinet_id")
    labels = party_labels(built)
    tk, ek = Chamber(built, "tk"), Chamber(built, "ek")
    rows = []
    for row in built["cabinets"]:
        key = row["cabinet_id"]
        start, resignation, end = (dates[key][name] for name in ("start", "resignation", "end"))
        day = start["date"]
        fall, formation = fell.get(key), formed[key]

        election = tk.election_before(day)
        seats = tk.seats(day, election)
        senate = ek.seats(day)
        coalition = _largest_first([party["party_id"] for party in members[key] if party["role"] == "coalition"], seats)
        support = _largest_first([party["party_id"] for party in members[key] if party["role"] == "support"], seats)
        as_elected = tk.seats(day, election, elected=True)
        (size_tk, tk_cells), (size_ek, size_ek_cells) = tk.size(day, as_elected), ek.size(day, senate)
        counts = _counts(coalition, labels)
        if not counts:
            seats = as_elected = senate = {}
        held, held_cells = seats_of(seats, coalition, labels)
        elected, elected_cells = seats_of(as_elected, coalition, labels)
        backed, backed_cells = seats_of(seats, coalition + support, labels) if support else (None, [])
        held_ek, ek_cells = seats_of(senate, coalition, labels)

        kind = cabinet_type([seats[party][0] for party in coalition if party in seats], size_tk) if held is not None and size_tk else None

        lineage.add("cabinets", key, "start_date", _date_cell(start))
        lineage.add("cabinets", key, "resignation_date", _date_cell(resignation))
        lineage.add("cabinets", key, "end_date", _date_cell(end))
        lineage.add("cabinets", key, "days_full", _date_cell(start), _date_cell(resignation))
        lineage.add("cabinets", key, "days_caretaker", _date_cell(resignation), _date_cell(end))
        lineage.add("cabinets", key, "days_total", _date_cell(start), _date_cell(end))
        lineage.add("cabinets", key, "prime_minister", ("cabinets", key, "prime_minister_id"))
        lineage.add("cabinets", key, "seats_tk cabinet_type is_majority_tk", *held_cells)
        lineage.add("cabinets", key, "seats_tk_elected", *elected_cells)
        lineage.add("cabinets", key, "seats_tk_support", *backed_cells)
        lineage.add("cabinets", key, "seats_ek", *ek_cells)
        lineage.add("cabinets", key, "chamber_seats_tk", *tk_cells)
        lineage.add("cabinets", key, "chamber_seats_ek", *size_ek_cells)
        lineage.add("cabinets", key, "parties n_parties", *((("cabinet_parties", f"{key}/{party}", "role")) for party in coalition))
        lineage.add("cabinets", key, "support_parties", *((("cabinet_parties", f"{key}/{party}", "role")) for party in support))
        if formation["days"] is not None:
            lineage.add("cabinets", key, "formation_days", ("formations", formation["formation_id"], "days"))
        if election:
            lineage.add("cabinets", key, "election_id", ("elections", election["election_id"], "date"))
        if fall:
            lineage.add("cabinets", key, "fall_cause", ("falls", fall["fall_id"], "mechanism"))

        rows.append({
            **row,
            "start_date": day,
            "resignation_date": _date(resignation),
            "end_date": _date(end),
            "prime_minister": persons[row["prime_minister_id"]]["full_name"],
            "cabinet_type": kind,
            "parties": ";".join(coalition) or None,
            "n_parties": len(coalition) if counts else None,
            "support_parties": ";".join(support) or None,
            "seats_tk": held,
            "seats_tk_elected": elected,
            "seats_tk_support": backed,
            "chamber_seats_tk": size_tk,
            "seats_ek": held_ek,
            "chamber_seats_ek": size_ek,
            "is_majority_tk": None if held is None or size_tk is None else 2 * held > size_tk,
            "election_id": election["election_id"] if election else None,
            "formation_id": formation["formation_id"],
            "fall_id": fall["fall_id"] if fall else None,
            "fall_cause": mechanisms[fall["mechanism"]] if fall else None,
            "formation_days": formation["days"],
            "days_total": days_between(day, _date(end)),
            "days_full": days_between(day, _date(resignation)),
            "days_caretaker": days_between(_date(resignation), _date(end)),
            "is_current": end is None and day <= as_of,
        })  # fmt: skip
    return rows
