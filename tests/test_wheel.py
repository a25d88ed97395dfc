"""The wheel and the sdist, as somebody installs them."""

import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from dutchcabinets import _package
from scripts.schema import ROOT
from scripts.schema.load import load_schema
from scripts.wheel import ARCHIVE, PLAIN

pytestmark = pytest.mark.slow

TABLES = list(load_schema(ROOT).tables)
PACKED = [table for table in TABLES if table not in PLAIN]


def build_dists(folder):
    """Wheel and sdist, built from the checkout without network."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def dists(tmp_path_factory):
    return build_dists(tmp_path_factory.mktemp("dist"))


def test_both_carry_the_tables_and_the_descriptor(dists):
    """Catch a wheel or sdist without data, or without a licence."""
    wheel, sdist = dists
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"dutchcabinets/datapackage.json", "dutchcabinets/py.typed"} <= names
    for table in TABLES:
        assert (f"dutchcabinets/data/tables/{table}.parquet" in names) == (table in PLAIN)
    packed = io.BytesIO(zipfile.ZipFile(wheel).read(f"dutchcabinets/{ARCHIVE}"))
    with tarfile.open(fileobj=packed) as archive:
        assert set(archive.getnames()) == {f"{table}.parquet" for table in PACKED}
    assert any(name.endswith("LICENSE-DATA") for name in names)
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    tables = {"datapackage.json", "data/tables/cabinets.parquet", "data/tables/cabinets.csv"}
    assert tables | {"LICENSE", "LICENSE-DATA"} <= inside
    sources = {"data/curated/cabinets.csv", "data/evidence/events.csv", "data/sources/sources.csv"}
    assert sources | {"scripts/build.py", "tests/history/curated/events.csv"} <= inside


def test_what_builds_is_pinned():
    """Catch a wheel that another backend builds than the tests, and a pin without its hash."""
    pins = (ROOT / "requirements.txt").read_text("utf-8")
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    pinned = re.findall(
        r"^(\S+==\S+) \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", pins, re.M
    )
    assert set(asked) <= set(pinned)
    assert len(pinned) == len(re.findall(r"^\w", pins, re.M))


def test_the_wheel_is_small(dists):
    """Catch a wheel that is not packed: 1.1 MB, of which evidence and sources are half."""
    assert dists[0].stat().st_size < 1_100_000


def test_the_same_bytes_twice(dists, tmp_path):
    """Catch a wheel or sdist that holds the time of its making."""
    again = build_dists(tmp_path)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in dists]


CHECK = """
import json, os, pathlib, dutchcabinets as dc
root = pathlib.Path(dc.__file__).parent
assert os.environ["CHECKOUT"] not in str(root), root
for table in dc.tables():
    assert len(dc.load(table)) > 0 and dc.load(table, format="arrow").num_rows > 0, table
    assert len(dc.describe(table)) > 0
package = json.loads((root / "datapackage.json").read_text("utf-8"))
assert {resource["format"] for resource in package["resources"]} == {"parquet"}
for resource in package["resources"]:
    assert (root / resource.get("packed", resource["path"])).is_file(), resource["name"]
days = dc.load("formation_durations").query("cabinet_id == 'rutte-iv'").set_index("definition")
assert days.loc["election_to_agreement_reached", "days"] == 271
assert len(dc.evidence("cabinets", "rutte-iv", "end_date")) > 1
assert dc.__version__ in dc.cite()
# These need no more than the package does.
for name in ("cabinets.csv", "cabinets.json", "cabinets.dta", "all.sqlite"):
    assert dc.export(name).stat().st_size > 20_000
print(len(dc.tables()))
"""


def run_check(python, folder, **environment):
    """Use what is installed in a folder from another one than the checkout."""
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment = {**clean, **environment, "CHECKOUT": str(ROOT)}
    result = subprocess.run([python, "-c", CHECK], cwd=folder, capture_output=True, text=True,
                            env=environment)  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) == len(TABLES)


@pytest.fixture
def site(dists, tmp_path):
    """The wheel, unpacked elsewhere."""
    zipfile.ZipFile(dists[0]).extractall(tmp_path / "site")
    return tmp_path / "site"


def test_the_wheel_works_away_from_its_checkout(site, tmp_path):
    """Catch a package that works only in its checkout: unpack the wheel elsewhere and use it."""
    cache = tmp_path / "cache"
    run_check(sys.executable, tmp_path, PYTHONPATH=str(site), XDG_CACHE_HOME=str(cache))
    assert sorted(file.stem for file in cache.rglob("*.parquet")) == sorted(PACKED)


@pytest.fixture
def packed(site, tmp_path, monkeypatch):
    """What unpacks a table of the wheel, with a cache of its own, and the path that it has."""
    monkeypatch.setattr(_package, "root", lambda: str(site / "dutchcabinets"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return lambda: Path(_package.checked("sources"))


def test_a_damaged_copy_is_unpacked_anew(packed):
    """Catch a copy that stopped half way, or was damaged since, and is read or in the way."""
    file = packed()
    good = file.read_bytes()
    file.write_bytes(good[:1000])
    assert packed() == file
    assert file.read_bytes() == good
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_cache_that_cannot_be_written(packed, tmp_path, monkeypatch):
    """Catch a home where nothing can be written that ends all use of the tables."""
    (tmp_path / "cache").write_text("a file where the folder would be")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    assert packed().is_relative_to(tmp_path / "temporary")
    (tmp_path / "other").write_text("")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "other"))
    with pytest.raises(OSError, match=r"could not be unpacked: .*cache.*other"):
        packed()


def test_a_damaged_archive_says_so(packed, site):
    """Catch a trace, or a table of half its rows, where the archive is not whole."""
    archive = site / "dutchcabinets" / ARCHIVE
    archive.write_bytes(archive.read_bytes()[:50_000])
    with pytest.raises(RuntimeError, match=r"packed\.tar\.xz cannot be read"):
        packed()
