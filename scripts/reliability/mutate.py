"""Break the curated rows in thousands of ways, one at a time, and count what nobody noticed.

    python -m scripts.reliability.mutate [--count N] [--seed N] [--silent] [--write]

A mutation is caught by what reads the cell, by a rule, or by what derives and judges; what only a
lock tells (a count of rows, a pinned verdict) is counted apart. Each traceback is listed, with
--silent also each that passed.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from scripts.accept import pinned
from scripts.build import all_tables
from scripts.cells import Tables
from scripts.check import RULES
from scripts.curated.read import read_tables
from scripts.problems import BadInput
from scripts.publish.markdown import text_table
from scripts.publish.place import differences
from scripts.reliability.kinds import COORDINATED, SINGLE, places
from scripts.reliability.report import SEED, parser, write_block
from scripts.schema import ROOT, Schema
from scripts.schema.load import load_schema

COUNT = 5500
COORDINATED_SHARE = 0.1
"""The share of mutations that change all places that say the same."""


class Outcome(NamedTuple):
    """What came of a mutation: caught, by a lock only, silent, a traceback; or harmless."""

    kind: str
    table: str
    result: str
    what: str


def _once(number: int, seed: int, schema: Schema, tables: Tables) -> Outcome | None:
    rng = random.Random(f"{seed}/{number}")
    kinds = COORDINATED if rng.random() < COORDINATED_SHARE else SINGLE
    for _ in range(50):
        name = rng.choice(list(kinds))
        rows = tables[rng.choice(list(places(tables)))]
        made = kinds[name](rng, schema, tables, rows)
        if made is not None:
            break
    else:
        return None
    what = made.what
    try:
        result = "harmless" if made.is_harmless else _result(made.faults, schema, tables)
    except Exception as error:
        result, what = "traceback", f"{what} ({error!r})"
    finally:
        made.undo()
    return Outcome(name, made.table, result, what)


def _result(faults: list, schema: Schema, tables: Tables) -> str:
    if faults or any(True for rule in RULES for _ in rule(schema, tables)):
        return "caught"
    try:
        built = all_tables(schema, tables)
    except BadInput:
        return "caught"
    return "lock" if is_locked_out(schema, built) else "silent"


def is_locked_out(schema: Schema, built: Tables) -> bool:
    """Whether a lock tells that the tables are not those that were accepted."""
    return any(differences(ROOT, pinned(ROOT, schema, built)))


def _part(arguments: tuple[range, int]) -> list[Outcome]:
    numbers, seed = arguments
    schema = load_schema(ROOT)
    tables, problems = read_tables(ROOT, schema)
    if problems:
        raise BadInput(problems)
    found = (_once(number, seed, schema, tables) for number in numbers)
    return [outcome for outcome in found if outcome is not None]


def run(count: int = COUNT, seed: int = SEED) -> list[Outcome]:
    """Make mutations, divided among the processors; the same for the same seed."""
    workers = os.cpu_count() or 1
    parts = [(range(first, count, workers), seed) for first in range(workers)]
    with multiprocessing.Pool(workers) as pool:
        return [outcome for part in pool.imap_unordered(_part, parts) for outcome in part]


def counted(outcomes: list[Outcome], by: str) -> Iterator[list]:
    """Rows of a table: name, meaningful, caught, by a lock only, silent, tracebacks, share."""
    groups: dict[str, Counter] = defaultdict(Counter)
    for outcome in outcomes:
        groups[getattr(outcome, by)][outcome.result] += 1
        groups["all"][outcome.result] += 1
    for name in sorted(groups, key=lambda name: (name == "all", name)):
        found = groups[name]
        meant = found.total() - found["harmless"]
        unseen = meant - found["caught"]
        share = f"{100 * unseen / meant:.1f}" if meant else ""
        yield [name, meant, *(found[result] for result in RESULTS), share]


RESULTS = ("caught", "lock", "silent", "traceback")
HEADER = ["", "meaningful", "caught", "by a lock only", "silent", "traceback", "not caught, %"]


def tables_of(outcomes: list[Outcome]) -> str:
    """The figures of a run: single and coordinated mutations, by kind and by table."""
    parts = []
    for title, kinds in (("Single", SINGLE), ("Coordinated", COORDINATED)):
        own = [outcome for outcome in outcomes if outcome.kind in kinds]
        for by in ("kind", "table"):
            header = [f"{title}, by {by}", *HEADER[1:]]
            parts.append(text_table(header, list(counted(own, by))))
    return "\n\n".join(parts)


def examples(outcomes: list[Outcome]) -> str:
    """The kinds by table that passed the most often, with a mutation each."""
    found: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in sorted(outcomes):
        if outcome.result not in ("caught", "harmless"):
            found[outcome.kind, outcome.table].append(outcome)
    ordered = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    rows = [[*kind, len(one), one[0].what[:60]] for kind, one in ordered]
    return text_table(["kind", "table", "passed", "for example"], rows)


def main(arguments: list[str] | None = None) -> int:
    known = parser(__doc__, COUNT)
    known.add_argument("--silent", action="store_true", help="list what nobody noticed")
    options = known.parse_args(arguments)
    outcomes = run(options.count, options.seed)
    figures, passed = tables_of(outcomes), examples(outcomes)
    print(f"{figures}\n\n{passed}")
    listed = ("lock", "silent", "traceback") if options.silent else ("traceback",)
    for outcome in sorted(outcomes):
        if outcome.result in listed:
            print(" | ".join(outcome))
    if options.write:
        told = f"{len(outcomes):,} mutations, seed {options.seed}"
        write_block("mutations", f"{told}\n\n{figures}")
        write_block("silent", passed)
    return 1 if any(outcome.result == "traceback" for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
