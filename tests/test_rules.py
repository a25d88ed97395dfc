"""Each rule of the domain passes on the real rows and fails on a row that breaks it, naming the right file and column."""

import copy
import datetime

import pytest

from scripts.check import DERIVED_RULES, RULES
from scripts.problems import Problem
from scripts.read import Row
from tests.conftest import row_of


def a_second_row_with_the_same_key(tables):
    tables["persons"].append(Row(tables["persons"][0]))


def a_party_nobody_knows(tables):
    row_of(tables, "cabinet_parties", cabinet_id="den-uyl", party_id="ppr")["party_id"] = "pprr"


def an_identifier_of_nobody(tables):
    tables["crosswalk"][0]["entity_id"] = "nobody"


def a_commission_that_ends_before_it_begins(tables):
    row_of(tables, "formation_stages", formation_id="den-uyl", stage=1)["end_date"] = datetime.date(1972, 12, 3)


def an_event_of_tomorrow(tables):
    row_of(tables, "events", event_id="jetten-inauguration")["date"] = "2126-02-23"


def no_inauguration(tables):
    tables["events"].remove(row_of(tables, "events", event_id="den-uyl-inauguration"))


def a_cabinet_before_its_predecessor(tables):
    row_of(tables, "events", event_id="den-uyl-inauguration")["date"] = "1971-01-01"


def a_resignation_after_the_handover(tables):
    row_of(tables, "events", event_id="den-uyl-resignation-offered")["date"] = "1977-12-20"


def a_stranger_who_leaves(tables):
    row_of(tables, "events", event_id="schoof-party-leaves-nsc")["party_id"] = "d66"


def a_cabinet_of_nobody(tables):
    tables["cabinet_parties"] = [row for row in tables["cabinet_parties"] if row["cabinet_id"] != "den-uyl"]


def a_formation_after_the_wrong_cabinet(tables):
    row_of(tables, "formations", formation_id="den-uyl")["previous_cabinet_id"] = "biesheuvel-i"


def an_election_that_did_not_trigger(tables):
    row_of(tables, "formations", formation_id="den-uyl")["trigger"] = "fall"


def two_agreements_of_one_formation(tables):
    again = Row(row_of(tables, "events", event_id="rutte-iv-agreement-reached"))
    again |= {"event_id": "rutte-iv-agreement-reached-2", "date": "2021-12-14"}
    tables["events"].append(again)


def a_definition_from_no_event(tables):
    row_of(tables, "duration_definitions", definition="election_to_inauguration")["end_event_types"] = "oath"


def a_commission_that_came_to_nothing_known(tables):
    row_of(tables, "formation_stages", formation_id="den-uyl", stage=1)["outcome"] = None


def a_commission_with_a_party_nobody_knows(tables):
    row_of(tables, "formation_stages", formation_id="den-uyl", stage=2)["parties"] = "pvda;pprr"


def a_commission_before_the_election(tables):
    row_of(tables, "formation_stages", formation_id="den-uyl", stage=1)["start_date"] = datetime.date(1972, 11, 28)


def a_cabinet_that_ended_without_a_fall(tables):
    tables["falls"].remove(row_of(tables, "falls", fall_id="den-uyl"))


def a_fall_that_was_no_resignation(tables):
    row_of(tables, "falls", fall_id="den-uyl")["event_id"] = "den-uyl-inauguration"


def a_cause_that_is_only_underlying(tables):
    row_of(tables, "fall_causes", fall_id="den-uyl", cause_number=1)["role"] = "underlying"


def a_leader_without_a_name(tables):
    row_of(tables, "events", event_id="van-tienhoven-leader-leaves")["person_id"] = None


def a_chamber_that_never_met_again(tables):
    resumed = next(row for row in tables["events"] if row["event_type"] == "chamber_resumed")
    resumed["event_type"] = "chamber_suspended"


def a_minority_that_carried(tables):
    row = next(row for row in tables["votes"] if row["result"] == "rejected" and row["votes_for"] is not None)
    row["result"] = "carried"


def a_lost_vote_that_nobody_held(tables):
    tables["votes"] = [row for row in tables["votes"] if not row["event_id"].startswith("cals-")]


def a_cause_against_nobody_known(tables):
    row_of(tables, "fall_causes", fall_id="rutte-iv", cause_number=1)["against"] = "cu;d67"


def an_example_of_something_else(tables):
    row_of(tables, "mechanisms", mechanism="lost_bill")["example"] = "cals"


def a_class_of_another_scheme(tables):
    tables["fall_codings"][0]["published_code"] = "elections"


def a_half_that_fills_the_chamber(tables):
    row = row_of(tables, "elections", election_id="tk-1854")
    row["seats"] = row["chamber_size"]


def a_party_back_from_the_dead(tables):
    row_of(tables, "election_results", election_id="tk-2025", party_id="ja21")["party_id"] = "kvp"


def two_sizes_at_once(tables):
    row_of(tables, "chamber_sizes", chamber="tk", seats=150)["start_date"] = None


def a_seat_too_many(tables):
    row_of(tables, "election_results", election_id="tk-1977", party_id="ppr")["seats"] += 1


def more_votes_than_voters(tables):
    row_of(tables, "elections", election_id="tk-1972")["votes_cast"] = 9_999_999


def a_claim_about_a_length_that_is_no_number(tables):
    next(row for row in tables["claims"] if row["claim_type"] == "days")["value"] = "about 300"


def a_source_that_nothing_cites(tables):
    tables["sources"].append(Row(tables["sources"][0], source_id="idle"))


def evidence_of_another_day(tables):
    row = next(row for row in tables["evidence"] if row["row_id"] == "den-uyl-inauguration" and row["stance"] == "agrees")
    row["value"] = "1973-05-12"


def evidence_that_is_gone(tables):
    tables["evidence"] = [row for row in tables["evidence"] if row["row_id"] != "den-uyl-inauguration"]


BROKEN = {
    "keys_are_unique": (a_second_row_with_the_same_key, "curated/persons", "person_id"),
    "references_exist": (a_party_nobody_knows, "curated/cabinet_parties", "party_id"),
    "crosswalk_entities_exist": (an_identifier_of_nobody, "curated/crosswalk", "entity_id"),
    "spells_start_before_they_end": (a_commission_that_ends_before_it_begins, "curated/formation_stages", "end_date"),
    "nothing_is_later_than_as_of": (an_event_of_tomorrow, "curated/events", "date"),
    "each_cabinet_is_inaugurated_once": (no_inauguration, "curated/cabinets", "cabinet_id"),
    "cabinets_follow_each_other": (a_cabinet_before_its_predecessor, "curated/events", "date"),
    "events_lie_in_their_cabinet": (a_resignation_after_the_handover, "curated/events", "date"),
    "a_party_that_leaves_was_in": (a_stranger_who_leaves, "curated/events", "party_id"),
    "each_cabinet_has_members": (a_cabinet_of_nobody, "curated/cabinets", "cabinet_id"),
    "a_change_of_leader_names_one": (a_leader_without_a_name, "curated/events", "person_id"),
    "a_chamber_that_stops_meets_again": (a_chamber_that_never_met_again, "curated/events", "event_type"),
    "each_cabinet_was_formed_once": (a_formation_after_the_wrong_cabinet, "curated/formations", "previous_cabinet_id"),
    "only_an_election_triggers_with_an_election": (an_election_that_did_not_trigger, "curated/formations", "election_id"),
    "durations_have_one_end": (two_agreements_of_one_formation, "curated/events", "event_type"),
    "closed_formations_have_outcomes": (a_commission_that_came_to_nothing_known, "curated/formation_stages", "outcome"),
    "definitions_can_be_computed": (a_definition_from_no_event, "curated/duration_definitions", "end_event_types"),
    "stages_lie_in_their_formation": (a_commission_before_the_election, "curated/formation_stages", "start_date"),
    "parties_of_a_commission_exist": (a_commission_with_a_party_nobody_knows, "curated/formation_stages", "parties"),
    "each_ended_cabinet_has_one_fall": (a_cabinet_that_ended_without_a_fall, "curated/cabinets", "cabinet_id"),
    "a_fall_is_a_resignation": (a_fall_that_was_no_resignation, "curated/falls", "event_id"),
    "causes_begin_with_a_proximate_one": (a_cause_that_is_only_underlying, "curated/fall_causes", "role"),
    "votes_are_votes": (a_minority_that_carried, "curated/votes", "result"),
    "a_lost_vote_was_held": (a_lost_vote_that_nobody_held, "curated/falls", "mechanism"),
    "causes_name_who_acted": (a_cause_against_nobody_known, "curated/fall_causes", "against"),
    "mechanisms_have_examples": (an_example_of_something_else, "curated/mechanisms", "example"),
    "published_codes_are_of_their_scheme": (a_class_of_another_scheme, "curated/fall_codings", "published_code"),
    "parties_do_nothing_after_their_end": (a_party_back_from_the_dead, "curated/election_results", "party_id"),
    "a_chamber_has_one_size": (two_sizes_at_once, "curated/chamber_sizes", "start_date"),
    "seats_sum_to_the_chamber": (a_seat_too_many, "curated/elections", "seats"),
    "elections_fill_their_seats": (a_half_that_fills_the_chamber, "curated/elections", "seats"),
    "votes_do_not_exceed_voters": (more_votes_than_voters, "curated/elections", "votes_cast"),
    "claims_can_be_tested": (a_claim_about_a_length_that_is_no_number, "curated/claims", "value"),
    "sources_are_cited": (a_source_that_nothing_cites, "evidence/sources", "source_id"),
    "evidence_fits_its_cell": (evidence_of_another_day, "evidence/evidence", "value"),
    "headline_cells_have_two_families": (evidence_that_is_gone, "curated/events", "date"),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_passes_and_fails(schema, real, curated, rule):
    """Catch a rule that never fires, or that fires on the real rows; a rule without a case here is a KeyError."""
    assert list(rule(schema, real)) == []
    change, file, column = BROKEN[rule.__name__]
    change(curated)
    found = list(rule(schema, curated))
    assert any(isinstance(problem, Problem) and problem.file == f"data/{file}.csv" and problem.column == column for problem in found), found


def a_cabinet_without_a_name_to_it(curated, built):
    row_of(built, "cabinets", cabinet_id="den-uyl")["prime_minister"] = None


def a_claim_about_nobody(curated, built):
    curated["claims"][0]["subject"] = "nobody"


BROKEN_LATER = {
    "derived_values_are_there": (a_cabinet_without_a_name_to_it, "tables/cabinets", "prime_minister"),
    "claims_name_things_that_exist": (a_claim_about_nobody, "curated/claims", "subject"),
}


@pytest.mark.parametrize("rule", DERIVED_RULES, ids=lambda rule: rule.__name__)
def test_a_rule_on_built_tables_passes_and_fails(schema, curated, built, rule):
    """Catch a rule on the built tables that never fires, or that fires on the real ones."""
    assert list(rule(schema, curated, built)) == []
    change, file, column = BROKEN_LATER[rule.__name__]
    broken = copy.deepcopy(built)
    change(curated, broken)
    found = list(rule(schema, curated, broken))
    assert any(problem.file == f"data/{file}.csv" and problem.column == column for problem in found), found
