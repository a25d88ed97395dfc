"""The benchmark runs on rows that the derivation accepts. Nothing here asserts a time."""

import pytest

from scripts.bench import multiply
from scripts.build import all_tables

pytestmark = pytest.mark.slow


def test_copies_of_the_rows_can_be_derived(schema, history):
    """Catch a table or a column that the copies break, so that `make bench` would stop."""
    tables = all_tables(schema, multiply(schema, history, 12))
    for name in ("cabinets", "formation_stages", "falls", "evidence", "sources"):
        once = len(history[name])
        assert len(tables[name]) == 12 * once, name
        ids = [tables[name].table.row_id(row) for row in tables[name]]
        assert len(set(ids)) == len(ids), name
