"""A table for programs that keep codes as numbers with labels: Stata and SPSS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dutchcabinets._export.columns import fields
from dutchcabinets._readable import labels
from dutchcabinets._tables import load

if TYPE_CHECKING:
    import pandas

_TRUTH = {0: "no", 1: "yes"}


def labelled(table: str, lang: str) -> tuple[pandas.DataFrame, dict[str, dict[int, str]]]:
    """A table with its codes and truth values as numbers, and for such columns the labels."""
    frame = load(table)
    words = {}
    for field in fields(table):
        name = field["name"]
        if "codelist" in field:
            frame[name], words[name] = _coded(frame[name], field["codelist"], lang)
        elif field["type"] == "boolean":
            frame[name], words[name] = frame[name].astype("Int8"), _TRUTH
        elif field["type"] == "string":
            frame[name] = frame[name].fillna("")
    return frame, words


def _coded(cells: pandas.Series[Any], codelist: str, lang: str) -> tuple[Any, dict[int, str]]:
    """The numbers of codes, which are fixed for good, and their labels."""
    rows = [row for row in load("codes", format="arrow").to_pylist() if row["codelist"] == codelist]
    numbers = {row["code"]: row["number"] for row in rows}
    named = labels(codelist, lang)
    codes = cells.astype("string").map(numbers).astype("Int16")
    return codes, {number: named[code] for code, number in numbers.items()}


def days(table: str) -> list[str]:
    """The columns of a table that hold days."""
    return [field["name"] for field in fields(table) if field["type"] == "date"]


def titles(table: str, longest: int) -> dict[str, str]:
    """For each column the first sentence on it, cut at a word where it is too long."""
    return {field["name"]: _short(field["description"], longest) for field in fields(table)}


def _short(description: str, longest: int) -> str:
    sentence = description.split(". ")[0].rstrip(".")
    if len(sentence) <= longest:
        return sentence
    return sentence[: longest - 3].rpartition(" ")[0] + "..."
