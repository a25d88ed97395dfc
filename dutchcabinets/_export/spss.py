"""A table for SPSS and PSPP: codes are numbers with labels, dates are days."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from dutchcabinets import _package
from dutchcabinets._export.labelled import days, labelled, titles

pyreadstat = _package.needed("pyreadstat", "a file that ends in .sav", "spss")

_LABEL = 240
"""SPSS takes 256 bytes for the label of a variable."""


def writer(ending: str, table: str, style: str | None, lang: str) -> Callable[[Path], None]:
    """What writes a table as a `.sav`."""
    return partial(_write, table, lang)


def _write(table: str, lang: str, file: Path) -> None:
    frame, words = labelled(table, lang)
    for name in days(table):
        # As dates: times would be shown with their midnight.
        frame[name] = frame[name].dt.date.astype(object).where(frame[name].notna(), None)
    for name in frame.select_dtypes(include=["number"]):
        frame[name] = frame[name].astype("float64")
    package = _package.package()
    try:
        pyreadstat.write_sav(
            frame,
            str(file),
            file_label=f"{package['name']} {package['version']}, {table}",
            column_labels=titles(table, _LABEL),
            variable_value_labels=words,
        )
    except (pyreadstat.PyreadstatError, pyreadstat.ReadstatError) as error:
        raise OSError(str(error)) from error
