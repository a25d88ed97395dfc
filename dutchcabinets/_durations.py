"""Where a number of days comes from, and where one that still grows would rank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dutchcabinets import _package
from dutchcabinets._arguments import day, whole_number
from dutchcabinets._tables import load

if TYPE_CHECKING:
    from datetime import date

    import pandas


def which(days: int) -> pandas.DataFrame:
    """The formations and definitions whose length is a number of days.

    Args:
        days: a number of days, such as 271.

    Returns:
        Rows of formation_durations with that length, and the column counted: "difference" where it
        is the difference of the dates, "both ends" where both ends are counted. No rows: no
        definition gives that number.

    Raises:
        ValueError: days is no whole number.
    """
    import pandas

    days = whole_number("days", days)

    durations = load("formation_durations").drop(columns=["is_running", "days_so_far"])
    found = [
        durations[durations[column] == days].assign(counted=counted)
        for column, counted in (("days", "difference"), ("days_inclusive", "both ends"))
    ]
    return pandas.concat(found, ignore_index=True)


def running(
    start: str | date | None = None,
    today: str | date | None = None,
    definition: str | None = None,
    since: int | None = None,
) -> pandas.DataFrame:
    """Rank a formation that is still going on by its days so far, among those that are over.

    Args:
        start: day from which the definition counts, such as that of the election ("2025-10-29").
            Without it those are ranked that run in the data.
        today: day up to which it is counted. If left out, the current day; without a start, the
            day up to which the data were checked (as_of).
        definition: the definition under which it is compared, one of duration_definitions; from the
            election to the inauguration if left out, or from the resignation where the formation
            that runs followed a fall without an election.
        since: compare only with formations that were over in this year or later, such as 1946; with
            all since 1848 if left out.

    Returns:
        Rows of formation_durations under that definition that were over on that day, longest first,
        with those that run: is_running is true, end_date is today, and days are those so far. One
        given by its start has no ids. Ranks count them in. Without a start: no rows where none
        runs.

    Raises:
        ValueError: there is no such definition, a date is none, since is no whole number, or today
            lies before start.
    """
    since = None if since is None else whole_number("since", since)
    durations = load("formation_durations")
    definition = definition or _headline(start)
    if definition not in set(durations["definition"]):
        raise _package.unknown("definition", definition, sorted(set(durations["definition"])))
    last = _last_day(start, today)
    own = durations[durations["definition"] == definition]
    over = own[(own["end_date"] <= last) & (own["end_date"].dt.year >= (since or 0))]
    runs = own[own["is_running"] & (own["start_date"] <= last)]
    if start is not None:
        runs = _given(start, last, definition)
    elif runs.empty:
        over = over.iloc[:0]
    return _ranked(over, runs, last)


def _last_day(start: object, today: Any) -> Any:
    """The day up to which is counted."""
    import pandas

    if today is None:
        as_of = _package.package()["as_of"]
        return pandas.Timestamp(as_of) if start is None else pandas.Timestamp.today().normalize()
    return pandas.Timestamp(day("today", today))


def _given(start: Any, last: Any, definition: str) -> pandas.DataFrame:
    """A spell that is given by its start."""
    import pandas

    first = pandas.Timestamp(day("start", start))
    if last < first:
        raise ValueError(f"today ({last.date()}) lies before start ({first.date()})")
    return pandas.DataFrame([{"definition": definition, "start_date": first}])


def _headline(start: object) -> str:
    """The definition of the one length of a formation: of one that runs by what set it off."""
    if start is None:
        formations = load("formations")
        runs = formations[formations["outcome"] == "running"]
        if len(runs) and runs["trigger"].iloc[0] == "fall":
            return "resignation_to_inauguration"
    return "election_to_inauguration"


def _ranked(over: Any, runs: Any, last: Any) -> pandas.DataFrame:
    """Those that are over and those that run up to a day, longest first."""
    import pandas

    lengths = (last - runs["start_date"]).dt.days
    runs = runs.assign(end_date=last, days=lengths, days_inclusive=lengths + 1, is_running=True)
    rows = pandas.concat([over, runs], ignore_index=True)
    rows = rows.drop(columns=["rank_since_1946", "days_so_far"], errors="ignore")
    rows["rank"] = rows["days"].rank(ascending=False, method="min").astype("Int32")
    kept = over.dtypes.drop(["rank_since_1946", "days_so_far"])
    rows = rows[[*kept.index]].astype(kept.to_dict())
    return rows.sort_values(["rank", "is_running", "start_date"], ignore_index=True)
