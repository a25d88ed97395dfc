"""A table for Stata: codes are numbers with labels, dates are days, columns have labels."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

from dutchcabinets import _package
from dutchcabinets._export.labelled import days, labelled, titles

_LABEL = 80
"""Stata takes so many characters for the label of a variable or of the data."""


def writer(ending: str, table: str, style: str | None, lang: str) -> Callable[[Path], None]:
    """What writes a table as a `.dta` of Stata 14 and later."""
    return partial(_write, table, lang)


def _write(table: str, lang: str, file: Path) -> None:
    frame, words = labelled(table, lang)
    package = _package.package()
    frame.to_stata(
        file,
        write_index=False,
        version=118,
        convert_dates=dict.fromkeys(days(table), "td"),
        time_stamp=datetime.datetime.fromisoformat(package["created"]).replace(tzinfo=None),
        data_label=f"{package['name']} {package['version']}, {table} ({package['as_of']})"[:_LABEL],
        variable_labels=titles(table, _LABEL),
        value_labels=words,
    )
