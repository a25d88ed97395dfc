"""A formation step by step, and its lengths: what pages of cabinets and of formations share."""

from __future__ import annotations

from scripts.site.charts import Chart, Part, bars
from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.view import View

# Stages tell of these; debates on an appointment are held on its day.
_TOLD_BY_STAGES = {
    "scout_appointed", "informateur_appointed", "formateur_appointed", "appointment_debate"
}  # fmt: skip
# What happens on one day happens in this order.
_TURNS = ["agreement_reached", "agreement_approved", "agreement_presented", "inauguration"]


def steps(facts: Facts, formation: str) -> Grid:
    """Commissions and events in order; those who worked together are one step."""
    rows = [*_commissions(facts, formation), *_events(facts, formation)]
    rows.sort(key=_order)
    columns = (
        "start_date:day:from step:step:happened person_ids:persons:who parties:parties:parties "
        "end_date:day:to days:n:days outcome:label=stage_outcome:outcome"
    )
    return Grid("steps", rows, columns)


def _order(row: Row) -> tuple[str, bool, int]:
    day = row["start_date"] or row["start_text"] or row["end_date"] or "9999"
    turn = _TURNS.index(row["event_type"]) if row["event_type"] in _TURNS else -1
    return str(day), row["role"] is not None and row["start_date"] is not None, turn


def _commissions(facts: Facts, formation: str) -> list[Row]:
    found: dict[tuple, Row] = {}
    for row in facts.of("formation_stages", "formation_id", formation):
        key = row["stage"], row["role"], row["start_date"], row["end_date"]
        if key in found:
            found[key]["person_ids"] += f";{row['person_id']}"
            continue
        found[key] = {
            "start_date": row["start_date"], "start_text": None, "end_date": row["end_date"],
            "stage": row["stage"], "role": row["role"], "event_type": None,
            "person_ids": row["person_id"], "parties": row["parties"],
            "outcome": row["outcome"], "days": row["days"], "note": row["task"],
            "is_current": row["is_current"],
        }  # fmt: skip
    return list(found.values())


def _events(facts: Facts, formation: str) -> list[Row]:
    return [
        {
            "start_date": row["date"], "start_text": row["date_text"], "end_date": None,
            "stage": None, "role": None, "event_type": row["event_type"],
            "person_ids": row["person_id"], "parties": row["party_id"],
            "outcome": None, "days": None, "note": row["note"], "is_current": False,
        }
        for row in facts.of("events", "formation_id", formation)
        if row["event_type"] not in _TOLD_BY_STAGES
    ]  # fmt: skip


def rounds(facts: Facts, formation: str) -> Grid:
    """The rounds of bargaining: which parties tried, how it ended, who broke it off."""
    rows = facts.of("bargaining_rounds", "formation_id", formation)
    columns = (
        "round:n:round parties:parties:parties outcome:outcome:outcome seats_tk:n:seats "
        "led_by:persons:led_by start_date:day:from end_date:day:to days:n:days "
        "broken_off_by:parties:broken_off_by"
    )
    return Grid("rounds", sorted(rows, key=lambda row: row["round"]), columns)


def headline(formation: Row) -> str:
    """The definition of the length that counts first: from the election, else the resignation."""
    begins = "election" if formation["trigger"] == "election" else "resignation"
    ends = "withdrawal" if formation["outcome"] == "restored" else "inauguration"
    return f"{'resignation' if ends == 'withdrawal' else begins}_to_{ends}"


def lengths(facts: Facts, formation: Row) -> list[Row]:
    """The lengths of a formation by definition, the one that counts first at the top."""
    rows = facts.of("formation_durations", "formation_id", formation["formation_id"])
    order = {row["definition"]: row["number"] for row in facts.definitions}
    first = headline(formation)
    return sorted(rows, key=lambda row: (row["definition"] != first, order[row["definition"]]))


def others(rows: list[Row], first: str) -> list[Row]:
    """The lengths that others may mean; the days of scouts alone are no length of a formation."""
    return [row for row in rows if row["definition"] not in (first, "days_of_scouting")]


def lengths_grid(rows: list[Row]) -> Grid:
    """The table of the lengths of one formation."""
    columns = (
        "definition:definition:definition start_date:day:from end_date:day:to days:n:days "
        "days_inclusive:n:both_ends rank:n:rank rank_since_1946:n:rank_1946"
    )
    return Grid("lengths", rows, columns)


def lengths_chart(rows: list[Row]) -> Chart:
    """A bar a definition."""

    def parts(view: View) -> list[Part]:
        return [
            Part(
                view.say.definition(row["definition"]),
                row["days"],
                f"formations/by/{row['definition']}/",
                "own" if number == 0 else "bar",
                view.say.number(row["days"]),
            )
            for number, row in enumerate(row for row in rows if row["days"] is not None)
        ]

    return Chart("lengths", bars, parts, "lengths", "lengths")
