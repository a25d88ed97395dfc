"""What the tests share: a small frozen history that a test may break, and the real tables.

tests/history/ holds three cabinets as they were known on 19 February 2010; rules, bad input and
derivations are tried on it, so that a correction of the real data breaks none of these tests. What
is pinned of the real data stands in tests/pinned/ and is rewritten by `make accept`.
"""

import copy
import re
import shutil
from pathlib import Path

import pytest

from scripts.build import Build, make
from scripts.curated.read import read_tables
from scripts.derive import derive
from scripts.schema import ROOT
from scripts.schema.load import load_schema

HISTORY = Path(__file__).parent / "history"
AS_OF = "2010-02-19"


def lay(root: Path) -> Path:
    """Lay the frozen history out as a checkout: its data, our schema, the version."""
    shutil.copytree(HISTORY, root / "data", ignore=shutil.ignore_patterns("*.md"))
    shutil.rmtree(root / "data" / "docs")
    shutil.copytree(ROOT / "data" / "schema", root / "data" / "schema")
    (root / "docs").mkdir()
    for name in ("README.md", *(f"docs/{page.name}" for page in (HISTORY / "docs").iterdir())):
        shutil.copy(HISTORY / name, root / name)
    (root / "dutchcabinets").mkdir()
    shutil.copy(ROOT / "dutchcabinets" / "__init__.py", root / "dutchcabinets")
    set_as_of(root, AS_OF)
    return root


def set_as_of(root: Path, day: str) -> None:
    """Say up to which day the data below root were checked."""
    package = root / "data" / "schema" / "package.toml"
    content = re.sub(r"(?m)^as_of = .*$", f"as_of = {day}", package.read_text("utf-8"))
    package.write_text(content, "utf-8")


@pytest.fixture
def tree(tmp_path):
    """The frozen history as a checkout that a test may break."""
    return lay(tmp_path / "tree")


@pytest.fixture(scope="session")
def _laid(tmp_path_factory):
    return lay(tmp_path_factory.mktemp("history") / "tree")


@pytest.fixture(scope="session")
def schema(_laid):
    """The schema, with the day of the frozen history."""
    return load_schema(_laid)


@pytest.fixture(scope="session")
def history(_laid, schema):
    """The curated tables of the frozen history; not to be changed by a test."""
    tables, problems = read_tables(_laid, schema)
    assert not problems
    return tables


@pytest.fixture
def curated(history):
    """The curated tables of the frozen history, to be changed at will."""
    return copy.deepcopy(history)


@pytest.fixture(scope="session")
def derived(schema, history):
    """The derived tables of the frozen history."""
    return derive(schema, history)


@pytest.fixture(scope="session")
def real() -> Build:
    """What the build makes of the real data; not to be changed by a test."""
    return make(ROOT)


def row_of(rows, **values):
    """The one row with these values."""
    found = [row for row in rows if all(row[name] == value for name, value in values.items())]
    assert len(found) == 1, f"{values} is {len(found)} rows"
    return found[0]
