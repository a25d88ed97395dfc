"""docs/disagreements.md: where sources differ on a headline cell, and which rule settles it."""

from __future__ import annotations

from collections import defaultdict

from scripts.cells import Cell, Tables
from scripts.curated.witnesses import cell_of, rows_by_id
from scripts.publish.markdown import markdown_table
from scripts.publish.topics import by_topic
from scripts.schema import Schema, text


def disagreements_page(schema: Schema, curated: Tables, tables: Tables) -> str:
    """The rulings by table: the adopted value, who agrees, who differs and with what, the rule."""
    rows = rows_by_id(curated)
    said = _accounts(schema, tables)
    rules = schema.labels("ruling")
    found = tables["rulings"]
    lines = [
        "# Where sources differ",
        "",
        f"Written by the build from `rulings`, version {schema.package['version']}. For each of",
        f"the {len(found)} headline cells of which some source prints another value: the value",
        "that we hold, who prints it, who prints what else, and the rule that settles it. The",
        "rules stand in coding-rules.md; `dc.evidence(table, row, column)` shows every statement",
        "with its address.",
    ]
    for topic, rulings in by_topic(found):
        cells = []
        for ruling in rulings:
            cell = cell_of(ruling)
            adopted = text(rows[cell.table_name][cell.row_id][cell.column_name])
            agree, others = said[cell].get(adopted, ""), said[cell]
            differ = "; ".join(
                f"{value}: {who}" for value, who in others.items() if value != adopted
            )
            why = f"{rules[ruling['rule']]}. {ruling['reason']}"
            cells.append([f"`{cell.row_id}`", adopted, agree, differ, why])
        header = ["row", "adopted", "printed by", "other values", "rule"]
        lines += ["", f"## {topic} ({len(cells)})", "", markdown_table(header, cells)]
    return "\n".join(lines) + "\n"


def _accounts(schema: Schema, tables: Tables) -> dict[Cell, dict[str, str]]:
    """For each cell the values in print, each with the families that print it."""
    labels = schema.labels("source_family")
    families = {row["source_id"]: labels[row["family"]] for row in tables["sources"]}
    found: dict[Cell, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in tables["evidence"]:
        if row["stance"] in ("agrees", "differs"):
            found[cell_of(row)][row["value"]].add(families[row["source_id"]])
    return {
        cell: {value: ", ".join(sorted(who)) for value, who in sorted(values.items())}
        for cell, values in found.items()
    }
