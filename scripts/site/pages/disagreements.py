"""Where sources differ on a headline cell, and which rule settles it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.publish.topics import by_topic
from scripts.site.evidence import CELL, evidence
from scripts.site.facts import Facts
from scripts.site.grid import Grid
from scripts.site.page import Page


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("disagreements/", "disagreements", disagreements(facts), "list.disagreements")


def disagreements(facts: Facts) -> dict:
    """The rulings by table with every value in print, and how often each rule settled a case."""
    columns = (
        "row:variable:row value:printed:value stance:label=stance:stance says:says:says "
        "rule:label=ruling:rule reason:note:reason place:place:place"
    )
    grids = []
    for _, rulings in by_topic(facts["rulings"]):
        cells = [tuple(row[name] for name in CELL) for row in rulings]
        rows = [
            {"row": cell[1], **row}
            for cell in cells
            for row in evidence(facts, [("start_date", cell)]).rows
        ]
        table = rulings[0]["table_name"]
        grids.append(Grid(f"differ-{table}", rows, columns, f"differ_{table}"))
    counts = Counter(row["rule"] for row in facts["rulings"])
    rules = [{"rule": rule, "n": n} for rule, n in sorted(counts.items(), key=lambda it: (-it[1], it[0]))]
    return {
        "grids": grids,
        "rules": Grid("rules", rules, "rule:label=ruling:rule n:n:cases"),
        "n": len(facts["rulings"]),
        "differs": sum(row["stance"] == "differs" for row in facts["evidence"]),
        "said": len(facts["evidence"]),
    }
