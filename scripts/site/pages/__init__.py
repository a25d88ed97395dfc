"""What pages tell: each module gives the pages of one kind from the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scripts.site.facts import Facts
from scripts.site.page import Page
from scripts.site.pages import (
    cabinets,
    checker,
    claims,
    codebook,
    comparisons,
    disagreements,
    downloads,
    elections,
    falls,
    formation_now,
    formations,
    governments,
    home,
    notebooks,
    parties,
    persons,
    posts,
    records,
    search,
)

PAGES: list[Callable[[Facts], Iterable[Page]]] = [
    home.pages,
    cabinets.pages,
    formations.pages,
    elections.pages,
    parties.pages,
    persons.pages,
    falls.pages,
    records.pages,
    claims.pages,
    disagreements.pages,
    comparisons.pages,
    codebook.pages,
    downloads.pages,
    notebooks.pages,
    formation_now.pages,
    posts.pages,
    governments.pages,
    checker.pages,
    search.pages,
]
"""The pages of each kind, in the order in which they are made."""
