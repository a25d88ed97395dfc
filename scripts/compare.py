"""Compare our tables with ParlGov's, downloaded when this runs: every date, party, seat and termination that differs.

    python -m scripts.compare [--address URL]

Needs a network. Nothing that it downloads is kept. A difference is not a fault: docs/coding-rules.md tells why we hold
another value, and `evidence` has ParlGov's where it was read.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections import defaultdict
from pathlib import Path

import requests

from scripts.derive import derive
from scripts.derive.common import by, grouped
from scripts.read import Tables, read_tables
from scripts.report import text_table
from scripts.schema import ROOT, load_schema, text

ADDRESS = "https://raw.githubusercontent.com/hdigital"
"""Where ParlGov's makers publish its tables."""
FILES = {
    "parlgov/0ba28261cf93decd70199d44ebcfea4b77b2d8db/public/data/parlgov-development_csv-utf-8/view_cabinet.csv": (
        "cabinet_id", "start_date", "cabinet_party", "party_id"),
    "parlgov/0ba28261cf93decd70199d44ebcfea4b77b2d8db/public/data/parlgov-development_csv-utf-8/view_election.csv": (
        "election_id", "election_type", "election_date", "party_id", "seats"),
    "parlgov-web/edd6f2d148057b5582a50d4e5e09ccb751423bc0/scripts/migrate_parlgov-db/import-data-legacy/41__cabinets__Cabinet.csv": (
        "id", "termination"),
}  # fmt: skip
"""The tables in one version each, so that a comparison can be repeated, with the columns that it needs."""
TERMINATIONS = {
    "4": "resignation-pm", "5": "change-pm", "10": "change-party", "15": "election-regular", "21": "election-dissolution",
    "23": "confidence-vote", "24": "resignation-cabinet", "30": "other",
}  # fmt: skip
"""ParlGov's numbers for the types of termination."""
Difference = list[object]
"""What differs: our cell, our value, theirs."""


class Unreachable(Exception):
    """A table could not be had; the message says which and why."""


def download(address: str, path: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """One table. Raises Unreachable if it does not arrive whole and with these columns."""
    url = f"{address.rstrip('/')}/{path}"
    try:
        answer = requests.get(url, timeout=60)
    except requests.RequestException as error:
        raise Unreachable(f"{url}: expected a table, found no answer ({type(error).__name__})") from error
    if not answer.ok:
        raise Unreachable(f"{url}: expected a table, found {answer.status_code} {answer.reason}")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig", "replace"))))
    missing = [name for name in columns if not rows or name not in rows[0]]
    if missing:
        raise Unreachable(f"{url}: expected rows with the columns {', '.join(columns)}, found none with {', '.join(missing)}")
    return rows


def ids(built: Tables, entity: str) -> dict[str, set[str]]:
    """ParlGov's ids of each of our cabinets, elections or parties."""
    found = defaultdict(set)
    for row in built["crosswalk"]:
        if row["scheme"] == "parlgov" and row["entity"] == entity:
            found[row["entity_id"]].add(row["external_id"])
    return found


def cabinets(built: Tables, theirs: list[dict[str, str]], terminations: list[dict[str, str]]) -> list[Difference]:
    """Start and coalition of each cabinet, in ParlGov of the first of its cabinets; how it ended by what ParlGov codes of any of them."""
    rows = grouped(theirs, "cabinet_id")
    ended = {row["id"]: row["termination"].partition(".")[0] for row in terminations}
    known = ids(built, "party")
    names = {other: party for party, others in known.items() for other in others}
    published = {row["fall_id"]: row["published_code"] for row in built["fall_codings"] if row["scheme"] == "parlgov_termination"}
    ours = by(built["cabinets"], "cabinet_id")
    found: list[Difference] = []
    for cabinet, others in ids(built, "cabinet").items():
        starts = sorted((rows[other][0]["start_date"], other) for other in others if other in rows)
        if starts:
            start, first = starts[0]
            coalition = {row["party_id"] for row in rows[first] if row["cabinet_party"] == "1"}
            own = set(text(ours[cabinet]["parties"]).split(";")) - {""}
            # One of ours may be several there, and the other way round (the Catholics before and after 1926).
            same = coalition <= {other for party in own for other in known[party]} and all(known[party] & coalition for party in own)
            if start != text(ours[cabinet]["start_date"]):
                found.append([f"cabinets/{cabinet}/start_date", ours[cabinet]["start_date"], start])
            if not same:
                told = ";".join(sorted(names.get(other, other) for other in coalition))
                found.append([f"cabinets/{cabinet}/parties", ";".join(sorted(own)), told])
        codes = {TERMINATIONS[ended[other]] for other in others if ended.get(other) in TERMINATIONS}
        if codes and published.get(cabinet) not in codes:
            found.append([f"fall_codings/{cabinet}/parlgov_termination/published_code", published.get(cabinet), ";".join(sorted(codes))])
    return found


def elections(built: Tables, theirs: list[dict[str, str]]) -> list[Difference]:
    """Day of each election, and the seats of each party of ParlGov that is one or several of ours."""
    rows = grouped([row for row in theirs if row["election_type"] == "parliament"], "election_id")
    known = ids(built, "party")
    seats = {(row["election_id"], row["party_id"]): row["seats"] for row in built["election_results"]}
    dates = {row["election_id"]: text(row["date"]) for row in built["elections"]}
    found: list[Difference] = []
    for election, others in ids(built, "election").items():
        for row in (row for other in others for row in rows.get(other, ())):
            own = {party: seats[election, party] for party in known if row["party_id"] in known[party] and (election, party) in seats}
            if own and row["seats"] and sum(own.values()) != int(float(row["seats"])):
                found.append([f"election_results/{election}/{'+'.join(sorted(own))}/seats", sum(own.values()), row["seats"]])
        days = {row["election_date"] for other in others for row in rows.get(other, ())}
        if days and dates[election] not in days:
            found.append([f"elections/{election}/date", dates[election], ";".join(sorted(days))])
    return found


def compare(built: Tables, address: str = ADDRESS) -> list[Difference]:
    """All differences, by cell. Raises Unreachable that names every table that cannot be had."""
    tables, failures = [], []
    for path, columns in FILES.items():
        try:
            tables.append(download(address, path, columns))
        except Unreachable as error:
            failures.append(str(error))
    if failures:
        raise Unreachable("\n".join(failures))
    cabinet_rows, election_rows, terminations = tables
    return sorted([*cabinets(built, cabinet_rows, terminations), *elections(built, election_rows)], key=lambda row: str(row[0]))


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--address", default=ADDRESS, help="server that has the tables under the same paths (default: ParlGov's own)")
    address = parser.parse_args(arguments).address
    schema = load_schema(root)
    built = derive(schema, read_tables(root, schema)[0])
    try:
        rows = compare(built, address)
    except Unreachable as error:
        print(error, file=sys.stderr)
        return 1
    print(text_table(["cell", "ours", "ParlGov"], rows) if rows else "No difference.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
