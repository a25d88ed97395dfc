"""Cells of tables as HTML: each kind of column in one place."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from dutchcabinets import _readable, tables
from scripts.site.facts import Row, listed
from scripts.site.grid import Column
from scripts.site.links import Links


class Cells(Links):
    """Cells in the words of a page."""

    def day(self, row: Row, key: str, is_short: bool = True) -> str:
        """A day as far as it is known; an end that has not come as such."""
        value = row.get(key) or row.get(key.replace("_date", "_text"))
        if value is None:
            return self.say("cell.now") if key == "end_date" and row.get("is_current") else ""
        text = value.isoformat() if isinstance(value, datetime.date) else str(value)
        # A day is one word: it does not break at the end of a line.
        return self.say.day(text, is_short).replace(" ", "\u00a0")

    def cell(self, row: Row, column: Column) -> Markup:
        """One cell as HTML."""
        kind, value = column.kind, row.get(column.key)
        if kind == "day":
            return Markup(escape(self.day(row, column.key)))
        if kind == "step":
            lists = {"commission": row["role"], "event_type": row["event_type"]}
            codelist, code = next((name, code) for name, code in lists.items() if code)
            return self._with_note(self.say.label(codelist, code), row["note"])
        if kind in ("joined", "left", "days_within"):
            return Markup(escape(self._within(row, kind)))
        if kind == "post":
            return Markup(escape(_readable.post(row, self.lang)))
        if value is None:
            return Markup("")
        if kind == "outcome":
            told = " ".join(filter(None, (row["reason"], row["note"])))
            return self._with_note(self.say.label("round_outcome", value), told)
        if kind == "explained":
            return Markup(escape(self.say.explained(row, column.key)))
        if kind.startswith("label="):
            return Markup(escape(self.say.label(kind.removeprefix("label="), value)))
        if kind in _KINDS:
            return Markup(escape(_KINDS[kind](self, value)))
        return Markup(escape(getattr(self, kind)(value)))

    def _with_note(self, told: str, note: str | None) -> Markup:
        """What happened, and below it what is known of it."""
        if not note:
            return Markup(escape(told))
        return Markup("{}<br><small{}>{}</small>").format(told, self.foreign, note)

    def _within(self, row: Row, kind: str) -> str:
        """The days of a member that are not those of the cabinet."""
        cabinet = self.facts.one("cabinets", "cabinet_id", row["cabinet_id"])
        assert cabinet is not None, row
        changed = [
            name for name in ("start_date", "end_date")
            if row[name] != cabinet[name] or row[name.replace("_date", "_text")]
        ]  # fmt: skip
        if kind == "days_within":
            return self.say.number(row["days"]) if changed and row["days"] is not None else ""
        name = "start_date" if kind == "joined" else "end_date"
        return self.day(row, name) if name in changed else ""

    def english(self, value: object) -> Markup:
        """A text that is there in English alone."""
        mark = self.foreign
        return Markup("<span{}>{}</span>").format(mark, value) if mark else Markup(escape(value))

    def yes(self, value: bool) -> str:
        """Whether, in a word."""
        return str(self.say("cell.yes" if value else "cell.no"))

    def rank(self, row: Row) -> str:
        """A rank under a definition, with how many there are."""
        if row["rank"] is None:
            return ""
        of = self.facts.ranked[row["definition"]]
        return str(self.say("cell.rank", rank=row["rank"], of=of))

    def printed(self, value: str) -> Markup:
        """A value as a source has it: a person or a code by name where we know it."""
        if self.facts.one("persons", "person_id", value):
            return self.person(value)
        if (label := self.say.known("mechanism", value)) is not None:
            return Markup(escape(label))
        is_day = len(value) == 10 and value[4:5] == "-" and value[7:8] == "-"
        return Markup(escape(self.say.day(value) if is_day else value))

    def held(self, row: Row) -> str:
        """The post, party and reason of one who came or went, after the name."""
        party = f" ({self.party_text(row['party_id'])})" if row["party_id"] else ""
        is_told = row["end_reason"] not in (None, "end_of_cabinet")
        reason = f": {self.say.label('end_reason', row['end_reason'])}" if is_told else ""
        return f", {_readable.post(row, self.lang)}{party}{reason}"


def _table_link(view: Cells, value: str) -> Markup:
    return Markup('<a href="{}"><code>{}</code></a>').format(view.url(f"codebook/{value}/"), value)


def _table_file(view: Cells, value: str) -> Markup:
    kind = value.rpartition(".")[2]
    name = {"csv": "CSV", "parquet": "Parquet"}[kind]
    return Markup('<a href="{}" download>{}</a>').format(view.root(f"data/tables/{value}"), name)


_KINDS: dict[str, Callable[[Cells, Any], object]] = {
    "text": lambda view, value: value,
    "n": lambda view, value: view.say.number(value),
    "year": lambda view, value: value,
    "dec": lambda view, value: view.say.number(value, 1),
    "pct": lambda view, value: f"{view.say.number(value, 1)}%",
    "note": lambda view, value: value,
    "bool": lambda view, value: view.yes(value),
    "word": lambda view, value: view.say(value),
    "cabinet_text": lambda view, value: view.facts.short(value),
    "share": lambda view, value: f"{view.say.number(100 * value, 1)}%",
    "date_text": lambda view, value: view.say.day(value, is_short=True).replace(" ", "\u00a0"),
    "table_link": _table_link,
    "table_file": _table_file,
    "table_name": lambda view, value: tables(view.lang)[value],
    "codes": lambda view, value: ", ".join(listed(value)),
    "tick": lambda view, value: view.say("cell.yes") if value else "",
    # A long name breaks after its parts.
    "variable": lambda view, value: Markup(f"<code>{str(value).replace('_', '_<wbr>')}</code>"),
    "place": lambda view, value: Markup("<code>{}</code>").format(value),
    # That somebody stayed to the end is what the days say.
    "reason": lambda view, value: (
        "" if value == "end_of_cabinet" else view.say.label("end_reason", value)
    ),
}
