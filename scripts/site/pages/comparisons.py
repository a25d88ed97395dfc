"""What published data sets print for cells of ours."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page

VERDICTS = ["equal", "equal_by_another_definition", "both_ends_counted", "differs", "no_value"]


def pages(facts: Facts) -> Iterator[Page]:
    rows = [_counted(facts, row) for row in facts["data_sets"]]
    counts = " ".join(f"{verdict}:n:{verdict}" for verdict in VERDICTS)
    columns = f"dataset:dataset:dataset title:note:title n:n:compared {counts} licence:text:licence"
    grid = Grid("data-sets", rows, columns, "data_sets")
    yield Page(
        "comparisons/", "list", {"grids": [grid], "intro": "comparisons"}, "list.comparisons"
    )
    for row in facts["data_sets"]:
        path = f"comparisons/{row['dataset']}/"
        yield Page(path, "comparison", _one(facts, row), "comparison.title", {"name": row["title"]})


def _counted(facts: Facts, row: Row) -> Row:
    """A data set with how many of its values have each verdict."""
    own = [one["verdict"] for one in facts.of("comparisons", "dataset", row["dataset"])]
    return row | {"n": len(own)} | {verdict: own.count(verdict) for verdict in VERDICTS}


def _one(facts: Facts, row: Row) -> dict:
    order = {one["cabinet_id"]: one["sequence"] for one in facts.cabinets}
    own = facts.of("comparisons", "dataset", row["dataset"])
    own = sorted(own, key=lambda one: (order.get(one["cabinet_id"], 0), one["variable"]))
    columns = (
        "cabinet_id:cabinet:cabinet variable:variable:variable their_name:text:their_name "
        "their_value:text:their_value our_value:text:our_value definition:definition:definition "
        "verdict:label=comparison:verdict explanation:note:explanation"
    )
    variables = facts.of("comparison_variables", "dataset", row["dataset"])
    meanings = "variable:variable:variable meaning:note:meaning readings:text:readings"
    return {
        "row": _counted(facts, row),
        "variables": Grid("variables", variables, meanings),
        "grid": Grid("comparisons", own, columns),
    }


def comparisons_grid(rows: list[Row]) -> Grid:
    """Comparisons of one cabinet or formation, by data set."""
    columns = (
        "dataset:text:dataset variable:variable:variable their_name:text:their_name "
        "their_value:text:their_value our_value:text:our_value definition:definition:definition "
        "verdict:label=comparison:verdict explanation:note:explanation"
    )
    return Grid("comparisons", rows, columns)
