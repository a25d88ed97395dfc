"""What claims are about: things with a length, and what sources print that was not adopted."""

from __future__ import annotations

import bisect
import dataclasses
import datetime
import itertools
import operator
from collections import defaultdict

from scripts.cells import Cell, Lineage, Tables, by, grouped
from scripts.curated.witnesses import cell_of
from scripts.dates import full_date, within
from scripts.schema import Schema, text
from scripts.vocabulary import HEADLINE_DEFINITION

Day = datetime.date
HEADLINE = "headline"
"""Stands for the one length of every formation, from the election or else from the resignation."""


@dataclasses.dataclass(frozen=True)
class Item:
    """Something with a length.

    A formation under a definition, a cabinet, its time with full powers or as caretaker, a
    commission, or all premierships of a person.
    """

    key: str
    name: str
    label: str
    spells: tuple[tuple[Day, Day | None], ...]
    days: int | None
    ends: tuple[Cell, ...] = ()
    definition: str | None = None

    @property
    def start(self) -> Day:
        return self.spells[0][0]

    @property
    def end(self) -> Day | None:
        return self.spells[-1][1]

    def days_on(self, day: Day | None) -> int | None:
        """Its length on a day; without a day its full length, null while it lasts."""
        if day is None or (self.end is not None and self.end <= day):
            return self.days
        past = [(start, end) for start, end in self.spells if start <= day]
        return sum((min(end or day, day) - start).days for start, end in past) if past else None

    def is_over(self, day: Day | None) -> bool:
        """Whether it was over on a day; without a day whether it is."""
        return self.end is not None and (day is None or self.end <= day)

    def has_begun(self, day: Day | None) -> bool:
        """Whether it had begun on a day."""
        return day is None or self.start <= day

    def bare_name(self) -> str:
        """Its name without what is plain where formations are told one after the other."""
        return self.name.removeprefix("the formation of ")

    def span(self) -> str:
        return f"{self.start} to {self.end}" if self.end else f"from {self.start}"


def _longer(record: Item, item: Item) -> Item:
    return item if (item.days or 0) > (record.days or 0) else record


class Scope:
    """The things among which a claim compares, in order of their start."""

    def __init__(self, items: list[Item]):
        self.items = items
        self.keys = {item.key for item in items}
        self._over: dict[Day | None, list[Item]] = {}
        ended = sorted(((item.end, item) for item in items if item.end), key=operator.itemgetter(0))
        self._ends = [end for end, _ in ended]
        self._records = list(itertools.accumulate((item for _, item in ended), _longer))

    def over(self, day: Day | None) -> list[Item]:
        """Those that were over on a day (without a day: all that are), longest first."""
        if day not in self._over:
            found = [item for item in self.items if item.days is not None and item.is_over(day)]
            self._over[day] = sorted(found, key=lambda item: -(item.days or 0))
        return self._over[day]

    def record(self, day: Day) -> Item | None:
        """The longest that was over on a day."""
        place = bisect.bisect_right(self._ends, day)
        return self._records[place - 1] if place else None


class Things:
    """What the tests of claims look up: things with a length, cells, and who prints otherwise."""

    def __init__(self, schema: Schema, tables: Tables):
        self.tables = tables
        self._schema = schema
        self._lineage = Lineage(tables.values())
        names = schema.labels("source_family")
        self._family = {
            row["source_id"]: names.get(row["family"], row["family"]) for row in tables["sources"]
        }
        self._differs = grouped(self._other_accounts(), "row_id")
        self._cabinets = by(tables["cabinets"], "cabinet_id")
        ended = [row for row in tables["falls"] if row["outcome"] == "ended"]
        self._ended = by(ended, "cabinet_id")
        self._codes = {(row["codelist"], row["code"]): row["label_en"] for row in schema.codes}
        codings = tables["fall_codings"]
        self._classes = {(row["fall_id"], row["scheme"]): row["code"] for row in codings}
        self._first_year = min(row["start_date"] for row in tables["cabinets"]).year
        self._labels = schema.labels("duration_definition")
        self._items: dict[tuple, list[Item]] = {}
        self._by_key: dict[tuple, dict[str, Item]] = {}
        self._scopes: dict[tuple, Scope] = {}
        self._rows: dict[str, dict[str, dict]] = {}

    def _other_accounts(self) -> list[dict]:
        """What families say that differ, and do not agree elsewhere.

        A family that prints the adopted value as well contradicts itself: that is no other account,
        but a slip.
        """

        def account(row: dict) -> tuple[Cell, str]:
            return cell_of(row), self._family[row["source_id"]]

        said = self.tables["evidence"]
        agreeing = {account(row) for row in said if row["stance"] == "agrees"}
        differing = (row for row in said if row["stance"] == "differs")
        return [row for row in differing if account(row) not in agreeing]

    def items(self, measure: str, definition: str | None = None) -> list[Item]:
        """All things of a measure, in order of their start."""
        key = measure, definition
        if key not in self._items:
            self._items[key] = sorted(
                getattr(self, f"_{measure}")(definition), key=lambda item: item.start
            )
        return self._items[key]

    def item(self, measure: str, key: str, definition: str | None = None) -> Item | None:
        kind = measure, definition
        if kind not in self._by_key:
            self._by_key[kind] = {item.key: item for item in self.items(measure, definition)}
        return self._by_key[kind].get(key)

    def scope(self, claim: dict, definition: str | None) -> Scope:
        """The things among which a claim compares: of its measure, years and selection."""
        measure, first, last, selection = (
            claim[name] for name in ("measure", "scope_from", "scope_to", "selection")
        )
        key = measure, definition, first, last, selection

        def belongs(item: Item) -> bool:
            if selection == "not_interim" and self.is_interim(item.key):
                return False
            reference = text(item.end if measure in ("formation", "age") else item.start)
            return within(reference, first, last)

        if key not in self._scopes:
            self._scopes[key] = Scope(
                [item for item in self.items(measure, definition) if belongs(item)]
            )
        return self._scopes[key]

    def _formation(self, definition: str | None) -> list[Item]:
        label = self._labels.get(definition or HEADLINE, "election or resignation to inauguration")
        found = []
        for row in self.tables["formation_durations"]:
            if row["is_running"] or not self._is_under(row, definition):
                continue
            address = self.tables["formation_durations"].address
            ends = address(row, "start_date"), address(row, "end_date")
            name = f"the formation of {self._cabinets[row['cabinet_id']]['name']}"
            spells = ((row["start_date"], row["end_date"]),)
            key = row["formation_id"]
            found.append(Item(key, name, label, spells, row["days"], ends, definition))
        return found

    def _is_under(self, duration: dict, definition: str | None) -> bool:
        """Whether a length is under a definition, or under the headline one of its formation."""
        if definition == HEADLINE:
            formation = self.row("formations", duration["formation_id"]) or {}
            kind = formation["trigger"], formation["outcome"]
            definition = HEADLINE_DEFINITION.get(kind)
        return duration["definition"] == definition

    def _stretch(self, first: str, last: str, label: str) -> list[Item]:
        cabinets = self.tables["cabinets"]
        found = []
        for row in cabinets:
            start, end = row[first], row[last]
            if start:
                ends = cabinets.address(row, first), cabinets.address(row, last)
                days = (end - start).days if end else None
                key, name = row["cabinet_id"], row["name"]
                found.append(Item(key, name, label, ((start, end),), days, ends))
        return found

    def _cabinet(self, _: str | None) -> list[Item]:
        return self._stretch("start_date", "end_date", "days in office")

    def _full(self, _: str | None) -> list[Item]:
        return self._stretch("start_date", "resignation_date", "inauguration to resignation")

    def _caretaker(self, _: str | None) -> list[Item]:
        return self._stretch("resignation_date", "end_date", "resignation to handover")

    def _prime_minister(self, _: str | None) -> list[Item]:
        spells = defaultdict(list)
        for row in self.tables["prime_ministers"]:
            spells[row["person_id"], row["name"]].append((row["start_date"], row["end_date"]))
        found = []
        for (person, name), own in spells.items():
            days = None if own[-1][1] is None else sum((end - start).days for start, end in own)
            found.append(Item(person, name, "days as prime minister", tuple(own), days))
        return found

    def _age(self, _: str | None) -> list[Item]:
        """Age of prime ministers when they first took office: the stretch from birth to then."""
        births = {row["person_id"]: row["birth_date"] for row in self.tables["persons"]}
        label = "age on taking office in days"
        found: dict[str, Item] = {}
        for row in sorted(self.tables["prime_ministers"], key=lambda row: row["start_date"]):
            key, start = row["person_id"], row["start_date"]
            birth = births[key]
            if birth and key not in found:
                days = (start - birth).days
                found[key] = Item(key, row["name"], label, ((birth, start),), days)
        return list(found.values())

    def _stage(self, _: str | None) -> list[Item]:
        stages = self.tables["formation_stages"]
        label = "length of the commission"
        found = []
        for row in stages:
            if row["start_date"] and row["end_date"]:
                key = stages.table.row_id(row)
                ends = stages.address(row, "start_date"), stages.address(row, "end_date")
                spell = ((row["start_date"], row["end_date"]),)
                found.append(Item(key, f"commission {key}", label, spell, row["days"], ends))
        return found

    def code_of(self, cabinet: str, column: str, day: Day | None) -> str | None:
        """A code of a cabinet: type, character, who led it, or how it fell up to a day."""
        if column in ("cabinet_type", "character", "prime_minister_id"):
            return self._cabinets[cabinet][column]
        fall = self._ended.get(cabinet)
        if not fall or not (day is None or fall["date"] is None or fall["date"] <= day):
            return None
        if column == "mechanism":
            return fall["mechanism"]
        return self._classes[fall["fall_id"], column]

    def in_words(self, table: str, column: str, value: str) -> str:
        """A code by its label, anything else as it is."""
        tables = [
            self._schema.tables[name]
            for name in (table, "cabinets", "falls")
            if name in self._schema.tables
        ]
        codelist = next(
            (found.columns[column].codelist for found in tables if column in found.columns), None
        )
        return self._codes.get((codelist or "", value), value)

    def party_name(self, party: str) -> str:
        """The short name of a party."""
        row = self.row("parties", party)
        return text(row["abbreviation"] or row["name"]) if row else party

    def person_name(self, person: str) -> str:
        """The name of a person."""
        row = self.row("persons", person)
        return text(row["full_name"]) if row else person

    def is_interim(self, cabinet: str) -> bool:
        """Whether it is an interim cabinet, or the formation of one."""
        return cabinet in self._cabinets and self._cabinets[cabinet]["character"] == "interim"

    def begins_too_late(self, claim: dict) -> bool:
        """Whether the claim compares from a year before the data begin."""
        return bool(claim["scope_from"]) and int(claim["scope_from"][:4]) < self._first_year

    def row(self, table: str, row_id: str) -> dict | None:
        """A row of a built table by its id."""
        if table not in self._rows:
            self._rows[table] = {
                self._schema.tables[table].row_id(row): row for row in self.tables[table]
            }
        return self._rows[table].get(row_id)

    def who_prints(self, cell: Cell, value: str) -> set[str]:
        """Families, by name, that print a value for a cell that was not adopted."""
        said = self._said_otherwise(cell)
        return {self._family[row["source_id"]] for row in said if row["value"] == value}

    def other_dates(self, cell: Cell) -> dict[Day, set[str]]:
        """Days that sources print for a cell and that were not adopted, each with the families."""
        found: dict[Day, set[str]] = defaultdict(set)
        for row in self._said_otherwise(cell):
            if day := full_date(row["value"]):
                found[day].add(self._family[row["source_id"]])
        return found

    def _said_otherwise(self, cell: Cell) -> list[dict]:
        """What was said of the curated cells behind a cell that was not adopted."""
        cells = self._lineage.of(cell)
        found = (row for origin in cells for row in self._differs.get(origin.row_id, ()))
        return [row for row in found if cell_of(row) in cells]
