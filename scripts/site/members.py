"""Who held which post from when to when: what the look-ups ask, and a small file for their script.

On the day of a handover those who came are in office, those who went no longer.
"""

from __future__ import annotations

import datetime
import itertools
import json
from collections.abc import Iterable, Mapping
from typing import Any

from dutchcabinets import _readable
from scripts.site.facts import Facts, Row, day_of
from scripts.site.words import LANGUAGES

LEVELS = ["prime_minister", "minister", "minister_without_portfolio", "state_secretary"]
FILE = "data/members.js"
# What the script reads of an appointment in one number.
ACTING, WENT_ON, GOES_ON = 1, 2, 4
# The leader of the government without a ministry sits where those with one do.
LEADER = "general_affairs"


def area(facts: Facts, row: Row) -> str:
    """The area of policy of a post: that of its ministry."""
    ministry = facts.one("ministries", "ministry_id", row["ministry_id"])
    if ministry:
        return str(ministry["policy_area"])
    return LEADER if row["post_level"] == "prime_minister" else "other"


def ordered(rows: Iterable[Row]) -> list[Row]:
    """Appointments as a government is told: by level, deputies first, by post and name."""

    def order(row: Row) -> tuple[int, int, str, str, str]:
        level = LEVELS.index(row["post_level"])
        return level, row["deputy_order"] or 99, row["post"], row["name"], day_of(row, "start_date")

    return sorted(rows, key=order)


def is_dated(row: Row) -> bool:
    """Whether both days of a stretch are known, or its end has not come."""
    return bool(row["start_date"] and (row["end_date"] or row["is_current"]))


def joined(facts: Facts) -> tuple[set[str], set[str]]:
    """Appointments that go on from one before, and those that go on in one after.

    Somebody who stays in a post when a cabinet is replaced neither came nor went.
    """
    offices: dict[tuple, list[Row]] = {}
    for row in facts["appointments"]:
        if is_dated(row):
            office = row["ministry_id"] or row["post"], row["post_level"], row["is_acting"]
            offices.setdefault((row["person_id"], *office), []).append(row)
    went_on, goes_on = set(), set()
    for rows in offices.values():
        rows.sort(key=lambda row: row["start_date"])
        for one, after in itertools.pairwise(rows):
            if one["end_date"] and after["start_date"] <= one["end_date"]:
                goes_on.add(one["appointment_id"])
                went_on.add(after["appointment_id"])
    return went_on, goes_on


def changes(facts: Facts) -> list[Row]:
    """Every coming and going in order; those who go come first on a day."""
    went_on, goes_on = joined(facts)
    found = []
    for row in ordered(filter(is_dated, facts["appointments"])):
        if row["appointment_id"] not in went_on:
            found.append(_change(row, "came", row["start_date"]))
        if row["end_date"] and row["appointment_id"] not in goes_on:
            found.append(_change(row, "went", row["end_date"]))
    return sorted(found, key=lambda row: (row["date"], row["change"] == "came"))


def _change(row: Row, change: str, day: datetime.date) -> Row:
    keys = ("person_id", "name", "post", "post_level", "portfolio_en", "is_acting", "party_id")
    more = {key: row[key] for key in (*keys, "cabinet_id", "appointment_id")}
    reason = row["end_reason"] if change == "went" else None
    return {"date": day, "change": change, **more, "end_reason": reason}


def governing(facts: Facts, day: datetime.date) -> str:
    """The cabinet that governs on a day; members of the first came some days before it did."""
    began = [row["cabinet_id"] for row in facts.cabinets if row["start_date"] <= day]
    return str(began[-1] if began else facts.cabinets[0]["cabinet_id"])


def file(facts: Facts) -> bytes:
    """Who held which post, as short as can be: rows point at names by number.

    A day that is that of the cabinet is 0; other days are numbers such as 19850601.
    """
    rows = ordered(filter(is_dated, facts["appointments"]))
    persons, posts, parties = (_numbered(row[key] for row in rows)
                               for key in ("person_id", "post", "party_id"))  # fmt: skip
    cabinets = {row["cabinet_id"]: number for number, row in enumerate(facts.cabinets)}
    reasons = _numbered(row["end_reason"] for row in rows)
    went_on, goes_on = joined(facts)

    def told(row: Row) -> list[int]:
        cabinet = facts.cabinets[cabinets[row["cabinet_id"]]]
        days = [
            0 if row[key] == cabinet[key] else number(row[key])
            for key in ("start_date", "end_date")
        ]
        key = row["appointment_id"]
        flags = ACTING * row["is_acting"] + WENT_ON * (key in went_on) + GOES_ON * (key in goes_on)
        who = persons[row["person_id"]], posts[row["post"]], parties[row["party_id"]]
        return [*who, cabinets[row["cabinet_id"]], *days, flags, reasons[row["end_reason"]]]

    content = {
        "cabinets": [_cabinet(facts, row) for row in facts.cabinets],
        "caretaker": [
            [number(row["start_date"]), number(row["end_date"])]
            for row in facts["cabinet_phases"]
            if row["status"] == "caretaker" and is_dated(row)
        ],
        "persons": [
            [key, facts.of("persons", "person_id", key)[0]["full_name"]] for key in persons
        ],
        "posts": [_post(facts, name) for name in posts],
        "parties": [_party(facts, key) for key in parties],
        "reasons": [_labels(facts, "end_reason", key) for key in reasons],
        "rows": [told(row) for row in rows],
    }
    return scripted(content)


def scripted(content: Mapping[str, list]) -> bytes:
    """Data as a script, with a line for each part, without room between values.

    A page that is opened from a folder may run a script of that folder, and read no other file.
    """
    parts = (
        f'"{key}":{json.dumps(rows, ensure_ascii=False, separators=(",", ":"))}'
        for key, rows in content.items()
    )
    return ("self.lookedUp={" + ",\n".join(parts) + "};\n").encode()


def number(day: datetime.date | None) -> int:
    """A day as a number such as 19850601, an end that has not come as 0."""
    return int(day.strftime("%Y%m%d")) if day else 0


def _numbered(values: Iterable[Any]) -> dict[Any, int]:
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _cabinet(facts: Facts, row: Row) -> list[Any]:
    key = row["cabinet_id"]
    return [key, facts.short(key), number(row["start_date"]), number(row["end_date"])]


def _post(facts: Facts, name: str) -> list[str]:
    row = facts.one("posts", "post", name)
    assert row is not None, name
    return [_readable.post(row, lang) for lang in LANGUAGES]


def _party(facts: Facts, key: str | None) -> list[str | None]:
    """Its id and name; what is no party has a name in each language and no id."""
    if key == "none":
        return ["", *_labels(facts, "party_kind", key)]
    return [key, _readable.parties()[key]] if key else ["", ""]


def _labels(facts: Facts, codelist: str, code: str | None) -> list[str]:
    for row in facts.of("codes", ("codelist", "code"), (codelist, code)):
        return [row[f"label_{lang}"] for lang in LANGUAGES]
    return []
