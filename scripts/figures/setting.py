"""What a picture is drawn from: the tables, a theme and a language."""

from __future__ import annotations

import dataclasses
import functools

import dutchcabinets
from scripts.figures.style import Page, Theme
from scripts.figures.tables import Tables
from scripts.figures.words import Words


@dataclasses.dataclass(frozen=True)
class Setting:
    """Tables, theme and language, and the id of the cabinet or formation if there is one."""

    tables: Tables
    theme: Theme
    language: str
    subject: str = ""

    @functools.cached_property
    def say(self) -> Words:
        """The words of the language."""
        return Words(self.language, self.tables)

    def page(self, title: str, subtitle: str) -> Page:
        """A new page."""
        return Page(self.theme, title, subtitle)

    def caption(self, note: str = "") -> str:
        """A note, and version, data date, source and licence."""
        version, as_of = dutchcabinets.__version__, self.say.date(self.tables.as_of)
        return f"{note} {self.say('caption', version=version, as_of=as_of)}".strip()
