"""The files of the package: whole, reproducible, described, and read by the tools that people use."""

import csv
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from scripts import report, write
from scripts.build import build
from scripts.canonical import canonical_files
from scripts.schema import ROOT, load_schema
from tests.conftest import outputs

SCHEMA = load_schema(ROOT)
PACKAGE = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def parquet(table):
    return ROOT / "data" / "tables" / f"{table}.parquet"


def test_same_bytes_on_every_run_and_what_is_committed(tree):
    """Catch outputs that were not rebuilt after an edit, and a build that is not deterministic."""
    build(tree)
    first = outputs(tree)
    build(tree)
    assert outputs(tree) == first
    committed = outputs(ROOT)
    assert sorted(first) == sorted(committed)
    changed = [name for name in first if first[name] != committed[name]]
    assert not changed, f"run make and commit {changed}"


def test_a_markdown_table():
    """Catch a text that begins a column of its own, a null that is told as None, or a number that is not to the right."""
    rows = [["A | B", None, 2]]
    assert report.markdown_table(["name", "note", "falls"], rows, numbers=1).splitlines() == [
        "| name | note | falls |",
        "|---|---|---:|",
        "| A \\| B |  | 2 |",
    ]


def test_curated_files_are_in_canonical_form():
    """Catch a curated file whose differences would hide a fact: make format mends it."""
    for path, content in canonical_files(ROOT, SCHEMA).items():
        assert path.read_text("utf-8") == content, path


def test_a_write_that_fails_changes_nothing(tree, monkeypatch):
    """Catch a build that is cut short between two files and leaves half of the outputs new."""
    (tree / "data/tables/cabinets.csv").write_text("old", "utf-8")
    before = outputs(tree)
    rename = write.os.rename
    calls = []

    def failing(source, target):
        calls.append(target)
        if len(calls) == 5:
            raise OSError("disk full")
        rename(source, target)

    monkeypatch.setattr(write.os, "rename", failing)
    with pytest.raises(OSError, match="disk full"):
        build(tree)
    assert outputs(tree) == before
    assert not list(tree.glob(".build-*"))


def test_a_table_that_is_gone_leaves_no_file(tree):
    """Catch a stale file in data/tables that no descriptor names."""
    stray = tree / "data/tables/ministries.parquet"
    stray.write_bytes(b"old")
    build(tree)
    assert not stray.exists()


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=RESOURCES)
def test_hash_and_size_of_a_resource(resource):
    """Catch a wrong hash or size, of which the stock tool sees only some."""
    content = (ROOT / resource["path"]).read_bytes()
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert resource.get("bytes", len(content)) == len(content)
    assert ("bytes" in resource) == (resource["format"] == "csv")


def test_the_descriptor_names_all_files_and_no_others():
    """Catch a resource path that does not resolve from the descriptor, or a file that it forgets."""
    paths = {resource["path"] for resource in PACKAGE["resources"]}
    assert paths == {str(path.relative_to(ROOT)) for path in (ROOT / "data" / "tables").iterdir()}


def test_the_descriptor_describes_every_column():
    """Catch a column without a description that says something, a foreign key or a code list that leads nowhere."""
    for resource in PACKAGE["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert len(resource["description"]) > 30, resource["name"]
        for field in resource["schema"]["fields"]:
            assert len(field["description"]) >= 10, f"{resource['name']}.{field['name']}"
            assert field["description"].endswith("."), f"{resource['name']}.{field['name']}"
            if "codelist" in field:
                assert field["constraints"]["enum"], f"{resource['name']}.{field['name']}"
        assert set(resource["schema"]["primaryKey"]) <= set(names)
        for key in resource["schema"].get("foreignKeys", []):
            target = RESOURCES[key["reference"]["resource"]]
            assert target["format"] == resource["format"]
            assert key["reference"]["fields"] == target["schema"]["primaryKey"]


def test_stock_frictionless_validates():
    """Catch a package that the standard tool rejects."""
    command = [Path(sys.executable).parent / "frictionless", "validate", "datapackage.json", "--json"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-3000:]
    report = json.loads(result.stdout)
    assert report["stats"]["tasks"] == len(RESOURCES)


@pytest.mark.parametrize("table", SCHEMA.tables.values(), ids=SCHEMA.tables)
def test_what_frictionless_does_not_check(table):
    """Catch what passes there: required and unique keys on nullable numbers, physical types, order of the rows, codes."""
    file = pq.ParquetFile(parquet(table.name))
    assert file.num_row_groups == 1
    assert file.schema_arrow.remove_metadata().equals(write.arrow_schema(table)), table.name
    rows = file.read().to_pylist()
    keys = [tuple(row[name] for name in table.key) for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(None not in key for key in keys)
    order = [tuple((row[name] is not None, row[name]) for name in table.sort) for row in rows]
    assert order == sorted(order)
    for column in table.columns.values():
        values = {row[column.name] for row in rows} - {None}
        if column.codelist:
            assert {str(value) for value in values} <= set(SCHEMA.allowed[column.codelist]), f"{table.name}.{column.name}"
        assert "" not in values, f"{table.name}.{column.name}: an empty string for null"


@pytest.mark.parametrize("table", SCHEMA.tables.values(), ids=SCHEMA.tables)
def test_the_csv_twin_holds_the_same_cells(table):
    """Catch a CSV that was written from other rows, or a value that changes on the way."""
    rows = pq.ParquetFile(parquet(table.name)).read().to_pylist()
    with (ROOT / "data" / "tables" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        header, *cells = list(csv.reader(file))
    assert header == list(table.columns)
    assert cells == [[write.csv_text(value) for value in row.values()] for row in rows]


def test_metadata_travels_in_each_file():
    """Catch a file that does not say which version it is, under which licence, and how to cite it."""
    for table in SCHEMA.tables:
        metadata = {key.decode(): value.decode() for key, value in pq.ParquetFile(parquet(table)).metadata.metadata.items()}
        assert metadata["table"] == table
        assert metadata["version"] == PACKAGE["version"]
        assert metadata["licence"] == "CC0-1.0"
        assert PACKAGE["version"] in metadata["citation"]


def test_pandas_reads_the_right_types():
    """Catch counts that become floats, booleans that become objects, dates that become text."""
    frame = pd.read_parquet(parquet("cabinets"))
    assert str(frame["seats_tk"].dtype) == "Int32"
    assert str(frame["is_majority_tk"].dtype) == "boolean"
    assert frame["start_date"].iloc[0].isoformat() == "1848-03-25"
    # 18 cabinets of labels, Van Tienhoven of undivided liberals, Cort, De Geer I and Colijn V without a coalition, 4 without a chamber.
    assert frame["seats_tk"].isna().sum() == 18 + 1 + 3 + 4


def test_polars_reads_the_right_types():
    """Catch the same in polars."""
    frame = pl.read_parquet(parquet("cabinets"))
    assert frame.schema["start_date"] == pl.Date
    assert frame.schema["seats_tk"] == pl.Int32
    assert frame.schema["is_majority_tk"] == pl.Boolean
    assert frame.schema["name"] == pl.String


def test_duckdb_reads_the_right_types_and_joins():
    """Catch the same in DuckDB, and keys that do not join."""
    types = dict(duckdb.sql(f"select column_name, column_type from (describe select * from '{parquet('cabinets')}')").fetchall())
    assert (types["start_date"], types["seats_tk"], types["is_majority_tk"]) == ("DATE", "INTEGER", "BOOLEAN")
    query = f"""
        select c.cabinet_id, d.days from '{parquet("formation_durations")}' d join '{parquet("cabinets")}' c using (cabinet_id)
        where d.definition = 'election_to_agreement_reached' order by d.days desc limit 1"""
    assert duckdb.sql(query).fetchall() == [("rutte-iv", 271)]


def test_arrow_types():
    """Catch a date that is a timestamp, or a count of 64 bits."""
    schema = pq.ParquetFile(parquet("cabinets")).schema_arrow
    assert schema.field("start_date").type == pa.date32()
    assert schema.field("seats_tk").type == pa.int32()
    assert not schema.field("cabinet_id").nullable


def test_citation_file_is_valid():
    """Catch a CITATION.cff that the tools of repositories reject."""
    command = [Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_versions_agree():
    """Catch a version in the changelog or citation that was left behind."""
    version = PACKAGE["version"]
    assert f"version: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_project_speaks_of_itself_alone():
    """Catch a path of a machine in a file of the project."""
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, tracked):
        if not name.endswith(".parquet"):
            # An address on the web may have such a folder in it.
            content = re.sub(r"https?://[^\s,\"<>)]+", "", (ROOT / name).read_text("utf-8"))
            for word in ("/ho" + "me/", "/wo" + "rk/", "/ro" + "ot/", "/tm" + "p/"):
                assert word not in content, f"{name}: {word}"
