"""Read the curated CSV files into typed rows; a cell of another type is a problem."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scripts.cells import Row, Rows, Tables
from scripts.files import Faulty, read_csv
from scripts.problems import Problem
from scripts.schema import Column, Schema, Table

EVIDENCE = "data/evidence"


def read_tables(root: Path, schema: Schema) -> tuple[Tables, list[Problem]]:
    """All curated tables below root, and what is wrong with their files and cells."""
    problems = _unread(root, schema)
    tables = {
        table.name: Rows(table, _read_table(root, table, schema, problems))
        for table in schema.tables.values()
        if table.curated
    }
    return tables, problems


def _unread(root: Path, schema: Schema) -> list[Problem]:
    """Files in the folders of curated tables that belong to none."""
    read = {table.path for table in schema.tables.values() if table.curated}
    files = (
        path for folder in ("curated", "sources") for path in (root / "data" / folder).glob("*")
    )
    names = sorted(path.relative_to(root).as_posix() for path in files)
    expected = "a file of a table with curated columns"
    return [
        Problem(name, 0, "file", expected, "one that no table reads")
        for name in names
        if name not in read
    ]


def files_of(root: Path, table: Table, schema: Schema) -> Iterator[tuple[str, dict[str, str]]]:
    """Each file of a curated table, with the cells that its name gives to all of its rows."""
    if table.split_by is None:
        yield table.path, {}
        return
    for file in sorted((root / table.path).glob("*")):
        yield f"{table.path}/{file.name}", {table.split_by: file.stem}


def _read_table(root: Path, table: Table, schema: Schema, problems: list[Problem]) -> Iterator[Row]:
    files = list(files_of(root, table, schema))
    if not files:
        problems.append(Problem(table.path, 0, "folder", "a file a table", "none"))
    for file, given in files:
        named = given.get(table.split_by or "")
        if named and (not file.endswith(".csv") or named not in _evidenced(schema)):
            expected = "a file named after a curated table"
            problems.append(Problem(file, 0, "file", expected, file.rpartition("/")[2]))
        else:
            yield from _read_file(root, file, given, table, schema, problems)


def _evidenced(schema: Schema) -> list[str]:
    """The tables that have evidence."""
    tables = schema.tables.values()
    return [table.name for table in tables if table.curated and table.folder == "curated"]


def _read_file(
    root: Path, file: str, given: dict[str, str], table: Table, schema: Schema,
    problems: list[Problem],
) -> Iterator[Row]:  # fmt: skip
    """The rows of one file. A cell that is wrong is read as null."""
    for record in read_csv(root / file, table.curated):
        if isinstance(record, Faulty):
            problems.append(record.problem(file))
            continue
        row = Row(given)
        row.file, row.line = file, record.line
        for name, cell in zip(table.curated, record.cells, strict=True):
            row[name], faults = read_cell(cell, table.columns[name], schema)
            problems += [Problem(file, record.line, name, *fault) for fault in faults]
        yield row


Fault = tuple[str, str]
"""What was expected of a cell, and what was found."""


def read_cell(cell: str, column: Column, schema: Schema) -> tuple[Any, list[Fault]]:
    """The value of a cell (null where it is wrong), and its faults."""
    if cell == "":
        return None, [("a value", "nothing")] if column.required else []
    faults = [("no space at the ends", repr(cell))] if cell != cell.strip() else []
    parse, expected = _parser(column)
    value: Any = parse(cell)
    if value is None:
        return None, [*faults, (expected, repr(cell))]
    if column.codelist and cell not in (allowed := schema.allowed[column.codelist]):
        return None, [*faults, (_near(column.codelist, cell, allowed), repr(cell))]
    if column.pattern and not re.fullmatch(column.pattern, cell):
        faults.append((f"text like {column.pattern}", repr(cell)))
    if column.minimum is not None and value < column.minimum:
        faults.append((f"at least {column.minimum}", cell))
    return value, faults


def _near(codelist: str, cell: str, allowed: list[str]) -> str:
    near = difflib.get_close_matches(cell, allowed, n=3) or allowed[:12]
    more = ", ..." if len(near) < len(allowed) else ""
    return f"a code of {codelist} ({', '.join(near)}{more})"


def _parser(column: Column) -> tuple[Callable[[str], object], str]:
    """What reads a cell of a column, null where it cannot, and what it expects."""
    if column.partial:
        return _partial_date, "a date YYYY-MM-DD, or YYYY-MM or YYYY where no more is known"
    if column.items:
        parse, one = _PARSERS[column.items]
        return _list_of(parse), f"{one}, or several separated by semicolons"
    return _PARSERS[column.type]


def _list_of(parse: Callable[[str], object]) -> Callable[[str], str | None]:
    return lambda cell: None if None in map(parse, cell.split(";")) else cell


def _date(cell: str) -> datetime.date | None:
    # Nothing that is told here lies outside these centuries: 0202 and 20021 are slips.
    if not re.fullmatch(r"(17|18|19|20)\d\d-\d\d-\d\d", cell):
        return None
    try:
        return datetime.date.fromisoformat(cell)
    except ValueError:
        return None


def _partial_date(cell: str) -> str | None:
    """A date as far as it is known stays text: the missing part must not be made up."""
    whole = cell + "-01-01"[len(cell) - 4 :] if len(cell) in (4, 7) else cell
    return cell if _date(whole) else None


def _integer(cell: str) -> int | None:
    return int(cell) if re.fullmatch(r"0|-?[1-9][0-9]{0,8}", cell) else None


def _number(cell: str) -> float | None:
    """A decimal number in the one form that it has as text: 6.0, not 6 or 6.00."""
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})\.[0-9]{1,6}", cell):
        return None
    return float(cell) if repr(float(cell)) == cell else None


_PARSERS: dict[str, tuple[Callable[[str], object], str]] = {
    "string": (str, "text"),
    "integer": (_integer, "a whole number"),
    "number": (_number, "a decimal number such as 6.0"),
    "boolean": ({"true": True, "false": False}.get, "true or false"),
    "date": (_date, "a date YYYY-MM-DD that exists, from 1700 on"),
}
