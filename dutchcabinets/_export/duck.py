"""All tables in one DuckDB file, with comments on tables, columns and views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dutchcabinets import _package
from dutchcabinets._export import relations
from dutchcabinets._export.columns import fields
from dutchcabinets._tables import load

duckdb = _package.needed("duckdb", "a file that ends in .duckdb", "duckdb")

_TYPES = {
    "string": "varchar",
    "integer": "integer",
    "number": "double",
    "boolean": "boolean",
    "date": "date",
}
_DAYS = """
    days as (
      select unnest(generate_series(
        (select min(start_date) from cabinet_phases), date '{as_of}', interval 1 day
      ))::date as day
    )
"""


def writer(ending: str, table: None, style: None, lang: str) -> Callable[[Path], None]:
    """What writes the database."""
    return _write


def _write(file: Path) -> None:
    try:
        with duckdb.connect(str(file)) as database:
            for table in relations.in_order():
                _fill(database, table)
            days = _DAYS.format(as_of=_package.package()["as_of"])
            for name, (statement, meaning) in relations.views(days).items():
                database.execute(f"create view {name} as {statement}")
                database.execute(f"comment on view {name} is {_text(meaning)}")
    except duckdb.Error as error:
        raise OSError(str(error)) from error


def _fill(database: Any, table: str) -> None:
    database.execute(relations.creation(table, _TYPES))
    database.register("rows_of_table", load(table, format="arrow"))
    name = relations.quoted(table)
    database.execute(f"insert into {name} select * from rows_of_table")
    database.unregister("rows_of_table")
    meaning = _package.resource(table)["description"]
    database.execute(f"comment on table {name} is {_text(meaning)}")
    for field in fields(table):
        column = f"{name}.{relations.quoted(field['name'])}"
        database.execute(f"comment on column {column} is {_text(field['description'])}")


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
