"""The members of a cabinet as a list: a post, and below it who held it."""

from __future__ import annotations

from itertools import groupby

from dutchcabinets._layout import listed, wrapped
from dutchcabinets._readable import Row, cell, labels, post
from dutchcabinets._wording import word


def ministers_text(rows: list[Row], cabinet: Row, lang: str, width: int) -> str:
    """Posts with their holders; a day is told where it is not that of the cabinet."""
    lines = wrapped(word("ministers_note", lang), width)
    for name, held in groupby(_joined(rows), key=lambda row: _post(row, lang)):
        lines.append(listed([name], width, indent=0))
        lines.append(listed([_holder(row, cabinet, lang) for row in held], width))
    return "\n".join(lines)


def _post(row: Row, lang: str) -> str:
    return post(row | {"is_acting": False}, lang)


def _joined(rows: list[Row]) -> list[Row]:
    """One who went on in the same post, as when a deputy was numbered anew, is told once."""
    joined: list[Row] = []
    same = ("person_id", "post", "is_acting")
    for row in rows:
        last = joined[-1] if joined else {}
        goes_on = last and row["start_date"] and row["start_date"] == last["end_date"]
        if goes_on and all(row[name] == last[name] for name in same):
            joined[-1] = row | {"start_date": last["start_date"]}
        else:
            joined.append(row)
    return joined


def _holder(row: Row, cabinet: Row, lang: str) -> str:
    """Name, id, party, and when he came or left, if not with the cabinet."""
    parts = [f"{row['name']} ({row['person_id']})"]
    if row["party_id"]:
        parts.append(cell(row, "party_id", "party", lang))
    if row["is_acting"]:
        parts.append(word("acting", lang))
    if row["start_date"] != cabinet["start_date"]:
        parts.append(word("from_day", lang, day=cell(row, "start_date", "day", lang, 2)))
    if row["end_date"] != cabinet["end_date"]:
        parts.append(word("until_day", lang, day=cell(row, "end_date", "day", lang, 2)))
    told = ", ".join(parts)
    if row["end_reason"] in (None, "end_of_cabinet", "end_of_acting"):
        return told
    return f"{told}: {labels('end_reason', lang)[row['end_reason']]}"
