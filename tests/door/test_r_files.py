"""The files of `export` in R: haven reads Stata and SPSS, DBI SQLite; every value is ours."""

import datetime
import json
import subprocess

import pytest

import dutchcabinets as dc
from dutchcabinets import _package
from tests.door.needs import needs

PACKAGES = ["r-base-core", "r-cran-haven", "r-cran-dbi", "r-cran-rsqlite", "r-cran-jsonlite"]
PROBE = ["-e", "library(haven); library(DBI); library(RSQLite); library(jsonlite)"]
SCRIPT = """
options(warn = 2)
library(haven); library(DBI); library(jsonlite)
told <- function(column) {
  if (is.labelled(column)) column <- as_factor(column, levels = "label")
  values <- if (inherits(column, "Date")) format(column) else as.vector(column)
  if (is.double(values)) values <- ifelse(is.na(values), NA, sprintf("%a", values))
  I(values)
}
give <- function(way, table, frame) {
  text <- toJSON(lapply(as.list(frame), told), na = "null", null = "null")
  writeLines(enc2utf8(text), paste0(way, "-", table, ".json"), useBytes = TRUE)
}
database <- dbConnect(RSQLite::SQLite(), "all.sqlite")
for (table in tables) {
  give("stata", table, read_dta(paste0(table, ".dta")))
  give("spss", table, read_sav(paste0(table, ".sav")))
  give("sqlite", table, dbReadTable(database, table, check.names = FALSE))
}
on <- dbGetQuery(database, "select cabinet_id from cabinet_on where day = '1985-06-01'")
writeLines(on$cabinet_id, "on.txt")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder in which R read every file and wrote down what it found."""
    rscript = needs("Rscript", PACKAGES, PROBE)
    here = tmp_path_factory.mktemp("files")
    for table in dc.tables():
        dc.export(here / f"{table}.dta")
        dc.export(here / f"{table}.sav")
    dc.export(here / "all.sqlite")
    names = ", ".join(f'"{table}"' for table in dc.tables())
    (here / "read.R").write_text(f"tables <- c({names})\n{SCRIPT}", "utf-8")
    command = [rscript, "--vanilla", "read.R"]
    result = subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stderr[-3000:]
    return here


def expected(value, field, way, labels):
    """A value of ours as R finds it: SQLite has text for days, the others labels for codes."""
    has_labels = way != "sqlite"
    if value is None:
        return "" if has_labels and is_text(field) else None
    if has_labels and "codelist" in field:
        return labels[field["codelist"], str(value)]
    if isinstance(value, bool):
        return ("yes" if value else "no") if has_labels else int(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def is_text(field):
    return field["type"] == "string" and "codelist" not in field


def from_r(value, field):
    """A value as R wrote it, a number back from its hexadecimal form."""
    is_number = field["type"] in ("integer", "number", "boolean")
    if is_number and isinstance(value, str) and value.lstrip("-").startswith("0x"):
        return float.fromhex(value)
    return value


@pytest.mark.parametrize("way", ["stata", "spss", "sqlite"])
@pytest.mark.parametrize("table", list(dc.tables()))
def test_r_reads_what_we_wrote(way, table, folder):
    """Catch a day, number, accent, null or label that R finds otherwise."""
    found = json.loads((folder / f"{way}-{table}.json").read_text("utf-8"))
    codes = dc.load("codes", format="arrow").to_pylist()
    labels = {(row["codelist"], row["code"]): row["label_en"] for row in codes}
    rows = dc.load(table, format="arrow").to_pylist()
    for field in _package.resource(table)["schema"]["fields"]:
        name = field["name"]
        mine = [expected(row[name], field, way, labels) for row in rows]
        assert [from_r(value, field) for value in found[name]] == mine, name


def test_a_view_answers(folder):
    """Catch a view that another SQLite than Python's can't run."""
    assert (folder / "on.txt").read_text("utf-8").strip() == "lubbers-i"
