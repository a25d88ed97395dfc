"""Cabinets follow each other without a gap, and their events and parties belong to them."""

from __future__ import annotations

from collections import Counter, defaultdict

from scripts.cells import Tables
from scripts.check.common import Problems, cabinet_spans, events_by, in_sequence, problem
from scripts.schema import Schema, text
from scripts.vocabulary import CHANGES_OF_LEADER, PARTIES_SINCE, POSTS, TAKES_PART


def each_cabinet_is_inaugurated_once(schema: Schema, tables: Tables) -> Problems:
    events = events_by(tables, "inauguration", "cabinet_id")
    for cabinet in tables["cabinets"]:
        found = len(events.get(cabinet["cabinet_id"], ()))
        if found != 1:
            expected = "one event inauguration in data/curated/events.csv"
            yield problem(cabinet, "cabinet_id", expected, f"{found} for {cabinet['cabinet_id']}")
    for rows in events.values():
        for row in rows:
            if len(row["date"]) != 10:
                yield problem(
                    row,
                    "date",
                    "a date known to the day, since a cabinet starts on it",
                    row["date"],
                )


def cabinets_follow_each_other(schema: Schema, tables: Tables) -> Problems:
    """Cabinets start one after the other: none overlaps the next, none is left out."""
    starts = events_by(tables, "inauguration", "cabinet_id")
    previous = None
    for cabinet in in_sequence(tables):
        if previous is not None and cabinet["sequence"] and previous["sequence"]:
            if cabinet["sequence"] != previous["sequence"] + 1:
                expected = f"{previous['sequence'] + 1}, after {previous['cabinet_id']}"
                yield problem(cabinet, "sequence", expected, cabinet["sequence"])
            before, after = (starts.get(row["cabinet_id"]) for row in (previous, cabinet))
            if before and after and after[0]["date"] <= before[0]["date"]:
                started = f"{previous['cabinet_id']} started ({before[0]['date']})"
                expected = f"a day after {started}; the two overlap"
                yield problem(after[0], "date", expected, after[0]["date"])
        previous = cabinet


def events_lie_in_their_cabinet(schema: Schema, tables: Tables) -> Problems:
    """Resignations, departures and votes of a cabinet happen while it is in office."""
    spans = cabinet_spans(tables)
    for row in tables["events"]:
        if (
            row["cabinet_id"] in spans
            and row["date"]
            and row["event_type"] not in ("inauguration", "sworn_in_early")
        ):
            start, end = spans[row["cabinet_id"]]
            day = row["date"]
            if not start[: len(day)] <= day <= end[: len(day)]:
                expected = f"a day in the cabinet {row['cabinet_id']} ({start} to {end})"
                yield problem(row, "date", expected, day)


def a_party_that_leaves_was_in(schema: Schema, tables: Tables) -> Problems:
    members = {(row["cabinet_id"], row["party_id"]) for row in tables["cabinet_parties"]}
    for row in tables["events"]:
        if (
            row["event_type"] == "party_leaves"
            and (row["cabinet_id"], row["party_id"]) not in members
        ):
            expected = f"a party of {row['cabinet_id']} in data/curated/cabinet_parties.csv"
            yield problem(row, "party_id", expected, row["party_id"])


def each_cabinet_has_members(schema: Schema, tables: Tables) -> Problems:
    """Each cabinet has a party or label that takes part, or members of one without a mandate."""
    peopled = {row["cabinet_id"] for row in tables["cabinet_parties"] if row["role"] in TAKES_PART}
    for row in tables["cabinets"]:
        if row["cabinet_id"] not in peopled:
            expected = (
                "a row with the role coalition or personal in data/curated/cabinet_parties.csv"
            )
            yield problem(row, "cabinet_id", expected, f"none for {row['cabinet_id']}")


def parties_have_no_more_members_than_their_cabinet(schema: Schema, tables: Tables) -> Problems:
    """Members of parties are typed only before 1945, and are no more than the cabinet has had."""
    spans, held = cabinet_spans(tables), defaultdict(set)
    for row in tables["appointments"]:
        held[row["cabinet_id"]].add(row["person_id"])
    members: Counter = Counter()
    for row in tables["cabinet_parties"]:
        key, told = row["cabinet_id"], [name for name in POSTS if row[name] is not None]
        is_counted = key in spans and spans[key][0] >= text(PARTIES_SINCE)
        if told and is_counted:
            expected = f"nothing, since they are counted from {PARTIES_SINCE} on"
            yield problem(row, told[0], expected, row[told[0]])
        elif row["role"] in TAKES_PART:
            members[key] += row["n_ministers"] or 0
            if members[key] > len(held[key]):
                expected = f"at most {len(held[key])} with the other parties, who had posts in it"
                yield problem(row, "n_ministers", expected, members[key])


def a_change_of_leader_names_one(schema: Schema, tables: Tables) -> Problems:
    """The leader who leaves is named, and the one who succeeds, each on a day."""
    for row in tables["events"]:
        if row["event_type"] in CHANGES_OF_LEADER:
            if row["person_id"] is None:
                yield problem(
                    row, "person_id", f"a person, since the event is {row['event_type']}", None
                )
            if len(text(row["date"])) != 10:
                yield problem(row, "date", "a date known to the day", row["date"])


WAYS = {
    "parlgov": ("{name}", "{slash}"),
    "compendium": ("Kabinet {name}", "{slash}"),
    "rijksoverheid": ("Kabinet-{name}", "Kabinet-{name} ({years})", "Kabinet {name} ({years})"),
    "parlement.com": (
        "Kabinet-{name}",
        "Kabinet-{name} ({years})",
        "Kabinet-{name} ({since}-heden)",
    ),
    "wikipedia-nl": ("Kabinet-{name}",),
    "wikipedia-en": ("{english}",),
}
"""How those who number cabinets as we do write their names."""


def aliases_are_names(schema: Schema, tables: Tables) -> Problems:
    """An alias without evidence is the name of its cabinet, in the way of those who write it."""
    cabinets = {row["cabinet_id"]: row for row in tables["cabinets"]}
    spans, aliases = cabinet_spans(tables), tables["cabinet_aliases"]
    told = {row["row_id"] for row in tables["evidence"] if row["table_name"] == "cabinet_aliases"}
    for row in aliases:
        cabinet = cabinets.get(row["cabinet_id"])
        if cabinet is None or aliases.table.row_id(row) in told:
            continue
        name = text(cabinet["name"]).removeprefix("Kabinet-")
        years = "-".join(day[:4] for day in spans.get(row["cabinet_id"], ()))
        ways = {
            way.format(name=name, slash=name.replace("-", "/"), years=years, since=years[:4],
                       english=cabinet["name_en"])
            for way in WAYS.get(row["scheme"], ())
        }  # fmt: skip
        if row["alias"] not in ways:
            expected = f"the name of {row['cabinet_id']}, or evidence for another"
            yield problem(row, "alias", expected, row["alias"])


def a_chamber_that_stops_meets_again(schema: Schema, tables: Tables) -> Problems:
    """The chamber stops to meet and meets again by turns."""
    rows = [
        row
        for row in tables["events"]
        if row["event_type"] in ("chamber_suspended", "chamber_resumed") and row["date"]
    ]
    expected = "chamber_suspended"
    for row in sorted(rows, key=lambda row: row["date"]):
        if row["event_type"] != expected:
            yield problem(
                row, "event_type", f"{expected}, since the two take turns", row["event_type"]
            )
        expected = (
            "chamber_resumed" if row["event_type"] == "chamber_suspended" else "chamber_suspended"
        )


WAR = ("1940-05-10", "1945-06-23")
"""The days of the war on which a cabinet can have begun that was made for it."""
ROYAL_UNTIL = "1946"
"""No cabinet after those of Wilhelmina was one of the head of state."""


def characters_fit_their_cabinet(schema: Schema, tables: Tables) -> Problems:
    """An interim cabinet ended when its task was done, a wartime one began in the war."""
    spans = cabinet_spans(tables)
    ended = {row["cabinet_id"]: row["mechanism"] for row in tables["falls"]
             if row["outcome"] == "ended"}  # fmt: skip
    for row in tables["cabinets"]:
        start, _ = spans.get(row["cabinet_id"], ("", ""))
        how = ended.get(row["cabinet_id"], "interim_task_done")
        wrong = {
            "interim": how != "interim_task_done",
            "wartime": not WAR[0] <= start <= WAR[1],
            "royal": start >= ROYAL_UNTIL,
        }
        if start and wrong.get(row["character"]):
            expected = f"the character of a cabinet of {start} that ended by {how}"
            yield problem(row, "character", expected, row["character"])


RULES = (
    each_cabinet_is_inaugurated_once,
    cabinets_follow_each_other,
    events_lie_in_their_cabinet,
    a_party_that_leaves_was_in,
    each_cabinet_has_members,
    parties_have_no_more_members_than_their_cabinet,
    a_change_of_leader_names_one,
    characters_fit_their_cabinet,
    aliases_are_names,
    a_chamber_that_stops_meets_again,
)
