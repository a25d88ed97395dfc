"""Where sources differ on a headline cell, and which rule settles it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.site.evidence import CELL, evidence
from scripts.site.facts import Facts
from scripts.site.grid import Grid
from scripts.site.page import Page

TABLES = [
    "cabinets", "events", "falls", "fall_causes", "formation_stages", "elections",
    "election_results", "appointments",
]  # fmt: skip
"""The tables of headline cells, in the order in which the page goes through them."""


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("disagreements/", "disagreements", disagreements(facts), "list.disagreements")


def disagreements(facts: Facts) -> dict:
    """The rulings by table with every value in print, and how often each rule settled a case."""
    columns = (
        "row:named:about value:printed:value stance:label=stance:stance says:says:says "
        "rule:label=ruling:rule reason:note:reason place:place:place"
    )
    grids = []
    for table in TABLES:
        rulings = facts.of("rulings", "table_name", table)
        cells = [tuple(row[name] for name in CELL) for row in rulings]
        rows = [
            {"row": f"{table}/{cell[1]}", **row}
            for cell in cells
            for row in evidence(facts, [("start_date", cell)]).rows
        ]
        grids.append(Grid(f"differ-{table}", rows, columns, f"differ_{table}"))
    assert {row["table_name"] for row in facts["rulings"]} <= set(TABLES), "a table of rulings"
    counts = Counter(row["rule"] for row in facts["rulings"])
    rules = [
        {"rule": rule, "n": n} for rule, n in sorted(counts.items(), key=lambda it: (-it[1], it[0]))
    ]
    return {
        "grids": grids,
        "rules": Grid("rules", rules, "rule:label=ruling:rule n:n:cases"),
        "n": len(facts["rulings"]),
        "differs": sum(row["stance"] == "differs" for row in facts["evidence"]),
        "said": len(facts["evidence"]),
    }
