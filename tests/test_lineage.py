"""Cells know on what they rest: what can change a cell is among its origins, nothing else."""

import datetime
import random
import re

import pytest

from scripts.cells import Cell, Lineage, Row, Rows, Value, derive_from, resting_on
from scripts.derive import derive
from scripts.problems import BadInput

pytestmark = pytest.mark.slow

SELECTORS = {
    "events": {"event_type"},
    "elections": {"kind"},
    "chamber_seats": {"reason"},
    "parties": {"party_kind"},
    "cabinets": {"sequence"},
    "falls": {"outcome"},
    "formations": {"outcome", "trigger"},
    "formation_stages": {"role"},
    "cabinet_parties": {"role"},
    "chamber_sizes": {"start_date", "end_date"},
    "duration_definitions": {"start_event_types", "end_event_types"},
}
"""Columns that say which rows are meant, not what is true of them, as keys and ids do: with another
kind of event another row is looked for."""

FACTS = ("cabinets", "cabinet_parties", "chamber_seats", "council_chairs", "elections",
         "election_results", "events", "fall_causes", "fall_codings", "falls", "formation_stages",
         "formations", "mechanisms", "parties", "party_links", "persons", "votes",
         "duration_definitions")  # fmt: skip
"""The curated tables from which something is derived."""


def others(column, value, schema):
    """Other values that a cell of a column could have, near ones first."""
    if column.codelist:
        codes = schema.allowed[column.codelist]
        return [type(value)(code) if value is not None else code for code in codes]
    if isinstance(value, datetime.date) or (value is None and column.type == "date"):
        day = value or datetime.date(2006, 11, 25)
        return [day + datetime.timedelta(days=days) for days in (1, -1, 400, -400, 4000)]
    if column.partial or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)):
        whole = value if value and len(value) == 10 else "2006-11-25"
        days = others_of_day(datetime.date.fromisoformat(whole))
        return [day.isoformat() for day in days]
    if column.type == "integer":
        return [(value or 0) + more for more in (1, 200, 100_000)]
    if value is None or ";" not in value:
        return [f"{value or ''}x"]
    return [";".join(reversed(value.split(";"))), value.partition(";")[0]]


def others_of_day(day):
    return [day + datetime.timedelta(days=days) for days in (1, -1, 400, -400)]


def changeable(history, schema):
    """Every curated cell that states a fact: no key, no id of another row, no selector."""
    found = []
    for name in FACTS:
        rows, table = history[name], schema.tables[name]
        skipped = {*table.key, *SELECTORS.get(name, ()), "note"}
        for column in (table.columns[column] for column in table.curated):
            if column.name not in skipped and not column.references:
                found += [(rows.address(row, column.name), row) for row in rows]
    return found


def cells_of(derived):
    """Every cell of the derived tables by its address."""
    return {
        rows.address(row, name): row[name]
        for rows in derived.values()
        if rows.table.kind == "facts" and not rows.table.is_plain
        for row in rows
        for name in rows.table.columns
        if name not in rows.table.structural
    }


def derived_with(schema, curated, row, column, value):
    """The derived tables where one curated cell has another value; None where that can't be."""
    before = row[column]
    row[column] = value
    try:
        return derive(schema, curated)
    except (KeyError, ValueError, IndexError, StopIteration, AttributeError, TypeError):
        return None
    finally:
        row[column] = before


@pytest.fixture(scope="module")
def cells(schema, history, derived):
    return changeable(history, schema), cells_of(derived), Lineage(derived.values())


def test_nothing_but_its_origins_changes_a_cell(schema, history, derived, cells):
    """Catch a cell that changes with a curated one that is not among its origins."""
    facts, before, lineage = cells
    chosen = random.Random(1901)
    ids = row_ids(derived)
    tried = 0
    for address, row in chosen.sample(facts, 300):
        column = schema.tables[address.table_name].columns[address.column_name]
        value = chosen.choice(others(column, row[column.name], schema)[:2])
        made = derived_with(schema, history, row, column.name, value)
        if made is None:
            continue
        tried += 1
        # Where rows come or go, as phases do, the others are numbered anew.
        same = {name for name, found in row_ids(made).items() if found == ids[name]}
        for cell, now in cells_of(made).items():
            if cell.table_name in same and now != before[cell]:
                told = f"{cell} changed with {address} = {value!r}"
                assert address in lineage.of(cell), told
    assert tried > 250


def row_ids(derived):
    return {name: [rows.table.row_id(row) for row in rows] for name, rows in derived.items()}


def test_every_origin_can_change_its_cell(schema, history, derived, cells):
    """Catch an origin that has nothing to do with its cell, in cells of every column."""
    facts, before, lineage = cells
    rows = dict(facts)
    chosen = random.Random(1848)
    by_column: dict = {}
    for cell in lineage.steps():
        by_column.setdefault((cell.table_name, cell.column_name), []).append(cell)
    tried = 0
    for found in by_column.values():
        for cell in chosen.sample(found, min(3, len(found))):
            for origin in lineage.of(cell):
                if origin not in rows:
                    continue
                tried += 1
                # Two who were commissioned together say the same of their commission.
                twins = [
                    rows[end]
                    for end in lineage.of(cell)
                    if end in rows and end[::2] == origin[::2] and end != origin
                ]
                assert any(
                    can_change(schema, history, group, origin, cell, before)
                    for group in ([rows[origin]], [rows[origin], *twins])
                ), f"nothing that {origin} could be changes {cell} = {before[cell]!r}"
    assert tried > 100


def can_change(schema, history, group, origin, cell, before):
    """Whether some other value of an origin, in all rows of a group, changes a cell."""
    first, *twins = group
    column = schema.tables[origin.table_name].columns[origin.column_name]
    was = [row[column.name] for row in twins]
    for value in [*others(column, first[column.name], schema), None]:
        for row in twins:
            row[column.name] = value
        made = derived_with(schema, history, first, column.name, value)
        for row, value_before in zip(twins, was, strict=True):
            row[column.name] = value_before
        if made is None or cells_of(made).get(cell, "(no such row)") != before.get(cell):
            return True
    return False


def test_every_derived_cell_has_an_origin(derived, schema):
    """Catch a derived column that no lineage leads from, in any row that is not null."""
    for rows in derived.values():
        table = rows.table
        # Of tables for models the formulas stand in measures.
        if table.kind == "about" or table.is_plain:
            continue
        for name in table.columns:
            if name in table.curated or name in table.key or name in table.structural:
                continue
            for row in rows:
                address = rows.address(row, name)
                assert row[name] is None or rows.lineage.get(address), address


def test_lineage_leads_to_cells_that_are_there(real):
    """Catch an origin in no table, or one that leads around in a circle."""
    tables, lineage = real.tables, Lineage(real.tables.values())
    known = {name: {rows.table.row_id(row) for row in rows} for name, rows in tables.items()}
    for cell, steps in lineage.steps().items():
        assert cell.row_id in known[cell.table_name], cell
        for end in lineage.of(cell):
            assert end.row_id in known[end.table_name], (cell, end)
            is_typed = end.column_name in real.schema.tables[end.table_name].curated
            assert is_typed or end.table_name == "codes", (cell, end)
        assert len(set(steps)) == len(steps), cell


def test_tables_of_derived_tables_keep_one_step(real):
    """Catch lineage that grows several-fold where a table is derived from derived ones."""
    steps = Lineage(real.tables.values()).steps()
    origin = Cell("formation_durations", "rutte-iv/election_to_inauguration", "days")
    assert origin in steps[Cell("formations", "rutte-iv", "days")]
    assert steps[Cell("cabinets", "rutte-iv", "formation_days")] == (
        Cell("formations", "rutte-iv", "days"),
    )


@pytest.fixture
def table(schema):
    return schema.tables["elections"]


def election(**cells):
    return Row({"election_id": "tk-1", "date": None, "kind": "general", **cells})


def test_a_derived_value_without_an_origin_is_refused(table):
    """Catch a value that a derivation makes up."""
    own = Rows(table, [election()])
    with pytest.raises(BadInput, match=r"elections/tk-1/turnout = 78\.3 without any"):
        Rows.derived(table, [{**own[0], "turnout": 78.3}], own)
    with pytest.raises(BadInput, match="elections/tk-1/kind = 'general' without any"):
        Rows.derived(table, own)


def test_values_carry_their_origins(table):
    """Catch a sum that forgets one of its parts, or names one twice."""
    own = Rows(table, [election(votes_cast=3, electorate=4)])
    cast, all_of_them = own.cell(own[0], "votes_cast"), own.cell(own[0], "electorate")
    both = (Cell("elections", "tk-1", "votes_cast"), Cell("elections", "tk-1", "electorate"))
    assert derive_from(lambda part, whole: part / whole, cast, all_of_them) == Value(0.75, both)
    assert resting_on("x", cast, all_of_them, cast) == Value("x", both)


def test_a_cell_of_the_same_name_as_its_origin_is_no_circle(table):
    """Catch lineage that never ends where a published date carries the name of the curated one."""
    own = Rows(table, [election(date="2006-11-22")])
    rows = Rows.derived(table, [{**own[0], "date": own.cell(own[0], "date")}], own)
    cell = Cell("elections", "tk-1", "date")
    assert rows.lineage == {}
    assert Lineage([rows]).of(cell) == (cell,)
