"""What gives a number: every length in the tables, and the claims with their values.

The pages of the checker tell of them, and a file gives them to its script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dutchcabinets import _readable
from dutchcabinets._lengths import MEASURES, lengths
from scripts.site.facts import Facts, Row
from scripts.site.members import scripted
from scripts.site.page import Page
from scripts.site.words import LANGUAGES, Words

FILE = "data/figures.js"
TERM = "term"
# Whole numbers and those with a decimal point: what one can type.
NUMBER = re.compile(r"\d+(\.\d+)?")


def figures(facts: Facts) -> list[Row]:
    """Every length in days, by number, measure and day; `path` leads to what has it."""
    found = [
        row | {"path": _path(row), "post": _post(facts, row)}
        for measure in MEASURES
        for row in _readable.records(lengths(measure))
        if row["days"] is not None
    ]
    order = {name: number for number, name in enumerate(MEASURES)}
    return sorted(found, key=lambda row: (row["days"], order[row["measure"]], row["start_date"]))


def _path(row: Row) -> str:
    if row["formation_id"]:
        return f"formations/{row['formation_id']}/"
    return f"persons/{row['person_id']}/" if row["person_id"] else f"cabinets/{row['cabinet_id']}/"


def _post(facts: Facts, row: Row) -> str | None:
    """The post of a term, which its name tells after that of the person."""
    if row["measure"] != TERM:
        return None
    person = facts.one("persons", "person_id", row["person_id"])
    assert person is not None, row
    return str(row["name"]).removeprefix(f"{person['full_name']}, ")


def thing(facts: Facts, row: Row, lang: str) -> str:
    """What has a length: a formation by its years, a cabinet, a person."""
    if row["formation_id"]:
        formation = facts.one("formations", "formation_id", row["formation_id"])
        assert formation is not None, row
        return facts.formation(formation, lang)
    if row["person_id"]:
        person = facts.one("persons", "person_id", row["person_id"])
        assert person is not None, row
        return str(person["full_name"])
    return facts.short(row["cabinet_id"])


def measured(facts: Facts, row: Row, say: Words) -> str:
    """How a length is counted: the definition of a formation, the post of a term, the measure."""
    if row["definition"]:
        return say.definition(row["definition"])
    if row["post"]:
        post = facts.one("posts", "post", row["post"])
        assert post is not None, row
        return _readable.post(post, say.language)
    return str(say(f"measure.{row['measure']}"))


def claimed(facts: Facts, pages: Iterator[Page]) -> list[Row]:
    """The claims whose value is a number, each with the page that tells it."""
    return [
        row | {"path": page.path}
        for page in pages
        if "grid" in page.data
        for row in page.data["grid"].rows
        if NUMBER.fullmatch(row["value"] or "")
    ]


def file(facts: Facts, rows: list[Row], claims: list[Row], words: dict[str, Words]) -> bytes:
    """Lengths and claims as the script of the checker reads them: names once, rows by number."""
    things: dict[tuple[str, ...], int] = {}
    ways: dict[tuple[str, ...], int] = {}
    paths: dict[str, int] = {}
    verdicts: dict[str, int] = {}

    def length(row: Row) -> list[Any]:
        names = (thing(facts, row, lang) for lang in LANGUAGES)
        own = things.setdefault((row["path"], *dict.fromkeys(names)), len(things))
        way = ways.setdefault(_way(facts, row, words), len(ways))
        both = row["days_inclusive"] - row["days"]
        days = (int(row[key].replace("-", "")) for key in ("start_date", "end_date"))
        # Nearly always both ends make one day more.
        return [row["days"], own, way, *days, *([both] if both != 1 else [])]

    def claim(row: Row) -> list[Any]:
        path = paths.setdefault(row["path"], len(paths))
        verdict = verdicts.setdefault(row["verdict"], len(verdicts))
        about = facts.short(row["cabinet_id"])
        told = row["statement"], row["publisher"]
        return [float(row["value"]), *told, verdict, path, about, row["claim_id"]]

    content: dict[str, list] = {
        "rows": [length(row) for row in rows],
        "claims": [claim(row) for row in claims],
        "things": list(map(list, things)),
        "ways": list(map(list, ways)),
        "paths": list(paths),
        "verdicts": [[words[lang].label("verdict", key) for lang in LANGUAGES] for key in verdicts],
    }
    return scripted(content)


def _way(facts: Facts, row: Row, words: dict[str, Words]) -> tuple[str, ...]:
    return (row["measure"], *(measured(facts, row, words[lang]) for lang in LANGUAGES))
