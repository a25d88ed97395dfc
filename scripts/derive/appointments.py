"""Who held which post, from when to when, and the ministries."""

from __future__ import annotations

import datetime
from collections import defaultdict

from scripts.cells import Cell, Row, Rows, Tables, Value, by, derive_from, grouped, resting_on
from scripts.curated.witnesses import cell_of
from scripts.dates import full_date, within
from scripts.derive.common import day_of, days_between
from scripts.derive.spans import Span, cabinet_spans
from scripts.schema import text
from scripts.vocabulary import NO_PARTY

OF_THE_POST = ("post_level", "portfolio", "portfolio_en")


def appointments(curated: Tables) -> Rows:
    """An appointment lasts as long as its cabinet, unless it says otherwise."""
    own, spans = curated["appointments"], cabinet_spans(curated)
    told = {cell_of(row) for row in curated["evidence"] if row["table_name"] == own.table.name}
    posts, persons = by(curated["posts"], "post"), by(curated["persons"], "person_id")
    going_on, ministry_of = _going_on(curated), _Ministries(curated)
    rows = []
    for row in own:
        span, post = spans[row["cabinet_id"]], posts[row["post"]]
        start, end = (
            _day(own, row, side, of_the_cabinet, told)
            for side, of_the_cabinet in (("start", span.start), ("end", span.end))
        )
        follows = (row["cabinet_id"], row["person_id"], row["post"]) in going_on
        rows.append(
            {**row,
             "name": persons[row["person_id"]]["full_name"],
             **{name: post[name] for name in OF_THE_POST},
             "ministry_id": ministry_of(post, start.value, end.value),
             "start_date": start,
             "end_date": end,
             "is_current": end.value is None and row["end_text"] is None,
             "days": days_between(start.value, end.value),
             "is_continued": follows and row["end_text"] is None,
             "end_reason": _end_reason(own, row, span)}
        )  # fmt: skip
    heads = _Heads(rows)
    for row in rows:
        row["opposite_party"] = heads.are_of_another_party(row)
    return Rows.derived(own.table, rows, own)


class _Heads:
    """Who has which ministry, to compare the party of a state secretary with."""

    def __init__(self, rows: list[dict]):
        self._at = grouped(
            [row for row in rows if row["post_level"] in _LEVELS and not row["is_acting"]],
            "ministry_id",
        )

    def are_of_another_party(self, row: dict) -> bool | None:
        """Whether the minister at the start of a state secretary has another party.

        Null for others, and where a party is not known or one of the two has none.
        """
        if row["post_level"] != "state_secretary" or row["start_date"].value is None:
            return None
        above = [
            head["party_id"] for head in self._at.get(row["ministry_id"], ())
            if head["cabinet_id"] == row["cabinet_id"] and _is_held(head, row["start_date"].value)
        ]  # fmt: skip
        if len(above) != 1 or {None, NO_PARTY} & {*above, row["party_id"]}:
            return None
        return above[0] != row["party_id"]


_LEVELS = ("prime_minister", "minister")


def _is_held(row: dict, day: datetime.date) -> bool:
    start, end = row["start_date"].value, row["end_date"].value
    return start is not None and start <= day and (end is None or end > day)


def _day(own: Rows, row: Row, side: str, of_the_cabinet: Value, told: set[Cell]) -> Value:
    """The day that an appointment has itself, else that of its cabinet.

    That rests also on what sources print of the appointment.
    """
    cell = own.cell(row, f"{side}_text")
    if cell.value is not None:
        return day_of(own, row, f"{side}_text")
    own_days = [cell] if told & {*cell.origins} else []
    return resting_on(of_the_cabinet.value, of_the_cabinet, *own_days)


def _end_reason(own: Rows, row: Row, span: Span) -> Value:
    """The reason that is typed; the end of the cabinet where the appointment has no other."""
    if row["end_reason"] is not None or row["end_text"] is not None:
        return own.cell(row, "end_reason")
    return derive_from(_reason_of, span.end)


def _reason_of(end: datetime.date | None) -> str | None:
    return None if end is None else "end_of_cabinet"


def _going_on(curated: Tables) -> set[tuple[str, str, str]]:
    """Cabinet, person and post of who has that post on the first day of the next cabinet."""
    ordered = sorted(curated["cabinets"], key=lambda row: row["sequence"])
    before = {row["cabinet_id"]: ordered[at - 1]["cabinet_id"] for at, row in enumerate(ordered)}
    return {
        (before[row["cabinet_id"]], row["person_id"], row["post"])
        for row in curated["appointments"]
        if row["start_text"] is None
    }


class _Ministries:
    """The ministry of a post on a day: a name can come back after a merger."""

    def __init__(self, curated: Tables):
        self._known = by(curated["ministries"], "ministry_id")
        self._namesakes = grouped(curated["ministries"], "name")

    def __call__(
        self, post: Row, start: datetime.date | None, end: datetime.date | None
    ) -> str | None:
        """That which is there on the first day, or that which is made while the post is held."""
        first = self._known.get(post["ministry_id"])
        if first is None or start is None:
            return None
        day, until = text(start), text(end) or "9999"
        rows = self._namesakes[first["name"]]
        found = [row for row in rows if within(day, row["start_text"], row["end_text"])]
        found += [row for row in rows if row["start_text"] and day <= row["start_text"] < until]
        return found[0]["ministry_id"] if found else None


def ministries(curated: Tables) -> Rows:
    """Dates are null unless the day is known; who follows whom is told both ways."""
    own, before = curated["ministries"], defaultdict(list)
    for row in own:
        for successor in text(row["successor_ids"]).split(";"):
            before[successor].append(row["ministry_id"])
    rows = []
    for row in own:
        days = {f"{side}_date": derive_from(full_date, own.cell(row, f"{side}_text"))
                for side in ("start", "end")}  # fmt: skip
        known = ";".join(sorted(before[row["ministry_id"]])) or None
        is_current = row["end_text"] is None
        rows.append({**row, **days, "is_current": is_current, "predecessor_ids": known})
    return Rows.derived(own.table, rows, own)


def vacancies(curated: Tables) -> Rows:
    """How long nobody held an office."""
    own = curated["vacancies"]
    rows = ({**row, "days": days_between(row["start_date"], row["end_date"])} for row in own)
    return Rows.derived(own.table, rows, own)


def persons(curated: Tables) -> Rows:
    """With the name by which libraries in the Netherlands sort: Quay, J.E. de."""
    own = curated["persons"]
    names = ("family_name", "prefix", "initials")
    rows = ({**row, "sort_name": sort_name(*(row[name] for name in names))} for row in own)
    return Rows.derived(own.table, rows, own)


def sort_name(family: str, prefix: str | None, initials: str | None) -> str:
    """The family name without its prefix, the initials, and the prefix behind them."""
    bare = family[len(prefix) :].lstrip() if prefix else family
    behind = " ".join(part for part in (initials, prefix) if part)
    return f"{bare[:1].upper()}{bare[1:]}, {behind}" if behind else bare
