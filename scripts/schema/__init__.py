"""The schema: columns (defined once), tables, codes and the metadata of the package."""

from __future__ import annotations

import dataclasses
import functools
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclasses.dataclass(frozen=True)
class Column:
    """A column as one table has it."""

    name: str
    type: str
    description: str
    description_nl: str
    unit: str | None = None
    pattern: str | None = None
    minimum: int | None = None
    references: str | None = None
    codelist: str | None = None
    required: bool = False
    partial: bool = False
    items: str | None = None
    is_wording: bool = False


@dataclasses.dataclass(frozen=True)
class Table:
    """A table: what a row is, its key, its columns in order, and which of them a person types.

    `kind` is "facts", or "about" for tables about the data, whose cells are not evidenced;
    `evidenced` the columns of which each value has evidence, or a listed exception.
    `structural` names derived columns that rest on no cells of their own, with the reason; `spells`
    pairs of a start and an end; `dated` the column that may not lie after as_of; `split_by` the
    column whose values are the names of the files among which the rows are split; in a table that
    `is_plain`, one for models, counts and flags that can be missing are floats, a flag 0 or 1, and
    formulas stand in place of lineage.
    """

    name: str
    row: str
    row_nl: str
    about: str
    about_nl: str
    key: tuple[str, ...]
    columns: dict[str, Column]
    curated: tuple[str, ...] = ()
    evidenced: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    folder: str = "curated"
    kind: str = "facts"
    split_by: str | None = None
    spells: tuple[tuple[str, str], ...] = ()
    dated: str | None = None
    is_plain: bool = False
    structural: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def path(self) -> str:
        """Path of the curated file, or of the folder of them, relative to the root."""
        return f"data/{self.folder}" if self.split_by else f"data/{self.folder}/{self.name}.csv"

    def row_id(self, row: dict) -> str:
        """The key of a row in one string, as evidence names it."""
        return "/".join(text(row[name]) for name in self.key)

    def in_order(self, rows: list[Any]) -> list[Any]:
        """Rows by the columns by which the table is sorted, nulls first."""
        return sorted(rows, key=lambda row: _nulls_first(row, self.sort))


def _nulls_first(row: dict, columns: tuple[str, ...]) -> tuple:
    return tuple((row[name] is not None, row[name]) for name in columns)


@dataclasses.dataclass(frozen=True)
class Schema:
    """All tables, the codes allowed per code list, and the metadata of the package."""

    tables: dict[str, Table]
    codes: list[dict]
    package: dict

    @functools.cached_property
    def allowed(self) -> dict[str, list[str]]:
        """The codes of each code list."""
        lists: dict[str, list[str]] = {}
        for row in self.codes:
            lists.setdefault(row["codelist"], []).append(row["code"])
        return lists

    def labels(self, codelist: str, language: str = "en") -> dict[str, str]:
        """The label of each code of a list."""
        return self._labels.get((codelist, language), {})

    @functools.cached_property
    def _labels(self) -> dict[tuple[str, str], dict[str, str]]:
        """The labels of all code lists in both languages."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for row in self.codes:
            for language in ("en", "nl"):
                labels = found.setdefault((row["codelist"], language), {})
                labels[row["code"]] = row[f"label_{language}"]
        return found


def text(value: object) -> str:
    """A value in CSV: null is empty, booleans are true and false, dates ISO 8601."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
