"""Coalition agreements, with the days that stand in the ledger of events."""

from __future__ import annotations

from scripts.cells import NOTHING, Rows, Tables, Value, by
from scripts.derive.common import day_of


def agreements(curated: Tables) -> Rows:
    """The days on which it was reached and presented are those of the formation of its cabinet."""
    own, events = curated["agreements"], curated["events"]
    formed = by([row for row in curated["formations"] if row["outcome"] == "formed"], "cabinet_id")
    happened = {
        (row["event_type"], row["formation_id"] or row["cabinet_id"]): row for row in events
    }

    def day(event_type: str, of: str) -> Value:
        event = happened.get((event_type, of))
        return day_of(events, event) if event else NOTHING

    rows = []
    for row in own:
        cabinet = row["cabinet_id"]
        formation = formed[cabinet]["formation_id"] if cabinet in formed else ""
        days = {"statement_date": day("government_statement", cabinet)}
        # The events are those of the agreement of the parties, not of another document beside it.
        if row["agreement_id"] == cabinet and row["kind"] != "none":
            days["reached_date"] = day("agreement_reached", formation)
            days["presented_date"] = day("agreement_presented", formation)
        rows.append({**row, "date": day_of(own, row, "date_text"), **days})
    return Rows.derived(own.table, rows, own)
