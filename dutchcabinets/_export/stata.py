"""A table for Stata: codes are numbers with labels, dates are days, columns have labels."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dutchcabinets import _package
from dutchcabinets._export.columns import fields
from dutchcabinets._readable import labels
from dutchcabinets._tables import load

if TYPE_CHECKING:
    import pandas

_LABEL = 80
"""Stata takes so many characters for the label of a variable or of the data."""
_TRUTH = {0: "no", 1: "yes"}


def writer(ending: str, table: str, style: str | None, lang: str) -> Callable[[Path], None]:
    """What writes a table as a `.dta` of Stata 14 and later."""
    return partial(_write, table, lang)


def _write(table: str, lang: str, file: Path) -> None:
    frame = load(table)
    words = {}
    for field in fields(table):
        name = field["name"]
        if "codelist" in field:
            frame[name], words[name] = _coded(frame[name], field["codelist"], lang)
        elif field["type"] == "boolean":
            frame[name], words[name] = frame[name].astype("Int8"), _TRUTH
        elif field["type"] == "string":
            frame[name] = frame[name].fillna("")
    days = [field["name"] for field in fields(table) if field["type"] == "date"]
    package = _package.package()
    frame.to_stata(
        file,
        write_index=False,
        version=118,
        convert_dates=dict.fromkeys(days, "td"),
        time_stamp=datetime.datetime.fromisoformat(package["created"]).replace(tzinfo=None),
        data_label=f"{package['name']} {package['version']}, {table} ({package['as_of']})"[:_LABEL],
        variable_labels={field["name"]: _short(field["description"]) for field in fields(table)},
        value_labels=words,
    )


def _coded(cells: pandas.Series[Any], codelist: str, lang: str) -> tuple[Any, dict[int, str]]:
    """The numbers of codes, which are fixed for good, and their labels."""
    rows = [row for row in load("codes", format="arrow").to_pylist() if row["codelist"] == codelist]
    numbers = {row["code"]: row["number"] for row in rows}
    named = labels(codelist, lang)
    codes = cells.astype("string").map(numbers).astype("Int16")
    return codes, {number: named[code] for code, number in numbers.items()}


def _short(description: str) -> str:
    """The first sentence, cut at a word where it is too long."""
    sentence = description.split(". ")[0].rstrip(".")
    if len(sentence) <= _LABEL:
        return sentence
    return sentence[: _LABEL - 3].rpartition(" ")[0] + "..."
