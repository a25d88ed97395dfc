"""What pages tell: each module gives the pages of one kind from the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scripts.site.facts import Facts
from scripts.site.page import Page
from scripts.site.pages import cabinets, home

PAGES: list[Callable[[Facts], Iterable[Page]]] = [home.pages, cabinets.pages]
"""The pages of each kind, in the order in which they are made."""
