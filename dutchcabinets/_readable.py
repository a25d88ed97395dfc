"""Rows of a table as a person reads them: labels for codes, abbreviations for ids of parties."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dutchcabinets import _package
from dutchcabinets._layout import JOINED, grid
from dutchcabinets._wording import day_in_words, word

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]

_RIGHT = {"number", "rank"}
_WHOLE = {"day", "id", "number", "rank"}
# From this width on there is room for the names of months in full.
WIDE = 100
# Posts that English does not name without an article.
_ARTICLE = ("Interior", "Colonies", "Navy", "Environment", "General Conduct")


def records(frame: pandas.DataFrame) -> list[Row]:
    """Rows as plain Python: days as ISO text, what is missing as None."""
    import pandas

    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    for row in rows:
        for name, value in row.items():
            if isinstance(value, pandas.Timestamp):
                row[name] = value.date().isoformat()
            elif hasattr(value, "item"):
                row[name] = value.item()
    return rows


def table(rows: list[Row], kinds: dict[str, str], lang: str, width: int, **more: bool) -> str:
    """Some columns of rows as a table.

    Args:
        rows: as `records` gives them.
        kinds: a column and how it is read: text, id, number, day, flag, party, parties, post,
            measure, word (one of ours) or the name of a code list.
        lang: en or nl.
        width: that it may take.
        more: bold; in_words, whether days are written with the name of the month.
    """
    in_words = more.pop("in_words", False)
    months = (width >= WIDE) + 1 if in_words else 0
    headings = [word(name, lang) for name in kinds]
    cells = [[cell(row, name, kind, lang, months) for name, kind in kinds.items()]
             for row in rows]  # fmt: skip
    rigid = "".join("r" if kind in _RIGHT else "l" if kind in _WHOLE else "w"
                    for kind in kinds.values())  # fmt: skip
    return grid(headings, cells, rigid, width, **more)


def cell(row: Row, name: str, kind: str, lang: str, months: int = 0) -> str:
    """One cell as text; days in digits (months 0), or with months in short (1) or in full (2)."""
    value = row[name]
    if kind == "day":
        return _day(row, name, lang, months)
    if kind == "post":
        return post(row, lang)
    if value is None:
        return ""
    if kind in ("party", "parties"):
        return ", ".join(_party(one, lang) for one in str(value).split(";"))
    if kind == "measure":
        return word(f"measure_{value}", lang)
    if kind == "word":
        return word(value, lang)
    if kind == "flag":
        return word("yes" if value else "no", lang)
    if kind in ("text", "id", "number", "rank"):
        return str(value)
    return labels(kind, lang).get(str(value), str(value))


def _party(key: str, lang: str) -> str:
    """A party, or who else acts where a party might: the cabinet, the voters."""
    if key == "none":
        return labels("party_kind", lang)[key]
    return parties().get(key) or labels("actor", lang).get(key, key)


def _day(row: Row, name: str, lang: str, months: int) -> str:
    """A day; one that is known in part as far as it is known, an end to come as such."""
    value = row[name] or row.get(name.replace("_date", "_text"))
    if name == "end_date" and row.get("is_running"):
        return word("running", lang).replace(" ", JOINED)
    if value is None:
        goes_on = name == "end_date" and row.get("is_current")
        return word("in_office" if goes_on else "unknown", lang).replace(" ", JOINED)
    if not months:
        return value
    return day_in_words(value, lang, is_short=months == 1).replace(" ", JOINED)


def post(row: Row, lang: str) -> str:
    """The name of a post: in Dutch as it was, in English by its portfolio."""
    name = row["post"] if lang == "nl" else _english(row["post_level"], row["portfolio_en"])
    return f"{name} ({word('acting', lang)})" if row.get("is_acting") else name


def _english(level: str, portfolio: str | None) -> str:
    label = labels("post_level", "en")[level]
    if level == "prime_minister" or portfolio is None:
        return label
    article = "the " if portfolio.startswith(_ARTICLE) else ""
    link = {"minister": "of", "state_secretary": "for"}.get(level)
    if link is None:
        return f"minister for {article}{portfolio}"
    return f"{label} {link} {article}{portfolio}"


def _remembered(make: Callable[..., dict[str, str]]) -> Callable[..., dict[str, str]]:
    """Remembers what a function gives, for each package that is read: a build reads its own."""
    kept: dict[tuple[str, ...], dict[str, str]] = {}

    @functools.wraps(make)
    def given(*words: str) -> dict[str, str]:
        key = (_package.root(), *words)
        if key not in kept:
            kept[key] = make(*words)
        return kept[key]

    return given


@_remembered
def labels(codelist: str, lang: str) -> dict[str, str]:
    """The label of each code of a list.

    Raises:
        ValueError: there is no such list.
    """
    from dutchcabinets._tables import load

    rows = load("codes", format="arrow").to_pylist()
    found = {row["code"]: row[f"label_{lang}"] for row in rows if row["codelist"] == codelist}
    if not found:
        raise _package.unknown("code list", codelist, sorted({row["codelist"] for row in rows}))
    return found


@_remembered
def parties() -> dict[str, str]:
    """The abbreviation of each party, its name where it has none."""
    from dutchcabinets._tables import load

    rows = load("parties", format="arrow").to_pylist()
    return {row["party_id"]: row["abbreviation"] or row["name"] for row in rows}


@_remembered
def cabinets() -> dict[str, str]:
    """The name of each cabinet."""
    from dutchcabinets._tables import load

    rows = load("cabinets", format="arrow").select(["cabinet_id", "name"]).to_pylist()
    return {row["cabinet_id"]: row["name"] for row in rows}


@_remembered
def posts(lang: str) -> dict[str, str]:
    """The name of each post in a language."""
    from dutchcabinets._tables import load

    return {row["post"]: post(row, lang) for row in load("posts", format="arrow").to_pylist()}


@_remembered
def persons() -> dict[str, str]:
    """The name of each person."""
    from dutchcabinets._tables import load

    rows = load("persons", format="arrow").to_pylist()
    return {row["person_id"]: row["full_name"] for row in rows}
