"""The door for editors: where a cell is typed, and what follows from a correction."""

import re
import shutil

import pytest

from scripts import accept, where
from scripts.build import main as build
from scripts.schema import ROOT
from tests.editing import edit, path_of, records, write

pytestmark = pytest.mark.slow


def test_where_names_file_line_and_column(capsys):
    """Catch a published cell that leads to no place in the curated files."""
    assert where.main(["cabinets/den-uyl/start_date"]) == 0
    said = capsys.readouterr().out
    number = next(
        number
        for number, line in enumerate(path_of(ROOT, "events").read_text("utf-8").split("\n"), 1)
        if line.startswith("den-uyl-inauguration,")
    )
    assert f"data/curated/events.csv:{number}, column 2 (date)" in said
    assert "data/evidence/events.csv:" in said
    assert "agrees" in said


@pytest.mark.parametrize(
    ("cell", "near"),
    [
        ("cabinets/den-uijl/start_date", "den-uyl"),
        ("cabinets/den-uyl/startdate", "start_date"),
        ("cabinet/den-uyl/start_date", "cabinets"),
        ("", "table/row/column"),
    ],
)
def test_where_names_the_near_ones(capsys, cell, near):
    """Catch a traceback, or an answer that does not help, for a cell that there is not."""
    assert where.main([cell]) == 2
    assert near in capsys.readouterr().err


def test_where_says_why_a_cell_rests_on_nothing(capsys):
    """Catch a rank that seems to have been forgotten, or a zero without its rule."""
    assert where.main(["formation_durations/den-uyl/election_to_inauguration/rank"]) == 0
    assert "a rank over the whole table" in capsys.readouterr().out


@pytest.fixture
def clone(tmp_path):
    """A copy of the real data and of all that the build and `make accept` read and write."""
    root = tmp_path / "clone"
    for name in ("data", "docs", "dutchcabinets", "tests/pinned"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "CHANGELOG.md", "datapackage.json", "CITATION.cff"):
        shutil.copy(ROOT / name, root / name)
    return root


def test_a_corrected_date_takes_two_files_and_shows_what_follows(clone, capsys):
    """Catch a correction that needs more by hand: Den Uyl sworn in on 12 May 1973, as if misread.

    The date and what the sources print of it, in one file each; a value that is not what is printed
    is told; the pinned facts and the verdicts of claims that turn are shown, and accepted.
    """
    oath = "den-uyl-inauguration"
    edit(clone, "events", {"event_id": oath}, date="1973-05-12")
    assert build(["--root", str(clone)]) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if "expected" in line]
    assert len(said) == 1, said
    path = path_of(clone, "events", "evidence")
    header, *rows = records(path)
    for row in rows:
        if row[:2] == [oath, "date"]:
            row[header.index("value")] = "1973-05-12"
    write(path, [header, *rows])
    assert build(["--root", str(clone)]) == 1
    assert "found 11 mei 1973" in capsys.readouterr().err
    for row in rows:
        if row[:2] == [oath, "date"]:
            row[header.index("value_as_printed")] = "12 mei 1973"
    write(path, [header, *rows])
    assert build(["--root", str(clone)]) == 0
    capsys.readouterr()
    assert accept.main(["--check"], clone) == 1
    turned = capsys.readouterr().out
    assert "+cabinets,den-uyl,start_date,1973-05-12," in turned
    assert "+formation_durations,den-uyl/election_to_inauguration,days,164," in turned
    assert turned.count("\n+") > 14
    assert accept.main([], clone) == 0
    capsys.readouterr()
    assert accept.main(["--check"], clone) == 0
    assert "Nothing turned." in capsys.readouterr().out


def test_the_rows_of_the_guide_are_rows_of_the_data():
    """Catch an example of docs/CONTRIBUTING.md that has rotted: its rows stand in their files."""
    guide = (ROOT / "docs" / "CONTRIBUTING.md").read_text("utf-8")
    blocks = re.findall(r"```csv\n(.+?)\n(.+?)\n```", guide, re.DOTALL)
    assert len(blocks) == 6
    for file, rows in blocks:
        lines = (ROOT / file).read_text("utf-8").split("\n")
        for row in rows.split("\n"):
            found = [line for line in lines if line.startswith(row)]
            assert len(found) == 1, f"{file}: {row}"


def test_the_commands_of_the_guide_are_there():
    """Catch a command that the guide or the README names and the Makefile does not have."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in ("docs/CONTRIBUTING.md", "README.md", "docs/files.md"):
        text = (ROOT / name).read_text("utf-8")
        for command in re.findall(r"(?m)`make ([\w-]+)|^make ([\w-]+)", text):
            assert f"\n{''.join(command)}:" in makefile, f"{name}: make {''.join(command)}"
