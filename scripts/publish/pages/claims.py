"""docs/claims.md: the claims that are refuted or contested, by what they ask, with the reason."""

from __future__ import annotations

from scripts.cells import Tables, by
from scripts.check.sources import site_of
from scripts.claims.result import number
from scripts.publish.markdown import markdown_table
from scripts.publish.summaries import verdicts
from scripts.schema import Schema, text

QUESTIONS = {
    "Is it a record?": ("rank", "record", "remaining", "first"),
    "How long?": ("days", "average", "since", "caretaker_of", "age"),
    "How many?": ("count", "lists", "shortfall", "commissions", "left_out", "per_election"),
    "Who, when, and why?": ("cell", "vote"),
}
"""What readers ask, in the order in which they do, and the types of claims that answer it."""
_NEAR = "Off by one"
_TOLD = ("refuted", "contested")


def claims_page(schema: Schema, tables: Tables) -> str:
    """The claims by the question that they answer; those that are off by one come last."""
    rows = [row for row in tables["claims"] if row["verdict"] in _TOLD]
    near = [row for row in rows if _is_near(row)]
    wide = [row for row in rows if not _is_near(row)]
    groups = {
        question: [row for row in wide if row["claim_type"] in types]
        for question, types in QUESTIONS.items()
    }
    groups[_NEAR] = near
    lines = [
        "# Published claims that do not hold, or on which sources differ",
        "",
        f"Written by the build from `claims`, version {schema.package['version']}.",
        f"{verdicts(schema, tables)}.",
        "The verdicts are computed from the tables and can be looked up with",
        '`dc.load("claims")`; a rank is tested on its day and in its scope. *Contested*: it holds',
        "by a value that some source prints and that was not adopted.",
        "",
        *(f"- [{group}](#{_anchor(group)}) ({len(found)})" for group, found in groups.items()),
    ]
    for group, found in groups.items():
        header = ["about", "who says so", "what", "verdict", "by the tables"]
        cells = _cells(schema, found, tables)
        lines += ["", f"## {group}", "", markdown_table(header, cells)]
    return "\n".join(lines) + "\n"


def _is_near(claim: dict) -> bool:
    """Whether a refuted number is one more or less than what the tables give."""
    claimed, derived = (number(text(claim[name])) for name in ("value", "derived_value"))
    if claim["verdict"] != "refuted" or claim["claim_type"] == "rank":
        return False
    return claimed is not None and derived is not None and abs(claimed - derived) == 1


def _anchor(heading: str) -> str:
    kept = "".join(letter for letter in heading.lower() if letter.isalnum() or letter == " ")
    return kept.replace(" ", "-")


def _cells(schema: Schema, claims: list[dict], tables: Tables) -> list[list[object]]:
    sources, labels = by(tables["sources"], "source_id"), schema.labels("verdict")
    order = {row["cabinet_id"]: row["sequence"] for row in tables["cabinets"]}
    names, copies = _names(tables), _copies(tables)
    cells: list[list[object]] = []
    for row in sorted(claims, key=lambda row: (order.get(row["cabinet_id"], 0), row["claim_id"])):
        url = sources[row["source_id"]]["url"]
        who = f"[{row['publisher']}]({url})"
        who += f" (read at {site_of(url)})" if site_of(url) in copies else ""
        who += f", {row['date_published']}" if row["date_published"] else ""
        about = names.get(row["cabinet_id"] or row["subject"], row["subject"])
        cells.append([about, who, row["statement"], labels[row["verdict"]], row["explanation"]])
    return cells


def _copies(tables: Tables) -> set[str]:
    """The sites that copy pages of others."""
    return {row["site"] for row in tables["sites"] if row["holds"] == "copy"}


def _names(tables: Tables) -> dict[str, str]:
    """What a claim is about, in words."""
    return {
        "cabinets": "all cabinets",
        "formations": "all formations",
        "prime_ministers": "all prime ministers",
        **{row["election_id"]: f"election of {row['date']}" for row in tables["elections"]},
        **{row["person_id"]: row["full_name"] for row in tables["persons"]},
        **{row["cabinet_id"]: row["name"] for row in tables["cabinets"]},
    }
