"""How to break each rule of the domain: one change to good rows, and where it is to be told."""

import datetime

from scripts.cells import Row
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


def said_of(tables, name):
    """The evidence on one table."""
    return [row for row in tables["evidence"] if row["table_name"] == name]


def evidence_of_no_cell(tables):
    next(iter(said_of(tables, "cabinet_aliases")))["column_name"] = "colour"


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
    rows = tables["evidence"]
    rows[:] = [row for row in rows if row["row_id"] != row_id]
    new = copied(told[0], table_name="unseated_lists", row_id=row_id, value=str(listed["votes"]))
    new.file = "data/evidence/unseated_lists.csv"
    tables["evidence"].append(new)


def a_decree_after_its_effect(tables):
    known = row_of(tables["events"], event_id="balkenende-iv-inauguration")
    for kind, day in (("dissolution", "2003-01-30"), ("dissolution_decreed", "2003-02-03")):
        tables["events"].append(copied(known, event_id=kind, event_type=kind, date=day))


def a_cabinet_of_fewer_than_its_parties(tables):
    for row in tables["cabinet_parties"]:
        row["n_ministers"] = 8


def a_quotation_of_a_sentence(tables):
    said = next(row for row in tables["evidence"] if row["table_name"] == "falls")
    said["value_as_printed"] = "woord " * 13


def a_pair_that_nobody_judged(tables):
    tables["family_links"].clear()


def an_oath_with_a_person(tables):
    event(tables, "balkenende-iv-inauguration")["person_id"] = "balkenende-jp"


def a_claim_on_another_century(tables):
    claim = next(row for row in tables["claims"] if row["cell"])
    claim["cell"] = "chamber_seats/ek/1901-09-17/cda/seats"


def a_formation_after_an_old_election(tables):
    row_of(tables["formations"], formation_id="balkenende-iv")["election_id"] = "tk-2003"


def a_group_that_grew(tables):
    rows = [
        row for row in tables["chamber_seats"] if row["reason"] not in ("election", "enlargement")
    ]
    rows[-1]["seats"] = 149


def a_war_of_2007(tables):
    row_of(tables["cabinets"], cabinet_id="balkenende-iv")["character"] = "wartime"


def a_page_on_somebody_else(tables):
    said = said_of(tables, "persons")[0]
    row_of(tables["sources"], source_id=said["source_id"])["title"] = "On Zalm"


def an_oath_of_another_formation(tables):
    event(tables, "balkenende-iv-inauguration")["formation_id"] = "balkenende-ii"


def a_class_that_does_not_fit(tables):
    row_of(tables["mechanisms"], mechanism="regular_election")["rft"] = "5"


def news_from_the_year_before(tables):
    said = next(row for row in tables["evidence"] if row["value"] == "2007-02-22")
    row_of(tables["sources"], source_id=said["source_id"])["date_published"] = "2006"


def an_id_of_another_type(tables):
    event(tables, "balkenende-ii-vote")["event_id"] = "balkenende-ii-oath"


def a_prime_minister_before_his_birth(tables):
    row_of(tables["persons"], person_id="balkenende-jp")["birth_date"] = datetime.date(1986, 5, 7)


def a_source_of_another_family(tables):
    row = row_of(tables["sources"], source_id="rijksoverheid-kabinet-balkenende-iv")
    row |= {"family": "cbs", "producer": "Rijksoverheid"}


def a_site_that_nobody_read(tables):
    tables["sites"].append(copied(tables["sites"][0], site="example.org"))


def a_source_on_another_century(tables):
    said = next(row for row in tables["evidence"] if row["table_name"] == "events")
    source = row_of(tables["sources"], source_id=said["source_id"])
    source["title"] = "Kabinetsformatie 1901"


def a_page_under_two_names(tables):
    known = tables["sources"][0]
    new = copied(known, source_id="again", url=known["url"].rstrip("/") + "/")
    tables["sources"].append(new)


def a_source_read_before_it_was_there(tables):
    tables["sources"][0]["date_read"] = datetime.date(2026, 8, 31)


def another_day_in_print(tables):
    said = next(row for row in tables["evidence"] if row["value"] == "2007-02-22")
    said["value_as_printed"] = "23 februari 2007"


def a_value_that_is_no_day(tables):
    said = next(row for row in tables["evidence"] if row["value"] == "2007-02-22")
    said["value"] = "2007-02-30"


def a_thing_said_twice(tables):
    tables["evidence"].append(copied(said_of(tables, "cabinet_aliases")[0], locator="elsewhere"))


def news_from_before_the_event(tables):
    said = next(row for row in tables["evidence"] if row["value"] == "2007-02-22")
    row_of(tables["sources"], source_id=said["source_id"])["date_published"] = "2007-02-21"


def a_list_election_by_majority(tables):
    row_of(tables["elections"], election_id="tk-2006")["system"] = "majority"


def a_number_that_the_claim_does_not_tell(tables):
    next(row for row in tables["claims"] if row["claim_type"] == "days")["statement"] = "Long."


def a_claim_of_another_day(tables):
    tables["claims"][0]["date_published"] = "1999"


def a_claim_made_twice(tables):
    tables["claims"].append(copied(tables["claims"][0], claim_id="again"))


def a_definition_that_counts_otherwise(tables):
    row = row_of(tables["duration_definitions"], definition="election_to_inauguration")
    row["end_offset"] = -1


def a_party_that_does_nothing(tables):
    tables["parties"].append(copied(tables["parties"][0], party_id="idle"))


def two_chairmen_at_once(tables):
    known = tables["council_chairs"][0]
    for number, (start, end) in enumerate((("1925-08-04", "1926-03-08"), ("1926-01-01", None))):
        new = copied(known, start_text=start, end_text=end, note=str(number))
        tables["council_chairs"].append(new)


def coders_who_differ_without_a_word(tables):
    row = tables["fall_recodings"][0]
    row |= {"mechanism": "war", "note": None}


def a_formateur_who_failed_at_the_end(tables):
    last = max(row["stage"] for row in tables["formation_stages"]
               if row["formation_id"] == "balkenende-iv")  # fmt: skip
    stage(tables, "balkenende-iv", last)["outcome"] = "failed"


def two_informateurs_with_two_tasks(tables):
    known = stage(tables, "balkenende-iv", 1)
    new = copied(known, person_id="balkenende-jp", task="another task")
    tables["formation_stages"].append(new)


def more_votes_than_members(tables):
    tables["votes"][0] |= {"votes_for": 79, "votes_against": 90, "result": "rejected"}


def a_person_by_another_name(tables):
    row_of(tables["persons"], person_id="balkenende-jp")["family_name"] = "Balkenend"


def a_link_of_a_party_that_is_gone(tables):
    row = tables["party_links"][0]
    row |= {"link": "merger", "date": "2006-11-22"}
    row_of(tables["parties"], party_id=row["party_id"])["dissolved"] = "1999-01-01"


def a_list_of_another_party(tables):
    row = row_of(tables["election_results"], election_id="tk-2006", party_id="vvd")
    row["list_name"] = "Partij van de Arbeid (P.v.d.A.)"


def a_party_that_nobody_calls_so(tables):
    row_of(tables["parties"], party_id="cu")["name"] = "CristenUnie"


def a_party_of_another_time_that_broke(tables):
    rows = tables["chamber_seats"]
    rows[:] = [row for row in rows if row["party_id"] != "gpv"]
    row_of(tables["fall_causes"], fall_id="balkenende-ii", cause_number=1)["against"] = "cda;gpv"


def a_code_that_says_nothing_new(tables):
    row = tables["fall_codings"][0]
    fall = row_of(tables["falls"], fall_id=row["fall_id"])
    mechanism = row_of(tables["mechanisms"], mechanism=fall["mechanism"])
    row["code"] = mechanism[row["scheme"]]


def a_summary_with_another_number(tables):
    tables["falls"][0]["summary_nl"] += " Met 77 stemmen."


def a_verdict_that_no_cell_needs(tables):
    known = tables["family_links"][0]
    tables["family_links"].append(copied(known, family="algra", other_family="trouw",
                                         relation="unknown"))  # fmt: skip


def an_alias_of_another_cabinet(tables):
    row = copied(tables["cabinet_aliases"][0], cabinet_id="balkenende-iv", alias="Balkenende VII")
    tables["cabinet_aliases"].append(row)


def a_label_of_today(tables):
    row_of(tables["parties"], party_id="cu")["party_kind"] = "label"


def a_scout_of_2006(tables):
    stage(tables, "balkenende-iv", 1)["role"] = "scout"


def a_bill_that_is_a_motion(tables):
    tables["votes"][0]["vote_kind"] = "bill"


def appointment(tables, key):
    return row_of(tables["appointments"], appointment_id=key)


def a_minister_after_the_cabinet(tables):
    appointment(tables, "balkenende-iii-zalm-g-financien")["end_text"] = "2008-01-01"


def two_ministers_of_finance(tables):
    known = appointment(tables, "balkenende-iii-zalm-g-financien")
    tables["appointments"].append(copied(known, person_id="bos-wj"))


def a_minister_who_is_dead(tables):
    row_of(tables["persons"], person_id="zalm-g")["death_date"] = datetime.date(2003, 1, 1)


def a_minister_of_the_opposition(tables):
    appointment(tables, "balkenende-iii-zalm-g-financien")["party_id"] = "pvda"


def a_ministry_that_is_gone(tables):
    row_of(tables["ministries"], ministry_id="financien")["end_text"] = "2006-01-01"


def an_appointment_by_another_name(tables):
    appointment(tables, "balkenende-iii-zalm-g-financien")["appointment_id"] = "zalm"


def a_prime_minister_without_a_post(tables):
    rows = tables["appointments"]
    rows.remove(appointment(tables, "balkenende-iii-balkenende-jp-minister-president"))


def a_page_on_another_cabinet(tables):
    pages = {row["source_id"]: row["title"] for row in tables["sources"]}
    known = next(source for source, title in pages.items() if title == "Kabinet Balkenende IV")
    said = next(row for row in tables["evidence"] if row["row_id"].startswith("balkenende-ii-zalm"))
    said["source_id"] = known


def a_ministry_by_another_name(tables):
    row_of(tables["ministries"], ministry_id="financien")["ministry_id"] = "financien-z"


def a_ministry_of_another_area(tables):
    row_of(tables["ministries"], ministry_id="financien")["policy_area"] = "defence"


def a_minister_of_another_level(tables):
    row_of(tables["posts"], post="minister van Financiën")["post_level"] = "state_secretary"


def a_post_that_nobody_held(tables):
    known = row_of(tables["posts"], post="minister van Financiën")
    tables["posts"].append(copied(known, post="minister van Geld"))


def a_month_without_a_minister(tables):
    appointment(tables, "balkenende-iv-bos-wj-financien")["start_text"] = "2007-03-22"


def a_reason_without_an_end(tables):
    appointment(tables, "balkenende-iii-zalm-g-financien")["end_reason"] = "died"


def a_dutch_site_in_german(tables):
    known = [row for row in tables["claims"] if row["publisher"].startswith("Compendium")]
    known[0]["language"] = "de"


def a_round(tables, formation, number):
    return row_of(tables["bargaining_rounds"], formation_id=formation, round=number)


def a_round_led_by_somebody_else(tables):
    a_round(tables, "balkenende-ii", 1)["led_by"] = "hoekstra-rj"


def a_round_that_succeeded_too_early(tables):
    a_round(tables, "balkenende-ii", 1)["outcome"] = "succeeded"


def a_round_that_never_began_and_was_inconclusive(tables):
    rows = tables["bargaining_rounds"]
    next(row for row in rows if row["outcome"] == "not_begun")["inconclusive"] = "yes"


def a_round_before_its_commission(tables):
    a_round(tables, "balkenende-ii", 2)["start_text"] = "2002-12-24"


def pages_that_nobody_counted(tables):
    agreement = row_of(tables["agreements"], agreement_id="balkenende-iv")
    agreement["pages_counted_by"] = None


def a_term_without_its_basis(tables):
    row_of(tables["elections"], election_id="tk-2003")["due_basis"] = None


def a_value_of_no_cabinet(tables):
    tables["comparisons"][0]["entity_id"] = "balkenende-v"


def a_cabinet_by_another_name(tables):
    tables["comparisons"][0]["their_name"] = "Balkenendf II"


def a_reading_that_is_not(tables):
    tables["comparison_variables"][0]["readings"] = "day_full"


def a_column_without_its_formula(tables):
    del tables["measures"][5]


def a_place_off_its_scale(tables):
    tables["party_positions"][0]["place"] = 58.0


BROKEN = {
    "appointments_lie_in_their_cabinet": (
        a_minister_after_the_cabinet, "appointments", "end_text"),
    "a_post_has_one_holder": (two_ministers_of_finance, "appointments", "start_text"),
    "members_are_alive_and_of_age": (a_minister_who_is_dead, "appointments", "person_id"),
    "members_belong_to_the_parties": (a_minister_of_the_opposition, "appointments", "party_id"),
    "ministries_are_there": (a_ministry_that_is_gone, "appointments", "post"),
    "appointments_are_named_after_their_cells": (
        an_appointment_by_another_name, "appointments", "appointment_id"),
    "each_cabinet_has_its_leader": (
        a_prime_minister_without_a_post, "cabinets", "prime_minister_id"),
    "ids_of_ministries_are_their_names": (
        a_ministry_by_another_name, "ministries", "ministry_id"),
    "pages_on_a_cabinet_are_on_it": (a_page_on_another_cabinet, "appointments", "source_id"),
    "areas_follow_from_names": (a_ministry_of_another_area, "ministries", "policy_area"),
    "posts_say_their_cells": (a_minister_of_another_level, "posts", "post_level"),
    "posts_and_ministries_are_used": (a_post_that_nobody_held, "posts", "post"),
    "offices_are_held": (a_month_without_a_minister, "appointments", "start_text"),
    "acting_ends_as_acting": (a_reason_without_an_end, "appointments", "end_text"),
    "publishers_write_one_language": (a_dutch_site_in_german, "claims", "language"),
    "subjects_name_their_kind": (a_bill_that_is_a_motion, "votes", "vote_kind"),
    "kinds_of_parties_follow_from_lists": (a_label_of_today, "parties", "party_kind"),
    "roles_are_of_their_time": (a_scout_of_2006, "formation_stages", "role"),
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
        a_cabinet_of_fewer_than_its_parties, "cabinet_parties", "n_ministers"),
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
    "evidence_fits_its_cell": (evidence_of_no_cell, "cabinet_aliases", "column_name"),
    "cells_with_evidence_are_agreed": (evidence_that_is_gone, "events", "date"),
    "disagreements_are_settled": (a_disagreement_that_nobody_settled, "events", "date"),
    "summaries_tell_days_of_the_tables": (
        a_summary_with_a_day_of_its_own, "falls", "summary_nl"),
    "lists_are_of_one_series": (a_list_of_another_series, "unseated_lists", "source_id"),
    "decrees_go_before_their_effect": (a_decree_after_its_effect, "events", "date"),
    "words_are_few": (a_quotation_of_a_sentence, "falls", "value_as_printed"),
    "pairs_have_a_verdict": (a_pair_that_nobody_judged, "elections", "date"),
    "events_have_the_ids_of_their_type": (an_oath_with_a_person, "events", "person_id"),
    "ids_of_events_tell_their_type": (an_id_of_another_type, "events", "event_id"),
    "persons_act_while_they_live": (
        a_prime_minister_before_his_birth, "cabinets", "prime_minister_id"),
    "families_follow_from_sites": (a_source_of_another_family, "sources", "family"),
    "sites_are_used": (a_site_that_nobody_read, "sites", "site"),
    "sources_tell_of_their_time": (a_source_on_another_century, "events", "source_id"),
    "addresses_are_unique": (a_page_under_two_names, "sources", "url"),
    "sources_were_read_in_time": (a_source_read_before_it_was_there, "sources", "date_read"),
    "values_are_as_printed": (another_day_in_print, "events", "value_as_printed"),
    "values_fit_their_column": (a_value_that_is_no_day, "events", "value"),
    "nothing_is_said_twice": (a_thing_said_twice, "cabinet_aliases", "value"),
    "nothing_is_told_before_it_happens": (news_from_before_the_event, "events", "value"),
    "gates_follow_from_the_day": (a_list_election_by_majority, "elections", "system"),
    "claims_say_their_value": (a_number_that_the_claim_does_not_tell, "claims", "value"),
    "claims_are_as_their_sources": (a_claim_of_another_day, "claims", "date_published"),
    "changes_keep_the_chamber": (a_group_that_grew, "chamber_seats", "seats"),
    "claims_are_made_once": (a_claim_made_twice, "claims", "claim_id"),
    "claims_are_of_their_cell": (a_claim_on_another_century, "claims", "cell"),
    "elections_are_followed_by_their_formation": (
        a_formation_after_an_old_election, "formations", "election_id"),
    "characters_fit_their_cabinet": (a_war_of_2007, "cabinets", "character"),
    "pages_are_on_their_subject": (a_page_on_somebody_else, "persons", "source_id"),
    "events_are_of_their_formation": (
        an_oath_of_another_formation, "events", "cabinet_id"),
    "schemes_fit_each_other": (a_class_that_does_not_fit, "mechanisms", "rft"),
    "reports_are_of_their_day": (news_from_the_year_before, "events", "source_id"),
    "definitions_follow_from_their_ids": (
        a_definition_that_counts_otherwise, "duration_definitions", "end_offset"),
    "nobody_is_idle": (a_party_that_does_nothing, "parties", "party_id"),
    "an_office_has_one_holder": (two_chairmen_at_once, "council_chairs", "start_text"),
    "coders_differ_with_a_note": (
        coders_who_differ_without_a_word, "fall_recodings", "note"),
    "the_last_commission_succeeds": (
        a_formateur_who_failed_at_the_end, "formation_stages", "outcome"),
    "joint_commissions_are_alike": (
        two_informateurs_with_two_tasks, "formation_stages", "task"),
    "votes_fit_their_chamber": (more_votes_than_members, "votes", "votes_for"),
    "ids_follow_from_names": (a_person_by_another_name, "persons", "person_id"),
    "links_lie_in_both_lives": (a_link_of_a_party_that_is_gone, "party_links", "party_id"),
    "lists_are_named_after_their_party": (
        a_list_of_another_party, "election_results", "list_name"),
    "parties_have_their_names": (a_party_that_nobody_calls_so, "parties", "name"),
    "those_who_acted_were_there": (
        a_party_of_another_time_that_broke, "fall_causes", "against"),
    "codings_are_not_idle": (a_code_that_says_nothing_new, "fall_codings", "code"),
    "summaries_tell_the_same_numbers": (
        a_summary_with_another_number, "falls", "summary_nl"),
    "links_are_needed": (a_verdict_that_no_cell_needs, "family_links", "other_family"),
    "rounds_are_of_their_formation": (
        a_round_led_by_somebody_else, "bargaining_rounds", "led_by"),
    "rounds_follow_each_other": (
        a_round_that_succeeded_too_early, "bargaining_rounds", "outcome"),
    "rounds_fit_their_outcome": (
        a_round_that_never_began_and_was_inconclusive, "bargaining_rounds", "inconclusive"),
    "rounds_lie_in_their_commissions": (
        a_round_before_its_commission, "bargaining_rounds", "start_text"),
    "agreements_are_of_their_cabinet": (
        pages_that_nobody_counted, "agreements", "pages_counted_by"),
    "terms_are_told_whole": (a_term_without_its_basis, "elections", "due_text"),
    "comparisons_are_of_what_there_is": (a_value_of_no_cabinet, "comparisons", "entity_id"),
    "names_elsewhere_are_of_the_cabinet": (
        a_cabinet_by_another_name, "comparisons", "their_name"),
    "readings_are_known": (a_reading_that_is_not, "comparison_variables", "readings"),
    "each_measure_has_its_formula": (
        a_column_without_its_formula, "measures", "column_name"),
    "places_lie_on_their_scale": (a_place_off_its_scale, "party_positions", "place"),
    "aliases_are_names": (an_alias_of_another_cabinet, "cabinet_aliases", "alias"),
}  # fmt: skip
"""For each rule a change to good rows, and the file and column of a problem that it gives."""
