"""Who says so: the evidence of a cell, or of the facts behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dutchcabinets import _package
from dutchcabinets._tables import load

if TYPE_CHECKING:
    import pandas
    import pyarrow

Cell = tuple[str, str, str]
"""Table, row and column."""

_CELL = ("table_name", "row_id", "column_name")
_ORIGIN = ("from_table", "from_row_id", "from_column")
_SAID = ("stance", "value_as_printed", "value", "locator", "source_id")
_SOURCE = ("family", "publisher", "title", "depth", "date_published", "date_read", "url")
_SHOWN = (
    "column", "cell", "stance", "value_as_printed", "value", "family", "publisher", "title",
    "locator", "depth", "date_published", "date_read", "url", "source_id", "rule", "reason",
)  # fmt: skip


def evidence(table: str, row_id: str, column: str | None = None) -> pandas.DataFrame:
    """What sources say of a cell, those that disagree included.

    Of a derived cell, what they say of the facts behind it.

    Args:
        table: name of a table.
        row_id: key of a row; the parts of a key of several columns are joined by a slash, as in
            "tk-2021/vvd".
        column: name of a column; without it, the evidence of all cells of the row.

    Returns:
        One row a source and curated cell: column (as asked), cell (table/row/column where the value
        is curated), stance, value_as_printed, value, family, publisher, title, locator, depth,
        date_published, date_read, url, source_id; and where sources differ on a headline cell, the
        rule that settled it and the reason. No rows: no source is recorded.

    Raises:
        ValueError: there is no such table, row or column; the message names the near ones.
    """
    asked = _asked(table, row_id, column)
    behind = _behind([(table, row_id, name) for name in asked])
    said = _rows(load("evidence", format="arrow"), _CELL, {one for ends in behind for one in ends})
    sources = load("sources", format="arrow")
    read = {row["source_id"]: row for row in _of_ids(sources, {row["source_id"] for row in said})}
    rulings = load("rulings", format="arrow").to_pylist()
    ruled = {_cell(row): {part: row[part] for part in ("rule", "reason")} for row in rulings}
    rows = []
    for name, ends in zip(asked, behind, strict=True):
        found = []
        for row in said:
            cell = _cell(row)
            if cell in ends:
                source = read[row["source_id"]]
                of_source = {part: source[part] for part in _SOURCE}
                told = {part: row[part] for part in _SAID}
                rest = {**told, **of_source, **ruled.get(cell, {})}
                found.append({"column": name, "cell": "/".join(cell), **rest})
        order = ("cell", "stance", "family", "source_id")
        rows += sorted(found, key=lambda row: tuple(row[part] for part in order))
    return _frame(rows, sources)


def _cell(row: dict) -> Cell:
    return row["table_name"], row["row_id"], row["column_name"]


def _asked(table: str, row_id: str, column: str | None) -> list[str]:
    """The columns that are asked for, if the row is there."""
    schema = _package.resource(table)["schema"]
    columns = [field["name"] for field in schema["fields"]]
    if column is not None and column not in columns:
        raise _package.unknown(f"column of {table}", column, columns)
    keys = load(table, format="arrow").select(schema["primaryKey"]).to_pylist()
    ids = ["/".join(map(str, key.values())) for key in keys]
    if row_id not in ids:
        raise _package.unknown(f"row of {table}", row_id, ids)
    return [column] if column else columns


def _behind(cells: list[Cell]) -> list[set[Cell]]:
    """The curated cells on which each of some cells rests: lineage leads there a step at a time."""
    lineage = load("lineage", format="arrow")
    steps: dict[Cell, list[Cell]] = {}
    frontier = set(cells)
    while frontier:
        found: dict[Cell, list[Cell]] = {}
        for row in _rows(lineage, _CELL, frontier):
            cell, origin = (tuple(row[part] for part in parts) for parts in (_CELL, _ORIGIN))
            found.setdefault(cell, []).append(origin)
        steps |= found
        frontier = {origin for origins in found.values() for origin in origins} - set(steps)
    return [set(_ends(cell, steps)) for cell in cells]


def _ends(cell: Cell, steps: dict[Cell, list[Cell]]) -> Iterator[Cell]:
    if cell not in steps:
        yield cell
    for origin in steps.get(cell, ()):
        # A published cell can carry the name of the curated one from which it comes.
        yield from (origin,) if origin == cell else _ends(origin, steps)


def _rows(table: pyarrow.Table, columns: tuple[str, ...], cells: Iterable[Cell]) -> list[dict]:
    """The rows of some cells; filtered before anything becomes a Python object."""
    wanted = set(cells)
    found = _where(table, "row_id", {row_id for _, row_id, _ in wanted}).to_pylist()
    return [row for row in found if tuple(row[part] for part in columns) in wanted]


def _of_ids(sources: pyarrow.Table, ids: set[str]) -> list[dict]:
    return _where(sources, "source_id", ids).to_pylist()


def _where(table: pyarrow.Table, column: str, wanted: set[str]) -> pyarrow.Table:
    import pyarrow
    import pyarrow.compute

    values = pyarrow.array(sorted(wanted), pyarrow.string())
    return table.filter(pyarrow.compute.is_in(table[column], value_set=values))


def _frame(rows: list[dict], sources: pyarrow.Table) -> pandas.DataFrame:
    """The rows with the types of the columns in their tables."""
    import pyarrow

    types = {name: sources.schema.field(name).type for name in ("depth", "date_read")}
    schema = pyarrow.schema([(name, types.get(name, pyarrow.string())) for name in _SHOWN])
    frame = pyarrow.Table.from_pylist(rows, schema).to_pandas(date_as_object=False)
    return frame.astype({"depth": "Int32"})
