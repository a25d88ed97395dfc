"""Members of cabinets: who is counted, how old, how experienced, and when they leave."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.derive import derive
from scripts.derive.composition import FIRST_TEAM, Teams, age_on
from tests.conftest import row_of

DAY = datetime.date
START = DAY(1965, 4, 14)


@pytest.mark.parametrize(
    ("day", "born", "age"),
    [
        (DAY(2002, 7, 22), DAY(1956, 5, 7), 46),
        (DAY(2006, 7, 7), DAY(1952, 7, 23), 53),
        # On the day itself, and for who was born on a leap day not before 1 March.
        (DAY(2006, 7, 23), DAY(1952, 7, 23), 54),
        (DAY(2015, 2, 28), DAY(2000, 2, 29), 14),
        (DAY(2015, 3, 1), DAY(2000, 2, 29), 15),
        (DAY(2015, 3, 1), None, None),
    ],
)
def test_an_age_is_in_whole_years(day, born, age):
    """Catch an age by the difference of the years, or of nobody knows whom."""
    assert age_on(day, born) == age


@given(st.dates(DAY(1780, 1, 1), DAY(2000, 1, 1)), st.integers(0, 36525))
def test_an_age_is_the_birthdays_gone(born, days):
    """Catch an age that jumps on another day than a birthday, or falls."""
    before, now = (age_on(born + datetime.timedelta(days=n), born) for n in (days, days + 1))
    day = born + datetime.timedelta(days=days + 1)
    has_birthday = (day.month, day.day) == (born.month, born.day)
    if (born.month, born.day) != (2, 29):
        assert now - before == has_birthday


def test_ministers_at_the_start_of_a_cabinet(derived):
    """Catch a minister who is counted before or after, and a sum of ages that is not theirs.

    On 7 July 2006: Remkes 55, Bot 68, Kamp 53, Wijn 37, Zalm 54, Donner 57, Veerman 57, Van der
    Hoeven 56, De Geus 50, Peijs 61, Hoogervorst 50, Dekker 64, Nicolaï 46, Van Ardenne 56, Verdonk
    50, Balkenende 50: sixteen with 864 years, 54.0 each. New are Wijn and Nicolaï.
    """
    row = row_of(derived["cabinets"], cabinet_id="balkenende-iii")
    told = ("n_ministers", "mean_age", "youngest_age", "oldest_age", "n_new", "n_without_party")
    assert [row[name] for name in told] == [16, 54.0, 37, 68, 2, 0]


def test_portfolios_beside_seats(derived):
    """Catch shares of another whole: CDA 9 of 16 ministers, 44 of the 71 seats of the coalition."""
    rows = [r for r in derived["cabinet_composition"] if r["cabinet_id"] == "balkenende-iii"]
    shares = {
        row["party_id"]: (row["portfolio_share"], row["seat_share"], row["share_difference"])
        for row in rows
    }
    # 9 / 16 = 56.25 %, 44 / 71 = 61.97 %: 5.72 points fewer; VVD 7 / 16 and 27 / 71.
    assert shares == {
        "cda": (56.25, 61.97, -5.72),
        "none": (0.0, None, None),
        "vvd": (43.75, 38.03, 5.72),
    }


def test_what_is_not_known_of_one_is_not_counted_of_all(schema, curated):
    """Catch a count of women, a mean age or a number without party that skips the unknown."""
    held = row_of(curated["appointments"], appointment_id="balkenende-iii-zalm-g-financien")
    zalm = row_of(curated["persons"], person_id="zalm-g")

    def row():
        return row_of(derive(schema, curated)["cabinets"], cabinet_id="balkenende-iii")

    for person in curated["persons"]:
        person["gender"] = person["gender"] or "f"
    # Van der Hoeven, Dekker, Van Ardenne are marked; Bot, Wijn, Veerman, De Geus, Peijs and Verdonk
    # are not in this history, and are made women here: 3 + 6.
    assert row()["n_women_ministers"] == 9
    zalm["gender"], zalm["birth_date"] = None, None
    assert [row()[name] for name in ("n_women_ministers", "mean_age", "oldest_age")] == [None] * 3
    held["party_id"] = "none"
    assert row()["n_without_party"] == 1
    held["party_id"] = None
    made = derive(schema, curated)
    assert row_of(made["cabinets"], cabinet_id="balkenende-iii")["n_without_party"] is None
    assert "balkenende-iii" not in {r["cabinet_id"] for r in made["cabinet_composition"]}
    parties = [r for r in made["cabinet_parties"] if r["cabinet_id"] == "balkenende-iii"]
    assert [party["n_ministers"] for party in parties] == [None, None]
    held["is_acting"] = True
    assert row()["n_ministers"] == 15


def held(person, start, end, portfolio="Defensie", cabinet="cals", **cells):
    """A state secretary's row of appointments."""
    return {
        "person_id": person, "cabinet_id": cabinet, "start_date": start, "end_date": end,
        "post": f"staatssecretaris van {portfolio}", "portfolio": portfolio, "party_id": "kvp",
        "post_level": "state_secretary", "is_acting": False, "is_continued": False,
        "opposite_party": None, **cells,
    }  # fmt: skip


def later(days):
    return START + datetime.timedelta(days=days)


@pytest.mark.parametrize(
    ("rows", "team"),
    [
        # Sworn in with the cabinet, or first to a post on the ninety-ninth day; later is later.
        ([held("a", START, None), held("b", later(99), None, "Justitie")], "ab"),
        ([held("a", START, None), held("b", later(101), None, "Justitie")], "a"),
        # Who follows somebody who left after a week is a successor.
        ([held("a", START, later(7)), held("b", later(49), None)], "a"),
        # Two have a portfolio beside each other.
        ([held("a", START, None), held("b", later(20), None)], "ab"),
        # Who stays on from the cabinet before until another comes is not of the team.
        (
            [
                held("a", DAY(1963, 7, 24), START, cabinet="marijnen", is_continued=True),
                held("a", START, later(20)),
                held("b", later(20), None),
            ],
            "b",
        ),
        # But who stays on and is not followed is.
        (
            [
                held("a", DAY(1963, 7, 24), START, cabinet="marijnen", is_continued=True),
                held("a", START, later(20)),
            ],
            "a",
        ),
    ],
)
def test_the_first_team_of_state_secretaries(rows, team):
    """Catch a successor who is counted twice, or a team that has not come yet."""
    people = [{"person_id": name, "gender": "f", "birth_date": None} for name in "ab"]
    teams = Teams({"persons": people}, rows, {"cals": START, "marijnen": DAY(1963, 7, 24)})
    assert "".join(sorted(member.person_id for member in teams.of("cals"))) == team
    assert FIRST_TEAM.days == 100


def test_experience_is_that_of_earlier_cabinets():
    """Catch experience of the same cabinet, or that a state secretary is taken for a minister."""
    rows = [
        held("a", DAY(1963, 7, 24), START, cabinet="marijnen"),
        held("a", START, None, post_level="minister"),
        held("b", START, None),
        held("b", later(50), None, "Justitie", post_level="minister"),
    ]
    people = [{"person_id": name, "gender": "m", "birth_date": None} for name in "ab"]
    teams = Teams({"persons": people}, rows, {"cals": START, "marijnen": DAY(1963, 7, 24)})
    told = {one.person_id: (one.was_minister, one.was_state_secretary) for one in teams.of("cals")}
    assert told == {"a": (False, True), "b": (False, False)}


def test_a_premiership(derived):
    """Catch an age, a party or days as caretaker that are not those of the premiership.

    Born on 7 May 1956, in office from 27 May 2003: 47. Caretaker 30 June to 7 July 2006 (7) and
    22 November 2006 to 22 February 2007 (8 + 31 + 31 + 22 = 92): 99 days.
    """
    row = row_of(derived["prime_ministers"], person_id="balkenende-jp")
    assert (row["party_id"], row["age"], row["days_caretaker"]) == ("cda", 47, 99)
    assert row["falls"] == "balkenende-ii;balkenende-iii"


def test_members_who_leave_are_events(derived):
    """Catch a departure without its reason, or a move to another post that passes for one."""
    left = [row for row in derived["events"] if row["event_type"] == "member_leaves"]
    assert [(str(row["date"]), row["person_id"]) for row in left] == [
        ("2003-12-03", "de-hoop-scheffer-jg"),
        ("2005-03-23", "de-graaf-thc"),
        ("2006-07-03", "brinkhorst-lj"),
        ("2006-07-03", "pechtold-a"),
        ("2006-09-21", "dekker-sm"),
        ("2006-09-21", "donner-jph"),
        ("2008-11-14", "vogelaar-cp"),
    ]
    assert left[-1]["note"].startswith("Resigned: conflict. The leaders of her own party")
