"""The tables with what pages ask of them again and again: rows by key, groups, orders."""

from __future__ import annotations

import datetime
import functools
from collections import defaultdict
from pathlib import Path
from typing import Any

from dutchcabinets import _package, _readable
from dutchcabinets._wording import day_in_words, years_in_words
from scripts.figures.tables import Row, Tables, short

__all__ = ["Facts", "Row", "day_of", "listed"]

Columns = str | tuple[str, ...]


class Facts(Tables):
    """The built tables as rows, each table read once, with rows by a column that is remembered."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: dict[tuple[str, Columns], dict[Any, list[Row]]] = {}

    def of(self, table: str, column: Columns, value: Any) -> list[Row]:
        """The rows of a table with a value in a column, or in several, in their order."""
        key = table, column
        if key not in self._groups:
            groups: dict[Any, list[Row]] = defaultdict(list)
            for row in self[table]:
                if isinstance(column, str):
                    groups[row[column]].append(row)
                else:
                    groups[tuple(row[name] for name in column)].append(row)
            self._groups[key] = dict(groups)
        return self._groups[key].get(value, [])

    def one(self, table: str, column: Columns, value: Any) -> Row | None:
        """The row with a value in a column that is its key, if there is one."""
        return next(iter(self.of(table, column, value)), None)

    @functools.cached_property
    def cabinets(self) -> list[Row]:
        """The cabinets in order."""
        return sorted(self["cabinets"], key=lambda row: row["sequence"])

    @functools.cached_property
    def formations(self) -> list[Row]:
        """The formations in the order in which they began."""
        starts = {row["formation_id"]: row["start_date"] for row in self["model_formations"]}
        ends = {row["cabinet_id"]: row["start_date"] for row in self.cabinets}

        def order(row: Row) -> tuple[str, str]:
            day = starts.get(row["formation_id"]) or ends.get(row["cabinet_id"])
            return (str(day or row["label"][:4]), row["formation_id"])

        return sorted(self["formations"], key=order)

    @functools.cached_property
    def definitions(self) -> list[Row]:
        """The definitions of the length of a formation, in their order."""
        return sorted(self["duration_definitions"], key=lambda row: row["number"])

    @functools.cached_property
    def ranked(self) -> dict[str, int]:
        """How many formations have a rank under each definition."""
        return {
            row["definition"]: sum(
                one["rank"] is not None
                for one in self.of("formation_durations", "definition", row["definition"])
            )
            for row in self.definitions
        }

    @functools.cached_property
    def people(self) -> set[str]:
        """Those who held a post, had a commission, or led: they have a page."""
        tables = ("appointments", "formation_stages", "prime_ministers", "council_chairs")
        return {row["person_id"] for table in tables for row in self[table]}

    def ids(self, entity: str, key: str) -> list[Row]:
        """The identifiers elsewhere of a cabinet, party or person."""
        return [row for row in self.of("crosswalk", "entity_id", key) if row["entity"] == entity]

    def wikidata(self, entity: str, key: str) -> str | None:
        """The address of a thing on Wikidata, if it has one."""
        for row in self.ids(entity, key):
            if row["scheme"] == "wikidata":
                return f"https://www.wikidata.org/wiki/{row['external_id']}"
        return None

    @functools.cached_property
    def parties(self) -> dict[str, str]:
        """The abbreviation of each party, or its name where it has none."""
        return _readable.parties()

    def short(self, cabinet: str | None) -> str:
        """The name of a cabinet without the word for it."""
        row = self.one("cabinets", "cabinet_id", cabinet)
        return short(row["name"]) if row else ""

    def formation(self, row: Row, lang: str) -> str:
        """What a formation is called: the years in which it ran, and the cabinet."""
        years = years_in_words(row["label"], lang)
        cabinet = self.short(row["cabinet_id"])
        return f"{years} ({cabinet})" if cabinet else years

    @staticmethod
    def day(day: datetime.date, lang: str) -> str:
        """A day in the words of a language."""
        return day_in_words(day.isoformat(), lang)

    @property
    def root(self) -> Path:
        """The folder of the checkout from which the tables are read."""
        return Path(_package.root())

    @property
    def package(self) -> dict[str, Any]:
        """The descriptor of the data package."""
        return _package.package()

    @property
    def version(self) -> str:
        """The version of data and code."""
        return str(self.package["version"])


def listed(value: str | None) -> list[str]:
    """The parts of a value that joins several by semicolons."""
    return value.split(";") if value else []


def day_of(row: Row, name: str = "date") -> str:
    """A day as text, as far as it is known: for sorting."""
    text = row.get(f"{name.removesuffix('_date')}_text") if name != "date" else row.get("date_text")
    return str(row.get(name) or text or "")
