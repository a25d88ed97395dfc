"""Who governed at the end of each day, month, quarter or year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutchcabinets import _package
from dutchcabinets._arguments import day as _day
from dutchcabinets._tables import load

if TYPE_CHECKING:
    from datetime import date

    import pandas

_FREQUENCIES = {"day": "D", "month": "M", "quarter": "Q", "year": "Y"}
_OF_CABINET = ["name", "chamber_seats_tk", "election_id"]


def panel(
    frequency: str = "month", start: str | date | None = None, end: str | date | None = None
) -> pandas.DataFrame:
    """One row a day, month, quarter or year, as on its last day.

    Args:
        frequency: "day", "month", "quarter" or "year".
        start: first day; 25 March 1848 if left out.
        end: last day; the day up to which the data were checked (as_of) if left out. A period that
            goes on after it has no row.

    Returns:
        period (such as 1985-06, 1985Q2, 1985), date (its last day), cabinet_id, name, status (full
        or caretaker), prime_minister_id, parties, n_parties, seats_tk (of these parties; null where
        they are no parties or the chamber did not meet), chamber_seats_tk, election_id (the latest
        before the cabinet), days_in_office, days_caretaker (since the resignation; null with full
        powers). On a day of handover the new cabinet governs, so that no day has two. Status and
        what goes with it are null on the days on which a phase may have begun, where only the month
        or year of its start is known.

    Raises:
        ValueError: there is no such frequency; a date is none, or lies outside the data; end is
            before start.
    """
    import pandas

    if frequency not in _FREQUENCIES:
        raise _package.unknown("frequency", frequency, list(_FREQUENCIES))
    cabinets = load("cabinets").sort_values("sequence", ignore_index=True)
    days = _last_days(frequency, start, end, cabinets["start_date"].min())
    place = cabinets["start_date"].searchsorted(days["date"], side="right") - 1
    rows = cabinets.iloc[place].reset_index(drop=True)
    found = days.assign(
        cabinet_id=rows["cabinet_id"], days_in_office=(days["date"] - rows["start_date"]).dt.days
    )
    phases = _phases()
    known = pandas.merge_asof(
        found, phases, left_on="date", right_on="from", by="cabinet_id", direction="backward"
    )
    # Where a phase began on a day that is not known, it may or may not have.
    unsure = (known["date"] <= known["unsure_until"]).to_numpy()
    resigned = (known["date"] - known["resigned"]).dt.days.astype("Int32")
    known = known.assign(days_caretaker=resigned, **{name: rows[name] for name in _OF_CABINET})
    for name in ("status", "prime_minister_id", "parties", "n_parties", "seats_tk",
                 "days_caretaker"):  # fmt: skip
        known[name] = known[name].mask(unsure)
    return known[
        ["period", "date", "cabinet_id", "name", "status", "prime_minister_id", "parties",
         "n_parties", "seats_tk", "chamber_seats_tk", "election_id", "days_in_office",
         "days_caretaker"]
    ]  # fmt: skip


def _last_days(
    frequency: str, start: str | date | None, end: str | date | None, first: pandas.Timestamp
) -> pandas.DataFrame:
    """Each period with its last day. Raises ValueError."""
    import pandas

    last = pandas.Timestamp(_package.package()["as_of"])
    begin = first if start is None else pandas.Timestamp(_day("start", start))
    until = last if end is None else pandas.Timestamp(_day("end", end))
    for name, day in (("start", begin), ("end", until)):
        if not first <= day <= last:
            known = f"{first.date()} to {last.date()} (as_of)"
            raise ValueError(f"{name}: expected a day from {known}, found {day.date()}")
    if until < begin:
        raise ValueError(f"end: expected a day from {begin.date()} on, found {until.date()}")
    periods = pandas.period_range(begin, until, freq=_FREQUENCIES[frequency])
    days = periods.end_time.normalize().astype("datetime64[s]")
    frame = pandas.DataFrame({"period": periods.astype("str"), "date": days})
    return frame[frame["date"] <= until].reset_index(drop=True)


def _phases() -> pandas.DataFrame:
    """The phases in order of time, with the last day on which each may not have begun yet."""
    import pandas

    phases = load("cabinet_phases")
    text = phases["start_text"]
    bounds = [pandas.Period(day) for day in text]
    first = pandas.Series([one.start_time.normalize() for one in bounds], index=phases.index)
    last = pandas.Series([one.end_time.normalize() for one in bounds], index=phases.index)
    parties = phases["parties"]
    frame = phases.assign(
        **{"from": first},
        unsure_until=last.where(phases["start_date"].isna()),
        n_parties=(parties.str.count(";") + 1).astype("Int32"),
        resigned=_resigned(phases),
    )
    names = ["cabinet_id", "from", "unsure_until", "status", "prime_minister_id", "parties",
             "n_parties", "seats_tk", "resigned"]  # fmt: skip
    frame["from"] = frame["from"].astype("datetime64[s]")
    return frame[names].sort_values("from", kind="stable")


def _resigned(phases: pandas.DataFrame) -> pandas.Series:
    """Of a caretaker phase the day of the resignation: the first of the phases in a row."""
    ordered = phases.sort_values(["cabinet_id", "phase"])
    is_caretaker = ordered["status"] == "caretaker"
    before = is_caretaker.shift(fill_value=False) & (
        ordered["cabinet_id"] == ordered["cabinet_id"].shift()
    )
    begins = ordered["start_date"].where(is_caretaker & ~before)
    stretch = (is_caretaker & ~before).cumsum()
    return begins.groupby(stretch).transform("first").where(is_caretaker)
