"""Which cells are headline cells, and which families of sources agree with each cell."""

from __future__ import annotations

from collections import defaultdict

from scripts.read import Tables
from scripts.schema import Schema

Cell = tuple[str, str, str]
"""Table, row id and column of a curated cell."""


def cell_of(row: dict) -> Cell:
    """The cell of which a row of evidence, exceptions or lineage speaks."""
    return row["table"], row["row_id"], row["column"]


NO_WITNESS = "unattributed"
"""The family of pages that repeat without saying from where: recorded, but no independent witness."""

HEADLINE_EVENTS = ("inauguration", "resignation_offered", "agreement_reached", "agreement_presented")


def headline_cells(schema: Schema, tables: Tables) -> dict[Cell, int]:
    """The curated cells that need two independent families, each with the line on which it is typed.

    Start, resignation and end of a cabinet (the end is the start of the next), prime minister, date and seats of an
    election, first commission, agreement and swearing-in of a formation, and how a cabinet fell. Of elections before 1918 the
    seats by group are no headline: handbooks class the members each in their own way.
    """
    first: dict[tuple, dict] = {}
    for stage in sorted(tables["formation_stages"], key=lambda row: (row["stage"] or 0, row["person_id"] or "")):
        # The first scout and the first commission proper are two headline dates; of a joint one, that of one person.
        first.setdefault((stage["formation_id"], stage["role"] == "scout"), stage)
    rows = [("events", row, "date") for row in tables["events"] if row["event_type"] in HEADLINE_EVENTS]
    rows += [("cabinets", row, "prime_minister_id") for row in tables["cabinets"]]
    rows += [("elections", row, "date") for row in tables["elections"]]
    lists = {row["election_id"] for row in tables["elections"] if row["system"] == "proportional"}
    rows += [("election_results", row, "seats") for row in tables["election_results"] if row["election_id"] in lists]
    rows += [("formation_stages", row, "start_date") for row in first.values()]
    rows += [("falls", row, "mechanism") for row in tables["falls"]]
    return {(name, schema.tables[name].row_id(row), column): row.line for name, row, column in rows}


def families(tables: Tables) -> dict[Cell, set[str]]:
    """For each cell the independent families of sources that print the adopted value."""
    family = {row["source_id"]: row["family"] for row in tables["sources"] if row["family"] != NO_WITNESS}
    found: dict[Cell, set[str]] = defaultdict(set)
    for row in tables["evidence"]:
        if row["stance"] == "agrees" and row["source_id"] in family:
            found[cell_of(row)].add(family[row["source_id"]])
    return found


def count_headline_cells(schema: Schema, tables: Tables) -> tuple[int, int]:
    """How many headline cells there are, and how many have two independent families."""
    agreeing = families(tables)
    cells = headline_cells(schema, tables)
    return len(cells), sum(len(agreeing[cell]) >= 2 for cell in cells)
