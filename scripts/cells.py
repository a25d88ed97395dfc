"""Cells that know on what they rest: a value is made together with its origins.

`Rows` are the rows of one table; `rows.cell(row, column)` is the value of a cell with its address
as origin. What is computed from values rests on all their origins. When a derived table is
complete, `Rows.derived` parts it into plain rows and their lineage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from scripts.problems import BadInput, Problem
from scripts.schema import Table


class Cell(NamedTuple):
    """The address of a cell."""

    table_name: str
    row_id: str
    column_name: str

    def __str__(self) -> str:
        return "/".join(self)

    @classmethod
    def named(cls, name: str) -> Cell:
        """The cell that a name such as cabinets/den-uyl/start_date means; ids can have slashes."""
        table, _, rest = name.partition("/")
        row_id, _, column = rest.rpartition("/")
        return cls(table, row_id, column)


class Value(NamedTuple):
    """A value and the cells on which it rests."""

    value: Any
    origins: tuple[Cell, ...] = ()


NOTHING = Value(None)


def derive_from(function: Callable[..., Any], *values: Value) -> Value:
    """What a function makes of some values; it rests on all of them."""
    made = function(*(value.value for value in values))
    return Value(made, origins_of(values))


def resting_on(value: Any, *values: Value) -> Value:
    """A value that is known already, and the values on which it rests."""
    return Value(value, origins_of(values))


def origins_of(values: Iterable[Value]) -> tuple[Cell, ...]:
    """The cells on which several values rest, each once."""
    return tuple(dict.fromkeys(cell for value in values for cell in value.origins))


class Row(dict):
    """A row by column name, with the file and line on which a curated one starts."""

    file: str = ""
    line: int = 0


class Rows(list[Any]):
    """The rows of one table: curated ones as read, or derived ones with their lineage."""

    def __init__(self, table: Table, rows: Iterable[Any] = ()):
        super().__init__(rows)
        self.table = table
        self.lineage: dict[Cell, tuple[Cell, ...]] = {}

    def address(self, row: dict, column: str) -> Cell:
        """The address of a cell."""
        return Cell(self.table.name, self.table.row_id(row), column)

    def cell(self, row: dict, column: str) -> Value:
        """The value of a cell, which rests on itself; a null that nothing gave rests on nothing."""
        address, value = self.address(row, column), row[column]
        if value is None and address not in self.lineage and column not in self.table.curated:
            return NOTHING
        return Value(value, (address,))

    @classmethod
    def derived(cls, table: Table, rows: Iterable[dict], curated: Iterable[dict] = ()) -> Rows:
        """A derived table from rows of plain and derived values, in the order of the table.

        A plain value stands only where it was curated, in a key, or in a column that the schema
        declares structural. Of a table for models `measures` has the formulas, and no cell has
        lineage: it rests on those of the tables that a formula names.

        Raises:
            BadInput: a derived value has no origin or no column, or a plain one stands elsewhere.
        """
        own = {table.row_id(row) for row in curated}
        found = cls(table)
        for row in rows:
            if unknown := [name for name in row if name not in table.columns]:
                raise BadInput([_no_column(table, name) for name in unknown])
            plain = {name: _plain(row.get(name)) for name in table.columns}
            row_id = table.row_id(plain)
            typed = table.curated if row_id in own else ()
            for name in table.columns:
                given = row.get(name)
                if table.is_plain:
                    continue
                if isinstance(given, Value) and given.origins:
                    address = Cell(table.name, row_id, name)
                    if given.origins != (address,):
                        found.lineage[address] = given.origins
                elif plain[name] is not None and not (name in typed or found._is_free(name)):
                    raise BadInput([_rootless(Cell(table.name, row_id, name), given)])
            found.append(plain)
        found[:] = table.in_order(found)
        return found

    def _is_free(self, name: str) -> bool:
        """Whether the cells of a column need no origin."""
        table = self.table
        return table.kind == "about" or name in table.key or name in table.structural


def _no_column(table: Table, name: str) -> Problem:
    file = f"data/schema/tables/{table.name}.toml"
    return Problem(file, 0, "file", f"the column {name}, which is derived", "none")


def _rootless(cell: Cell, value: Any) -> Problem:
    file = f"data/schema/tables/{cell.table_name}.toml"
    expected = "cells on which it rests, or a column that the schema declares structural"
    return Problem(file, 0, cell.column_name, expected, f"{cell} = {value!r} without any")


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Value) else value


Tables = dict[str, Rows]
"""Rows by table."""

AnyRow = TypeVar("AnyRow", bound=dict)


def by(rows: Iterable[AnyRow], column: str) -> dict[Any, AnyRow]:
    """Rows by the value in a column that is their key."""
    return {row[column]: row for row in rows}


def grouped(rows: Iterable[AnyRow], column: str) -> dict[Any, list[AnyRow]]:
    """Rows by the value in a column that several share; rows without one are left out."""
    groups = defaultdict(list)
    for row in rows:
        if row[column] is not None:
            groups[row[column]].append(row)
    return groups


class Lineage:
    """Follows the cells of derived tables down to the curated ones."""

    def __init__(self, tables: Iterable[Rows]):
        self._from = {cell: from_ for rows in tables for cell, from_ in rows.lineage.items()}
        self._ends: dict[Cell, tuple[Cell, ...]] = {}

    def of(self, cell: Cell) -> tuple[Cell, ...]:
        """The curated cells on which a cell rests, in order; itself if it is curated."""
        if cell not in self._ends:
            steps = self._from.get(cell, (cell,))
            # A published cell can carry the name of the curated one from which it comes.
            ends = {end for step in steps for end in ((step,) if step == cell else self.of(step))}
            self._ends[cell] = tuple(sorted(ends))
        return self._ends[cell]

    def steps(self) -> dict[Cell, tuple[Cell, ...]]:
        """Each derived cell with the cells on which it rests, a step away."""
        return self._from
