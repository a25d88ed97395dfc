"""A whole government on a day, and who came and went: a list of cabinets, a page a cabinet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.members import changes, governing, is_dated
from scripts.site.page import Page

COLUMNS = "date"


def pages(facts: Facts) -> Iterator[Page]:
    newest = {"cabinets": list(reversed(facts.cabinets)), "first": facts.cabinets[0]["start_date"]}
    yield Page("governments/", "governments", newest, "lookup.governments")
    yield Page("changes/", "changes", newest, "lookup.changes")
    rows = by_cabinet(facts)
    for place, row in enumerate(facts.cabinets):
        key = row["cabinet_id"]
        path, values = f"changes/{key}/", {"name": facts.short(key)}
        data = of_cabinet(facts, place, rows.get(key, []))
        yield Page(path, "changes-of", data, "lookup.changes_of", values)


def by_cabinet(facts: Facts) -> dict[str, list[Row]]:
    """Comings and goings by the cabinet that governs on their day."""
    found: dict[str, list[Row]] = {}
    for row in changes(facts):
        found.setdefault(governing(facts, row["date"]), []).append(row)
    return found


def of_cabinet(facts: Facts, place: int, rows: list[Row]) -> dict[str, Any]:
    """Who came and went when a cabinet took office, and after that day."""
    row = facts.cabinets[place]
    start = row["start_date"]
    members = facts.of("appointments", "cabinet_id", row["cabinet_id"])
    return {
        "row": row,
        "previous": facts.cabinets[place - 1] if place else None,
        "next": facts.cabinets[place + 1] if place + 1 < len(facts.cabinets) else None,
        "handover": Grid("handover", [one for one in rows if one["date"] <= start], COLUMNS),
        "later": Grid("later", [one for one in rows if one["date"] > start], COLUMNS),
        "undated": [one for one in members if not is_dated(one)],
    }
