"""Seats beside portfolios: Gamson's law."""

from __future__ import annotations

import dataclasses
import math

from scripts.figures.families import GROUPS
from scripts.figures.scale import Scale, rows_of_values
from scripts.figures.setting import Setting
from scripts.figures.style import COLOURS, SMALL, Key, Page, width
from scripts.figures.tables import Tables, short

LEFT, RIGHT, HEIGHT = 150, 1500, 1040
MARKERS = {"l": "s", "d": "o", "s": "^", "other": "D"}
NAMED = 10


@dataclasses.dataclass(frozen=True)
class Share:
    """A party of a coalition: its share of the seats and of the ministers, in per cent."""

    name: str
    group: str
    cabinet_id: str
    year: int
    seats: float
    portfolios: float


def shares(tables: Tables) -> list[Share]:
    """The parties of coalitions of two and more, by cabinet."""
    parties = {row["party_id"]: row for row in tables["parties"]}
    cabinets = {row["cabinet_id"]: row for row in tables["cabinets"]}
    found = []
    for row in tables["cabinet_composition"]:
        if row["seat_share"] is None or row["portfolio_share"] is None or row["seat_share"] >= 100:
            continue
        party, cabinet = parties[row["party_id"]], cabinets[row["cabinet_id"]]
        group = GROUPS.get(party["family"] or "", "other")
        name = f"{party['abbreviation']}, {short(cabinet['name'])}"
        found.append(
            Share(name, group if group in MARKERS else "other", row["cabinet_id"],
                  cabinet["start_date"].year, row["seat_share"], row["portfolio_share"])
        )  # fmt: skip
    return sorted(found, key=lambda share: (share.year, share.name))


def fit(found: list[Share]) -> tuple[float, float]:
    """Constant and slope of the least squares line of portfolios on seats."""
    count = len(found)
    x, y = sum(one.seats for one in found) / count, sum(one.portfolios for one in found) / count
    slope = sum((one.seats - x) * (one.portfolios - y) for one in found)
    slope /= sum((one.seats - x) ** 2 for one in found)
    return y - slope * x, slope


def draw(setting: Setting) -> Page:
    """The marks and both lines."""
    say, found = setting.say, shares(setting.tables)
    first = min(one.year for one in found)
    page = setting.page(say("shares.title"), say("shares.subtitle", first=first))
    page.legend([Key(say(f"shares.{one}"), COLOURS[one], marker=MARKERS[one]) for one in MARKERS])
    top = page.top + 50
    most = max(max(one.seats, one.portfolios) for one in found)
    end = 20 * math.ceil(most / 20)
    across, up = Scale(0, end, LEFT, RIGHT), Scale(0, end, top + HEIGHT, top)
    page.text(LEFT - 60, top - 34, say("shares.y"), colour=page.theme.muted)
    rows_of_values(page, up, range(0, end + 1, 20), LEFT, RIGHT)
    for value in range(0, end + 1, 20):
        page.line([across(value)] * 2, [top, top + HEIGHT])
        page.text(across(value), top + HEIGHT + 24, str(value), colour=page.theme.muted,
                  side="center")  # fmt: skip
    page.text(RIGHT, top + HEIGHT + 58, say("shares.x"), colour=page.theme.muted, side="right")
    constant, slope = fit(found)
    fitted = [up(constant), up(constant + slope * end)]
    page.line([across(0), across(end)], [up(0), up(end)], page.theme.ink, thick=2.5)
    page.line([across(0), across(end)], fitted, page.theme.muted, thick=2.5, dashed=True)
    _draw_marks(page, across, up, found)
    note = say(
        "shares.note", n=len(found), cabinets=len({one.cabinet_id for one in found}),
        constant=say.number(constant, 1), slope=say.number(slope, 2),
    )  # fmt: skip
    page.finish(top + HEIGHT + 80, setting.caption(note))
    return page


def _draw_marks(page: Page, across: Scale, up: Scale, found: list[Share]) -> None:
    """All marks, and the names of those furthest from the line where there is room for them."""
    taken = [(across(one.seats) - 10, up(one.portfolios) - 10, across(one.seats) + 10,
              up(one.portfolios) + 10) for one in found]  # fmt: skip
    for one in found:
        page.mark(across(one.seats), up(one.portfolios), COLOURS[one.group], MARKERS[one.group], 15)
    far = sorted(found, key=lambda one: (-abs(one.portfolios - one.seats), one.year, one.name))
    for one in far[:NAMED]:
        x, y, wide = across(one.seats), up(one.portfolios), width(one.name)
        for left, middle in ((x + 18, y), (x - 18 - wide, y), (x - wide / 2, y - 28),
                             (x - wide / 2, y + 28)):  # fmt: skip
            box = left, middle - SMALL * 0.6, left + wide, middle + SMALL * 0.6
            if left > LEFT and left + wide < RIGHT and not any(_meet(box, it) for it in taken):
                page.text(left, middle, one.name, ground=True)
                taken.append(box)
                break


def _meet(one: tuple, other: tuple) -> bool:
    """Whether two boxes have a point in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
