"""Read data/schema/: columns.toml, a file a table in tables/, codes.csv, package.toml.

A key, table, column or code list that the schema does not know is an error with its file and line.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from scripts.files import Faulty, read_csv, read_text
from scripts.problems import BadInput, Problem
from scripts.schema import ROOT, Column, Schema, Table, text
from scripts.schema.toml import Toml

FOLDER = "data/schema"
DEFINITIONS = "data/curated/duration_definitions.csv"
TYPES = ("string", "integer", "number", "boolean", "date")
ITEM_TYPES = ("string", "integer", "date")
KINDS = ("facts", "about")
FOLDERS = ("curated", "evidence", "sources")

_COLUMN: dict[str, type] = {
    "type": str, "description": str, "description_nl": str, "unit": str, "pattern": str,
    "minimum": int,
    "references": str, "codes": str, "items": str, "is_wording": bool,
}  # fmt: skip
_TABLE: dict[str, type] = {
    "row": str, "row_nl": str, "about": str, "about_nl": str, "key": list, "columns": list,
    "curated": list, "required": list, "partial": list, "evidenced": list, "sort": list,
    "folder": str, "kind": str, "split_by": str, "spells": list, "dated": str, "is_plain": bool,
    "structural": dict, "codes": dict, "descriptions": dict, "descriptions_nl": dict,
}  # fmt: skip
_PACKAGE: dict[str, type] = {
    "name": str, "title": str, "description": str, "creator": str, "as_of": datetime.date,
    "released": datetime.date, "tables": list, "keywords": list, "doi": str, "homepage": str,
    "files_at": str, "licence": dict,
}  # fmt: skip
_LICENCE: dict[str, type] = {"name": str, "title": str, "path": str}
_CODES = ("codelist", "code", "number", "label_en", "label_nl", "definition", "definition_nl")
_NOTES = {"definition": "note", "definition_nl": "note_nl"}
_DEFINITIONS = (
    "definition", "number", "start_event_types", "end_event_types", "end_offset", "label_en",
    "label_nl", "note", "note_nl",
)  # fmt: skip


def load_schema(root: Path = ROOT) -> Schema:
    """Read data/schema/ and the version.

    Raises:
        BadInput: a file is missing, broken, or has keys or names that are not known.
    """
    package = Toml(root, f"{FOLDER}/package.toml")
    package.check(_PACKAGE, tuple(_PACKAGE))
    package.check(_LICENCE, tuple(_LICENCE), "licence")
    columns = Toml(root, f"{FOLDER}/columns.toml")
    for name in columns.content:
        columns.check(_COLUMN, ("type", "description", "description_nl"), name)
    names = [name for name in package.content.get("tables", []) if isinstance(name, str)]
    files = {name: Toml(root, f"{FOLDER}/tables/{name}.toml") for name in names}
    for file in files.values():
        file.check(_TABLE, ("row", "row_nl", "about", "about_nl", "key", "columns", "required"))
    codes, problems = _codes(root)
    version, faults = _version(root)
    read = [package, columns, *files.values()]
    problems += faults + _unlisted(root, names) + [one for file in read for one in file.problems]
    _stop_at(problems)

    lists = {row["codelist"] for row in codes}
    _check_columns(columns, files, lists)
    for file in files.values():
        _check_names(file, columns.content, lists)
    _stop_at([problem for file in read for problem in file.problems])
    tables = {name: _table(name, file.content, columns.content) for name, file in files.items()}
    return Schema(tables, codes, {**package.content, "version": version})


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        raise BadInput(problems)


def _unlisted(root: Path, names: list[str]) -> list[Problem]:
    """Each file of a table is one of those that package.toml lists."""
    expected = "a file of a table that package.toml lists"
    files = sorted((root / FOLDER / "tables").glob("*"))
    return [
        Problem(f"{FOLDER}/tables/{file.name}", 0, "file", expected, "one that it does not list")
        for file in files
        if file.suffix != ".toml" or file.stem not in names
    ]


def _codes(root: Path) -> tuple[list[dict], list[Problem]]:
    """The codes of codes.csv, and the definitions of durations, which carry their own labels."""
    file = f"{FOLDER}/codes.csv"
    codes, problems = _rows(root, file, _CODES, _CODES[:5])
    problems += _in_one_language(file, codes)
    must = ("definition", "number", "label_en", "label_nl", "note", "note_nl")
    definitions, faults = _rows(root, DEFINITIONS, _DEFINITIONS, must)
    for _, row in definitions:
        row |= {"codelist": "duration_definition", "code": row["definition"]}
    placed = [(file, *one) for one in codes] + [(DEFINITIONS, *one) for one in definitions]
    # Two codes of one label would be one in a factor, and are mostly one thing entered twice.
    for column in ("code", "number", "label_en", "label_nl"):
        problems += _twice(placed, column)
    found = [row for _, row in codes]
    found += [{name: row[_NOTES.get(name, name)] for name in _CODES} for _, row in definitions]
    found.sort(key=lambda row: (text(row["codelist"]), text(row["code"])))
    return found, problems + faults


def _in_one_language(file: str, codes: list[tuple[int, dict]]) -> list[Problem]:
    """Each definition that is there in English or in Dutch alone."""
    columns = ("definition", "definition_nl")
    return [
        Problem(file, line, column, f"a text, as {other} has one", "nothing")
        for line, row in codes
        for column, other in (columns, columns[::-1])
        if row[column] is None and row[other] is not None
    ]


def _twice(placed: list[tuple[str, int, dict]], column: str) -> list[Problem]:
    """Each place where a code list has again what it may have once."""
    problems: list[Problem] = []
    first: dict[tuple[str, str], str] = {}
    for file, line, row in placed:
        key = text(row["codelist"]), text(row[column])
        before = first.setdefault(key, f"{file}:{line}")
        if before != f"{file}:{line}":
            # The key of a definition has another name in its own file.
            name = "definition" if column == "code" and file == DEFINITIONS else column
            expected = f"a {column} that {key[0]} has once"
            problems.append(Problem(file, line, name, expected, f"{key[1]}, as in {before}"))
    return problems


def _rows(
    root: Path, file: str, columns: tuple[str, ...], must: tuple[str, ...]
) -> tuple[list[tuple[int, dict]], list[Problem]]:
    """The rows of a file, each with its line."""
    rows: list[tuple[int, dict]] = []
    problems: list[Problem] = []
    for record in read_csv(root / file, columns):
        if isinstance(record, Faulty):
            problems.append(record.problem(file))
            continue
        row: dict = {name: cell or None for name, cell in zip(columns, record.cells, strict=True)}
        number = row["number"] or ""
        if re.fullmatch(r"0|[1-9][0-9]{0,3}", number):
            row["number"] = int(number)
        elif number:
            expected = "a whole number below 10,000"
            problems.append(Problem(file, record.line, "number", expected, repr(number)))
        lacking = [name for name in must if row[name] is None]
        problems += [Problem(file, record.line, name, "a value", "nothing") for name in lacking]
        rows.append((record.line, row))
    return rows, problems


def _version(root: Path) -> tuple[str, list[Problem]]:
    """The version stands once, in the package."""
    file = "dutchcabinets/__init__.py"
    try:
        content = read_text(root / file)
    except Faulty as fault:
        return "", [fault.problem(file)]
    if found := re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', content, re.MULTILINE):
        return found[1], []
    expected = 'a line __version__ = "MAJOR.MINOR.PATCH"'
    return "", [Problem(file, 0, "__version__", expected, "none")]


def _check_names(file: Toml, columns: dict[str, dict], lists: set[str]) -> None:
    """Every name in the file of a table is known: columns, code lists, kinds."""
    spec = file.content
    for key in ("key", "columns", "required"):
        if not spec[key]:
            file.wrong(key, "at least one name", "none")
    for key in ("row", "row_nl", "about", "about_nl"):
        if not spec[key].strip():
            file.wrong(key, "words", "none")
    for column in _each_name(file, "columns"):
        if column not in columns:
            file.wrong("columns", "columns of columns.toml", repr(column))
    for key in ("key", "curated", "required", "partial", "evidenced", "sort", "spells", "dated",
                "split_by", "structural", "codes", "descriptions", "descriptions_nl"):  # fmt: skip
        for column in _each_name(file, key):
            if column not in spec["columns"]:
                file.wrong(key, "columns of this table", repr(column))
    for key in ("partial", "evidenced", "spells", "dated"):
        for column in _each_name(file, key):
            if column not in spec.get("curated", ()) and column in spec["columns"]:
                file.wrong(key, "curated columns of this table", repr(column))
    for column in _each_name(file, "curated"):
        stem = column.removesuffix("_date")
        companions = {f"{stem}_{part}" for part in ("text", "year", "precision")}
        is_day = columns.get(column, {}).get("type") == "date"
        if is_day and companions & set(spec["columns"]) and column not in spec.get("partial", ()):
            expected = f"{column} among them, of which another column tells how far it is known"
            file.wrong("partial", expected, "it is not")
    if "folder" in spec and not spec.get("curated"):
        file.wrong("folder", "curated columns, since the table has a folder", "none")
    own, other = (set(spec.get(key, {})) for key in ("descriptions", "descriptions_nl"))
    for column in sorted(own ^ other):
        lacking = "descriptions_nl" if column in own else "descriptions"
        file.wrong(column, "a sentence in each language", f"none in {lacking}", lacking)
    for section in ("codes", "structural", "descriptions", "descriptions_nl"):
        for column, words in spec.get(section, {}).items():
            if not isinstance(words, str) or not words:
                file.wrong(column, "words", repr(words), section)
            elif section == "codes" and words not in lists:
                file.wrong(column, "a code list of codes.csv", repr(words), section)
    for key, allowed in (("kind", KINDS), ("folder", FOLDERS)):
        if spec.get(key, allowed[0]) not in allowed:
            file.wrong(key, " or ".join(allowed), repr(spec[key]))


def _each_name(file: Toml, key: str) -> list[str]:
    """The names that stand behind a key: one, a list, pairs, or the keys of a section."""
    value = file.content.get(key, [])
    if isinstance(value, str):
        return [value]
    if key != "spells":
        return [name if isinstance(name, str) else repr(name) for name in value]
    pairs = [pair for pair in value if isinstance(pair, list) and len(pair) == 2]
    if len(pairs) != len(value):
        file.wrong(key, "pairs of a start and an end", repr(value))
    return [str(name) for pair in pairs for name in pair]


def _check_columns(columns: Toml, tables: dict[str, Toml], lists: set[str]) -> None:
    """Every column has a known type, code list and table, a pattern that compiles, and is used."""
    used = {name for table in tables.values() for name in _each_name(table, "columns")}
    for name, spec in columns.content.items():
        known = {"type": TYPES, "items": ITEM_TYPES, "references": tables, "codes": lists}
        for key, allowed in known.items():
            if key in spec and spec[key] not in allowed:
                columns.wrong(key, _one_of(allowed), repr(spec[key]), name)
        if "minimum" in spec and spec["type"] != "integer":
            columns.wrong("minimum", "a column of whole numbers", spec["type"], name)
        if name not in used:
            columns.wrong(name, "a column that some table has", "a column of none")
        try:
            re.compile(spec.get("pattern", ""))
        except re.error as error:
            columns.wrong("pattern", "a regular expression", str(error), name)


def _one_of(allowed) -> str:
    return f"one of {', '.join(sorted(allowed))}"


def _table(name: str, spec: dict, columns: dict[str, dict]) -> Table:
    key = tuple(spec["key"])
    return Table(
        name=name,
        row=spec["row"],
        row_nl=spec["row_nl"],
        about=spec["about"],
        about_nl=spec["about_nl"],
        key=key,
        columns={
            column: _column(name, column, spec, columns[column]) for column in spec["columns"]
        },
        curated=tuple(spec.get("curated", ())),
        evidenced=tuple(spec.get("evidenced", ())),
        sort=tuple(spec.get("sort", key)),
        folder=spec.get("folder", FOLDERS[0]),
        kind=spec.get("kind", KINDS[0]),
        split_by=spec.get("split_by"),
        spells=tuple((first, last) for first, last in spec.get("spells", ())),
        dated=spec.get("dated"),
        is_plain=spec.get("is_plain", False),
        structural=spec.get("structural", {}),
    )


def _column(table: str, column: str, spec: dict, base: dict) -> Column:
    """A column in a table, whose own sentence and code list stand in place of the general ones."""
    references = base.get("references")
    is_own_key = references == table and spec["key"] == [column]
    required = column in spec["required"]
    # Formula models fail on pandas' nullable integers and booleans: there they are floats.
    is_float = spec.get("is_plain") and not required and base["type"] in ("integer", "boolean")
    return Column(
        name=column,
        type="number" if is_float else base["type"],
        description=spec.get("descriptions", {}).get(column, base["description"]),
        description_nl=spec.get("descriptions_nl", {}).get(column, base["description_nl"]),
        unit=base.get("unit"),
        pattern=base.get("pattern"),
        minimum=None if is_float else base.get("minimum"),
        references=None if is_own_key else references,
        codelist=spec.get("codes", {}).get(column, base.get("codes")),
        required=required,
        partial=column in spec.get("partial", ()),
        items=base.get("items"),
        is_wording=base.get("is_wording", False),
    )
