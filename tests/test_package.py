"""The files of the package: described, whole, and read by the tools that people use."""

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

from scripts.publish.markdown import markdown_table
from scripts.publish.tables import arrow_schema
from scripts.schema import ROOT, text
from scripts.schema.load import load_schema
from tests import stock

pytestmark = pytest.mark.slow

SCHEMA = load_schema(ROOT)
PACKAGE = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def parquet(table):
    return ROOT / "data" / "tables" / f"{table}.parquet"


def test_a_markdown_table():
    """Catch a text that begins a column, a null told as None, or a number not to the right."""
    rows = [["A | B", None, 2]]
    assert markdown_table(["name", "note", "falls"], rows, numbers=1).splitlines() == [
        "| name | note | falls |",
        "|---|---|---:|",
        "| A \\| B |  | 2 |",
    ]


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=RESOURCES)
def test_hash_and_size_of_a_resource(resource):
    """Catch a wrong hash or size, of which the stock tool sees only some."""
    content = (ROOT / resource["path"]).read_bytes()
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert resource.get("bytes", len(content)) == len(content)
    assert ("bytes" in resource) == (resource["format"] == "csv")
    assert resource["type"] == "table"


def test_the_descriptor_names_all_files_and_no_others():
    """Catch a resource path that does not resolve from the descriptor, or a file it forgets."""
    paths = {resource["path"] for resource in PACKAGE["resources"]}
    files = (ROOT / "data" / "tables").iterdir()
    own = {"data/tables/hashes.json"}
    assert paths | own == {path.relative_to(ROOT).as_posix() for path in files}


def test_the_descriptor_describes_every_column():
    """Catch a column without a description, a key or a code list that leads nowhere."""
    for resource in PACKAGE["resources"]:
        fields = resource["schema"]["fields"]
        names = [field["name"] for field in fields]
        assert len(resource["description"]) > 30, resource["name"]
        for field in fields:
            name = f"{resource['name']}.{field['name']}"
            assert len(field["description"]) >= 10, name
            assert field["description"].endswith("."), name
            constraints = field.get("constraints", {})
            assert "codelist" not in field or constraints["enum"], name
            # The stock tool cannot publish a pattern of a nullable column to SQLite.
            assert "pattern" not in constraints or constraints["required"], name
        assert set(resource["schema"]["primaryKey"]) <= set(names)
        for key in resource["schema"].get("foreignKeys", []):
            target = RESOURCES[key["reference"]["resource"]]
            assert target["format"] == resource["format"]
            assert key["reference"]["fields"] == target["schema"]["primaryKey"]


def test_names_that_sql_can_say():
    """Catch a table or column whose name is a word of SQL, so that it must be quoted."""
    connection = duckdb.connect()
    for table in SCHEMA.tables.values():
        names = ", ".join(f"{name} text" for name in table.columns)
        connection.execute(f"create table {table.name} ({names})")
        connection.execute(f"select {', '.join(table.columns)} from {table.name}")


def test_a_column_has_the_description_of_its_table():
    """Catch a description of two tables glued together, as of votes and of claims."""
    subject = SCHEMA.tables["votes"].columns["subject"].description
    assert subject == "What was put to the vote, in a few words, in English."
    assert "Null while it lasts" not in SCHEMA.tables["chamber_seats"].columns["date"].description


def test_the_stock_tool_validates():
    """Catch a package that the standard tool rejects."""
    report = stock.validate(str(ROOT / "datapackage.json"))
    assert report.valid, report.flatten(["title", "type", "message"])[:5]
    assert report.stats["tasks"] == len(RESOURCES)


def test_the_stock_tool_would_see_a_fault(tmp_path):
    """Catch a validation that lets everything through: a null where a value is required."""
    table = pq.ParquetFile(parquet("persons")).read().slice(0, 2).to_pylist()
    table[1]["family_name"] = None
    pq.write_table(pa.Table.from_pylist(table), tmp_path / "persons.parquet")
    resource = {**RESOURCES["persons"], "path": "persons.parquet"}
    resource.pop("hash")
    descriptor = {"name": "x", "resources": [resource]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    report = stock.validate(str(tmp_path / "datapackage.json"))
    assert [error[0] for error in report.flatten(["type"])] == ["constraint-error"]


@pytest.mark.parametrize("table", SCHEMA.tables.values(), ids=SCHEMA.tables)
def test_what_the_stock_tool_does_not_check(table):
    """Catch what passes there: physical types, order of the rows, nulls in keys, codes, codecs."""
    file = pq.ParquetFile(parquet(table.name))
    assert file.num_row_groups == 1
    group = file.metadata.row_group(0)
    codecs = {group.column(number).compression for number in range(group.num_columns)}
    assert codecs == {"UNCOMPRESSED"}
    assert file.schema_arrow.remove_metadata().equals(arrow_schema(table)), table.name
    rows = file.read().to_pylist()
    keys = [tuple(row[name] for name in table.key) for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(None not in key for key in keys)
    order = [tuple((row[name] is not None, row[name]) for name in table.sort) for row in rows]
    assert order == sorted(order)
    for column in table.columns.values():
        values = {row[column.name] for row in rows} - {None}
        allowed = set(SCHEMA.allowed.get(column.codelist, ()))
        assert not column.codelist or {str(value) for value in values} <= allowed, column.name
        assert "" not in values, f"{table.name}.{column.name}: an empty string for null"


@pytest.mark.parametrize("table", SCHEMA.tables.values(), ids=SCHEMA.tables)
def test_the_csv_twin_holds_the_same_cells(table):
    """Catch a CSV that was written from other rows, or a value that changes on the way."""
    rows = pq.ParquetFile(parquet(table.name)).read().to_pylist()
    with parquet(table.name).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        header, *cells = list(csv.reader(file))
    assert header == list(table.columns)
    # TRUE and FALSE, as R reads them without being told.
    truth = {True: "TRUE", False: "FALSE"}
    assert cells == [
        [truth[value] if isinstance(value, bool) else text(value) for value in row.values()]
        for row in rows
    ]


def test_metadata_travels_in_each_file():
    """Catch a file that does not say which version it is, its licence, and how to cite it."""
    for table in SCHEMA.tables:
        found = pq.ParquetFile(parquet(table)).metadata.metadata
        metadata = {key.decode(): value.decode() for key, value in found.items()}
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


def test_polars_reads_the_right_types():
    """Catch the same in polars."""
    frame = pl.read_parquet(parquet("cabinets"))
    assert frame.schema["start_date"] == pl.Date
    assert frame.schema["seats_tk"] == pl.Int32
    assert frame.schema["is_majority_tk"] == pl.Boolean
    assert frame.schema["name"] == pl.String


def test_duckdb_reads_the_right_types_and_joins():
    """Catch the same in DuckDB, and keys that do not join."""
    described = f"(describe select * from '{parquet('cabinets')}')"
    types = dict(duckdb.sql(f"select column_name, column_type from {described}").fetchall())
    found = types["start_date"], types["seats_tk"], types["is_majority_tk"]
    assert found == ("DATE", "INTEGER", "BOOLEAN")
    query = f"""
        select c.cabinet_id, d.days
        from '{parquet("formation_durations")}' d
        join '{parquet("cabinets")}' c using (cabinet_id)
        where d.definition = 'election_to_agreement_reached' order by d.days desc limit 1"""
    assert duckdb.sql(query).fetchall() == [("rutte-iv", 271)]


def test_the_citation_file_is_valid():
    """Catch a CITATION.cff that the tools of repositories reject."""
    tool = Path(sys.executable).parent / "check-jsonschema"
    command = [tool, "--builtin-schema", "vendor.citation-file-format", "CITATION.cff"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_versions_agree():
    """Catch a version in the changelog or citation that was left behind."""
    version = PACKAGE["version"]
    assert f"version: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def tracked():
    """The files of the project."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in result.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_the_project_speaks_of_itself_alone():
    """Catch a path of a machine in a file of the project."""
    for path in tracked():
        if path.suffix not in (".parquet", ".png"):
            # An address on the web may have such a folder in it.
            content = re.sub(r"https?://[^\s,\"<>)]+", "", path.read_text("utf-8"))
            for word in ("/ho" + "me/", "/wo" + "rk/", "/ro" + "ot/", "/tm" + "p/"):
                assert word not in content, f"{path}: {word}"


def test_lines_are_short():
    """Catch a line of code or schema of more than a hundred characters."""
    for path in tracked():
        if path.suffix in (".py", ".toml") and path.name != "pyproject.toml":
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                assert len(line) <= 100, f"{path}:{number}"
