"""As what parties go on, by the curated links."""

from __future__ import annotations

from dutchcabinets._lineages import Lineages
from scripts.cells import Tables


def lineages(curated: Tables) -> Lineages:
    """The bodies of parties; a curated link has its days as far as they are known."""
    return Lineages(
        {**row, "date_text": row["date"], "end_text": row["end_date"]}
        for row in curated["party_links"]
    )
