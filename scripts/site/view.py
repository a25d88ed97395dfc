"""A page in one language: what templates ask of it."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

from markupsafe import Markup, escape

from scripts.figures.tables import short
from scripts.site import charts
from scripts.site.cells import Cells
from scripts.site.facts import Row
from scripts.site.grid import Column, Grid


class View(Cells):
    """A page: its title, its tables and its charts."""

    @property
    def title(self) -> str:
        """The title of the page."""
        values = {key: _in(value, self.lang) for key, value in self.page.values.items()}
        return str(self.say(self.page.title, **values))

    def table(self, grid: Grid) -> Markup:
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


def _in(value: Any, lang: str) -> Any:
    """A value that has one form a language, in that language."""
    return value[lang] if isinstance(value, dict) else value


@functools.cache
def name_in(lang: str, name: str, name_en: str) -> str:
    """The name of a cabinet in full in a language."""
    return f"{name_en} ({short(name)})" if lang == "en" else name
