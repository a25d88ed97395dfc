"""What published data sets print for cells of ours."""

from __future__ import annotations

from scripts.site.facts import Row
from scripts.site.grid import Grid


def comparisons_grid(rows: list[Row]) -> Grid:
    """Comparisons by data set."""
    columns = (
        "dataset:dataset:dataset variable:variable:variable their_name:text:their_name "
        "their_value:text:their_value our_value:text:our_value definition:definition:definition "
        "verdict:label=comparison:verdict explanation:note:explanation"
    )
    return Grid("comparisons", rows, columns)
