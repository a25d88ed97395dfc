"""The loader reads the files of its own version, whole, and takes arguments strictly."""

import datetime
import json
import shutil

import numpy as np
import pandas as pd
import pytest

import dutchcabinets as dc
from dutchcabinets import _package
from scripts.schema import ROOT


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A copy of what is installed, that a test may break."""
    shutil.copytree(ROOT / "data" / "tables", tmp_path / "data" / "tables")
    shutil.copy(ROOT / "datapackage.json", tmp_path)
    monkeypatch.setattr(_package, "root", lambda: str(tmp_path))
    return tmp_path


def file_of(folder, table):
    return folder / "data" / "tables" / f"{table}.parquet"


@pytest.mark.parametrize("format", ["pandas", "arrow", "polars"])
def test_a_damaged_table_is_an_error_that_names_it(installed, format):
    """Catch a flipped bit that gives other data without a word."""
    path = file_of(installed, "cabinets")
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 3] ^= 4
    path.write_bytes(raw)
    with pytest.raises(RuntimeError, match=r"cabinets\.parquet is not the file of this version"):
        dc.load("cabinets", format=format)
    with pytest.raises(RuntimeError, match=r"cabinets\.parquet"):
        dc.path("cabinets")


def test_a_table_that_is_damaged_after_it_was_read(installed):
    """Catch a check that is made once and never again."""
    dc.load("falls")
    path = file_of(installed, "falls")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(RuntimeError, match=r"falls\.parquet"):
        dc.load("falls")


def test_another_table_under_the_name(installed):
    """Catch a file that was copied over another one."""
    shutil.copy(file_of(installed, "parties"), file_of(installed, "persons"))
    with pytest.raises(RuntimeError, match=r"persons\.parquet"):
        dc.load("persons")


def test_a_missing_file_is_not_a_misspelt_name(installed):
    """Catch "did you mean cabinets" for a table that is known and whose file is gone."""
    file_of(installed, "cabinets").unlink()
    with pytest.raises(FileNotFoundError, match=r"cabinets\.parquet is missing; install"):
        dc.load("cabinets")


def test_tables_of_another_version(installed):
    """Catch data of one version under the code of another."""
    path = installed / _package.HASHES
    hashes = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**hashes, "version": "0.0.1"}), "utf-8")
    with pytest.raises(RuntimeError, match=r"of version 0\.0\.1, this is "):
        dc.load("cabinets")


@pytest.mark.parametrize("name", ["datapackage.json", _package.HASHES])
@pytest.mark.parametrize("content", [None, "", "{", "[1"])
def test_a_broken_descriptor(installed, name, content):
    """Catch a traceback of JSON, or an error that does not name the file."""
    path = installed / name
    path.unlink() if content is None else path.write_text(content, "utf-8")
    with pytest.raises((FileNotFoundError, RuntimeError), match=path.name):
        dc.load("cabinets") if name == _package.HASHES else dc.tables()


def test_nothing_is_read_from_a_parent_folder(tmp_path, monkeypatch):
    """Catch an installed package without its data that takes those of a neighbour."""
    package = tmp_path / "site-packages" / "dutchcabinets"
    package.mkdir(parents=True)
    shutil.copy(ROOT / "datapackage.json", tmp_path / "site-packages")
    monkeypatch.setattr(_package, "__file__", str(package / "_package.py"))
    with pytest.raises(FileNotFoundError, match=r"datapackage\.json is missing; install"):
        dc.tables()


@pytest.mark.parametrize("days", [271, np.int64(271), pd.Series([271]).iloc[0]])
def test_whole_numbers(days):
    """Catch a number of numpy or pandas that is refused."""
    assert set(dc.which(days)["cabinet_id"]) == {"rutte-iv"}


@pytest.mark.parametrize("days", ["271", 271.0, True, None, [271]])
def test_what_is_no_whole_number(days):
    """Catch an argument that silently finds nothing."""
    with pytest.raises(ValueError, match="days: expected a whole number, found"):
        dc.which(days)


DAY = datetime.date(2025, 10, 29)
UTC = datetime.UTC


@pytest.mark.parametrize(
    "start",
    ["2025-10-29", DAY, datetime.datetime(2025, 10, 29, 23), pd.Timestamp("2025-10-29")],
)
def test_days(start):
    """Catch a date that is refused, or whose hours shift it."""
    rows = dc.running(start, today=DAY + datetime.timedelta(days=10))
    assert rows[rows["is_running"]]["days"].tolist() == [10]


@pytest.mark.parametrize(
    "start",
    [
        "02-03-2021", "2021-3-2", "20210302", "2021-02-30", "2021-W01-1", "today", "", 20210302,
        datetime.datetime(2025, 10, 29, tzinfo=UTC), pd.Timestamp("2025-10-29", tz="Asia/Tokyo"),
        pd.NaT,
    ],
)  # fmt: skip
def test_what_is_no_day(start):
    """Catch 02-03-2021 read as 3 February, and a day that depends on where one stands."""
    with pytest.raises(ValueError, match="start: expected a"):
        dc.running(start)
    with pytest.raises(ValueError, match="today: expected a"):
        dc.running("2020-01-01", today=start)


def test_since_is_a_year():
    """Catch a year in words."""
    with pytest.raises(ValueError, match="since: expected a whole number"):
        dc.running("2025-10-29", since="1946")
