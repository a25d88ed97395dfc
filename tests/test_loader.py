"""The loader, as its users call it."""

import json
import subprocess
import sys

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import dutchcabinets as dc
from scripts.schema import ROOT


def run(code):
    """A fresh interpreter, in the checkout."""
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_every_table_loads_in_every_format():
    """Catch a table that one of the formats cannot read, or that loses rows."""
    for table in dc.tables():
        frame, arrow = dc.load(table), dc.load(table, format="arrow")
        other = dc.load(table, format="polars")
        assert isinstance(frame, pd.DataFrame), table
        assert isinstance(arrow, pa.Table), table
        assert isinstance(other, pl.DataFrame), table
        assert len(frame) == arrow.num_rows == other.height > 0, table
        assert list(frame.columns) == arrow.column_names == other.columns, table


def test_types_in_pandas():
    """Catch dates as objects and counts as floats."""
    frame = dc.load("cabinets")
    assert frame["start_date"].dtype.kind == "M"
    assert str(frame["days_total"].dtype) == "Int32"
    # Never null, so that formula models take it as it is.
    assert str(frame["is_current"].dtype) == "bool"
    assert str(dc.load("elections")["turnout"].dtype) == "float64"


def test_tables_are_named_with_a_line_each():
    """Catch a table without a line that says what a row is."""
    tables = dc.tables()
    assert {"cabinets", "formation_durations", "evidence"} <= set(tables)
    assert all(line for line in tables.values())


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: dc.load("cabinet"), "no table 'cabinet'; did you mean cabinets"),
        (lambda: dc.path("formation_duration"), "did you mean formation_durations"),
        (lambda: dc.describe("cabnets"), "did you mean cabinets"),
        (lambda: dc.load("../cabinets"), "no table '../cabinets'"),
        (lambda: dc.load("tables/../cabinets"), "no table"),
        (lambda: dc.load("cabinets", format="panda"), "no format 'panda'; did you mean pandas"),
        (lambda: dc.cite("bibtek"), "no format 'bibtek'; did you mean bibtex"),
        (
            lambda: dc.evidence("cabinets", "rutte-4", "end_date"),
            "no row of cabinets 'rutte-4'; did you mean rutte-",
        ),
        (
            lambda: dc.evidence("cabinets", "rutte-iv", "enddate"),
            "no column of cabinets 'enddate'; did you mean end_date",
        ),
        (lambda: dc.load("zzz"), "there are cabinets, "),
    ],
)
def test_an_unknown_name_gets_the_near_ones(call, message):
    """Catch an error that leaves the user without the right name."""
    with pytest.raises(ValueError, match=message.replace("..", r"\.\.")):
        call()


def test_path_is_a_file_that_others_can_read():
    """Catch a path that does not exist."""
    assert dc.path("cabinets").is_file()
    assert dc.path("cabinets").suffix == ".parquet"


def test_describe():
    """Catch a column without type, unit or description, and shares outside 0 to 1."""
    frame = dc.describe("cabinets").set_index("column")
    assert list(frame.index) == list(dc.load("cabinets").columns)
    assert frame.loc["days_total", "unit"] == "days"
    assert frame.loc["start_date", "type"] == "date"
    assert frame.loc["cabinet_type", "codes"] == "minimal_winning;minority;oversized"
    assert frame["evidence"].dropna().between(0, 1).all()
    assert frame.loc["start_date", "evidence"] == 1


def test_tables_and_columns_are_told_in_dutch():
    """Catch a language that changes more than the words, and one that is taken for another."""
    english, dutch = dc.describe("falls"), dc.describe("falls", "nl")
    assert (english["description"] != dutch["description"]).all()
    assert english.drop(columns="description").equals(dutch.drop(columns="description"))
    assert dc.tables("nl")["cabinets"] == "Een kabinet"
    assert dc.tables().keys() == dc.tables("nl").keys()
    with pytest.raises(ValueError, match="language"):
        dc.describe("falls", "de")


def test_evidence_of_a_derived_cell_leads_to_the_event():
    """Catch an end date without evidence: Rutte IV ended as Schoof was sworn in."""
    frame = dc.evidence("cabinets", "rutte-iv", "end_date")
    assert set(frame["cell"]) == {"events/schoof-inauguration/date"}
    assert set(frame["column"]) == {"end_date"}
    agreeing = frame[frame["stance"] == "agrees"]
    assert agreeing["family"].nunique() >= 2
    assert set(agreeing["value"]) == {"2024-07-02"}
    assert frame["url"].str.startswith("http").all()


def test_evidence_of_a_sum_names_all_its_parts():
    """Catch a length with the evidence of one of its ends only."""
    cells = set(
        dc.evidence("formation_durations", "rutte-iv/election_to_agreement_reached", "days")["cell"]
    )
    assert cells == {"elections/tk-2021/date", "events/rutte-iv-agreement-reached/date"}


def test_evidence_of_a_row_and_of_a_composite_key():
    """Catch a row whose curated and derived cells are not both found."""
    columns = set(dc.evidence("cabinets", "rutte-iv")["column"])
    assert {"start_date", "prime_minister_id", "seats_tk"} <= columns
    assert len(dc.evidence("election_results", "tk-2021/vvd", "seats")) >= 2


def test_disagreement_is_kept():
    """Catch evidence that shows only who agrees: it was the 14th or the 15th of October 1966."""
    frame = dc.evidence("cabinets", "cals", "resignation_date")
    assert {"agrees", "differs"} <= set(frame["stance"])


def test_which_definitions_give_a_number():
    """Catch a number that leads to the wrong definition: 271 by difference, 300 with both ends."""
    assert dc.which(271)[["cabinet_id", "definition", "counted"]].values.tolist() == [
        ["rutte-iv", "election_to_agreement_reached", "difference"]
    ]
    presented = ["rutte-iv", "election_to_agreement_presented"]
    assert presented in dc.which(273)[["cabinet_id", "definition"]].values.tolist()
    both = dc.which(300)[["definition", "counted"]].values.tolist()
    assert both == [["election_to_inauguration", "both ends"]]
    assert len(dc.which(9999)) == 0


def test_a_running_formation_is_ranked_as_of_a_day():
    """Catch a rank that is off by one where lengths are equal, or that knows what came later.

    225 days on 28 October 2021 equalled Rutte III, the record of that day.
    """
    for day, days, rank in (("2021-10-27", 224, 2), ("2021-10-28", 225, 1), ("2021-10-29", 226, 1)):
        row = dc.running("2021-03-17", today=day).query("is_running").iloc[0]
        assert (row["days"], row["rank"]) == (days, rank)
    frame = dc.running("2021-03-17", today="2021-10-28")
    assert "rutte-iv" not in set(frame["cabinet_id"])
    assert frame["rank"].head(2).tolist() == [1, 1]
    assert frame["days"].is_monotonic_decreasing
    assert str(frame["days"].dtype) == "Int32"


def test_a_running_formation_among_those_since_a_year():
    """Catch a scope that is not applied: with 1905 in it, 60 days are behind 62 of De Meester."""
    everything = dc.running("2021-03-17", today="2021-05-16")
    since = dc.running("2021-03-17", today="2021-05-16", since=1946)
    assert (len(everything) - len(since)) == 13
    assert since["end_date"].dt.year.min() == 1946
    ranks = [frame.query("is_running")["rank"].item() for frame in (everything, since)]
    # Since 1946 longer: 225, 208, 163, 127, 125, 122, 111, 108, 92, 89, 70, 69, 69, 68, 68, 62;
    # before: 75, 73, 73, 68, 62.
    assert ranks == [16 + 5 + 1, 16 + 1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("2021-03-17", "2021-03-16"), "lies before start"),
        (
            ("2021-03-17", "2021-10-28", "election_to_inaugration"),
            "did you mean election_to_inauguration",
        ),
        (("2021-02-30",), "day"),
    ],
)
def test_a_running_formation_with_bad_arguments(arguments, message):
    """Catch a negative length, or an unknown definition that gives an empty ranking."""
    with pytest.raises(ValueError, match=message):
        dc.running(*arguments)


def test_citations():
    """Catch a citation that is not of this version, or that does not parse."""
    assert dc.__version__ in dc.cite()
    assert dc.cite("bibtex").startswith("@misc{dutchcabinets_")
    assert json.loads(dc.cite("csl-json"))[0]["version"] == dc.__version__
    assert dc.cite("ris").splitlines()[0] == "TY  - DATA"
    assert f"(Version {dc.__version__})" in dc.cite("apa")


def test_import_is_light():
    """Catch an import that pulls in pandas, pyarrow, json or importlib.metadata."""
    heavy = {"pandas", "pyarrow", "polars", "numpy", "json", "pathlib", "typing"}
    heavy |= {"importlib.metadata", "importlib.resources"}
    code = "import sys; before = set(sys.modules); import dutchcabinets;"
    code += "print(sorted(set(sys.modules) - before))"
    assert not heavy & set(eval(run(code)))


def test_arrow_does_not_import_pandas():
    """Catch a reader that goes through pandas."""
    code = "import sys, dutchcabinets as dc; dc.load('cabinets', format='arrow');"
    assert run(code + "print('pandas' in sys.modules)") == "False"


def test_evidence_of_a_chair_leads_to_what_is_known_of_its_days():
    """Catch a day of a chair of the council without the sources of its text."""
    frame = dc.evidence("council_chairs", "colijn-h/1925-08-04", "start_date")
    assert set(frame["cell"]) == {"council_chairs/colijn-h/1925-08-04/start_text"}
    assert len(frame) >= 2


def test_evidence_has_the_types_of_its_tables():
    """Catch days that come as objects, or a frame without rows that has other columns."""
    frame = dc.evidence("cabinets", "rutte-iv", "end_date")
    assert frame["date_read"].dtype.kind == "M"
    assert str(frame["depth"].dtype) == "Int32"
    none = dc.evidence("cabinets", "rutte-iv", "note")
    assert len(none) == 0
    assert list(none.columns) == list(frame.columns)


def test_what_there_is_can_be_listed_and_nothing_else_is_there():
    """Catch a name that `dir` hides, or an error that does not say which name is wrong."""
    assert set(dc.__all__) <= set(dir(dc))
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        dc.lode  # noqa: B018


def test_nothing_runs_today():
    """Catch a formation that is over and is said to run; it changes the day that one begins."""
    runs = dc.load("formations").query("outcome == 'running'")
    assert dc.running().empty == runs.empty
