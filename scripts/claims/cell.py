"""Claims on one cell of the tables."""

from __future__ import annotations

import datetime
import re

from scripts.cells import Cell
from scripts.claims.result import UNTESTABLE, Result
from scripts.claims.things import Things
from scripts.schema import text


def judge_cell(claim: dict, things: Things) -> Result:
    """A cell; contested if a source prints the claimed value and we adopted another."""
    cell = table, row_id, column = Cell.named(claim["cell"])
    row = things.row(table, row_id)
    if row is None or row.get(column) is None:
        return UNTESTABLE
    value, claimed = row[column], claim["value"]
    derived = text(value).lower() if isinstance(value, bool) else text(value)
    told, printed_as = (things.in_words(table, column, one) for one in (derived, claimed))
    if derived == claimed or _is_month_of(value, claimed):
        return Result("reproduced", f"It is {told} ({claim['cell']}).", derived)
    if column == "date" and claimed in text(row.get("runoff_dates")).split(";"):
        told = f"The first round was on {told}, a later one on {claimed} ({claim['cell']})."
        return Result("reproduced", told, derived)
    printed = things.who_prints(cell, claimed)
    if printed:
        by = f"{printed_as} by {', '.join(sorted(printed))}"
        return Result("contested", f"Adopted is {told} ({claim['cell']}); {by}.", derived)
    return Result("refuted", f"It is {told}, not {printed_as} ({claim['cell']}).", derived)


def _is_month_of(value: object, claimed: str) -> bool:
    """Whether a claim states the month or year of a day."""
    is_partial = re.fullmatch(r"\d{4}(-\d\d)?", claimed) is not None
    return isinstance(value, datetime.date) and is_partial and text(value).startswith(claimed)
