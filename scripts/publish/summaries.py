"""Summaries for the terminal and the README: rankings, records and counts."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from scripts.cells import Tables
from scripts.curated.independence import count_headline_cells, count_office_cells
from scripts.publish.markdown import markdown_table, text_table
from scripts.schema import Schema, text
from scripts.vocabulary import RANKED_SINCE

SHOWN = {
    "agreed": "election_to_agreement_reached",
    "presented": "election_to_agreement_presented",
    "1st commission": "first_commission_to_inauguration",
}
"""The definitions that the ranking shows beside that from election to inauguration."""


def ranking(tables: Tables) -> str:
    """The formations after an election since 1946 by length, with other definitions in use."""
    durations = tables["formation_durations"]
    days = {(row["formation_id"], row["definition"]): row["days"] for row in durations}
    names = {row["cabinet_id"]: row["name"] for row in tables["cabinets"]}
    ranked = [
        row
        for row in durations
        if row["definition"] == "election_to_inauguration" and row["rank_since_1946"]
    ]
    ranked.sort(key=lambda row: (row["rank_since_1946"], row["start_date"]))
    rows = []
    for row in ranked:
        others = (days.get((row["formation_id"], definition)) for definition in SHOWN.values())
        span = f"{row['start_date']} - {row['end_date']}"
        name = names[row["cabinet_id"]]
        rows.append([row["rank_since_1946"], name, span, row["days"], *others])
    header = ["rank", "cabinet formed", "election - inauguration", "days", *SHOWN]
    return text_table(header, rows)


def under_way(tables: Tables) -> str:
    """The formations that run, with their days so far under each definition; empty if none does."""
    running = [row for row in tables["formation_durations"] if row["is_running"]]
    rows = [
        [row["formation_id"], row["definition"], str(row["start_date"]), row["days_so_far"]]
        for row in running
    ]
    return text_table(["under way", "definition", "since", "days so far"], rows) if rows else ""


def records(tables: Tables) -> str:
    """The longest and the shortest formation of all under each definition."""
    cabinets = tables["cabinets"]
    names = {row["cabinet_id"]: row["name"].removeprefix("Kabinet-") for row in cabinets}
    over = [row for row in tables["formation_durations"] if not row["is_running"]]
    definitions = tables["duration_definitions"]
    rows = []
    for definition in sorted(definitions, key=lambda row: row["definition"]):
        found = [row for row in over if row["definition"] == definition["definition"]]
        line: list[object] = [definition["label_en"], len(found)]
        for extreme in (max, min) if found else ():
            days = extreme(row["days"] for row in found)
            which = [
                f"{names[row['cabinet_id']]} ({row['end_date'].year})"
                for row in found
                if row["days"] == days
            ]
            more = f" and {len(which) - 1} more" if len(which) > 1 else ""
            line += [days, which[0] + more]
        rows.append(line + [None] * (6 - len(line)))
    return text_table(["definition", "known of", "days", "longest", "days", "shortest"], rows)


def scope_of_ranking() -> str:
    """The years that the ranking covers, in words."""
    return f"formations after an election, since {RANKED_SINCE}"


def scope_of_records(tables: Tables) -> str:
    """The years that the longest and shortest cover, in words."""
    first = min(row["start_date"] for row in tables["formation_durations"])
    return f"the longest and shortest of all formations since {first.year}, under each definition"


def scope(schema: Schema, tables: Tables) -> str:
    """What the version covers, in a sentence."""
    cabinets, elections = tables["cabinets"], tables["elections"]
    return (
        f"This version covers {len(cabinets)} cabinets, from {cabinets[0]['name']} "
        f"({cabinets[0]['start_date'].year}) to {cabinets[-1]['name']}, and {len(elections)} "
        f"elections to the Tweede Kamer, {elections[0]['date'].year} to "
        f"{elections[-1]['date'].year}. It was checked up to {schema.package['as_of']}; "
        '"in office" is true as of that day.'
    )


def sureness(curated: Tables) -> str:
    """How many headline cells have two independent families, and how many on the great offices."""
    cells, backed = count_headline_cells(curated)
    held, sure = count_office_cells(curated)
    return (
        f"{backed} of {cells} headline cells ({backed / cells:.1%}) have two or more independent "
        f"families of sources, and {sure} of {held} ({sure / held:.1%}) on who held the five great "
        "offices"
    )


def verdicts(schema: Schema, tables: Tables) -> str:
    """How many published claims hold, in a line."""
    counts = Counter(row["verdict"] for row in tables["claims"])
    labels = schema.labels("verdict")
    order = ("reproduced", "reproduced_inclusive", "reproduced_as_of", "refuted", "contested")
    told = ", ".join(f"{counts[verdict]} {labels[verdict]}" for verdict in order)
    untestable = f"{counts['untestable']} more say what the tables do not hold"
    return (
        f"{sum(counts[verdict] for verdict in order)} published claims tested: {told}; {untestable}"
    )


PERIODS = ("1848", "1888", "1918", "1945-05", "1967", "2002")
"""First days, as far as they matter, of the periods of the table of falls.

Census suffrage and labels, districts and parties, proportional representation, the years since the
liberation, depillarisation, and since 2002; as in the Compendium, which leaves out the war.
"""


def count_falls(falls: Iterable[dict], cabinets: Iterable[dict]) -> Counter:
    """How many falls there are by mechanism, first day of the period, and outcome."""
    starts = {row["cabinet_id"]: text(row["start_date"]) for row in cabinets}
    counts: Counter = Counter()
    for row in falls:
        before = (period for period in PERIODS if period <= starts[row["cabinet_id"]])
        first = max(before, default=PERIODS[0])
        counts[row["mechanism"], first, row["outcome"]] += 1
    return counts


def used_mechanisms(mechanisms: Iterable[dict]) -> list[str]:
    """The mechanisms that occur, the most frequent first."""
    used = [row for row in mechanisms if row["n_falls"]]
    used.sort(key=lambda row: (-row["n_falls"], row["mechanism"]))
    return [row["mechanism"] for row in used]


def falls_by_period(schema: Schema, tables: Tables) -> str:
    """How many cabinets ended by each mechanism in each period; in brackets the mended crises."""
    labels = schema.labels("mechanism")
    counts = count_falls(tables["falls"], tables["cabinets"])

    def cell(mechanism: str, first: str) -> str:
        ended, mended = (counts[mechanism, first, outcome] for outcome in ("ended", "mended"))
        return (str(ended) if ended else "") + (f" ({mended})" if mended else "")

    spans = [*itertools.pairwise(PERIODS), (PERIODS[-1], "")]
    header = ["mechanism", *(f"{first[:4]}-{last[:4]}" for first, last in spans), "all"]
    rows = []
    for mechanism in used_mechanisms(tables["mechanisms"]):
        total = sum(counts[mechanism, first, "ended"] for first in PERIODS)
        by_period = (cell(mechanism, first) for first in PERIODS)
        rows.append([labels[mechanism], *by_period, total])
    return markdown_table(header, rows, numbers=len(header) - 1)
