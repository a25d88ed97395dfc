"""Is a formation under way? If one is, its days so far and where they rank; else the latest."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page
from scripts.site.steps import steps


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("formation-now/", "formation-now", formation_now(facts), "list.formation_now")


def formation_now(facts: Facts) -> dict:
    """The formation that runs, if one does, with its lengths so far; the latest that is over."""
    runs = next((row for row in facts.formations if row["outcome"] == "running"), None)
    over = [row for row in facts.formations if row["outcome"] == "formed"]
    latest = facts.one("cabinets", "cabinet_id", over[-1]["cabinet_id"])
    return {
        "running": runs,
        "so_far": [_so_far(facts, row) for row in _lengths(facts, runs)] if runs else [],
        "steps": steps(facts, runs["formation_id"]) if runs else Grid("steps", [], ""),
        "latest": over[-1],
        "cabinet": latest,
    }


def _lengths(facts: Facts, formation: Row) -> list[Row]:
    rows = facts.of("formation_durations", "formation_id", formation["formation_id"])
    order = {row["definition"]: row["number"] for row in facts.definitions}
    return sorted(
        (row for row in rows if row["is_running"]), key=lambda row: order[row["definition"]]
    )


def _so_far(facts: Facts, row: Row) -> Row:
    """A length that still grows, with those that it has to pass: days, longest first."""
    others = facts.of("formation_durations", "definition", row["definition"])
    days = sorted((one["days"] for one in others if one["days"] is not None), reverse=True)
    rank = 1 + sum(one > row["days_so_far"] for one in days)
    return row | {"rank_so_far": rank, "of": len(days) + 1, "to_pass": days}
