"""Axes: where a value or a day lies on the sheet, and the lines that say so."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator

from scripts.figures.style import Page, width
from scripts.figures.tables import Day
from scripts.figures.words import Words


@dataclasses.dataclass(frozen=True)
class Scale:
    """A stretch of values on a stretch of the sheet."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where a value lies."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)


def days(first: Day, last: Day, start: float, end: float) -> Scale:
    """A scale of days, by their number."""
    return Scale(first.toordinal(), last.toordinal(), start, end)


def rows_of_values(
    page: Page, scale: Scale, values: Iterable[int], left: float, right: float
) -> None:
    """Lines across the sheet, each with its value at the left."""
    for value in values:
        y = scale(value)
        page.line([left, right], [y, y])
        page.text(left - 12, y, str(value), colour=page.theme.muted, side="right")


def months(scale: Scale) -> Iterator[Day]:
    """The first days of months on a scale of days."""
    day = datetime.date.fromordinal(round(scale.low)).replace(day=1)
    while day.toordinal() <= scale.high:
        if day.toordinal() >= scale.low:
            yield day
        day = (day + datetime.timedelta(days=32)).replace(day=1)


def time_axis(page: Page, scale: Scale, say: Words, y: float, foot: float) -> float:
    """Lines down from y to the foot, with months and years above. Returns where it begins."""
    listed = list(months(scale))
    room = (scale.end - scale.start) / max(len(listed), 1)
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60) if room * step > 120), 120)
    for day in listed:
        if (day.year * 12 + day.month - 1) % step:
            continue
        x = scale(day.toordinal())
        name = f"{say.month(day)} {day.year}" if step < 12 else str(day.year)
        half = width(name) / 2
        if scale.start - 20 <= x - half and x + half <= scale.end + 40:
            page.line([x, x], [y + 34, foot])
            page.text(x, y + 16, name, colour=page.theme.muted, side="center")
    return y + 34
