"""How much of each column is evidenced."""

from __future__ import annotations

from collections.abc import Callable

from scripts.cells import Cell, Lineage, Tables
from scripts.curated.witnesses import families
from scripts.publish.descriptor import Shares


def evidence_shares(curated: Tables, tables: Tables) -> Shares:
    """For each column of facts, the share of its cells whose every origin is evidenced.

    Of the cells that are not null.
    """
    lineage, is_backed = Lineage(tables.values()), _backing(curated)
    shares = {}
    for rows in tables.values():
        table = rows.table
        if table.kind == "about":
            continue
        for name in table.columns:
            is_ours = table.columns[name].is_wording or name in table.structural
            if is_ours or name in table.key:
                continue
            cells = [rows.address(row, name) for row in rows if row[name] is not None]
            backed = sum(all(map(is_backed, lineage.of(cell))) for cell in cells)
            if cells:
                shares[table.name, name] = round(backed / len(cells), 3)
    return shares


def _backing(curated: Tables) -> Callable[[Cell], bool]:
    """Tells whether a curated cell has a source that agrees.

    What is not about facts needs none (a definition, a rule of counting), nor do nulls and our own
    words.
    """
    agreeing = families(curated)
    facts = {name: rows for name, rows in curated.items() if rows.table.kind == "facts"}
    free = {
        rows.address(row, name)
        for rows in facts.values()
        for row in rows
        for name in rows.table.curated
        if row[name] is None or rows.table.columns[name].is_wording
    }
    return lambda cell: cell.table_name not in facts or cell in free or bool(agreeing.get(cell))
