"""Women among the ministers, and the age of ministers, at the start of each cabinet."""

from __future__ import annotations

import dataclasses
import datetime
import itertools

from scripts.figures.scale import Scale, days, rows_of_values
from scripts.figures.setting import Setting
from scripts.figures.style import COLOURS, MARGIN, WIDTH, Key, Page, width
from scripts.figures.tables import Day, Tables, short

LEFT, RIGHT, PANEL = 100, WIDTH - MARGIN - 10, 420


@dataclasses.dataclass(frozen=True)
class Team:
    """The ministers of a cabinet at its start; ages are None where one is not known."""

    name: str
    start: Day
    women: int
    ministers: int
    mean: float | None
    youngest: int | None
    oldest: int | None

    @property
    def share(self) -> float:
        """The share of women, in per cent."""
        return 100 * self.women / self.ministers


def teams(tables: Tables) -> list[Team]:
    """The ministers of each cabinet, in order."""
    rows = sorted(tables["cabinets"], key=lambda row: row["sequence"])
    return [
        Team(
            short(row["name"]), row["start_date"], row["n_women_ministers"], row["n_ministers"],
            row["mean_age"], row["youngest_age"], row["oldest_age"],
        )
        for row in rows
        if row["n_women_ministers"] is not None and row["n_ministers"]
    ]  # fmt: skip


def draw(setting: Setting) -> Page:
    """Both panels on one line of time."""
    say, found = setting.say, teams(setting.tables)
    page = setting.page(_title(setting, found), say("members.subtitle"))
    page.legend(
        [
            Key(say("members.women"), COLOURS["women"], marker="s"),
            Key(say("members.mean"), COLOURS["age"], marker="o"),
            Key(say("members.range"), page.theme.muted, marker="|"),
        ]
    )
    last = datetime.date(setting.tables.as_of.year + 2, 1, 1)
    place = days(datetime.date(1845, 1, 1), last, LEFT, RIGHT)
    top, low = page.top + 56, page.top + 616
    page.text(MARGIN, top - 40, say("members.women"), colour=page.theme.muted)
    _draw_women(setting, page, place, Scale(0, 60, top + PANEL, top), found)
    page.text(MARGIN, low - 40, say("members.age"), colour=page.theme.muted)
    _draw_ages(page, place, Scale(20, 80, low + PANEL, low), found)
    for foot in (top + PANEL, low + PANEL):
        _years(page, place, foot)
    page.finish(low + PANEL + 40, setting.caption(say("members.note")))
    return page


def _title(setting: Setting, found: list[Team]) -> str:
    first = next(team for team in found if team.women)
    most = max(found, key=lambda team: team.share)
    return setting.say(
        "members.title",
        first=first.start.year,
        most=most.women,
        n=most.ministers,
        year=most.start.year,
    )


def _years(page: Page, place: Scale, foot: float) -> None:
    for year in range(1850, datetime.date.fromordinal(round(place.high)).year + 1, 25):
        x = place(datetime.date(year, 1, 1).toordinal())
        page.line([x, x], [foot, foot + 8], page.theme.muted)
        page.text(x, foot + 26, str(year), colour=page.theme.muted, side="center")


def _draw_women(setting: Setting, page: Page, place: Scale, up: Scale, found: list[Team]) -> None:
    rows_of_values(page, up, range(0, 61, 20), LEFT, RIGHT)
    points = [(place(team.start.toordinal()), up(team.share)) for team in found]
    page.line([x for x, _ in points], [y for _, y in points], COLOURS["women"], thick=2)
    for x, y in points:
        page.mark(x, y, COLOURS["women"], "s", 11)
    first = next((team for team in found if team.women), None)
    if first:
        told = setting.say("members.first", name=first.name, year=first.start.year)
        _name(page, place, up, first, told)
    most = max(found, key=lambda team: team.share)
    told = setting.say("members.most", name=most.name, women=most.women, n=most.ministers)
    _name(page, place, up, most, told)


def _name(page: Page, place: Scale, up: Scale, team: Team, told: str) -> None:
    """A note above and left of a point, with a line to it."""
    x, y = place(team.start.toordinal()), up(team.share)
    page.line([x - 60, x - 8], [y - 40, y - 8], page.theme.muted)
    page.text(max(x - 66, LEFT + width(told)), y - 48, told, side="right")


def _draw_ages(page: Page, place: Scale, up: Scale, found: list[Team]) -> None:
    rows_of_values(page, up, range(20, 81, 20), LEFT, RIGHT)
    known = [team for team in found if team.mean is not None]
    for team in known:
        x = place(team.start.toordinal())
        if team.youngest is not None and team.oldest is not None:
            page.line([x, x], [up(team.youngest), up(team.oldest)], page.theme.muted, thick=2)
    # No line across a cabinet whose ages are not known.
    for one, two in itertools.pairwise(found):
        if one.mean is not None and two.mean is not None:
            xs = [place(team.start.toordinal()) for team in (one, two)]
            page.line(xs, [up(one.mean), up(two.mean)], COLOURS["age"], thick=2)
    for team in known:
        page.mark(place(team.start.toordinal()), up(team.mean or 0), COLOURS["age"], "o", 11)
