"""The life of one cabinet: formation, phases, who left, seats, and how it fell."""

from __future__ import annotations

import dataclasses

from scripts.figures import scale
from scripts.figures.families import FAMILIES, GROUPS
from scripts.figures.formations import Commission, commissions, draw_commission, role_keys
from scripts.figures.setting import Setting
from scripts.figures.style import (
    BODY,
    COLOURS,
    HEAD,
    MARGIN,
    SMALL,
    WIDTH,
    Key,
    Page,
    on_colour,
    width,
)
from scripts.figures.tables import Day, Row, Tables, one, short
from scripts.figures.timeline import HATCH, Stretch, stretches

LANES = 250
STAYED = (None, "end_of_cabinet", "end_of_acting")


@dataclasses.dataclass(frozen=True)
class Leaver:
    """Somebody who left a post before the end of the cabinet."""

    name: str
    party: str
    day: Day
    reason: str


@dataclasses.dataclass(frozen=True)
class Seats:
    """The seats of each party of the coalition from a day on, and of the chamber.

    A party has its abbreviation, its group and its seats.
    """

    since: Day
    parties: tuple[tuple[str, str, int], ...]
    total: int
    chamber: int


def leavers(tables: Tables, cabinet: str) -> list[Leaver]:
    """Who left or moved, in order; who gave up two posts at once is there once."""
    parties = {row["party_id"]: row["abbreviation"] for row in tables["parties"]}
    found = {
        Leaver(row["name"], parties.get(row["party_id"], ""), row["end_date"], row["end_reason"])
        for row in tables["appointments"]
        if row["cabinet_id"] == cabinet and row["end_date"] and not row["is_acting"]
        and row["end_reason"] not in STAYED
    }  # fmt: skip
    return sorted(found, key=lambda own: (own.day, own.name, own.reason))


def seats(tables: Tables, cabinet: str) -> list[Seats]:
    """The seats of the parties, anew when they change or others take part."""
    kinds = {row["party_id"]: row for row in tables["parties"]}
    rows = [row for row in tables["cabinet_phases"] if row["cabinet_id"] == cabinet]
    found: list[Seats] = []
    for row in sorted(rows, key=lambda row: row["phase"]):
        if row["seats_tk"] is None or not row["parties"] or not row["start_date"]:
            continue
        held = _held(tables, cabinet, row["start_date"])
        own = tuple(
            (kinds[key]["abbreviation"], GROUPS.get(kinds[key]["family"] or "", "other"), count)
            for key in row["parties"].split(";")
            if (count := held.get(key))
        )
        chamber = _size(tables, cabinet, row["start_date"])
        if chamber is None:
            continue
        new = Seats(row["start_date"], own, row["seats_tk"], chamber)
        if not found or dataclasses.replace(found[-1], since=new.since) != new:
            found.append(new)
    return found


def _held(tables: Tables, cabinet: str, day: Day) -> dict[str, int | None]:
    """The seats of the parties of a cabinet on a day: those at its start, and what changed."""
    rows = [row for row in tables["cabinet_parties"] if row["cabinet_id"] == cabinet]
    start = min(row["start_date"] for row in rows if row["start_date"])
    held = {row["party_id"]: row["seats_tk"] for row in rows}
    changes = [
        row
        for row in tables["chamber_seats"]
        if row["chamber"] == "tk" and row["date"] and start < row["date"] <= day
    ]
    held |= {row["party_id"]: row["seats"] for row in sorted(changes, key=lambda row: row["date"])}
    return held


def _size(tables: Tables, cabinet: str, day: Day) -> int | None:
    """The seats of the Tweede Kamer on a day: those at the start, or as it was enlarged since."""
    own = one(tables["cabinets"], cabinet_id=cabinet) or {}
    size = own["chamber_seats_tk"]
    for row in tables["chamber_sizes"]:
        if row["chamber"] == "tk" and own["start_date"] < row["start_date"] <= day:
            size = row["seats"]
    return size


def began(tables: Tables, cabinet: Row) -> Day:
    """The day on which the formation of a cabinet began: the election, else the first commission,
    else the offer of resignation of the one before."""
    rows = [row for row in tables["formation_durations"]
            if row["formation_id"] == cabinet["formation_id"]]  # fmt: skip
    for begins in ("election_to", "first_commission_to", "resignation_to"):
        starts = [row["start_date"] for row in rows if row["definition"].startswith(begins)]
        if starts:
            return min(starts)
    return cabinet["start_date"]


def draw(setting: Setting) -> Page:
    """The life of the cabinet that the setting names."""
    say, tables = setting.say, setting.tables
    cabinet = one(tables["cabinets"], cabinet_id=setting.subject)
    assert cabinet is not None, setting.subject
    first, last = began(tables, cabinet), cabinet["end_date"] or tables.as_of
    page = setting.page(
        say("cabinet.title", name=short(cabinet["name"])),
        say("cabinet.subtitle", first=say.date(first), last=say.date(last)),
    )
    phases = [own for own in stretches(tables) if own.cabinet_id == setting.subject]
    stages = [own for own in commissions(tables, cabinet["formation_id"], cabinet["start_date"])
              if own.end > first]  # fmt: skip
    page.legend(role_keys(setting, stages, has_gaps=False))
    page.legend(_keys(setting, phases))
    y = _draw_lanes(setting, page, (first, last), phases, stages)
    y = _draw_falls(setting, page, y)
    y = _draw_seats(setting, page, y)
    y = _draw_list(setting, page, y)
    page.finish(y, setting.caption(say("cabinet.note")))
    return page


def _keys(setting: Setting, phases: list[Stretch]) -> list[Key]:
    """A legend of what is there."""
    say = setting.say
    found = dict.fromkeys(own.family for own in phases)
    keys = [Key(say(f"family.{it}"), COLOURS[it], letter=FAMILIES[it]) for it in found]
    return [*keys, Key(say("caretaker"), setting.theme.empty, HATCH)]


def _draw_lanes(
    setting: Setting,
    page: Page,
    ends: tuple[Day, Day],
    phases: list[Stretch],
    stages: list[Commission],
) -> float:
    say = setting.say
    place = scale.days(*ends, LANES, WIDTH - MARGIN - 40)
    found = leavers(setting.tables, setting.subject)
    levels = _levels([place(own.day.toordinal()) for own in found])
    foot = page.top + 200 + 42 * (max(levels, default=0) + 1)
    y = scale.time_axis(page, place, say, page.top, foot - 14) + 34
    page.text(LANES - 20, y, say("cabinet.formation"), side="right")
    for own in stages:
        xs = [place(day.toordinal()) for day in (own.start, own.end)]
        draw_commission(page, own, xs, y, 20)
    y += 64
    page.text(LANES - 20, y, say("cabinet.governs"), side="right")
    for stretch in phases:
        _draw_phase(setting, page, place, stretch, y)
    for fall in _falls(setting):
        page.mark(place(fall["date"].toordinal()), y + 30, COLOURS["mark"], "o", 16)
    y += 74
    if found:
        page.text(LANES - 20, y, say("cabinet.leaves"), side="right")
    for number, (leaver, level) in enumerate(zip(found, levels, strict=True), 1):
        _draw_number(page, number, place(leaver.day.toordinal()), y + 42 * level)
    return foot + 10


def _levels(places: list[float]) -> list[int]:
    """For each place in order the first level at which it is free of those before it."""
    ends: list[float] = []
    levels = []
    for x in places:
        level = next((at for at, end in enumerate(ends) if x - end > 44), len(ends))
        ends[level:level + 1] = [x]  # fmt: skip
        levels.append(level)
    return levels


def _draw_number(page: Page, number: int, x: float, y: float) -> None:
    page.mark(x, y, page.theme.empty, "o", 37)
    page.text(x, y, str(number), side="center")


def _draw_phase(setting: Setting, page: Page, place: scale.Scale, own: Stretch, y: float) -> None:
    x, end = place(own.start.toordinal()), place(own.end.toordinal())
    colour = COLOURS[own.family]
    hatch = HATCH if own.status == "caretaker" else ""
    page.box(x, y - 26, end, y + 26, colour, hatch=hatch, edge=page.theme.ink)
    told = f"{FAMILIES[own.family]}  {setting.say.days((own.end - own.start).days)}"
    wide = width(told, SMALL, True)
    if wide + 24 > end - x:
        return
    if hatch:
        # A plain ground under the words, so that the hatch does not cross them.
        page.box((x + end - wide) / 2 - 8, y - 17, (x + end + wide) / 2 + 8, y + 17, colour)
    page.text((x + end) / 2, y, told, colour=on_colour(colour), side="center", bold=True)


def _falls(setting: Setting) -> list[Row]:
    """The falls and mended crises of the cabinet of which the day is known, in order."""
    rows = [row for row in setting.tables["falls"] if row["cabinet_id"] == setting.subject]
    return sorted((row for row in rows if row["date"]), key=lambda row: row["date"])


def _draw_falls(setting: Setting, page: Page, y: float) -> float:
    say = setting.say
    for row in _falls(setting):
        kind = say("cabinet.crisis" if row["outcome"] == "mended" else "cabinet.fall")
        head = f"{kind}, {say.date(row['date'])}: {say.label('mechanism', row['mechanism'])}"
        page.text(MARGIN, y + 20, head, HEAD, bold=True)
        summary = row[f"summary_{setting.language}"] or row["issue"] or ""
        y = page.paragraph(MARGIN, y + 42, summary, WIDTH - 2 * MARGIN, BODY) + 16
    return y


def _draw_seats(setting: Setting, page: Page, y: float) -> float:
    say = setting.say
    for number, own in enumerate(seats(setting.tables, setting.subject)):
        place = scale.Scale(0, own.chamber, MARGIN, WIDTH - MARGIN)
        majority = own.chamber // 2 + 1
        head = say("cabinet.seats", seats=own.total, chamber=own.chamber, majority=majority)
        if number:
            head += say("cabinet.seats.from", day=say.date(own.since))
        page.text(MARGIN, y + 20, head, HEAD, bold=True)
        y = _draw_bar(page, place, own, majority, y + 56)
    return y


def _draw_bar(page: Page, place: scale.Scale, own: Seats, majority: int, y: float) -> float:
    """The seats in a bar as long as the chamber, with the line of the majority."""
    page.box(place(0), y, place(place.high), y + 44, page.theme.empty)
    before = 0
    for party, group, count in own.parties:
        x, end = place(before), place(before + count)
        colour = COLOURS.get(group, COLOURS["other"])
        page.box(x, y, end, y + 44, colour, edge=page.theme.paper, thick=4)
        told = next((it for it in (f"{party} {count}", str(count)) if width(it) < end - x - 8), "")
        if told:
            page.text((x + end) / 2, y + 22, told, colour=on_colour(colour), side="center")
        before += count
    # Half of the chamber: whoever goes past it has the majority.
    for ends in ((y - 9, y), (y + 44, y + 54)):
        page.line([place(majority - 0.5)] * 2, ends, page.theme.ink, thick=4)
    listed = ", ".join(f"{party} {count}" for party, _, count in own.parties)
    return page.paragraph(MARGIN, y + 56, listed, WIDTH - 2 * MARGIN, SMALL) + 16


def _draw_list(setting: Setting, page: Page, y: float) -> float:
    say, found = setting.say, leavers(setting.tables, setting.subject)
    page.text(MARGIN, y + 20, say("cabinet.left"), HEAD, bold=True)
    if not found:
        return page.paragraph(MARGIN, y + 42, say("cabinet.nobody"), WIDTH - 2 * MARGIN)
    y += 60
    for number, own in enumerate(found, 1):
        party = f" ({own.party})" if own.party else ""
        reason = say.label("end_reason", own.reason)
        page.text(MARGIN + 34, y, str(number), side="right", bold=True)
        page.text(MARGIN + 54, y, f"{own.name}{party}, {say.date(own.day)}: {reason}")
        y += 34
    return y
