"""The pages that the build writes into docs/ beside the codebook: published claims, and why cabinets fell."""

from __future__ import annotations

import datetime

from scripts.derive.common import grouped
from scripts.read import Tables
from scripts.report import verdicts
from scripts.schema import Schema, text


def claims_page(schema: Schema, built: Tables) -> str:
    """docs/claims.md: the claims that are refuted or contested, with the reason, by the cabinet that they are about."""
    sources = {row["source_id"]: row for row in built["sources"]}
    names = {row["cabinet_id"]: row["name"] for row in built["cabinets"]}
    order = {row["cabinet_id"]: row["sequence"] for row in built["cabinets"]}
    lines = [
        "# Published claims that do not hold, or on which sources differ",
        "",
        f"Written by the build from `claims`, version {schema.package['version']}. {verdicts(built)}. The verdicts are",
        'computed from the tables and can be looked up with `dc.load("claims")`; a rank is tested on its day and in its scope.',
    ]
    for verdict, heading in (("refuted", "Refuted"), ("contested", "Contested: sources differ")):
        rows = [row for row in built["claims"] if row["verdict"] == verdict]
        rows.sort(key=lambda row: (order.get(row["cabinet_id"], 0), row["claim_id"]))
        lines += ["", f"## {heading}", "", "| about | who says so | what | by the tables |", "|---|---|---|---|"]
        for row in rows:
            source = sources[row["source_id"]]
            who = f"[{row['publisher']}]({source['url']})" + (f", {row['date_published']}" if row["date_published"] else "")
            about = names.get(row["cabinet_id"], row["subject"])
            lines.append(f"| {about} | {who} | {row['statement']} | {row['explanation']} |")
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def falls_page(schema: Schema, built: Tables) -> str:
    """docs/falls.md: every fall with our coding, that of the field where it is public, and why they differ."""
    label = {(row["codelist"], row["code"]): row["label_en"] for row in built["codes"]}
    names = {row["cabinet_id"]: row["name"] for row in built["cabinets"]}
    order = {row["cabinet_id"]: row["sequence"] for row in built["cabinets"]}
    abbreviations = {row["party_id"]: row["abbreviation"] for row in built["parties"]}
    events = {row["event_id"]: row for row in built["events"]}
    codings = {(row["fall_id"], row["scheme"]): row for row in built["fall_codings"]}
    causes, votes = grouped(built["fall_causes"], "fall_id"), grouped(built["votes"], "cabinet_id")
    schemes = {row["code"]: row["label_en"] for row in built["codes"] if row["codelist"] == "fall_scheme"}

    def who(code: str) -> str:
        return abbreviations.get(code) or label["actor", code]

    lines = [
        "# Why cabinets fell", "",
        f"Written by the build from `falls`, `fall_causes`, `votes` and `fall_codings`, version {schema.package['version']}.",
        "Every cabinet that ended and every crisis that was mended, with our coding and its class in the schemes of the field.",
        "Definitions, examples and counter-examples of the codes stand below; how we code stands in coding-rules.md.", "",
    ]  # fmt: skip
    for scheme, name in schemes.items():
        known = [row for row in built["fall_codings"] if row["scheme"] == scheme and row["published_code"]]
        if known:
            same = sum(row["agrees"] for row in known)
            lines.append(f"- {name} codes {len(known)} of our {len(built['falls'])} falls; {same} as we would translate ours.")
        else:
            lines.append(f"- {name}: its coding of single falls is not public; the class is translated from ours.")
    head = ["cabinet", "resignation", "how it ended", "over what", "who, against whom", "vote", *schemes.values()]
    lines += ["", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    ordered = sorted(built["falls"], key=lambda row: (order[row["cabinet_id"]], events[row["event_id"]]["date_text"]))
    for row in ordered:
        day = events[row["event_id"]]["date_text"]
        acted = []
        for cause in sorted(causes[row["fall_id"]], key=lambda cause: cause["cause_number"]):
            if cause["role"] == "proximate" and cause["actor"]:
                against = ", ".join(who(code) for code in text(cause["against"]).split(";") if code)
                doer = who(cause["party_id"]) if cause["party_id"] else who(cause["actor"])
                acted.append(f"{doer} against {against}" if against else doer)
        held = [
            vote
            for vote in votes.get(row["cabinet_id"], ())
            if vote["date"] and abs((vote["date"] - _nearest(vote["date"], day)).days) <= 10
        ]
        told = [f"{vote['subject']}: {vote['result']}{_count(vote)} ({vote['date']})" for vote in held]
        topic = f" ({label['cap_major_topic', str(row['issue_cap'])]})" if row["issue_cap"] else ""
        classes = []
        for scheme in schemes:
            coding = codings[row["fall_id"], scheme]
            own = label[scheme, coding["code"]] if coding["code"] else "none"
            theirs = label[scheme, coding["published_code"]] if coding["published_code"] else None
            classes.append(own if theirs in (None, own) else f"{own}; theirs: {theirs}")
        mended = ", mended" if row["outcome"] == "mended" else ""
        cells = [names[row["cabinet_id"]] + mended, day, label["mechanism", row["mechanism"]], row["issue"] + topic,
                 "; ".join(acted), "; ".join(told), *classes]  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    differ = [row for row in built["fall_codings"] if row["agrees"] is False]
    lines += ["", "## Where a published coding differs", ""]
    lines += [f"- {names[row['cabinet_id']]}, {schemes[row['scheme']]}: {row['note']}" for row in differ]
    lines += ["", "## The codes", "", "| code | definition | example | counter-example | falls |", "|---|---|---|---|---:|"]
    definition = {row["code"]: row["definition"] for row in built["codes"] if row["codelist"] == "mechanism"}
    title = {row["fall_id"]: f"{names[row['cabinet_id']]} ({events[row['event_id']]['date_text'][:4]})" for row in built["falls"]}
    for row in built["mechanisms"]:
        counter = f"{title[row['counter_example']]}: {row['note']}" if row["counter_example"] else row["note"]
        cells = [
            label["mechanism", row["mechanism"]],
            text(definition[row["mechanism"]]),
            title.get(row["example"], ""),
            counter,
            str(row["n_falls"]),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _nearest(day: datetime.date, partial: str) -> datetime.date:
    """The day that is meant by a date of which perhaps only the month is known, as near to another as it can be."""
    return datetime.date.fromisoformat(partial) if len(partial) == 10 else day


def _count(vote: dict) -> str:
    return f" {vote['votes_for']}-{vote['votes_against']}" if None not in (vote["votes_for"], vote["votes_against"]) else ""
