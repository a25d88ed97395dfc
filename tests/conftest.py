"""What the tests share: the real curated files, built once, and copies of the tree that a test may break."""

import copy
import shutil
from pathlib import Path

import pytest

from scripts.derive import derive
from scripts.read import read_tables
from scripts.schema import ROOT, load_schema


@pytest.fixture(scope="session")
def schema():
    return load_schema(ROOT)


@pytest.fixture(scope="session")
def real(schema):
    """The curated tables as they are; not to be changed by a test."""
    tables, problems = read_tables(ROOT, schema)
    assert not problems
    return tables


@pytest.fixture
def curated(real):
    """The curated tables, to be changed at will."""
    return copy.deepcopy(real)


@pytest.fixture(scope="session")
def built(schema, real):
    """All tables as built from the curated ones."""
    return derive(schema, real)


@pytest.fixture
def tree(tmp_path):
    """A copy of all that the build reads and writes."""
    root = tmp_path / "tree"
    for name in ("data", "docs", "dutchcabinets"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "datapackage.json", "CITATION.cff"):
        shutil.copy(ROOT / name, root / name)
    return root


def row_of(tables, table, **values):
    """The one row of a table with these values."""
    found = [row for row in tables[table] if all(row[name] == value for name, value in values.items())]
    assert len(found) == 1, f"{table}: {values} is {len(found)} rows"
    return found[0]


def outputs(root: Path) -> dict[str, bytes]:
    """The files that the build writes, with their bytes."""
    paths = [*sorted((root / "data" / "tables").iterdir()), root / "datapackage.json", root / "CITATION.cff", root / "README.md"]
    paths += [
        root / "docs" / "codebook.md",
        root / "docs" / "claims.md",
        root / "docs" / "falls.md",
        root / "docs" / "gaps.md",
        root / "docs" / "coding-rules.md",
    ]
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}
