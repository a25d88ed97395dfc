"""Each cabinet was formed once, and commissions lie in their formation."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict

from scripts.cells import Row, Tables
from scripts.check.common import Problems, events_by, in_sequence, problem
from scripts.dates import full_date
from scripts.schema import Schema, text
from scripts.vocabulary import COMPUTED_DEFINITIONS, PREFERRED_DEFINITIONS, RUNNING


def each_cabinet_was_formed_once(schema: Schema, tables: Tables) -> Problems:
    """A formation that formed a cabinet carries its id, and follows the one in office before it.

    One that restored a cabinet follows that one; one that runs follows the last.
    """
    formations = tables["formations"]
    formed = Counter(row["cabinet_id"] for row in formations if row["outcome"] == "formed")
    order = [row["cabinet_id"] for row in in_sequence(tables)]
    before = dict(zip(order, [None, *order], strict=False))
    for row in tables["cabinets"]:
        if formed[row["cabinet_id"]] != 1:
            expected = "one formation with outcome formed in data/curated/formations.csv"
            found = f"{formed[row['cabinet_id']]} for {row['cabinet_id']}"
            yield problem(row, "cabinet_id", expected, found)
    for row in formations:
        cabinet, outcome = row["cabinet_id"], row["outcome"]
        if (cabinet is None) != (outcome in (RUNNING, "failed")):
            expected = "a cabinet if, and only if, one was formed or restored"
            yield problem(row, "cabinet_id", expected, cabinet)
        follows = {"formed": before.get(cabinet), RUNNING: order[-1], "restored": cabinet}
        expected = follows.get(outcome, row["previous_cabinet_id"])
        # A cabinet that does not exist is told as a reference.
        if cabinet in (None, *before) and row["previous_cabinet_id"] != expected:
            yield problem(row, "previous_cabinet_id", text(expected) or "nothing",
                          row["previous_cabinet_id"])  # fmt: skip


def what_runs_is_the_last(schema: Schema, tables: Tables) -> Problems:
    """At most one formation runs; a commission runs without an end, as its last or jointly."""
    formations = {row["formation_id"]: row for row in tables["formations"]}
    running = [row for row in formations.values() if row["outcome"] == RUNNING]
    for row in running[1:]:
        expected = f"one formation that runs ({running[0]['formation_id']})"
        yield problem(row, "outcome", expected, RUNNING)
    last: dict[str, int] = {}
    for row in tables["formation_stages"]:
        last[row["formation_id"]] = max(last.get(row["formation_id"], 0), row["stage"] or 0)
    for row in tables["formation_stages"]:
        if row["outcome"] != RUNNING:
            continue
        if formations.get(row["formation_id"]) not in running:
            found = f"{RUNNING} in {row['formation_id']}"
            yield problem(row, "outcome", "what came of it, since the formation is over", found)
        if row["stage"] != last[row["formation_id"]]:
            expected = "what came of it, since another commission followed"
            yield problem(row, "outcome", expected, RUNNING)
        if row["end_date"]:
            yield problem(row, "end_date", "nothing, since the commission runs", row["end_date"])


def only_an_election_triggers_with_an_election(schema: Schema, tables: Tables) -> Problems:
    for row in tables["formations"]:
        if row["trigger"] and (row["trigger"] == "election") != (row["election_id"] is not None):
            expected = "an election if, and only if, the trigger is election"
            yield problem(row, "election_id", expected, row["election_id"])


def elections_are_followed_by_their_formation(schema: Schema, tables: Tables) -> Problems:
    """A formation that an election set off ends within a year of it."""
    held = {row["election_id"]: full_date(row["date"]) for row in tables["elections"]}
    oaths = events_by(tables, "inauguration", "formation_id")
    for row in tables["formations"]:
        day = held.get(row["election_id"])
        end = (
            full_date(oaths[row["formation_id"]][0]["date"])
            if row["formation_id"] in oaths
            else None
        )
        if day and end and not day <= end <= day + LONGEST:
            expected = f"an election in the year before the oath, {end}"
            yield problem(row, "election_id", expected, row["election_id"])


LONGEST = datetime.timedelta(days=365)
"""No formation after an election took a year."""


def durations_have_one_end(schema: Schema, tables: Tables) -> Problems:
    """A formation has at most one event of each type at which a duration ends."""
    ends = {
        event_type
        for row in tables["duration_definitions"]
        for event_type in text(row["end_event_types"]).split(";")
    }
    for event_type in sorted(ends - {""}):
        for formation, rows in events_by(tables, event_type, "formation_id").items():
            for row in rows[1:]:
                expected = f"one event {event_type} for the formation {formation}"
                yield problem(row, "event_type", expected, f"another on {row['date']}")


def definitions_can_be_computed(schema: Schema, tables: Tables) -> Problems:
    """A definition names the event types that start and end it, or is computed by its code."""
    for row in tables["duration_definitions"]:
        for column in ("start_event_types", "end_event_types"):
            for event_type in text(row[column]).split(";"):
                if event_type and event_type not in schema.allowed["event_type"]:
                    yield problem(row, column, "event types of codes.csv", event_type)
            if (row[column] is None) != (row["definition"] in COMPUTED_DEFINITIONS):
                expected = (
                    f"event types, unless the definition is {', '.join(COMPUTED_DEFINITIONS)}"
                )
                yield problem(row, column, expected, row[column])


def definitions_follow_from_their_ids(schema: Schema, tables: Tables) -> Problems:
    """The id of a definition says from which event to which it counts, and all are there."""
    rows = tables["duration_definitions"]
    for row in rows:
        if row["definition"] in COMPUTED_DEFINITIONS or row["definition"] is None:
            continue
        start, _, end = row["definition"].partition("_to_")
        event = end.removeprefix("eve_of_")
        wanted = {
            "start_event_types": STARTS_AT.get(start),
            "end_event_types": ENDS_AT.get(event, event),
            "end_offset": -1 if end != event else 0,
        }
        for column, value in wanted.items():
            if row[column] != value:
                expected = f"{text(value) or 'an id that begins with an event'}, as its id says"
                yield problem(row, column, expected, row[column])
    missing = set(PREFERRED_DEFINITIONS) ^ {row["definition"] for row in rows}
    for name in sorted(missing, key=text):
        expected = "the definitions that claims are tried by, no more and no fewer"
        yield problem(rows[0], "definition", expected, f"{name} in one place only")


ROLES_SINCE = {"informateur": "1951-01-28", "scout": "2012-09-13"}
"""The first of each: Stikker for Drees I, and Kamp when the chamber led a formation itself."""
STARTS_AT = {
    "election": "election",
    "first_commission": "informateur_appointed;formateur_appointed",
    "first_scout": "scout_appointed",
    "resignation": "resignation_offered",
}
"""The event types that the first half of the id of a definition means."""
ENDS_AT = {"withdrawal": "resignation_withdrawn"}
"""The event types that the second half means where it is not their name."""


def closed_formations_have_outcomes(schema: Schema, tables: Tables) -> Problems:
    """Each commission of a formation that is over has an outcome."""
    over = (row for row in tables["formations"] if row["outcome"] not in (None, RUNNING))
    closed = {row["formation_id"] for row in over}
    for row in tables["formation_stages"]:
        if row["formation_id"] in closed and row["outcome"] is None:
            expected = "an outcome, since the formation is over"
            yield problem(row, "outcome", expected, None)


def roles_are_of_their_time(schema: Schema, tables: Tables) -> Problems:
    """Informateurs and scouts came one after the other; before, formateurs explored as well."""
    for row in tables["formation_stages"]:
        day, since = text(row["start_date"]), ROLES_SINCE.get(row["role"], "")
        if day and day < since:
            yield problem(row, "role", f"another role before {since}", row["role"])


def stages_lie_in_their_formation(schema: Schema, tables: Tables) -> Problems:
    """Commissions are numbered from 1, begin in order, and lie in their formation.

    A formation goes from its trigger to the inauguration.
    """
    spans = _spans(tables)
    stages = defaultdict(list)
    for row in tables["formation_stages"]:
        stages[row["formation_id"]].append(row)
    for formation in tables["formations"]:
        key = formation["formation_id"]
        rows = sorted(stages[key], key=lambda row: row["stage"] or 0)
        yield from _in_order(rows)
        first, last = spans[key]
        for row in rows:
            for column in ("start_date", "end_date"):
                day = text(row[column])
                if day and not first <= day <= last:
                    expected = f"a day in the formation ({first} to {last})"
                    yield problem(row, column, expected, day)


def _in_order(stages: list[Row]) -> Problems:
    """Numbers go up by one, joint commissions share one; none begins before the one before it."""
    number, start = 0, ""
    for row in stages:
        if row["stage"] and row["stage"] not in (number, number + 1):
            yield problem(row, "stage", f"{number} or {number + 1}", row["stage"])
        if row["stage"] != number and row["start_date"]:
            if text(row["start_date"]) < start:
                expected = f"a day not before the stage before it ({start})"
                yield problem(row, "start_date", expected, row["start_date"])
            start = text(row["start_date"])
        number = row["stage"] or number


def _spans(tables: Tables) -> dict[str, tuple[str, str]]:
    """First and last day of each formation as text, as far as they are known."""
    elections = {row["election_id"]: text(row["date"]) for row in tables["elections"]}
    resigned = events_by(tables, "resignation_offered", "cabinet_id")
    ends = {
        **events_by(tables, "inauguration", "formation_id"),
        **events_by(tables, "resignation_withdrawn", "formation_id"),
    }
    spans = {}
    for row in tables["formations"]:
        key = row["formation_id"]
        offered = resigned.get(row["previous_cabinet_id"], ())
        own = [event["date"] for event in offered if event["formation_id"] in (None, key)]
        first = elections.get(row["election_id"]) or min(own, default="")
        last = max((event["date"] for event in ends.get(key, ())), default="9999-12-31")
        spans[key] = first, last
    return spans


def parties_of_a_commission_exist(schema: Schema, tables: Tables) -> Problems:
    known = {row["party_id"] for row in tables["parties"]}
    for row in tables["formation_stages"]:
        for party in text(row["parties"]).split(";"):
            if party and party not in known:
                yield problem(row, "parties", "ids in data/curated/parties.csv", party)


RULES = (
    each_cabinet_was_formed_once,
    what_runs_is_the_last,
    only_an_election_triggers_with_an_election,
    elections_are_followed_by_their_formation,
    durations_have_one_end,
    definitions_can_be_computed,
    definitions_follow_from_their_ids,
    closed_formations_have_outcomes,
    roles_are_of_their_time,
    stages_lie_in_their_formation,
    parties_of_a_commission_exist,
)
