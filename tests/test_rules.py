"""Each rule of the domain passes on the frozen history and fails on a row that breaks it."""

import datetime

import pytest

from scripts.cells import Row
from scripts.check import RULES
from scripts.curated.independence import Independence
from scripts.curated.witnesses import stance
from scripts.problems import Problem
from tests.conftest import row_of


def event(tables, key):
    return row_of(tables["events"], event_id=key)


def stage(tables, formation, number):
    return row_of(tables["formation_stages"], formation_id=formation, stage=number)


def copied(row, **changes):
    """A row like another one of the same file."""
    new = Row({**row, **changes})
    new.file, new.line = row.file, row.line
    return new


def a_second_row_with_the_same_key(tables):
    tables["persons"].append(tables["persons"][0])


def a_party_nobody_knows(tables):
    row = row_of(tables["cabinet_parties"], cabinet_id="balkenende-iv", party_id="cu")
    row["party_id"] = "cuu"


def an_identifier_of_nobody(tables):
    tables["crosswalk"][0]["entity_id"] = "nobody"


def a_commission_that_ends_before_it_begins(tables):
    stage(tables, "balkenende-iv", 1)["end_date"] = datetime.date(2006, 11, 1)


def an_event_of_tomorrow(tables):
    event(tables, "balkenende-iv-inauguration")["date"] = "2126-02-23"


def no_inauguration(tables):
    tables["events"].remove(event(tables, "balkenende-iv-inauguration"))


def a_cabinet_before_its_predecessor(tables):
    event(tables, "balkenende-iii-inauguration")["date"] = "2003-01-01"


def a_resignation_after_the_handover(tables):
    event(tables, "balkenende-ii-resignation-offered")["date"] = "2006-07-08"


def a_stranger_who_leaves(tables):
    event(tables, "balkenende-ii-party-leaves-d66")["party_id"] = "cu"


def a_cabinet_of_nobody(tables):
    rows = tables["cabinet_parties"]
    rows[:] = [row for row in rows if row["cabinet_id"] != "balkenende-iv"]


def a_leader_without_a_name(tables):
    known = event(tables, "balkenende-ii-vote")
    tables["events"].append(copied(known, event_id="x", event_type="leader_leaves"))


def a_chamber_that_never_met_again(tables):
    known = event(tables, "balkenende-ii-vote")
    for number in range(2):
        changes = {"event_id": f"x-{number}", "event_type": "chamber_suspended"}
        tables["events"].append(copied(known, **changes))


def a_formation_after_the_wrong_cabinet(tables):
    row = row_of(tables["formations"], formation_id="balkenende-iv")
    row["previous_cabinet_id"] = "balkenende-ii"


def two_formations_that_run(tables):
    last = tables["formations"][-1]
    for number in range(2):
        tables["formations"].append(
            copied(last, formation_id=f"x-{number}", outcome="running", cabinet_id=None)
        )


def an_election_that_did_not_trigger(tables):
    row_of(tables["formations"], formation_id="balkenende-iv")["trigger"] = "fall"


def two_agreements_of_one_formation(tables):
    known = event(tables, "balkenende-ii-agreement-reached")
    tables["events"].append(copied(known, event_id="x", date="2003-05-15"))


def a_definition_from_no_event(tables):
    rows = tables["duration_definitions"]
    row_of(rows, definition="election_to_inauguration")["end_event_types"] = "oath"


def a_commission_that_came_to_nothing_known(tables):
    stage(tables, "balkenende-iv", 1)["outcome"] = None


def a_commission_with_a_party_nobody_knows(tables):
    stage(tables, "balkenende-iv", 2)["parties"] = "cda;pvda;cuu"


def a_commission_before_the_election(tables):
    stage(tables, "balkenende-iv", 1)["start_date"] = datetime.date(2006, 11, 21)


def a_cabinet_that_ended_without_a_fall(tables):
    tables["falls"].remove(row_of(tables["falls"], fall_id="balkenende-ii"))


def a_fall_that_was_no_resignation(tables):
    row = row_of(tables["falls"], fall_id="balkenende-ii")
    row["event_id"] = "balkenende-ii-inauguration"


def a_cause_that_is_only_underlying(tables):
    row_of(tables["fall_causes"], fall_id="balkenende-iii", cause_number=1)["role"] = "underlying"


def a_minority_that_carried(tables):
    tables["votes"][0]["result"] = "carried"


def a_lost_vote_that_nobody_held(tables):
    row_of(tables["falls"], fall_id="balkenende-iii")["mechanism"] = "lost_vote_of_confidence"


def a_cause_against_nobody_known(tables):
    row_of(tables["fall_causes"], fall_id="balkenende-ii", cause_number=1)["against"] = "cda;vvdd"


def an_example_of_something_else(tables):
    row = row_of(tables["mechanisms"], mechanism="interim_task_done")
    row["example"] = "balkenende-ii"


def a_class_of_another_scheme(tables):
    tables["fall_codings"][0]["published_code"] = "elections"


def a_half_that_fills_the_chamber(tables):
    row_of(tables["elections"], election_id="tk-2006")["kind"] = "periodic"


def a_party_back_from_the_dead(tables):
    row_of(tables["parties"], party_id="cu")["dissolved"] = "2004-01-01"


def two_sizes_at_once(tables):
    known = row_of(tables["chamber_sizes"], chamber="tk")
    tables["chamber_sizes"].append(copied(known, seats=100, start_date=None))


def a_seat_too_many(tables):
    row_of(tables["election_results"], election_id="tk-2006", party_id="cu")["seats"] += 1


def more_votes_than_voters(tables):
    row_of(tables["elections"], election_id="tk-2006")["votes_cast"] = 19_999_999


def a_rank_of_nothing(tables):
    tables["claims"][0] |= {"claim_type": "rank", "measure": None}


def a_length_that_is_no_number(tables):
    tables["claims"][0] |= {"claim_type": "days", "measure": "cabinet", "value": "about 300"}


def a_source_that_nothing_cites(tables):
    tables["sources"].append(copied(tables["sources"][0], source_id="idle"))


def evidence_of_no_cell(tables):
    tables["evidence"][0]["column_name"] = "colour"


def a_disagreement_that_nobody_settled(tables):
    tables["rulings"].clear()


def evidence_that_is_gone(tables):
    rows = tables["evidence"]
    rows[:] = [row for row in rows if row["row_id"] != "balkenende-iv-inauguration"]


def a_summary_with_a_day_of_its_own(tables):
    tables["falls"][0]["summary_nl"] = "Op 31 december 1999 viel het kabinet."


def a_list_of_another_series(tables):
    """Its source prints other votes than the adopted ones for the lists with seats."""
    listed = next(iter(tables["unseated_lists"]))
    told = [said for said in tables["evidence"] if said["row_id"].startswith("tk-2006/")
            and said["column_name"] == "votes"]  # fmt: skip
    for said in told:
        said["value"] = "1"
    row_id = f"{listed['election_id']}/{listed['list_name']}"
    new = copied(told[0], table_name="unseated_lists", row_id=row_id)
    new.file = "data/evidence/unseated_lists.csv"
    tables["evidence"].append(new)


def a_decree_after_its_effect(tables):
    known = row_of(tables["events"], event_id="balkenende-iv-inauguration")
    for kind, day in (("dissolution", "2003-01-30"), ("dissolution_decreed", "2003-02-03")):
        tables["events"].append(copied(known, event_id=kind, event_type=kind, date=day))


def a_cabinet_of_fewer_than_its_parties(tables):
    row_of(tables["cabinets"], cabinet_id="balkenende-iv")["n_ministers"] = 15


def a_quotation_of_a_sentence(tables):
    said = next(row for row in tables["evidence"] if row["table_name"] == "falls")
    said["value_as_printed"] = "woord " * 13


def a_pair_that_nobody_judged(tables):
    tables["family_links"].clear()


BROKEN = {
    "keys_are_unique": (a_second_row_with_the_same_key, "persons", "person_id"),
    "references_exist": (a_party_nobody_knows, "cabinet_parties", "party_id"),
    "crosswalk_entities_exist": (an_identifier_of_nobody, "crosswalk", "entity_id"),
    "spells_start_before_they_end": (
        a_commission_that_ends_before_it_begins, "formation_stages", "end_date"),
    "nothing_is_later_than_as_of": (an_event_of_tomorrow, "events", "date"),
    "each_cabinet_is_inaugurated_once": (no_inauguration, "cabinets", "cabinet_id"),
    "cabinets_follow_each_other": (a_cabinet_before_its_predecessor, "events", "date"),
    "events_lie_in_their_cabinet": (a_resignation_after_the_handover, "events", "date"),
    "a_party_that_leaves_was_in": (a_stranger_who_leaves, "events", "party_id"),
    "each_cabinet_has_members": (a_cabinet_of_nobody, "cabinets", "cabinet_id"),
    "parties_have_no_more_members_than_their_cabinet": (
        a_cabinet_of_fewer_than_its_parties, "cabinets", "n_ministers"),
    "a_change_of_leader_names_one": (a_leader_without_a_name, "events", "person_id"),
    "a_chamber_that_stops_meets_again": (
        a_chamber_that_never_met_again, "events", "event_type"),
    "each_cabinet_was_formed_once": (
        a_formation_after_the_wrong_cabinet, "formations", "previous_cabinet_id"),
    "what_runs_is_the_last": (two_formations_that_run, "formations", "outcome"),
    "only_an_election_triggers_with_an_election": (
        an_election_that_did_not_trigger, "formations", "election_id"),
    "durations_have_one_end": (two_agreements_of_one_formation, "events", "event_type"),
    "definitions_can_be_computed": (
        a_definition_from_no_event, "duration_definitions", "end_event_types"),
    "closed_formations_have_outcomes": (
        a_commission_that_came_to_nothing_known, "formation_stages", "outcome"),
    "stages_lie_in_their_formation": (
        a_commission_before_the_election, "formation_stages", "start_date"),
    "parties_of_a_commission_exist": (
        a_commission_with_a_party_nobody_knows, "formation_stages", "parties"),
    "each_ended_cabinet_has_one_fall": (
        a_cabinet_that_ended_without_a_fall, "cabinets", "cabinet_id"),
    "a_fall_is_a_resignation": (a_fall_that_was_no_resignation, "falls", "event_id"),
    "causes_begin_with_a_proximate_one": (a_cause_that_is_only_underlying, "fall_causes", "role"),
    "votes_are_votes": (a_minority_that_carried, "votes", "result"),
    "a_lost_vote_was_held": (a_lost_vote_that_nobody_held, "falls", "mechanism"),
    "causes_name_who_acted": (a_cause_against_nobody_known, "fall_causes", "against"),
    "mechanisms_have_examples": (an_example_of_something_else, "mechanisms", "example"),
    "codes_are_of_their_scheme": (
        a_class_of_another_scheme, "fall_codings", "published_code"),
    "parties_act_within_their_life": (
        a_party_back_from_the_dead, "election_results", "party_id"),
    "a_chamber_has_one_size": (two_sizes_at_once, "chamber_sizes", "start_date"),
    "seats_sum_to_the_chamber": (a_seat_too_many, "elections", "seats"),
    "elections_fill_their_seats": (a_half_that_fills_the_chamber, "elections", "seats"),
    "votes_do_not_exceed_voters": (more_votes_than_voters, "elections", "votes_cast"),
    "claims_have_what_their_test_needs": (a_rank_of_nothing, "claims", "measure"),
    "claims_have_values_that_their_test_can_read": (
        a_length_that_is_no_number, "claims", "value"),
    "sources_are_cited": (a_source_that_nothing_cites, "sources", "source_id"),
    "evidence_fits_its_cell": (evidence_of_no_cell, "cabinet_parties", "column_name"),
    "cells_with_evidence_are_agreed": (evidence_that_is_gone, "events", "date"),
    "disagreements_are_settled": (a_disagreement_that_nobody_settled, "events", "date"),
    "summaries_tell_days_of_the_tables": (
        a_summary_with_a_day_of_its_own, "falls", "summary_nl"),
    "lists_are_of_one_series": (a_list_of_another_series, "unseated_lists", "source_id"),
    "decrees_go_before_their_effect": (a_decree_after_its_effect, "events", "date"),
    "words_are_few": (a_quotation_of_a_sentence, "falls", "value_as_printed"),
    "pairs_have_a_verdict": (a_pair_that_nobody_judged, "elections", "date"),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_passes_and_fails(schema, history, curated, rule):
    """Catch a rule that never fires, or fires on good rows; one without a case is a KeyError."""
    assert list(rule(schema, history)) == []
    change, file, column = BROKEN[rule.__name__]
    change(curated)
    found = list(rule(schema, curated))
    assert all(isinstance(problem, Problem) for problem in found)
    names = {(problem.file.rpartition("/")[2], problem.column) for problem in found}
    assert (f"{file}.csv", column) in names, found


def a_running_formation(tables):
    """A formation under way after the last cabinet, with one commission."""
    formation = copied(
        row_of(tables["formations"], formation_id="balkenende-iv"),
        formation_id="balkenende-iv-2010",
        trigger="fall",
        previous_cabinet_id="balkenende-iv",
        cabinet_id=None,
        election_id=None,
        outcome="running",
    )
    commission = copied(
        stage(tables, "balkenende-iv", 1),
        formation_id="balkenende-iv-2010",
        start_date=datetime.date(2010, 2, 18),
        end_date=None,
        outcome="running",
    )
    tables["formations"].append(formation)
    tables["formation_stages"].append(commission)
    return formation, commission


def rule_named(name):
    return next(rule for rule in RULES if rule.__name__ == name)


@pytest.mark.parametrize(
    ("change", "column", "expected"),
    [
        (lambda f, s: f.update(cabinet_id="balkenende-iv"), "cabinet_id", "a cabinet if, and only"),
        (lambda f, s: f.update(previous_cabinet_id="balkenende-iii"), "previous_cabinet_id",
         "balkenende-iv"),
        (lambda f, s: s.update(end_date=datetime.date(2010, 2, 19)), "end_date", "nothing"),
        (lambda f, s: f.update(outcome="failed"), "outcome", "what came of it"),
    ],
)  # fmt: skip
def test_a_formation_that_runs(schema, curated, change, column, expected):
    """Catch a formation under way that cannot be entered, or that is entered as if it were over."""
    formation, commission = a_running_formation(curated)
    rules = [rule_named("each_cabinet_was_formed_once"), rule_named("what_runs_is_the_last"),
             rule_named("closed_formations_have_outcomes")]  # fmt: skip
    assert [found for rule in rules for found in rule(schema, curated)] == []
    change(formation, commission)
    found = [found for rule in rules for found in rule(schema, curated)]
    assert any(one.column == column and expected in one.expected for one in found), found


def test_silence_agrees_with_a_null(schema, curated):
    """Catch a null that needs a source, or a value with which nobody agrees and that passes."""
    rule = rule_named("cells_with_evidence_are_agreed")
    said = copied(curated["evidence"][0])
    election = row_of(curated["elections"], election_id="tk-2006")
    said |= {"table_name": "elections", "row_id": "tk-2006", "column_name": "runoff_dates",
             "value": None, "value_as_printed": None}  # fmt: skip
    curated["evidence"].append(said)
    assert list(rule(schema, curated)) == []
    election["runoff_dates"] = "2006-11-29"
    assert [problem.column for problem in rule(schema, curated)] == ["runoff_dates"]


def test_families_that_draw_on_each_other_are_one_witness(schema, curated):
    """Catch two witnesses where one retells the other, and a link that is of other things."""
    day = row_of(curated["events"], event_id="balkenende-iv-inauguration")
    cell = curated["events"].address(day, "date")
    link = copied(
        curated["family_links"][0],
        family="pdc",
        other_family="cbs",
        scope="cabinets",
        relation="independent",
        to_date="1945",
    )
    curated["family_links"].clear()
    assert Independence(curated).witnesses(cell, {"cbs", "pdc"}) == {"cbs"}
    curated["family_links"].append(link)
    assert Independence(curated).witnesses(cell, {"cbs", "pdc"}) == {"cbs"}
    link["to_date"] = "2007-02"
    assert Independence(curated).witnesses(cell, {"cbs", "pdc"}) == {"cbs", "pdc"}
    link["scope"] = "elections"
    assert Independence(curated).witnesses(cell, {"cbs", "pdc"}) == {"cbs"}
    link |= {"scope": "all", "relation": "unknown"}
    assert Independence(curated).witnesses(cell, {"cbs", "pdc", "nrc"}) == {"cbs"}


@pytest.mark.parametrize(
    ("value", "adopted", "expected"),
    [
        ("2007-02-22", "2007-02-22", "agrees"),
        ("2007-02-21", "2007-02-22", "differs"),
        ("2007-02", "2007-02-22", "coarser"),
        ("2007", "2007-02-22", "coarser"),
        ("2006", "2007-02-22", "differs"),
        ("2007-02-22", "2007-02", "differs"),
        ("19", "19-x", "differs"),
        (None, "2007-02-22", "silent"),
    ],
)
def test_stance(value, adopted, expected):
    """Catch a month that contradicts its own day, or a day that agrees with another."""
    assert stance(value, adopted) == expected
