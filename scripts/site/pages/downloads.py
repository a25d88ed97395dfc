"""Downloads: every table, how to cite, and where to mend what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

import dutchcabinets
from dutchcabinets import _package
from scripts.site.facts import Facts
from scripts.site.grid import Grid
from scripts.site.page import Page


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("downloads/", "downloads", downloads(facts), "list.downloads")


def downloads(facts: Facts) -> dict:
    """The tables with their files and sizes, and the citation in the forms in use."""
    folder = facts.root / "data" / "tables"
    rows = [
        {
            "table": name,
            "name": name,
            "rows": len(facts[name]),
            "csv": f"{name}.csv",
            "parquet": f"{name}.parquet",
            "kilobytes": max(1, round((folder / f"{name}.csv").stat().st_size / 1000)),
        }
        for name in _package.resources()
    ]
    columns = (
        "table:table_link:table name:table_name:row rows:n:rows csv:table_file:csv "
        "kilobytes:n:kilobytes parquet:table_file:parquet"
    )
    return {
        "tables": Grid("files", rows, columns),
        "citations": {form: dutchcabinets.cite(form) for form in ("text", "apa", "bibtex", "ris")},
    }
