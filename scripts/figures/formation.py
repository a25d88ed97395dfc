"""One formation: who was at work, and how long it was by each definition."""

from __future__ import annotations

import datetime

from scripts.figures import scale
from scripts.figures.formations import (
    Commission,
    commissions,
    draw_commission,
    role_keys,
)
from scripts.figures.setting import Setting
from scripts.figures.style import COLOURS, MARGIN, SMALL, WIDTH, Page, on_colour, width, wrapped
from scripts.figures.tables import Day, Row, Tables, one, short

LABELS = 560
ROW, LINE = 44, 28
RIGHT = WIDTH - MARGIN - 110
IN_PIECES = {
    "sum_of_commissions": ("informateur", "formateur"),
    "days_of_scouting": ("scout",),
}
"""Definitions that leave gaps out, with those whose days they count."""


def known(tables: Tables) -> list[str]:
    """The formations that can be drawn: those with a length or a dated commission."""
    drawn = {row["formation_id"] for row in tables["formation_durations"]}
    drawn |= {row["formation_id"] for row in tables["formation_stages"] if row["start_date"]}
    return [row["formation_id"] for row in tables["formations"] if row["formation_id"] in drawn]


def durations(tables: Tables, formation: str) -> list[Row]:
    """The lengths of a formation, those that begin first and last longest at the top."""
    rows = [row for row in tables["formation_durations"] if row["formation_id"] == formation]
    return sorted(rows, key=lambda row: (row["start_date"], -row["days"], row["definition"]))


def draw(setting: Setting) -> Page:
    """The anatomy of the formation that the setting names."""
    say, tables = setting.say, setting.tables
    lengths = durations(tables, setting.subject)
    page = setting.page(_title(setting, lengths), say("formation.subtitle"))
    last = max((row["end_date"] for row in lengths), default=tables.as_of)
    stages = commissions(tables, setting.subject, last)
    page.legend(role_keys(setting, stages, has_gaps=False))
    first = min([row["start_date"] for row in lengths] + [own.start for own in stages])
    last = max([last, *(own.end for own in stages)]) if lengths else max(o.end for o in stages)
    place = scale.days(first, last, LABELS + 20, RIGHT)
    labels = [wrapped(_who(setting, own), SMALL, LABELS - MARGIN) for own in stages]
    names = [say.label("duration_definition", row["definition"]) for row in lengths]
    high = sum(ROW + LINE * (len(lines) - 1) for lines in labels)
    foot = page.top + 18 + 54 * bool(labels) + high + 50 * bool(names) + 42 * len(names)
    y = scale.time_axis(page, place, say, page.top, foot) + 4
    y = _draw_stages(setting, page, place, y, list(zip(stages, labels, strict=True)))
    y = _draw_lengths(setting, page, place, y, list(zip(lengths, names, strict=True)), stages)
    page.finish(y, setting.caption())
    return page


def name_of(tables: Tables, formation: str) -> str:
    """The name of the cabinet that was formed, or the label of the formation."""
    row = one(tables["formations"], formation_id=formation) or {}
    cabinet = one(tables["cabinets"], cabinet_id=row.get("cabinet_id"))
    return short(cabinet["name"]) if cabinet else str(row.get("label") or formation)


def _title(setting: Setting, lengths: list[Row]) -> str:
    name = name_of(setting.tables, setting.subject)
    found = [row["days"] for row in lengths if row["definition"] not in IN_PIECES]
    if not found:
        return setting.say("formation.title.none", name=name)
    low, high = min(found), max(found)
    key = "formation.title" if low < high else "formation.title.one"
    return setting.say(key, name=name, low=low, high=high)


def _who(setting: Setting, own: Commission) -> str:
    """Role and names of a commission."""
    persons = {row["person_id"]: row["family_name"] for row in setting.tables["persons"]}
    names = ", ".join(persons[key] for key in own.persons)
    return f"{setting.say.label('commission', own.role)} {names}"


def _draw_stages(setting: Setting, page: Page, place: scale.Scale, y: float, rows: list) -> float:
    if not rows:
        return y
    page.text(MARGIN, y + 16, setting.say("formation.stages"), bold=True)
    y += 54
    for own, lines in rows:
        for number, line in enumerate(lines):
            page.text(LABELS, y + LINE * number, line, side="right")
        xs = [place(day.toordinal()) for day in (own.start, own.end)]
        draw_commission(page, own, xs, y, 14)
        note = setting.say.label("stage_outcome", own.outcome) if own.outcome else ""
        _beside(page, xs, y, note, on_colour(COLOURS[own.role]))
        y += ROW + LINE * (len(lines) - 1)
    return y


def _beside(page: Page, xs: list[float], y: float, note: str, colour: str) -> None:
    """A note right of a bar, or left of it, or in it where there is no room beside it."""
    wide = width(note) + 12
    if xs[1] + wide <= WIDTH - MARGIN:
        page.text(xs[1] + 12, y, note, colour=page.theme.muted, ground=True)
    elif xs[0] - wide > LABELS + 12:
        page.text(xs[0] - 12, y, note, side="right", colour=page.theme.muted, ground=True)
    else:
        page.text(xs[1] - 12, y, note, side="right", colour=colour)


def _draw_lengths(
    setting: Setting,
    page: Page,
    place: scale.Scale,
    y: float,
    rows: list[tuple[Row, str]],
    stages: list[Commission],
) -> float:
    if not rows:
        return y
    page.text(MARGIN, y + 12, setting.say("formation.definitions"), bold=True)
    y += 50
    for row, name in rows:
        page.text(LABELS, y, name, side="right")
        pieces = _pieces(row, stages)
        for start, end in pieces:
            xs = [place(start.toordinal()), place(end.toordinal())]
            page.line(xs, [y, y], page.theme.ink, thick=5)
        if row["definition"] not in IN_PIECES:
            for day in pieces[0]:
                page.mark(place(day.toordinal()), y, COLOURS["mark"], "o", 12)
        x = place(pieces[-1][1].toordinal())
        page.text(x + 16, y, setting.say.number(row["days"]), bold=True, ground=True)
        y += 42
    return y


def _pieces(row: Row, stages: list[Commission]) -> list[tuple[Day, Day]]:
    """The stretches that a length counts: one, or those of the commissions without the gaps."""
    roles = IN_PIECES.get(row["definition"])
    if not roles:
        return [(row["start_date"], row["end_date"])]
    counted = sorted((own.start, own.end) for own in stages if own.role in roles)
    merged = [counted[0]]
    for start, end in counted[1:]:
        if start <= merged[-1][1] + datetime.timedelta(days=1):
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
