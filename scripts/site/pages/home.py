"""The first page: what this is, the newest cabinet, and one record under its definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.site.facts import Facts
from scripts.site.page import Page

RECORD = "election_to_agreement_reached"
"""The definition of the record that the press prints most."""


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("", "home", home(facts), "home.title")


def home(facts: Facts) -> dict[str, Any]:
    """The newest cabinet, the longest formation under each definition, and what there is."""
    lengths = [row for row in facts["formation_durations"] if row["rank"] == 1]
    record = next(row for row in lengths if row["definition"] == RECORD)
    others = facts.of("formation_durations", "formation_id", record["formation_id"])
    order = {row["definition"]: row["number"] for row in facts.definitions}
    others = [row for row in others if row["definition"].endswith("inauguration")]
    return {
        "newest": facts.cabinets[-1],
        "record": record,
        "others": sorted(others, key=lambda row: order[row["definition"]]),
        "counts": {
            "cabinets": len(facts["cabinets"]),
            "formations": len(facts["formations"]),
            "elections": len(facts["elections"]),
            "parties": len(facts["parties"]),
            "persons": len(facts.people),
            "claims": len(facts["claims"]),
            "sources": len(facts["sources"]),
            "evidence": len(facts["evidence"]),
        },
        "running": [row for row in facts["formations"] if row["outcome"] == "running"],
        "dataset": facts.package,
    }
