"""What sources say of the curated cells, and which families of sources agree with each."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from scripts.cells import Cell, Row, Tables
from scripts.remember import remembered
from scripts.schema import text
from scripts.vocabulary import GREAT_OFFICES, HEADLINE_EVENTS, NO_WITNESS


def cell_of(row: dict) -> Cell:
    """The cell of which a row of evidence or exceptions speaks."""
    return Cell(row["table_name"], row["row_id"], row["column_name"])


@remembered
def rows_by_id(tables: Tables) -> dict[str, dict[str, Row]]:
    """The rows of each curated table by their id."""
    return {name: {rows.table.row_id(row): row for row in rows} for name, rows in tables.items()}


@remembered
def statements(tables: Tables) -> list[tuple[Row, str]]:
    """Each row of evidence on a curated cell with its stance.

    A source that prints nothing is silent; one agrees that prints the adopted value; one that
    prints the month or year of the adopted day is coarser; another differs.
    """
    rows, implied = rows_by_id(tables), implied_days(tables)
    found = []
    for said in tables["evidence"]:
        row = rows.get(said["table_name"], {}).get(said["row_id"])
        if row is not None and said["column_name"] in row:
            adopted = implied.get(cell_of(said), row[said["column_name"]])
            found.append((said, stance(said["value"], adopted)))
    return found


@remembered
def implied_days(tables: Tables) -> dict[Cell, str]:
    """The days of appointments that are not typed, since they are those of the cabinet."""
    inaugurations = [row for row in tables["events"] if row["event_type"] == "inauguration"]
    starts: dict[str, str | None] = {row["cabinet_id"]: row["date"] for row in inaugurations}
    ordered = sorted(tables["cabinets"], key=lambda row: row["sequence"] or 0)
    order = [row["cabinet_id"] for row in ordered]
    ends = {cabinet: starts.get(after) for cabinet, after in itertools.pairwise(order)}
    held = tables["appointments"]
    return {
        held.address(row, column): day
        for row in held
        for column, days in (("start_text", starts), ("end_text", ends))
        if row[column] is None and (day := days.get(row["cabinet_id"]))
    }


def stance(value: str | None, adopted: object) -> str:
    """Whether a source that prints a value agrees with the adopted one."""
    if value is None:
        return "silent"
    if value == text(adopted):
        return "agrees"
    is_part = text(adopted).startswith(f"{value}-") and re.fullmatch(r"\d{4}(-\d\d)?", value)
    return "coarser" if is_part else "differs"


@remembered
def families(tables: Tables) -> dict[Cell, set[str]]:
    """For each cell the families of sources that print the adopted value."""
    family = {row["source_id"]: row["family"] for row in tables["sources"]}
    found: dict[Cell, set[str]] = defaultdict(set)
    for said, stands in statements(tables):
        own = family.get(said["source_id"])
        if stands == "agrees" and own and own != NO_WITNESS:
            found[cell_of(said)].add(own)
    return found


@remembered
def headline_cells(tables: Tables) -> dict[Cell, Row]:
    """The curated cells that need two independent families, each with its row.

    Start, resignation and end of a cabinet (the end is the start of the next), prime minister, date
    and seats of an election, first commission, agreement and swearing-in of a formation, and how a
    cabinet fell. Of elections before 1918 the seats by group are no headline: handbooks class the
    members each in their own way.
    """
    lists = {row["election_id"] for row in tables["elections"] if row["system"] == "proportional"}
    results = [row for row in tables["election_results"] if row["election_id"] in lists]
    events = [row for row in tables["events"] if row["event_type"] in HEADLINE_EVENTS]
    wanted = [
        ("events", "date", events),
        ("cabinets", "prime_minister_id", tables["cabinets"]),
        ("elections", "date", tables["elections"]),
        ("election_results", "seats", results),
        ("formation_stages", "start_date", _first_commissions(tables)),
        ("falls", "mechanism", tables["falls"]),
    ]
    return {tables[name].address(row, column): row for name, column, rows in wanted for row in rows}


@remembered
def office_cells(tables: Tables) -> dict[Cell, Row]:
    """The cells on who held the great offices and from when to when: they need two families too.

    Prime ministers, and ministers of Finance, Justice, the Interior and Foreign Affairs. A day that
    is that of the cabinet is a headline cell there.
    """
    held = tables["appointments"]
    offices = offices_of_ministers(tables)
    led = {row["post"] for row in tables["posts"] if row["post_level"] == "prime_minister"}
    return {
        held.address(row, column): row
        for row in held
        if offices.get(row["post"]) in GREAT_OFFICES or row["post"] in led
        for column in ("person_id", "start_text", "end_text")
        if row[column] is not None
    }


def offices_of_ministers(tables: Tables) -> dict[str, str]:
    """The office to which each post of minister belongs: one of the great ones, or the post."""
    areas = {row["ministry_id"]: text(row["policy_area"]) for row in tables["ministries"]}
    offices = {}
    for row in tables["posts"]:
        if row["post_level"] in ("minister", "prime_minister"):
            area = areas.get(row["ministry_id"], "")
            is_great = area in GREAT_OFFICES and row["post_level"] == "minister"
            offices[row["post"]] = area if is_great else row["post"]
    return offices


def cells_that_need_two(tables: Tables) -> dict[Cell, Row]:
    """The cells that need two independent families, each with its row."""
    return headline_cells(tables) | office_cells(tables)


def _first_commissions(tables: Tables) -> list[Row]:
    """The first scout and the first commission proper of each formation, of a joint one one row."""
    first: dict[tuple, Row] = {}
    stages = tables["formation_stages"]
    for row in sorted(stages, key=lambda row: (row["stage"] or 0, row["person_id"] or "")):
        first.setdefault((row["formation_id"], row["role"] == "scout"), row)
    return list(first.values())
