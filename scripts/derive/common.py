"""What the derivations share: lineage, differences of dates, shares, and rows by key."""

from __future__ import annotations

import datetime
from collections import defaultdict

from scripts.evidence import Cell
from scripts.read import Tables


class Lineage:
    """Collects which cells rest on which, and follows the chain down to the curated cells."""

    def __init__(self) -> None:
        self._from: dict[Cell, list[Cell]] = {}

    def add(self, table: str, row_id: str, columns: str, *cells: Cell | None) -> None:
        """The named columns (separated by spaces) of the row rest on these cells; None stands for no cell."""
        for column in columns.split():
            self._from.setdefault((table, row_id, column), []).extend(cell for cell in cells if cell)

    def of(self, cell: Cell) -> list[Cell]:
        """The curated cells on which a cell rests; itself if it is curated."""
        if cell not in self._from:
            return [cell]
        return sorted({origin for step in self._from[cell] for origin in self.of(step)})

    def rows(self) -> list[dict]:
        names = ("table", "row_id", "column", "from_table", "from_row_id", "from_column")
        return [dict(zip(names, (*cell, *origin), strict=True)) for cell in self._from for origin in self.of(cell)]


def days_between(start: datetime.date | None, end: datetime.date | None) -> int | None:
    """Difference of two dates: the first day is not counted, the last is. Null if either is."""
    return None if start is None or end is None else (end - start).days


def percent(part: int | None, whole: int | None) -> float | None:
    """A share in percent with two decimals. Null if either number is."""
    return None if part is None or whole is None else round(100 * part / whole, 2)


def by(rows: list[dict], column: str) -> dict[str, dict]:
    """Rows by the value in a column that is their key."""
    return {row[column]: row for row in rows}


def grouped(rows: list[dict], column: str) -> dict[str, list[dict]]:
    """Rows by the value in a column that several share; rows without one are left out."""
    groups = defaultdict(list)
    for row in rows:
        if row[column] is not None:
            groups[row[column]].append(row)
    return groups


def party_labels(built: Tables) -> set[str]:
    """The groups that were no parties, but names that the literature gives."""
    return {row["party_id"] for row in built["parties"] if row["party_kind"] == "label"}


def full_date(partial: str | None) -> datetime.date | None:
    """The date if it is known to the day. A month or year alone gives null: no day is made up."""
    return datetime.date.fromisoformat(partial) if partial and len(partial) == 10 else None
