"""Tests of published claims against the tables: the verdict is computed here, never typed.

Each type of claim has one function, which compares the printed value with what the tables give, on
the day and in the scope of the claim, and says in a sentence how. A claim that fails by the adopted
values, but holds by a value that some source prints and that we did not adopt, is contested.
"""

from __future__ import annotations

from collections.abc import Callable

from scripts.cells import Rows, Tables
from scripts.claims.cell import judge_cell
from scripts.claims.comparisons import judge_average, judge_count, judge_first, judge_rank
from scripts.claims.lengths import judge_days
from scripts.claims.records import judge_record, judge_remaining
from scripts.claims.result import UNTESTABLE, Result
from scripts.claims.tallies import (
    judge_age,
    judge_caretaker_of,
    judge_commissions,
    judge_left_out,
    judge_lists,
    judge_per_election,
    judge_shortfall,
    judge_since,
    judge_vote,
)
from scripts.claims.things import Things
from scripts.problems import Problem
from scripts.schema import Schema, text
from scripts.vocabulary import names_a_row


def judge_other(claim: dict, things: Things) -> Result:
    """A claim that no table can test yet."""
    return UNTESTABLE


TESTS: dict[str, Callable[[dict, Things], Result]] = {
    "days": judge_days,
    "rank": judge_rank,
    "average": judge_average,
    "count": judge_count,
    "record": judge_record,
    "remaining": judge_remaining,
    "cell": judge_cell,
    "first": judge_first,
    "vote": judge_vote,
    "since": judge_since,
    "age": judge_age,
    "lists": judge_lists,
    "shortfall": judge_shortfall,
    "commissions": judge_commissions,
    "left_out": judge_left_out,
    "per_election": judge_per_election,
    "caretaker_of": judge_caretaker_of,
    "other": judge_other,
}
"""The test of each type of claim."""


def judge(schema: Schema, tables: Tables) -> Rows:
    """The claims with their verdict, what the tables give, and a sentence of explanation."""
    things = Things(schema, tables)
    claims = tables["claims"]
    rows = []
    for claim in claims:
        result = TESTS[claim["claim_type"]](claim, things)
        rows.append(
            {
                **claim,
                "verdict": result.verdict,
                "definition": result.definition,
                "derived_value": None if result.derived is None else text(result.derived),
                "explanation": result.explanation,
            }
        )
    return Rows.derived(claims.table, rows, claims)


def unknown_things(tables: Tables) -> list[Problem]:
    """Claims whose subject, or the row of whose cell, is in no table."""
    people = {row["person_id"] for row in tables["persons"]}
    formations = {row["formation_id"] for row in tables["formations"]}
    elections = {row["election_id"] for row in tables["elections"]}
    known = formations | people | elections | {"formations", "cabinets", "prime_ministers"}
    ids = {name: {rows.table.row_id(row) for row in rows} for name, rows in tables.items()}
    problems = []
    for row in tables["claims"]:
        if row["subject"] not in known:
            expected = "an id of a formation, cabinet, person or election"
            problems.append(Problem(row.file, row.line, "subject", expected, text(row["subject"])))
        table, _, rest = text(row["cell"]).partition("/")
        row_id = rest if names_a_row(row) else rest.rpartition("/")[0]
        if table in ids and row_id not in ids[table]:
            expected = f"a row of {table}"
            problems.append(Problem(row.file, row.line, "cell", expected, row_id))
    return problems
