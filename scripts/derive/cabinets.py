"""Falls, parties, phases and premierships, and the wide table of cabinets."""

from __future__ import annotations

import datetime
from typing import Any

from scripts.derive.common import Lineage, by, days_between, grouped
from scripts.derive.elections import Chamber, cabinet_type, seats_of
from scripts.evidence import Cell
from scripts.read import Tables
from scripts.schema import text


def falls(built: Tables, lineage: Lineage) -> list[dict]:
    """The date of a fall is that of its resignation."""
    dates = {row["event_id"]: row["date"] for row in built["events"]}
    for row in built["falls"]:
        lineage.add("falls", row["fall_id"], "date", ("events", row["event_id"], "date"))
    return [{**row, "date": dates[row["event_id"]]} for row in built["falls"]]


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


def cabinet_parties(built: Tables, lineage: Lineage) -> list[dict]:
    """A party is in from the start to the end of the cabinet, or to the day on which it left."""
    left = {(row["cabinet_id"], row["party_id"]): row for row in built["events"] if row["event_type"] == "party_leaves"}
    dates = cabinet_dates(built)
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
            seats[column], cells = seats_of(composition, [row["party_id"]])
            lineage.add("cabinet_parties", key, column, *cells)
        rows.append({**row, "start_date": start["date"], "end_date": _date(end), **seats})
    return rows


def cabinet_phases(built: Tables, lineage: Lineage) -> list[dict]:
    """A phase begins at the start, at a resignation or its withdrawal, and when a party leaves the coalition."""
    dates = cabinet_dates(built)
    members = grouped(built["cabinet_parties"], "cabinet_id")
    turning = grouped(
        [row for row in built["events"] if row["event_type"] in _STATUS_AFTER or row["event_type"] == "party_leaves"], "cabinet_id"
    )
    tk = Chamber(built, "tk")
    rows = []
    for cabinet, ends in dates.items():
        start, end = ends["start"], ends["end"]
        election = tk.election_before(start["date"])
        # In order of the text, so that a resignation of which only the month is known has its place.
        turns = sorted([start, *turning[cabinet]], key=lambda row: (row["date_text"], row["event_type"] != "inauguration"))
        coalition = [row for row in members[cabinet] if row["role"] == "coalition"]
        phases: list[dict] = []
        status = "full"
        for turn in turns:
            status = _STATUS_AFTER.get(turn["event_type"], status)
            seats = tk.seats(turn["date"], election) if turn["date"] else {}
            present = [row["party_id"] for row in coalition if row["end_date"] is None or text(row["end_date"]) > turn["date_text"]]
            row = {"cabinet_id": cabinet, "start_date": turn["date"], "status": status, "events": [turn],
                   "parties": ";".join(_largest_first(present, seats)), "seats": seats_of(seats, present)}  # fmt: skip
            if phases and phases[-1]["start_date"] == row["start_date"]:
                row["events"] = [*phases.pop()["events"], turn]
            elif phases and all(phases[-1][name] == row[name] for name in ("status", "parties")):
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
            last = following["start_date"] if following else _date(end)
            rows.append({**row, "phase": number, "end_date": last, "seats_tk": total,
                         "days": days_between(row["start_date"], last)})  # fmt: skip
    return rows


_STATUS_AFTER = {"inauguration": "full", "resignation_offered": "caretaker", "resignation_withdrawn": "full"}


def _largest_first(members: list[str], seats: dict[str, tuple[int, Cell]]) -> list[str]:
    return sorted(members, key=lambda party: (-seats.get(party, (0,))[0], party))


def prime_ministers(built: Tables, lineage: Lineage) -> list[dict]:
    """Cabinets that follow each other under one person are one premiership."""
    dates = cabinet_dates(built)
    persons = by(built["persons"], "person_id")
    spells: list[dict] = []
    for cabinet in sorted(built["cabinets"], key=lambda row: row["sequence"]):
        if not spells or spells[-1]["person_id"] != cabinet["prime_minister_id"]:
            spells.append({"person_id": cabinet["prime_minister_id"], "cabinets": []})
        spells[-1]["cabinets"].append(cabinet["cabinet_id"])
    for row in spells:
        start, end = dates[row["cabinets"][0]]["start"], dates[row["cabinets"][-1]]["end"]
        key = f"{row['person_id']}/{start['date']}"
        lineage.add("prime_ministers", key, "name", ("persons", row["person_id"], "full_name"))
        lineage.add("prime_ministers", key, "start_date", _date_cell(start))
        lineage.add("prime_ministers", key, "end_date", _date_cell(end))
        lineage.add("prime_ministers", key, "days", _date_cell(start), _date_cell(end))
        led = [("cabinets", cabinet, "prime_minister_id") for cabinet in row["cabinets"]]
        lineage.add("prime_ministers", key, "person_id", *led)
        row |= {"name": persons[row["person_id"]]["full_name"], "start_date": start["date"], "end_date": _date(end),
                "days": days_between(start["date"], _date(end)), "cabinets": ";".join(row["cabinets"])}  # fmt: skip
    return spells


def cabinets(built: Tables, lineage: Lineage, as_of: datetime.date) -> list[dict]:
    """The wide table: one row holds what most users need."""
    dates = cabinet_dates(built)
    persons = by(built["persons"], "person_id")
    fell = by([row for row in built["falls"] if row["outcome"] == "ended"], "cabinet_id")
    formed = by([row for row in built["formations"] if row["outcome"] == "formed"], "cabinet_id")
    mechanisms = {row["code"]: row["label_en"] for row in built["codes"] if row["codelist"] == "mechanism"}
    members = grouped(built["cabinet_parties"], "cabinet_id")
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
        held, held_cells = seats_of(seats, coalition)
        as_elected = tk.seats(day, election, elected=True)
        elected, elected_cells = seats_of(as_elected, coalition)
        backed, backed_cells = seats_of(seats, coalition + support) if support else (None, [])
        held_ek, ek_cells = seats_of(senate, coalition)
        size_tk, size_ek = (sum(number for number, _ in house.values()) or None for house in (as_elected, senate))

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
        lineage.add("cabinets", key, "chamber_seats_tk", *(cell for _, cell in as_elected.values()))
        lineage.add("cabinets", key, "chamber_seats_ek", *(cell for _, cell in senate.values()))
        lineage.add("cabinets", key, "parties n_parties", *((("cabinet_parties", f"{key}/{party}", "role")) for party in coalition))
        lineage.add("cabinets", key, "support_parties", *((("cabinet_parties", f"{key}/{party}", "role")) for party in support))
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
            "cabinet_type": cabinet_type([seats[party][0] for party in coalition if party in seats], size_tk) if size_tk else None,
            "parties": ";".join(coalition),
            "n_parties": len(coalition),
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
