"""A page for each person with a post or a commission, and the list of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from scripts.site.facts import Facts, Row, day_of
from scripts.site.grid import Grid
from scripts.site.page import Page
from scripts.site.pages.claims import claims_grid

LETTERS = 4
"""The list of all names is cut at letters, into pages that a phone can load."""


def pages(facts: Facts) -> Iterator[Page]:
    rows = sorted(
        (row for row in facts["persons"] if row["person_id"] in facts.people),
        key=lambda row: (row["sort_name"].casefold(), row["person_id"]),
    )
    yield Page("persons/", "persons", {"letters": _letters(rows)}, "list.persons")
    for row in rows:
        path = f"persons/{row['person_id']}/"
        yield Page(path, "person", person(facts, row), "person.title", {"name": row["full_name"]})


def _letters(rows: list[Row]) -> dict[str, list[Row]]:
    """The persons by the first letter of their names, in order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["sort_name"][0].upper()].append(row)
    return dict(sorted(found.items()))


def person(facts: Facts, row: Row) -> dict[str, Any]:
    """A career: posts, commissions in formations, premierships, and the chair of the council."""
    key = row["person_id"]
    posts = sorted(
        facts.of("appointments", "person_id", key), key=lambda one: day_of(one, "start_date")
    )
    post_columns = (
        "post:post:post cabinet_id:cabinet:cabinet party_id:party_text:party start_date:day:from "
        "end_date:day:to days:n:days end_reason:reason:end_reason note:note:note"
    )
    stages = sorted(
        facts.of("formation_stages", "person_id", key), key=lambda one: str(one["start_date"])
    )
    stage_columns = (
        "role:label=commission:step formation_id:formation:formation start_date:day:from "
        "end_date:day:to days:n:days outcome:label=stage_outcome:outcome task:note:task"
    )
    led_columns = (
        "cabinets:cabinets:cabinets office:label=office:office start_date:day:from "
        "end_date:day:to days:n:days days_caretaker:n:caretaker age:n:age"
    )
    chair_columns = "office:label=office:office start_date:day:from end_date:day:to note:note:note"
    ids = [one for one in facts.of("crosswalk", "entity_id", key) if one["entity"] == "person"]
    return {
        "row": row,
        "party_ids": list(dict.fromkeys(one["party_id"] for one in posts if one["party_id"])),
        "posts": Grid("posts", posts, post_columns),
        "commissions": Grid("commissions", stages, stage_columns),
        "premierships": Grid("led", facts.of("prime_ministers", "person_id", key), led_columns),
        "chairs": Grid("chairs", facts.of("council_chairs", "person_id", key), chair_columns),
        "claims": claims_grid(facts.of("claims", "subject", key)),
        "ids": ids,
        "wikidata": next((one["external_id"] for one in ids if one["scheme"] == "wikidata"), None),
    }
