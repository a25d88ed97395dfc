"""The page of the search; without script it leads to the lists."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site.facts import Facts
from scripts.site.page import Page

LISTS = [
    "cabinets", "persons", "parties", "formations", "elections", "posts", "governments", "changes",
    "falls", "records", "claims", "checker", "disagreements", "comparisons", "codebook", "downloads"
]  # fmt: skip


def pages(_: Facts) -> Iterator[Page]:
    yield Page("search/", "search", {"lists": LISTS}, "search.title")
