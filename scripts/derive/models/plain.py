"""Counts and flags as floats, as formula models want them."""

from __future__ import annotations

from typing import Any

from scripts.schema import Table

DECIMALS = 6
"""Of what is computed: more than any of it is known to, and the same on every machine."""


def as_floats(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row whose numbers are floats in the columns of numbers; a flag is 0 or 1."""
    numbers = {name for name in row if table.columns[name].type == "number"}
    return {
        name: round(float(value), DECIMALS) if name in numbers and value is not None else value
        for name, value in row.items()
    }
