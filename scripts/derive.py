"""Everything that can be computed is computed here: pure functions of the curated rows.

Each function returns the rows of one table and tells the lineage of the cells that it fills: on which curated
cells they rest. All day counts are differences of dates unless a name says otherwise.
"""

from __future__ import annotations

import datetime
from collections import defaultdict

from scripts.evidence import Cell
from scripts.read import Tables
from scripts.schema import Schema, text


class Lineage:
    """Collects which cells rest on which, and follows the chain down to the curated cells."""

    def __init__(self) -> None:
        self._from: dict[Cell, list[Cell]] = {}

    def add(self, table: str, row_id: str, columns: str, *cells: Cell | None) -> None:
        """The named columns (separated by spaces) of the row rest on these cells; None stands for no cell."""
        for column in columns.split():
            self._from.setdefault((table, row_id, column), []).extend(cell for cell in cells if cell)

    def of(self, cell: Cell) -> list[Cell]:
        """The curated cells on which a cell rests; itself if it is curated."""
        if cell not in self._from:
            return [cell]
        return sorted({origin for step in self._from[cell] for origin in self.of(step)})

    def rows(self) -> list[dict]:
        names = ("table", "row_id", "column", "from_table", "from_row_id", "from_column")
        return [dict(zip(names, (*cell, *origin), strict=True)) for cell in self._from for origin in self.of(cell)]


def derive(schema: Schema, curated: Tables) -> Tables:
    """All public tables from the curated ones, rows in the order of the schema."""
    lineage = Lineage()
    built: dict[str, list[dict]] = {**curated, "codes": schema.codes}
    for step in _STEPS:
        built[step.__name__] = step(built, lineage)
    built["cabinets"] = cabinets(built, lineage, schema.package["as_of"])
    built["lineage"] = lineage.rows()
    return {name: _in_order(built[name], table) for name, table in schema.tables.items()}


def _in_order(rows: list[dict], table) -> list[dict]:
    ordered = sorted(rows, key=lambda row: tuple((row[name] is not None, row[name]) for name in table.sort))
    return [{name: row.get(name) for name in table.columns} for row in ordered]


def days_between(start: datetime.date | None, end: datetime.date | None) -> int | None:
    """Difference of two dates: the first day is not counted, the last is. Null if either is."""
    return None if start is None or end is None else (end - start).days


def percent(part: int | None, whole: int | None) -> float | None:
    """A share in percent with two decimals. Null if either number is."""
    return None if part is None or whole is None else round(100 * part / whole, 2)


def by(rows: list[dict], column: str) -> dict[str, dict]:
    """Rows by the value in a column that is their key."""
    return {row[column]: row for row in rows}


def grouped(rows: list[dict], column: str) -> dict[str, list[dict]]:
    """Rows by the value in a column that several share; rows without one are left out."""
    groups = defaultdict(list)
    for row in rows:
        if row[column] is not None:
            groups[row[column]].append(row)
    return groups


def full_date(partial: str | None) -> datetime.date | None:
    """The date if it is known to the day. A month or year alone gives null: no day is made up."""
    return datetime.date.fromisoformat(partial) if partial and len(partial) == 10 else None


# Elections, seats and parties


def elections(built: Tables, lineage: Lineage) -> list[dict]:
    """Turnout is votes cast over electorate."""
    rows = []
    for row in built["elections"]:
        key = row["election_id"]
        lineage.add("elections", key, "turnout", ("elections", key, "votes_cast"), ("elections", key, "electorate"))
        rows.append({**row, "turnout": percent(row["votes_cast"], row["electorate"])})
    return rows


def election_results(built: Tables, lineage: Lineage) -> list[dict]:
    """The share of a list is of the valid votes."""
    valid = {row["election_id"]: row["valid_votes"] for row in built["elections"]}
    rows = []
    for row in built["election_results"]:
        election, key = row["election_id"], f"{row['election_id']}/{row['party_id']}"
        origin = ("election_results", key, "votes"), ("elections", election, "valid_votes")
        lineage.add("election_results", key, "vote_share", *origin)
        rows.append({**row, "vote_share": percent(row["votes"], valid[election])})
    return rows


def parties(built: Tables, lineage: Lineage) -> list[dict]:
    """Successors are the parties into which it merged or was renamed; splits and joint lists are not successions."""
    successors = grouped([row for row in built["party_links"] if row["link"] in ("merger", "rename")], "party_id")
    rows = []
    for row in built["parties"]:
        found = sorted({link["successor_id"] for link in successors.get(row["party_id"], ())})
        years = {f"{name}_year": int(row[name][:4]) if row[name] else None for name in ("founded", "dissolved")}
        for name in ("founded", "dissolved"):
            lineage.add("parties", row["party_id"], f"{name}_year", ("parties", row["party_id"], name))
        days = {name: full_date(row[name]) for name in ("founded", "dissolved")}
        rows.append({**row, **days, **years, "successor_ids": ";".join(found) or None})
    return rows


def party_links(built: Tables, lineage: Lineage) -> list[dict]:
    return [{**row, "date": full_date(row["date"]), "date_text": row["date"]} for row in built["party_links"]]


def chamber_seats(built: Tables, lineage: Lineage) -> list[dict]:
    return [{**row, "date": full_date(row["date_text"])} for row in built["chamber_seats"]]


class Chamber:
    """Seats of parties in a chamber on a day, with the cells that say so."""

    def __init__(self, built: Tables, chamber: str):
        self._results = grouped(built["election_results"], "election_id") if chamber == "tk" else {}
        self._elections = sorted(built["elections"], key=lambda row: row["date"]) if chamber == "tk" else []
        rows = [row for row in built["chamber_seats"] if row["chamber"] == chamber]
        self._changes = sorted(rows, key=lambda row: row["date_text"])

    def election_before(self, day: datetime.date) -> dict | None:
        """The latest election to the Tweede Kamer before a day."""
        return next((row for row in reversed(self._elections) if row["date"] < day), None)

    def seats(self, day: datetime.date, election: dict | None = None, *, elected: bool = False) -> dict[str, tuple[int, Cell]]:
        """Seats by party on a day, each with its cell.

        Of the Tweede Kamer the chamber of the given election; elected leaves out the splits since. Empty where the
        composition is not in the data.
        """
        seats: dict[str, tuple[int, Cell]] = {}
        if election:
            for row in self._results[election["election_id"]]:
                seats[row["party_id"]] = row["seats"], ("election_results", f"{election['election_id']}/{row['party_id']}", "seats")
        elif self._elections:
            return seats
        since = text(election["date"]) if election else ""
        whole = None
        for row in self._changes:
            if since < row["date_text"] <= text(day):
                if row["reason"] in ("election", "enlargement"):
                    if row["date_text"] != whole:
                        seats, whole = {}, row["date_text"]
                elif elected:
                    continue
                key = f"{row['chamber']}/{row['date_text']}/{row['party_id']}"
                seats[row["party_id"]] = row["seats"], ("chamber_seats", key, "seats")
        return seats


def seats_of(seats: dict[str, tuple[int, Cell]], members: list[str]) -> tuple[int | None, list[Cell]]:
    """Seats that parties hold together and the cells of the sum; null where the chamber is not in the data."""
    if not seats:
        return None, []
    held = [seats[party] for party in members if party in seats]
    return sum(number for number, _ in held), [cell for _, cell in held]


def cabinet_type(members: list[int], chamber: int) -> str:
    """Minority, minimal winning or oversized, from the seats of each coalition party and of the chamber.

    A coalition wins with more than half of the seats; it is minimal if no party can be spared (Riker 1962; the
    computed classes of Woldendorp, Keman and Budge leave out support parties, as here).
    """
    if 2 * sum(members) <= chamber:
        return "minority"
    spare = any(2 * (sum(members) - seats) > chamber for seats in members)
    return "oversized" if spare else "minimal_winning"


# Events, formations and their durations


def events(built: Tables, lineage: Lineage) -> list[dict]:
    """The curated events, elections, and appointments of scouts, informateurs and formateurs.

    A resignation that set off a formation carries its id.
    """
    formed = {row["previous_cabinet_id"]: row for row in built["formations"] if row["outcome"] == "formed"}
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


def formation_durations(built: Tables, lineage: Lineage) -> list[dict]:
    """Every formation under every definition whose two events are known to the day."""
    happened = grouped([row for row in built["events"] if row["date"]], "formation_id")
    stages = grouped(built["formation_stages"], "formation_id")
    rows = []
    for definition in built["duration_definitions"]:
        found = []
        for formation in built["formations"]:
            key = formation["formation_id"]
            if definition["start_event_types"] is None:
                duration = sum_of_commissions(stages.get(key, []))
            else:
                duration = _between_events(definition, happened[key])
            if duration:
                start, end, days, cells = duration
                row = {"formation_id": key, "cabinet_id": formation["cabinet_id"], "definition": definition["definition"],
                       "start_date": start, "end_date": end, "days": days, "days_inclusive": days + 1}  # fmt: skip
                found.append(row)
                row_id = f"{key}/{definition['definition']}"
                lineage.add("formation_durations", row_id, "days days_inclusive", *cells)
                lineage.add("formation_durations", row_id, "start_date", cells[0])
                lineage.add("formation_durations", row_id, "end_date", cells[-1])
        for row in found:
            row["rank"] = 1 + sum(other["days"] > row["days"] for other in found)
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


def sum_of_commissions(stages: list[dict]) -> tuple | None:
    """Days on which an informateur or formateur was at work, less one; null unless every commission has both dates.

    Days covered twice count once. Less one, so that a formation without gaps has the difference of its ends.
    """
    stages = [row for row in stages if row["role"] != "scout"]
    if not stages or any(row["start_date"] is None or row["end_date"] is None for row in stages):
        return None
    covered: set[int] = set()
    for row in stages:
        covered.update(range(row["start_date"].toordinal(), row["end_date"].toordinal() + 1))
    cells = [
        ("formation_stages", f"{row['formation_id']}/{row['stage']}/{row['person_id']}", column)
        for row in sorted(stages, key=lambda row: row["stage"])
        for column in ("start_date", "end_date")
    ]
    return datetime.date.fromordinal(min(covered)), datetime.date.fromordinal(max(covered)), len(covered) - 1, cells


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
    rows = []
    for row in built["formations"]:
        key = row["formation_id"]
        definition = HEADLINE_DEFINITION.get((row["trigger"], row["outcome"]))
        duration = durations.get((key, definition))
        if duration:
            lineage.add("formations", key, "days", ("formation_durations", f"{key}/{definition}", "days"))
        own = stages.get(key, [])
        failed = {stage["stage"] for stage in own if stage["outcome"] == "failed"}
        rows.append({**row, "n_stages": len({stage["stage"] for stage in own}) or None,
                     "n_failed_attempts": len(failed) if own else None,
                     "days": duration["days"] if duration else None})  # fmt: skip
    return rows


# Cabinets


def falls(built: Tables, lineage: Lineage) -> list[dict]:
    """The date of a fall is that of its resignation."""
    dates = {row["event_id"]: row["date"] for row in built["events"]}
    for row in built["falls"]:
        lineage.add("falls", row["fall_id"], "date", ("events", row["event_id"], "date"))
    return [{**row, "date": dates[row["event_id"]]} for row in built["falls"]]


def cabinet_dates(built: Tables) -> dict[str, dict[str, dict | None]]:
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
        lineage.add("cabinets", key, "parties n_parties", *((("cabinet_parties", f"{key}/{party}", "role")) for party in coalition))
        lineage.add("cabinets", key, "support_parties", *((("cabinet_parties", f"{key}/{party}", "role")) for party in support))
        lineage.add("cabinets", key, "formation_days", ("formations", formation["formation_id"], "days"))
        if election:
            lineage.add("cabinets", key, "election_id", ("elections", election["election_id"], "date"))
            lineage.add("cabinets", key, "chamber_seats_tk", ("elections", election["election_id"], "seats"))
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
            "is_majority_tk": None if held is None else 2 * held > size_tk,
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


_STEPS = (elections, election_results, parties, party_links, chamber_seats, events, formation_durations, formations, falls,
          cabinet_parties, cabinet_phases, prime_ministers)  # fmt: skip
