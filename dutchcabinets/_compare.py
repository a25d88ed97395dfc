"""The lengths of one cabinet, and which of them a printed number is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dutchcabinets._arguments import whole_number
from dutchcabinets._cabinet import cabinet_id
from dutchcabinets._lengths import lengths
from dutchcabinets._tables import load
from dutchcabinets._wording import language, word, years_in_words

if TYPE_CHECKING:
    import pandas

MATCHES = ["exact", "both ends", "rounded", "near", "other"]
# In days; months and years are means, which serve to round.
_UNITS = {"day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425}
_WORDS = {
    "day": "day days dag dagen",
    "week": "week weeks weken",
    "month": "month months maand maanden",
    "year": "year years jaar jaren",
}
# So many days off is still near: an end that is put elsewhere.
_NEAR = 7
_COLUMNS = ["measure", "name", "definition", "start_date", "end_date", "days", "days_inclusive"]
_COLUMNS += ["rank", "of", "is_running", "formation_id", "cabinet_id", "person_id"]


def lengths_of(cabinet: str) -> pandas.DataFrame:
    """The lengths of a cabinet and its formation, each with its rank.

    Args:
        cabinet: id of a cabinet.

    Returns:
        A row a length in days: measure (formation, cabinet, full, caretaker, or premiership of who
        led it), definition (of a formation), start_date, end_date, days, days_inclusive, rank
        (1 is the longest) and of (how many are ranked). What runs has no days and no rank.
    """
    import pandas

    own = load("cabinets").set_index("cabinet_id").loc[cabinet]
    parts = []
    for measure in ("formation", "cabinet", "full", "caretaker", "premiership"):
        rows = lengths(measure)
        group = rows.groupby("definition", dropna=False)["days"]
        rows = rows.assign(rank=group.rank(ascending=False, method="min").astype("Int32"),
                           of=group.transform("count").astype("Int32"))  # fmt: skip
        if measure == "premiership":
            begun = (rows["start_date"] <= own["start_date"]) & ~(
                rows["end_date"] <= own["start_date"]
            )
            rows = rows[begun & (rows["person_id"] == own["prime_minister_id"])]
        else:
            rows = rows[rows["cabinet_id"] == cabinet].sort_values(["start_date", "end_date"])
        parts.append(rows)
    return pandas.concat(parts, ignore_index=True)[_COLUMNS]


def compare(length: int | str, cabinet: str, lang: str = "en") -> pandas.DataFrame:
    """Which length of a cabinet or its formation a number is, and which are near it.

    Args:
        length: a number of days (299), or text with a unit: "299 days", "43 weeks", "10 months",
            "4 years", also in Dutch.
        cabinet: id or name of a cabinet.
        lang: language of the label and the note, en or nl.

    Returns:
        A row a length, the best first: match (exact: the difference of the days; both ends: both
        ends are counted; rounded: so many weeks, months or years when rounded to whole ones; near:
        at most 7 days off; other), measure (as `which` names them, or stage, one commission),
        label, definition, start_date, end_date, days, days_inclusive, difference (days of the
        length less those asked), rank among all of that measure or definition, of, printed and
        refuted (how many published claims on that cabinet give that number for that measure, and
        how many of them are refuted; not for stages), note (what a reader should know), and the
        ids. What runs is left out.

    Raises:
        ValueError: length is none, no cabinet or several are called so; no such language.
    """
    import pandas

    language(lang)
    number, unit = _length(length)
    key = cabinet_id(cabinet)
    rows = pandas.concat([lengths_of(key), _stages(key)], ignore_index=True)
    rows = rows[rows["days"].notna()].copy()
    own = load("cabinets").set_index("cabinet_id").at[key, "formation_id"]
    rows["label"] = [label(row, own, lang) for row in rows.to_dict("records")]
    rows["note"] = [
        word(f"note_{definition if isinstance(definition, str) else measure}", lang)
        for measure, definition in zip(rows["measure"], rows["definition"], strict=True)
    ]
    rows["difference"] = (rows["days"] - round(number * _UNITS[unit])).astype("Int32")
    rows["match"] = [_match(int(days), number, unit) for days in rows["days"]]
    rows = _printed(rows, key, f"{number}", f"{unit}s")
    order = rows["match"].map(MATCHES.index)
    rows = rows.assign(order=order, off=rows["difference"].abs())
    rows = rows.sort_values(["order", "off"], kind="stable", ignore_index=True)
    columns = ["match", "measure", "label", "definition", "start_date", "end_date", "days"]
    columns += ["days_inclusive", "difference", "rank", "of", "printed", "refuted", "note"]
    return rows[[*columns, "formation_id", "cabinet_id", "person_id"]]


def _length(length: int | str) -> tuple[int, str]:
    """The number and its unit."""
    if not isinstance(length, str):
        return whole_number("length", length), "day"
    number, _, unit = length.strip().partition(" ")
    for name, words in _WORDS.items():
        if re.fullmatch("[0-9]+", number) and (unit.strip().lower() or "days") in words.split():
            return int(number), name
    expected = 'a number of days such as 299, or "299 days", "43 weeks", "10 months", "4 years"'
    raise ValueError(f"length: expected {expected}, found {length!r}")


def _match(days: int, number: int, unit: str) -> str:
    """How a length of days fits a number of a unit."""
    if unit == "day":
        fits = {days: "exact", days + 1: "both ends"}.get(number)
        return fits or ("near" if abs(days - number) <= _NEAR else "other")
    if unit == "week" and days == 7 * number:
        return "exact"
    if round(days / _UNITS[unit]) == number:
        return "rounded"
    return "near" if abs(days - number * _UNITS[unit]) <= _UNITS[unit] else "other"


def _stages(cabinet: str) -> pandas.DataFrame:
    """The commissions of the formation of a cabinet."""
    formation = load("cabinets").set_index("cabinet_id")["formation_id"].get(cabinet)
    rows = load("formation_stages")
    names = load("persons").set_index("person_id")["full_name"]
    rows = rows[rows["formation_id"] == formation]
    rows = rows.assign(measure="stage", cabinet_id=cabinet, is_running=rows["is_current"],
                       name=rows["role"] + " " + rows["person_id"].map(names))  # fmt: skip
    return rows.reindex(columns=_COLUMNS).astype({"definition": "str", "rank": "Int32",
                                                  "of": "Int32"})  # fmt: skip


def label(row: dict[str, Any], own: str | None, lang: str) -> str:
    """What a length is called.

    Args:
        row: a row of `lengths_of`, or of a commission.
        own: id of the formation of the cabinet; one that mended a crisis is named beside it.
        lang: en or nl.
    """
    from dutchcabinets._readable import labels

    if row["measure"] == "stage":
        role, _, name = row["name"].partition(" ")
        return f"{labels('commission', lang)[role]} {name}"
    if row["measure"] != "formation":
        return word(f"measure_{row['measure']}", lang)
    called = labels("duration_definition", lang)[row["definition"]]
    crisis = years_in_words(row["name"].removeprefix("formation "), lang)
    return called if row["formation_id"] == own else f"{called} ({crisis})"


def _printed(rows: Any, cabinet: str, value: str, unit: str) -> Any:
    """How many claims on a cabinet give a number for each length."""
    claims = load("claims")
    claims = claims[(claims["cabinet_id"] == cabinet) & (claims["claim_type"] == "days")]
    claims = claims[(claims["value"] == value) & (claims["unit"] == unit)]
    of = claims["definition"].fillna(claims["measure"])
    asked = rows["definition"].fillna(rows["measure"])
    for name, part in (("printed", of), ("refuted", of[claims["verdict"] == "refuted"])):
        counts = part.value_counts()
        found = asked.map(counts).fillna(0).astype("Int32")
        rows[name] = found.mask(rows["measure"] == "stage")
    return rows
