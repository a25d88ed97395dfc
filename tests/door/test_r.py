"""The recipe of docs/r.md in R: its code is taken out of the page and run."""

import json
import re
import subprocess

import pytest

import dutchcabinets as dc
from scripts.schema import ROOT
from tests.door.needs import needs
from tests.serving import answer, serving

PACKAGES = ["r-base-core", "r-cran-readr", "r-cran-jsonlite", "r-cran-ggplot2"]
PROBE = ["-e", "library(readr); library(jsonlite); library(ggplot2)"]
TYPES = {
    "string": "character",
    "integer": "integer",
    "number": "numeric",
    "boolean": "logical",
    "date": "Date",
}
# A number goes from R to us as the hexadecimal one that it is, not as digits that are rounded.
EXPORT = """
told <- function(column) {
  values <- as.vector(column)
  if (inherits(column, "Date")) values <- format(column)
  if (is.factor(column)) values <- as.character(column)
  if (is.double(values)) values <- ifelse(is.na(values), NA, sprintf("%a", values))
  list(type = class(column)[1], label = attr(column, "label"), values = I(as.vector(values)))
}
export <- function(way, root, labels = NULL) {
  for (table in tables) {
    columns <- lapply(read_cabinets(table, root, labels), told)
    text <- toJSON(columns, auto_unbox = TRUE, na = "null", null = "null")
    writeLines(enc2utf8(text), paste0(way, "-", table, ".json"), useBytes = TRUE)
  }
}
export("folder", ".")
export("address", address)
export("en", ".", "en")
export("nl", ".", "nl")
unknown <- try(read_cabinets("kabinetten", "."), silent = TRUE)
writeLines(conditionMessage(attr(unknown, "condition")), "unknown.txt")
for (plot in c("formations", "caretaker")) {
  pdf(paste0(plot, ".pdf"), compress = FALSE, useKerning = FALSE)
  print(get(paste0(plot, "_plot")))
  dev.off()
}
"""


def page_code():
    """The R code of the page, warnings as errors."""
    page = (ROOT / "docs" / "r.md").read_text("utf-8")
    blocks = re.findall(r"^```r\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return "options(warn = 2)\n" + "\n".join(blocks)


def give(handler):
    """Answer with the file of the checkout."""
    answer(handler, (ROOT / handler.path.lstrip("/")).read_bytes())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder in which the page and then our export of what it reads were run."""
    rscript = needs("Rscript", PACKAGES, PROBE)
    here = tmp_path_factory.mktemp("r")
    for name in ("data", "datapackage.json"):
        (here / name).symlink_to(ROOT / name)
    tables = ", ".join(f'"{name}"' for name in dc.tables())
    with serving(give) as address:
        ours = f'address <- "{address}"\ntables <- c({tables})\n{EXPORT}'
        (here / "page.R").write_text(page_code() + ours, "utf-8")
        command = [rscript, "--vanilla", "page.R"]
        result = subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stderr[-3000:]
    return here


@pytest.fixture(scope="module")
def labels():
    """The words of each code, by language and list."""
    codes = dc.load("codes").to_dict("records")
    return {
        way: {(one["codelist"], one["code"]): one[f"label_{way}"] for one in codes}
        for way in ("en", "nl")
    }


def fields_of(table):
    """The fields of the CSV file of a table."""
    package = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    found = [one for one in package["resources"] if one["name"] == f"{table}-csv"]
    return found[0]["schema"]["fields"]


def from_r(column, kind):
    """The values of a column of R as Python has them."""
    values = column["values"]
    if kind == "number":
        return [None if one is None else float.fromhex(one) for one in values]
    return values


def expected(table, field, words):
    """The values of a column by our own loader: dates as text, codes by their words."""
    values = dc.load(table, "arrow")[field["name"]].to_pylist()
    if field["type"] == "date":
        return [None if one is None else one.isoformat() for one in values]
    if words and "codelist" in field:
        return [None if one is None else words[field["codelist"], str(one)] for one in values]
    return values


def differing(table, found, words):
    """The columns of a table that are other in R than by our loader."""
    fields = fields_of(table)
    assert list(found) == [field["name"] for field in fields], table
    for field in fields:
        column = found[field["name"]]
        kind = "factor" if words and "codelist" in field else TYPES[field["type"]]
        if (column["type"], column["label"]) != (kind, field["description"]):
            yield table, field["name"], column["type"], column["label"]
        elif from_r(column, field["type"]) != expected(table, field, words):
            yield table, field["name"]


@pytest.mark.parametrize("way", ["folder", "address", "en", "nl"])
def test_r_reads_what_we_read(folder, labels, way):
    """Catch a value that is another in R: a date, a number, an accent, a null, a label."""
    faults = []
    for table in dc.tables():
        found = json.loads((folder / f"{way}-{table}.json").read_text("utf-8"))
        faults += differing(table, found, labels.get(way))
    assert faults == []


def test_an_unknown_table_is_named(folder):
    """Catch a recipe that answers a misspelt table with an error about something else."""
    assert (folder / "unknown.txt").read_text("utf-8").strip() == "no table kabinetten"


@pytest.mark.parametrize("name", ["formations.png", "caretaker.png"])
def test_a_plot_is_drawn(folder, name):
    """Catch a plot that is not written, or an empty sheet."""
    picture = (folder / name).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 25_000


def drawn(path):
    """The words in a drawing, and how many rectangles it has."""
    content = path.read_text("latin-1")
    return re.findall(r"\((.*?)\) Tj", content), len(re.findall(r" re\s+f\b", content))


def test_the_longest_formations_are_named(folder):
    """Catch a plot without its ten longest formations, or with other ranks than ours."""
    words, _ = drawn(folder / "formations.pdf")
    ours = dc.load("formation_durations").merge(dc.load("cabinets")[["cabinet_id", "name"]])
    ours = ours.query("definition == 'election_to_inauguration' and rank <= 10")
    names = ours["name"].str.removeprefix("Kabinet-")
    labels = [f"{rank}. {name}" for rank, name in zip(ours["rank"], names, strict=True)]
    assert sorted(labels) == sorted(word for word in words if re.match(r"\d+\. ", word))


def test_every_cabinet_has_two_bars(folder):
    """Catch a plot that leaves a cabinet out, or that has no bars."""
    words, rectangles = drawn(folder / "caretaker.pdf")
    ours = dc.load("cabinets").query("start_date >= '1945-01-01' and days_full.notna()")
    assert set(ours["name"].str.removeprefix("Kabinet-")) <= set(words)
    assert set(ours["days_caretaker"].astype("str")) <= set(words)
    assert rectangles >= 2 * len(ours)
