"""LibreOffice opens the workbook and the CSV files, and shows every value as it is with us."""

import csv
import datetime
import subprocess

import pytest

import dutchcabinets as dc
from dutchcabinets._export.columns import readable, stored
from tests.door.needs import needs

# Comma, UTF-8, cells as they are shown; -1 writes a file a sheet.
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false"
PLAIN = "44,34,76,1,,1033,false,true"
"""What the dialog of an English LibreOffice proposes for a CSV with commas."""
DUTCH = "59,34,76,1,,1043,false,true"
"""What that of a Dutch one proposes for semicolons."""
OF_FACTS = ["cabinets", "persons", "appointments", "formation_durations", "election_results"]


def converted(folder, file, *options):
    """Convert a file with LibreOffice, with a profile of its own."""
    soffice = needs("soffice", ["libreoffice-calc-nogui"])
    profile = f"-env:UserInstallation=file://{folder}/profile"
    run = [soffice, profile, "--headless", *options, "--outdir", str(folder / "out"), str(file)]
    subprocess.run(run, check=True, capture_output=True, timeout=300)
    return folder / "out"


def rows(file):
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def differences(columns, shown):
    """The cells that LibreOffice shows otherwise than we have them."""
    head, *body = shown
    assert head == [column.name for column in columns]
    assert len(body) == len(columns[0].values)
    for number, column in enumerate(columns):
        for row, value in enumerate(column.values):
            if not is_same(value, body[row][number]):
                yield column.name, row, value, body[row][number]


def is_same(value, cell):
    if value is None:
        return cell == ""
    if isinstance(value, bool):
        return cell in ("TRUE", "WAAR") if value else cell in ("FALSE", "ONWAAR")
    if isinstance(value, datetime.date):
        return cell == value.isoformat()
    if isinstance(value, int | float):
        return float(cell.replace(",", ".")) == value
    return cell == value.replace("\r\n", "\n")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    made = dc.export(folder / "all.xlsx")
    return converted(folder, made, "--convert-to", f"{AS_SHOWN},-1")


@pytest.mark.parametrize("table", list(dc.tables()))
def test_workbook(table, sheets):
    """Catch a day, number, truth value or accent that LibreOffice shows otherwise."""
    assert not list(differences(readable(table, "en"), rows(sheets / f"all-{table}.csv")))[:5]


@pytest.mark.parametrize("table", OF_FACTS)
def test_dutch_csv(table, tmp_path):
    """Catch a decimal comma, a semicolon or a day that the Dutch import takes otherwise."""
    made = dc.export(tmp_path / f"{table}.csv", style="dutch-excel", lang="nl")
    out = converted(tmp_path, made, f"--infilter=Text - txt - csv (StarCalc):{DUTCH}",
                    "--convert-to", AS_SHOWN)  # fmt: skip
    assert not list(differences(readable(table, "nl"), rows(out / f"{table}.csv")))[:5]


@pytest.mark.parametrize("table", OF_FACTS)
def test_plain_csv(table, tmp_path):
    """Catch a value of the plain CSV that the import with commas takes otherwise."""
    made = dc.export(tmp_path / f"{table}.csv")
    out = converted(tmp_path, made, f"--infilter=Text - txt - csv (StarCalc):{PLAIN}",
                    "--convert-to", AS_SHOWN)  # fmt: skip
    assert not list(differences(stored(table), rows(out / f"{table}.csv")))[:5]
