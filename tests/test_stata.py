"""What docs/stata.md says of the CSV files; Stata itself is not run."""

import json
import re

import pytest

from scripts.schema import ROOT

PAGE = (ROOT / "docs" / "stata.md").read_text("utf-8")


def fields_of(table):
    """The type of each column of a CSV file."""
    package = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    fields = {one["name"]: one["schema"]["fields"] for one in package["resources"]}
    return {field["name"]: field["type"] for field in fields[f"{table}-csv"]}


@pytest.mark.parametrize("kind", ["date", "boolean"])
def test_the_page_turns_every_column_of_a_type(kind):
    """Catch a date or boolean of cabinets that the page leaves as text, or that is no more."""
    turned = [names.split() for names in re.findall(r"of varlist (.+) \{", PAGE)]
    assert [name for name, type_ in fields_of("cabinets").items() if type_ == kind] in turned


def test_names_that_stata_takes():
    """Catch a name that Stata cuts, or that the page's graph and list name and we have not."""
    package = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    names = [field["name"] for one in package["resources"] for field in one["schema"]["fields"]]
    assert [name for name in names if not re.fullmatch("[a-z][a-z0-9_]{0,31}", name)] == []
    used = re.findall(r"\b(?:n_\w+|days_\w+|name_en|sequence|start_date)\b", PAGE)
    assert set(used) <= set(fields_of("cabinets"))
