"""Days in a text: 13-12-2021, 13 december 2021, December 13, 15 and 16 March, in 1935."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from scripts.dates import full_date
from scripts.printed import CONFIRMS, CONTRADICTS, UNDECIDED


class Day(NamedTuple):
    """A day as far as it is printed."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


_MONTHS = (
    "jan janr januari januarij january januar jänner janvier gennaio enero",
    "feb febr februari februarij february februar février fevrier febbraio febrero",
    "mrt maart mar march märz marz maerz mars marzo",
    "apr april avril aprile abril",
    "mei may mai maggio mayo",
    "jun juni junij june juin giugno junio",
    "jul juli julij july juillet luglio julio",
    "aug augustus august août aout agosto",
    "sep sept september septembre settembre septiembre setiembre",
    "okt oct october oktober octobre ottobre octubre",
    "nov november novembre noviembre",
    "dec dez december dezember décembre decembre dicembre diciembre",
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_WEEKDAYS = (
    "maandag monday montag lundi lunes",
    "dinsdag dingsdag tuesday dienstag mardi martes",
    "woensdag wednesday mittwoch mercredi mercoled miércoles",
    "donderdag thursday donnerstag jeudi giovedì jueves",
    "vrijdag friday freitag vendredi venerdì viernes",
    "zaterdag zaturdag saturday samstag sonnabend samedi sabato sábado",
    "zondag sunday sonntag dimanche domenica domingo",
)
_NTH = r"(?:e|de|ste|th|st|nd|rd|er|º)?\.?"
_JOIN = r" ?(?:en|and|und|et|of|or|tot en met|t/m|tot|to|bis|op|&|/|-|\u2013|,) ?"
_YEAR = r"(?P<year>1[789]\d\d|20\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # 2021-12-13, 2021/12/13, 2021-12
        rf"(?<!\d){_YEAR}[-/](?P<month>\d\d)(?:[-/](?P<day>\d\d))?(?!\d)",
        # 13-12-2021, 13/12/2021, 13.12.2021, 2- 9-1977, 00-02-1862
        rf"(?<!\d)(?P<day>\d\d?)[-/.] ?(?P<month>\d\d?)[-/.] ?{_YEAR}(?!\d)",
        # 13 and 14 december 2021, 4, 7 en 9 december, 13 tot 20 december: those before the last
        rf"(?<!\d)(?P<day>\d\d?){_NTH}{_JOIN}(?=(?:\d\d?{_NTH}{_JOIN})*\d\d?{_NTH} "
        rf"(?P<name>{_MONTH})\b\.?(?:,? {_YEAR})?)",
        # 13 december 2021, 13. Dez., 13th of December
        rf"(?<!\d)(?P<day>\d\d?){_NTH} ?(?:of |de |di )?(?P<name>{_MONTH})\b\.?"
        rf"(?:,? (?:de |del )?{_YEAR})?",
        # December 13, 2021
        rf"\b(?P<name>{_MONTH})\b\.? (?P<day>\d\d?){_NTH}(?!\d)(?:,? {_YEAR})?",
        # december 2021
        rf"\b(?P<name>{_MONTH})\b\.?(?:,? {_YEAR})?",
        # 24., le 4, den 19 bevorens: a day alone
        r"^(?:(?:le|den|the) (?=\d)|(?=\d\d?\.$))(?P<day>\d\d?)(?:e|en|th)?\.?"
        r"(?: bevorens| dezer)?$",
        # 1867-1868, 2021
        rf"(?<!\d){_YEAR}(?!\d)",
    )
)


def days_in(text: str) -> Iterator[Day]:
    """The days that are printed in a text, each as fully as it stands there.

    Of two days that share a month (15 and 16 March) both are found.
    """
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            start = match.start("day" if "day" in match.groupdict() else 0)
            start = match.start() if start < 0 else start
            if any(first <= start < last for first, last in taken):
                continue
            taken.append(match.span())
            found = match.groupdict()
            name = found.get("name")
            month = _NUMBER_OF[name.lower()] if name else int(found.get("month") or 0)
            year, day = (int(found.get(part) or 0) or None for part in ("year", "day"))
            yield Day(year, month or None, day)


@functools.cache
def read_day(printed: str, value: str) -> str:
    """Whether a text prints a day, month or year, as far as the value has it."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return UNDECIDED
    if _has_slip(printed):
        return CONTRADICTS
    wanted = Day(*(int(part) for part in value.split("-")))
    found = list(days_in(printed))
    if not found and wanted.day:
        return _read_weekday(printed, value)
    fits = [day for day in found if _is_within(day, wanted)]
    if found and not fits:
        return CONTRADICTS
    depth = sum(part is not None for part in wanted)
    return CONFIRMS if any(_is_as_fine(day, depth) for day in fits) else UNDECIDED


def _has_slip(printed: str) -> bool:
    """Whether a month beside a day is misspelt by a letter, or a year beside one is of no time."""
    near = re.findall(r"(?<!\d)\d{1,2}(?:e|en|th)?[. ]+([^\W\d_]{3,})\.?(?: (\d+))?", printed)
    near += [(month, "") for month in re.findall(r"\b([^\W\d_]{4,}) (?:18|19|20)\d\d\b", printed)]
    for word, year in near:
        word = word.lower()
        if word not in _NUMBER_OF and any(_is_one_off(word, month) for month in _NUMBER_OF):
            return True
        if word in _NUMBER_OF and year and not re.fullmatch(_YEAR, year):
            return True
    return False


def _is_one_off(word: str, month: str) -> bool:
    """Whether a word is the name of a month but for one letter."""
    if len(word) != len(month) or len(month) < 4:
        return False
    return sum(one != other for one, other in zip(word, month, strict=True)) == 1


def _read_weekday(printed: str, value: str) -> str:
    """Whether a text that prints no day names the weekday of the value, or another one."""
    words = re.findall(r"[^\W\d_]+", printed.lower())
    found = {number for word in words for number, name in _weekdays() if word.startswith(name)}
    if not found:
        return UNDECIDED
    day = full_date(value)
    if day is None:
        return UNDECIDED
    wanted = day.weekday()
    return CONFIRMS if wanted in found else CONTRADICTS


def _weekdays() -> Iterator[tuple[int, str]]:
    """The beginnings of the names of weekdays, Monday as 0."""
    for number, names in enumerate(_WEEKDAYS):
        yield from ((number, name) for name in names.split())


def _is_within(day: Day, wanted: Day) -> bool:
    """Whether nothing that is printed of a day is another than what is wanted."""
    return all(None in (one, other) or one == other for one, other in zip(day, wanted, strict=True))


def _is_as_fine(day: Day, depth: int) -> bool:
    """Whether a day is printed as finely as the value: its last part, and the month of a day."""
    return all(part is not None for part in day[1:3] if depth == 3) and day[depth - 1] is not None
