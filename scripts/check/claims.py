"""Claims that can be tested."""

from __future__ import annotations

import re

from scripts.check.common import Problems, problem
from scripts.derive.claims import CONDITION, FIRSTS, TESTS
from scripts.derive.things import MEASURES
from scripts.read import Tables
from scripts.schema import Schema, text

CLAIM_NEEDS = {
    "days": ("measure",),
    "rank": ("measure",),
    "average": ("measure",),
    "count": ("measure", "unit"),
    "record": ("measure", "unit"),
    "remaining": ("measure", "unit", "as_of"),
    "cell": ("cell",),
    "first": ("measure",),
    "other": (),
}
"""What the test of each type of claim cannot do without."""
CLAIM_UNITS = {
    "days": ("days", "weeks", "months", "years"),
    "average": ("days", "weeks", "months", "years"),
    "rank": ("longest", "shortest"),
    "record": ("equals", "passes"),
    "remaining": ("equals", "passes"),
}
"""The units that the tests of these types read; without one they take the first."""


def claims_can_be_tested(schema: Schema, tables: Tables) -> Problems:
    """A claim has a type that has a test, what that test needs, and a value and unit that it can read."""
    numeric = ("days", "rank", "average", "count", "remaining")
    for row in tables["claims"]:
        kind = row["claim_type"]
        if kind is None:
            continue
        if kind not in TESTS:
            yield problem(schema, "claims", row, "claim_type", f"a type that has a test ({', '.join(TESTS)})", kind)
            continue
        for column in CLAIM_NEEDS[kind]:
            if row[column] is None:
                yield problem(schema, "claims", row, column, f"a value, which the test of {kind} needs", None)
        measures = {"first": tuple(FIRSTS), "cell": (), "other": (*MEASURES, *FIRSTS)}.get(kind, MEASURES)
        if row["measure"] and row["measure"] not in measures:
            expected = f"one of {', '.join(measures)}, since the type is {kind}" if measures else f"nothing, since the type is {kind}"
            yield problem(schema, "claims", row, "measure", expected, row["measure"])
        value, unit, cell = text(row["value"]), text(row["unit"]), text(row["cell"])
        if kind in numeric and not re.fullmatch(r"\d+(\.\d+)?", value):
            yield problem(schema, "claims", row, "value", "a number", value)
        if kind == "record" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            yield problem(schema, "claims", row, "value", "a date YYYY-MM-DD", value)
        if unit and kind in CLAIM_UNITS and unit not in CLAIM_UNITS[kind]:
            yield problem(schema, "claims", row, "unit", " or ".join(CLAIM_UNITS[kind]), unit)
        if kind == "count" and unit and not CONDITION.fullmatch(unit):
            yield problem(schema, "claims", row, "unit", "a condition such as days > 100", unit)
        if cell:
            table, column = cell.split("/")[0], cell.rpartition("/")[2]
            known = table in schema.tables and (column in schema.tables[table].columns or row["measure"] == "stage")
            if not known:
                yield problem(schema, "claims", row, "cell", "table/row/column of our tables", cell)
