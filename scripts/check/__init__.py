"""Rules that the curated rows must keep: one function a rule, each yields the problems that it finds.

A rule reads rows that may have faults of their own (reported elsewhere), so it passes over what is null or unknown.
"""

from __future__ import annotations

from scripts.check.cabinets import (
    a_chamber_that_stops_meets_again,
    a_change_of_leader_names_one,
    a_party_that_leaves_was_in,
    cabinets_follow_each_other,
    each_cabinet_has_members,
    each_cabinet_is_inaugurated_once,
    events_lie_in_their_cabinet,
)
from scripts.check.claims import (
    claims_can_be_tested,
)
from scripts.check.derived import (
    claims_name_things_that_exist,
    derived_values_are_there,
)
from scripts.check.elections import (
    a_chamber_has_one_size,
    elections_fill_their_seats,
    parties_do_nothing_after_their_end,
    seats_sum_to_the_chamber,
    votes_do_not_exceed_voters,
)
from scripts.check.evidence import (
    evidence_fits_its_cell,
    headline_cells_have_two_families,
    sources_are_cited,
)
from scripts.check.falls import (
    a_fall_is_a_resignation,
    a_lost_vote_was_held,
    causes_begin_with_a_proximate_one,
    causes_name_who_acted,
    each_ended_cabinet_has_one_fall,
    mechanisms_have_examples,
    published_codes_are_of_their_scheme,
    votes_are_votes,
)
from scripts.check.formations import (
    closed_formations_have_outcomes,
    definitions_can_be_computed,
    durations_have_one_end,
    each_cabinet_was_formed_once,
    only_an_election_triggers_with_an_election,
    parties_of_a_commission_exist,
    stages_lie_in_their_formation,
)
from scripts.check.keys import (
    crosswalk_entities_exist,
    keys_are_unique,
    nothing_is_later_than_as_of,
    references_exist,
    spells_start_before_they_end,
)
from scripts.problems import Problem
from scripts.read import Tables
from scripts.schema import Schema

RULES = (
    keys_are_unique,
    references_exist,
    crosswalk_entities_exist,
    spells_start_before_they_end,
    nothing_is_later_than_as_of,
    each_cabinet_is_inaugurated_once,
    cabinets_follow_each_other,
    events_lie_in_their_cabinet,
    a_party_that_leaves_was_in,
    each_cabinet_has_members,
    a_change_of_leader_names_one,
    a_chamber_that_stops_meets_again,
    each_cabinet_was_formed_once,
    only_an_election_triggers_with_an_election,
    durations_have_one_end,
    definitions_can_be_computed,
    closed_formations_have_outcomes,
    stages_lie_in_their_formation,
    parties_of_a_commission_exist,
    each_ended_cabinet_has_one_fall,
    a_fall_is_a_resignation,
    causes_begin_with_a_proximate_one,
    votes_are_votes,
    a_lost_vote_was_held,
    causes_name_who_acted,
    mechanisms_have_examples,
    published_codes_are_of_their_scheme,
    parties_do_nothing_after_their_end,
    a_chamber_has_one_size,
    seats_sum_to_the_chamber,
    elections_fill_their_seats,
    votes_do_not_exceed_voters,
    claims_can_be_tested,
    sources_are_cited,
    evidence_fits_its_cell,
    headline_cells_have_two_families,
)

DERIVED_RULES = (derived_values_are_there, claims_name_things_that_exist)


def check(schema: Schema, tables: Tables) -> list[Problem]:
    """Every problem that any rule finds."""
    return [found for rule in RULES for found in rule(schema, tables)]


def check_derived(schema: Schema, curated: Tables, built: Tables) -> list[Problem]:
    """Every problem that shows only once the tables are built."""
    return [found for rule in DERIVED_RULES for found in rule(schema, curated, built)]
