"""The benchmark runs on rows that the build accepts. Nothing here asserts a time."""

from pyarrow.parquet import read_metadata

from scripts.bench import build_copies
from scripts.schema import ROOT


def test_copies_of_the_rows_can_be_built(tmp_path):
    """Catch a rule that the synthetic copies break, so that `make bench` would stop."""
    build_copies(tmp_path, 2)
    for table in ("cabinets", "formation_stages", "claims", "evidence", "sources"):
        once, twice = (read_metadata(root / "data" / "tables" / f"{table}.parquet").num_rows for root in (ROOT, tmp_path))
        assert twice == 2 * once, table
