"""What is compared with other data sets exists, and every column for models has a formula."""

from __future__ import annotations

import re

from scripts.cells import Tables, grouped
from scripts.check.common import Problems, problem, values
from scripts.printed.names import plain
from scripts.schema import Schema, text
from scripts.vocabulary import READINGS

_LESS_ONE = "-1"
OF_FORMATIONS = {"length", "post_election", "inconclusive", "from_break"}
OF_EITHER = {"election_date"}
"""The readings that are of formations, and of formations and cabinets; others are of cabinets."""
_COPIED = re.compile(r"as in (\w+)")
_NUMBERED = re.compile(r"\d")


def comparisons_are_of_what_there_is(schema: Schema, tables: Tables) -> Problems:
    """The variable of a comparison is described, and the cabinet or formation exists."""
    described = {
        (row["dataset"], row["variable"]): row["compared"] for row in tables["comparison_variables"]
    }
    ids = {kind: values(tables[f"{kind}s"], f"{kind}_id") for kind in ("cabinet", "formation")}
    for row in tables["comparisons"]:
        kind = described.get((row["dataset"], row["variable"]))
        if kind is None:
            expected = "a variable in data/curated/comparison_variables.csv"
            yield problem(row, "variable", expected, row["variable"])
        elif kind in ids and row["entity_id"] not in ids[kind]:
            yield problem(row, "entity_id", f"the id of a {kind}", row["entity_id"])
    cited = grouped(tables["comparisons"], "dataset")
    for row in tables["data_sets"]:
        own = {one["source_id"] for one in cited.get(row["dataset"], ())}
        if row["source_id"] not in own:
            expected = f"where its values were read ({', '.join(sorted(own))})"
            yield problem(row, "source_id", expected, row["source_id"])
    used = {(row["dataset"], row["variable"]) for row in tables["comparisons"]}
    for row in tables["comparison_variables"]:
        if (row["dataset"], row["variable"]) not in used:
            yield problem(row, "variable", "a variable that is compared", row["variable"])


def names_elsewhere_are_of_the_cabinet(schema: Schema, tables: Tables) -> Problems:
    """What a data set calls a cabinet is a name that it has, unless its rows are numbered."""
    called = {
        row["cabinet_id"]: f"{row['cabinet_id']} {plain(text(row['name']))}"
        for row in tables["cabinets"]
    }
    formed = {row["formation_id"]: row["cabinet_id"] for row in tables["formations"]}
    for row in tables["comparisons"]:
        names = called.get(row["entity_id"]) or called.get(formed.get(row["entity_id"], ""), "")
        known = set(re.split(r"[- ]", names))
        words = plain(text(row["their_name"])).split()
        strange = [word for word in words if word not in known and not re.fullmatch("[ivx]+", word)]
        if strange and not _NUMBERED.search(text(row["their_name"])):
            yield problem(row, "their_name", f"a name of {row['entity_id']}", row["their_name"])


def readings_are_known(schema: Schema, tables: Tables) -> Problems:
    """What is compared is a column of cabinets, or a reading that is computed."""
    columns = schema.tables["cabinets"].columns
    for row in tables["comparison_variables"]:
        for reading in text(row["readings"]).split(";"):
            if reading not in READINGS and reading.removesuffix(_LESS_ONE) not in columns:
                expected = f"a column of cabinets, or one of {', '.join(READINGS)}"
                yield problem(row, "readings", expected, reading)
        readings = set(text(row["readings"]).split(";"))
        is_formation = bool(readings & OF_FORMATIONS)
        if readings - OF_EITHER and is_formation != (row["compared"] == "formation"):
            expected = "formation" if is_formation else "cabinet"
            yield problem(row, "compared", f"{expected}, by its readings", row["compared"])
        for pair in text(row["code_map"]).split(";"):
            if pair and not re.fullmatch(r"[^=;]+=[^=;]+", pair):
                yield problem(row, "code_map", "pairs ours=theirs", pair)


def each_measure_has_its_formula(schema: Schema, tables: Tables) -> Problems:
    """Each column of a table for models has a formula, and each formula is of such a column."""
    plain = {name: table for name, table in schema.tables.items() if table.is_plain}
    told = {(row["table_name"], row["column_name"]) for row in tables["measures"]}
    sets = values(tables["data_sets"], "dataset")
    for row in tables["measures"]:
        table = plain.get(row["table_name"])
        if table is None:
            yield problem(row, "table_name", f"one of {', '.join(plain)}", row["table_name"])
        elif row["column_name"] not in table.columns:
            yield problem(row, "column_name", f"a column of {table.name}", row["column_name"])
        copied = _COPIED.match(text(row["formula"]))
        if copied:
            source = schema.tables.get(copied[1])
            if source is None or row["column_name"] not in source.columns:
                expected = f"a table that has the column {row['column_name']}"
                yield problem(row, "formula", expected, copied[1])
        for one in text(row["names_elsewhere"]).split(";"):
            dataset, _, name = one.partition(":")
            if one and not (dataset in sets and name):
                expected = "dataset:name, of a data set in data/curated/data_sets.csv"
                yield problem(row, "names_elsewhere", expected, one)
    first = tables["measures"][0]
    for name, table in plain.items():
        for column in table.columns:
            if column not in table.key and (name, column) not in told:
                yield problem(first, "column_name", f"a row for {name}.{column}", "none")


def places_lie_on_their_scale(schema: Schema, tables: Tables) -> Problems:
    """A place lies from 0 to 10; the relation is that of the identifier in the crosswalk."""
    linked = {
        row["entity_id"]: row["relation"]
        for row in tables["crosswalk"]
        if (row["entity"], row["scheme"]) == ("party", "parlgov")
    }
    for row in tables["party_positions"]:
        if row["place"] is not None and not 0 <= row["place"] <= 10:
            yield problem(row, "place", "a place from 0.0 to 10.0", row["place"])
        relation = linked.get(row["party_id"])
        if row["relation"] != relation:
            yield problem(row, "relation", f"{relation}, as in crosswalk", row["relation"])


RULES = (
    comparisons_are_of_what_there_is,
    names_elsewhere_are_of_the_cabinet,
    readings_are_known,
    each_measure_has_its_formula,
    places_lie_on_their_scale,
)
