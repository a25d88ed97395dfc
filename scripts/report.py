"""What the build tells on the terminal and in the README."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from scripts.derive.formations import RANKED_SINCE
from scripts.evidence import count_headline_cells
from scripts.read import Tables
from scripts.schema import Schema, text


def text_table(header: list[str], rows: list[list[object]]) -> str:
    """Rows in aligned columns; numbers to the right."""
    cells = [[("" if value is None else str(value)) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    right = [all(isinstance(row[i], int | None) for row in rows) for i in range(len(header))]

    def line(values: list[str]) -> str:
        padded = [value.rjust(width) if flush else value.ljust(width) for value, width, flush in zip(values, widths, right, strict=True)]
        return "  ".join(padded).rstrip()

    return "\n".join([line(header), line(["-" * width for width in widths]), *map(line, cells)])


def markdown_table(header: list[str], rows: Iterable[Iterable[object]], numbers: int = 0) -> str:
    """Rows as a table of Markdown; the last columns, as many as there are numbers, to the right."""
    sides = ["---"] * (len(header) - numbers) + ["---:"] * numbers
    lines = ["| " + " | ".join(header) + " |", "|" + "|".join(sides) + "|"]
    # A bar in a text would begin another column.
    cells = ([text(cell).replace("|", "\\|") for cell in row] for row in rows)
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in cells)])


def ranking(built: Tables) -> str:
    """The formations after an election since 1946 by length, each with the other definitions in use."""
    days = {(row["formation_id"], row["definition"]): row["days"] for row in built["formation_durations"]}
    names = {row["cabinet_id"]: row["name"] for row in built["cabinets"]}
    shown = {"agreed": "election_to_agreement_reached", "presented": "election_to_agreement_presented",
             "1st commission": "first_commission_to_inauguration"}  # fmt: skip
    ranked = sorted((row for row in built["formation_durations"]
                     if row["definition"] == "election_to_inauguration" and row["rank_since_1946"]),
                    key=lambda row: (row["rank_since_1946"], row["start_date"]))  # fmt: skip
    rows = [
        [row["rank_since_1946"], names[row["cabinet_id"]], f"{row['start_date']} - {row['end_date']}", row["days"],
         *(days.get((row["formation_id"], definition)) for definition in shown.values())]
        for row in ranked
    ]  # fmt: skip
    return text_table(["rank", "cabinet formed", "election - inauguration", "days", *shown], rows)


def records(built: Tables) -> str:
    """The longest and the shortest formation of all under each definition."""
    names = {row["cabinet_id"]: row["name"].removeprefix("Kabinet-") for row in built["cabinets"]}
    rows = []
    for definition in sorted(built["duration_definitions"], key=lambda row: row["definition"]):
        found = [row for row in built["formation_durations"] if row["definition"] == definition["definition"]]
        line: list[object] = [definition["label_en"], len(found)]
        for extreme in (max, min) if found else ():
            days = extreme(row["days"] for row in found)
            which = [f"{names[row['cabinet_id']]} ({row['end_date'].year})" for row in found if row["days"] == days]
            line += [days, which[0] + (f" and {len(which) - 1} more" if len(which) > 1 else "")]
        rows.append(line)
    return text_table(["definition", "known of", "days", "longest", "days", "shortest"], rows)


def scope_of_ranking() -> str:
    """The years that the ranking covers, in words."""
    return f"formations after an election, since {RANKED_SINCE}"


def scope_of_records(built: Tables) -> str:
    """The years that the longest and shortest cover, in words."""
    first = min(row["start_date"] for row in built["formation_durations"])
    return f"the longest and shortest of all formations since {first.year}, under each definition"


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
    tables = markdown_table(
        ["table", "one row is", "rows"],
        ([f"`{table.name}`", table.row, f"{len(built[table.name]):,}"] for table in schema.tables.values()),
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
        "falls": falls_by_period(built),
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


PERIODS = ("1848", "1888", "1918", "1945-05", "1967", "2002")
"""First days, as far as they matter, of the periods of the table: census suffrage and labels, districts and parties, proportional
representation, the years since the liberation, depillarisation, and since 2002; as in the Compendium, which leaves out the war."""


def falls_by_period(built: Tables) -> str:
    """How many cabinets ended by each mechanism in each period; in brackets the crises that were mended."""
    starts = {row["cabinet_id"]: text(row["start_date"]) for row in built["cabinets"]}
    labels = {row["code"]: row["label_en"] for row in built["codes"] if row["codelist"] == "mechanism"}
    spans = [*itertools.pairwise(PERIODS), (PERIODS[-1], None)]
    counts: Counter = Counter()
    for row in built["falls"]:
        first = max((period for period in PERIODS if period <= starts[row["cabinet_id"]]), default=PERIODS[0])
        counts[row["mechanism"], first, row["outcome"]] += 1

    def cell(mechanism: str, first: str) -> str:
        ended, mended = counts[mechanism, first, "ended"], counts[mechanism, first, "mended"]
        return (str(ended) if ended else "") + (f" ({mended})" if mended else "")

    header = ["mechanism", *(f"{first[:4]}-{(last or '')[:4]}" for first, last in spans), "all"]
    used = sorted((row for row in built["mechanisms"] if row["n_falls"]), key=lambda row: (-row["n_falls"], row["mechanism"]))
    rows = []
    for mechanism in (row["mechanism"] for row in used):
        total = sum(counts[mechanism, first, "ended"] for first in PERIODS)
        rows.append([labels[mechanism], *(cell(mechanism, first) for first in PERIODS), total])
    return markdown_table(header, rows, numbers=len(header) - 1)


def agreement(built: Tables) -> str:
    """How far the two codings of the falls agree, for docs/coding-rules.md."""
    header = ["column", "falls", "coded alike", "agreement", "Cohen's kappa"]
    rows = [
        [f"`{row['column']}`", row["n_falls"], row["n_agreeing"], f"{row['agreement']:.1f} %",
         "-" if row["kappa"] is None else f"{row['kappa']:.2f}"]
        for row in built["coding_agreement"]
    ]  # fmt: skip
    resolved = [row for row in built["fall_recodings"] if row["note"]]
    lines = [markdown_table(header, rows, numbers=4), "", f"The differences and how they were resolved ({len(resolved)} falls):", ""]
    lines += [f"- `{row['fall_id']}`: {row['note']}" for row in resolved]
    return "\n".join(lines)
