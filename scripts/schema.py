"""The schema: columns (defined once), tables, code lists and package metadata, as read from data/schema/."""

from __future__ import annotations

import csv
import dataclasses
import functools
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclasses.dataclass(frozen=True)
class Column:
    """A column as one table has it."""

    name: str
    type: str
    description: str
    unit: str | None = None
    pattern: str | None = None
    minimum: int | None = None
    references: str | None = None
    codelist: str | None = None
    required: bool = False
    partial: bool = False
    items: str | None = None


@dataclasses.dataclass(frozen=True)
class Table:
    """A table: what a row is, its key, its columns in order, and which of them a person types."""

    name: str
    row: str
    about: str
    key: tuple[str, ...]
    columns: dict[str, Column]
    curated: tuple[str, ...]
    sort: tuple[str, ...]
    folder: str

    @property
    def path(self) -> str:
        """Path of the curated file, relative to the root."""
        return f"data/{self.folder}/{self.name}.csv"

    def row_id(self, row: dict) -> str:
        """The key of a row in one string, as evidence names it."""
        return "/".join(text(row[name]) for name in self.key)


@dataclasses.dataclass(frozen=True)
class Schema:
    """All tables, the codes allowed per code list, and the metadata of the package."""

    tables: dict[str, Table]
    codes: list[dict]
    package: dict

    @functools.cached_property
    def allowed(self) -> dict[str, list[str]]:
        """The codes of each code list."""
        lists: dict[str, list[str]] = {}
        for row in self.codes:
            lists.setdefault(row["codelist"], []).append(row["code"])
        return lists


def text(value: object) -> str:
    """A value as the curated files write it; null is the empty string."""
    return "" if value is None else str(value)


def load_schema(root: Path = ROOT) -> Schema:
    """Read data/schema/. A table that names an unknown column is an error of ours: KeyError."""
    folder = root / "data" / "schema"
    columns = tomllib.loads((folder / "columns.toml").read_text("utf-8"))
    tables = tomllib.loads((folder / "tables.toml").read_text("utf-8"))
    with (folder / "codes.csv").open(encoding="utf-8", newline="") as file:
        codes = [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]
    # The definitions of durations carry their own labels; they are codes as well.
    with (root / "data" / "curated" / "duration_definitions.csv").open(encoding="utf-8", newline="") as file:
        codes += [
            {"codelist": "duration_definition", "code": row["definition"], "definition": row["note"],
                 "label_en": row["label_en"], "label_nl": row["label_nl"]}
            for row in csv.DictReader(file)
        ]  # fmt: skip
    codes.sort(key=lambda row: (row["codelist"], row["code"]))
    package = tomllib.loads((folder / "package.toml").read_text("utf-8"))
    package["version"] = _version(root)
    return Schema({name: _table(name, spec, columns) for name, spec in tables.items()}, codes, package)


def _table(name: str, spec: dict, columns: dict[str, dict]) -> Table:
    key = tuple(spec["key"])
    built = {}
    for column in spec["columns"]:
        base = columns[column]
        references = base.get("references")
        note = spec.get("notes", {}).get(column)
        # "Role." and the like only name the column: the table's own sentence says all.
        bare = base["description"].rstrip(".").lower().replace(" ", "_") in (column, column.split("_")[0])
        described = note if note and bare else " ".join(filter(None, (base["description"], note)))
        built[column] = Column(
            name=column,
            type=base["type"],
            description=described,
            unit=base.get("unit"),
            pattern=base.get("pattern"),
            minimum=base.get("minimum"),
            references=None if (references == name and key == (column,)) else references,
            codelist=spec.get("codes", {}).get(column, base.get("codes")),
            required=column in spec["required"],
            partial=column in spec.get("partial", ()),
            items=base.get("items"),
        )
    sort = tuple(spec.get("sort", key))
    return Table(name, spec["row"], spec["about"], key, built, tuple(spec.get("curated", ())), sort,
                 spec.get("folder", "curated"))  # fmt: skip


@functools.cache
def _version(root: Path) -> str:
    """The version stands once, in the package."""
    for line in (root / "dutchcabinets" / "__init__.py").read_text("utf-8").splitlines():
        if line.startswith("__version__"):
            return line.split('"')[1]
    raise LookupError("dutchcabinets/__init__.py has no line __version__")
