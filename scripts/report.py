"""What the build tells on the terminal and in the README."""

from __future__ import annotations

from collections import Counter

from scripts.evidence import count_headline_cells
from scripts.read import Tables
from scripts.schema import Schema


def text_table(header: list[str], rows: list[list[object]]) -> str:
    """Rows in aligned columns; numbers to the right."""
    cells = [[("" if value is None else str(value)) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    right = [all(isinstance(row[i], int | None) for row in rows) for i in range(len(header))]

    def line(values: list[str]) -> str:
        padded = [value.rjust(width) if flush else value.ljust(width) for value, width, flush in zip(values, widths, right, strict=True)]
        return "  ".join(padded).rstrip()

    return "\n".join([line(header), line(["-" * width for width in widths]), *map(line, cells)])


def ranking(built: Tables) -> str:
    """The formations after an election by length, each with the other definitions in use."""
    days = {(row["formation_id"], row["definition"]): row["days"] for row in built["formation_durations"]}
    names = {row["cabinet_id"]: row["name"] for row in built["cabinets"]}
    shown = {"agreed": "election_to_agreement_reached", "presented": "election_to_agreement_presented",
             "1st commission": "first_commission_to_inauguration"}  # fmt: skip
    ranked = sorted((row for row in built["formation_durations"] if row["definition"] == "election_to_inauguration"),
                    key=lambda row: (row["rank"], row["start_date"]))  # fmt: skip
    rows = [
        [row["rank"], names[row["cabinet_id"]], f"{row['start_date']} - {row['end_date']}", row["days"],
         *(days.get((row["formation_id"], definition)) for definition in shown.values())]
        for row in ranked
    ]  # fmt: skip
    return text_table(["rank", "cabinet formed", "election - inauguration", "days", *shown], rows)


def records(built: Tables) -> str:
    """The longest formation under each definition."""
    names = {row["cabinet_id"]: row["name"] for row in built["cabinets"]}
    labels = {row["definition"]: row["label_en"] for row in built["duration_definitions"]}
    best = sorted((row for row in built["formation_durations"] if row["rank"] == 1), key=lambda row: row["definition"])
    rows = [[row["days"], labels[row["definition"]], names[row["cabinet_id"]], f"{row['start_date']} - {row['end_date']}"] for row in best]
    return text_table(["days", "definition", "longest", "from - to"], rows)


def scope_of_ranking(built: Tables) -> str:
    """The years that the ranking covers, in words."""
    first = min(row["start_date"] for row in built["formation_durations"] if row["definition"] == "election_to_inauguration")
    return f"formations after an election, since {first.year}"


def scope(schema: Schema, built: Tables) -> str:
    """What the version covers, in a sentence."""
    cabinets, elections = built["cabinets"], built["elections"]
    return (
        f"This version covers {len(cabinets)} cabinets, from {cabinets[0]['name']} ({cabinets[0]['start_date'].year}) to "
        f"{cabinets[-1]['name']}, and {len(elections)} elections to the Tweede Kamer, {elections[0]['date'].year} to "
        f'{elections[-1]["date"].year}. It was checked up to {schema.package["as_of"]}; "in office" is true as of that day.'
    )


def sureness(schema: Schema, curated: Tables) -> str:
    """How many headline cells have two independent families of sources."""
    cells, backed = count_headline_cells(schema, curated)
    return f"{backed} of {cells} headline cells ({backed / cells:.1%}) have two or more independent families of sources"


def readme_blocks(schema: Schema, curated: Tables, built: Tables) -> dict[str, str]:
    """The parts of the README that the build writes."""
    tables = "| table | one row is | rows |\n|---|---|---|\n" + "\n".join(
        f"| `{table.name}` | {table.row} | {len(built[table.name]):,} |" for table in schema.tables.values()
    )
    exceptions = len(built["evidence_exceptions"])
    differs = sum(row["stance"] == "differs" for row in built["evidence"])
    sure = (
        f"{sureness(schema, curated)}; the other {exceptions} are listed in `evidence_exceptions` with what was tried.\n"
        f"In all {len(built['evidence']):,} statements of {len(built['sources']):,} sources in "
        f"{len({row['family'] for row in built['sources']})} families are recorded; {differs} of them differ from the adopted value."
    )
    top = "\n".join(ranking(built).splitlines()[:12])
    return {
        "scope": scope(schema, built),
        "claims": f"{verdicts(built)}.",
        "tables": tables,
        "sureness": sure,
        "ranking": f"```text\n{top}\n```",
        "records": f"```text\n{records(built)}\n```",
    }


def verdicts(built: Tables) -> str:
    """How many published claims hold, in a line."""
    counts = Counter(row["verdict"] for row in built["claims"])
    labels = {row["code"]: row["label_en"] for row in built["codes"] if row["codelist"] == "verdict"}
    order = ("reproduced", "reproduced_inclusive", "reproduced_as_of", "refuted", "contested", "untestable")
    told = ", ".join(f"{counts[verdict]} {labels[verdict]}" for verdict in order)
    return f"{len(built['claims'])} published claims tested: {told}"


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
