"""docs/codebook.md: every table, column and code."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.publish.descriptor import Shares
from scripts.publish.markdown import markdown_table
from scripts.schema import Column, Schema, Table


def codebook(schema: Schema, shares: Shares) -> str:
    package = schema.package
    lines = [
        "# Codebook",
        "",
        f"Version {package['version']}, checked up to {package['as_of']}. Written by the build",
        "from `data/schema/`.",
        "",
        "*Evidence* is the share of the cells that are not null for which a source was recorded",
        "that prints the adopted value, or that are computed from such cells. A star marks a",
        "column that is never null.",
    ]
    # A list of all houses whose pages were read is long, and is looked up, not read: it comes last.
    codelists = sorted(schema.allowed, key=lambda name: name == "source_family")
    lines += ["", *_contents("Tables", schema.tables), "", *_contents("Code lists", codelists)]
    for table in schema.tables.values():
        lines += _table(table, shares)
    lines += ["", "# Code lists"]
    for codelist in codelists:
        rows = [
            [f"`{row['code']}`", row["label_en"], row["label_nl"], row["definition"]]
            for row in schema.codes
            if row["codelist"] == codelist
        ]
        header = ["code", "English", "Dutch", "definition"]
        lines += ["", f"## {codelist}", "", markdown_table(header, rows)]
    return "\n".join(lines) + "\n"


def _contents(heading: str, names: Iterable[str]) -> list[str]:
    return [f"**{heading}**: " + ", ".join(f"[{name}](#{name})" for name in names) + "."]


def _table(table: Table, shares: Shares) -> list[str]:
    key = ", ".join(f"`{name}`" for name in table.key)
    header = ["column", "type", "unit", "meaning", "codes or reference", "evidence"]
    rows = [_column(table, column, shares) for column in table.columns.values()]
    about = f"One row is {table.row}. {table.about}"
    return ["", f"## {table.name}", "", about, f"Key: {key}.", "", markdown_table(header, rows)]


def _column(table: Table, column: Column, shares: Shares) -> list[str | None]:
    linked = column.references or column.codelist
    share = shares.get((table.name, column.name))
    return [
        f"`{column.name}`" + ("\\*" if column.required else ""),
        column.type,
        column.unit,
        column.description,
        f"[{linked}](#{linked})" if linked else "",
        "" if share is None else f"{share:.0%}",
    ]
