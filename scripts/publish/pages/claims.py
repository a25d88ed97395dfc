"""docs/claims.md: the claims that are refuted or contested, with the reason."""

from __future__ import annotations

from scripts.cells import Tables
from scripts.publish.markdown import markdown_table
from scripts.publish.summaries import verdicts
from scripts.schema import Schema

_HEADINGS = {"refuted": "Refuted", "contested": "Contested: sources differ"}


def claims_page(schema: Schema, tables: Tables) -> str:
    """The claims by the cabinet that they are about."""
    lines = [
        "# Published claims that do not hold, or on which sources differ",
        "",
        f"Written by the build from `claims`, version {schema.package['version']}.",
        f"{verdicts(schema, tables)}.",
        "The verdicts are computed from the tables and can be looked up with",
        '`dc.load("claims")`; a rank is tested on its day and in its scope.',
    ]
    order = {row["cabinet_id"]: row["sequence"] for row in tables["cabinets"]}
    for verdict, heading in _HEADINGS.items():
        rows = [row for row in tables["claims"] if row["verdict"] == verdict]
        rows.sort(key=lambda row: (order.get(row["cabinet_id"], 0), row["claim_id"]))
        header = ["about", "who says so", "what", "by the tables"]
        lines += ["", f"## {heading}", "", markdown_table(header, _cells(rows, tables))]
    return "\n".join(lines) + "\n"


def _cells(claims: list[dict], tables: Tables) -> list[list[object]]:
    sources = {row["source_id"]: row for row in tables["sources"]}
    names = {row["cabinet_id"]: row["name"] for row in tables["cabinets"]}
    cells: list[list[object]] = []
    for row in claims:
        who = f"[{row['publisher']}]({sources[row['source_id']]['url']})"
        who += f", {row['date_published']}" if row["date_published"] else ""
        about = names.get(row["cabinet_id"], row["subject"])
        cells.append([about, who, row["statement"], row["explanation"]])
    return cells
