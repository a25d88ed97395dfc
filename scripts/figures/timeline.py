"""All cabinets on a line of time, coloured by coalition family; caretaker time is hatched."""

from __future__ import annotations

import dataclasses
import datetime

from scripts.figures.families import FAMILIES, families
from scripts.figures.setting import Setting
from scripts.figures.style import COLOURS, MARGIN, SMALL, WIDTH, Key, Page, on_colour, width
from scripts.figures.tables import Day, Tables, cabinet_phases, short

FIRST, YEARS = 1848, 20
LEFT, RIGHT = 50, 1440
HATCH = "///"
BAR, LEVEL = 46, 29


@dataclasses.dataclass(frozen=True)
class Stretch:
    """A stretch of a cabinet in which neither family nor status changes."""

    cabinet_id: str
    family: str
    status: str
    start: Day
    end: Day


def stretches(tables: Tables) -> list[Stretch]:
    """The phases of all cabinets; those alike that follow each other are one stretch."""
    kinds, found = families(tables), list[Stretch]()
    for row in cabinet_phases(tables):
        family = kinds[row["cabinet_id"], row["phase"]]
        new = Stretch(row["cabinet_id"], family, row["status"], row["drawn_from"], row["drawn_to"])
        if found and _alike(found[-1], new):
            new = dataclasses.replace(found.pop(), end=new.end)
        found.append(new)
    return found


def _alike(one: Stretch, other: Stretch) -> bool:
    return (one.cabinet_id, one.family, one.status) == (
        other.cabinet_id, other.family, other.status,
    )  # fmt: skip


class Strip:
    """Twenty years of the line of time."""

    def __init__(self, year: int):
        self.year = year
        self.start, self.end = datetime.date(year, 1, 1), datetime.date(year + YEARS, 1, 1)

    def x(self, day: Day) -> float:
        """Where a day lies; days outside lie at the ends."""
        share = (day - self.start) / (self.end - self.start)
        return LEFT + (RIGHT - LEFT) * min(max(share, 0), 1)

    def part(self, stretch: Stretch) -> tuple[float, float]:
        """The ends of the part of a stretch that lies in the strip."""
        return self.x(stretch.start), self.x(stretch.end)


def draw(setting: Setting) -> Page:
    """The timeline."""
    say, tables = setting.say, setting.tables
    found = stretches(tables)
    page = setting.page(
        say("timeline.title", n=len({one.cabinet_id for one in found})), say("timeline.subtitle")
    )
    keys = [Key(say(f"family.{one}"), COLOURS[one], letter=FAMILIES[one]) for one in FAMILIES]
    page.legend([*keys, Key(say("caretaker"), setting.theme.empty, HATCH)])
    names = {row["cabinet_id"]: short(row["name"]) for row in tables["cabinets"]}
    y, waiting = page.top + 8, dict(names)
    for year in range(FIRST, tables.as_of.year + 1, YEARS):
        strip = Strip(year)
        labels = _labels(strip, found, waiting)
        y = _draw_strip(page, strip, found, labels, y)
    page.finish(y - 12, setting.caption(say("timeline.note")))
    return page


def _labels(strip: Strip, found: list[Stretch], waiting: dict[str, str]) -> list[tuple]:
    """Names with the place of each and its level, from the right to the left.

    A name that would leave the sheet waits for the next strip, if its cabinet is still there. Who
    stands further to the left gets the higher level, so that no line to a block crosses a name.
    """
    places: dict[str, float] = {}
    for one in found:
        first, last = strip.part(one)
        if last > first and one.cabinet_id in waiting:
            places.setdefault(one.cabinet_id, first)
    taken, labels = list[float](), []
    for cabinet, x in reversed(places.items()):
        name = waiting[cabinet]
        goes_on = any(one.end > strip.end for one in found if one.cabinet_id == cabinet)
        if x + width(name) > WIDTH - MARGIN and goes_on:
            continue
        level = _level(taken, x + width(name) + 14)
        taken[level:level + 1] = [x]  # fmt: skip
        labels.append((waiting.pop(cabinet), x, level))
    return labels


def _level(taken: list[float], end: float) -> int:
    """The lowest level at which a name that ends there is free of those to its right.

    It has to end before the lines that come down from the levels above, too.
    """
    free = (level for level in range(len(taken)) if end <= min(taken[level:]))
    return next(free, len(taken))


def _draw_strip(page: Page, strip: Strip, found: list[Stretch], labels: list, y: float) -> float:
    """A strip with its names. Returns where the next begins."""
    top = y + LEVEL * (1 + max((level for *_, level in labels), default=0)) + 4
    for name, x, level in labels:
        middle = top - 18 - level * LEVEL
        page.line([x + 1, x + 1], [middle - 11, top], page.theme.muted, thick=2)
        page.text(x + 6, middle, name)
    for one in found:
        _draw_stretch(page, one, *strip.part(one), top)
    starts = {one.cabinet_id: one.start for one in reversed(found)}
    for x in map(strip.x, sorted(starts.values())):
        if LEFT < x < RIGHT:
            page.line([x, x], [top - 2, top + BAR + 2], page.theme.ink, thick=3)
    for year in range(strip.year, strip.year + YEARS + 1, 5):
        x = strip.x(datetime.date(year, 1, 1))
        page.line([x, x], [top + BAR + 2, top + BAR + 9], page.theme.muted)
        page.text(x, top + BAR + 22, str(year), colour=page.theme.muted, side="center")
    return top + BAR + 46


def _draw_stretch(page: Page, one: Stretch, x: float, end: float, top: float) -> None:
    if end <= x:
        return
    colour, letter = COLOURS[one.family], FAMILIES[one.family]
    is_caretaker = one.status == "caretaker"
    page.box(x, top, end, top + BAR, colour, hatch=HATCH if is_caretaker else "")
    page.line([x, end, end, x, x], [top, top, top + BAR, top + BAR, top], page.theme.ink, thick=1)
    if not is_caretaker and end - x > width(letter, SMALL, True) + 8:
        middle = (x + end) / 2, top + BAR / 2
        page.text(*middle, letter, colour=on_colour(colour), side="center", bold=True)
