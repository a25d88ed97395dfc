"""Commissions, formations, and the length of each formation under every definition."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts.cells import NOTHING, Row, Rows, Tables, Value, derive_from, grouped, resting_on
from scripts.derive.common import days_between
from scripts.derive.rounds import round_counts
from scripts.schema import Table
from scripts.vocabulary import HEADLINE_DEFINITION, RANKED_SINCE, RUNNING


def formation_stages(curated: Tables, as_of: datetime.date) -> Rows:
    """Length of each commission, and from the first commission of the formation to its end.

    For a commission that failed the second is the time from the first commission to the breakdown.
    One that runs has its days up to as_of.
    """
    own = curated["formation_stages"]
    first: dict[str, Row] = {}
    for row in sorted(own, key=_number):
        if row["role"] != "scout":
            first.setdefault(row["formation_id"], row)
    rows = []
    for row in own:
        start, end = own.cell(row, "start_date"), own.cell(row, "end_date")
        beginning = first.get(row["formation_id"]) if row["role"] != "scout" else None
        begun = own.cell(beginning, "start_date") if beginning else NOTHING
        days = derive_from(days_between, start, end)
        rows.append(
            {**row, "days": days, "days_inclusive": derive_from(_inclusive, days),
             "days_since_first_commission": derive_from(days_between, begun, end),
             "is_current": derive_from(_runs, own.cell(row, "outcome")),
             "days_so_far": _so_far(row["outcome"] == RUNNING, start, as_of)}
        )  # fmt: skip
    return Rows.derived(own.table, rows, own)


def _runs(outcome: str | None) -> bool:
    return outcome == RUNNING


def _inclusive(days: int | None) -> int | None:
    return None if days is None else days + 1


def _so_far(runs: bool, start: Value, as_of: datetime.date) -> Value:
    """Days up to as_of of what runs; nothing where it is over."""
    return derive_from(lambda day: days_between(day, as_of), start) if runs else NOTHING


class Length(NamedTuple):
    """The length of a formation under a definition: its ends and its days, with their origins.

    Without an end it runs, and has no days yet.
    """

    start: Value
    end: Value
    days: Value


class Course(NamedTuple):
    """What is known of the course of a formation: its row, its commissions and its events."""

    formation: Row
    stages: list[Row]
    happened: list[dict]
    stages_table: Rows
    events_table: Rows

    @property
    def runs(self) -> bool:
        return self.formation["outcome"] == RUNNING


def formation_durations(table: Table, curated: Tables, events: Rows, as_of: datetime.date) -> Rows:
    """Every formation under every definition whose two events are known to the day.

    A formation that runs is under those that have begun, without an end or a rank.
    """
    happened = grouped([row for row in events if row["date"]], "formation_id")
    stages = grouped(curated["formation_stages"], "formation_id")
    rows: list[dict] = []
    for definition in curated["duration_definitions"]:
        found = []
        for formation in curated["formations"]:
            key = formation["formation_id"]
            course = Course(
                formation, stages.get(key, []), happened.get(key, []),
                curated["formation_stages"], events,
            )  # fmt: skip
            length = _length(definition, course, curated)
            if length:
                found.append(_row(definition, course, length, curated["formations"], as_of))
        rows += _ranked(found)
    return Rows.derived(table, rows)


def _length(definition: Row, course: Course, curated: Tables) -> Length | None:
    computed = COMPUTED.get(definition["definition"])
    if computed:
        return computed(course)
    return _between_events(definition, course, curated["duration_definitions"])


def _row(
    definition: Row, course: Course, length: Length, formations: Rows, as_of: datetime.date
) -> dict:
    formation = course.formation
    cabinet = formations.cell(formation, "cabinet_id") if formation["cabinet_id"] else NOTHING
    return {
        "formation_id": formation["formation_id"],
        "cabinet_id": cabinet,
        "definition": definition["definition"],
        "start_date": length.start,
        "end_date": length.end,
        "days": length.days,
        "days_inclusive": derive_from(_inclusive, length.days),
        "is_running": resting_on(course.runs, formations.cell(formation, "outcome")),
        "days_so_far": _so_far(course.runs, length.start, as_of),
    }


def _ranked(rows: list[dict]) -> Iterator[dict]:
    """Rows of one definition with their ranks, the longest first; equal lengths share the lower."""
    over = [row for row in rows if row["end_date"].value is not None]
    recent = [row for row in over if _is_recent(row)]
    lengths, recent_lengths = (
        sorted(-row["days"].value for row in compared) for compared in (over, recent)
    )
    for row in rows:
        ranks = {}
        if row["end_date"].value is not None:
            length = -row["days"].value
            ranks["rank"] = 1 + bisect.bisect_left(lengths, length)
            if _is_recent(row):
                ranks["rank_since_1946"] = 1 + bisect.bisect_left(recent_lengths, length)
        yield {**row, **ranks}


def _is_recent(row: dict) -> bool:
    return row["end_date"].value.year >= RANKED_SINCE


def _between_events(definition: Row, course: Course, definitions: Rows) -> Length | None:
    """From the earliest of the events that start it to the latest of those that end it."""
    starts, ends = (
        [row for row in course.happened if row["event_type"] in definition[column].split(";")]
        for column in ("start_event_types", "end_event_types")
    )
    if not starts or not (ends or course.runs):
        return None
    dates = course.events_table
    start = dates.cell(min(starts, key=_day), "date")
    if not ends:
        return Length(start, NOTHING, NOTHING)
    offset = definitions.cell(definition, "end_offset")
    last = dates.cell(max(ends, key=_day), "date")
    end = derive_from(_moved, last, offset)
    return Length(start, end, derive_from(days_between, start, end))


def _day(event: dict) -> datetime.date:
    return event["date"]


def _moved(day: datetime.date, days: int | None) -> datetime.date:
    return day + datetime.timedelta(days=days or 0)


def sum_of_commissions(course: Course) -> Length | None:
    """Days on which an informateur or formateur was at work, less one.

    Null unless every commission has both dates.
    """
    return _days_covered(course, [row for row in course.stages if row["role"] != "scout"])


def days_of_scouting(course: Course) -> Length | None:
    """The same for scouts."""
    return _days_covered(course, [row for row in course.stages if row["role"] == "scout"])


def _days_covered(course: Course, stages: list[Row]) -> Length | None:
    """Days covered by at least one commission, each counted once, less one.

    Less one so that one commission has the difference of its ends. While the formation runs more
    can come, so that only its start is known.
    """
    if not stages or any(row["start_date"] is None for row in stages):
        return None
    dates = course.stages_table
    starts = [dates.cell(row, "start_date") for row in sorted(stages, key=_number)]
    start = derive_from(min, *starts) if len(starts) > 1 else starts[0]
    if course.runs:
        return Length(start, NOTHING, NOTHING)
    if any(row["end_date"] is None for row in stages):
        return None
    ends = [dates.cell(row, "end_date") for row in sorted(stages, key=_number)]
    end = derive_from(max, *ends) if len(ends) > 1 else ends[0]
    covered: set[int] = set()
    for first, last in zip(starts, ends, strict=True):
        covered.update(range(first.value.toordinal(), last.value.toordinal() + 1))
    return Length(start, end, resting_on(len(covered) - 1, *starts, *ends))


def successful_attempt(course: Course) -> Length | None:
    """From the first commission after the last that failed to the inauguration.

    Null if that commission has no date.
    """
    oaths = [row for row in course.happened if row["event_type"] == "inauguration"]
    commissions = sorted((row for row in course.stages if row["role"] != "scout"), key=_number)
    failed = max((row["stage"] for row in commissions if row["outcome"] == "failed"), default=0)
    first = next((row for row in commissions if row["stage"] > failed), None)
    if not oaths or first is None or first["start_date"] is None:
        return None
    dates = course.stages_table
    outcomes = [dates.cell(row, "outcome") for row in commissions if row["outcome"]]
    start = resting_on(first["start_date"], dates.cell(first, "start_date"), *outcomes)
    end = course.events_table.cell(oaths[0], "date")
    return Length(start, end, derive_from(days_between, start, end))


def _number(stage: Row) -> int:
    return stage["stage"]


COMPUTED: dict[str, Callable[[Course], Length | None]] = {
    function.__name__: function
    for function in (sum_of_commissions, days_of_scouting, successful_attempt)
}
"""Definitions that are not a pair of event types, by their code."""


def formations(curated: Tables, durations: Rows, cabinet_parties: Rows) -> Rows:
    """Stages are counted once however many share them; days are by the headline definition."""
    own, stages_table = curated["formations"], curated["formation_stages"]
    own_rounds = curated["bargaining_rounds"]
    rounds = grouped(own_rounds, "formation_id")
    stages = grouped(stages_table, "formation_id")
    lengths = {(row["formation_id"], row["definition"]): row for row in durations}
    governed = grouped(cabinet_parties, "cabinet_id")
    rows = []
    for row in own:
        key, kind = row["formation_id"], (row["trigger"], row["outcome"])
        length = lengths.get((key, HEADLINE_DEFINITION.get(kind)))
        days = durations.cell(length, "days") if length else NOTHING
        mine = sorted(stages.get(key, []), key=_number)
        partners = governed.get(row["cabinet_id"], [])
        tried = _first_tried(mine, stages_table, partners, cabinet_parties)
        counts = _counts(mine, stages_table) | round_counts(rounds.get(key, []), own_rounds)
        rows.append({**row, "days": days, **counts, **tried})
    return Rows.derived(own.table, rows, own)


def _counts(stages: list[Row], table: Rows) -> dict[str, Value]:
    """How many stages, commissions and failures a formation has; nothing where none is known."""
    if not stages:
        return {}
    roles = [table.cell(row, "role") for row in stages]
    outcomes = [table.cell(row, "outcome") for row in stages if row["outcome"]]
    commissions = {row["stage"] for row in stages if row["role"] != "scout"}
    failed = {row["stage"] for row in stages if row["outcome"] == "failed"}
    return {
        "n_stages": resting_on(len({row["stage"] for row in stages}), *roles),
        "n_commissions": resting_on(len(commissions), *roles),
        "n_failed_attempts": resting_on(len(failed), *(outcomes or roles)),
    }


def _first_tried(
    stages: list[Row], table: Rows, partners: list[dict], cabinet_parties: Rows
) -> dict[str, Value]:
    """The parties of the first commission that was to bring named ones together.

    A commission that failed without named parties leaves open what was tried first.
    """
    attempts = [row for row in stages if row["role"] != "scout"]
    first = next((row for row in attempts if row["parties"] or row["outcome"] == "failed"), None)
    if first is None or not first["parties"]:
        return {}
    same = {row["party_id"] for row in partners} == set(first["parties"].split(";"))
    tried = table.cell(first, "parties")
    before = attempts[: attempts.index(first)]
    # What the earlier commissions were, and that they named nobody, makes this one the first.
    passed = [table.cell(row, name) for row in before for name in ("outcome", "parties")]
    roles = [cabinet_parties.cell(row, "role") for row in partners]
    return {
        "parties_first_tried": resting_on(tried.value, tried, *passed),
        "first_tried_governed": resting_on(same, tried, *passed, *roles),
    }
