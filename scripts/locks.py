"""Locks: what no rule can know, as it was when somebody last accepted it.

The number of rows by table and decade, and the interface: tables, columns with their types, codes
and ids, each with the version in which it came and, if it went, the version in which it went. What
was published goes in a minor version before 1.0, and in a major one after, with a line *Renamed*
or *Removed* in the changelog that names it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from scripts.cells import Row, Rows, Tables
from scripts.problems import Problem
from scripts.schema import Schema, text

ROWS = ("table", "decade", "rows")
INTERFACE = ("kind", "name", "type", "since", "until")
INTERFACE_FILE = "tests/pinned/interface.csv"
WITH_IDS = ("cabinets", "elections", "parties", "persons", "formations", "falls", "events")
"""The tables whose ids people join on."""

Entry = dict[str, str]


def rows_by_decade(tables: Tables) -> list[Entry]:
    """How many rows each table has, by the decade of the first day that a row tells."""
    counts = Counter(
        (name, decade) for name, rows in tables.items() for decade in map(_decade_in(rows), rows)
    )
    return [
        {"table": name, "decade": decade, "rows": str(count)}
        for (name, decade), count in sorted(counts.items())
    ]


def _decade_in(rows: Rows):
    """Tells the decade of a row of a table; nothing where the row tells no day."""
    columns = rows.table.columns.values()
    days = [one.name for one in columns if one.type == "date" or one.name.endswith("_text")]

    def decade(row: Row) -> str:
        values = (row[name] for name in days)
        day = next((text(value) for value in values if value is not None), "")
        return f"{day[:3]}0s" if day else ""

    return decade


def interface(schema: Schema, tables: Tables) -> Iterator[Entry]:
    """Every name on which somebody's program may rest."""
    for table in schema.tables.values():
        yield {"kind": "table", "name": table.name, "type": ""}
        for column in table.columns.values():
            yield {"kind": "column", "name": f"{table.name}.{column.name}", "type": column.type}
    # The number of a code stands in files of Stata and SPSS that people keep.
    for row in schema.codes:
        name = f"{row['codelist']}/{row['code']}"
        yield {"kind": "code", "name": name, "type": text(row["number"])}
    for name in WITH_IDS:
        key = tables[name].table.key[0]
        for row in tables[name]:
            yield {"kind": "id", "name": f"{name}/{row[key]}", "type": ""}


def continued(known: Iterable[Entry], now: Iterable[Entry], version: str) -> list[Entry]:
    """The interface as it was, carried on to what it is in this version."""
    live = {_key(entry): entry for entry in known if not entry["until"]}
    present = {_key(entry): entry for entry in now}
    over = [entry for entry in known if entry["until"]]
    # What came and went within one version was never published.
    gone = [
        {**entry, "until": version}
        for key, entry in live.items()
        if key not in present and entry["since"] != version
    ]
    stays = [
        {**entry, "since": live[key]["since"] if key in live else version, "until": ""}
        for key, entry in present.items()
    ]
    return sorted([*over, *gone, *stays], key=lambda entry: (*_key(entry), entry["since"]))


def _key(entry: Entry) -> tuple[str, str, str]:
    return entry["kind"], entry["name"], entry["type"]


def unannounced(entries: Iterable[Entry], version: str, changelog: str) -> Iterator[Problem]:
    """What went in this version although its number or the changelog does not say so."""
    section = _section(changelog, version)
    lines = [line for line in section.split("\n- ") if re.match(r"\*?(Renamed|Removed)\b", line)]
    told = set(re.findall(r"[\w./-]+", " ".join(lines)))
    for entry in entries:
        if entry["until"] != version:
            continue
        if not version.endswith(".0" if version.startswith("0.") else ".0.0"):
            kind = "minor" if version.startswith("0.") else "major"
            expected = f"the next {kind} version, since {entry['name']} is gone"
            yield Problem("dutchcabinets/__init__.py", 0, "__version__", expected, version)
        short = entry["name"].rpartition("/")[2].rpartition(".")[2]
        # The ids of derived events end in that of a person.
        if not {entry["name"], short} & told and not any(short.endswith(f"-{one}") for one in told):
            expected = f"a line Renamed or Removed under {version} that names {entry['name']}"
            yield Problem("CHANGELOG.md", 0, "interface", expected, "none")


def _section(changelog: str, version: str) -> str:
    """What the changelog says under a version."""
    _, found, rest = changelog.partition(f"\n## {version}")
    return re.split(r"\n## ", rest)[0] if found else ""
