"""docs/comparisons.md: which data set to trust for the Netherlands, and why they differ."""

from __future__ import annotations

from collections import Counter

from scripts.cells import Row, Tables, by, grouped
from scripts.publish.markdown import markdown_table
from scripts.schema import Schema, text

LENGTHS = (
    ("golder-2010", "bargainingdays", "Golder"), ("erdda-2014", "v600e", "ERDDA"),
    ("king-alt-burns-laver-1990", "crisis", "King et al."),
    ("martin-vanberg-2003", "formdur", "Martin and Vanberg"),
)  # fmt: skip
"""The variables that hold the length of a formation, and how their column is headed."""
VERDICTS = ("equal", "equal_by_another_definition", "both_ends_counted", "differs", "no_value")


def comparisons_page(schema: Schema, tables: Tables) -> str:
    """The answer in short, lengths side by side, rounds, and every value that is not ours."""
    parts = [
        _INTRODUCTION.format(version=schema.package["version"]),
        "## How often each set has our value\n\n" + _tally(schema, tables),
        "## How long did it take? Four sets side by side\n\n" + _lengths(tables),
        "## How many rounds failed?\n\n" + _rounds(tables),
        "## Every value that is not our adopted one\n\n" + _others(schema, tables),
        "## What each set counts\n\n" + _sets(tables),
        "## What each variable was compared with\n\n" + _variables(tables),
    ]
    return "\n\n".join(parts) + "\n"


_INTRODUCTION = """\
# Which data set should I trust for the Netherlands, and why do they differ?

Written by the build, version {version}, from `comparisons`: what published data sets print for
Dutch cabinets and formations, cell by cell, and what of ours gives it. Values are facts and are
cited; no set is copied.

In short: most of what differs is no error but another definition. A set that starts a formation at
the resignation and one that starts it at the election print two lengths of one formation; a set
that ends a cabinet on polling day and one that ends it with its resignation, two durations. Choose
the definition, not the set: the tables below tell, row by row, which one each set follows. What no
definition gives is mostly a day that was lost, a misprint, or seats at another time; where the
reason was found, it is told."""


def _tally(schema: Schema, tables: Tables) -> str:
    """Verdicts by data set."""
    labels = schema.labels("comparison")
    cabinets = by(tables["cabinets"], "cabinet_id")
    rows = []
    for one in tables["data_sets"]:
        own = [row for row in tables["comparisons"] if row["dataset"] == one["dataset"]]
        counts = Counter(row["verdict"] for row in own)
        last = cabinets.get(one["last_cabinet_id"])
        rows.append(
            [
                f"{one['authors']}: {one['title']}",
                last["name"].removeprefix("Kabinet-") if last else "",
                len(own),
            ]
            + [counts[verdict] for verdict in VERDICTS]
        )
    verdicts = [labels.get(code, code) for code in VERDICTS]
    header = ["data set", "last Dutch cabinet", "values", *verdicts]
    return markdown_table(header, rows, numbers=6)


def _lengths(tables: Tables) -> str:
    """The length of each formation in each set; what is not our headline with its definition."""
    found = {
        (row["dataset"], row["variable"], row["formation_id"]): row
        for row in tables["comparisons"]
        if row["formation_id"]
    }
    rows = []
    for formation in _in_order(tables):
        key = formation["formation_id"]
        theirs = [found.get((dataset, variable, key)) for dataset, variable, _ in LENGTHS]
        if any(theirs):
            rows.append([formation["label"], key, formation["days"], *map(_said, theirs)])
    note = (
        "The number alone is our headline length: from the election, or from the resignation where "
        "none was held, to the inauguration. Another number has the definition that gives it."
    )
    header = ["formation", "id", "ours", *(name for _, _, name in LENGTHS)]
    return f"{note}\n\n{markdown_table(header, rows)}"


def _in_order(tables: Tables) -> list[Row]:
    starts = {row["cabinet_id"]: row["start_date"] for row in tables["cabinets"]}
    formed = [row for row in tables["formations"] if row["outcome"] == "formed"]
    return sorted(formed, key=lambda row: starts[row["cabinet_id"]])


def _said(row: Row | None) -> str:
    if row is None:
        return ""
    if row["verdict"] == "equal":
        return row["their_value"]
    ends = ", both ends counted" if row["verdict"] == "both_ends_counted" else ""
    return f"{row['their_value']} ({row['definition'] or 'none of ours'}{ends})"


def _rounds(tables: Tables) -> str:
    """The inconclusive rounds of the handbook beside ours and beside commissions that failed."""
    told = [row for row in tables["comparisons"] if row["variable"] == "inconclusive"]
    theirs = by(told, "formation_id")
    rows = [
        [row["label"], theirs[row["formation_id"]]["their_value"], row["n_inconclusive_rounds"],
         row["n_arguable_rounds"], row["n_failed_attempts"],
         text(theirs[row["formation_id"]]["explanation"])]
        for row in _in_order(tables)
        if row["formation_id"] in theirs
    ]  # fmt: skip
    note = (
        "A round is an attempt of named parties (`bargaining_rounds`), a commission the work of "
        "one informateur or formateur (`formation_stages`): one can hold several of the other."
    )
    header = ["formation", "Golder", "ours", "arguable", "failed commissions", "why"]
    return f"{note}\n\n{markdown_table(header, rows)}"


def _others(schema: Schema, tables: Tables) -> str:
    """Each value that is not ours, by data set and variable."""
    labels = schema.labels("comparison")
    parts = []
    for dataset, rows in sorted(grouped(tables["comparisons"], "dataset").items()):
        own = [
            [row["variable"], f"`{row['entity_id']}`", row["their_value"], row["our_value"],
             labels.get(row["verdict"]), text(row["definition"]), text(row["explanation"])]
            for row in rows
            if row["verdict"] != "equal" and row["variable"] != "inconclusive"
        ]  # fmt: skip
        header = ["variable", "of", "theirs", "ours", "verdict", "given by", "why"]
        parts.append(f"### {dataset} ({len(own)})\n\n{markdown_table(header, own)}")
    return "\n\n".join(parts)


def _sets(tables: Tables) -> str:
    rows = [
        [row["dataset"], row["citation"], text(row["version"]), row["counts"]]
        for row in tables["data_sets"]
    ]
    return markdown_table(["id", "how it is cited", "version read", "how it counts"], rows)


def _variables(tables: Tables) -> str:
    rows = [
        [row["dataset"], row["variable"], row["meaning"], row["readings"].replace(";", ", ")]
        for row in tables["comparison_variables"]
    ]
    header = ["data set", "variable", "what it measures", "compared with, the adopted first"]
    return markdown_table(header, rows)
