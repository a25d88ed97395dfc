"""Derivations on cases worked out by hand, with the sum written out, and by properties that hold for any dates."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.derive.common import days_between, full_date, percent
from scripts.derive.elections import cabinet_type, seats_of
from scripts.derive.falls import cohens_kappa
from scripts.derive.formations import days_of_scouting, successful_attempt, sum_of_commissions

DAY = datetime.date


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        # Rutte IV: 17 March to 13 December 2021. 14 left in March, 30+31+30+31+31+30+31+30 = 244 to the end of
        # November, 13 in December: 14 + 244 + 13 = 271.
        (DAY(2021, 3, 17), DAY(2021, 12, 13), 271),
        # ... to the presentation two days later.
        (DAY(2021, 3, 17), DAY(2021, 12, 15), 273),
        # ... from the first informateur: 24 left in April, 31+30+31+31+30+31+30+31 = 245, 10 in January: 279.
        (DAY(2021, 4, 6), DAY(2022, 1, 10), 279),
        # ... to the oath: 271 + 18 left in December + 10 = 299.
        (DAY(2021, 3, 17), DAY(2022, 1, 10), 299),
        # Van Agt I: 6 left in May, 30+31+31+30+31+30 = 183, 19 in December: 6 + 183 + 19 = 208.
        (DAY(1977, 5, 25), DAY(1977, 12, 19), 208),
        # Den Uyl, over a turn of the year: 1 left in November, 31, 31, 28, 31, 30, 11: 1+31+31+28+31+30+11 = 163.
        (DAY(1972, 11, 29), DAY(1973, 5, 11), 163),
        # Over a leap day: 28 February to 1 March 2012 is 2, in 2011 it is 1.
        (DAY(2012, 2, 28), DAY(2012, 3, 1), 2),
        (DAY(2011, 2, 28), DAY(2011, 3, 1), 1),
        # Over the last Sunday of March, when a day has 23 hours: still a day.
        (DAY(2021, 3, 27), DAY(2021, 3, 29), 2),
        # The same day.
        (DAY(2023, 7, 7), DAY(2023, 7, 7), 0),
    ],
)
def test_days_between(start, end, days):
    """Catch a count that includes both ends, loses a leap day or an hour in March."""
    assert days_between(start, end) == days


def test_days_between_of_an_open_spell():
    """Catch an open spell that gets a length."""
    assert days_between(DAY(2026, 2, 23), None) is None
    assert days_between(None, DAY(2026, 2, 23)) is None


@given(st.dates(), st.dates(), st.dates())
def test_days_add_up(first, second, third):
    """Catch a difference that depends on the way taken."""
    assert days_between(first, second) + days_between(second, third) == days_between(first, third)


@pytest.mark.parametrize(
    ("seats", "chamber", "expected"),
    [
        # Rutte III: 33 + 19 + 19 + 5 = 76 of 150; without the smallest 71, no majority.
        ([33, 19, 19, 5], 150, "minimal_winning"),
        # Schoof: 37 + 24 + 20 + 7 = 88; without the smallest still 81.
        ([37, 24, 20, 7], 150, "oversized"),
        # Jetten: 26 + 22 + 18 = 66.
        ([26, 22, 18], 150, "minority"),
        # Exactly half is no majority.
        ([50, 25], 150, "minority"),
        # One more than half without the smallest party is a majority that can spare it.
        ([76, 1], 150, "oversized"),
        # One party alone with a majority cannot be spared.
        ([76], 150, "minimal_winning"),
        # Beel I in the chamber of 100: 32 + 29 = 61.
        ([32, 29], 100, "minimal_winning"),
    ],
)
def test_cabinet_type(seats, chamber, expected):
    """Catch a wrong bound at half of the chamber, or support parties that count."""
    assert cabinet_type(seats, chamber) == expected


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.integers(50, 150))
def test_cabinet_type_by_its_definition(seats, chamber):
    """Catch a type that contradicts the majority, for any coalition."""
    kind = cabinet_type(seats, chamber)
    majority = sum(seats) > chamber / 2
    assert (kind == "minority") == (not majority)
    assert (kind == "oversized") == (majority and sum(seats) - min(seats) > chamber / 2)


def commission(stage, start, end, role="formateur", outcome="handed_on"):
    return {
        "formation_id": "x",
        "stage": stage,
        "person_id": f"p{stage}",
        "role": role,
        "start_date": start,
        "end_date": end,
        "outcome": outcome,
    }


def test_sum_of_commissions_of_den_uyl():
    """Catch gaps that count. Four commissions of 58, 63, 13 and 18 days with both ends: 152 days, exclusive 151."""
    stages = [
        commission(1, DAY(1972, 12, 4), DAY(1973, 1, 30), "informateur"),
        commission(2, DAY(1973, 2, 1), DAY(1973, 4, 4)),
        commission(3, DAY(1973, 4, 10), DAY(1973, 4, 22), "informateur"),
        commission(4, DAY(1973, 4, 23), DAY(1973, 5, 10)),
    ]
    start, end, days, cells = sum_of_commissions(stages, [])
    assert (start, end, days) == (DAY(1972, 12, 4), DAY(1973, 5, 10), 151)
    assert len(cells) == 8


def test_sum_of_commissions_without_a_date_or_with_a_scout():
    """Catch a sum over commissions of which one has no end, and scouts that count."""
    scout = commission(1, DAY(2021, 3, 18), DAY(2021, 3, 25), "scout")
    known = commission(2, DAY(2021, 4, 6), DAY(2021, 4, 30), "informateur")
    assert sum_of_commissions([scout, known], [])[2] == 24
    assert sum_of_commissions([scout], []) is None
    assert sum_of_commissions([known, commission(3, DAY(2021, 5, 12), None)], []) is None


spells = st.tuples(st.dates(DAY(1946, 1, 1), DAY(1999, 1, 1)), st.integers(0, 60)).map(
    lambda pair: (pair[0], pair[0] + datetime.timedelta(days=pair[1]))
)


@given(st.lists(spells, min_size=1, max_size=6))
def test_sum_of_commissions_is_at_most_the_span(commissions):
    """Catch days that are counted twice, or outside the commissions."""
    stages = [commission(number, *spell) for number, spell in enumerate(commissions, 1)]
    start, end, days, _ = sum_of_commissions(stages, [])
    assert days <= (end - start).days
    assert days >= max((last - first).days for first, last in commissions)


def test_days_of_scouting_of_rutte_iv():
    """Catch scouts that are left out. 18 to 25 March and 25 March to 2 April 2021 cover 16 days, exclusive 15."""
    stages = [commission(1, DAY(2021, 3, 18), DAY(2021, 3, 25), "scout"), commission(2, DAY(2021, 3, 25), DAY(2021, 4, 2), "scout")]
    assert days_of_scouting(stages, [])[2] == 15


def test_the_successful_attempt_of_rutte_iv():
    """Catch an attempt that begins with the one that failed. From 7 September 2021: 23 + 31 + 30 + 31 + 10 = 125 to 10 January."""
    stages = [
        commission(1, DAY(2021, 6, 23), DAY(2021, 9, 2), "informateur", "failed"),
        commission(2, DAY(2021, 9, 7), DAY(2021, 9, 30), "informateur"),
        commission(3, DAY(2021, 10, 5), DAY(2021, 12, 15), "informateur", "succeeded"),
    ]
    oath = [{"event_id": "x-inauguration", "event_type": "inauguration", "date": DAY(2022, 1, 10)}]
    assert successful_attempt(stages, oath)[:3] == (DAY(2021, 9, 7), DAY(2022, 1, 10), 125)
    assert successful_attempt(stages, []) is None


def test_kappa_of_four_falls():
    """Catch agreement that is taken for kappa.

    Observed 3 of 4. By chance: the first coder has a twice and b twice, the second a once and b three times, so that
    (2*1 + 2*3) / 16 = 0.5 would agree. Kappa (0.75 - 0.5) / (1 - 0.5) = 0.5.
    """
    assert cohens_kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == 0.5
    assert cohens_kappa([("a", "a"), ("b", "b")]) == 1
    assert cohens_kappa([("a", "a"), ("a", "a")]) is None


def test_seats_under_a_label_are_not_known():
    """Catch a party that gets no seats because the chamber is counted as liberals: 53 for two parties, nothing for one of many."""
    chamber = {"arp": (27, ("x", "1", "seats")), "rk": (26, ("x", "2", "seats")), "liberalen": (45, ("x", "3", "seats"))}
    assert seats_of(chamber, ["arp", "rk"], {"liberalen"})[0] == 53
    assert seats_of(chamber, ["liberale-unie"], {"liberalen"})[0] is None
    assert seats_of(chamber, ["vdb"], set())[0] == 0
    assert seats_of({}, ["arp"], set())[0] is None


def test_a_month_gives_no_day():
    """Catch a made-up first of the month."""
    assert full_date("2026-02-23") == DAY(2026, 2, 23)
    assert full_date("2026-02") is None
    assert full_date("2026") is None
    assert full_date(None) is None


def test_percent():
    """Catch a share of the wrong whole: 10,640,324 of 13,589,128 is 78.30 per cent."""
    assert percent(10_640_324, 13_589_128) == 78.30
    assert percent(None, 5) is None
