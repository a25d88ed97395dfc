"""Who says so: for a cell the values in print, the families of sources, and where it is typed."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from scripts.curated.read import read_tables
from scripts.problems import BadInput
from scripts.schema import Schema
from scripts.schema.load import load_schema
from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid

Cell = tuple[str, str, str]
"""Table, row and column."""
CELL = ("table_name", "row_id", "column_name")


def evidence(facts: Facts, wanted: Iterable[tuple[str, Cell]]) -> Grid:
    """A row a curated cell and value in print.

    wanted: published cells, each with the key of the words that name it.
    """
    rows = [
        {"what": f"cell.{word}", **row}
        for word, cell in wanted
        for end in _ends(facts, cell)
        for row in _of(facts, end)
    ]
    columns = "what:word:what value:printed:value stance:label=stance:stance says:says:says "
    return Grid(
        "evidence", rows, columns + "rule:label=ruling:rule reason:note:reason place:place:place"
    )


def _of(facts: Facts, cell: Cell) -> list[Row]:
    """The values in print of a curated cell, the adopted one first."""
    said: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in facts.of("evidence", CELL, cell):
        if row["stance"] in ("agrees", "differs", "coarser"):
            source = facts.one("sources", "source_id", row["source_id"])
            assert source is not None, row
            said[row["stance"], row["value"]].setdefault(source["family"], row["source_id"])
    ruling = facts.one("rulings", CELL, cell) or {}
    found = []
    for (stance, value), families in sorted(said.items()):
        row = {"value": value, "stance": stance, "families": ";".join(sorted(families))}
        row |= {"says": ";".join(families[family] for family in sorted(families))}
        row |= {"rule": ruling.get("rule"), "reason": ruling.get("reason")}
        found.append(row | {"cell": "/".join(cell), "place": place(facts, cell)})
        ruling = {}
    return found


def _ends(facts: Facts, cell: Cell) -> list[Cell]:
    """The curated cells on which a published one rests."""
    found = []
    steps = [(row["from_table"], row["from_row_id"], row["from_column"])
             for row in facts.of("lineage", CELL, cell)]  # fmt: skip
    for origin in steps or [cell]:
        found += [origin] if origin == cell else _ends(facts, origin)
    return list(dict.fromkeys(found))


@functools.cache
def _schema(root: Path) -> Schema:
    return load_schema(root)


@functools.cache
def _places(root: Path) -> dict[tuple[str, str], tuple[str, int]]:
    """File and line of each curated row."""
    curated, problems = read_tables(root, _schema(root))
    if problems:
        raise BadInput(problems)
    return {
        (name, rows.table.row_id(row)): (row.file, row.line)
        for name, rows in curated.items()
        for row in rows
    }


def typed(facts: Facts, **rows: list[Row]) -> str:
    """The files in data/curated, with the lines, on which rows of tables are typed.

    rows: rows by the name of their table; what is derived has no line.
    """
    tables = _schema(facts.root).tables
    found: dict[str, set[int]] = defaultdict(set)
    for name, own in rows.items():
        for row in own:
            if place := _places(facts.root).get((name, tables[name].row_id(row))):
                found[_name(place)].add(place[1])
    return "; ".join(f"{file}:{_ranges(sorted(lines))}" for file, lines in found.items())


def _ranges(lines: list[int]) -> str:
    """Numbers of lines in order, those in a row as one stretch: 3-5, 9."""
    stretches: list[list[int]] = []
    for line in lines:
        if stretches and line == stretches[-1][-1] + 1:
            stretches[-1][1:] = [line]
        else:
            stretches.append([line])
    return ", ".join("-".join(map(str, one)) for one in stretches)


def place(facts: Facts, cell: Cell) -> str | None:
    """The file in data/curated, with the line, in which a cell is typed."""
    found = _places(facts.root).get(cell[:2])
    return f"{_name(found)}:{found[1]}" if found else None


def _name(place: tuple[str, int]) -> str:
    """The name of a file in data/curated."""
    return PurePosixPath(place[0]).name
