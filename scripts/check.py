"""Rules that the curated rows must keep: one function a rule, each yields the problems that it finds.

A rule reads rows that may have faults of their own (reported elsewhere), so it passes over what is null or unknown.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from scripts.derive.claims import CONDITION, FIRSTS, TESTS
from scripts.derive.formations import COMPUTED_DEFINITIONS
from scripts.derive.things import MEASURES
from scripts.evidence import families, headline_cells
from scripts.problems import Problem
from scripts.read import Row, Tables
from scripts.schema import Schema, text

Problems = Iterator[Problem]


def check(schema: Schema, tables: Tables) -> list[Problem]:
    """Every problem that any rule finds."""
    return [problem for rule in RULES for problem in rule(schema, tables)]


def check_derived(schema: Schema, curated: Tables, built: Tables) -> list[Problem]:
    """Every problem that shows only once the tables are built."""
    return [problem for rule in DERIVED_RULES for problem in rule(schema, curated, built)]


def _problem(schema: Schema, table: str, row: Row, column: str, expected: str, found: object) -> Problem:
    return Problem(schema.tables[table].path, row.line, column, expected, text(found) or "nothing")


# Keys, ids and spells: the same for every table


def keys_are_unique(schema: Schema, tables: Tables) -> Problems:
    for name, rows in tables.items():
        table = schema.tables[name]
        seen: dict[str, int] = {}
        for row in rows:
            key = table.row_id(row)
            if key in seen:
                column = ", ".join(table.key)
                yield _problem(schema, name, row, column, "a key that occurs once", f"{key} again (line {seen[key]})")
            seen.setdefault(key, row.line)


def references_exist(schema: Schema, tables: Tables) -> Problems:
    ids = {name: {row[schema.tables[name].key[0]] for row in rows} for name, rows in tables.items()}
    for name, rows in tables.items():
        for column in schema.tables[name].columns.values():
            if column.references and column.name in schema.tables[name].curated:
                for row in rows:
                    if row[column.name] is not None and row[column.name] not in ids[column.references]:
                        expected = f"an id in {schema.tables[column.references].path}"
                        yield _problem(schema, name, row, column.name, expected, row[column.name])


def crosswalk_entities_exist(schema: Schema, tables: Tables) -> Problems:
    plural = {"cabinet": "cabinets", "party": "parties", "person": "persons", "election": "elections"}
    ids = {entity: {row[f"{entity}_id"] for row in tables[name]} for entity, name in plural.items()}
    for row in tables["crosswalk"]:
        if row["entity"] and row["entity_id"] not in ids[row["entity"]]:
            expected = f"an id in {schema.tables[plural[row['entity']]].path}"
            yield _problem(schema, "crosswalk", row, "entity_id", expected, row["entity_id"])


def spells_start_before_they_end(schema: Schema, tables: Tables) -> Problems:
    pairs = (("start_date", "end_date"), ("birth_date", "death_date"), ("founded", "dissolved"), ("first_polling_date", "date"))
    for name, rows in tables.items():
        for first, last in pairs:
            if {first, last} <= set(schema.tables[name].curated):
                for row in rows:
                    if row[first] and row[last] and text(row[last]) < text(row[first]):
                        yield _problem(schema, name, row, last, f"a day not before {first} {row[first]}", row[last])


def nothing_is_later_than_as_of(schema: Schema, tables: Tables) -> Problems:
    as_of = schema.package["as_of"].isoformat()
    dated = {"events": "date", "elections": "date", "formation_stages": "start_date", "chamber_seats": "date_text"}
    for name, column in dated.items():
        for row in tables[name]:
            if text(row[column]) > as_of:
                yield _problem(schema, name, row, column, f"a day up to as_of, {as_of}", row[column])


# Cabinets, their events and parties


def events_by(tables: Tables, event_type: str, column: str) -> dict[str, list[Row]]:
    """The events of a type by the id in a column, in order of date."""
    found = defaultdict(list)
    for row in tables["events"]:
        if row["event_type"] == event_type and row[column] and row["date"]:
            found[row[column]].append(row)
    return {key: sorted(rows, key=lambda row: row["date"]) for key, rows in found.items()}


def cabinet_spans(tables: Tables) -> dict[str, tuple[str, str]]:
    """First and last day of each cabinet as text; a cabinet lasts until the next is inaugurated."""
    starts = events_by(tables, "inauguration", "cabinet_id")
    order = [row["cabinet_id"] for row in sorted(tables["cabinets"], key=lambda row: row["sequence"] or 0)]
    known = [(cabinet, starts[cabinet][0]["date"]) for cabinet in order if cabinet in starts]
    ends = [start for _, start in known[1:]] + ["9999-12-31"]
    return {cabinet: (start, end) for (cabinet, start), end in zip(known, ends, strict=True)}


def each_cabinet_is_inaugurated_once(schema: Schema, tables: Tables) -> Problems:
    events = events_by(tables, "inauguration", "cabinet_id")
    for cabinet in tables["cabinets"]:
        found = len(events.get(cabinet["cabinet_id"], ()))
        if found != 1:
            expected = "one event inauguration in data/curated/events.csv"
            yield _problem(schema, "cabinets", cabinet, "cabinet_id", expected, f"{found} for {cabinet['cabinet_id']}")


def cabinets_follow_each_other(schema: Schema, tables: Tables) -> Problems:
    """Cabinets in their sequence start one after the other: none overlaps the next, none is left out."""
    starts = events_by(tables, "inauguration", "cabinet_id")
    previous = None
    for cabinet in sorted(tables["cabinets"], key=lambda row: row["sequence"] or 0):
        if previous is not None and cabinet["sequence"] and previous["sequence"]:
            if cabinet["sequence"] != previous["sequence"] + 1:
                expected = f"{previous['sequence'] + 1}, after {previous['cabinet_id']}"
                yield _problem(schema, "cabinets", cabinet, "sequence", expected, cabinet["sequence"])
            before, after = (starts.get(row["cabinet_id"]) for row in (previous, cabinet))
            if before and after and after[0]["date"] <= before[0]["date"]:
                expected = f"a day after {previous['cabinet_id']} started ({before[0]['date']}); the two overlap"
                yield _problem(schema, "events", after[0], "date", expected, after[0]["date"])
        previous = cabinet


def events_lie_in_their_cabinet(schema: Schema, tables: Tables) -> Problems:
    """Resignations, departures and votes of a cabinet happen while it is in office."""
    spans = cabinet_spans(tables)
    for row in tables["events"]:
        if row["cabinet_id"] in spans and row["date"] and row["event_type"] != "inauguration":
            start, end = spans[row["cabinet_id"]]
            day = row["date"]
            if not start[: len(day)] <= day <= end[: len(day)]:
                expected = f"a day in the cabinet {row['cabinet_id']} ({start} to {end})"
                yield _problem(schema, "events", row, "date", expected, day)


def a_party_that_leaves_was_in(schema: Schema, tables: Tables) -> Problems:
    members = {(row["cabinet_id"], row["party_id"]) for row in tables["cabinet_parties"]}
    for row in tables["events"]:
        if row["event_type"] == "party_leaves" and (row["cabinet_id"], row["party_id"]) not in members:
            expected = f"a party of {row['cabinet_id']} in data/curated/cabinet_parties.csv"
            yield _problem(schema, "events", row, "party_id", expected, row["party_id"])


def each_cabinet_has_a_coalition(schema: Schema, tables: Tables) -> Problems:
    coalitions = {row["cabinet_id"] for row in tables["cabinet_parties"] if row["role"] == "coalition"}
    for row in tables["cabinets"]:
        if row["cabinet_id"] not in coalitions:
            expected = "a coalition party in data/curated/cabinet_parties.csv"
            yield _problem(schema, "cabinets", row, "cabinet_id", expected, f"none for {row['cabinet_id']}")


# Formations and falls


def each_cabinet_was_formed_once(schema: Schema, tables: Tables) -> Problems:
    """A formation that formed a cabinet carries its id, and follows the cabinet that was in office before it."""
    formed = Counter(row["cabinet_id"] for row in tables["formations"] if row["outcome"] == "formed")
    order = [row["cabinet_id"] for row in sorted(tables["cabinets"], key=lambda row: row["sequence"] or 0)]
    before = dict(zip(order, [None, *order], strict=False))
    for row in tables["cabinets"]:
        if formed[row["cabinet_id"]] != 1:
            expected = "one formation with outcome formed in data/curated/formations.csv"
            found = f"{formed[row['cabinet_id']]} for {row['cabinet_id']}"
            yield _problem(schema, "cabinets", row, "cabinet_id", expected, found)
    for row in tables["formations"]:
        cabinet = row["cabinet_id"]
        if cabinet not in before:
            continue
        expected = before[cabinet] if row["outcome"] == "formed" else cabinet
        if row["previous_cabinet_id"] != expected:
            yield _problem(schema, "formations", row, "previous_cabinet_id", text(expected) or "nothing", row["previous_cabinet_id"])


def only_an_election_triggers_with_an_election(schema: Schema, tables: Tables) -> Problems:
    for row in tables["formations"]:
        if row["trigger"] and (row["trigger"] == "election") != (row["election_id"] is not None):
            expected = "an election if, and only if, the trigger is election"
            yield _problem(schema, "formations", row, "election_id", expected, row["election_id"])


def durations_have_one_end(schema: Schema, tables: Tables) -> Problems:
    """A formation has at most one event of each type at which a duration ends."""
    ends = {event_type for row in tables["duration_definitions"] for event_type in text(row["end_event_types"]).split(";")}
    for event_type in sorted(ends - {""}):
        for formation, rows in events_by(tables, event_type, "formation_id").items():
            for row in rows[1:]:
                expected = f"one event {event_type} for the formation {formation}"
                yield _problem(schema, "events", row, "event_type", expected, f"another on {row['date']}")


def definitions_can_be_computed(schema: Schema, tables: Tables) -> Problems:
    """A definition names the event types that start and end it, or is one that the derivation knows by its code."""
    for row in tables["duration_definitions"]:
        for column in ("start_event_types", "end_event_types"):
            for event_type in text(row[column]).split(";"):
                if event_type and event_type not in schema.allowed["event_type"]:
                    yield _problem(schema, "duration_definitions", row, column, "event types of codes.csv", event_type)
            if (row[column] is None) != (row["definition"] in COMPUTED_DEFINITIONS):
                expected = f"event types, unless the definition is {', '.join(COMPUTED_DEFINITIONS)}"
                yield _problem(schema, "duration_definitions", row, column, expected, row[column])


def closed_formations_have_outcomes(schema: Schema, tables: Tables) -> Problems:
    """Each commission of a formation that is over has an outcome."""
    closed = {row["formation_id"] for row in tables["formations"] if row["outcome"]}
    for row in tables["formation_stages"]:
        if row["formation_id"] in closed and row["outcome"] is None:
            expected = "an outcome, since the formation is over"
            yield _problem(schema, "formation_stages", row, "outcome", expected, None)


def stages_lie_in_their_formation(schema: Schema, tables: Tables) -> Problems:
    """Commissions are numbered from 1 without a gap, begin in order, and lie between the trigger and the inauguration."""
    elections = {row["election_id"]: row["date"] for row in tables["elections"]}
    resigned = events_by(tables, "resignation_offered", "cabinet_id")
    ends = {**events_by(tables, "inauguration", "formation_id"), **events_by(tables, "resignation_withdrawn", "formation_id")}
    stages = defaultdict(list)
    for row in tables["formation_stages"]:
        stages[row["formation_id"]].append(row)
    for formation in tables["formations"]:
        rows = sorted(stages[formation["formation_id"]], key=lambda row: row["stage"] or 0)
        if formation["election_id"]:
            first = text(elections.get(formation["election_id"]))
        else:
            offered = resigned.get(formation["previous_cabinet_id"], ())
            first = min((row["date"] for row in offered if row["formation_id"] in (None, formation["formation_id"])), default="")
        last = max((row["date"] for row in ends.get(formation["formation_id"], ())), default="9999-12-31")
        number, start = 0, ""
        for row in rows:
            if row["stage"] and row["stage"] not in (number, number + 1):
                yield _problem(schema, "formation_stages", row, "stage", f"{number} or {number + 1}", row["stage"])
            if row["stage"] != number and row["start_date"]:
                if text(row["start_date"]) < start:
                    expected = f"a day not before the stage before it ({start})"
                    yield _problem(schema, "formation_stages", row, "start_date", expected, row["start_date"])
                start = text(row["start_date"])
            number = row["stage"] or number
            for column in ("start_date", "end_date"):
                day = text(row[column])
                if day and not first <= day <= last:
                    expected = f"a day in the formation ({first} to {last})"
                    yield _problem(schema, "formation_stages", row, column, expected, day)


def parties_of_a_commission_exist(schema: Schema, tables: Tables) -> Problems:
    known = {row["party_id"] for row in tables["parties"]}
    for row in tables["formation_stages"]:
        for party in text(row["parties"]).split(";"):
            if party and party not in known:
                yield _problem(schema, "formation_stages", row, "parties", "ids in data/curated/parties.csv", party)


def each_ended_cabinet_has_one_fall(schema: Schema, tables: Tables) -> Problems:
    ended = Counter(row["cabinet_id"] for row in tables["falls"] if row["outcome"] == "ended")
    order = sorted(tables["cabinets"], key=lambda row: row["sequence"] or 0)
    for cabinet in order[:-1]:
        if ended[cabinet["cabinet_id"]] != 1:
            expected = "one fall with outcome ended in data/curated/falls.csv"
            found = f"{ended[cabinet['cabinet_id']]} for {cabinet['cabinet_id']}"
            yield _problem(schema, "cabinets", cabinet, "cabinet_id", expected, found)


def a_fall_is_a_resignation(schema: Schema, tables: Tables) -> Problems:
    """The event of a fall is a resignation of that cabinet; one that was mended was withdrawn later."""
    events = {row["event_id"]: row for row in tables["events"]}
    withdrawn = events_by(tables, "resignation_withdrawn", "cabinet_id")
    for row in tables["falls"]:
        event = events.get(row["event_id"])
        if event is None:
            continue
        if event["event_type"] != "resignation_offered" or event["cabinet_id"] != row["cabinet_id"]:
            expected = f"an event resignation_offered of {row['cabinet_id']}"
            yield _problem(schema, "falls", row, "event_id", expected, row["event_id"])
        later = [other for other in withdrawn.get(row["cabinet_id"], ()) if other["date"] >= text(event["date"])]
        if row["outcome"] and (row["outcome"] == "mended") != bool(later):
            expected = "mended if, and only if, a resignation_withdrawn follows"
            yield _problem(schema, "falls", row, "outcome", expected, row["outcome"])


def causes_begin_with_a_proximate_one(schema: Schema, tables: Tables) -> Problems:
    """The causes of a fall are numbered from 1 without a gap; the first is proximate, and is the mechanism of the fall."""
    mechanisms = {row["fall_id"]: row["mechanism"] for row in tables["falls"]}
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in sorted(tables["fall_causes"], key=lambda row: row["cause_number"] or 0):
        numbers[text(row["fall_id"])].append(row["cause_number"])
        expected = len(numbers[text(row["fall_id"])])
        if row["cause_number"] != expected:
            yield _problem(schema, "fall_causes", row, "cause_number", f"{expected}, the next of {row['fall_id']}", row["cause_number"])
        elif expected == 1 and row["role"] != "proximate":
            yield _problem(schema, "fall_causes", row, "role", "proximate for the first cause", row["role"])
        if expected == 1 and row["cause"] != (mechanism := mechanisms.get(row["fall_id"], row["cause"])):
            yield _problem(schema, "fall_causes", row, "cause", f"{mechanism}, the mechanism of the fall", row["cause"])
    for row in tables["falls"]:
        if text(row["fall_id"]) not in numbers:
            yield _problem(schema, "falls", row, "fall_id", f"a cause in {schema.tables['fall_causes'].path}", row["fall_id"])


# Parties, elections and seats


def parties_do_nothing_after_their_end(schema: Schema, tables: Tables) -> Problems:
    """A party that was dissolved wins, loses, joins and leaves nothing later; lists may stand before their party is founded."""
    ends = {row["party_id"]: text(row["dissolved"]) for row in tables["parties"]}
    held = {row["election_id"]: text(row["date"]) for row in tables["elections"]}
    started = {cabinet: start for cabinet, (start, _) in cabinet_spans(tables).items()}
    dated = {
        "events": lambda row: row["date"],
        "formation_stages": lambda row: row["start_date"],
        "chamber_seats": lambda row: row["date_text"],
        "election_results": lambda row: held.get(row["election_id"]),
        "cabinet_parties": lambda row: started.get(row["cabinet_id"]),
    }
    for name, day_of in dated.items():
        for row in tables[name]:
            day, end = text(day_of(row)), ends.get(row["party_id"])
            if day and end and day[: len(end)] > end:
                yield _problem(schema, name, row, "party_id", f"a party that was there on {day}", f"{row['party_id']}, dissolved {end}")


def a_chamber_has_one_size(schema: Schema, tables: Tables) -> Problems:
    sizes = sorted(tables["chamber_sizes"], key=lambda row: (text(row["chamber"]), text(row["start_date"])))
    for row, following in itertools.pairwise(sizes):
        if row["chamber"] == following["chamber"] and text(row["end_date"]) != text(following["start_date"]):
            expected = f"the day on which the {row['seats']} seats before it end ({row['end_date'] or 'no end_date'})"
            yield _problem(schema, "chamber_sizes", following, "start_date", expected, following["start_date"])


def seats_sum_to_the_chamber(schema: Schema, tables: Tables) -> Problems:
    sums: Counter = Counter()
    for row in tables["election_results"]:
        sums[row["election_id"]] += row["seats"] or 0
    for row in tables["elections"]:
        if row["seats"] and sums[row["election_id"]] != row["seats"]:
            expected = f"{row['seats']} seats over the lists of {row['election_id']}"
            yield _problem(schema, "elections", row, "seats", expected, sums[row["election_id"]])
        yield from _has_a_size(schema, tables, "elections", row, "date", "tk", row["seats"])
    whole: dict[tuple, list[Row]] = defaultdict(list)
    for row in tables["chamber_seats"]:
        if row["reason"] in ("election", "enlargement"):
            whole[row["chamber"], row["date_text"]].append(row)
    for (chamber, _), rows in whole.items():
        total = sum(row["seats"] or 0 for row in rows)
        yield from _has_a_size(schema, tables, "chamber_seats", rows[0], "date_text", chamber, total)


def _has_a_size(schema: Schema, tables: Tables, table: str, row: Row, column: str, chamber: str, seats: int | None) -> Problems:
    day = text(row[column])
    if not day or seats is None:
        return
    for size in tables["chamber_sizes"]:
        started = text(size["start_date"]) <= day
        if size["chamber"] == chamber and started and (size["end_date"] is None or day < text(size["end_date"])):
            if size["seats"] != seats:
                expected = f"{size['seats']} seats in all, the size of the chamber on {day}"
                yield _problem(schema, table, row, "seats", expected, seats)
            return
    yield _problem(schema, table, row, column, f"a day for which chamber_sizes has a size of {chamber}", day)


def votes_do_not_exceed_voters(schema: Schema, tables: Tables) -> Problems:
    votes: Counter = Counter()
    for row in tables["election_results"]:
        votes[row["election_id"]] += row["votes"] or 0
    for row in tables["elections"]:
        chain = [("electorate", row["electorate"]), ("votes_cast", row["votes_cast"]), ("valid_votes", row["valid_votes"])]
        chain = [(name, number) for name, number in chain if number is not None]
        for (larger, most), (smaller, number) in itertools.pairwise(chain):
            if number > most:
                yield _problem(schema, "elections", row, smaller, f"at most {larger}, {most}", number)
        if row["valid_votes"] and votes[row["election_id"]] > row["valid_votes"]:
            expected = f"at least the votes of its lists, {votes[row['election_id']]}"
            yield _problem(schema, "elections", row, "valid_votes", expected, row["valid_votes"])


# Claims

CLAIM_NEEDS = {
    "days": ("measure",),
    "rank": ("measure",),
    "average": ("measure",),
    "count": ("measure", "unit"),
    "record": ("measure", "unit"),
    "remaining": ("measure", "unit", "as_of"),
    "cell": ("cell",),
    "first": ("measure",),
    "other": (),
}
"""What the test of each type of claim cannot do without."""
CLAIM_UNITS = {
    "days": ("days", "weeks", "months", "years"),
    "average": ("days", "weeks", "months", "years"),
    "rank": ("longest", "shortest"),
    "record": ("equals", "passes"),
    "remaining": ("equals", "passes"),
}
"""The units that the tests of these types read; without one they take the first."""


def claims_can_be_tested(schema: Schema, tables: Tables) -> Problems:
    """A claim has a type that has a test, what that test needs, and a value and unit that it can read."""
    numeric = ("days", "rank", "average", "count", "remaining")
    for row in tables["claims"]:
        kind = row["claim_type"]
        if kind is None:
            continue
        if kind not in TESTS:
            yield _problem(schema, "claims", row, "claim_type", f"a type that has a test ({', '.join(TESTS)})", kind)
            continue
        for column in CLAIM_NEEDS[kind]:
            if row[column] is None:
                yield _problem(schema, "claims", row, column, f"a value, which the test of {kind} needs", None)
        measures = {"first": tuple(FIRSTS), "cell": (), "other": (*MEASURES, *FIRSTS)}.get(kind, MEASURES)
        if row["measure"] and row["measure"] not in measures:
            expected = f"one of {', '.join(measures)}, since the type is {kind}" if measures else f"nothing, since the type is {kind}"
            yield _problem(schema, "claims", row, "measure", expected, row["measure"])
        value, unit, cell = text(row["value"]), text(row["unit"]), text(row["cell"])
        if kind in numeric and not re.fullmatch(r"\d+(\.\d+)?", value):
            yield _problem(schema, "claims", row, "value", "a number", value)
        if kind == "record" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            yield _problem(schema, "claims", row, "value", "a date YYYY-MM-DD", value)
        if unit and kind in CLAIM_UNITS and unit not in CLAIM_UNITS[kind]:
            yield _problem(schema, "claims", row, "unit", " or ".join(CLAIM_UNITS[kind]), unit)
        if kind == "count" and unit and not CONDITION.fullmatch(unit):
            yield _problem(schema, "claims", row, "unit", "a condition such as days > 100", unit)
        if cell:
            table, column = cell.split("/")[0], cell.rpartition("/")[2]
            known = table in schema.tables and (column in schema.tables[table].columns or row["measure"] == "stage")
            if not known:
                yield _problem(schema, "claims", row, "cell", "table/row/column of our tables", cell)


# Evidence


def sources_are_cited(schema: Schema, tables: Tables) -> Problems:
    """Each source is cited for something."""
    cited = {row["source_id"] for name in ("evidence", "claims") for row in tables[name]}
    for row in tables["sources"]:
        if row["source_id"] not in cited:
            yield _problem(schema, "sources", row, "source_id", "a source that some evidence or claim cites", row["source_id"])


def evidence_fits_its_cell(schema: Schema, tables: Tables) -> Problems:
    """Evidence names a curated cell; one that agrees has its value, one that differs has another, silence has none."""
    rows = {name: {schema.tables[name].row_id(row): row for row in tables[name]} for name in tables}
    for row in tables["evidence"]:
        table, column = schema.tables.get(row["table"]), row["column"]
        if table is None or not table.curated:
            yield _problem(schema, "evidence", row, "table", "a curated table", row["table"])
        elif row["row_id"] not in rows[table.name]:
            yield _problem(schema, "evidence", row, "row_id", f"a row of {table.path}", row["row_id"])
        elif column not in table.curated:
            yield _problem(schema, "evidence", row, "column", f"a column of {table.path}", column)
        else:
            adopted = text(rows[table.name][row["row_id"]][column])
            if row["stance"] == "agrees" and text(row["value"]) != adopted:
                expected = f"the adopted value {adopted or 'null'} where the stance is agrees"
                yield _problem(schema, "evidence", row, "value", expected, row["value"])
            if row["stance"] == "differs" and text(row["value"]) in ("", adopted):
                expected = f"a value other than {adopted or 'null'} where the stance is differs"
                yield _problem(schema, "evidence", row, "value", expected, row["value"])
            if row["stance"] == "silent" and (row["value"] or row["value_as_printed"]):
                yield _problem(schema, "evidence", row, "value", "nothing where the stance is silent", row["value"])


def headline_cells_have_two_families(schema: Schema, tables: Tables) -> Problems:
    """Two independent families agree with each headline cell, or it is a listed exception; no exception is idle."""
    agreeing = families(tables)
    headline = headline_cells(schema, tables)
    exceptions = {(row["table"], row["row_id"], row["column"]): row for row in tables["evidence_exceptions"]}
    for (table, row_id, column), line in headline.items():
        cell = (table, row_id, column)
        if len(agreeing[cell]) < 2 and cell not in exceptions:
            found = f"{len(agreeing[cell])} ({', '.join(sorted(agreeing[cell])) or 'none'}) for {row_id}"
            expected = "two families of sources that agree, or a row in evidence_exceptions.csv"
            yield Problem(schema.tables[table].path, line, column, expected, found)
    for cell, row in exceptions.items():
        if cell not in headline:
            yield _problem(schema, "evidence_exceptions", row, "row_id", "a headline cell", "/".join(map(text, cell)))
        elif len(agreeing[cell]) >= 2:
            expected = "no exception, since two families agree"
            yield _problem(schema, "evidence_exceptions", row, "row_id", expected, text(cell[1]))


# After the derivation


def derived_values_are_there(schema: Schema, curated: Tables, built: Tables) -> Problems:
    """No required cell of a built table is null, as it is where a date is known to the month only."""
    for table in schema.tables.values():
        for column in table.columns.values():
            if column.required and column.name not in table.curated:
                for row in built[table.name]:
                    if row[column.name] is None:
                        found = f"nothing for {table.row_id(row)}, which the curated rows do not let us compute"
                        yield Problem(f"data/tables/{table.name}.csv", 0, column.name, "a value", found)


def claims_name_things_that_exist(schema: Schema, curated: Tables, built: Tables) -> Problems:
    """The subject of a claim, and the row of its cell, are in the tables."""
    people = {row["person_id"] for row in built["persons"]}
    things = {row["formation_id"] for row in built["formations"]} | people | {"formations", "cabinets", "prime_ministers"}
    ids = {name: {table.row_id(row) for row in built[name]} for name, table in schema.tables.items()}
    for row in curated["claims"]:
        if row["subject"] not in things:
            yield _problem(schema, "claims", row, "subject", "an id of a formation, cabinet or person", row["subject"])
        table, _, rest = text(row["cell"]).partition("/")
        row_id = rest if row["measure"] == "stage" else rest.rpartition("/")[0]
        if table in ids and row_id not in ids[table]:
            yield _problem(schema, "claims", row, "cell", f"a row of {table}", row_id)


RULES = (
    keys_are_unique,
    references_exist,
    crosswalk_entities_exist,
    spells_start_before_they_end,
    nothing_is_later_than_as_of,
    each_cabinet_is_inaugurated_once,
    cabinets_follow_each_other,
    events_lie_in_their_cabinet,
    a_party_that_leaves_was_in,
    each_cabinet_has_a_coalition,
    each_cabinet_was_formed_once,
    only_an_election_triggers_with_an_election,
    durations_have_one_end,
    definitions_can_be_computed,
    closed_formations_have_outcomes,
    stages_lie_in_their_formation,
    parties_of_a_commission_exist,
    each_ended_cabinet_has_one_fall,
    a_fall_is_a_resignation,
    causes_begin_with_a_proximate_one,
    parties_do_nothing_after_their_end,
    a_chamber_has_one_size,
    seats_sum_to_the_chamber,
    votes_do_not_exceed_voters,
    claims_can_be_tested,
    sources_are_cited,
    evidence_fits_its_cell,
    headline_cells_have_two_families,
)

DERIVED_RULES = (derived_values_are_there, claims_name_things_that_exist)
