"""How cabinets ended, by mechanism and period."""

from __future__ import annotations

import dataclasses
import itertools

from scripts.figures.setting import Setting
from scripts.figures.style import COLOURS, MARGIN, WIDTH, Page, blend, on_colour
from scripts.figures.tables import Tables
from scripts.publish.summaries import PERIODS, count_falls, used_mechanisms

ROW, LABELS = 46, 570


@dataclasses.dataclass(frozen=True)
class Cell:
    """How many cabinets ended in a way in a period, and how many crises of that way were mended."""

    ended: int
    mended: int


def cells(tables: Tables) -> dict[str, list[Cell]]:
    """The cells of each mechanism in use, by period, the most frequent first."""
    counts = count_falls(tables["falls"], tables["cabinets"])
    return {
        mechanism: [
            Cell(counts[mechanism, first, "ended"], counts[mechanism, first, "mended"])
            for first in PERIODS
        ]
        for mechanism in used_mechanisms(tables["mechanisms"])
    }


def draw(setting: Setting) -> Page:
    """The table with the more the darker."""
    say, found = setting.say, cells(setting.tables)
    totals = [sum(row[number].ended for row in found.values()) for number in range(len(PERIODS))]
    page = setting.page(say("falls.title", n=sum(totals)), say("falls.subtitle"))
    wide = (WIDTH - MARGIN - LABELS) / (len(PERIODS) + 1)
    xs = [LABELS + wide * number for number in range(len(PERIODS) + 1)]
    spans = [f"{one[:4]}\u2013{two[:4]}" for one, two in itertools.pairwise([*PERIODS, ""])]
    y = page.top + 14
    for x, head in zip(xs, [*spans, say("all")], strict=True):
        page.text(x + wide / 2, y, head, colour=page.theme.muted, side="center")
    y += 28
    most = max(cell.ended for row in found.values() for cell in row)
    for mechanism, row in found.items():
        page.text(LABELS - 14, y + ROW / 2, say.label("mechanism", mechanism), side="right")
        for x, cell in zip(xs, row, strict=False):
            _draw_cell(page, cell, (x, y), wide, most)
        total = sum(cell.ended for cell in row)
        page.text(xs[-1] + wide / 2, y + ROW / 2, str(total), side="center", bold=True)
        y += ROW
    page.text(LABELS - 14, y + 26, say("falls.total"), side="right", bold=True)
    for x, count in zip(xs, [*totals, sum(totals)], strict=True):
        page.text(x + wide / 2, y + 26, str(count), side="center", bold=True)
    page.finish(y + 44, setting.caption(say("falls.note")))
    return page


def _draw_cell(page: Page, cell: Cell, corner: tuple[float, float], wide: float, most: int) -> None:
    x, y = corner
    share = 0.18 + 0.82 * cell.ended / most if cell.ended else 0
    colour = blend(COLOURS["count"], page.theme.empty, share)
    page.box(x, y, x + wide, y + ROW, colour, edge=page.theme.paper, thick=4)
    mended = f"({cell.mended})" if cell.mended else ""
    told = f"{cell.ended or ''} {mended}".strip()
    if told:
        page.text(x + wide / 2, y + ROW / 2, told, colour=on_colour(colour), side="center")
