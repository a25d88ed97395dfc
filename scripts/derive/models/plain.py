"""Counts and flags as floats, as formula models want them."""

from __future__ import annotations

from typing import Any

from scripts.cells import Value
from scripts.schema import Table


def as_floats(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row whose numbers are floats in the columns of numbers; a flag is 0 or 1."""
    return {
        name: _float(value) if table.columns[name].type == "number" else value
        for name, value in row.items()
    }


def _float(value: Any) -> Any:
    if isinstance(value, Value):
        return value._replace(value=_float(value.value))
    return None if value is None else float(value)
