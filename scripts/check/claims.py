"""Claims that can be tested."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict

from scripts.cells import Cell, Row, Tables
from scripts.check.common import Problems, problem, values
from scripts.check.times import Times
from scripts.curated.read import read_cell
from scripts.printed import CONTRADICTS
from scripts.printed.days import read_day
from scripts.printed.names import plain
from scripts.printed.numbers import numbers_in, read_number
from scripts.schema import Schema, text
from scripts.vocabulary import CONDITION, FIRSTS, MEASURES, names_a_row

NEEDS = {
    "days": ("measure",),
    "rank": ("measure",),
    "average": ("measure",),
    "count": ("measure", "unit"),
    "record": ("measure", "unit"),
    "remaining": ("measure", "unit", "as_of"),
    "cell": ("cell",),
    "first": ("measure",),
    "vote": ("cell",),
    "since": ("cell", "as_of"),
    "age": (),
    "lists": (),
    "shortfall": ("cabinet_id", "measure"),
    "commissions": ("unit",),
    "left_out": ("cabinet_id",),
    "per_election": (),
    "caretaker_of": (),
    "other": (),
}
"""What the test of each type of claim cannot do without."""
UNITS = {
    "days": ("days", "weeks", "months", "years"),
    "average": ("days", "weeks", "months", "years"),
    "rank": ("longest", "shortest"),
    "record": ("equals", "passes"),
    "remaining": ("equals", "passes"),
    "since": ("days",),
    "age": ("years",),
    "shortfall": ("majority", "half"),
    "commissions": ("scout", "informateur", "formateur"),
}
"""The units that the tests of these types read; without one they take the first."""
OF_PERSONS = ("age", "prime_minister")
"""What is measured of a person, not of a cabinet."""
MEASURED = {
    "first": FIRSTS, "cell": (), "vote": (), "since": (), "age": (), "lists": (),
    "shortfall": ("tk", "ek"), "commissions": (), "left_out": (), "per_election": (),
    "caretaker_of": (), "other": (*MEASURES, *FIRSTS),
}  # fmt: skip
"""The measures of the types that do not take all that have a length."""
SAID = (
    "days", "count", "average", "age", "since", "lists", "shortfall", "per_election",
    "caretaker_of", "commissions", "remaining",
)  # fmt: skip
"""The types whose statements tell the number of their value."""
_NUMBER, _DAY = r"\d+(\.\d+)?", r"\d{4}-\d\d-\d\d"
_FIGURES = r"\d+-\d+"
_WORDS = {_NUMBER: "a number", _DAY: "a date YYYY-MM-DD", _FIGURES: "votes as for-against"}
_VALUES = {
    **dict.fromkeys(NEEDS, _NUMBER), "record": _DAY, "vote": _FIGURES,
    "cell": None, "first": None, "other": None,
}  # fmt: skip


def claims_have_what_their_test_needs(schema: Schema, tables: Tables) -> Problems:
    """A claim has a type that has a test, and what that test cannot do without."""
    for row in tables["claims"]:
        kind = row["claim_type"]
        if kind is not None and kind not in NEEDS:
            yield problem(row, "claim_type", f"a type that has a test ({', '.join(NEEDS)})", kind)
        for column in NEEDS.get(text(kind), ()):
            if row[column] is None:
                yield problem(row, column, f"a value, which the test of {kind} needs", None)


def claims_have_values_that_their_test_can_read(schema: Schema, tables: Tables) -> Problems:
    """Measure, value, unit and cell of a claim are of the kind that its type reads."""
    cabinets = values(tables["cabinets"], "cabinet_id")
    for row in tables["claims"]:
        if row["claim_type"] in NEEDS:
            yield from _measure(row, cabinets)
            yield from _value_and_unit(row)
            yield from _cell(schema, row)


def _measure(row: Row, cabinets: set) -> Problems:
    kind = row["claim_type"]
    allowed = MEASURED.get(kind, MEASURES)
    of_persons, is_cabinet = row["measure"] in OF_PERSONS, row["subject"] in cabinets
    if of_persons and is_cabinet:
        yield problem(row, "measure", "a measure of cabinets, as the subject is", row["measure"])
    if row["measure"] and row["measure"] not in allowed:
        one = f"one of {', '.join(allowed)}" if allowed else "nothing"
        yield problem(row, "measure", f"{one}, since the type is {kind}", row["measure"])


def _value_and_unit(row: Row) -> Problems:
    kind, value, unit = row["claim_type"], text(row["value"]), text(row["unit"])
    shape = _VALUES.get(kind)
    if shape and not re.fullmatch(shape, value):
        yield problem(row, "value", _WORDS[shape], value)
    if unit and kind in UNITS and unit not in UNITS[kind]:
        yield problem(row, "unit", " or ".join(UNITS[kind]), unit)
    if kind == "count" and unit and not CONDITION.fullmatch(unit):
        yield problem(row, "unit", "a condition such as days > 100", unit)


def _cell(schema: Schema, row: Row) -> Problems:
    if names_a_row(row):
        rows = "votes" if row["claim_type"] == "vote" else "formation_stages"
        if not text(row["cell"]).startswith(f"{rows}/"):
            yield problem(row, "cell", f"a row of {rows}", row["cell"])
    elif row["cell"]:
        name, column = row["cell"].split("/")[0], row["cell"].rpartition("/")[2]
        table = schema.tables.get(name)
        if table is None or column not in table.columns:
            yield problem(row, "cell", "table/row/column of our tables", row["cell"])


def claims_say_their_value(schema: Schema, tables: Tables) -> Problems:
    """The number or day of a claim stands in its statement, a rank other than 1 as well.

    Not so of codes of ours, and of the days of records, which follow from lengths.
    """
    for row in tables["claims"]:
        value, said = text(row["value"]), text(row["statement"])
        if row["claim_type"] == "cell":
            is_told = _cell_is_told(schema, text(row["cell"]), value, said)
        elif row["claim_type"] == "rank":
            is_told = value == "1" or _rank_is_told(value, _figures(said))
        else:
            is_told = row["claim_type"] not in SAID or value in _figures(said)
        if re.fullmatch(_NUMBER, value) and not is_told:
            yield problem(row, "value", "the number that its statement tells", value)
        elif not is_told:
            yield problem(row, "value", "the day that its statement tells", value)


def _rank_is_told(value: str, figures: set[str]) -> bool:
    """Whether a rank is told: third, or two before it. That it is a number another rule sees to."""
    return not value.isdecimal() or bool({value, text(int(value) - 1)} & figures)


def _figures(said: str) -> set[str]:
    """The numbers in a statement, as figures or in words."""
    figures = {match[0] for match in re.finditer(_NUMBER, said.replace(",", ""))}
    return figures | set(map(str, numbers_in(said)))


def _cell_is_told(schema: Schema, cell: str, value: str, said: str) -> bool:
    """Whether a statement prints a day or number that a cell is said to hold, or no other."""
    table = schema.tables.get(cell.partition("/")[0])
    column = table.columns.get(cell.rpartition("/")[2]) if table else None
    if column is not None and column.codelist:
        return True
    reader = read_number if value.isdecimal() else read_day
    return reader(said, value) != CONTRADICTS


def claims_are_of_their_cell(schema: Schema, tables: Tables) -> Problems:
    """The cell of a claim is of the time of its cabinet or election, and can hold the value."""
    times = Times(tables)
    for row in tables["claims"]:
        if not row["cell"]:
            continue
        cell = Cell.named(row["cell"])
        row_id = row["cell"].partition("/")[2] if names_a_row(row) else cell.row_id
        own = times.of_row("cabinets", text(row["cabinet_id"]))
        own = own or times.of_row("elections", text(row["subject"]))
        there = times.of_row(cell.table_name, row_id)
        if own and there and not (there[1] >= own[0] - NEAR and there[0] <= own[1] + NEAR):
            yield problem(row, "cell", f"a cell of {own[0]} to {own[1]}", row["cell"])
        table = schema.tables.get(cell.table_name)
        column = table.columns.get(cell.column_name) if table else None
        is_cell = row["claim_type"] == "cell"
        if is_cell and column is not None and column.type in ("date", "integer"):
            partial = dataclasses.replace(column, partial=column.type == "date", pattern=None)
            for expected, found in read_cell(text(row["value"]), partial, schema)[1]:
                yield problem(row, "value", f"{expected}, as {row['cell']} holds", found)


NEAR = 2
"""Years between a cabinet and the elections and votes around it."""


def claims_are_as_their_sources(schema: Schema, tables: Tables) -> Problems:
    """A claim is dated as its source, and made by somebody whom the source names."""
    sources = {row["source_id"]: row for row in tables["sources"]}
    for row in tables["claims"]:
        source = sources.get(row["source_id"])
        if source is None:
            continue
        if row["date_published"] != source["date_published"]:
            expected = f"{text(source['date_published']) or 'nothing'}, as {row['source_id']}"
            yield problem(row, "date_published", expected, row["date_published"])
        family = schema.labels("source_family").get(source["family"], "")
        named = [text(source[name]) for name in ("publisher", "producer", "url", "title")]
        words = plain(re.sub(r"[/._-]", " ", " ".join([*named, family])))
        makers = set(plain(text(row["publisher"])).split()) - _SMALL_WORDS
        is_named = makers & set(words.split()) or any(
            part in words.replace(" ", "") for part in map(_joined, _makers(row))
        )
        if not is_named:
            expected = f"somebody whom {row['source_id']} names"
            yield problem(row, "publisher", expected, row["publisher"])


def _makers(row: Row) -> list[str]:
    """Who makes a claim: the name before brackets, and that in them."""
    return re.findall(r"[^()]+", text(row["publisher"]))


def _joined(name: str) -> str:
    return plain(name).replace(" ", "")


_SMALL_WORDS = {"the", "de", "het", "van", "en", "nl", "copy", "of", "and"}


def claims_are_made_once(schema: Schema, tables: Tables) -> Problems:
    """A source makes a claim once, and one on a cabinet names that cabinet."""
    seen: dict[tuple, str] = {}
    columns = (
        "source_id", "subject", "claim_type", "measure", "cell", "value", "as_of", "statement",
    )  # fmt: skip
    formed = {row["formation_id"]: row["cabinet_id"] for row in tables["formations"]}
    for row in tables["claims"]:
        key = tuple(row[name] for name in columns)
        if key in seen:
            expected = f"a claim that {seen[key]} does not make"
            yield problem(row, "claim_id", expected, row["claim_id"])
        seen.setdefault(key, row["claim_id"])
        cabinet = formed.get(row["subject"], row["cabinet_id"])
        if row["cabinet_id"] != cabinet:
            expected = f"{text(cabinet) or 'nothing'}, that of {row['subject']}"
            yield problem(row, "cabinet_id", expected, row["cabinet_id"])


def publishers_write_one_language(schema: Schema, tables: Tables) -> Problems:
    """What one publisher prints is in one language, save of those who write for many countries."""
    languages: dict[str, Counter] = defaultdict(Counter)
    for row in tables["claims"]:
        languages[text(row["publisher"])][row["language"]] += 1
    for row in tables["claims"]:
        publisher, found = text(row["publisher"]), languages[text(row["publisher"])]
        usual, times = found.most_common(1)[0]
        if publisher not in MANY_LANGUAGES and times > 1 and row["language"] != usual:
            expected = f"{usual}, as in {times} more of {publisher}"
            yield problem(row, "language", expected, row["language"])


MANY_LANGUAGES = ("Deutsche Welle",)
"""Publishers who write in many languages."""


RULES = (
    publishers_write_one_language,
    claims_have_what_their_test_needs,
    claims_have_values_that_their_test_can_read,
    claims_say_their_value,
    claims_are_of_their_cell,
    claims_are_as_their_sources,
    claims_are_made_once,
)
