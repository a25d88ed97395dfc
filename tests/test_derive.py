"""Derivations on cases worked out by hand, with the sum written out, and by properties."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.cells import Cell, Row, Rows, Value
from scripts.dates import full_date
from scripts.derive import derive
from scripts.derive.chamber import cabinet_type, seats_of
from scripts.derive.common import days_between, percent
from scripts.derive.falls import cohens_kappa, deciding_vote
from scripts.derive.formations import (
    Course,
    days_of_scouting,
    successful_attempt,
    sum_of_commissions,
)
from tests.conftest import row_of

DAY = datetime.date


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        # Rutte IV: 17 March to 13 December 2021. 14 left in March, 30+31+30+31+31+30+31+30 = 244 to
        # the end of November, 13 in December: 14 + 244 + 13 = 271.
        (DAY(2021, 3, 17), DAY(2021, 12, 13), 271),
        # ... to the presentation two days later.
        (DAY(2021, 3, 17), DAY(2021, 12, 15), 273),
        # ... from the first informateur: 24 left in April, 31+30+31+31+30+31+30+31 = 245, 10 in
        # January: 279.
        (DAY(2021, 4, 6), DAY(2022, 1, 10), 279),
        # ... to the oath: 271 + 18 left in December + 10 = 299.
        (DAY(2021, 3, 17), DAY(2022, 1, 10), 299),
        # Van Agt I: 6 left in May, 30+31+31+30+31+30 = 183, 19 in December: 6 + 183 + 19 = 208.
        (DAY(1977, 5, 25), DAY(1977, 12, 19), 208),
        # Over a turn of the year: 1 left in November, 31+31+28+31+30, 11: 1 + 151 + 11 = 163.
        (DAY(1972, 11, 29), DAY(1973, 5, 11), 163),
        # Over a leap day: 28 February to 1 March 2012 is 2, in 2011 it is 1.
        (DAY(2012, 2, 28), DAY(2012, 3, 1), 2),
        (DAY(2011, 2, 28), DAY(2011, 3, 1), 1),
        # Over the last Sunday of March, when a day has 23 hours: still a day.
        (DAY(2021, 3, 27), DAY(2021, 3, 29), 2),
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


@pytest.fixture
def course(schema):
    """Makes the course of a formation from commissions, and an oath."""

    def make(commissions, oath=None, outcome="formed"):
        stages = [
            Row(formation_id="x", stage=number, person_id=f"p{number}", role=role, outcome=came_to,
                start_date=start, end_date=end)
            for number, (start, end, role, came_to) in enumerate(commissions, 1)
        ]  # fmt: skip
        happened = [
            {"event_id": "x-inauguration", "event_type": "inauguration", "date": oath}
        ] * bool(oath)
        tables = schema.tables
        return Course(
            Row(formation_id="x", outcome=outcome), stages, happened,
            Rows(tables["formation_stages"], stages), Rows(tables["events"], happened),
        )  # fmt: skip

    return make


def formateur(start, end, role="formateur", outcome="handed_on"):
    return start, end, role, outcome


def test_sum_of_commissions_of_den_uyl(course):
    """Catch gaps that count. Four commissions of 58, 63, 13 and 18 days: 152, exclusive 151."""
    length = sum_of_commissions(
        course(
            [
                formateur(DAY(1972, 12, 4), DAY(1973, 1, 30), "informateur"),
                formateur(DAY(1973, 2, 1), DAY(1973, 4, 4)),
                formateur(DAY(1973, 4, 10), DAY(1973, 4, 22), "informateur"),
                formateur(DAY(1973, 4, 23), DAY(1973, 5, 10)),
            ]
        )
    )
    assert (length.start.value, length.end.value) == (DAY(1972, 12, 4), DAY(1973, 5, 10))
    assert length.days.value == 151
    assert len(length.days.origins) == 8


def test_sum_of_commissions_without_a_date_or_with_a_scout(course):
    """Catch a sum over commissions of which one has no end, and scouts that count."""
    scout = formateur(DAY(2021, 3, 18), DAY(2021, 3, 25), "scout")
    known = formateur(DAY(2021, 4, 6), DAY(2021, 4, 30), "informateur")
    assert sum_of_commissions(course([scout, known])).days.value == 24
    assert sum_of_commissions(course([scout])) is None
    assert sum_of_commissions(course([known, formateur(DAY(2021, 5, 12), None)])) is None


spells = st.tuples(st.dates(DAY(1946, 1, 1), DAY(1999, 1, 1)), st.integers(0, 60)).map(
    lambda pair: formateur(pair[0], pair[0] + datetime.timedelta(days=pair[1]))
)


@given(data=st.lists(spells, min_size=1, max_size=6))
def test_sum_of_commissions_is_at_most_the_span(schema, data):
    """Catch days that are counted twice, or outside the commissions."""
    stages = [
        Row(formation_id="x", stage=number, person_id=f"p{number}", role=role, outcome=outcome,
            start_date=start, end_date=end)
        for number, (start, end, role, outcome) in enumerate(data, 1)
    ]  # fmt: skip
    rows = Rows(schema.tables["formation_stages"], stages)
    made = Course(Row(formation_id="x", outcome="formed"), stages, [], rows, rows)
    length = sum_of_commissions(made)
    assert length.days.value <= (length.end.value - length.start.value).days
    assert length.days.value >= max((end - start).days for start, end, *_ in data)


def test_days_of_scouting_of_rutte_iv(course):
    """Catch scouts left out. 18 to 25 March and 25 March to 2 April 2021 cover 16, exclusive 15."""
    first = formateur(DAY(2021, 3, 18), DAY(2021, 3, 25), "scout")
    second = formateur(DAY(2021, 3, 25), DAY(2021, 4, 2), "scout")
    assert days_of_scouting(course([first, second])).days.value == 15


def test_the_successful_attempt_of_rutte_iv(course):
    """Catch one that begins with the attempt that failed.

    From 7 September 2021: 23 + 31 + 30 + 31 + 10 = 125 to 10 January.
    """
    stages = [
        formateur(DAY(2021, 6, 23), DAY(2021, 9, 2), "informateur", "failed"),
        formateur(DAY(2021, 9, 7), DAY(2021, 9, 30), "informateur"),
        formateur(DAY(2021, 10, 5), DAY(2021, 12, 15), "informateur", "succeeded"),
    ]
    length = successful_attempt(course(stages, DAY(2022, 1, 10)))
    assert [part.value for part in length] == [DAY(2021, 9, 7), DAY(2022, 1, 10), 125]
    assert successful_attempt(course(stages)) is None


def test_what_runs_has_a_start_and_no_end(course):
    """Catch a formation under way that gets a length, as if no commission could follow."""
    length = sum_of_commissions(course([formateur(DAY(2010, 2, 24), None)], outcome="running"))
    assert (length.start.value, length.end.value, length.days.value) == (
        DAY(2010, 2, 24),
        None,
        None,
    )


def test_kappa_of_four_falls():
    """Catch agreement that is taken for kappa.

    Observed 3 of 4. By chance: the first coder has a twice and b twice, the second a once and b
    three times, so that (2*1 + 2*3) / 16 = 0.5 would agree. Kappa (0.75 - 0.5) / (1 - 0.5) = 0.5.
    """
    assert cohens_kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == 0.5
    assert cohens_kappa([("a", "a"), ("b", "b")]) == 1
    assert cohens_kappa([("a", "a"), ("a", "a")]) is None


def seats(**numbers):
    return {party: Value(number, (Cell("x", party, "seats"),)) for party, number in numbers.items()}


def test_seats_under_a_label_are_not_known():
    """Catch a party that gets no seats because the chamber is counted as liberals.

    27 + 26 = 53 for two parties, nothing for one of many.
    """
    chamber = seats(arp=27, rk=26, liberalen=45)
    assert seats_of(chamber, ["arp", "rk"], {"liberalen"}).value == 53
    assert seats_of(chamber, ["liberale-unie"], {"liberalen"}).value is None
    assert seats_of({}, ["arp"], set()).value is None


def test_no_seat_rests_on_the_rule_that_counts():
    """Catch a zero that comes from nowhere."""
    none = seats_of(seats(arp=27), ["vdb"], set())
    assert none.value == 0
    assert none.origins == (Cell("codes", "counting_rule/not_in_the_chamber", "definition"),)


def vote(key, day):
    return {"event_id": key, "date_text": day}


def test_the_vote_that_decided():
    """Catch a vote after the resignation, or one of long before in a fall by other means."""
    fall = vote("fall", "1966-10-15")
    votes = [vote("early", "1966-03-01"), vote("late", "1966-10-14"), vote("after", "1966-11-01")]
    assert deciding_vote("lost_vote_of_confidence", fall, votes) == "late"
    assert deciding_vote("conflict_within_cabinet", fall, votes) == "late"
    assert deciding_vote("conflict_within_cabinet", fall, votes[:1]) is None
    assert deciding_vote("lost_bill", fall, votes[:1]) == "early"
    assert deciding_vote("lost_bill", fall, []) is None


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


def test_the_cabinets_of_the_frozen_history(derived):
    """Catch a date, a sum of seats or a length that is not what the rows of the history give.

    Balkenende II: CDA 44 + VVD 28 + D66 6 = 78; III without D66 44 + 28, one VVD member had left:
    71; IV: CDA 41 + PvdA 33 + CU 6 = 80. 27 May 2003 to 7 July 2006: 1096 to 27 May 2006 (with a
    leap day), 4 left in May, 30 in June, 7: 1137 days. Formations: 22 January to 27 May 2003 is
    125; 30 June to 7 July 2006 is 7; 22 November 2006 to 22 February 2007 is 92.
    """
    rows = derived["cabinets"]
    assert [row["seats_tk"] for row in rows] == [78, 71, 80]
    assert [row["cabinet_type"] for row in rows] == [
        "minimal_winning",
        "minority",
        "minimal_winning",
    ]
    assert [row["days_total"] for row in rows] == [1137, 230, None]
    assert [row["formation_days"] for row in rows] == [125, 7, 92]
    assert [row["is_current"] for row in rows] == [False, False, True]
    assert [row["next_formation_id"] for row in rows] == ["balkenende-iii", "balkenende-iv", None]
    phases = [row for row in derived["cabinet_phases"] if row["cabinet_id"] == "balkenende-ii"]
    # Wilders left the VVD on 3 September 2004, D66 the cabinet on 29 June 2006.
    assert [row["status"] for row in phases] == ["full", "full", "full", "caretaker"]
    assert [row["parties"] for row in phases] == ["cda;vvd;d66"] * 2 + ["cda;vvd"] * 2
    assert [row["seats_tk"] for row in phases] == [78, 77, 71, 71]
    premiership = row_of(derived["prime_ministers"], person_id="balkenende-jp")
    assert premiership["cabinets"] == "balkenende-ii;balkenende-iii;balkenende-iv"
    assert premiership["end_date"] is None


def test_votes_of_no_list_are_what_is_left_of_the_valid_ones(schema, curated):
    """Catch lists without a seat that are not taken off, or a remainder of unknown votes."""
    election = row_of(curated["elections"], election_id="tk-2006")
    listed = sum(
        row["votes"] or 0
        for name in ("election_results", "unseated_lists")
        for row in curated[name]
        if row["election_id"] == "tk-2006"
    )
    made = row_of(derive(schema, curated)["elections"], election_id="tk-2006")
    assert made["unlisted_votes"] == election["valid_votes"] - listed
    election["valid_votes"] = None
    made = row_of(derive(schema, curated)["elections"], election_id="tk-2006")
    assert made["unlisted_votes"] is None
