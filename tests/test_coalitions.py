"""Potential coalitions, familiarity and the panel."""

import itertools

import pandas as pd
import pytest

import dutchcabinets as dc
from dutchcabinets._sets import Sets


def test_every_set_once():
    """Catch a set that is missing or there twice, or whose seats are not the sum of its parties."""
    sets = dc.potential_coalitions("tk-1946")
    results = dc.load("election_results").query("election_id == 'tk-1946' and seats > 0")
    seats = dict(zip(results["party_id"], results["seats"], strict=True))
    made = {
        frozenset(one)
        for size in range(1, len(seats) + 1)
        for one in itertools.combinations(seats, size)
    }
    found = [frozenset(parties.split(";")) for parties in sets["parties"]]
    assert len(found) == len(made) == 2 ** len(seats) - 1
    assert set(found) == made
    for parties, row in zip(found, sets.itertuples(), strict=True):
        held = sum(seats[one] for one in parties)
        spares = any(2 * (held - seats[one]) > 100 for one in parties)
        assert (row.seats, row.n_parties) == (held, len(parties))
        assert row.is_winning == (2 * held > 100) == (not row.is_minority)
        assert row.is_minimal_winning == (row.is_winning and not spares)
        assert row.is_surplus == (row.is_winning and spares)


def test_1946_by_hand():
    """Catch a set whose place from left to right, or whose neighbours, are wrong.

    KVP (5.9473) and PvdA (3.6118) lie 2.3355 apart. ARP and CHU have 5.8067 and stand between.
    """
    sets = dc.potential_coalitions("tk-1946").set_index("parties")
    row = sets.loc["kvp;pvda"]
    assert row["left_right_range"] == pytest.approx(5.9473 - 3.6118)
    assert row["is_connected"] == 0
    assert row["formed"]
    assert row["cabinet_id"] == "beel-i"
    assert sets.loc["kvp;pvda;arp;chu", "is_connected"] == 1


def test_a_limit_drops_the_larger_sets_alone():
    """Catch a limit that loses a smaller set, or changes what is said of one."""
    whole = dc.potential_coalitions("tk-2023")
    few = dc.potential_coalitions("tk-2023", max_parties=3)
    expected = whole[whole["n_parties"] <= 3].sort_values("parties", ignore_index=True)
    pd.testing.assert_frame_equal(few.sort_values("parties", ignore_index=True), expected)


def test_each_cabinet_is_in_its_set():
    """Catch a coalition that formed and is no potential one, where nothing says why not."""
    models = dc.load("model_cabinets").set_index("cabinet_id")
    cabinets = dc.load("cabinets").query("start_date >= '1918-09-09'")
    assert len(cabinets) == 46
    for row in cabinets.itertuples():
        gap = models.at[row.cabinet_id, "coalition_gap"]
        day = row.start_date.date()
        if models.isna().at[row.cabinet_id, "chamber_seats_tk"]:
            assert gap in ("no_chamber", "no_coalition")
            with pytest.raises(ValueError, match="on which it met"):
                dc.potential_coalitions(day)
            continue
        sets = dc.potential_coalitions(day, max_parties=6)
        formed = sets[sets["formed"]]
        assert len(formed) == (0 if gap == "no_coalition" else 1), row.cabinet_id
        if gap != "no_coalition":
            assert set(formed["parties"].iloc[0].split(";")) == set(row.parties.split(";"))
            assert formed["seats"].iloc[0] == row.seats_tk


def test_who_goes_is_told_with_mergers():
    """Catch a coalition that goes and is not found since its parties have merged: Den Uyl in 1977
    had PvdA, KVP, ARP, PPR and D66, of which two stood as the CDA."""
    sets = dc.potential_coalitions("tk-1977")
    goes = sets[sets["is_incumbent"]]
    assert goes["parties"].tolist() == ["pvda;cda;d66;ppr"]
    assert sets.loc[sets["formed"], "parties"].tolist() == ["cda;vvd"]


def test_of_more_than_twenty_parties_a_limit_is_asked(monkeypatch):
    """Catch a day whose sets fill the memory."""
    from dutchcabinets import _coalitions

    monkeypatch.setattr(_coalitions, "MOST", 10)
    with pytest.raises(ValueError, match="max_parties: expected a number, since 17 parties"):
        dc.potential_coalitions("tk-2021")


@pytest.mark.parametrize(
    ("chamber", "message"),
    [
        ("tk-1956x", "did you mean tk-1956"),
        ("tk-1913", "no election 'tk-1913'"),
        ("1917-01-01", "expected a day from 1918"),
        ("2031-01-01", "expected a day from"),
        ("1943-05-01", "on which it met"),
        ("yesterday", "a date such as"),
    ],
)
def test_a_chamber_that_is_none(chamber, message):
    """Catch a slip that gives another chamber."""
    with pytest.raises(ValueError, match=message):
        dc.potential_coalitions(chamber)


def test_familiarity_by_hand():
    """Catch days that are counted twice, or lost in a merger.

    CDA and VVD before the election of 1982: Van Agt I, 19 December 1977 to 11 September 1981, 1362
    days. KVP and VVD had governed together before; as the CDA that counts: Drees-Van Schaik and
    Drees I (950 + 537), De Quay and Marijnen (1527 + 630), De Jong, Biesheuvel I and II (1553 + 400
    + 275), in all 5872 more; and RKSP, ARP and CHU with the LSP, of which the VVD came: Colijn II
    and III (796 + 694).
    """
    assert dc.familiarity("cda", "vvd", "1982-09-08") == 1362 + 5872 + 1490
    assert dc.familiarity("vvd", "cda", "1982-09-08") == 1362 + 5872 + 1490
    assert dc.familiarity("pvv", "vvd", "2024-07-02") == 0
    assert dc.familiarity("pvv", "vvd", "2024-07-12") == 10


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: dc.familiarity("cda", "kvp", "2000-01-01"), "expected another party than 'cda'"),
        (lambda: dc.familiarity("cda", "vdv", "2000-01-01"), "no party 'vdv'"),
        (lambda: dc.familiarity("cda", "vvd", "2040-01-01"), "expected one up to"),
        (lambda: dc.panel("week"), "no frequency 'week'"),
        (lambda: dc.panel("month", "1840-01-01"), "start: expected a day from 1848-03-25"),
        (lambda: dc.panel("month", "2000-01-01", "1999-01-01"), "end: expected a day from 2000"),
    ],
)
def test_slips_are_told(call, message):
    """Catch a slip that gives a number or rows without a word."""
    with pytest.raises(ValueError, match=message):
        call()


def test_no_day_twice():
    """Catch a day of handover with two cabinets, or a day without one."""
    days = dc.panel("day")
    expected = pd.date_range("1848-03-25", dc.about()["as_of"])
    assert days["date"].tolist() == expected.tolist()
    cabinets = dc.load("cabinets")
    counted = days.groupby("cabinet_id").size()
    over = cabinets.dropna(subset=["end_date"]).set_index("cabinet_id")
    assert (counted[over.index] == over["days_total"]).all()


@pytest.mark.parametrize("frequency", ["month", "quarter", "year"])
def test_a_period_is_as_on_its_last_day(frequency):
    """Catch a period that is told as on another day."""
    days = dc.panel("day").set_index("date").drop(columns="period")
    periods = dc.panel(frequency).set_index("date").drop(columns="period")
    pd.testing.assert_frame_equal(periods, days.loc[periods.index], check_freq=False)


def test_the_panel_by_hand():
    """Catch a status, party or day that is of another phase.

    On 31 July 2023 Rutte IV had been caretaker for 24 days; on 31 August 2025 NSC had left Schoof.
    """
    rows = dc.panel("month", "2023-06-01", "2025-08-31").set_index("period")
    assert rows.loc["2023-07", ["cabinet_id", "status", "days_caretaker"]].tolist() == [
        "rutte-iv", "caretaker", 24,
    ]  # fmt: skip
    assert rows.loc["2025-08", "parties"] == "vvd;bbb"
    assert rows.loc["2023-06", "days_caretaker"] is pd.NA


def test_days_that_are_not_known_are_null():
    """Catch a phase that is told on a day on which it may not have begun: Van Zuylen, Nov 1867."""
    days = dc.panel("day", "1867-10-31", "1867-12-01").set_index("date")
    assert days.loc["1867-10-31", "status"] == "full"
    assert days.loc["1867-11-15":"1867-11-30", "status"].isna().all()
    assert days.loc["1867-12-01", "status"] == "caretaker"


def test_sets_of_nothing_and_of_one():
    """Catch bounds of the generator of sets."""
    assert Sets([], 0).names() == []
    assert Sets(["a"], 1).names() == ["a"]
    assert Sets(["a", "b", "c"], 2).names() == ["a", "b", "a;b", "c", "a;c", "b;c"]
