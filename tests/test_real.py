"""What holds of the real data whatever is corrected in it, row by row, and what is pinned of it."""

import datetime
import itertools

import pytest

from scripts.accept import pinned
from scripts.curated.independence import count_headline_cells
from scripts.derive.common import days_between
from scripts.publish.place import differences
from scripts.schema import ROOT
from scripts.vocabulary import LOST
from tests.conftest import row_of

DAY = datetime.date


@pytest.fixture(scope="module")
def tables(real):
    return real.tables


def test_pinned_facts_are_what_the_tables_give(real):
    """Catch a cell, a case or a verdict that turned: `make accept` shows and accepts it."""
    found = list(differences(ROOT, pinned(ROOT, real.schema, real.tables)))
    assert not found, "\n".join([*found, "see what turned, and run `make accept` if it should"])


def test_what_is_committed_is_what_the_build_gives(real):
    """Catch outputs that were not rebuilt after an edit."""
    assert list(differences(ROOT, real.outputs)) == []


def test_cabinets_tile_the_time_since_1848(real, tables):
    """Catch a day without a cabinet, or with two, from 25 March 1848 to as_of."""
    cabinets = tables["cabinets"]
    assert len(cabinets) >= 72
    assert [row["sequence"] for row in cabinets] == list(range(1, len(cabinets) + 1))
    for before, after in itertools.pairwise(cabinets):
        assert before["end_date"] == after["start_date"] > before["start_date"], before
    assert cabinets[0]["start_date"].year == 1848
    assert cabinets[-1]["end_date"] is None
    assert [row["is_current"] for row in cabinets].count(True) == 1
    assert cabinets[-1]["start_date"] <= real.schema.package["as_of"]


def test_phases_tile_their_cabinet(tables):
    """Catch a phase outside its cabinet, a gap, an overlap, or a boundary that changes nothing."""
    for cabinet in tables["cabinets"]:
        key = cabinet["cabinet_id"]
        phases = [row for row in tables["cabinet_phases"] if row["cabinet_id"] == key]
        assert [row["phase"] for row in phases] == list(range(1, len(phases) + 1)), key
        assert phases[0]["start_date"] == cabinet["start_date"], key
        assert phases[0]["status"] == "full", key
        assert phases[-1]["end_date"] == cabinet["end_date"], key
        for before, after in itertools.pairwise(phases):
            assert before["end_date"] == after["start_date"], key
            turns = ("status", "parties", "seats_tk", "prime_minister_id")
            assert any(before[name] != after[name] for name in turns), key


def test_a_mended_crisis_is_a_caretaker_phase(tables):
    """Catch a crisis that was mended that leaves no phase."""
    for fall in tables["falls"]:
        if fall["outcome"] == "mended":
            key = fall["cabinet_id"]
            phases = [row for row in tables["cabinet_phases"] if row["cabinet_id"] == key]
            status = [name for name, _ in itertools.groupby(row["status"] for row in phases)]
            assert status[:3] == ["full", "caretaker", "full"], key


def test_a_party_that_left_is_in_no_later_phase(tables):
    """Catch a phase that still counts a party that has left."""
    for event in tables["events"]:
        if event["event_type"] == "party_leaves" and event["date"]:
            key = event["cabinet_id"]
            member = row_of(tables["cabinet_parties"], cabinet_id=key, party_id=event["party_id"])
            assert member["end_date"] == event["date"], event
            for row in tables["cabinet_phases"]:
                if row["cabinet_id"] == key and (row["start_date"] or DAY.min) >= event["date"]:
                    assert event["party_id"] not in (row["parties"] or "").split(";"), row


def test_durations_hold_together(tables):
    """Catch a count that is not the difference of its dates, or a wrong rank."""
    durations = [row for row in tables["formation_durations"] if not row["is_running"]]
    for row in durations:
        name = f"formation_durations: {row['formation_id']}/{row['definition']}"
        assert row["days_inclusive"] == row["days"] + 1, name
        span = days_between(row["start_date"], row["end_date"])
        left_out = row["definition"] in ("sum_of_commissions", "days_of_scouting")
        assert row["days"] <= span if left_out else row["days"] == span, name
        same = [other for other in durations if other["definition"] == row["definition"]]
        longer = [other for other in same if other["days"] > row["days"]]
        assert row["rank"] == len(longer) + 1, name
        since = len([other for other in longer if other["end_date"].year >= 1946]) + 1
        is_recent = row["end_date"].year >= 1946
        assert row["rank_since_1946"] == (since if is_recent else None), name


def test_both_ends_of_a_duration_are_events(tables):
    """Catch a duration that starts or ends on a day on which nothing happened."""
    happened = {(row["formation_id"], row["date"]) for row in tables["events"]}
    for row in tables["formation_durations"]:
        if row["definition"] in ("sum_of_commissions", "days_of_scouting") or row["is_running"]:
            continue
        eve = datetime.timedelta(days=row["definition"] == "election_to_eve_of_inauguration")
        assert (row["formation_id"], row["start_date"]) in happened, row
        assert (row["formation_id"], row["end_date"] + eve) in happened, row


def test_a_formation_without_an_election_has_no_election_length(tables):
    """Catch 1866, 1926, 1951, 1965 and others that get a length from an election years before."""
    trigger = {row["formation_id"]: row["trigger"] for row in tables["formations"]}
    assert {"van-zuylen-van-nijevelt", "de-geer-i", "drees-i", "cals", "balkenende-iii"} <= {
        key for key, kind in trigger.items() if kind == "fall"
    }
    for row in tables["formation_durations"]:
        is_from_election = row["definition"].startswith("election_")
        assert not (is_from_election and trigger[row["formation_id"]] == "fall"), row


def test_falls_by_a_vote_name_it(tables):
    """Catch a fall by a lost vote or bill without the vote."""
    for row in tables["falls"]:
        assert row["vote_id"] or row["mechanism"] not in LOST, f"falls: {row['fall_id']} vote_id"


def test_every_mechanism_is_defined_and_told_by_example(real, tables):
    """Catch a code without a definition, or whose example and counter-example are one fall."""
    codes = [row for row in real.schema.codes if row["codelist"] == "mechanism"]
    assert all(row["definition"] for row in codes)
    for row in tables["mechanisms"]:
        assert row["example"] is None or row["example"] != row["counter_example"], row
        assert bool(row["n_falls"]) == bool(row["example"]), row


def test_every_fall_has_a_class_in_every_scheme(tables):
    """Catch a fall without a translation, or a difference from a published code that none tells."""
    assert len(tables["fall_codings"]) == 4 * len(tables["falls"])
    without = [row for row in tables["fall_codings"] if row["code"] is None]
    war = {row["fall_id"] for row in tables["falls"] if row["mechanism"] == "war"}
    # Only war has no class in the scheme of Woldendorp, Keman and Budge.
    assert {(row["fall_id"], row["scheme"]) for row in without} == {(fall, "rft") for fall in war}
    assert all(row["note"] for row in tables["fall_codings"] if row["agrees"] is False)


def test_all_falls_were_coded_twice(tables):
    """Catch a fall coded once, agreement that slid, or a difference that nobody resolved."""
    first = {row["fall_id"]: row["mechanism"] for row in tables["falls"]}
    assert {row["fall_id"] for row in tables["fall_recodings"]} == set(first)
    kappa = {row["column_name"]: row["kappa"] for row in tables["coding_agreement"]}
    assert kappa["mechanism"] >= 0.8
    assert min(kappa.values()) >= 0.6
    for row in tables["fall_recodings"]:
        assert row["note"] or row["mechanism"] == first[row["fall_id"]], row


def test_every_fall_is_told_in_two_languages(tables):
    """Catch a summary that is missing or left in one language, or a cabinet without a fall."""
    ended = {row["cabinet_id"] for row in tables["falls"] if row["outcome"] == "ended"}
    over = {row["cabinet_id"] for row in tables["cabinets"] if row["end_date"]}
    assert over <= ended
    for row in tables["falls"]:
        assert row["summary_en"] != row["summary_nl"], row["fall_id"]
        for column in ("summary_en", "summary_nl"):
            assert 60 <= len(row[column]) <= 800, f"falls: {row['fall_id']} {column}"


def test_all_elections_since_1848(tables):
    """Catch an election left out: 17 general and 16 periodic to 1917, then 6, then 25 or more."""
    held = [row for row in tables["elections"] if row["kind"] != "partial"]
    years = [row["date"].year for row in held]
    by_period = [
        sum(first <= year < last for year in years)
        for first, last in ((1848, 1918), (1918, 1946), (1946, 9999))
    ]
    assert by_period[:2] == [17 + 16, 6]
    assert by_period[2] >= 25
    kinds = [row["kind"] for row in tables["elections"] if row["date"].year < 1918]
    assert [kinds.count(kind) for kind in ("general", "periodic", "partial")] == [17, 16, 3]


def test_every_seat_is_up_every_four_years(tables):
    """Catch a half that was left out, or counted with the wrong seats.

    Two halves in a row fill the chamber. New seats come in between: those of 1859 (34 + 36 of 72,
    since two of the four new ones were due again in 1860), 1864 and 1878. Those of 1869 were voted
    on with the half that was due, which made it 42; in 1871 the other half was 40 of 80.
    """
    early = [row for row in tables["elections"] if row["date"].year < 1888]
    held = [row for row in early if row["kind"] != "partial"]
    new = {row["date"]: row["seats"] for row in early if row["kind"] == "partial"}
    pairs = 0
    for before, after in itertools.pairwise(held):
        if after["kind"] != "periodic":
            continue
        assert (after["date"] - before["date"]).days <= 2 * 366 + 10, after["election_id"]
        if before["kind"] != "periodic":
            continue
        pairs += 1
        between = sum(seats for day, seats in new.items() if before["date"] <= day <= after["date"])
        both = before["seats"] + after["seats"]
        more = 2 if before["election_id"] == "tk-1869" else 0
        assert after["chamber_size"] - between <= both <= after["chamber_size"] + more, after
        assert between or both == after["chamber_size"] + more, after
    assert pairs == 13


def test_no_rule_for_parties_is_applied_to_labels(tables):
    """Catch a type, a majority or a count that was computed from labels of groups."""
    labels = {row["party_id"] for row in tables["parties"] if row["party_kind"] == "label"}

    def is_labelled(row):
        return labels & set((row["parties"] or "").split(";"))

    labelled = [row for row in tables["cabinets"] if is_labelled(row)]
    assert {row["sequence"] for row in labelled} >= set(range(1, 19))
    for row in labelled:
        for column in ("n_parties", "cabinet_type", "is_majority_tk", "seats_tk", "seats_ek"):
            assert row[column] is None, f"cabinets: {row['cabinet_id']} {column}"
    for row in tables["cabinet_phases"]:
        assert not (row["seats_tk"] and is_labelled(row)), row


def test_premierships_follow_each_other(tables):
    """Catch two cabinets in a row under one person that became two premierships, or an overlap.

    Van Hall left before his cabinet, Thorbecke died, and Tak van Poortvliet took the chair a day
    after Van Tienhoven had gone: only then is there a day without a leader.
    """
    spells = tables["prime_ministers"]
    gaps = 0
    for before, after in itertools.pairwise(spells):
        assert before["end_date"] <= after["start_date"], before
        gaps += before["end_date"] < after["start_date"]
        assert before["person_id"] != after["person_id"], before
    assert gaps == 3
    for row in spells:
        led = row["cabinets"].split(";")
        assert len(led) == len(set(led)), row


def test_most_headline_cells_have_two_families(real):
    """Catch a slide in how sure the data are: exceptions are few."""
    cells, backed = count_headline_cells(real.curated)
    assert cells > 800
    assert backed / cells > 0.65


def test_stages_have_the_lengths_of_their_dates(tables):
    """Catch a length that is not the difference, or a breakdown before the first commission."""
    for row in tables["formation_stages"]:
        assert row["days"] == days_between(row["start_date"], row["end_date"]), row
        since = row["days_since_first_commission"]
        assert since is None or row["days"] is None or since >= row["days"], row


def test_the_claims_are_many_and_of_many(real, tables):
    """Catch a claims table that lost its breadth, or a verdict that comes from a curated file."""
    claims = tables["claims"]
    assert len(claims) >= 1000
    assert len({row["publisher"] for row in claims}) >= 100
    assert len({row["language"] for row in claims}) >= 5
    assert {row["verdict"] for row in claims} <= set(real.schema.allowed["verdict"])
    assert all(len(row["statement"]) > 15 and row["explanation"] for row in claims)
    computed = {"verdict", "derived_value", "explanation", "definition"}
    assert not computed & set(real.schema.tables["claims"].curated)


def test_computed_stances_are_the_three(tables):
    """Catch a stance that does not follow from what is printed."""
    for row in tables["evidence"]:
        assert (row["stance"] == "silent") == (row["value"] is None), row


def test_the_eerste_kamer_has_its_size_when_members_leave_their_groups(tables):
    """Catch a chamber that shrinks with the groups that are followed: 7 + 6 + 9 = 22 of 75."""
    jetten = row_of(tables["cabinets"], cabinet_id="jetten")
    assert (jetten["seats_ek"], jetten["chamber_seats_ek"]) == (22, 75)


@pytest.mark.parametrize(
    ("cabinet", "ministers", "state_secretaries"),
    [
        ("den-uyl", 16, 17),
        ("rutte-iii", 16, 8),
        ("rutte-iv", 20, 9),
        ("schoof", 16, 13),
        ("jetten", 18, 10),
    ],
)
def test_members_are_as_many_as_in_print(tables, cabinet, ministers, state_secretaries):
    """Catch a member who went missing, or one who is counted twice."""
    row = row_of(tables["cabinets"], cabinet_id=cabinet)
    assert (row["n_ministers"], row["n_state_secretaries"]) == (ministers, state_secretaries)


def test_every_cabinet_has_a_number_of_ministers(tables):
    """Catch a cabinet without members, or state secretaries before there were any."""
    rows = tables["cabinets"]
    assert all(6 <= row["n_ministers"] <= 20 for row in rows)
    since = [row["cabinet_id"] for row in rows if row["n_state_secretaries"] is not None]
    assert since[0] == "drees-van-schaik"
    assert len(since) == sum(row["sequence"] >= 42 for row in rows)


@pytest.mark.parametrize(
    ("person", "cabinet", "column"),
    [
        ("neher-l", "beel-i", "start_text"),
        ("van-der-grinten-wcl", "drees-van-schaik", "start_text"),
        ("fockema-andreae-wh", "drees-van-schaik", "end_text"),
        ("ringers-ja", "schermerhorn-drees", "start_text"),
        ("kruisinga-rjh", "van-agt-i", "end_text"),
    ],
)
def test_days_on_which_families_differ_are_kept(tables, person, cabinet, column):
    """Catch evidence of a member's day that shows only who agrees."""
    own = {
        row["appointment_id"]
        for row in tables["appointments"]
        if (row["person_id"], row["cabinet_id"]) == (person, cabinet)
    }
    stances = {
        row["stance"]
        for row in tables["evidence"]
        if row["row_id"] in own and row["column_name"] == column
    }
    assert "differs" in stances


def test_there_are_as_many_appointments_as_the_sources_have(tables):
    """Catch a part of the members that was lost: 1,000 since 1945, and 460 ministers before."""
    since = {row["cabinet_id"] for row in tables["cabinets"] if row["sequence"] >= 40}
    late = sum(row["cabinet_id"] in since for row in tables["appointments"])
    assert late >= 1000
    assert len(tables["appointments"]) - late >= 460
