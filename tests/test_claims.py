"""Verdicts on published claims; cases on the real data stand in tests/pinned/cases.csv."""

import csv
import datetime

import pytest

from scripts.cells import Rows
from scripts.check.claims import NEEDS
from scripts.claims import TESTS
from scripts.claims.comparisons import KINDS
from scripts.claims.things import Things
from scripts.publish.pages.claims import QUESTIONS
from scripts.schema import ROOT
from scripts.vocabulary import FIRSTS

FIELDS = ("cabinet_id", "subject", "measure", "cell", "unit", "definition_claimed", "scope_from",
          "scope_to", "selection", "as_of")  # fmt: skip


def claim(kind, value, **fields):
    return {**dict.fromkeys(FIELDS), "claim_type": kind, "value": str(value), **fields}


@pytest.fixture(scope="module")
def things(schema, history, derived):
    return Things(schema, {**history, **derived})


BALKENENDE_IV = {"cabinet_id": "balkenende-iv", "subject": "balkenende-iv"}
OATH = {**BALKENENDE_IV, "measure": "formation", "definition_claimed": "election_to_inauguration"}
FORMATIONS = {"subject": "formations", "measure": "formation"}
CASES = {
    # 22 November 2006 to 22 February 2007: 8 + 31 + 31 + 22 = 92.
    "a length": (claim("days", 92, **OATH), "reproduced", 92),
    "both ends": (claim("days", 93, **OATH), "reproduced_inclusive", 92),
    "a wrong length": (claim("days", 94, **OATH), "refuted", 92),
    "in weeks": (claim("days", 13, **OATH, unit="weeks"), "reproduced", 92),
    # On 1 February 2007 it was 8 + 31 + 31 + 1 = 71.
    "on its day": (
        claim("days", 71, **OATH, as_of=datetime.date(2007, 2, 1)), "reproduced_as_of", 71),
    # Behind the 125 days of 2003.
    "a rank": (claim("rank", 2, **OATH, unit="longest"), "reproduced", 2),
    "a wrong rank": (claim("rank", 1, **OATH, unit="longest"), "refuted", 2),
    "shortest": (claim("rank", 1, **OATH, unit="shortest"), "reproduced", 1),
    # (125 + 92) / 2 = 108.5; with that of 2006, 7 from the resignation, (125 + 92 + 7) / 3 = 74.67.
    "a mean": (claim("average", 108.5, **FORMATIONS), "reproduced", "108.50"),
    "a mean over all": (claim("average", 74.67, **FORMATIONS), "reproduced", "74.67"),
    "a count": (claim("count", 1, **FORMATIONS, unit="days > 100"), "reproduced", 1),
    "minority cabinets": (
        claim("count", 1, subject="cabinets", measure="cabinet", unit="cabinet_type == minority"),
        "reproduced", 1),
    # Balkenende III, from 7 July 2006, would have equalled the 1137 days of II on 17 August 2009.
    "a record": (
        claim("record", "2009-08-17", subject="balkenende-iii", cabinet_id="balkenende-iii",
              measure="cabinet", unit="equals"), "reproduced", "2009-08-17"),
    "to go": (
        claim("remaining", 1, subject="balkenende-iii", cabinet_id="balkenende-iii",
              measure="cabinet", unit="passes", as_of=datetime.date(2009, 8, 17)),
        "reproduced", 1),
    "a cell": (
        claim("cell", 80, **BALKENENDE_IV, cell="cabinets/balkenende-iv/seats_tk"),
        "reproduced", "80"),
    "a wrong cell": (
        claim("cell", 79, **BALKENENDE_IV, cell="cabinets/balkenende-iv/seats_tk"), "refuted",
        "80"),
    "the first": (
        claim("first", 2006, subject="balkenende-iii", cabinet_id="balkenende-iii",
              measure="minority_cabinet"), "reproduced", "balkenende-iii"),
    "not the first": (
        claim("first", 2007, **BALKENENDE_IV, measure="minority_cabinet"), "refuted",
        "balkenende-iii"),
    "the figures of a vote": (
        claim("vote", "64-79", subject="balkenende-ii", cell="votes/balkenende-ii-vote"),
        "reproduced", "64-79"),
    "figures the other way round": (
        claim("vote", "79-64", subject="balkenende-ii", cell="votes/balkenende-ii-vote"),
        "refuted", "64-79"),
    # 22 November 2006 to 1 February 2007: 8 + 31 + 31 + 1 = 71.
    "days since an election": (
        claim("since", 71, **BALKENENDE_IV, cell="elections/tk-2006/date",
              as_of=datetime.date(2007, 2, 1)), "reproduced", 71),
    "days since, both ends": (
        claim("since", 72, **BALKENENDE_IV, cell="elections/tk-2006/date",
              as_of=datetime.date(2007, 2, 1)), "reproduced_inclusive", 71),
    # Born on 7 May 1956.
    "an age on a birthday": (
        claim("age", 50, subject="balkenende-jp", as_of=datetime.date(2006, 5, 7)),
        "reproduced", 50),
    "an age on the day before": (
        claim("age", 50, subject="balkenende-jp", as_of=datetime.date(2006, 5, 6)),
        "refuted", 49),
    "lists with seats": (claim("lists", 10, subject="tk-2006"), "reproduced", 10),
    "lists of an unknown election": (claim("lists", 10, subject="cabinets"), "untestable", None),
    # 44 + 28 - 1 who had left = 71 of 150: 76 - 71 = 5, and 75 - 71 = 4 to half.
    "seats short of a majority": (
        claim("shortfall", 5, subject="balkenende-iii", cabinet_id="balkenende-iii", measure="tk"),
        "reproduced", 5),
    "seats short of half": (
        claim("shortfall", 4, subject="balkenende-iii", cabinet_id="balkenende-iii", measure="tk",
              unit="half"), "reproduced", 4),
    "times informateur": (
        claim("commissions", 2, subject="hoekstra-rj", unit="informateur"), "reproduced", 2),
    "times informateur until a day": (
        claim("commissions", 2, subject="hoekstra-rj", unit="informateur",
              as_of=datetime.date(2006, 1, 1)), "refuted", 1),
    # CDA 41, PvdA 33, SP 25: the third.
    "the largest left out": (claim("left_out", 3, **BALKENENDE_IV), "reproduced", 3),
    "cabinets on one election": (claim("per_election", 2, subject="tk-2003"), "reproduced", 2),
    # II from 30 June to 7 July 2006, 7; III from 22 November 2006 to 22 February 2007, 92.
    "days as caretaker": (
        claim("caretaker_of", 99, subject="balkenende-jp"), "reproduced", 99),
    "cabinets of a person": (
        claim("count", 3, subject="balkenende-jp", measure="cabinet",
              unit="prime_minister_id == balkenende-jp"), "reproduced", 3),
    "nothing to test": (claim("other", "yes", subject="cabinets"), "untestable", None),
    "an unknown cabinet": (claim("days", 9, measure="cabinet"), "untestable", None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_verdict(things, case):
    """Catch a verdict that is wrong, or right for the wrong reason."""
    row, verdict, derived = CASES[case]
    result = TESTS[row["claim_type"]](row, things)
    assert result.verdict == verdict, result
    assert str(result.derived) == str(derived), result
    assert result.explanation.endswith("."), result


def test_a_value_that_a_source_prints_is_contested(schema, history, derived):
    """Catch a figure that is refuted though some source prints the day from which it follows."""
    tables = {**history, **derived}
    said = [row for row in tables["evidence"] if row["row_id"] == "balkenende-iv-inauguration"]
    other = {**said[0], "value": "2007-02-23", "stance": "differs", "source_id": "x"}
    for name, more in (("evidence", other), ("sources", {"source_id": "x", "family": "a-paper"})):
        tables[name] = Rows(tables[name].table, [*tables[name], more])
    # To the 23rd it is 93 days, or 94 with both ends.
    result = TESTS["days"](claim("days", 94, **OATH), Things(schema, tables))
    assert (result.verdict, result.derived) == ("contested", 92), result
    assert "(a-paper)" in result.explanation


def test_the_explanation_of_a_count_names_what_can_be_read(things):
    """Catch a count that is explained without names though they are few."""
    row = claim("count", 1, **FORMATIONS, unit="days > 100")
    explanation = TESTS["count"](row, things).explanation
    assert explanation == "1 of 2 since 2003 have days > 100: Kabinet-Balkenende II (125)."


def test_the_second_round_is_a_day_of_the_election(things, monkeypatch):
    """Catch a claim that is refuted because it gives the day of the round that decided."""
    monkeypatch.setitem(things.row("elections", "tk-2003"), "runoff_dates", "2003-01-29;2003-02-05")
    cell = "elections/tk-2003/date"
    verdicts = [
        TESTS["cell"](claim("cell", day, subject="cabinets", cell=cell), things).verdict
        for day in ("2003-01-29", "2003-01-30")
    ]
    assert verdicts == ["reproduced", "refuted"]


def test_every_type_of_claim_has_a_test_and_a_case(schema):
    """Catch a code without a test, a need, or a case."""
    types = set(schema.allowed["claim_type"])
    with (ROOT / "tests" / "pinned" / "cases.csv").open(encoding="utf-8", newline="") as file:
        pinned = {row["claim_type"] for row in csv.DictReader(file)}
    assert types == set(TESTS) == set(NEEDS) == pinned
    assert types == {row["claim_type"] for row, _, _ in CASES.values()}
    assert set(KINDS) == set(FIRSTS)
    asked = [kind for kinds in QUESTIONS.values() for kind in kinds]
    assert sorted([*asked, "other"]) == sorted(types), "a type that docs/claims.md leaves out"
