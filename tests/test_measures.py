"""The measures of the field, on cases worked out by hand and by what holds of any chamber."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as some

import dutchcabinets as dc
from scripts.derive import measures

CHAMBERS = some.dictionaries(
    some.text("abcdefghij", min_size=1, max_size=2), some.integers(1, 40), min_size=1, max_size=8
)
"""Chambers of one to eight parties."""

PLACES = some.dictionaries(
    some.text("abcdefghij", min_size=1, max_size=2), some.floats(0, 10), min_size=1, max_size=8
)


def cabinet(key):
    """The row of a cabinet for a model."""
    rows = dc.load("model_cabinets").set_index("cabinet_id")
    return rows.loc[key]


WORKED = {
    # Seats of the chamber squared: 32^2 + 29^2 + 13^2 + 10^2 + 8^2 + 6^2 + 2^2 = 2238.
    "beel-i": (100**2 / 2238, 61 / 100, "minimal_winning"),
    # 39^2 + 35^2 + 16^2 + 13^2 + 11^2 + 10^2 + 8^2 + 6^2 + 3^2 + 4 * 2^2 + 1 = 3518;
    # KVP 35, VVD 16, ARP 13, CHU 10 and DS'70 8 are 82.
    "biesheuvel-i": (150**2 / 3518, 82 / 150, "minimal_winning"),
    # 53^2 + 49^2 + 28^2 + 8^2 + 3^2 + 3^2 + 2^2 + 1 + 1 + 1 + 1 = 6084; 150^2 / 6084 = 3.698.
    "van-agt-i": (150**2 / 6084, 77 / 150, "minimal_winning"),
    # 31^2 + 30^2 + 24^2 + 21^2 + 15^2 + 10^2 + 10^2 + 5^2 + 2^2 + 2^2 = 3336.
    "rutte-i": (150**2 / 3336, 52 / 150, "minority"),
    # 37^2 + 25^2 + 24^2 + 20^2 + 9^2 + 7^2 + 5^2 + 5^2 + 3^2 * 4 + 2^2 + 1 = 3191 + 9:
    # CU, DENK, FVD, PvdD and SGP had three each, so 3^2 stands five times, which makes 3200.
    "schoof": (150**2 / 3200, 88 / 150, "oversized"),
}
"""Effective number of parties by seats, share of the coalition, and type."""


@pytest.mark.parametrize("key", WORKED)
def test_five_cabinets_by_hand(key):
    """Catch a formula that gives other numbers than the sum written out."""
    number, share, kind = WORKED[key]
    row = cabinet(key)
    assert row["effective_parties_seats"] == pytest.approx(number, abs=1e-6)
    assert row["coalition_share"] == pytest.approx(share, abs=1e-6)
    assert row["cabinet_type"] == kind
    assert row["is_minimal_winning"] == (kind == "minimal_winning")


def test_banzhaf_by_hand():
    """Catch swings that are counted wrongly: 3, 2 and 2 of 7 seats have a third each, not by size.

    With 4 to win A swings in {B}, {C}; B in {A}, {C}; C in {A}, {B}: two swings each of six.
    """
    assert measures.banzhaf({"a": 3, "b": 2, "c": 2}) == pytest.approx(
        {"a": 1 / 3, "b": 1 / 3, "c": 1 / 3}
    )
    # Of 4, 1 and 1 the first wins alone: the others swing nothing.
    assert measures.banzhaf({"a": 4, "b": 1, "c": 1}) == {"a": 1.0, "b": 0.0, "c": 0.0}


def test_rae_by_hand():
    """Catch shares that are squared as if a member could be drawn twice.

    Of 2 and 2 of 4 the second member is of another party in 2 of 3 cases.
    """
    assert measures.fractionalization([2, 2]) == pytest.approx(2 / 3)


def test_volatility_by_hand():
    """Catch a party that merged and is counted as gone: KVP, ARP and CHU stood as CDA in 1977.

    48 seats became 49, the PvdA went from 43 to 53; the others of 1972: VVD 22, D66 6, DS'70 6,
    PPR 7, CPN 7, SGP 3, BP 3, GPV 2, PSP 2, RKPN 1; of 1977: 28, 8, 1, 3, 2, 3, 1, 1, 1, 0.
    Changes: 1 + 10 + 6 + 2 + 5 + 4 + 5 + 0 + 2 + 1 + 1 + 1 = 38, half of them 19 of 150 seats.
    """
    assert cabinet("van-agt-i")["volatility_seats"] == pytest.approx(19 / 150, abs=1e-6)


def test_returnability_by_hand():
    """Catch a merger that counts as a party that went: of Den Uyl's five parties KVP and ARP came
    back in the CDA, so that of four bodies (CDA, PvdA, PPR, D66) one returned."""
    assert cabinet("den-uyl")["returnability"] == pytest.approx(1 / 4)
    assert cabinet("rutte-iii")["returnability"] == 1


def test_terms_by_hand():
    """Catch a duration or term that is counted from another day.

    Rutte II: 5 November 2012 to 14 March 2017, 1590 days; the next election was due on 15 March.
    """
    row = cabinet("rutte-ii")
    assert (row["duration_days"], row["max_days"]) == (1590, 1591)
    assert row["term_share"] == pytest.approx(1590 / 1591, abs=1e-6)
    assert (row["end_class"], row["is_early_election"], row["is_replacement"]) == (
        "technical",
        0,
        0,
    )


ENDS = {
    # cabinet: (class, early election, replaced without an election)
    "marijnen": ("discretionary", 0, 1),
    "zijlstra": ("discretionary", 1, 0),
    "lubbers-ii": ("discretionary", 1, 0),
    # Fell a month before the election of the term.
    "kok-ii": ("discretionary", 0, 0),
    "rutte-iii": ("discretionary", 0, 0),
    "rutte-iv": ("discretionary", 1, 0),
    "lubbers-iii": ("technical", 0, 0),
}


@pytest.mark.parametrize("key", ENDS)
def test_ends(key):
    """Catch an election at the end of the term that is taken for an early one, and the reverse."""
    row = cabinet(key)
    assert (row["end_class"], row["is_early_election"], row["is_replacement"]) == ENDS[key]


@given(CHAMBERS)
def test_power_sums_to_one(seats):
    """Catch an index of power that is not normalized, or gives the larger party less."""
    power = measures.banzhaf(seats)
    assert sum(power.values()) == pytest.approx(1)
    for one, other in itertools.combinations(seats, 2):
        if seats[one] >= seats[other]:
            assert power[one] >= power[other]


@given(CHAMBERS)
def test_power_is_that_of_every_coalition(seats):
    """Catch a shortcut of the counting: here each coalition of others is made and looked at."""
    total, swings = sum(seats.values()), dict.fromkeys(seats, 0)
    for size in range(len(seats) + 1):
        for coalition in itertools.combinations(seats, size):
            held = sum(seats[party] for party in coalition)
            for party in set(seats) - set(coalition):
                swings[party] += 2 * held <= total < 2 * (held + seats[party])
    every = sum(swings.values())
    assert measures.banzhaf(seats) == pytest.approx({one: n / every for one, n in swings.items()})


@given(CHAMBERS)
def test_a_minimal_coalition_loses_without_any_party(seats):
    """Catch a coalition that is called minimal and can spare somebody, and one that is not."""
    chamber = sum(seats.values())
    for size in range(1, len(seats) + 1):
        for coalition in itertools.combinations(seats.values(), size):
            wins = 2 * sum(coalition) > chamber
            spares = any(2 * (sum(coalition) - one) > chamber for one in coalition)
            assert measures.is_minimal_winning(coalition, chamber) == (wins and not spares)


@given(CHAMBERS)
def test_the_effective_number_lies_between_one_and_all(seats):
    """Catch a number of parties below one or above how many there are."""
    number = measures.effective_number(seats.values())
    assert 1 - 1e-9 <= number <= len(seats) + 1e-9
    assert 0 <= (measures.fractionalization(seats.values()) or 0) <= 1


@given(CHAMBERS, CHAMBERS)
def test_volatility_is_a_distance(before, after):
    """Catch a volatility outside 0 to 1, or that depends on the order of the elections."""
    first, second = measures.shares(before), measures.shares(after)
    moved = measures.volatility(first, second)
    assert -1e-9 <= moved <= 1 + 1e-9
    assert moved == pytest.approx(measures.volatility(second, first))
    assert measures.volatility(first, first) == 0


@given(CHAMBERS, PLACES)
def test_the_median_party_has_the_member_in_the_middle(seats, places):
    """Catch a median party to whose left or right sits a majority, whoever the unplaced are."""
    median = measures.median_party(seats, places)
    if median is None:
        return
    half, place = sum(seats.values()) / 2, places[median]
    unplaced = sum(size for party, size in seats.items() if party not in places)
    for side in (-1, 1):
        beyond = sum(
            size
            for party, size in seats.items()
            if party in places and side * (places[party] - place) > 0
        )
        assert beyond + unplaced < half


def test_shares_of_the_term_lie_in_it():
    """Catch a share above one, save of who resigned in the days after the regular election, or,
    before 1918, went on over it."""
    rows = dc.load("model_cabinets").dropna(subset=["term_share"])
    assert (rows["term_share"] >= 0).all()
    over = rows[(rows["term_share"] > 1) & (rows["start_date"] >= "1918-09-09")]
    assert set(over["end_class"]) <= {"technical"}
    assert (over["duration_days"] - over["max_days"] <= 7).all(), over["cabinet_id"].tolist()
