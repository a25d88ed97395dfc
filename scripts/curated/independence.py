"""How many independent witnesses a cell has: families count as two if they are known to be."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from scripts.cells import Cell, Row, Tables
from scripts.curated.witnesses import (
    cells_that_need_two,
    families,
    headline_cells,
    office_cells,
)
from scripts.dates import within
from scripts.remember import remembered
from scripts.schema import text
from scripts.vocabulary import ELECTION_TABLES


class Independence:
    """Tells of families of sources which are independent, for a cell of some table and day.

    Two families are independent where family_links says so: no row is not independence.
    """

    def __init__(self, tables: Tables):
        self._links: dict[frozenset, list[Row]] = defaultdict(list)
        for row in tables["family_links"]:
            self._links[frozenset((row["family"], row["other_family"]))].append(row)
        self._days = dict(_days(tables))

    def witnesses(self, cell: Cell, agreeing: Iterable[str]) -> set[str]:
        """Two families that are independent of each other, the first by name, or else one."""
        found = sorted(agreeing)
        pairs = itertools.combinations(found, 2)
        told = (pair for pair in pairs if self.relations(cell, *pair) == {"independent"})
        return set(next(told, found[:1]))

    def relations(self, cell: Cell, first: str, second: str) -> set[str]:
        """How two families stand to each other where they tell of a cell, by family_links."""
        return {row["relation"] for row in self._of(cell, first, second)}

    def _of(self, cell: Cell, first: str, second: str) -> Iterator[Row]:
        """The links of two families that hold for a cell."""
        scopes = _scopes(cell.table_name)
        day = self._days.get((cell.table_name, cell.row_id), "")
        for row in self._links.get(frozenset((first, second)), ()):
            if row["scope"] in scopes and within(day, row["from_text"], row["to_text"]):
                yield row

    def needed(self, cells: Iterable[Cell], agreeing: dict[Cell, set[str]]) -> set[tuple]:
        """The links that hold for families that agree on one of some cells, by their key."""
        return {
            (row["family"], row["other_family"], row["scope"], row["from_text"], row["to_text"])
            for cell in cells
            for pair in itertools.combinations(sorted(agreeing[cell]), 2)
            for row in self._of(cell, *pair)
        }


def _scopes(table: str) -> tuple[str, ...]:
    """The scopes of links that matter for the cells of a table."""
    if table in ELECTION_TABLES:
        return ("all", "elections")
    return ("all", "cabinets", "lengths") if table == "formation_stages" else ("all", "cabinets")


def _days(tables: Tables) -> Iterator[tuple[tuple[str, str], str]]:
    """The day of each row of which a headline cell can be a part, as far as it is known."""
    events = {row["event_id"]: text(row["date"]) for row in tables["events"]}
    oaths = (row for row in tables["events"] if row["event_type"] == "inauguration")
    started = {row["cabinet_id"]: text(row["date"]) for row in oaths}
    held = {row["election_id"]: text(row["date"]) for row in tables["elections"]}
    day_of = {
        "events": lambda row: text(row["date"]),
        "falls": lambda row: events.get(row["event_id"], ""),
        "cabinets": lambda row: started.get(row["cabinet_id"], ""),
        "elections": lambda row: text(row["date"]),
        "election_results": lambda row: held.get(row["election_id"], ""),
        "formation_stages": lambda row: text(row["start_date"]),
        "appointments": lambda row: text(row["start_text"]) or started.get(row["cabinet_id"], ""),
    }
    for name, day in day_of.items():
        rows = tables[name]
        for row in rows:
            yield (name, rows.table.row_id(row)), day(row)


@remembered
def witnesses(tables: Tables) -> dict[Cell, set[str]]:
    """The families that bear out each cell that needs two: two independent ones, one, or none."""
    independence, agreeing = Independence(tables), families(tables)
    cells = cells_that_need_two(tables)
    return {cell: independence.witnesses(cell, agreeing[cell]) for cell in cells}


def count_headline_cells(tables: Tables) -> tuple[int, int]:
    """How many headline cells there are, and how many have two independent families."""
    return _count(tables, headline_cells(tables))


def count_office_cells(tables: Tables) -> tuple[int, int]:
    """The same of the cells on who held the great offices."""
    return _count(tables, office_cells(tables))


def _count(tables: Tables, cells: Iterable[Cell]) -> tuple[int, int]:
    found, wanted = witnesses(tables), set(cells)
    return len(wanted), sum(len(found[cell]) >= 2 for cell in wanted)
