"""Each rule of the domain passes on the frozen history and fails on a row that breaks it."""

import datetime

import pytest

from scripts.check import RULES, claims
from scripts.curated.independence import Independence
from scripts.curated.witnesses import stance
from scripts.problems import Problem
from tests.breaking import BROKEN, copied, stage
from tests.conftest import row_of


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


@pytest.mark.parametrize("kind", claims.NEEDS)
def test_a_word_for_the_value_of_a_claim(schema, curated, kind):
    """Catch a rule that stumbles over a word where the type of the claim asks for a number."""
    row = curated["claims"][0]
    row |= {"claim_type": kind, "value": "first"}
    found = [problem for rule in claims.RULES for problem in rule(schema, curated)]
    asks = kind not in ("cell", "first", "other")
    assert asks == any((row.line, "value") == (one.line, one.column) for one in found), found


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
        to_text="1945",
    )
    curated["family_links"].clear()
    assert Independence(curated).witnesses(cell, {"cbs", "pdc"}) == {"cbs"}
    curated["family_links"].append(link)
    assert Independence(curated).witnesses(cell, {"cbs", "pdc"}) == {"cbs"}
    link["to_text"] = "2007-02"
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
