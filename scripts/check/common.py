"""What the rules share."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.problems import Problem
from scripts.read import Row, Tables
from scripts.schema import Schema, text

Problems = Iterator[Problem]
"""What a rule yields."""


def in_sequence(tables: Tables) -> list[Row]:
    """The cabinets one after the other."""
    return sorted(tables["cabinets"], key=lambda row: row["sequence"] or 0)


def problem(schema: Schema, table: str, row: Row, column: str, expected: str, found: object) -> Problem:
    """What is wrong with one cell of a curated row."""
    return Problem(schema.tables[table].path, row.line, column, expected, text(found) or "nothing")
