"""A page for each person with a post or a commission, and the list of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from dutchcabinets import _readable
from scripts.site.charts import Chart, Part, spans
from scripts.site.evidence import typed
from scripts.site.facts import Facts, Row, day_of
from scripts.site.grid import Grid
from scripts.site.members import is_dated
from scripts.site.page import Page
from scripts.site.pages.claims import claims_grid
from scripts.site.view import View

DRAWN = 3
"""A career of so many posts is drawn."""
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


def _in_full(row: Row) -> str | None:
    """All given names with the family name, where these are not what the person is called."""
    family = row["family_name"]
    if row["prefix"]:
        # In Dutch a prefix has no capital after a given name: Van Oven, but Julius van Oven.
        family = row["prefix"] + family[len(row["prefix"]) :]
    name = f"{row['given_names']} {family}"
    return name if row["given_names"] and name != row["full_name"] else None


def _career(posts: list[Row]) -> Chart | None:
    """The posts as stretches of time, those that were held without a break as one."""
    found: list[dict[str, Any]] = []
    for row in filter(is_dated, posts):
        before = next((one for one in reversed(found) if one["post"] == row["post"]), None)
        if before and before["end_date"] == row["start_date"]:
            before["end_date"] = row["end_date"]
        else:
            found.append(dict(row))
    if len(found) < DRAWN:
        return None

    def parts(view: View) -> list[Part]:
        return [_stretch(row, view) for row in found]

    return Chart("career", spans, parts, "posts", "career")


def _stretch(row: Row, view: View) -> Part:
    first, last = row["start_date"], row["end_date"] or view.facts.as_of
    ended = f"{last.year}" if row["end_date"] else ""
    years = ended if str(first.year) == ended else f"{first.year}\u2013{ended}"
    return Part(
        f"{years}: {_readable.post(row, view.lang)}",
        (last - first).days,
        f"cabinets/{row['cabinet_id']}/",
        "own" if row["post_level"] == "prime_minister" else "bar",
        start=first.toordinal(),
    )


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
    return {
        "row": row,
        "in_full": _in_full(row),
        "party_ids": list(dict.fromkeys(one["party_id"] for one in posts if one["party_id"])),
        "posts": Grid("posts", posts, post_columns),
        "career": _career(posts),
        "typed": typed(facts, persons=[row], appointments=posts, formation_stages=stages),
        "commissions": Grid("commissions", stages, stage_columns),
        "premierships": Grid("led", facts.of("prime_ministers", "person_id", key), led_columns),
        "chairs": Grid("chairs", facts.of("council_chairs", "person_id", key), chair_columns),
        "claims": claims_grid(facts.of("claims", "subject", key)),
        "ids": facts.ids("person", key),
        "wikidata": facts.wikidata("person", key),
    }
