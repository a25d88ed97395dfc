"""Where a number of days comes from, and where a length that still grows would rank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dutchcabinets import _package
from dutchcabinets._arguments import day, whole_number
from dutchcabinets._lengths import MEASURES, lengths

if TYPE_CHECKING:
    from datetime import date

    import pandas


def which(days: int) -> pandas.DataFrame:
    """What has a length: formations under each definition, cabinets, premierships, terms.

    Args:
        days: a number of days, such as 271.

    Returns:
        A row for each thing of that length, with `measure`: formation; cabinet (from swearing-in to
        handover), full and caretaker (a stretch of it before or after a resignation), premiership,
        and term (one person's unbroken time in one portfolio, from cabinet to cabinet, acting
        holders left out). `name`, `definition` (of a formation), start_date, end_date, days and
        days_inclusive; `counted` says "difference" where the number is the difference of the dates,
        "both ends" where both ends are counted. No rows: nothing has that length.

    Raises:
        ValueError: days is no whole number.
    """
    import pandas

    days = whole_number("days", days)
    every = pandas.concat([lengths(measure) for measure in MEASURES], ignore_index=True)
    found = [
        every[every[column] == days].assign(counted=counted)
        for column, counted in (("days", "difference"), ("days_inclusive", "both ends"))
    ]
    return pandas.concat(found, ignore_index=True).drop(columns="is_running")


def running(
    start: str | date | None = None,
    today: str | date | None = None,
    definition: str | None = None,
    since: int | None = None,
    *,
    measure: str = "formation",
) -> pandas.DataFrame:
    """Rank what is still going on by its days so far, among those that are over.

    Args:
        start: day from which it is counted, such as that of the election ("2025-10-29"). Without it
            those are ranked that run in the data.
        today: day up to which it is counted. If left out, the current day; without a start, the
            day up to which the data were checked (as_of).
        definition: of a formation, the definition under which it is compared, one of
            duration_definitions; from the election to the inauguration if left out, or from the
            resignation where the formation that runs followed a fall without an election.
        since: compare only with those that were over in this year or later, such as 1946; with all
            since 1848 if left out.
        measure: what is ranked: formation, or cabinet, full, caretaker, premiership or term, as
            `which` names them.

    Returns:
        Those of that measure that were over on that day, longest first, with those that run:
        is_running is true, end_date is today, and days are those so far. One given by its start has
        no ids. Ranks count them in. Without a start: no rows where none runs.

    Raises:
        ValueError: what began on that day is over (the message gives its end); there is no such
            measure or definition, a date is none, since is no whole number, or today lies before
            start.
    """
    since = None if since is None else whole_number("since", since)
    own = _of_measure(measure, definition, start)
    last = _last_day(start, today)
    over = own[own["end_date"] <= last]
    runs = own[(own["start_date"] <= last) & ~(own["end_date"] <= last)]
    if start is not None:
        runs = _given(start, last, over, runs)
    elif today is None or measure == "formation":
        runs = runs[runs["is_running"]]
    over = over[over["end_date"].dt.year >= (since or 0)] if len(runs) else over.iloc[:0]
    return _ranked(over, runs, last)


def rank(
    definition: str | None = None,
    measure: str = "formation",
    since: int | None = None,
    top: int | None = None,
) -> pandas.DataFrame:
    """Rank lengths, the longest first.

    Args:
        definition: of a formation, one of duration_definitions; from the election to the
            inauguration if left out.
        measure: what is ranked: formation, cabinet, full, caretaker, premiership or term, as
            `which` names them.
        since: only those that were over in this year or later, such as 1946, and those that run.
        top: only ranks up to this one, ties included; all if left out.

    Returns:
        A row a length: rank, measure, name, formation_id, cabinet_id, person_id, definition,
        start_date, end_date, days, days_inclusive and is_running. What runs is counted up to the
        day to which the data were checked (as_of). What has a day that is not known is left out.

    Raises:
        ValueError: there is no such measure or definition, since or top is no whole number, or
            top is less than 1.
    """
    import pandas

    since = None if since is None else whole_number("since", since)
    top = None if top is None else whole_number("top", top)
    if top is not None and top < 1:
        raise ValueError(f"top: expected 1 or more, found {top}")
    own = _of_measure(measure, definition, "election")
    last = pandas.Timestamp(_package.package()["as_of"])
    over = own[own["days"].notna()]
    runs = own[own["is_running"] & own["start_date"].notna()]
    rows = _ranked(over[over["end_date"].dt.year >= (since or 0)], runs, last)
    return rows if top is None else rows[rows["rank"] <= top]


def _of_measure(measure: str, definition: str | None, start: object) -> pandas.DataFrame:
    """The lengths of a measure, those of formations under one definition."""
    if measure not in MEASURES:
        raise _package.unknown("measure", measure, MEASURES)
    own = lengths(measure)
    if measure == "formation":
        return own[own["definition"] == _definition(definition, start, own)]
    if definition is not None:
        raise ValueError(f"definition: only formations have one, not measure={measure!r}")
    return own


def _definition(definition: str | None, start: object, durations: pandas.DataFrame) -> str:
    """The definition that is asked for, else the headline one (without a start, of what runs)."""
    if definition is None:
        return _headline(start)
    if definition not in set(durations["definition"]):
        raise _package.unknown("definition", definition, sorted(set(durations["definition"])))
    return definition


def _last_day(start: object, today: Any) -> Any:
    """The day up to which is counted."""
    import pandas

    if today is None:
        as_of = _package.package()["as_of"]
        return pandas.Timestamp(as_of) if start is None else pandas.Timestamp.today().normalize()
    return pandas.Timestamp(day("today", today))


def _given(start: Any, last: Any, over: Any, runs: Any) -> pandas.DataFrame:
    """A spell that is given by its start; one that is known to be over does not run."""
    import pandas

    first = pandas.Timestamp(day("start", start))
    if last < first:
        raise ValueError(f"today ({last.date()}) lies before start ({first.date()})")
    known = over[(over["start_date"] <= first) & (over["end_date"] > first)]
    exact = known[known["start_date"] == first]
    if len(known) and not (runs["start_date"] == first).any():
        one = (exact if len(exact) else known).iloc[0]
        what = one["definition"] if isinstance(one["definition"], str) else one["measure"]
        spell = f"from {one['start_date'].date()} to {one['end_date'].date()}"
        raise ValueError(
            f"start: on {last.date()} this is over, it does not run: {one['name']} ({what}) lasted "
            f"{spell}, {one['days']} days"
        )
    return pandas.DataFrame([{"measure": _of(over, runs), "start_date": first}])


def _of(over: Any, runs: Any) -> Any:
    """The measure of rows that have one."""
    rows = over if len(over) else runs
    return rows["measure"].iloc[0] if len(rows) else None


def _headline(start: object) -> str:
    """The definition of the one length of a formation: of one that runs by what set it off."""
    from dutchcabinets._tables import load

    if start is None:
        formations = load("formations")
        runs = formations[formations["outcome"] == "running"]
        if len(runs) and runs["trigger"].iloc[0] == "fall":
            return "resignation_to_inauguration"
    return "election_to_inauguration"


def _ranked(over: Any, runs: Any, last: Any) -> pandas.DataFrame:
    """Those that are over and those that run up to a day, longest first."""
    import pandas

    so_far = (last - runs["start_date"]).dt.days
    runs = runs.assign(end_date=last, days=so_far, days_inclusive=so_far + 1, is_running=True)
    rows = pandas.concat([over, runs], ignore_index=True).astype(over.dtypes.to_dict())
    rows.insert(0, "rank", rows["days"].rank(ascending=False, method="min").astype("Int32"))
    return rows.sort_values(["rank", "is_running", "start_date"], ignore_index=True)
