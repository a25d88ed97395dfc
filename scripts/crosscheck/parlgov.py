"""Compare our tables with ParlGov's, downloaded when this runs.

    python -m scripts.crosscheck.parlgov [--address URL]

Tells every date, party, seat and termination that differs. Needs a network. Nothing that it
downloads is kept. A difference is not a fault: docs/coding-rules.md tells why we hold another
value, and `evidence` has ParlGov's where it was read.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from scripts.build import all_tables, curated_tables
from scripts.cells import Tables, by, grouped
from scripts.crosscheck.download import Unreachable, download, printable
from scripts.crosscheck.terminations import TERMINATIONS
from scripts.problems import BadInput
from scripts.publish.markdown import text_table
from scripts.schema import ROOT, text
from scripts.schema.load import load_schema

ADDRESS = "https://raw.githubusercontent.com/hdigital"
"""Where ParlGov's makers publish its tables."""
_DATA = "parlgov/0ba28261cf93decd70199d44ebcfea4b77b2d8db/public/data"
_OLD = "parlgov-web/edd6f2d148057b5582a50d4e5e09ccb751423bc0/scripts/migrate_parlgov-db"
FILES = {
    f"{_DATA}/parlgov-development_csv-utf-8/view_cabinet.csv": (
        "cabinet_id", "start_date", "cabinet_party", "party_id",
    ),
    f"{_DATA}/parlgov-development_csv-utf-8/view_election.csv": (
        "election_id", "election_type", "election_date", "party_id", "seats",
    ),
    f"{_OLD}/import-data-legacy/41__cabinets__Cabinet.csv": ("id", "termination"),
}  # fmt: skip
"""The tables in one version each, so that a comparison can be repeated, with what it needs."""
HASHES = dict(
    zip(
        FILES,
        (
            "bd39f73335e8bc49c00d5000ab5a68e7a8c41ca0eb17d8c89ff6d05ba93e6063",
            "4b318c36b1cbe8de74af4a3ca77295f86dd420bbba74b5d24099923fee99ac64",
            "899b97878a1b00c35de5043fe89b5f1904ed68a1017a41337e099f2df721a66e",
        ),
        strict=True,
    )
)
"""Their sha256; what another address serves is taken as it is."""
Difference = list[object]
"""What differs: our cell, our value, theirs."""
Theirs = list[dict[str, str]]
"""A table of ParlGov's."""


def table(address: str, path: str, columns: tuple[str, ...]) -> Theirs:
    """One table. Raises Unreachable if it does not arrive whole and with these columns."""
    url = f"{address.rstrip('/')}/{path}"
    content = download(url, HASHES[path] if address == ADDRESS else None)
    # Cells are compared and printed: no character of theirs may command a terminal.
    lines = content.decode("utf-8-sig", "replace").splitlines()
    try:
        rows = list(csv.DictReader(map(printable, lines)))
    except csv.Error as error:
        raise Unreachable(f"{url}: expected a table, found {error}") from error
    missing = [name for name in columns if not rows or name not in rows[0]]
    if missing:
        expected = f"rows with the columns {', '.join(columns)}"
        raise Unreachable(f"{url}: expected {expected}, found none with {', '.join(missing)}")
    return [{name: row[name] or "" for name in columns} for row in rows]


def ids(tables: Tables, entity: str) -> dict[str, set[str]]:
    """ParlGov's ids of each of our cabinets, elections or parties."""
    found = defaultdict(set)
    for row in tables["crosswalk"]:
        if row["scheme"] == "parlgov" and row["entity"] == entity:
            found[row["entity_id"]].add(row["external_id"])
    return found


def cabinets(tables: Tables, theirs: Theirs) -> Iterator[Difference]:
    """Start and coalition of each cabinet, in ParlGov of the first of its cabinets."""
    rows, known = grouped(theirs, "cabinet_id"), ids(tables, "party")
    names = {other: party for party, others in known.items() for other in others}
    ours = by(tables["cabinets"], "cabinet_id")
    for cabinet, others in ids(tables, "cabinet").items():
        starts = sorted((rows[other][0]["start_date"], other) for other in others if other in rows)
        if not starts:
            continue
        start, first = starts[0]
        if start != text(ours[cabinet]["start_date"]):
            yield [f"cabinets/{cabinet}/start_date", ours[cabinet]["start_date"], start]
        coalition = {row["party_id"] for row in rows[first] if row["cabinet_party"] == "1"}
        own = set(text(ours[cabinet]["parties"]).split(";")) - {""}
        if not _is_same(coalition, own, known):
            told = ";".join(sorted(names.get(other, other) for other in coalition))
            yield [f"cabinets/{cabinet}/parties", ";".join(sorted(own)), told]


def _is_same(coalition: set[str], own: set[str], known: dict[str, set[str]]) -> bool:
    """Whether a coalition of ParlGov's is ours.

    One of ours may be several there, and the other way round (the Catholics before and after 1926).
    """
    ours = {other for party in own for other in known[party]}
    return coalition <= ours and all(known[party] & coalition for party in own)


def terminations(tables: Tables, theirs: Theirs) -> Iterator[Difference]:
    """How each cabinet ended by what ParlGov codes of any of its cabinets."""
    ended = {row["id"]: row["termination"].partition(".")[0] for row in theirs}
    scheme = "parlgov_termination"
    codings = [row for row in tables["fall_codings"] if row["scheme"] == scheme]
    published = {row["fall_id"]: row["published_code"] for row in codings}
    for cabinet, others in ids(tables, "cabinet").items():
        numbers = (ended.get(other) for other in others)
        codes = {TERMINATIONS[number] for number in numbers if number in TERMINATIONS}
        if codes and published.get(cabinet) not in codes:
            cell = f"fall_codings/{cabinet}/{scheme}/published_code"
            yield [cell, published.get(cabinet), ";".join(sorted(codes))]


def elections(tables: Tables, theirs: Theirs) -> Iterator[Difference]:
    """Day of each election, and the seats of each of ParlGov's parties that we have."""
    votes = [row for row in theirs if row["election_type"] == "parliament"]
    rows, known = grouped(votes, "election_id"), ids(tables, "party")
    results = tables["election_results"]
    seats = {(row["election_id"], row["party_id"]): row["seats"] for row in results}
    dates = {row["election_id"]: text(row["date"]) for row in tables["elections"]}
    for election, others in ids(tables, "election").items():
        held = [row for other in others for row in rows.get(other, ())]
        for row in held:
            # One of theirs may be several of ours.
            mine = {party for party in known if row["party_id"] in known[party]}
            own = {party: seats[election, party] for party in mine if (election, party) in seats}
            if own and row["seats"] and str(sum(own.values())) != row["seats"].removesuffix(".0"):
                cell = f"election_results/{election}/{'+'.join(sorted(own))}/seats"
                yield [cell, sum(own.values()), row["seats"]]
        days = {row["election_date"] for row in held}
        if days and dates[election] not in days:
            yield [f"elections/{election}/date", dates[election], ";".join(sorted(days))]


def compare(tables: Tables, address: str = ADDRESS) -> list[Difference]:
    """All differences, by cell. Raises Unreachable that names every table that cannot be had."""
    found, failures = [], []
    for path, columns in FILES.items():
        try:
            found.append(table(address, path, columns))
        except Unreachable as error:
            failures.append(str(error))
    if failures:
        raise Unreachable("\n".join(failures))
    cabinet_rows, election_rows, ends = found
    differences = [
        *cabinets(tables, cabinet_rows),
        *terminations(tables, ends),
        *elections(tables, election_rows),
    ]
    return sorted(differences, key=lambda row: str(row[0]))


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--address", default=ADDRESS, help="server that has the tables under the same paths"
    )
    address = parser.parse_args(arguments).address
    try:
        schema = load_schema(root)
        rows = compare(all_tables(schema, curated_tables(root, schema)), address)
    except (BadInput, Unreachable) as error:
        print(error, file=sys.stderr)
        return 1
    print(text_table(["cell", "ours", "ParlGov"], rows) if rows else "No difference.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
