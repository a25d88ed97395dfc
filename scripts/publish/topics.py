"""The topics of cells by their table, in the order in which pages go through them."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.cells import Rows, grouped

_TOPICS = {
    "cabinets": "Prime ministers",
    "events": "Days of inauguration, resignation and agreement",
    "falls": "How and why cabinets fell",
    "fall_causes": "Who brought cabinets down",
    "formation_stages": "Commissions",
    "elections": "Days of elections",
    "election_results": "Seats and votes",
    "appointments": "Who held the five offices, from when to when",
}


def by_topic(rows: Rows) -> Iterator[tuple[str, list]]:
    """Rows that name cells, by the topic of the cell; tables without a topic come last."""
    found = grouped(rows, "table_name")
    for table in [*_TOPICS, *sorted(set(found) - set(_TOPICS))]:
        if found.get(table):
            yield _TOPICS.get(table, f"`{table}`"), found[table]
