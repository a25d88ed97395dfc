"""A page in one language: links from here to elsewhere, cells, tables and charts as HTML."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from dutchcabinets import _readable, tables
from scripts.figures.tables import short
from scripts.site import charts, figures
from scripts.site.facts import Facts, Row, listed
from scripts.site.grid import Column, Grid
from scripts.site.named import named
from scripts.site.page import Page
from scripts.site.words import Words

# Kinds of cells that name one thing which has a page.
LINKED = ("cabinet", "formation", "election", "party", "person")


class View:
    """What templates ask of a page: words, links, tables, charts."""

    def __init__(self, facts: Facts, page: Page, say: Words):
        self.facts, self.page, self.say = facts, page, say
        self.lang = say.language
        self.is_part_english = False
        self._up = "../" * page.path.count("/")

    @property
    def foreign(self) -> Markup:
        """What marks a text that is there in English alone; the foot of the page says so too."""
        if self.lang == "en":
            return Markup("")
        self.is_part_english = True
        return Markup(" lang=en")

    def url(self, path: str) -> str:
        """The way from this page to another of its language."""
        return (self._up + path) or "./"

    def root(self, path: str) -> str:
        """The way from this page to a file of the site."""
        return f"../{self._up}{path}"

    def other(self, lang: str) -> str:
        """The way from this page to the same in another language."""
        return f"../{self._up}{lang}/{self.page.path}"

    @property
    def title(self) -> str:
        """The title of the page."""
        values = {key: _in(value, self.lang) for key, value in self.page.values.items()}
        return str(self.say(self.page.title, **values))

    # Names and links.

    def link(self, path: str, name: str) -> Markup:
        """A link to a page of the site."""
        # Not by Markup.format, which takes a tenth of the time of the whole site.
        return Markup(f'<a href="{escape(self.url(path))}">{escape(name)}</a>')

    def cabinet(self, key: str | None) -> Markup:
        """A cabinet by its short name."""
        row = self.facts.one("cabinets", "cabinet_id", key)
        return self.link(f"cabinets/{key}/", short(row["name"])) if row else Markup("")

    def formation(self, key: str | None) -> Markup:
        """A formation by its label."""
        row = self.facts.one("formations", "formation_id", key)
        return (
            self.link(f"formations/{key}/", self.facts.formation(row, self.lang))
            if row
            else Markup("")
        )

    def election(self, key: str | None) -> Markup:
        """An election by its day."""
        row = self.facts.one("elections", "election_id", key)
        return self.link(f"elections/{key}/", self.election_name(row)) if row else Markup("")

    def election_name(self, row: Row) -> str:
        """What an election is called: its day."""
        return self.say.date(row["date"]) if row["date"] else str(row["election_id"])

    def party(self, key: str | None) -> Markup:
        """A party by its abbreviation."""
        if key is None:
            return Markup("")
        if key == "none":
            return Markup(escape(self.say.label("party_kind", "none")))
        name = self.party_name(key)
        if name is None:
            return Markup(escape(self.say.label("actor", key)))
        return self.link(f"parties/{key}/", name)

    def party_name(self, key: str) -> str | None:
        """A party by its abbreviation, or its name where it has none."""
        return self.facts.parties.get(key)

    def cabinets(self, keys: str | None) -> Markup:
        """Several cabinets."""
        return Markup(", ").join(self.cabinet(key) for key in listed(keys))

    def parties(self, keys: str | None) -> Markup:
        """Several parties."""
        return Markup(", ").join(self.party(key) for key in listed(keys))

    def person(self, key: str | None) -> Markup:
        """A person by name."""
        row = self.facts.one("persons", "person_id", key)
        if row is None:
            return Markup("")
        if key not in self.facts.people:
            return Markup(escape(row["full_name"]))
        return self.link(f"persons/{key}/", row["full_name"])

    def persons(self, keys: str | None) -> Markup:
        """Several persons."""
        return Markup(", ").join(self.person(key) for key in listed(keys))

    def definition(self, name: str | None) -> Markup:
        """A definition of the length of a formation, with its ranking; other measures by name."""
        if not name:
            return Markup("")
        if name in self.facts.ranked:
            return self.link(f"formations/by/{name}/", self.say.definition(name))
        return Markup("<code>{}</code>").format(name)

    def named(self, place: str) -> Markup:
        """A row of a headline table by what it tells of."""
        return named(self, *place.split("/", 1))

    def source(self, key: str | None) -> Markup:
        """A source by its publisher, with its address."""
        row = self.facts.one("sources", "source_id", key)
        if row is None:
            return Markup("")
        name = row["publisher"] or row["producer"] or key
        if not (row["url"] or "").startswith("http"):
            return Markup(escape(name))
        return Markup('<a href="{}">{}</a>').format(row["url"], name)

    def figure(self, row: Row) -> Markup:
        """A length: what has it, and how it is counted."""
        name = self.link(row["path"], figures.thing(self.facts, row, self.lang))
        return Markup("{}, {}").format(name, figures.measured(self.facts, row, self.say))

    def held(self, row: Row) -> str:
        """The post, party and reason of one who came or went, after the name."""
        party = f" ({self.party_text(row['party_id'])})" if row["party_id"] else ""
        is_told = row["end_reason"] not in (None, "end_of_cabinet")
        reason = f": {self.say.label('end_reason', row['end_reason'])}" if is_told else ""
        return f", {_readable.post(row, self.lang)}{party}{reason}"

    # Cells.

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

    def fall(self, key: str | None) -> Markup:
        """How a cabinet ended, with the place where that is told."""
        row = self.facts.one("falls", "fall_id", key)
        if row is None:
            return Markup("")
        name = self.say.label("mechanism", row["mechanism"])
        return self.link(f"cabinets/{row['cabinet_id']}/#fall", name)

    def dataset(self, key: str) -> Markup:
        """A published data set that ours is compared with."""
        return self.link(f"comparisons/{key}/", key)

    def sources(self, keys: str) -> Markup:
        """Several sources."""
        return Markup(", ").join(self.source(key) for key in listed(keys))

    def measured(self, name: str) -> Markup:
        """What a claim measures: under which definition, by which measure, or which cell."""
        if name in self.facts.ranked:
            return self.definition(name)
        label = self.say.known("measure", name)
        return Markup(escape(label)) if label else Markup("<code>{}</code>").format(name)

    def says(self, keys: str) -> Markup:
        """Families of sources, each with the address of one source."""
        found = []
        for key in listed(keys):
            row = self.facts.one("sources", "source_id", key)
            assert row is not None, key
            name = self.say.label("source_family", row["family"])
            is_link = (row["url"] or "").startswith("http")
            link = Markup('<a href="{}">{}</a>').format(row["url"], name)
            found.append(link if is_link else escape(name))
        return Markup(", ").join(found)

    def printed(self, value: str) -> Markup:
        """A value as a source has it: a person or a code by name where we know it."""
        if self.facts.one("persons", "person_id", value):
            return self.person(value)
        if (label := self.say.known("mechanism", value)) is not None:
            return Markup(escape(label))
        is_day = len(value) == 10 and value[4:5] == "-" and value[7:8] == "-"
        return Markup(escape(self.say.day(value) if is_day else value))

    def party_text(self, key: str) -> str:
        """A party by its abbreviation, where it is a link already."""
        return self.party_name(key) or str(self.say.label("party_kind", key))

    # Tables and charts.

    def table(self, grid: Grid, has_caption: bool = True) -> Markup:
        """A table with its caption and its files."""
        shown = grid.shown
        links = Markup(' <a href="{}">CSV</a> <a href="{}">JSON</a>').format(
            f"{grid.name}.csv", f"{grid.name}.json"
        )
        caption = escape(self.say(f"table.{grid.caption or grid.name}"))
        # In a row of headings alone a heading is that of its column, without a word for it.
        heads = (f"<th>{escape(self.say(f'col.{column.heading}'))}" for column in shown)
        # Columns of numbers are told once, not in every cell.
        numbers = [f"n{place}" for place, column in enumerate(shown, 1) if column.is_number]
        look = f' class="{" ".join(numbers)}"' if numbers else ""
        rows = (self._row(row, shown, grid) for row in grid.rows)
        return Markup(
            f'<div class="t"><table id="{grid.name}"{look}>'
            f"<caption>{caption}{links}<thead><tr>{''.join(heads)}<tbody>"
            f"{''.join(rows)}</table></div>"
        )

    def _row(self, row: Row, shown: list[Column], grid: Grid) -> str:
        first, *rest = shown
        look = (self.foreign or " class=wide") if first.kind == "note" else ""
        name = f" id={row[grid.anchor]}" if grid.anchor else ""
        # A heading among cells is that of its row, without a word for it.
        cells = [f"\n<tr{name}><th{look}>{self.cell(row, first)}"]
        for column in rest:
            look = ""
            # Long texts get room; where these are English, their language says so and does that.
            if column.kind == "note" and row.get(column.key):
                look = self.foreign or " class=wide"
            elif column.kind in ("explained", "outcome") or (column.kind == "step" and row["note"]):
                look = " class=wide"
            cells.append(f"<td{look}>{self.cell(row, column)}")
        return "".join(cells)

    def drawn(self, chart: charts.Chart) -> Markup:
        """A chart, whose parts are links."""
        parts = [
            dataclasses.replace(part, link=self.url(part.link)) if part.link else part
            for part in chart.parts(self)
        ]
        return chart.draw(parts).on_page(*self._named(chart))

    def drawn_alone(self, chart: charts.Chart) -> bytes:
        """A chart as a file of its own, from which links would lead nowhere."""
        parts = [dataclasses.replace(part, link="") for part in chart.parts(self)]
        source = str(self.say("chart.source", version=self.facts.version))
        return chart.draw(parts).alone(self.title, *self._named(chart), source)

    def _named(self, chart: charts.Chart) -> tuple[str, str]:
        """The title of a chart, and where its numbers are told."""
        values = {key: _in(value, self.lang) for key, value in chart.values.items()}
        return str(self.say(f"chart.{chart.title}", **values)), str(self.say("chart.told"))

    def chart(self, chart: charts.Chart) -> Markup:
        """A chart on a page, with links to its file and its data."""
        links = Markup('<a href="{}">SVG</a> <a href="{}">{}</a>').format(
            f"{chart.name}.svg",
            f"{chart.grid}.csv",
            self.say("chart.data"),
        )
        return Markup('<figure class="{}">{}<figcaption>{}</figcaption></figure>').format(
            chart.draw.__name__, self.drawn(chart), links
        )


def _table_link(view: View, value: str) -> Markup:
    return Markup('<a href="{}"><code>{}</code></a>').format(view.url(f"codebook/{value}/"), value)


def _table_file(view: View, value: str) -> Markup:
    kind = value.rpartition(".")[2]
    name = {"csv": "CSV", "parquet": "Parquet"}[kind]
    return Markup('<a href="{}" download>{}</a>').format(view.root(f"data/tables/{value}"), name)


_KINDS: dict[str, Callable[[View, Any], object]] = {
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


def _in(value: Any, lang: str) -> Any:
    """A value that has one form a language, in that language."""
    return value[lang] if isinstance(value, dict) else value


@functools.cache
def name_in(lang: str, name: str, name_en: str) -> str:
    """The name of a cabinet in full in a language."""
    return f"{name_en} ({short(name)})" if lang == "en" else name
