"""What the built tables must hold, row by row; a failure names the row and the column."""

import datetime
import itertools

import pytest

from scripts.derive.common import days_between
from scripts.evidence import count_headline_cells
from tests.conftest import row_of

DAY = datetime.date


def test_33_cabinets_tile_the_time_since_1945(built, schema):
    """Catch a day without a cabinet, or with two, from 24 June 1945 to as_of."""
    cabinets = built["cabinets"]
    assert len(cabinets) == 33
    assert cabinets[0]["start_date"] == DAY(1945, 6, 24)
    for before, after in itertools.pairwise(cabinets):
        assert before["end_date"] == after["start_date"], f"cabinets: {before['cabinet_id']} end_date"
        assert after["sequence"] == before["sequence"] + 1
    assert cabinets[-1]["end_date"] is None
    assert [row["cabinet_id"] for row in cabinets if row["is_current"]] == ["jetten"]
    assert cabinets[-1]["start_date"] <= schema.package["as_of"]


def test_phases_tile_their_cabinet(built):
    """Catch a phase outside its cabinet, a gap, an overlap, or a boundary that changes nothing."""
    for cabinet in built["cabinets"]:
        phases = [row for row in built["cabinet_phases"] if row["cabinet_id"] == cabinet["cabinet_id"]]
        assert [row["phase"] for row in phases] == list(range(1, len(phases) + 1)), cabinet["cabinet_id"]
        assert phases[0]["start_date"] == cabinet["start_date"], cabinet["cabinet_id"]
        assert phases[0]["status"] == "full", cabinet["cabinet_id"]
        assert phases[-1]["end_date"] == cabinet["end_date"], cabinet["cabinet_id"]
        for before, after in itertools.pairwise(phases):
            assert before["end_date"] == after["start_date"], cabinet["cabinet_id"]
            assert (before["status"], before["parties"]) != (after["status"], after["parties"]), cabinet["cabinet_id"]


@pytest.mark.parametrize(
    ("cabinet", "expected"),
    [
        ("drees-ii", ["full", "caretaker", "full", "caretaker"]),
        ("de-quay", ["full", "caretaker", "full", "caretaker"]),
        ("van-agt-ii", ["full", "caretaker", "full", "caretaker"]),
        ("kok-ii", ["full", "caretaker", "full", "caretaker"]),
        ("rutte-iv", ["full", "caretaker"]),
        ("jetten", ["full"]),
    ],
)
def test_a_mended_crisis_is_a_caretaker_phase(built, cabinet, expected):
    """Catch the crises of 1955, 1960, 1981 and 1999 that leave no phase."""
    assert [row["status"] for row in built["cabinet_phases"] if row["cabinet_id"] == cabinet] == expected


@pytest.mark.parametrize(
    ("cabinet", "party", "day"),
    [
        ("biesheuvel-i", "ds70", DAY(1972, 7, 17)),
        ("van-agt-ii", "pvda", DAY(1982, 5, 12)),
        ("balkenende-ii", "d66", DAY(2006, 6, 29)),
        ("balkenende-iv", "pvda", DAY(2010, 2, 20)),
        ("schoof", "pvv", DAY(2025, 6, 3)),
        ("schoof", "nsc", DAY(2025, 8, 22)),
    ],
)
def test_a_party_that_leaves_starts_a_phase(built, cabinet, party, day):
    """Catch a phase that still counts a party that has left."""
    assert row_of(built, "cabinet_parties", cabinet_id=cabinet, party_id=party)["end_date"] == day
    phase = row_of(built, "cabinet_phases", cabinet_id=cabinet, start_date=day)
    assert party not in phase["parties"].split(";")


def test_seats_of_schoof_by_phase(built):
    """Catch seats that ignore who left: 88 with four parties, 51 without the PVV, 32 without NSC (24 VVD, 8 BBB)."""
    assert [row["seats_tk"] for row in built["cabinet_phases"] if row["cabinet_id"] == "schoof"] == [88, 51, 32]


def test_both_chambers_of_1956(built):
    """Catch one chamber for the other: Drees III began with 34+33+10+8 = 85 of 100 and fell with 50+49+15+13 = 127 of 150."""
    cabinet = row_of(built, "cabinets", cabinet_id="drees-iii")
    assert (cabinet["seats_tk"], cabinet["chamber_seats_tk"]) == (85, 100)
    assert [row["seats_tk"] for row in built["cabinet_phases"] if row["cabinet_id"] == "drees-iii"] == [85, 127]
    after = row_of(built, "cabinets", cabinet_id="beel-ii")
    assert (after["seats_tk"], after["chamber_seats_tk"]) == (49 + 15 + 13, 150)


@pytest.mark.parametrize(
    ("cabinet", "column", "value"),
    [
        ("rutte-iv", "seats_tk", 77),
        ("rutte-iv", "seats_tk_elected", 78),
        ("rutte-iii", "seats_tk", 76),
        ("rutte-i", "seats_tk", 52),
        ("rutte-i", "seats_tk_support", 76),
        ("rutte-i", "cabinet_type", "minority"),
        ("schoof", "cabinet_type", "oversized"),
        ("jetten", "seats_tk", 66),
        ("jetten", "cabinet_type", "minority"),
        ("schermerhorn-drees", "cabinet_type", None),
        ("rutte-iv", "resignation_date", DAY(2023, 7, 7)),
        ("rutte-iv", "days_full", 543),
        ("kok-ii", "fall_cause", "takes responsibility for past failure"),
        ("balkenende-i", "days_full", 86),
    ],
)
def test_cells_of_cabinets(built, cabinet, column, value):
    """Catch a cell that a user would know to be wrong."""
    assert row_of(built, "cabinets", cabinet_id=cabinet)[column] == value, f"cabinets: {cabinet} {column}"


def test_formations_after_an_election_rank_as_published(built):
    """Catch a wrong date: the 25 lengths from election to inauguration, longest first."""
    days = [row["days"] for row in built["formation_durations"] if row["definition"] == "election_to_inauguration"]
    expected = [299, 225, 223, 208, 163, 127, 125, 122, 117, 111, 108, 92, 89, 70, 69, 69, 68, 68, 62, 57, 54, 54, 49, 47, 31]
    assert sorted(days, reverse=True) == expected


def test_rutte_iv_under_the_definitions_in_print(built):
    """Catch a definition that lost its meaning: 271, 273, 279, 299 and 300 are all true of one formation."""
    rows = {row["definition"]: row for row in built["formation_durations"] if row["cabinet_id"] == "rutte-iv"}
    assert rows["election_to_agreement_reached"]["days"] == 271
    assert rows["election_to_agreement_presented"]["days"] == 273
    assert rows["first_commission_to_inauguration"]["days"] == 279
    assert rows["election_to_inauguration"]["days"] == 299
    assert rows["election_to_inauguration"]["days_inclusive"] == 300
    assert rows["election_to_eve_of_inauguration"]["days"] == 298
    assert rows["election_to_inauguration"]["rank"] == 1


def test_durations_hold_together(built):
    """Catch a count that is not the difference of its dates, an inclusive one that is not one more, or a wrong rank."""
    for row in built["formation_durations"]:
        name = f"formation_durations: {row['formation_id']}/{row['definition']}"
        assert row["days_inclusive"] == row["days"] + 1, name
        span = days_between(row["start_date"], row["end_date"])
        left_out = row["definition"] in ("sum_of_commissions", "days_of_scouting")
        assert row["days"] <= span if left_out else row["days"] == span, name
        longer = [
            other for other in built["formation_durations"] if other["definition"] == row["definition"] and other["days"] > row["days"]
        ]
        assert row["rank"] == len(longer) + 1, name


def test_both_ends_of_a_duration_are_events(built):
    """Catch a duration that starts or ends on a day on which nothing happened."""
    happened = {(row["formation_id"], row["date"]) for row in built["events"]}
    for row in built["formation_durations"]:
        if row["definition"] in ("sum_of_commissions", "days_of_scouting"):
            continue
        eve = datetime.timedelta(days=row["definition"] == "election_to_eve_of_inauguration")
        assert (row["formation_id"], row["start_date"]) in happened, f"formation_durations: {row} start_date"
        assert (row["formation_id"], row["end_date"] + eve) in happened, f"formation_durations: {row} end_date"


def test_a_formation_without_an_election_has_no_election_length(built):
    """Catch 1951, 1958, 1965 and others that get a length from an election years before."""
    after_a_fall = {row["formation_id"] for row in built["formations"] if row["trigger"] == "fall"}
    assert {"drees-i", "beel-ii", "cals", "zijlstra", "biesheuvel-ii", "van-agt-iii", "balkenende-iii"} <= after_a_fall
    for row in built["formation_durations"]:
        assert not (row["formation_id"] in after_a_fall and row["definition"].startswith("election_")), row


def test_every_cabinet_and_mended_crisis_has_a_fall_told_in_two_languages(built):
    """Catch a summary that is missing or left in one language."""
    ended = {row["cabinet_id"] for row in built["falls"] if row["outcome"] == "ended"}
    assert ended == {row["cabinet_id"] for row in built["cabinets"]} - {"jetten"}
    mended = {row["fall_id"] for row in built["falls"] if row["outcome"] == "mended"}
    assert mended == {"drees-ii-1955", "de-quay-1960", "van-agt-ii-1981", "kok-ii-1999"}
    for row in built["falls"]:
        assert row["summary_en"] != row["summary_nl"], row["fall_id"]
        for column in ("summary_en", "summary_nl"):
            assert 60 <= len(row[column]) <= 700, f"falls: {row['fall_id']} {column}"


def test_all_25_elections_since_1946(built):
    """Catch an election left out, or the first of three polling days of 2021 for the day that counts."""
    days = [row["date"] for row in built["elections"]]
    assert len(days) == 25
    assert (days[0], days[-1]) == (DAY(1946, 5, 17), DAY(2025, 10, 29))
    election = row_of(built, "elections", election_id="tk-2021")
    assert (election["first_polling_date"], election["date"]) == (DAY(2021, 3, 15), DAY(2021, 3, 17))


def test_premierships_are_unbroken(built):
    """Catch two cabinets in a row that became two premierships, or Beel's two that became one."""
    spells = built["prime_ministers"]
    assert [row["cabinets"] for row in spells if row["person_id"] == "beel-ljm"] == ["beel-i", "beel-ii"]
    rutte = row_of(built, "prime_ministers", person_id="rutte-m")
    assert (rutte["start_date"], rutte["end_date"]) == (DAY(2010, 10, 14), DAY(2024, 7, 2))
    # 14 October 2010 to 14 October 2023 is 13 years with three leap days, 13*365+3 = 4748; 262 days on to 2 July 2024.
    assert rutte["days"] == 4748 + 262
    for before, after in itertools.pairwise(spells):
        assert before["end_date"] == after["start_date"], f"prime_ministers: {before['person_id']} end_date"
        assert before["person_id"] != after["person_id"]


def test_lineage_ends_at_curated_cells(built, schema):
    """Catch a derived cell that leads to another derived cell, or to no cell."""
    rows = {name: {schema.tables[name].row_id(row) for row in built[name]} for name in schema.tables}
    for row in built["lineage"]:
        assert row["row_id"] in rows[row["table"]], row
        assert row["from_row_id"] in rows[row["from_table"]], row
        assert row["from_column"] in schema.tables[row["from_table"]].curated, row
        assert row["column"] in schema.tables[row["table"]].columns, row


def test_most_headline_cells_have_two_families(schema, real):
    """Catch a slide in how sure the data are: exceptions are few."""
    cells, backed = count_headline_cells(schema, real)
    assert cells > 500
    assert backed / cells > 0.9


@pytest.mark.parametrize(
    ("formation", "tried", "same"),
    [
        # 1977: PvdA, CDA and D66 negotiated for five months, CDA and VVD governed.
        ("van-agt-i", "pvda;cda;d66", False),
        ("rutte-iii", "vvd;cda;d66;gl", False),
        ("rutte-ii", "vvd;pvda", True),
        # The support of the PVV was part of what was tried, and of what came.
        ("rutte-i", "vvd;pvda;d66;gl", False),
        ("schoof", "pvv;vvd;nsc;bbb", True),
        # Nobody was asked for named parties, or a first attempt failed of which they are not known.
        ("beel-i", None, None),
        ("lubbers-i", None, None),
        ("rutte-iv", None, None),
    ],
)
def test_parties_first_tried(built, formation, tried, same):
    """Catch a first attempt that is taken from an exploration, or compared with the wrong cabinet."""
    row = row_of(built, "formations", formation_id=formation)
    assert (row["parties_first_tried"], row["first_tried_governed"]) == (tried, same), f"formations: {formation}"


@pytest.mark.parametrize(
    ("formation", "stages", "commissions", "failed"),
    # 1977: nine commissions, of which Den Uyl's four failed (one together with Veringa). 2021: two pairs of scouts first.
    [("van-agt-i", 9, 9, 4), ("rutte-iv", 8, 6, 1), ("drees-iii", 7, 7, 5), ("lubbers-ii", 2, 2, 0)],
)
def test_stages_are_counted_once(built, formation, stages, commissions, failed):
    """Catch a joint commission that counts twice, or a scout that counts as a commission."""
    row = row_of(built, "formations", formation_id=formation)
    assert (row["n_stages"], row["n_commissions"], row["n_failed_attempts"]) == (stages, commissions, failed), f"formations: {formation}"


def test_stages_lie_in_their_formation(built):
    """Catch a commission whose length is not the difference of its dates, or a breakdown before the first commission."""
    for row in built["formation_stages"]:
        name = f"formation_stages: {row['formation_id']}/{row['stage']}/{row['person_id']}"
        assert row["days"] == days_between(row["start_date"], row["end_date"]), name
        if row["days_since_first_commission"] is not None:
            assert row["days_since_first_commission"] >= row["days"], name


def test_the_claims_are_many_and_of_many(built, schema):
    """Catch a claims table that lost its breadth: 250 claims, 60 publishers and 5 languages at least, with a source each."""
    claims = built["claims"]
    assert len(claims) >= 250
    assert len({row["publisher"] for row in claims}) >= 60
    assert len({row["language"] for row in claims}) >= 5
    assert {row["verdict"] for row in claims} == set(schema.allowed["verdict"])
    for row in claims:
        assert len(row["statement"]) > 15, row["claim_id"]


@pytest.mark.parametrize(
    ("publisher", "value", "subject", "verdict"),
    [
        # The same number of days is true of the agreement, and was printed for the whole.
        ("ANSA", "271", "rutte-iv", "reproduced"),
        ("Parlement.com", "1748", "lubbers-iii", "refuted"),
        ("NL Times", "4309", "lubbers-rfm", "reproduced"),
        ("NRC", "3790", "drees-w-1886", "reproduced_inclusive"),
        ("Het Parool", "94", "formations", "refuted"),
    ],
)
def test_claims_in_print(built, publisher, value, subject, verdict):
    """Catch a published figure whose verdict turned."""
    found = [row["verdict"] for row in built["claims"] if (row["publisher"], row["value"], row["subject"]) == (publisher, value, subject)]
    assert found, f"claims: no {publisher} {value} {subject}"
    assert set(found) == {verdict}, f"claims: {publisher} {value} {subject} verdict"
