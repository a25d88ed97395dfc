"""All tables in one SQLite file. What each column means is read with `.schema`."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from dutchcabinets import _package
from dutchcabinets._export import relations
from dutchcabinets._export.columns import stored

_TYPES = {
    "string": "text",
    "integer": "integer",
    "number": "real",
    "boolean": "boolean",
    "date": "date",
}
"""SQLite keeps dates as ISO text and truth as 0 and 1; the names tell other programs."""
_DAYS = """
    days(day) as (
      select min(start_date) from cabinet_phases
      union all
      select date(day, '+1 day') from days where day < '{as_of}'
    )
"""


def writer(ending: str, table: None, style: None, lang: str) -> Callable[[Path], None]:
    """What writes the database."""
    return _write


def _write(file: Path) -> None:
    try:
        with contextlib.closing(sqlite3.connect(file)) as database, database:
            database.execute("pragma foreign_keys = on")
            for table in relations.in_order():
                _fill(database, table)
            days = _DAYS.format(as_of=_package.package()["as_of"])
            for name, (statement, meaning) in relations.views(days).items():
                database.execute(f"create view {name} as -- {meaning}\n{statement}")
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _fill(database: sqlite3.Connection, table: str) -> None:
    database.execute(relations.creation(table, _TYPES))
    columns = stored(table)
    values = [
        [day and day.isoformat() for day in column.values]
        if column.type == "date"
        else column.values
        for column in columns
    ]
    marks = ", ".join("?" * len(columns))
    into = relations.quoted(table)
    database.executemany(f"insert into {into} values ({marks})", zip(*values, strict=True))
    for statement in relations.indexes(table):
        database.execute(statement)
