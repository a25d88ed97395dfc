"""Workbooks: all tables or one, with a cover, and the small one for teachers."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from dutchcabinets import _package
from dutchcabinets._cite import text
from dutchcabinets._export.columns import Column, readable
from dutchcabinets._export.teachers import sheets as teachers_sheets

xlsxwriter = _package.needed("xlsxwriter", "a file that ends in .xlsx", "excel")

Sheets = dict[str, list[Column]]

_WIDEST = 60
"""Characters of the widest column; what is longer is cut by the next one, as programs do."""
_WORDS = {
    "en": {
        "about": "about", "columns": "columns", "version": "Version", "as_of": "Checked up to",
        "licence": "Licence", "cite": "Cite as", "sheet": "sheet", "row": "one row is",
        "rows": "rows", "column": "column", "meaning": "meaning",
        "dates": "A column with dates before 1900 holds them as text, with the year beside it.",
    },
    "nl": {
        "about": "over", "columns": "kolommen", "version": "Versie", "as_of": "Bijgewerkt tot",
        "licence": "Licentie", "cite": "Citeer als", "sheet": "blad", "row": "een rij is",
        "rows": "rijen", "column": "kolom", "meaning": "betekenis",
        "dates": "Een kolom met data van voor 1900 heeft ze als tekst, met het jaartal ernaast.",
    },
}  # fmt: skip


def writer(ending: str, table: str | None, style: str | None, lang: str) -> Callable[[Path], None]:
    """What writes a workbook of all tables, of one, or of those for teachers."""
    if style == "teachers":
        titles, sheets = teachers_sheets(lang)
    else:
        known = _package.resources()
        names = [table] if table else list(known)
        titles = {name: known[name]["title"] for name in names}
        sheets = {name: readable(name, lang) for name in names}
    return partial(_write, titles, sheets, lang)


def _write(titles: dict[str, str], sheets: Sheets, lang: str, file: Path) -> None:
    from xlsxwriter.exceptions import XlsxWriterException

    released = datetime.datetime.fromisoformat(_package.package()["created"]).replace(tzinfo=None)
    # Addresses stay text: Excel takes no more than 65,530 links a sheet.
    options = {"strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": _package.package()["title"], "created": released})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
    }
    words = _WORDS[lang]
    _cover(book.add_worksheet(words["about"]), titles, sheets, words, formats)
    for name, columns in sheets.items():
        _fill(book.add_worksheet(name), columns, formats)
    _fill(book.add_worksheet(words["columns"]), _meanings(sheets, words), formats)
    try:
        book.close()
    except XlsxWriterException as error:
        raise error.args[0] if isinstance(error.args[0], OSError) else OSError(error) from error


def _cover(sheet: Any, titles: dict[str, str], sheets: Sheets, words: dict, formats: dict) -> None:
    """Version, citation, licence, and the list of sheets, each a link."""
    package = _package.package()
    sheet.write_string(0, 0, package["title"], formats["title"])
    told = {
        "version": package["version"], "as_of": package["as_of"],
        "licence": package["licenses"][0]["name"], "cite": text(package),
    }  # fmt: skip
    for row, (word, value) in enumerate(told.items(), 1):
        sheet.write_string(row, 0, words[word], formats["head"])
        sheet.write_string(row, 1, value)
    sheet.write_string(6, 0, words["dates"])
    for column, word in enumerate(("sheet", "row", "rows")):
        sheet.write_string(8, column, words[word], formats["head"])
    for row, (name, columns) in enumerate(sheets.items(), 9):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
        sheet.write_string(row, 1, titles[name])
        sheet.write_number(row, 2, len(columns[0].values))
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 80)


def _meanings(sheets: Sheets, words: dict[str, str]) -> list[Column]:
    """What each column of each sheet means."""
    rows = [
        (sheet, column.name, column.description)
        for sheet, columns in sheets.items()
        for column in columns
    ]
    heads = [words["sheet"], words["column"], words["meaning"]]
    return [
        Column(head, "string", "", list(values))
        for head, values in zip(heads, zip(*rows, strict=True), strict=True)
    ]


def _fill(sheet: Any, columns: list[Column], formats: dict[str, Any]) -> None:
    """A sheet with a header that stays in sight, a filter, and columns as wide as they need."""
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column.name, formats["head"])
        put = _PUT[column.type]
        for row, value in enumerate(column.values, 1):
            if value is not None:
                put(sheet, row, number, value, formats)
        longest = max((len(str(value)) for value in column.values if value is not None), default=0)
        sheet.set_column(number, number, min(max(longest, len(column.name) + 3) + 1, _WIDEST))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(columns[0].values), len(columns) - 1)


def _put_day(sheet: Any, row: int, column: int, value: Any, formats: dict[str, Any]) -> None:
    sheet.write_datetime(row, column, value, formats["day"])


_PUT: dict[str, Callable[..., None]] = {
    "string": lambda sheet, row, column, value, _: sheet.write_string(row, column, value),
    "integer": lambda sheet, row, column, value, _: sheet.write_number(row, column, value),
    "number": lambda sheet, row, column, value, _: sheet.write_number(row, column, value),
    "boolean": lambda sheet, row, column, value, _: sheet.write_boolean(row, column, value),
    "date": _put_day,
}
