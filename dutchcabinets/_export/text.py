"""CSV and JSON of one table."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from dutchcabinets._export.columns import Column, readable, stored


def writer(ending: str, table: str, style: str | None, lang: str) -> Callable[[Path], None]:
    """What writes a table as CSV, plain or for Dutch Excel, or as JSON."""
    if ending == ".json":
        return partial(_write_json, stored(table))
    if style == "dutch-excel":
        return partial(_write_dutch, readable(table, lang))
    return partial(_write_csv, stored(table))


def _rows(columns: list[Column]) -> Iterable[tuple[Any, ...]]:
    return zip(*(column.values for column in columns), strict=True)


def _write_json(columns: list[Column], file: Path) -> None:
    """A list of records, dates as ISO text."""
    names = [column.name for column in columns]
    records = [dict(zip(names, row, strict=True)) for row in _rows(columns)]
    with file.open("w", encoding="utf-8", newline="\n") as out:
        json.dump(records, out, ensure_ascii=False, indent=1, default=datetime.date.isoformat)
        out.write("\n")


def _write_csv(columns: list[Column], file: Path) -> None:
    """The same bytes as the CSV in data/tables."""
    with file.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(column.name for column in columns)
        lines.writerows([_plain(value) for value in row] for row in _rows(columns))


def _plain(value: Any) -> Any:
    return str(value).upper() if isinstance(value, bool) else value


def _write_dutch(columns: list[Column], file: Path) -> None:
    """Semicolons, decimal commas, Dutch truth values; the mark tells Excel that it is UTF-8."""
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
        lines.writerow(column.name for column in columns)
        lines.writerows([_dutch(value) for value in row] for row in _rows(columns))


def _dutch(value: Any) -> Any:
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    return str(value).replace(".", ",") if isinstance(value, float) else value
