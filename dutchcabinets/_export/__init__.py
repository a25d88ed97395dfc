"""Files for other programs: Excel, Stata, SPSS, SQLite, DuckDB, CSV and JSON."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from dutchcabinets import _package
from dutchcabinets._export.place import placed

LANGUAGES = ["en", "nl"]
STYLES = {"teachers": ".xlsx", "dutch-excel": ".csv"}
"""The one ending for which each style is."""
_ALL = {".xlsx": "excel", ".sqlite": "sqlite", ".db": "sqlite", ".duckdb": "duck"}
_ONE = {".dta": "stata", ".sav": "spss", ".csv": "text", ".json": "text"}
"""Endings of files of all tables and of one table, with the module that writes them."""


def export(
    path: str | os.PathLike[str],
    table: str | None = None,
    *,
    style: str | None = None,
    lang: str = "en",
    force: bool = False,
) -> Path:
    """Write tables to a file for another program; the ending of its name says which.

    Args:
        path: the file. All tables go into `.xlsx` (Excel, LibreOffice: a sheet a table, labels
            beside codes), `.sqlite` or `.db`, and `.duckdb` (with keys, comments and the views
            cabinet_on, formations_ranked and ministers_by_cabinet). One table goes into `.dta`
            (Stata) and `.sav` (SPSS), where codes are numbers with value labels, `.csv` (UTF-8,
            commas, as in data/tables) and `.json` (a list of records).
        table: the one table, for `.xlsx` too; if left out, the name of the file says it, as in
            "cabinets.dta".
        style: "teachers" for a small `.xlsx` with names in place of ids (cabinets, formations
            ranked, falls, ministers); "dutch-excel" for a `.csv` that Dutch Excel opens right
            (semicolons, decimal commas, a byte order mark, lists with commas, labels beside codes).
        lang: "en" or "nl", of labels and of the cover.
        force: overwrite a file that is there.

    Returns:
        The path of the file.

    Raises:
        ValueError: an ending, table, style or language that is not known; the message lists them.
        FileExistsError: the file is there, and force is false.
        ImportError: a package that the ending needs is missing; the message says how to install it.
        OSError: the file could not be written; what was there is as it was.
    """
    file = Path(path)
    ending = file.suffix.lower()
    if ending not in _ALL | _ONE:
        raise _package.unknown("ending", ending, [*_ALL, *_ONE])
    if lang not in LANGUAGES:
        raise _package.unknown("language", lang, LANGUAGES)
    if style is not None and style not in STYLES:
        raise _package.unknown("style", style, list(STYLES))
    if style is not None and STYLES[style] != ending:
        raise ValueError(f"style: {style} is for {STYLES[style]}, the file ends in {ending}")
    write = _writer(ending, _table(file, table, style), style, lang)
    return placed(file, write, force)


def _table(file: Path, table: str | None, style: str | None) -> str | None:
    """The table that goes into the file; none if all do."""
    if table is not None:
        if file.suffix.lower() in (".sqlite", ".db", ".duckdb") or style == "teachers":
            raise ValueError(f"table: {file.name} holds all tables, leave out table={table!r}")
        return str(_package.resource(table)["name"])
    if file.suffix.lower() in _ALL:
        return None
    if file.stem in _package.resources():
        return file.stem
    known = list(_package.resources())
    reason = f"{file.name} holds one table, and its name is that of none; pass table="
    raise ValueError(f"{_package.unknown('table', file.stem, known)} ({reason})")


def _writer(ending: str, table: str | None, style: str | None, lang: str) -> Callable[[Path], None]:
    """What writes the file, its module loaded, so that a missing package is told first."""
    module = import_module(f"dutchcabinets._export.{(_ALL | _ONE)[ending]}")
    maker: Callable[..., Callable[[Path], None]] = module.writer
    return maker(ending=ending, table=table, style=style, lang=lang)
