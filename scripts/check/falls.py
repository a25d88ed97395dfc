"""Each cabinet that ended has a fall with causes, votes and an example for each mechanism."""

from __future__ import annotations

from collections import Counter, defaultdict

from scripts.check.cabinets import events_by
from scripts.check.common import Problems, in_sequence, problem
from scripts.derive.falls import LOST
from scripts.problems import Problem
from scripts.read import Tables
from scripts.schema import Schema, text


def each_ended_cabinet_has_one_fall(schema: Schema, tables: Tables) -> Problems:
    ended = Counter(row["cabinet_id"] for row in tables["falls"] if row["outcome"] == "ended")
    for cabinet in in_sequence(tables)[:-1]:
        if ended[cabinet["cabinet_id"]] != 1:
            expected = "one fall with outcome ended in data/curated/falls.csv"
            found = f"{ended[cabinet['cabinet_id']]} for {cabinet['cabinet_id']}"
            yield problem(schema, "cabinets", cabinet, "cabinet_id", expected, found)


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
            yield problem(schema, "falls", row, "event_id", expected, row["event_id"])
        later = [other for other in withdrawn.get(row["cabinet_id"], ()) if other["date"] >= text(event["date"])[: len(other["date"])]]
        if row["outcome"] and (row["outcome"] == "mended") != bool(later):
            expected = "mended if, and only if, a resignation_withdrawn follows"
            yield problem(schema, "falls", row, "outcome", expected, row["outcome"])


def causes_begin_with_a_proximate_one(schema: Schema, tables: Tables) -> Problems:
    """The causes of a fall are numbered from 1 without a gap; the first is proximate, and is the mechanism of the fall."""
    mechanisms = {row["fall_id"]: row["mechanism"] for row in tables["falls"]}
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in sorted(tables["fall_causes"], key=lambda row: row["cause_number"] or 0):
        numbers[text(row["fall_id"])].append(row["cause_number"])
        expected = len(numbers[text(row["fall_id"])])
        if row["cause_number"] != expected:
            yield problem(schema, "fall_causes", row, "cause_number", f"{expected}, the next of {row['fall_id']}", row["cause_number"])
        elif expected == 1 and row["role"] != "proximate":
            yield problem(schema, "fall_causes", row, "role", "proximate for the first cause", row["role"])
        if expected == 1 and row["cause"] != (mechanism := mechanisms.get(row["fall_id"], row["cause"])):
            yield problem(schema, "fall_causes", row, "cause", f"{mechanism}, the mechanism of the fall", row["cause"])
    for row in tables["falls"]:
        if text(row["fall_id"]) not in numbers:
            yield problem(schema, "falls", row, "fall_id", f"a cause in {schema.tables['fall_causes'].path}", row["fall_id"])


def votes_are_votes(schema: Schema, tables: Tables) -> Problems:
    """A vote belongs to an event of that type, and what had enough votes was carried."""
    types = {row["event_id"]: row["event_type"] for row in tables["events"]}
    for row in tables["votes"]:
        if types.get(row["event_id"], "vote") != "vote":
            yield problem(schema, "votes", row, "event_id", "an event of the type vote", row["event_id"])
        counted = None not in (row["votes_for"], row["votes_against"], row["result"])
        two_thirds = row["vote_kind"] == "constitutional_amendment"
        if counted and (row["result"] == "carried") != (row["votes_for"] > (2 if two_thirds else 1) * row["votes_against"] - two_thirds):
            found = f"{row['result']} with {row['votes_for']} to {row['votes_against']}"
            enough = "at least two thirds" if two_thirds else "more than half"
            yield problem(schema, "votes", row, "result", f"carried if, and only if, {enough} of the votes were for", found)


def a_lost_vote_was_held(schema: Schema, tables: Tables) -> Problems:
    """A fall by a lost vote or bill has a vote with its subject and result, on the day of the resignation or before."""
    told = {row["event_id"] for row in tables["votes"]}
    held = defaultdict(list)
    for row in tables["events"]:
        if row["event_id"] in told:
            held[row["cabinet_id"]].append(text(row["date"]))
    resigned = {row["event_id"]: text(row["date"]) for row in tables["events"]}
    for row in tables["falls"]:
        if row["mechanism"] in LOST:
            day = resigned.get(row["event_id"], "")
            if not any(vote[: len(day)] <= day for vote in held[row["cabinet_id"]]):
                yield problem(
                    schema, "falls", row, "mechanism", "a vote in data/curated/votes.csv, since it is by a lost one", row["mechanism"]
                )


def causes_name_who_acted(schema: Schema, tables: Tables) -> Problems:
    """A party that acted goes with an actor that can have a party, and whom it was against is a party or a kind of actor."""
    parties = {row["party_id"] for row in tables["parties"]}
    for row in tables["fall_causes"]:
        if row["actor"] == "party" and row["party_id"] is None:
            yield problem(schema, "fall_causes", row, "party_id", "a party, since the actor is one", None)
        if row["party_id"] and row["actor"] not in ("party", "ministers", "prime_minister"):
            yield problem(schema, "fall_causes", row, "actor", "party, ministers or prime_minister where a party is named", row["actor"])
        for other in text(row["against"]).split(";"):
            if other and other not in parties and other not in schema.allowed["actor"]:
                expected = "ids in data/curated/parties.csv or codes of actor"
                yield problem(schema, "fall_causes", row, "against", expected, other)


def mechanisms_have_examples(schema: Schema, tables: Tables) -> Problems:
    """Each code of mechanism has a row; a code that is used has an example, which has it, and a counter-example, which has not."""
    falls = {row["fall_id"]: row["mechanism"] for row in tables["falls"]}
    told = {row["mechanism"] for row in tables["mechanisms"]}
    for code in schema.allowed["mechanism"]:
        if code not in told:
            yield Problem(schema.tables["mechanisms"].path, 0, "mechanism", f"a row for {code}", "none")
    for row in tables["mechanisms"]:
        used = row["mechanism"] in falls.values()
        if used and falls.get(row["example"], row["mechanism"] if row["example"] else None) != row["mechanism"]:
            yield problem(schema, "mechanisms", row, "example", f"a fall by {row['mechanism']}", row["example"])
        if not used and row["example"]:
            yield problem(schema, "mechanisms", row, "example", "nothing, since no fall has this mechanism", row["example"])
        if used and (row["counter_example"] is None or falls.get(row["counter_example"]) == row["mechanism"]):
            yield problem(schema, "mechanisms", row, "counter_example", f"a fall that is not by {row['mechanism']}", row["counter_example"])


def published_codes_are_of_their_scheme(schema: Schema, tables: Tables) -> Problems:
    for row in tables["fall_codings"]:
        if row["scheme"] and row["published_code"] not in schema.allowed[row["scheme"]]:
            expected = f"a code of {row['scheme']} ({', '.join(schema.allowed[row['scheme']])})"
            yield problem(schema, "fall_codings", row, "published_code", expected, row["published_code"])
