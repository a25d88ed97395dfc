"""Published claims with their verdicts: is it true that ...?"""

from __future__ import annotations

from scripts.site.facts import Row
from scripts.site.grid import Grid

VERDICTS = [
    "refuted", "contested", "reproduced_as_of", "reproduced_inclusive", "reproduced", "untestable"
]  # fmt: skip
"""What is worth a look first."""


def claims_grid(rows: list[Row]) -> Grid:
    """Claims, those that do not hold first."""
    rows = sorted(rows, key=lambda row: (VERDICTS.index(row["verdict"]), row["claim_id"]))
    columns = (
        "statement:note:statement source_id:source:who date_published:text:published "
        "verdict:label=verdict:verdict explanation:note:explanation"
    )
    return Grid("claims", rows, columns)
