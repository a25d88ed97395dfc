"""A rehearsal: the day a cabinet falls, and what follows, entered an edit at a time.

It goes on the frozen history. Nothing of it happened: the fall of 20 February 2010 did, the rest is
made up, so that a scout, a breakdown, a second attempt and an oath come one after the other.
"""

import re

import pandas as pd
import pytest

import dutchcabinets as dc
from dutchcabinets import _package
from scripts.build import build
from scripts.check.formations import ROLES_SINCE
from tests.conftest import row_of, set_as_of
from tests.editing import append, edit

FORMATION = "balkenende-iv-2010"
NEW = "balkenende-v"
PAPERS = {"paper-one": "nrc", "paper-two": "trouw"}


class Rehearsal:
    """A checkout that is edited and built, day after day, and read through the loader."""

    def __init__(self, tree, monkeypatch):
        self.tree = tree
        monkeypatch.setattr(_package, "root", lambda: str(tree))
        # In what is made up here scouts came two years early.
        monkeypatch.setitem(ROLES_SINCE, "scout", "2010-02-20")
        append(tree, "family_links", "sources", family="nrc", other_family="trouw",
               scope="all", relation="independent", reason="Two papers.")  # fmt: skip
        for source, family in PAPERS.items():
            append(tree, "sites", "sources", site=f"{family}.example", family=family, holds="own")
            append(tree, "sources", "sources", source_id=source, family=family, title="A report",
                   publisher=family, url=f"https://{family}.example/{source}",
                   date_read="2026-11-26", depth="1")  # fmt: skip

    def add(self, table, **cells):
        append(self.tree, table, **cells)

    def change(self, table, key, **cells):
        edit(self.tree, table, key, **cells)

    def say(self, table, row_id, column, value):
        """Two papers print a value."""
        for source in PAPERS:
            append(self.tree, table, "evidence", row_id=row_id, column_name=column, value=value,
                   source_id=source, locator="front page", value_as_printed=value)  # fmt: skip

    def event(self, kind, day, **cells):
        name = kind.replace("_", "-")
        key = f"{cells.get('cabinet_id') or cells['formation_id']}-{name}"
        self.add("events", event_id=key, date=day, event_type=kind, **cells)
        self.say("events", key, "date", day)

    def stage(self, number, role, person, day, **cells):
        self.add("formation_stages", formation_id=FORMATION, stage=number, role=role,
                 person_id=person, start_date=day, outcome="running", **cells)  # fmt: skip
        self.say("formation_stages", f"{FORMATION}/{number}/{person}", "start_date", day)

    def over(self, number, person, day, outcome):
        key = {"formation_id": FORMATION, "stage": number}
        self.change("formation_stages", key, end_date=day, outcome=outcome)
        self.say("formation_stages", f"{FORMATION}/{number}/{person}", "end_date", day)

    def build(self, day):
        set_as_of(self.tree, day)
        return build(self.tree).tables


@pytest.fixture
def rehearsal(tree, monkeypatch):
    return Rehearsal(tree, monkeypatch)


def cabinet(tables, key="balkenende-iv"):
    return row_of(tables["cabinets"], cabinet_id=key)


def fall(r):
    r.event("party_leaves", "2010-02-20", cabinet_id="balkenende-iv", party_id="pvda")
    r.event("resignation_offered", "2010-02-20", cabinet_id="balkenende-iv")
    r.add("falls", fall_id="balkenende-iv", cabinet_id="balkenende-iv", outcome="ended",
          mechanism="coalition_party_leaves", issue="military mission in Uruzgan",
          summary_en="The PvdA left over the mission.", summary_nl="De PvdA stapte op.",
          event_id="balkenende-iv-resignation-offered")  # fmt: skip
    r.add("fall_causes", fall_id="balkenende-iv", cause_number="1", cause="coalition_party_leaves",
          role="proximate", actor="party", party_id="pvda")  # fmt: skip
    r.say("falls", "balkenende-iv", "mechanism", "coalition_party_leaves")
    r.say("falls", "balkenende-iv", "issue", "military mission in Uruzgan")
    tables = r.build("2010-02-20")
    row = cabinet(tables)
    # 22 February 2007 to 20 February 2010: 1096 to 22 February 2010, less 2.
    assert (row["days_full"], row["days_caretaker"], row["end_date"]) == (1094, None, None)
    assert (row["is_current"], row["next_formation_id"]) == (True, None)
    assert row["fall_cause"] == "coalition party leaves"
    phases = [one for one in tables["cabinet_phases"] if one["cabinet_id"] == "balkenende-iv"]
    assert [(one["status"], one["seats_tk"]) for one in phases] == [("full", 80), ("caretaker", 47)]
    assert dc.running().empty


def formation_begins(r):
    r.add("formations", formation_id=FORMATION, label="2010", trigger="fall",
          previous_cabinet_id="balkenende-iv", outcome="running")  # fmt: skip
    tables = r.build("2010-02-23")
    assert cabinet(tables)["next_formation_id"] == FORMATION
    runs = dc.running()
    row = runs[runs["is_running"]].iloc[0]
    # Longer in the history: 92 days from the resignation of Balkenende III; shorter the 7 of 2006.
    assert (row["formation_id"], row["days"], row["rank"], len(runs)) == (FORMATION, 3, 3, 3)
    assert row["definition"] == "resignation_to_inauguration"
    assert dc.running(definition="first_commission_to_inauguration").empty


def scout(r):
    r.stage("1", "scout", "wijffels-hhf", "2010-02-24")
    tables = r.build("2010-02-26")
    stage = row_of(tables["formation_stages"], formation_id=FORMATION, stage=1)
    assert (stage["days"], stage["days_so_far"], stage["outcome"]) == (None, 2, "running")
    assert row_of(tables["events"], event_id=f"{FORMATION}-1-scout-wijffels-hhf")["date"]
    by_scout = row_of(tables["formation_durations"], formation_id=FORMATION,
                      definition="first_scout_to_inauguration")  # fmt: skip
    assert (by_scout["days"], by_scout["days_so_far"], by_scout["rank"]) == (None, 2, None)


def informateur(r):
    r.over("1", "wijffels-hhf", "2010-03-01", "handed_on")
    r.stage("2", "informateur", "hoekstra-rj", "2010-03-02", parties="cda;cu;vvd")
    tables = r.build("2010-03-10")
    formation = row_of(tables["formations"], formation_id=FORMATION)
    assert (formation["n_stages"], formation["n_commissions"]) == (2, 1)
    assert (formation["n_failed_attempts"], formation["days"]) == (0, None)
    assert formation["parties_first_tried"] == "cda;cu;vvd"


def breakdown(r):
    r.over("2", "hoekstra-rj", "2010-03-20", "failed")
    r.event("breakdown", "2010-03-20", formation_id=FORMATION, party_id="vvd")
    tables = r.build("2010-03-20")
    formation = row_of(tables["formations"], formation_id=FORMATION)
    assert (formation["n_failed_attempts"], formation["outcome"]) == (1, "running")


def second_attempt(r):
    r.stage("3", "informateur", "donner-jph", "2010-03-22", parties="cda;cu;pvda")
    r.build("2010-03-31")
    # 20 February to 31 March: 8 + 31 = 39 days.
    assert dc.running().query("is_running")["days"].item() == 39
    assert dc.running(today="2010-03-01").query("is_running")["days"].item() == 9


def agreement(r):
    r.over("3", "donner-jph", "2010-04-10", "succeeded")
    r.event("agreement_reached", "2010-04-10", formation_id=FORMATION)
    r.stage("4", "formateur", "balkenende-jp", "2010-04-12", parties="cda;cu;pvda")
    tables = r.build("2010-04-13")
    names = {row["definition"] for row in tables["formation_durations"] if row["is_running"]}
    assert "successful_attempt" not in names
    assert "resignation_to_inauguration" in names


def oath(r):
    r.over("4", "balkenende-jp", "2010-04-26", "succeeded")
    r.change("formations", {"formation_id": FORMATION}, outcome="formed", cabinet_id=NEW)
    r.add("cabinets", cabinet_id=NEW, sequence="4", name="Kabinet-Balkenende V",
          name_en="Fifth Balkenende cabinet", prime_minister_id="balkenende-jp",
          character="parliamentary")  # fmt: skip
    r.say("cabinets", NEW, "prime_minister_id", "balkenende-jp")
    post = f"{NEW}-balkenende-jp-minister-president"
    r.add("appointments", appointment_id=post, cabinet_id=NEW, person_id="balkenende-jp",
          post="minister-president, minister van Algemene Zaken", party_id="cda",
          is_acting="false")  # fmt: skip
    r.say("appointments", post, "person_id", "balkenende-jp")
    for party in ("cda", "cu", "pvda"):
        r.add("cabinet_parties", cabinet_id=NEW, party_id=party, role="coalition")
        r.say("cabinet_parties", f"{NEW}/{party}", "role", "coalition")
    r.add("fall_recodings", fall_id="balkenende-iv", mechanism="coalition_party_leaves",
          actor="party", party_id="pvda")  # fmt: skip
    r.event("inauguration", "2010-04-26", cabinet_id=NEW, formation_id=FORMATION)
    tables = r.build("2010-04-27")
    row = cabinet(tables, NEW)
    # 20 February to 26 April: 8 + 31 + 26 = 65 days.
    assert (row["formation_id"], row["formation_days"], row["is_current"]) == (FORMATION, 65, True)
    assert cabinet(tables)["days_caretaker"] == 65
    assert cabinet(tables)["next_formation_id"] == FORMATION
    assert not any(one["is_running"] for one in tables["formation_durations"])
    assert dc.running().empty
    attempt = row_of(tables["formation_durations"], formation_id=FORMATION,
                     definition="successful_attempt")  # fmt: skip
    # From 22 March: 9 + 26 = 35.
    assert attempt["days"] == 35
    premiership = row_of(tables["prime_ministers"], person_id="balkenende-jp")
    assert premiership["cabinets"].endswith(f";{NEW}")


def test_a_fall_and_a_formation_are_entered_as_they_happen(rehearsal):
    """Catch a day on which what has happened cannot be entered, or is read as something else."""
    for step in (fall, formation_begins, scout, informateur, breakdown, second_attempt, agreement,
                 oath):  # fmt: skip
        step(rehearsal)


def test_make_prints_what_runs(rehearsal, capsys):
    """Catch a build that keeps silent about a formation under way."""
    from scripts.build import main

    fall(rehearsal)
    formation_begins(rehearsal)
    scout(rehearsal)
    capsys.readouterr()
    assert main(["--root", str(rehearsal.tree)]) == 0
    printed = capsys.readouterr().out
    assert "under way" in printed
    assert re.search(rf"{FORMATION} +resignation_to_inauguration +2010-02-20 +6\n", printed)


def test_days_of_what_runs_are_dates_so_far(rehearsal):
    """Catch a running formation whose dates do not fit pandas' types."""
    fall(rehearsal)
    formation_begins(rehearsal)
    durations = dc.load("formation_durations")
    runs = durations[durations["is_running"]]
    assert runs["end_date"].isna().all()
    assert isinstance(runs["start_date"].iloc[0], pd.Timestamp)
