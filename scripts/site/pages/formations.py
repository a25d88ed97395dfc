"""A page a formation, and a ranking under each definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.site.charts import Chart, Part, bars
from scripts.site.evidence import evidence, typed
from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page
from scripts.site.pages.cabinets import formation_cells
from scripts.site.pages.comparisons import comparisons_grid
from scripts.site.steps import headline, lengths, lengths_chart, lengths_grid, others, rounds, steps
from scripts.site.view import View

DRAWN = 15
"""How many of the longest formations a chart shows; the table has all."""


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("formations/", "formations", formations(facts), "list.formations")
    for row in facts.definitions:
        names = {lang: row[f"label_{lang}"] for lang in ("en", "nl")}
        path = f"formations/by/{row['definition']}/"
        yield Page(path, "ranking", ranking(facts, row), "ranking.title", {"definition": names})
    for row in facts.formations:
        path = f"formations/{row['formation_id']}/"
        names = {lang: facts.formation(row, lang) for lang in ("en", "nl")}
        data = formation(facts, row)
        yield Page(path, "formation", data, "formation.title", {"name": names})


def formations(facts: Facts) -> dict[str, Any]:
    """Every formation, the newest first, with the length that counts first."""
    rows = []
    for row in reversed(facts.formations):
        known = lengths(facts, row)
        first = known[0] if known and known[0]["definition"] == headline(row) else {}
        more = {key: first.get(key) for key in ("definition", "start_date", "end_date")}
        rows.append(row | more | {"headline_days": first.get("days")})
    columns = (
        "formation_id:formation:formation trigger:label=trigger:trigger start_date:day:from "
        "end_date:day:to headline_days:n:days definition:definition:definition "
        "n_commissions:n:commissions n_failed_attempts:n:failed n_rounds:n:rounds "
        "outcome:label=formation_outcome:outcome"
    )
    return {"grid": Grid("formations", rows, columns), "definitions": facts.definitions}


def ranking(facts: Facts, definition: Row) -> dict[str, Any]:
    """The formations under one definition, the longest first."""
    name = definition["definition"]
    rows = [
        row
        for row in facts.of("formation_durations", "definition", name)
        if row["days"] is not None and row["rank"] is not None
    ]
    rows.sort(key=lambda row: (row["rank"], row["start_date"]))
    columns = (
        "rank:n:rank formation_id:formation:formation days:n:days days_inclusive:n:both_ends "
        "start_date:day:from end_date:day:to rank_since_1946:n:rank_1946"
    )
    running = [
        row for row in facts.of("formation_durations", "definition", name) if row["is_running"]
    ]
    return {
        "definition": name,
        "definitions": facts.definitions,
        "running": running,
        "grid": Grid("ranking", rows, columns),
        "bars": _chart(facts, rows[:DRAWN]) if rows else None,
        "row": definition,
    }


def _chart(facts: Facts, rows: list[Row]) -> Chart:
    def parts(view: View) -> list[Part]:
        return [
            Part(
                f"{facts.short(row['cabinet_id'])} ({row['end_date'].year})",
                row["days"],
                f"formations/{row['formation_id']}/",
                "own" if row["rank"] == 1 else "bar",
                view.say.number(row["days"]),
            )
            for row in rows
        ]

    return Chart("ranking", bars, parts, "ranking", "ranking", {"n": len(rows)})


def formation(facts: Facts, row: Row) -> dict[str, Any]:
    """All that is known of a formation."""
    key = row["formation_id"]
    known = lengths(facts, row)
    number = facts.formations.index(row)
    comparisons = facts.of("comparisons", "formation_id", key)
    cells = [*_cells(facts, row), *formation_cells(facts, key)]
    return {
        "row": row,
        "cabinet": facts.one("cabinets", "cabinet_id", row["cabinet_id"]),
        "headline": next((it for it in known if it["definition"] == headline(row)), None),
        "others": others(known, headline(row)),
        "steps": steps(facts, key),
        "rounds": rounds(facts, key),
        "lengths": lengths_grid(known),
        "bars": lengths_chart(known) if sum(it["days"] is not None for it in known) > 1 else None,
        "comparisons": comparisons_grid(comparisons),
        "evidence": evidence(facts, cells),
        "typed": typed(
            facts,
            formations=[row],
            formation_stages=facts.of("formation_stages", "formation_id", key),
            events=facts.of("events", "formation_id", key),
            bargaining_rounds=facts.of("bargaining_rounds", "formation_id", key),
        ),
        "previous": facts.formations[number - 1] if number else None,
        "next": facts.formations[number + 1] if number + 1 < len(facts.formations) else None,
    }


def _cells(facts: Facts, row: Row) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The days between which its length is counted."""
    if row["trigger"] == "election" and row["election_id"]:
        yield "election", ("elections", row["election_id"], "date")
    if row["cabinet_id"] and row["outcome"] == "formed":
        yield "start_date", ("cabinets", row["cabinet_id"], "start_date")
