"""The coalition family of a cabinet: a rule on the families of the parties that take part."""

from __future__ import annotations

from collections import Counter

from scripts.figures.tables import Tables

GROUPS = {
    "conservative": "c",
    "liberal": "l",
    "christian-democracy": "d",
    "christian-left": "d",
    "orthodox-protestant": "d",
    "social-democracy": "s",
    "socialist": "s",
    "green": "s",
    "right-wing-populist": "p",
    "agrarian": "p",
}
"""What a party family counts as: conservative, liberal, denominational, social, populist."""

FAMILIES = {
    "conservative": "C",
    "purple": "P",
    "social": "S",
    "liberal": "L",
    "denominational": "D",
    "centre-right": "M",
    "populist": "R",
    "none": "0",
}
"""The coalition families from the darkest colour to the lightest, with the letter of each."""


def family_of(groups: set[str]) -> str:
    """The coalition family of parties of these groups; the first that fits counts."""
    if "p" in groups:
        return "populist"
    if "c" in groups:
        return "conservative"
    if "s" in groups:
        return "social" if "d" in groups or "l" not in groups else "purple"
    if "d" in groups:
        return "centre-right" if "l" in groups else "denominational"
    return "liberal" if "l" in groups else "none"


TENTH = 10
"""A group with less than a tenth of the seats of the coalition does not name it: DS'70 in 1971."""


def families(tables: Tables) -> dict[tuple[str, int], str]:
    """The coalition family of each phase of each cabinet."""
    group_of = {row["party_id"]: GROUPS.get(row["family"]) for row in tables["parties"]}
    seats = {(row["cabinet_id"], row["party_id"]): row["seats_tk"]
             for row in tables["cabinet_parties"]}  # fmt: skip
    found = {}
    for row in tables["cabinet_phases"]:
        parties = (row["parties"] or "").split(";")
        held = {party: seats.get((row["cabinet_id"], party)) for party in parties}
        found[row["cabinet_id"], row["phase"]] = family_of(_groups(held, group_of))
    return found


def _groups(held: dict[str, int | None], group_of: dict[str, str | None]) -> set[str]:
    """The groups of parties with these seats; all count where the seats of one are not known."""
    counts: Counter[str] = Counter()
    for party, count in held.items():
        if group := group_of.get(party):
            counts[group] += count or 0
    if None in held.values():
        return set(counts)
    return {group for group, count in counts.items() if TENTH * count >= counts.total()}
