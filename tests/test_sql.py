"""The queries of docs/sql.md, taken out of the page and run by DuckDB."""

import re

import duckdb
import pytest

import dutchcabinets as dc
from scripts.schema import ROOT

PAGE = (ROOT / "docs" / "sql.md").read_text("utf-8")
GUESSED = re.findall(r"^\| `(\w+)\.(\w+)` \| (\w+) \| (\w+) \|$", PAGE, re.MULTILINE)
SAME = {"INTEGER": "BIGINT"}
"""Integers of both widths are integers."""


@pytest.fixture(scope="module")
def answers():
    """The rows of the last statement below each heading, all run in order in one session."""
    found = {}
    with pytest.MonkeyPatch.context() as patch, duckdb.connect() as session:
        patch.chdir(ROOT)
        for section in PAGE.split("\n## ")[1:]:
            for block in re.findall(r"^```sql\n(.*?)^```$", section, re.MULTILINE | re.DOTALL):
                result = session.execute(block)
                found[section.splitlines()[0]] = result.fetchall()
    return found


def types_of(table, ending):
    """The type of each column of a file as DuckDB has it."""
    file = ROOT / "data" / "tables" / f"{table}.{ending}"
    described = duckdb.sql(f"describe from '{file}'").fetchall()
    return {name: kind for name, kind, *_ in described}


def test_longest_formations(answers):
    """Catch a ranking that is not ours."""
    ours = dc.load("formation_durations").query("definition == 'election_to_inauguration'")
    ours = ours.nsmallest(10, "rank", keep="first")
    found = [(rank, days) for rank, _, _, _, days in answers["Longest formations"]]
    assert found == list(zip(ours["rank"], ours["days"], strict=True))


def test_minister_of_finance(answers):
    """Catch a query that finds another than dc.on, or nobody."""
    ours = dc.on("1985-06-01", post="finance").query("post_level == 'minister'")
    found = answers["Who was minister of Finance in 1985?"]
    assert [row[0] for row in found] == list(ours["name"]) == ["Onno Ruding"]


def test_women_per_cabinet(answers):
    """Catch a count of another group than the page says, or a cabinet that is left out."""
    ours = dc.load("cabinets", "arrow").to_pylist()
    wanted = [
        (one["name_en"], one["n_members"], one["n_women"])
        for one in ours
        if one["start_date"].year >= 1945
    ]
    found = answers["Women per cabinet"]
    assert [row[:3] for row in found] == wanted
    assert all(0 <= percent <= 100 for *_, percent in found)


def test_the_other_queries_answer(answers):
    """Catch a query of the page that gives nothing."""
    assert len(answers["Parquet"]) == len(dc.load("cabinets"))
    wanted = dc.load("party_links", "arrow")["end_text"].drop_null().to_pylist()
    assert [row[2] for row in answers["CSV"]] == sorted(wanted)


def test_types_that_duckdb_guesses():
    """Catch a column of which the page does not say that its CSV is read with another type."""
    found = []
    for table in sorted(dc.tables()):
        held, guessed = types_of(table, "parquet"), types_of(table, "csv")
        assert list(held) == list(guessed)
        for name, kind in sorted(held.items()):
            if SAME.get(kind, kind) != guessed[name]:
                found.append((table, name, kind, guessed[name]))
    assert found == GUESSED


@pytest.mark.parametrize("table", dc.tables())
def test_duckdb_reads_the_same_from_both_files(table):
    """Catch a CSV file of which DuckDB reads other rows or values than of the Parquet file."""
    folder = ROOT / "data" / "tables"
    types = {name: kind for of, name, kind, _ in GUESSED if of == table}
    said = f", types = {types}" if types else ""
    csv = f"from read_csv('{folder / table}.csv'{said})"
    parquet = f"from '{folder / table}.parquet'"
    for one, other in ((csv, parquet), (parquet, csv)):
        assert duckdb.sql(f"{one} except all {other}").fetchall() == []
