"""Tables of pages: rows as they stand in the data, and which columns a reader sees."""

from __future__ import annotations

import dataclasses
import datetime
import json
from typing import Any

from scripts.publish.tables import csv_of
from scripts.site.facts import Row


@dataclasses.dataclass(frozen=True)
class Column:
    """A column that is shown: the key of its values, how they are read, its heading."""

    key: str
    kind: str
    heading: str

    @property
    def is_number(self) -> bool:
        """Whether its values are set to the right."""
        return self.kind in ("n", "dec", "pct", "share", "days_within")


@dataclasses.dataclass(frozen=True)
class Grid:
    """A table of a page, which is a file beside it too.

    columns: those that are shown, as "key:kind:heading"; a kind that is left out is text, a
        heading that is left out the key.
    caption: the key of the words above it, its name if left out.
    anchor: the key of what gives each row an address on its page.
    """

    name: str
    rows: list[Row]
    columns: str
    caption: str = ""
    anchor: str = ""

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def shown(self) -> list[Column]:
        """The columns that are shown, without those that are empty in every row."""
        found = []
        for spec in self.columns.split():
            key, kind, heading = (*spec.split(":"), "", "")[:3]
            column = Column(key, kind or "text", heading or key)
            if any(_is_there(row, column) for row in self.rows):
                found.append(column)
        return found

    def files(self) -> dict[str, bytes]:
        """The rows as CSV and as JSON."""
        names = list(dict.fromkeys(name for row in self.rows for name in row))
        values = ([row.get(name) for name in names] for row in self.rows)
        return {
            f"{self.name}.csv": csv_of(names, values),
            f"{self.name}.json": json_of(self.rows),
        }


def _is_there(row: Row, column: Column) -> bool:
    if column.kind == "step":
        return True
    keys = [column.key]
    if column.kind == "day":
        keys += [column.key.replace("_date", "_text"), "is_current"]
    return any(row.get(key) not in (None, "", False) for key in keys)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def json_of(rows: list[Row]) -> bytes:
    """Rows as JSON, a line a row."""
    lines = (
        json.dumps({key: _plain(value) for key, value in row.items()}, ensure_ascii=False)
        for row in rows
    )
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
