"""The longest formations, each split into its commissions, with their days by definition."""

from __future__ import annotations

import dataclasses
import itertools

from scripts.figures.setting import Setting
from scripts.figures.style import COLOURS, MARGIN, Key, Page, width
from scripts.figures.tables import Day, Row, Tables, one, short

MOST = 25
ROW = 42
BARS, END = 330, 1030
COLUMNS = {"total": 1160, "agreed": 1290, "presented": 1420, "first": 1560}
DEFINITIONS = {
    "total": "election_to_inauguration",
    "agreed": "election_to_agreement_reached",
    "presented": "election_to_agreement_presented",
    "first": "first_commission_to_inauguration",
}
ROLES = ("scout", "informateur", "formateur")
OPEN = "xx"


@dataclasses.dataclass(frozen=True)
class Commission:
    """Those who were charged together; an open one has no known end and is drawn to the next."""

    role: str
    outcome: str
    persons: tuple[str, ...]
    start: Day
    end: Day
    is_open: bool


@dataclasses.dataclass(frozen=True)
class Formation:
    """A formation with its days by definition, as column of the picture."""

    formation_id: str
    cabinet_id: str
    start: Day
    end: Day
    days: dict[str, int]
    commissions: list[Commission]


def commissions(tables: Tables, formation: str, end: Day) -> list[Commission]:
    """The commissions of a formation whose first day is known, in order."""
    rows = [row for row in tables["formation_stages"] if row["formation_id"] == formation]
    rows = [row for row in rows if row["start_date"]]
    rows.sort(key=lambda row: (row["start_date"], row["stage"], row["person_id"]))
    grouped = [list(own) for _, own in itertools.groupby(rows, key=lambda row: row["stage"])]
    nexts = [*(own[0]["start_date"] for own in grouped), end][1:]
    return [_commission(own, after) for own, after in zip(grouped, nexts, strict=True)]


def _commission(rows: list[Row], after: Day) -> Commission:
    ends = [row["end_date"] for row in rows if row["end_date"]]
    persons = tuple(row["person_id"] for row in rows)
    last, first = max(ends, default=after), rows[0]
    return Commission(first["role"], first["outcome"], persons, first["start_date"], last, not ends)


def ranked(tables: Tables, most: int = MOST) -> list[Formation]:
    """The longest formations after an election since 1946, the longest first."""
    rows = [row for row in tables["formation_durations"]
            if row["definition"] == DEFINITIONS["total"] and row["rank_since_1946"]]  # fmt: skip
    rows.sort(key=lambda row: (row["rank_since_1946"], row["start_date"]))
    return [
        Formation(
            row["formation_id"], row["cabinet_id"], row["start_date"], row["end_date"],
            _days(tables, row["formation_id"]),
            commissions(tables, row["formation_id"], row["end_date"]),
        )
        for row in rows[:most]
    ]  # fmt: skip


def _days(tables: Tables, formation: str) -> dict[str, int]:
    found = {}
    for column, definition in DEFINITIONS.items():
        row = one(tables["formation_durations"], formation_id=formation, definition=definition)
        if row and row["days"] is not None:
            found[column] = row["days"]
    return found


def role_keys(setting: Setting, stages: list[Commission], *, has_gaps: bool = True) -> list[Key]:
    """The entries of a legend for who was at work."""
    say = setting.say
    roles = {own.role for own in stages}
    has_open = any(own.is_open for own in stages)
    keys = [Key(say.label("commission", role), COLOURS[role]) for role in ROLES if role in roles]
    if has_open:
        keys.append(Key(say("formations.open"), COLOURS["informateur"], OPEN))
    return [*keys, Key(say("formations.gap"), setting.theme.empty)] if has_gaps else keys


def draw(setting: Setting) -> Page:
    """The ranking."""
    say, found = setting.say, ranked(setting.tables)
    names = {row["cabinet_id"]: short(row["name"]) for row in setting.tables["cabinets"]}
    first = found[0]
    page = setting.page(
        say("formations.title", longest=names[first.cabinet_id], days=first.days["total"]),
        say("formations.subtitle", n=len(found)),
    )
    marks = [
        Key(say("formations.agreed"), COLOURS["mark"], marker="v"),
        Key(say("formations.presented"), COLOURS["mark"], marker="^"),
        Key(say("formations.first"), COLOURS["mark"], marker="o"),
    ]
    page.legend(role_keys(setting, [own for one_ in found for own in one_.commissions]))
    page.legend(marks)
    y = _heads(setting, page)
    for formation in found:
        name = f"{names[formation.cabinet_id]}, {formation.end.year}"
        _draw_row(page, formation, name, y, first.days["total"])
        y += ROW
    y = _axis(setting, page, y, first.days["total"])
    page.finish(y, setting.caption(say("formations.note")))
    return page


def _heads(setting: Setting, page: Page) -> float:
    """The heads of the columns. Returns where the rows begin."""
    y = page.top + 16
    for column, x in COLUMNS.items():
        for number, line in enumerate(setting.say(f"formations.col.{column}").split("|")):
            page.text(x, y + 28 * number, line, colour=page.theme.muted, side="right")
    return y + 62


def _x(days: float, most: int) -> float:
    return BARS + (END - BARS) * min(max(days, 0), most) / most


def _draw_row(page: Page, formation: Formation, name: str, y: float, most: int) -> None:
    page.text(BARS - 12, y, name, side="right")
    total = formation.days["total"]
    page.box(BARS, y - 12, _x(total, most), y + 12, page.theme.empty)
    for own in formation.commissions:
        draw_commission(page, own, [_x((day - formation.start).days, most)
                                    for day in (own.start, own.end)], y, 12)  # fmt: skip
    page.line([_x(0, most), _x(total, most), _x(total, most), _x(0, most), _x(0, most)],
              [y - 12, y - 12, y + 12, y + 12, y - 12], page.theme.ink, thick=1)  # fmt: skip
    places = {"agreed": ("v", -12), "presented": ("^", 12)}
    for column, (marker, shift) in places.items():
        if column in formation.days:
            x = _x(formation.days[column], most)
            page.mark(x, y + shift, COLOURS["mark"], marker, 13)
    if "first" in formation.days and formation.days["first"] <= total:
        page.mark(_x(total - formation.days["first"], most), y, COLOURS["mark"], "o", 11)
    for column, x in COLUMNS.items():
        if column in formation.days:
            page.text(x, y, str(formation.days[column]), side="right", bold=column == "total")


def draw_commission(page: Page, own: Commission, xs: list[float], y: float, half: float) -> None:
    """The block of a commission between two places; one without length is a line."""
    x, end = xs[0], max(xs[1], xs[0] + 2)
    hatch = OPEN if own.is_open else ""
    edge = page.theme.paper
    page.box(x, y - half, end, y + half, COLOURS[own.role], hatch=hatch, edge=edge, thick=1.5)


def _axis(setting: Setting, page: Page, y: float, most: int) -> float:
    for days in range(0, most + 1, 50):
        x = _x(days, most)
        page.line([x, x], [y - 14, y - 6], page.theme.muted)
        page.text(x, y + 10, str(days), colour=page.theme.muted, side="center")
    label = setting.say("formations.axis")
    if _x(0, most) - MARGIN > width(label) + 40:
        page.text(BARS - 40, y + 10, label, colour=page.theme.muted, side="right")
        return y + 24
    page.text((BARS + END) / 2, y + 40, label, colour=page.theme.muted, side="center")
    return y + 54
