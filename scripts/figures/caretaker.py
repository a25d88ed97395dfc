"""Days under a caretaker cabinet, by decade."""

from __future__ import annotations

import dataclasses
import datetime

from scripts.figures.scale import Scale
from scripts.figures.setting import Setting
from scripts.figures.style import COLOURS, WIDTH, Page
from scripts.figures.tables import Day, Tables, cabinet_phases

ROW, LEFT, RIGHT = 48, 190, WIDTH - 280


@dataclasses.dataclass(frozen=True)
class Decade:
    """A decade: its days in the data, and the caretaker days of each cabinet in it."""

    year: int
    days: int
    cabinets: dict[str, int]

    @property
    def caretaker(self) -> int:
        """All caretaker days."""
        return sum(self.cabinets.values())

    @property
    def share(self) -> float:
        """The share of the days that are caretaker days, in per cent."""
        return 100 * self.caretaker / self.days


def decades(tables: Tables) -> list[Decade]:
    """The decades since the first cabinet."""
    phases = cabinet_phases(tables)
    first, last = phases[0]["drawn_from"], tables.as_of
    found = []
    for year in range(first.year // 10 * 10, last.year + 1, 10):
        start, end = (
            max(datetime.date(year, 1, 1), first),
            min(datetime.date(year + 10, 1, 1), last),
        )
        cabinets: dict[str, int] = {}
        for row in phases:
            days = _common((row["drawn_from"], row["drawn_to"]), (start, end))
            if row["status"] == "caretaker" and days:
                cabinets[row["cabinet_id"]] = cabinets.get(row["cabinet_id"], 0) + days
        found.append(Decade(year, (end - start).days, cabinets))
    return found


def _common(one: tuple[Day, Day], other: tuple[Day, Day]) -> int:
    """The days that two stretches have in common."""
    return max((min(one[1], other[1]) - max(one[0], other[0])).days, 0)


def draw(setting: Setting) -> Page:
    """The bars."""
    say, found = setting.say, decades(setting.tables)
    worst = max(found, key=lambda decade: decade.share)
    share = _percent(setting, worst)
    title = say("caretaker.title", share=share, worst=worst.year, last=worst.year + 9)
    page = setting.page(title, say("caretaker.subtitle"))
    place = Scale(0, max(decade.caretaker for decade in found), LEFT, RIGHT)
    y = page.top + 24
    foot = y + ROW * len(found) - 12
    for days in range(0, round(place.high) + 1, 200):
        page.line([place(days)] * 2, [y - 20, foot])
        page.text(place(days), foot + 18, say.number(days), colour=page.theme.muted, side="center")
    for decade in found:
        _draw_decade(setting, page, place, decade, y)
        y += ROW
    page.finish(foot + 40, setting.caption(_note(setting)))
    return page


def _note(setting: Setting) -> str:
    """What the ends of the time are, and how many phases have no known first day."""
    say, phases = setting.say, cabinet_phases(setting.tables)
    first, last = say.date(phases[0]["drawn_from"]), say.date(setting.tables.as_of)
    unknown = sum(row["start_date"] is None for row in phases)
    return say("caretaker.note", first=first, last=last, n=unknown)


def _percent(setting: Setting, decade: Decade) -> str:
    return f"{setting.say.number(decade.share)}%"


def _draw_decade(setting: Setting, page: Page, place: Scale, decade: Decade, y: float) -> None:
    page.text(LEFT - 14, y, f"{decade.year}\u2013{decade.year + 9}", side="right")
    colour = COLOURS["caretaker"]
    before = 0
    for days in decade.cabinets.values():
        ends = place(before), place(before + days)
        page.box(ends[0], y - 16, ends[1], y + 16, colour, edge=page.theme.paper, thick=2)
        before += days
    told = f"{setting.say.days(decade.caretaker)} ({_percent(setting, decade)})"
    page.text(place(decade.caretaker) + 12, y, told, ground=True)
