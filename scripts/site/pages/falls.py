"""Why cabinets fell: the list of all falls and crises, and the tables of one."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site.evidence import typed
from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("falls/", "falls", falls(facts), "list.falls")


def falls(facts: Facts) -> dict:
    """Every fall and every crisis that was mended, the newest first, and how many of each kind."""
    order = {row["cabinet_id"]: row["sequence"] for row in facts.cabinets}
    days = {row["event_id"]: row["date_text"] for row in facts["events"]}
    rows = [
        row | {"date_text": days.get(row["event_id"]), "typed": typed(facts, falls=[row])}
        for row in facts["falls"]
    ]
    rows.sort(key=lambda row: (order[row["cabinet_id"]], row["date_text"] or ""), reverse=True)
    ended = [row["mechanism"] for row in rows if row["outcome"] == "ended"]
    mended = [row["mechanism"] for row in rows if row["outcome"] == "mended"]
    counts = [
        {"mechanism": name, "ended": ended.count(name), "mended": mended.count(name)}
        | _meaning(facts, name)
        for name in sorted({*ended, *mended}, key=lambda name: (-ended.count(name), name))
    ]
    columns = (
        "mechanism:label=mechanism:mechanism ended:n:ended mended:n:mended "
        "definition:explained:meaning"
    )
    return {
        "falls": Grid("falls", rows, "", "falls"),
        "counts": Grid("mechanisms", counts, columns),
    }


def _meaning(facts: Facts, mechanism: str) -> Row:
    """What a mechanism is, in both languages."""
    row = facts.one("codes", ("codelist", "code"), ("mechanism", mechanism))
    assert row is not None, mechanism
    return {key: row[key] for key in ("definition", "definition_nl")}


def causes_grid(facts: Facts, falls: list[Row]) -> Grid:
    """The causes of some falls."""
    rows = [row for fall in falls for row in facts.of("fall_causes", "fall_id", fall["fall_id"])]
    columns = (
        "cause:label=mechanism:cause role:label=cause_role:role actor:label=actor:actor "
        "party_id:parties:party against:parties:against"
    )
    return Grid("causes", rows, columns)


def votes_grid(facts: Facts, falls: list[Row]) -> Grid:
    """The votes that decided some falls."""
    rows = [row for fall in falls for row in facts.of("votes", "event_id", fall["vote_id"])]
    columns = (
        "date:day:date chamber:label=chamber:chamber vote_kind:label=vote_kind:kind "
        "subject:note:subject result:label=vote_result:result votes_for:n:votes_for "
        "votes_against:n:votes_against"
    )
    return Grid("votes", rows, columns)
