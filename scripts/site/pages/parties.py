"""A page a party, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.site.evidence import typed
from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page


def pages(facts: Facts) -> Iterator[Page]:
    columns = (
        "party_id:party:party name:text:name name_en:text:name_en family:label=party_family:family "
        "party_kind:label=party_kind:kind founded_year:year:founded dissolved_year:year:dissolved "
        "n_cabinets:n:in_cabinets"
    )
    rows = [row | {"n_cabinets": _count(facts, row)} for row in facts["parties"]]
    rows.sort(key=lambda row: (-row["n_cabinets"], row["name"].casefold()))
    grid = Grid("parties", rows, columns, "all_parties")
    yield Page("parties/", "list", {"grids": [grid], "intro": "parties"}, "list.parties")
    for row in facts["parties"]:
        names = {"nl": row["name"], "en": row["name_en"] or row["name"]}
        path = f"parties/{row['party_id']}/"
        yield Page(path, "party", party(facts, row), "party.title", {"name": names})


def _count(facts: Facts, row: Row) -> int:
    own = facts.of("cabinet_parties", "party_id", row["party_id"])
    return len({one["cabinet_id"] for one in own if one["role"] == "coalition"})


def party(facts: Facts, row: Row) -> dict[str, Any]:
    """A party: what it was, in which cabinets it sat, and how it did at elections."""
    key = row["party_id"]
    order = {one["cabinet_id"]: one["sequence"] for one in facts.cabinets}
    cabinets = facts.of("cabinet_parties", "party_id", key)
    cabinets = sorted(cabinets, key=lambda one: -order[one["cabinet_id"]])
    results = sorted(
        facts.of("election_results", "party_id", key),
        key=lambda one: one["election_id"],
        reverse=True,
    )
    columns = (
        "cabinet_id:cabinet:cabinet role:label=party_role:role seats_tk:n:seats "
        "n_ministers:n:ministers n_state_secretaries:n:state_secretaries start_date:day:from "
        "end_date:day:to"
    )
    election_columns = (
        "election_id:election:election votes:n:votes vote_share:pct:share_of_votes seats:n:seats"
    )
    links = [row for row in facts["party_links"] if key in (row["party_id"], row["successor_id"])]
    link_columns = (
        "link:label=party_link:kind party_id:party:party successor_id:party:successor "
        "date_text:date_text:date end_text:date_text:to"
    )
    place_columns = (
        "scale:label=scale:scale place:dec:place basis:label=basis:basis source_id:source:who"
    )
    return {
        "row": row,
        "cabinets": Grid("cabinets", cabinets, columns, "of_party"),
        "results": Grid("results", results, election_columns),
        "links": Grid("links", links, link_columns),
        "places": Grid("places", facts.of("party_positions", "party_id", key), place_columns),
        "people": _people(facts, key),
        "typed": typed(facts, parties=[row], cabinet_parties=cabinets, party_links=links),
        "ids": facts.ids("party", key),
    }


def _people(facts: Facts, key: str) -> list[str]:
    """Who held a post for it, by name."""
    people = {row["person_id"] for row in facts.of("appointments", "party_id", key)}
    names = {row["person_id"]: row["sort_name"] for row in facts["persons"]}
    return sorted(people, key=lambda one: (names[one].casefold(), one))
