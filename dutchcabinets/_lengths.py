"""All that has a length in days: formations, cabinets, stretches of them, premierships, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutchcabinets._tables import load

if TYPE_CHECKING:
    import pandas

MEASURES = ["formation", "cabinet", "full", "caretaker", "premiership", "term"]
COLUMNS = ["measure", "name", "formation_id", "cabinet_id", "person_id", "definition"]
COLUMNS += ["start_date", "end_date", "days", "days_inclusive", "is_running"]


def lengths(measure: str) -> pandas.DataFrame:
    """Everything of one measure with its days, those that run without an end."""
    rows = _MAKERS[measure]().assign(measure=measure)
    span = (rows["end_date"] - rows["start_date"]).dt.days.astype("Int32")
    # Days that are summed over commissions have gaps: their table tells how many there are.
    if measure != "formation":
        rows = rows.assign(days=span, days_inclusive=span + 1)
    rows = rows.reindex(columns=COLUMNS)
    words = ["formation_id", "cabinet_id", "person_id", "definition"]
    return rows.astype(dict.fromkeys(words, "str") | {"is_running": "boolean"})


def _formations() -> pandas.DataFrame:
    labels = load("formations").set_index("formation_id")["label"]
    rows = load("formation_durations")
    return rows.assign(name="formation " + rows["formation_id"].map(labels))


def _cabinets() -> pandas.DataFrame:
    rows = load("cabinets")
    return rows.rename(columns={"is_current": "is_running"})


def _stretches(status: str) -> pandas.DataFrame:
    """Phases of one status that follow each other in a cabinet are one stretch."""
    rows = load("cabinet_phases").sort_values(["cabinet_id", "phase"], ignore_index=True)
    begins = (rows["status"] != rows["status"].shift()) | (
        rows["cabinet_id"] != rows["cabinet_id"].shift()
    )
    rows = rows.assign(stretch=begins.cumsum())[rows["status"] == status]
    rows = _joined(rows, "stretch")
    names = load("cabinets").set_index("cabinet_id")["name"]
    return rows.assign(name=rows["cabinet_id"].map(names))


def _premierships() -> pandas.DataFrame:
    return load("prime_ministers").rename(columns={"is_current": "is_running"})


def _terms() -> pandas.DataFrame:
    """Appointments that follow each other in one portfolio on one level are one term."""
    held = load("appointments")
    held = held[~held["is_acting"] & held["start_date"].notna()]
    post = held["ministry_id"].fillna(held["post"]) + held["post_level"]
    held = held.assign(office=held["person_id"] + post)
    held = held.sort_values(["office", "start_date"], ignore_index=True)
    goes_on = (held["office"] == held["office"].shift()) & (
        held["start_date"] <= held["end_date"].shift()
    )
    rows = held.assign(term=(~goes_on).cumsum())
    name = rows["name"] + ", " + rows["post"]
    return _joined(rows.assign(name=name), "term")


def _joined(rows: pandas.DataFrame, by: str) -> pandas.DataFrame:
    """Rows that follow each other as one: the first, with the end of the last.

    Where that start or end is not known, it has no length.
    """
    first = rows.drop_duplicates(by).set_index(by)
    last = rows.drop_duplicates(by, keep="last").set_index(by)
    ends = {"end_date": last["end_date"], "is_running": last["is_current"]}
    return first.assign(**ends).reset_index(drop=True)


_MAKERS = {
    "formation": _formations,
    "cabinet": _cabinets,
    "full": lambda: _stretches("full"),
    "caretaker": lambda: _stretches("caretaker"),
    "premiership": _premierships,
    "term": _terms,
}
