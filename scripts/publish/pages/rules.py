"""The part of docs/coding-rules.md that the build writes: how far two codings of falls agree."""

from __future__ import annotations

from scripts.cells import Tables
from scripts.publish.markdown import markdown_table


def agreement(tables: Tables) -> str:
    """Agreement column by column, and how the differences were resolved."""
    header = ["column", "falls", "coded alike", "agreement", "Cohen's kappa"]
    rows = [
        [
            f"`{row['column_name']}`",
            row["n_falls"],
            row["n_agreeing"],
            f"{row['agreement']:.1f} %",
            "-" if row["kappa"] is None else f"{row['kappa']:.2f}",
        ]
        for row in tables["coding_agreement"]
    ]
    resolved = [row for row in tables["fall_recodings"] if row["note"]]
    told = f"The differences and how they were resolved ({len(resolved)} falls):"
    each = [f"- `{row['fall_id']}`: {row['note']}" for row in resolved]
    return "\n".join([markdown_table(header, rows, numbers=4), "", told, "", *each])
