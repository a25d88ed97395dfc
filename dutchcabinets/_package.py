"""Where the package lies, and what its descriptor says."""

from __future__ import annotations

import difflib
import json
import os
from typing import Any


def root() -> str:
    """The folder of datapackage.json: the installed package, or the checkout in which it lies."""
    here = os.path.dirname(os.path.abspath(__file__))
    found = os.path.exists(os.path.join(here, "datapackage.json"))
    return here if found else os.path.dirname(here)


def package() -> dict[str, Any]:
    """datapackage.json."""
    with open(os.path.join(root(), "datapackage.json"), encoding="utf-8") as file:
        return json.load(file)


def resources() -> dict[str, dict[str, Any]]:
    """The Parquet resource of each table."""
    found = package()["resources"]
    return {one["name"]: one for one in found if one["format"] == "parquet"}


def resource(table: str) -> dict[str, Any]:
    """The resource of a table. Raises ValueError that names the near ones."""
    known = resources()
    if table not in known:
        raise unknown("table", table, list(known))
    return known[table]


def unknown(what: str, name: object, known: list[str]) -> ValueError:
    """An error for a name that there is not, with the near ones."""
    near = difflib.get_close_matches(str(name), known, n=5, cutoff=0.5)
    near = near or [other for other in known if str(name) in other][:5]
    more = ", ..." if len(known) > 30 else ""
    hint = (
        f"did you mean {', '.join(near)}?" if near else f"there are {', '.join(known[:30])}{more}"
    )
    return ValueError(f"no {what} {name!r}; {hint}")
