"""Each cabinet was formed once, and commissions lie in their formation."""

from __future__ import annotations

from collections import Counter, defaultdict

from scripts.check.cabinets import events_by
from scripts.check.common import Problems, in_sequence, problem
from scripts.derive.formations import COMPUTED_DEFINITIONS
from scripts.read import Tables
from scripts.schema import Schema, text


def each_cabinet_was_formed_once(schema: Schema, tables: Tables) -> Problems:
    """A formation that formed a cabinet carries its id, and follows the cabinet that was in office before it."""
    formed = Counter(row["cabinet_id"] for row in tables["formations"] if row["outcome"] == "formed")
    order = [row["cabinet_id"] for row in in_sequence(tables)]
    before = dict(zip(order, [None, *order], strict=False))
    for row in tables["cabinets"]:
        if formed[row["cabinet_id"]] != 1:
            expected = "one formation with outcome formed in data/curated/formations.csv"
            found = f"{formed[row['cabinet_id']]} for {row['cabinet_id']}"
            yield problem(schema, "cabinets", row, "cabinet_id", expected, found)
    for row in tables["formations"]:
        cabinet = row["cabinet_id"]
        if cabinet not in before:
            continue
        expected = before[cabinet] if row["outcome"] == "formed" else cabinet
        if row["previous_cabinet_id"] != expected:
            yield problem(schema, "formations", row, "previous_cabinet_id", text(expected) or "nothing", row["previous_cabinet_id"])


def only_an_election_triggers_with_an_election(schema: Schema, tables: Tables) -> Problems:
    for row in tables["formations"]:
        if row["trigger"] and (row["trigger"] == "election") != (row["election_id"] is not None):
            expected = "an election if, and only if, the trigger is election"
            yield problem(schema, "formations", row, "election_id", expected, row["election_id"])


def durations_have_one_end(schema: Schema, tables: Tables) -> Problems:
    """A formation has at most one event of each type at which a duration ends."""
    ends = {event_type for row in tables["duration_definitions"] for event_type in text(row["end_event_types"]).split(";")}
    for event_type in sorted(ends - {""}):
        for formation, rows in events_by(tables, event_type, "formation_id").items():
            for row in rows[1:]:
                expected = f"one event {event_type} for the formation {formation}"
                yield problem(schema, "events", row, "event_type", expected, f"another on {row['date']}")


def definitions_can_be_computed(schema: Schema, tables: Tables) -> Problems:
    """A definition names the event types that start and end it, or is one that the derivation knows by its code."""
    for row in tables["duration_definitions"]:
        for column in ("start_event_types", "end_event_types"):
            for event_type in text(row[column]).split(";"):
                if event_type and event_type not in schema.allowed["event_type"]:
                    yield problem(schema, "duration_definitions", row, column, "event types of codes.csv", event_type)
            if (row[column] is None) != (row["definition"] in COMPUTED_DEFINITIONS):
                expected = f"event types, unless the definition is {', '.join(COMPUTED_DEFINITIONS)}"
                yield problem(schema, "duration_definitions", row, column, expected, row[column])


def closed_formations_have_outcomes(schema: Schema, tables: Tables) -> Problems:
    """Each commission of a formation that is over has an outcome."""
    closed = {row["formation_id"] for row in tables["formations"] if row["outcome"]}
    for row in tables["formation_stages"]:
        if row["formation_id"] in closed and row["outcome"] is None:
            expected = "an outcome, since the formation is over"
            yield problem(schema, "formation_stages", row, "outcome", expected, None)


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
                yield problem(schema, "formation_stages", row, "stage", f"{number} or {number + 1}", row["stage"])
            if row["stage"] != number and row["start_date"]:
                if text(row["start_date"]) < start:
                    expected = f"a day not before the stage before it ({start})"
                    yield problem(schema, "formation_stages", row, "start_date", expected, row["start_date"])
                start = text(row["start_date"])
            number = row["stage"] or number
            for column in ("start_date", "end_date"):
                day = text(row[column])
                if day and not first <= day <= last:
                    expected = f"a day in the formation ({first} to {last})"
                    yield problem(schema, "formation_stages", row, column, expected, day)


def parties_of_a_commission_exist(schema: Schema, tables: Tables) -> Problems:
    known = {row["party_id"] for row in tables["parties"]}
    for row in tables["formation_stages"]:
        for party in text(row["parties"]).split(";"):
            if party and party not in known:
                yield problem(schema, "formation_stages", row, "parties", "ids in data/curated/parties.csv", party)
