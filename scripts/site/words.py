"""The words of the site in English and in Dutch; those of codes stand in the table `codes`."""

from __future__ import annotations

import datetime
import functools
import tomllib
from pathlib import Path
from typing import Any, ClassVar

from markupsafe import Markup, escape

from dutchcabinets import _wording
from scripts.figures import words as figures
from scripts.figures.tables import Row, Tables
from scripts.problems import BadInput, Problem

LANGUAGES = _wording.LANGUAGES
FILE = Path(__file__).with_name("words.toml")


@functools.cache
def written() -> dict[str, dict[str, str]]:
    """Every word by key and language.

    Raises:
        BadInput: a word lacks a language.
    """
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    found = {
        f"{part}.{key}": value for part, keys in content.items() for key, value in keys.items()
    }
    problems = [
        _fault(key, f"a text in each of {', '.join(LANGUAGES)}", repr(value))
        for key, value in found.items()
        if not isinstance(value, list) or len(value) != len(LANGUAGES) or not all(value)
    ]
    if problems:
        raise BadInput(problems)
    return {key: dict(zip(LANGUAGES, value, strict=True)) for key, value in found.items()}


def _fault(key: str, expected: str, found: str) -> Problem:
    return Problem(f"scripts/site/{FILE.name}", 0, key, expected, found)


class Words(figures.Words):
    """The words of one language. Keys that were asked for are kept, so that none stands unused."""

    asked: ClassVar[set[str]] = set()

    def __init__(self, language: str, tables: Tables):
        super().__init__(language, tables)
        self._codes = {(row["codelist"], row["code"]): row for row in tables["codes"]}
        self._definitions = {
            row["definition"]: row[f"label_{language}"] for row in tables["duration_definitions"]
        }

    def __call__(self, key: str, **values: object) -> Any:
        """A text with its values; where one of these is markup, so is the text.

        Raises:
            BadInput: there is no such word.
        """
        if key in ("day", "days"):
            key = f"unit.{key}"
        self.asked.add(key)
        if key not in written():
            raise BadInput([_fault(key, "a word", "none")])
        text = written()[key][self.language]
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(escape(text)).format(**values)
        return text.format(**values) if values else text

    def label(self, codelist: str, code: str) -> str:
        """The label of a code. Raises BadInput where there is none in the language."""
        found = self._labels.get((codelist, str(code)))
        if not found:
            raise BadInput([_fault(f"{codelist}/{code}", f"a label in {self.language}", "none")])
        return found

    def meaning(self, codelist: str, code: str) -> str:
        """What a code means. Raises BadInput where it has no definition in the language."""
        return self.explained(self._codes[codelist, code], "definition")

    def known(self, codelist: str, code: str) -> str | None:
        """The label of a code, if it is one of the list."""
        return self._labels.get((codelist, code))

    def definition(self, name: str) -> str:
        """What a definition of the length of a formation is called."""
        return self._definitions[name]

    def years(self, first: datetime.date, last: datetime.date) -> str:
        """A stretch in whole years and the days left over; nothing where it is under a year."""
        years, days = years_and_days(first, last)
        if not years:
            return ""
        told = str(self("unit.year" if years == 1 else "unit.years", n=years))
        return str(self("unit.and", one=told, other=self.days(days))) if days else told

    def day(self, text: str, is_short: bool = False) -> str:
        """A day, month or year in ISO notation as one writes it."""
        return _wording.day_in_words(text, self.language, is_short)

    def explained(self, row: Row, column: str) -> str:
        """A text that a table has in each language. Raises BadInput where one is lacking."""
        found = row[f"{column}_{self.language}"] if self.language != "en" else row[column]
        if not found:
            raise BadInput([_fault(f"{column} of {row}", f"a text in {self.language}", "none")])
        return str(found)

    def note(self, definition: str) -> str:
        """What a reader should know of a definition."""
        return _wording.word(f"note_{definition}", self.language)


def years_and_days(first: datetime.date, last: datetime.date) -> tuple[int, int]:
    """The whole years between two days, and the days after the last anniversary.

    Of 29 February the anniversary is 1 March where a year has no such day.
    """
    years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    try:
        anniversary = first.replace(year=first.year + years)
    except ValueError:
        anniversary = datetime.date(first.year + years, 3, 1)
    return years, (last - anniversary).days
