"""The pages that the build writes into docs/ beside the codebook: published claims, why cabinets fell, and what is missing."""

from __future__ import annotations

from scripts.derive.common import by, grouped
from scripts.read import Tables
from scripts.report import markdown_table, verdicts
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
        cells = []
        for row in rows:
            source = sources[row["source_id"]]
            who = f"[{row['publisher']}]({source['url']})" + (f", {row['date_published']}" if row["date_published"] else "")
            about = names.get(row["cabinet_id"], row["subject"])
            cells.append([about, who, row["statement"], row["explanation"]])
        lines += ["", f"## {heading}", "", markdown_table(["about", "who says so", "what", "by the tables"], cells)]
    return "\n".join(lines) + "\n"


def falls_page(schema: Schema, built: Tables) -> str:
    """docs/falls.md: every fall with our coding, that of the field where it is public, and why they differ."""
    label = {(row["codelist"], row["code"]): row["label_en"] for row in built["codes"]}
    names = {row["cabinet_id"]: row["name"] for row in built["cabinets"]}
    order = {row["cabinet_id"]: row["sequence"] for row in built["cabinets"]}
    abbreviations = {row["party_id"]: row["abbreviation"] for row in built["parties"]}
    events = by(built["events"], "event_id")
    causes, votes = grouped(built["fall_causes"], "fall_id"), by(built["votes"], "event_id")
    published = grouped([row for row in built["fall_codings"] if row["published_code"]], "fall_id")
    schemes = {row["code"]: row["label_en"] for row in built["codes"] if row["codelist"] == "fall_scheme"}
    day_of = {row["fall_id"]: events[row["event_id"]]["date_text"] for row in built["falls"]}
    called = {row["fall_id"]: names[row["cabinet_id"]] + (", mended" if row["outcome"] == "mended" else "") for row in built["falls"]}

    def who(codes: str) -> str:
        return ", ".join(abbreviations.get(code) or label["actor", code] for code in codes.split(";") if code)

    def acted(cause: dict) -> str:
        doer = who(cause["party_id"] or cause["actor"])
        if cause["party_id"] and cause["actor"] != "party":
            doer = f"{who(cause['actor'])} ({doer})"
        return f"{doer} against {who(cause['against'])}" if cause["against"] else doer

    def theirs(row: dict) -> str:
        code = label[row["scheme"], row["published_code"]]
        return f"{schemes[row['scheme']]}: {code}" + ("" if row["agrees"] else f". {row['note']}")

    lines = [
        "# Why cabinets fell", "",
        f"Written by the build from `falls`, `fall_causes`, `votes` and `fall_codings`, version {schema.package['version']}.",
        "Every cabinet that ended and every crisis that was mended, with our coding and that of other data sets where it is public.",
        "Below stand the codes, with definitions, examples and their class in the schemes of the field, and a summary of each fall.",
        "How we code, and how far two codings agreed, stands in coding-rules.md.", "",
    ]  # fmt: skip
    for scheme, name in schemes.items():
        known = [row for row in built["fall_codings"] if row["scheme"] == scheme and row["published_code"]]
        same = sum(row["agrees"] for row in known)
        told = f"codes {len(known)} of the {len(built['falls'])} falls, {same} as ours would be translated"
        lines.append(f"- {name} {told}." if known else f"- {name}: no coding of single falls is public; the class is translated from ours.")
    head = ["cabinet", "resignation", "how it ended", "over what", "who, against whom", "vote", "published coding"]
    fallen: list[list[object]] = []
    ordered = sorted(built["falls"], key=lambda row: (order[row["cabinet_id"]], day_of[row["fall_id"]]))
    for row in ordered:
        proximate = [cause for cause in causes[row["fall_id"]] if cause["role"] == "proximate" and cause["actor"]]
        vote = votes.get(row["vote_id"])
        topic = f" ({label['cap_major_topic', str(row['issue_cap'])]})" if row["issue_cap"] else ""
        fallen.append([
            called[row["fall_id"]],
            day_of[row["fall_id"]],
            label["mechanism", row["mechanism"]],
            row["issue"] + topic,
            "; ".join(acted(cause) for cause in sorted(proximate, key=lambda cause: cause["cause_number"])),
            f"{vote['subject']}: {vote['result']}{_count(vote)}" if vote else "",
            "; ".join(theirs(coding) for coding in published.get(row["fall_id"], ())),
        ])  # fmt: skip
    lines += ["", markdown_table(head, fallen), "", "## The codes", ""]
    head = ["code", "definition", "example", "counter-example", *schemes.values(), "falls"]
    explained: list[list[object]] = []
    definition = {row["code"]: row["definition"] for row in built["codes"] if row["codelist"] == "mechanism"}
    title = {row["fall_id"]: f"{names[row['cabinet_id']]} ({day_of[row['fall_id']][:4]})" for row in built["falls"]}
    for row in built["mechanisms"]:
        counter = f"{title[row['counter_example']]}: {row['note']}" if row["counter_example"] else row["note"]
        classes = [label[scheme, row[scheme]] if row[scheme] else "none" for scheme in schemes]
        code = label["mechanism", row["mechanism"]]
        explained.append([code, definition[row["mechanism"]], title.get(row["example"]), counter, *classes, row["n_falls"]])
    lines += [markdown_table(head, explained, numbers=1), "", "## What happened", ""]
    for row in ordered:
        lines += [f"**{called[row['fall_id']]}** ({day_of[row['fall_id']]}). {row['summary_en']}", ""]
    return "\n".join(lines)


def _count(vote: dict) -> str:
    return f" {vote['votes_for']}-{vote['votes_against']}" if None not in (vote["votes_for"], vote["votes_against"]) else ""


def gaps_page(schema: Schema, built: Tables) -> str:
    """docs/gaps.md: what is known to be missing: cells with one family of sources, dates known in part, and blanks."""
    thin = [[f"`{row['table']}/{row['row_id']}/{row['column']}`", row["reason"], row["tried"]] for row in built["evidence_exceptions"]]
    vague = [[f"`{row['event_id']}`", row["date_text"], text(row["note"])] for row in built["events"] if row["date_precision"] != "day"]
    undated = [
        [
            f"`{row['formation_id']}/{row['stage']}/{row['person_id']}`",
            *(text(row[name]) or "missing" for name in ("start_date", "end_date")),
        ]
        for row in built["formation_stages"]
        if row["start_date"] is None or row["end_date"] is None
    ]
    uncounted = [[f"`{row['event_id']}`", row["subject"]] for row in built["votes"] if not _count(row)]
    lines = [
        "# What is missing", "",
        f"Written by the build, version {schema.package['version']}. What has not been found yet; who finds it is welcome to add it,",
        "with the source.",
    ]  # fmt: skip
    for heading, header, rows in (
        ("Headline cells with fewer than two families of sources", ["cell", "why", "where it was looked for"], thin),
        ("Dates known to the month or year only", ["event", "date", "note"], vague),
        ("Commissions without a first or last day", ["commission", "first day", "last day"], undated),
        ("Deciding votes without figures", ["vote", "what"], uncounted),
        ("Elections with lists of unknown votes", ["election", "lists with seats", "without votes"], _without_votes(built)),
    ):
        lines += ["", f"## {heading} ({len(rows)})", "", markdown_table(list(header), rows)]
    return "\n".join(lines) + "\n"


def _without_votes(built: Tables) -> list[list[str]]:
    lists = {row["election_id"] for row in built["elections"] if row["system"] == "proportional"}
    seated = grouped([row for row in built["election_results"] if row["seats"]], "election_id")
    blank = {election: sum(row["votes"] is None for row in rows) for election, rows in seated.items() if election in lists}
    return [[f"`{election}`", str(len(seated[election])), str(count)] for election, count in sorted(blank.items()) if count]
