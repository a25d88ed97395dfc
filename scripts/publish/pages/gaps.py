"""docs/gaps.md: what is known to be missing."""

from __future__ import annotations

from scripts.cells import Tables, grouped
from scripts.publish.markdown import markdown_table
from scripts.publish.pages.falls import count_of
from scripts.publish.topics import by_topic
from scripts.schema import Schema, text

HALF_A_YEAR = 183

Section = tuple[str, list[str], list[list[str]]]
"""A heading, the header of its table, and its rows."""


def gaps_page(schema: Schema, tables: Tables) -> str:
    """Cells with one family of sources, dates known in part, and blanks."""
    lines = [
        "# What is missing",
        "",
        f"Written by the build, version {schema.package['version']}. What has not been found yet;",
        "who finds it is welcome to add it, with the source.",
    ]
    for heading, header, rows in (
        *_thin(tables),
        _vague(tables),
        _undissolved(tables),
        _undated(tables),
        _uncounted(tables),
        _without_votes(tables),
        _unborn(tables),
        _without_reason(tables),
    ):
        lines += ["", f"## {heading} ({len(rows)})", "", markdown_table(header, rows)]
    return "\n".join(lines) + "\n"


def _thin(tables: Tables) -> list[Section]:
    """The cells without two independent witnesses, or with none, by topic."""
    header = ["row", "column", "why", "where it was looked for"]
    return [
        (
            f"{topic}: without two independent witnesses",
            header,
            [
                [f"`{row['row_id']}`", row["column_name"], row["reason"], row["tried"]]
                for row in rows
            ],
        )
        for topic, rows in by_topic(tables["evidence_exceptions"])
    ]


def _vague(tables: Tables) -> Section:
    rows = [
        [f"`{row['event_id']}`", row["date_text"], text(row["note"])]
        for row in tables["events"]
        if row["date_precision"] != "day"
    ]
    return "Dates known to the month or year only", ["event", "date", "note"], rows


def _undissolved(tables: Tables) -> Section:
    """Dissolutions of which the day of the decree, or that of its effect, is not there."""
    kinds = {"dissolution": "decree", "dissolution_decreed": "effect"}
    events = [row for row in tables["events"] if row["event_type"] in kinds]
    rows = []
    for row in events:
        others = (
            other
            for other in events
            if other["event_type"] != row["event_type"] and other["cabinet_id"] == row["cabinet_id"]
        )
        if not any(_is_near(row, other) for other in others):
            rows.append([f"`{row['event_id']}`", row["date_text"], kinds[row["event_type"]]])
    header = ["event", "date", "day that is missing"]
    return "Dissolutions without the day of the decree, or of its effect", header, rows


def _is_near(first: dict, second: dict) -> bool:
    """Whether two events are of one dissolution: no decree fixed a day half a year ahead."""
    days = first["date"], second["date"]
    return None not in days and abs((days[0] - days[1]).days) < HALF_A_YEAR


def _undated(tables: Tables) -> Section:
    rows = []
    for row in tables["formation_stages"]:
        days = [text(row[name]) or "missing" for name in ("start_date", "end_date")]
        if "missing" in days:
            rows.append([f"`{row['formation_id']}/{row['stage']}/{row['person_id']}`", *days])
    header = ["commission", "first day", "last day"]
    return "Commissions without a first or last day", header, rows


def _uncounted(tables: Tables) -> Section:
    rows = [
        [f"`{row['event_id']}`", row["subject"]] for row in tables["votes"] if not count_of(row)
    ]
    return "Deciding votes without figures", ["vote", "what"], rows


def _without_votes(tables: Tables) -> Section:
    seated = grouped([row for row in tables["election_results"] if row["seats"]], "election_id")
    rows = []
    for election in tables["elections"]:
        results = seated.get(election["election_id"], ())
        blank = sum(row["votes"] is None for row in results)
        if election["system"] == "proportional" and (blank or election["unlisted_votes"] != 0):
            missing = text(election["unlisted_votes"]) or "not known"
            rows.append([f"`{election['election_id']}`", str(len(results)), str(blank), missing])
    header = ["election", "lists with seats", "of these without votes", "votes of no list here"]
    return "Elections with lists, or votes of lists, that are missing", header, rows


def _unborn(tables: Tables) -> Section:
    """Members of cabinets without a birth date or a gender."""
    held = grouped(tables["appointments"], "person_id")
    rows = []
    for person in tables["persons"]:
        lacking = [name for name in ("birth_date", "gender") if person[name] is None]
        posts = held.get(person["person_id"], [])
        if lacking and posts:
            first = min(posts, key=lambda row: text(row["start_date"]))
            told = f"{first['post']} ({first['cabinet_id']})"
            rows.append([f"`{person['person_id']}`", told, ", ".join(lacking)])
    heading = "Members of cabinets without a birth date or gender"
    return heading, ["person", "first post", "what is missing"], rows


def _without_reason(tables: Tables) -> Section:
    """Members who left a post before the end of the cabinet, where no source says why."""
    rows = [
        [f"`{row['appointment_id']}`", text(row["end_text"])]
        for row in tables["appointments"]
        if row["end_text"] and not row["end_reason"]
    ]
    return "Ends of terms without a reason", ["appointment", "end"], rows
