"""Files for other programs: what is read back is what we have, and bad input is told in a line."""

from __future__ import annotations

import csv
import datetime
import json
import sqlite3
import subprocess
import sys

import duckdb
import openpyxl
import pandas as pd
import pyreadstat
import pytest

import dutchcabinets as dc
from dutchcabinets import _package
from dutchcabinets._export import relations
from scripts.schema import ROOT

TABLES = list(dc.tables())


def ours(table):
    """The rows of a table as Python values."""
    return dc.load(table, format="arrow").to_pylist()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("export")


@pytest.fixture(scope="module")
def workbook(folder):
    return openpyxl.load_workbook(dc.export(folder / "all.xlsx"))


@pytest.mark.parametrize("table", TABLES)
def test_csv_is_that_of_the_repository(table, tmp_path):
    """Catch a value that the plain CSV of an installed package writes otherwise than the build."""
    made = dc.export(tmp_path / f"{table}.csv")
    assert made.read_bytes() == (ROOT / "data" / "tables" / f"{table}.csv").read_bytes()


def test_json_gives_every_value_back(tmp_path):
    """Catch a date, a null or an accent that JSON loses."""
    made = dc.export(tmp_path / "persons.json")
    rows = json.loads(made.read_text("utf-8"))
    expected = [
        {name: value.isoformat() if isinstance(value, datetime.date) else value
         for name, value in row.items()}
        for row in ours("persons")
    ]  # fmt: skip
    assert rows == expected
    assert any("ë" in row["full_name"] for row in rows)


def from_sheet(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def same_in_sheet(value, cell, field):
    """Whether a cell holds a value of ours, with a list's commas and a day's own way."""
    if value is None:
        return cell is None
    if isinstance(value, datetime.date):
        return cell in (value.isoformat(), datetime.datetime.combine(value, datetime.time()))
    if "delimiter" in field:
        return cell == value.replace(";", ", ")
    return cell == value and isinstance(cell, bool) == isinstance(value, bool)


@pytest.mark.slow
@pytest.mark.parametrize("table", TABLES)
def test_workbook_gives_every_value_back(table, workbook):
    """Catch a day moved, a number as text, a truth value as 1, an accent lost, a row left out."""
    rows = from_sheet(workbook[table])
    own = ours(table)
    assert len(rows) == len(own)
    fields = {field["name"]: field for field in _package.resource(table)["schema"]["fields"]}
    wrong = [
        (number, name, row[name], value)
        for number, (row, mine) in enumerate(zip(rows, own, strict=True))
        for name, value in mine.items()
        if not same_in_sheet(value, row[name], fields[name])
    ]
    assert not wrong[:5]


def test_days_before_1900_are_text_with_a_year(workbook):
    """Catch a column that mixes text and days, which LibreOffice sorts 1918, 1973, 1848."""
    row = from_sheet(workbook["cabinets"])[0]
    assert row["start_date"] == "1848-03-25"
    assert row["start_year"] == 1848
    for sheet in workbook:
        for column in sheet.iter_cols(min_row=2, values_only=True):
            kinds = {type(cell) for cell in column if cell is not None}
            assert not {str, datetime.datetime} <= kinds, sheet.title


def test_labels_stand_beside_codes(workbook):
    """Catch a code without its label, or with that of another."""
    jetten = next(row for row in from_sheet(workbook["cabinets"]) if row["cabinet_id"] == "jetten")
    assert (jetten["cabinet_type"], jetten["cabinet_type_label"]) == ("minority", "minority")
    fall = next(row for row in from_sheet(workbook["falls"]) if row["cabinet_id"] == "den-uyl")
    labels = {row["code"]: row["label_en"] for row in ours("codes")
              if row["codelist"] == "mechanism"}  # fmt: skip
    assert fall["mechanism_label"] == labels[fall["mechanism"]] != fall["mechanism"]


def test_sheets_open_ready_to_use(workbook):
    """Catch a sheet without a header that stays, without a filter, or too narrow; a bare cover."""
    for sheet in workbook.worksheets[1:]:
        assert sheet.freeze_panes == "B2", sheet.title
        assert sheet.auto_filter.ref, sheet.title
    cover = [cell for row in workbook.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert {dc.__version__, dc.cite(), "CC0-1.0", "cabinets"} <= set(cover)


def test_workbook_is_the_same_each_time(folder):
    """Catch a time of making, or an order that changes, in the file."""
    first = dc.export(folder / "one.xlsx", style="teachers").read_bytes()
    assert dc.export(folder / "two.xlsx", style="teachers").read_bytes() == first


@pytest.mark.parametrize(("lang", "sheet", "head", "name"), [
    ("en", "formations", "cabinet", "Fourth Rutte cabinet"),
    ("nl", "formaties", "kabinet", "Kabinet-Rutte IV"),
])  # fmt: skip
def test_teachers_get_names(folder, lang, sheet, head, name):
    """Catch an id in place of a name, and another longest formation than Rutte IV's 299 days.

    From 17 March 2021 to 10 January 2022, month by month:
    14 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 31 + 10 = 299.
    """
    made = dc.export(folder / f"teachers-{lang}.xlsx", style="teachers", lang=lang)
    book = openpyxl.load_workbook(made)
    first = from_sheet(book[sheet])[0]
    assert first[head] == name
    assert first["days" if lang == "en" else "dagen"] == 299
    ids = {row["party_id"] for row in ours("parties") if row["party_id"] != "none"}
    words = {cell for row in book.worksheets[1].iter_rows(values_only=True) for cell in row}
    assert not ids & words


def test_csv_for_dutch_excel(tmp_path):
    """Catch commas that tear rows, decimal points that become text, and a missing mark."""
    made = dc.export(tmp_path / "c.csv", "cabinets", style="dutch-excel", lang="nl")
    content = made.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows) == 72
    first, last = rows[0], rows[-1]
    assert (first["start_date"], first["start_year"]) == ("1848-03-25", "1848")
    assert (last["cabinet_id"], last["is_current"]) == ("jetten", "WAAR")
    assert last["parties"] == "d66, vvd, cda"
    assert last["cabinet_type_label"] == "minderheidskabinet"
    assert ours("cabinets")[0]["mean_age"] == 56.5
    assert first["mean_age"] == "56,5"


@pytest.mark.parametrize("table", TABLES)
def test_spss_gives_every_value_back(table, tmp_path):
    """Catch a day before 1900 moved, a code with the label of another, a text that is cut."""
    back, told = pyreadstat.read_sav(dc.export(tmp_path / f"{table}.sav"))
    codes = {(row["codelist"], row["number"]): row["code"] for row in ours("codes")}
    labels = {(row["codelist"], row["code"]): row["label_en"] for row in ours("codes")}
    for field in _package.resource(table)["schema"]["fields"]:
        name = field["name"]
        mine = [row[name] for row in ours(table)]
        assert [from_labelled(value, field, codes) for value in back[name]] == mine, name
        if "codelist" in field:
            words = told.variable_value_labels[name]
            for number, word in words.items():
                assert word == labels[field["codelist"], codes[field["codelist"], int(number)]]
        assert told.column_names_to_labels[name]


@pytest.mark.parametrize("table", TABLES)
def test_stata_gives_every_value_back(table, tmp_path):
    """Catch a day moved before 1960, a code with the label of another, a null made a number."""
    made = dc.export(tmp_path / f"{table}.dta")
    back = pd.read_stata(made, convert_categoricals=False)
    codes = {(row["codelist"], row["number"]): row["code"] for row in ours("codes")}
    fields = _package.resource(table)["schema"]["fields"]
    assert list(back.columns) == [field["name"] for field in fields]
    for field in fields:
        name = field["name"]
        mine = [row[name] for row in ours(table)]
        theirs = [from_labelled(value, field, codes) for value in back[name]]
        assert theirs == mine, name


def from_labelled(value, field, codes):
    """A value as Stata or SPSS has it, in our terms; text has no null there."""
    if value == "" or pd.isna(value):
        return None
    if "codelist" in field:
        code = codes[field["codelist"], int(value)]
        return int(code) if field["type"] == "integer" else code
    if field["type"] == "date":
        return value.date() if isinstance(value, datetime.datetime) else value
    kinds = {"boolean": bool, "integer": int, "number": float, "string": str}
    return kinds[field["type"]](value)


def test_stata_has_labels(tmp_path):
    """Catch a variable or a value without a label, and a label that Stata would cut."""
    with pd.io.stata.StataReader(dc.export(tmp_path / "falls.dta")) as reader:
        reader.read()
        variables, values = reader.variable_labels(), reader.value_labels()
    assert all(0 < len(label) <= 80 for label in variables.values())
    numbers = {row["number"]: row["label_en"] for row in ours("codes")
               if row["codelist"] == "mechanism"}  # fmt: skip
    assert values["mechanism"] == numbers


def databases(folder):
    lite, duck = folder / "all.sqlite", folder / "all.duckdb"
    if not duck.exists():
        dc.export(lite), dc.export(duck)
    return lite, duck


@pytest.mark.slow
@pytest.mark.parametrize("table", TABLES)
def test_databases_give_every_value_back(table, folder):
    """Catch a value that SQLite or DuckDB holds otherwise than we do."""
    lite, duck = databases(folder)
    key = ", ".join(map(relations.quoted, _package.resource(table)["schema"]["primaryKey"]))
    rows = sorted(map(plain, ours(table)), key=repr)
    with duckdb.connect(str(duck), read_only=True) as database:
        found = database.sql(f'select * from "{table}" order by {key}').to_arrow_table()
    assert sorted(map(plain, found.to_pylist()), key=repr) == rows
    database = sqlite3.connect(lite)
    database.row_factory = sqlite3.Row
    found = [dict(row) for row in database.execute(f'select * from "{table}"')]
    database.close()
    assert sorted(map(plain, found), key=repr) == rows


def plain(row):
    """A row without types that SQLite has not: days are text, truth is 0 or 1."""
    return [
        value.isoformat() if isinstance(value, datetime.date)
        else int(value) if isinstance(value, bool) else value
        for value in row.values()
    ]  # fmt: skip


@pytest.mark.slow
def test_databases_have_keys_views_and_comments(folder):
    """Catch a missing key, a view that gives a day twice or not, and words that are lost."""
    lite, duck = databases(folder)
    last = dc.about()["as_of"]
    # From 25 March 1848 to the last day, both counted.
    n_days = (datetime.date.fromisoformat(last) - datetime.date(1848, 3, 25)).days + 1
    counts = "select count(*), count(distinct day) from cabinet_on"
    on = "select cabinet_id from cabinet_on where day = '1985-06-01'"
    longest = "select cabinet, days from formations_ranked limit 1"
    with sqlite3.connect(lite) as old, duckdb.connect(str(duck), read_only=True) as new:
        for database in (old, new):
            assert database.execute(counts).fetchone() == (n_days, n_days)
            assert database.execute(on).fetchall() == [("lubbers-i",)]
            assert database.execute(longest).fetchone() == ("Kabinet-Rutte IV", 299)
            held = "select count(*) from ministers_by_cabinet"
            assert database.execute(held).fetchone() == (len(ours("appointments")),)
        assert old.execute("pragma foreign_key_check").fetchall() == []
        assert len(old.execute("pragma foreign_key_list(appointments)").fetchall()) >= 3
        words = "select comment from duckdb_columns() where column_name = 'formation_days'"
        described = dc.describe("cabinets").set_index("column")["description"]["formation_days"]
        assert new.execute(words).fetchone() == (described,)
        stated = "select sql from sqlite_master where name = 'cabinets'"
        assert described in old.execute(stated).fetchone()[0]


def test_keys_are_enforced_that_lie_on_no_cycle():
    """Catch a cycle among enforced keys, and a key left out that lies on none.

    cabinets lead to formations and formations to cabinets: neither can be filled first. Parties and
    persons lead nowhere that leads back, so what leads to them is enforced.
    """
    own = relations.enforced()
    order = relations.in_order()
    assert sorted(order) == sorted(TABLES)
    for name, keys in own.items():
        assert all(order.index(table) < order.index(name) for _, table, _ in keys)
    assert ("person_id", "persons", "person_id") in own["appointments"]
    assert ("formation_id", "formations", "formation_id") not in own["cabinets"]
    assert ("prime_minister_id", "persons", "person_id") in own["cabinets"]


BAD = {
    "cabinets.xlxs": ({}, "no ending '.xlxs'; did you mean .xlsx"),
    "cabinet.dta": ({}, "no table 'cabinet'; did you mean cabinets"),
    "x.csv": ({"table": "cabinet"}, "no table 'cabinet'"),
    "x.sqlite": ({"table": "cabinets"}, "x.sqlite holds all tables"),
    "cabinets.csv": ({"style": "teachers"}, "teachers is for .xlsx, the file ends in .csv"),
    "x.xlsx": ({"style": "teacher"}, "no style 'teacher'; did you mean teachers"),
    "y.xlsx": ({"lang": "fr"}, "no language 'fr'; there are en, nl"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told(name, tmp_path):
    """Catch a slip that writes something else than was meant, or is told without the near ones."""
    options, message = BAD[name]
    with pytest.raises(ValueError, match=r".") as caught:
        dc.export(tmp_path / name, **options)
    assert message in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_file_is_not_overwritten_without_force(tmp_path):
    """Catch the loss of a file of the user's."""
    file = tmp_path / "cabinets.csv"
    file.write_text("mine")
    with pytest.raises(FileExistsError, match="is there; write over it with force"):
        dc.export(file)
    assert file.read_text() == "mine"
    dc.export(file, force=True)
    assert file.read_text("utf-8").startswith("cabinet_id,")
    assert [one.name for one in tmp_path.iterdir()] == ["cabinets.csv"]


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
import dutchcabinets as dc
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    dc.export(sys.argv[1], force=True)
except OSError as error:
    print(error)
"""


@pytest.mark.parametrize(
    "name", ["a.xlsx", "cabinets.dta", "cabinets.sav", "a.sqlite", "a.duckdb", "cabinets.csv"]
)
def test_a_full_disk_leaves_what_was_there(name, tmp_path):
    """Catch half a file, a file gone, litter or a trace where the disk is full.

    A limit on the size of files stands for the disk: writing fails in the same place.
    """
    file = tmp_path / name
    file.write_text("mine")
    run = [sys.executable, "-c", FULL, str(file)]
    done = subprocess.run(run, capture_output=True, text=True, cwd=ROOT, check=False)
    assert f"{file} was not written" in done.stdout, done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert file.read_text() == "mine"
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_missing_folder_is_told(tmp_path):
    """Catch a trace where the folder is not there."""
    with pytest.raises(OSError, match=r"was not written: No such file or directory"):
        dc.export(tmp_path / "none" / "cabinets.csv")


def test_a_missing_package_says_what_to_install(tmp_path, monkeypatch):
    """Catch a bare ImportError where an extra is not installed."""
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.delitem(sys.modules, "dutchcabinets._export.duck", raising=False)
    with pytest.raises(ImportError, match=r'needs duckdb: pip install "dutchcabinets\[duckdb\]"'):
        dc.export(tmp_path / "a.duckdb")
    assert not list(tmp_path.iterdir())
