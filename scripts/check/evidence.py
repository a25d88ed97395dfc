"""Evidence fits its cell, agrees with it somewhere, and headline cells have two families."""

from __future__ import annotations

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Iterator

from scripts.cells import Cell, Row, Tables
from scripts.check.common import PARTY_LISTS, Problems, problem, values
from scripts.curated.independence import Independence, witnesses
from scripts.curated.read import read_cell
from scripts.curated.witnesses import (
    cell_of,
    cells_that_need_two,
    families,
    headline_cells,
    implied_days,
    rows_by_id,
    statements,
)
from scripts.dates import full_date
from scripts.remember import remembered
from scripts.schema import Schema, text
from scripts.vocabulary import MOVEMENTS

EXCEPTIONS = "a row in data/sources/evidence_exceptions.csv that says why not"
LONGEST_QUOTE = 12
CITING = (
    ("evidence", "source_id"), ("claims", "source_id"), ("comparisons", "source_id"),
    ("data_sets", "source_id"), ("measures", "source_id"), ("agreements", "pages_counted_by"),
    ("agreements", "words_counted_by"),
)  # fmt: skip
"""Where a source is cited."""
DAYS_OF_ACTS = (
    ("events", "date"), ("formation_stages", "start_date"), ("formation_stages", "end_date"),
)  # fmt: skip
"""The cells whose day is that of something that somebody did, which no one can print beforehand."""


def sources_are_cited(schema: Schema, tables: Tables) -> Problems:
    """Each source is cited for something."""
    cited = {one for name, column in CITING for one in values(tables[name], column)}
    for row in tables["sources"]:
        if row["source_id"] not in cited:
            expected = "a source that some evidence, claim, comparison or measure cites"
            yield problem(row, "source_id", expected, row["source_id"])


def evidence_fits_its_cell(schema: Schema, tables: Tables) -> Problems:
    """Evidence names a curated cell, and has a value if, and only if, the source prints one."""
    rows = rows_by_id(tables)
    for row in tables["evidence"]:
        table = schema.tables[row["table_name"]]
        if row["row_id"] not in rows[table.name]:
            yield problem(row, "row_id", f"a row of {table.path}", row["row_id"])
        if row["column_name"] not in table.curated:
            yield problem(row, "column_name", f"a column of {table.path}", row["column_name"])
        if (row["value"] is None) != (row["value_as_printed"] is None):
            expected = "a value and what is printed, or neither where the source is silent"
            yield problem(row, "value", expected, row["value"])


def values_fit_their_column(schema: Schema, tables: Tables) -> Problems:
    """A value is of the kind that its column holds: a date as far as it is printed, a code."""
    parties, ids = values(tables["parties"], "party_id"), rows_by_id(tables)
    for row in tables["evidence"]:
        column = schema.tables[row["table_name"]].columns.get(row["column_name"])
        if column is None or row["value"] is None:
            continue
        if column.type == "date" or column.name.endswith("_text"):
            column = dataclasses.replace(column, partial=True, pattern=None)
        faults = read_cell(row["value"], column, schema)[1]
        if column.name in PARTY_LISTS:
            unknown = set(row["value"].split(";")) - parties - set(schema.allowed["actor"])
            faults += [("ids of parties", one) for one in sorted(unknown)]
        if column.references:
            known = row["value"] in ids[column.references] or row["value"] in MOVEMENTS
            faults += [] if known else [(f"an id in {column.references}", row["value"])]
        for expected, found in faults:
            yield problem(row, "value", f"{expected}, as {column.name} holds", found)


def nothing_is_said_twice(schema: Schema, tables: Tables) -> Problems:
    """A source says a thing of a cell once: a second place in it is told in the locator."""
    seen: set[tuple] = set()
    for row in tables["evidence"]:
        key = (*cell_of(row), row["source_id"], row["value"])
        if key in seen:
            expected = "another value, since the source says this of the cell already"
            yield problem(row, "value", expected, row["value"])
        seen.add(key)


def words_are_few(schema: Schema, tables: Tables) -> Problems:
    """What a source prints is quoted in at most a dozen words: a figure, a day, the reason."""
    for row in tables["evidence"]:
        words = sum(any(map(str.isalnum, word)) for word in text(row["value_as_printed"]).split())
        if words > LONGEST_QUOTE:
            expected = f"at most {LONGEST_QUOTE} words"
            yield problem(row, "value_as_printed", expected, f"{words} words")


def nothing_is_told_before_it_happens(schema: Schema, tables: Tables) -> Problems:
    """A source that is dated before a day cannot print that it happened on that day.

    But a decree or law fixes the day of a dissolution or election beforehand, and who reports the
    decree prints that day.
    """
    published = {row["source_id"]: text(row["date_published"]) for row in tables["sources"]}
    fixed = {row["event_id"] for row in tables["events"] if row["event_type"] == "dissolution"}
    for row in tables["evidence"]:
        day, read = text(row["value"]), published.get(row["source_id"], "")
        is_act = (row["table_name"], row["column_name"]) in DAYS_OF_ACTS
        if is_act and row["row_id"] not in fixed and full_date(day) and read < day[: len(read)]:
            expected = f"a day up to {read}, the date of the source"
            yield problem(row, "value", expected, day)


def cells_with_evidence_are_agreed(schema: Schema, tables: Tables) -> Problems:
    """A cell with evidence has a source that agrees, one that needs two independent families has.

    Each value of an evidenced column has evidence. Else it is a listed exception, which says what
    it lacks; no exception is idle. With a null, silence agrees.
    """
    backed, rows = witnesses(tables), rows_by_id(tables)
    lacks = _lacks(tables, rows, backed)
    exceptions = {cell_of(row): row for row in tables["evidence_exceptions"]}
    for cell in sorted(set(lacks) - set(exceptions)):
        row = rows[cell.table_name][cell.row_id]
        found = f"{text(row[cell.column_name])} for {cell.row_id}"
        if lacks[cell] == "independence":
            names = ", ".join(sorted(backed[cell])) or "none"
            found = f"{len(backed[cell])} ({names}) for {cell.row_id}"
        yield problem(row, cell.column_name, f"{NEEDED[lacks[cell]]}, or {EXCEPTIONS}", found)
    for cell, row in exceptions.items():
        if cell not in lacks:
            expected = "no exception, since nothing is lacking of the cell"
            yield problem(row, "row_id", expected, str(cell))
        elif row["lacks"] != lacks[cell]:
            yield problem(row, "lacks", f"{lacks[cell]}, which {cell} lacks", row["lacks"])


NEEDED = {
    "evidence": "evidence, as the other values of the column have",
    "agreement": "a value with which a source agrees",
    "independence": "two independent families that agree",
}
"""What is asked of a cell, by what it can lack: a code of evidence_exceptions.lacks."""


def _lacks(
    tables: Tables, rows: dict[str, dict[str, Row]], backed: dict[Cell, set[str]]
) -> dict[Cell, str]:
    """What each cell lacks that lacks something, the first of what is asked."""
    stances, implied = _stances(tables), implied_days(tables)
    thin = (cell for cell, found in backed.items() if len(found) < 2)
    lacks = dict.fromkeys(thin, "independence")
    for cell, found in stances.items():
        silent = found == {"silent"} and _value(rows, cell) is None
        # A day that is that of the cabinet has its evidence there.
        if "agrees" not in found and not silent and cell not in implied:
            lacks[cell] = "agreement"
    return lacks | dict.fromkeys(_bare(tables, stances), "evidence")


def _bare(tables: Tables, stances: dict[Cell, set[str]]) -> Iterator[Cell]:
    """The cells of evidenced columns that have a value and no evidence."""
    for rows in tables.values():
        for column in rows.table.evidenced:
            cells = (rows.address(row, column) for row in rows if row[column] is not None)
            yield from (cell for cell in cells if cell not in stances)


def _value(rows: dict[str, dict[str, Row]], cell: Cell) -> object:
    return rows[cell.table_name][cell.row_id][cell.column_name]


def disagreements_are_settled(schema: Schema, tables: Tables) -> Problems:
    """A headline cell of which sources print several values has a ruling; no ruling is idle.

    A cell with which no source agrees is left to the rule above: one fault, one message.
    """
    headline, stances = headline_cells(tables), _stances(tables)
    differing = {cell for cell in headline if "differs" in stances[cell]}
    rulings = {cell_of(row): row for row in tables["rulings"]}
    for cell in sorted(differing - set(rulings)):
        if "agrees" in stances[cell]:
            expected = f"a row in {schema.tables['rulings'].path}, since sources differ"
            yield problem(headline[cell], cell.column_name, expected, f"none for {cell.row_id}")
    for cell, row in rulings.items():
        if cell not in differing:
            expected = "a headline cell of which a source prints another value"
            yield problem(row, "row_id", expected, str(cell))


def pairs_have_a_verdict(schema: Schema, tables: Tables) -> Problems:
    """Families that agree on a cell that needs two have a verdict, until two are independent."""
    independence, agreeing = Independence(tables), families(tables)
    told: set[tuple[str, str, str]] = set()
    for cell, row in cells_that_need_two(tables).items():
        if len(independence.witnesses(cell, agreeing[cell])) > 1:
            continue
        for first, second in itertools.combinations(sorted(agreeing[cell]), 2):
            pair = (first, second, cell.table_name)
            if pair not in told and not independence.relations(cell, first, second):
                told.add(pair)
                expected = f"a row in {schema.tables['family_links'].path} for the two families"
                yield problem(row, cell.column_name, expected, f"none for {first} and {second}")


def links_are_needed(schema: Schema, tables: Tables) -> Problems:
    """Families whose independence is told agree on a cell that needs two, others tell of one."""
    needed = Independence(tables).needed(cells_that_need_two(tables), families(tables))
    together = _told_together(tables)
    for row in tables["family_links"]:
        pair = row["family"], row["other_family"], row["scope"], row["from_text"], row["to_text"]
        is_open = row["relation"] in ("independent", "unknown")
        if pair not in needed if is_open else frozenset(pair[:2]) not in together:
            expected = "two families that agree on a cell that needs two, in its scope and time"
            yield problem(row, "other_family", expected, f"{pair[0]} and {pair[1]}")


def _told_together(tables: Tables) -> set[frozenset]:
    """The pairs of families that tell of one cell."""
    family = {row["source_id"]: row["family"] for row in tables["sources"]}
    told: dict[Cell, set[str]] = defaultdict(set)
    for row in tables["evidence"]:
        told[cell_of(row)].add(family.get(row["source_id"], ""))
    pairs = (itertools.combinations(found, 2) for found in told.values())
    return {frozenset(pair) for found in pairs for pair in found}


@remembered
def _stances(tables: Tables) -> dict[Cell, set[str]]:
    """How the sources stand to each cell of which one tells."""
    stances: dict[Cell, set[str]] = defaultdict(set)
    for said, stands in statements(tables):
        stances[cell_of(said)].add(stands)
    return stances


RULES = (
    sources_are_cited,
    evidence_fits_its_cell,
    values_fit_their_column,
    nothing_is_said_twice,
    words_are_few,
    nothing_is_told_before_it_happens,
    cells_with_evidence_are_agreed,
    disagreements_are_settled,
    pairs_have_a_verdict,
    links_are_needed,
)
