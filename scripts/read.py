"""Read the curated CSV files into typed rows; every cell that is not what its column says is a problem."""

from __future__ import annotations

import csv
import datetime
import difflib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.problems import Problem
from scripts.schema import Column, Schema, Table

Tables = dict[str, list[Any]]
"""Rows by table: `Row`s as read, plain dicts once derived."""


class Row(dict):
    """A row by column name, with the line on which it starts in its file (0 for derived rows)."""

    line: int = 0


def read_tables(root: Path, schema: Schema) -> tuple[Tables, list[Problem]]:
    """All curated tables below root, and what is wrong with their files and cells."""
    tables: Tables = {}
    problems: list[Problem] = []
    for table in schema.tables.values():
        if table.curated:
            tables[table.name] = read_table(root, table, schema, problems)
    return tables, problems


def read_table(root: Path, table: Table, schema: Schema, problems: list[Problem]) -> list[Row]:
    """One curated table; problems are appended. A cell that is wrong is read as null."""

    def report(line: int, column: str, expected: str, found: str) -> None:
        problems.append(Problem(table.path, line, column, expected, found))

    content = _read_text(root / table.path, report)
    if content is None:
        return []
    lines = content.splitlines(keepends=True)
    reader = csv.reader(lines, strict=True)
    header = next(reader, [])
    if header != list(table.curated):
        unknown = [name for name in header if name not in table.curated]
        missing = [name for name in table.curated if name not in header]
        if unknown or missing:
            for name in unknown:
                report(1, name or "(empty)", f"one of the columns {', '.join(table.curated)}", "an unknown column")
            for name in missing:
                report(1, name, "this column", "no such column")
        else:
            report(1, "header", f"the columns in the order {','.join(table.curated)}", ",".join(header))
        return []
    rows = []
    line = reader.line_num + 1
    try:
        for cells in reader:
            if len(cells) != len(header):
                report(line, "row", f"{len(header)} fields", f"{len(cells)}")
            else:
                row = Row()
                row.line = line
                for name, cell in zip(header, cells, strict=True):
                    row[name] = _cell(cell, table.columns[name], schema, lambda *args, at=line: report(at, *args))
                rows.append(row)
            line = reader.line_num + 1
    except csv.Error as error:
        report(line, "row", "a complete CSV record", str(error))
    if not rows:
        report(1, "file", "at least one row below the header", "none")
    return rows


def _read_text(path: Path, report: Callable[[int, str, str, str], None]) -> str | None:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        report(0, "file", "a file", "none")
        return None
    if not raw:
        report(1, "file", "a header and rows", "an empty file")
        return None
    try:
        content = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        at = error.start - (before.rfind(b"\n") + 1) + 1
        report(line, f"byte {at} of the line", "UTF-8", f"byte 0x{raw[error.start]:02x}")
        return None
    if not content.endswith("\n"):
        report(content.count("\n") + 1, "file", "a last line that ends with a newline", "a truncated last line")
    return content


def _cell(cell: str, column: Column, schema: Schema, report: Callable[[str, str, str], None]) -> object:
    if cell == "":
        if column.required:
            report(column.name, "a value", "nothing")
        return None
    if cell != cell.strip():
        report(column.name, "no space at the ends", repr(cell))
    value: Any
    if column.partial:
        value, expected = _partial_date(cell), "a date YYYY-MM-DD, or YYYY-MM or YYYY where no more is known"
    elif column.items:
        parse, one = _PARSERS[column.items]
        value, expected = None if None in map(parse, cell.split(";")) else cell, f"{one}, or several separated by semicolons"
    else:
        parse, expected = _PARSERS[column.type]
        value = parse(cell)
    if value is None:
        report(column.name, expected, repr(cell))
        return None
    if column.codelist and cell not in (allowed := schema.allowed[column.codelist]):
        near = difflib.get_close_matches(cell, allowed, n=3) or allowed[:12]
        more = ", ..." if len(near) < len(allowed) else ""
        report(column.name, f"a code of {column.codelist} ({', '.join(near)}{more})", repr(cell))
        return None
    if column.pattern and not re.fullmatch(column.pattern, cell):
        report(column.name, f"text like {column.pattern}", repr(cell))
    if column.minimum is not None and value < column.minimum:
        report(column.name, f"at least {column.minimum}", cell)
    return value


def _date(cell: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(cell) if len(cell) == 10 else None
    except ValueError:
        return None


def _partial_date(cell: str) -> str | None:
    """A date as far as it is known stays text: the missing part must not be made up."""
    whole = cell + "-01-01"[len(cell) - 4 :] if len(cell) in (4, 7) else cell
    return cell if _date(whole) else None


def _integer(cell: str) -> int | None:
    return int(cell) if re.fullmatch(r"-?(0|[1-9][0-9]*)", cell) else None


_PARSERS: dict[str, tuple[Callable[[str], object], str]] = {
    "string": (str, "text"),
    "integer": (_integer, "a whole number"),
    "date": (_date, "a date YYYY-MM-DD that exists"),
}
