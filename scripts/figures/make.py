"""Which pictures there are, and their files by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.figures import (
    cabinet,
    caretaker,
    falls,
    formation,
    formations,
    members,
    shares,
    timeline,
)
from scripts.figures.setting import Setting
from scripts.figures.style import THEMES, Page
from scripts.figures.tables import Tables
from scripts.figures.words import LANGUAGES

FOLDER = "docs/figures"
FIGURES: dict[str, Callable[[Setting], Page]] = {
    "timeline": timeline.draw,
    "formations": formations.draw,
    "formation": formation.draw,
    "caretaker": caretaker.draw,
    "falls": falls.draw,
    "shares": shares.draw,
    "members": members.draw,
    "cabinet": cabinet.draw,
}
SUBJECTS = {"formation": "rutte-iv", "cabinet": "rutte-iv"}
"""Pictures of one thing, and the thing that is drawn if none is named."""


def known(tables: Tables, figure: str) -> list[str]:
    """The ids that a picture of one thing can be drawn of."""
    if figure == "formation":
        return formation.known(tables)
    return [row["cabinet_id"] for row in tables["cabinets"]]


def pages(tables: Tables, wanted: dict[str, str]) -> Iterator[tuple[str, Page]]:
    """Each wanted picture in each language and theme, with its name; wanted gives its subject."""
    for figure, subject in wanted.items():
        stem = f"{figure}-{subject}" if subject else figure
        for language in LANGUAGES:
            for theme in THEMES.values():
                setting = Setting(tables, theme, language, subject)
                yield f"{stem}-{language}-{theme.name}", FIGURES[figure](setting)


def files(tables: Tables, wanted: dict[str, str]) -> dict[str, bytes]:
    """The files of the wanted pictures, as SVG and PNG."""
    found = {}
    for name, page in pages(tables, wanted):
        found[f"{name}.svg"] = page.svg()
        found[f"{name}.png"] = page.png()
    return found
