"""The codebook: every table with its columns, and the code lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dutchcabinets import _package
from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page

LONG = {"source_family"}
"""Lists that are looked up, not read: they stand in the table codes alone."""


def pages(facts: Facts) -> Iterator[Page]:
    tables = [_table(facts, name) for name in _package.resources()]
    columns = "table:table_link:table name:table_name:row n_columns:n:columns n:n:rows"
    grid = Grid("tables", tables, columns, "tables")
    yield Page("codebook/", "codebook", {"tables": grid, "columns": _tables_of()}, "list.codebook")
    yield Page("codebook/code-lists/", "codes", {"lists": _lists(facts)}, "list.codes")
    for row in tables:
        path = f"codebook/{row['table']}/"
        yield Page(path, "table", table(row["table"]), "codebook.title", {"name": row["table"]})


def _tables_of() -> dict[str, list[str]]:
    """Each column, in alphabetical order, with the tables that have it."""
    found: dict[str, list[str]] = {}
    for name, resource in _package.resources().items():
        for field in resource["schema"]["fields"]:
            found.setdefault(field["name"], []).append(name)
    return dict(sorted(found.items()))


def _table(facts: Facts, name: str) -> Row:
    fields = _package.resource(name)["schema"]["fields"]
    return {"table": name, "name": name, "n_columns": len(fields), "n": len(facts[name])}


def table(name: str) -> dict[str, Any]:
    """A table: what a row is, its key, and each column with its meaning."""
    resource = _package.resource(name)
    keys = {
        field: key["reference"]["resource"] or name
        for key in resource["schema"].get("foreignKeys", ())
        for field in _several(key["fields"])
    }
    rows = []
    for field in resource["schema"]["fields"]:
        limits = field.get("constraints", {})
        row = {"column": field["name"], "type": field["type"], "unit": field.get("unit")}
        row |= {key: field[key] for key in ("description", "description_nl")}
        row["required"] = limits.get("required", False)
        row |= {"codes": ";".join(map(str, limits.get("enum", ()))) or None}
        row |= {"reference": keys.get(field["name"]), "evidence": field.get("evidence")}
        rows.append(row)
    columns = (
        "column:variable:column description:explained:meaning type:text:type unit:text:unit "
        "codes:codes:codes reference:table_link:refers required:tick:required "
        "evidence:share:evidence"
    )
    return {
        "name": name,
        "resource": resource,
        "key": resource["schema"]["primaryKey"],
        "columns": Grid("columns", rows, columns),
    }


def _several(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _lists(facts: Facts) -> dict[str, list[Row]]:
    """The code lists by name."""
    names = sorted({row["codelist"] for row in facts["codes"]} - LONG)
    return {name: facts.of("codes", "codelist", name) for name in names}
