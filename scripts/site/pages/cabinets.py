"""A page a cabinet, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.figures.tables import short
from scripts.site.charts import Chart, Part, seats
from scripts.site.evidence import Cell, evidence, typed
from scripts.site.facts import Facts, Row, day_of
from scripts.site.grid import Grid
from scripts.site.page import Page
from scripts.site.pages.claims import HOLDS, claims_grid, confirmed_grid
from scripts.site.pages.comparisons import comparisons_grid
from scripts.site.pages.falls import causes_grid, votes_grid
from scripts.site.steps import headline, lengths, lengths_grid, others, rounds, steps
from scripts.site.view import View, name_in

LEVELS = ["prime_minister", "minister", "minister_without_portfolio", "state_secretary"]


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("cabinets/", "list", {"grids": [_list(facts)], "intro": "cabinets"}, "list.cabinets")
    for row in facts.cabinets:
        names = {lang: name_in(lang, row["name"], row["name_en"]) for lang in ("en", "nl")}
        path = f"cabinets/{row['cabinet_id']}/"
        yield Page(path, "cabinet", cabinet(facts, row), "cabinet.title", {"name": names})


def _list(facts: Facts) -> Grid:
    columns = (
        "cabinet_id:cabinet:cabinet start_date:day:from end_date:day:to "
        "prime_minister_id:person:prime_minister parties:parties:parties seats_tk:n:seats "
        "chamber_seats_tk:n:of cabinet_type:label=cabinet_type:type days_total:n:days_in_office "
        "formation_days:n:formation_days fall_id:fall:fall"
    )
    return Grid("cabinets", facts.cabinets[::-1], columns)


def cabinet(facts: Facts, row: Row) -> dict[str, Any]:
    """All that is known of a cabinet, in the order in which it is told."""
    key = row["cabinet_id"]
    formation = facts.one("formations", "formation_id", row["formation_id"])
    assert formation is not None, key
    known = lengths(facts, formation)
    falls = sorted(facts.of("falls", "cabinet_id", key), key=lambda one: str(one["date"]))
    number = facts.cabinets.index(row)
    chamber = _chamber(facts, key)
    claims = facts.of("claims", "cabinet_id", key)
    return {
        "row": row,
        "previous": facts.cabinets[number - 1] if number else None,
        "next": facts.cabinets[number + 1] if number + 1 < len(facts.cabinets) else None,
        "aliases": _aliases(facts, row),
        "deputies": _deputies(facts, key),
        "after": facts.one("formations", "formation_id", row["next_formation_id"]),
        "formation": formation,
        "headline": next((it for it in known if it["definition"] == headline(formation)), None),
        "others": others(known, headline(formation)),
        "falls": falls,
        "fall": facts.one("falls", "fall_id", row["fall_id"]),
        "causes": causes_grid(facts, falls),
        "votes": votes_grid(facts, falls),
        "parties": _parties(facts, key),
        "chamber": chamber,
        "seats": _half_circle(chamber),
        "steps": steps(facts, row["formation_id"]),
        "rounds": rounds(facts, row["formation_id"]),
        "lengths": lengths_grid(known),
        "ministers": _ministers(facts, key),
        "phases": _phases(facts, key),
        "agreements": facts.of("agreements", "cabinet_id", key),
        "comparisons": comparisons_grid(facts.of("comparisons", "cabinet_id", key)),
        "of_formation": facts.of("comparisons", "formation_id", row["formation_id"]),
        "formation_is_said": any(formation_cells(facts, row["formation_id"])),
        "claims": claims_grid([row for row in claims if row["verdict"] != HOLDS]),
        "confirmed": confirmed_grid(claims),
        "evidence": evidence(facts, _cells(row)),
        "ids": facts.ids("cabinet", key),
        "wikidata": facts.wikidata("cabinet", key),
        "typed": typed(
            facts, cabinets=[row], cabinet_parties=facts.of("cabinet_parties", "cabinet_id", key),
            appointments=facts.of("appointments", "cabinet_id", key), falls=falls,
            agreements=facts.of("agreements", "cabinet_id", key),
        ),
    }  # fmt: skip


def _aliases(facts: Facts, row: Row) -> list[Row]:
    """Other names in use, each with who uses it."""
    own = {row["name"], row["name_en"], short(row["name"])}
    found: dict[str, list[str]] = {}
    for one in facts.of("cabinet_aliases", "cabinet_id", row["cabinet_id"]):
        if one["alias"] not in own:
            found.setdefault(one["alias"], []).append(one["scheme"])
    return [{"alias": name, "schemes": schemes} for name, schemes in found.items()]


def _deputies(facts: Facts, key: str) -> list[str]:
    """Those who were first to take the place of the leader, in their order."""
    rows = [row for row in facts.of("appointments", "cabinet_id", key) if row["deputy_order"]]
    rows.sort(key=lambda row: (row["deputy_order"], day_of(row, "start_date")))
    return list(dict.fromkeys(row["person_id"] for row in rows))


def _parties(facts: Facts, key: str) -> Grid:
    rows = facts.of("cabinet_parties", "cabinet_id", key)
    rows = sorted(rows, key=lambda row: (row["role"] != "coalition", -(row["seats_tk"] or 0)))
    columns = (
        "party_id:party:party role:label=party_role:role seats_tk:n:seats seats_ek:n:seats_ek "
        "n_ministers:n:ministers n_state_secretaries:n:state_secretaries start_date:day:from "
        "end_date:day:to note:note:note"
    )
    return Grid("parties", rows, columns)


def _chamber(facts: Facts, key: str) -> Grid:
    """The parties of the chamber at the start: the cabinet's, those that support it, others."""

    def order(row: Row) -> tuple[bool, bool, float, str]:
        others = not row["is_in_cabinet"], not row["is_support"]
        return (*others, -(row["seats"] or 0), row["party_id"])

    rows = [row for row in facts.of("party_cabinet", "cabinet_id", key) if row["seats"]]
    whole = [row for row in rows if row["is_whole_chamber"]]
    columns = (
        "party_id:party:party seats:n:seats chamber_share:share:share "
        "is_in_cabinet:tick:in_cabinet is_support:tick:supports left_right:dec:left_right"
    )
    return Grid("chamber", sorted(whole, key=order), columns)


def _half_circle(chamber: Grid) -> Chart | None:
    """The seats of the chamber, those of the cabinet first."""
    if not chamber:
        return None

    def parts(view: View) -> list[Part]:
        found = []
        for number, row in enumerate(chamber.rows):
            look = "sup" if row["is_support"] else "opp"
            if row["is_in_cabinet"]:
                look = f"c{number % 7}"
            name = row["abbreviation"] or row["name"]
            found.append(Part(name, row["seats"], f"parties/{row['party_id']}/", look))
        return found

    own = sum(row["seats"] for row in chamber.rows if row["is_in_cabinet"])
    values = {"own": round(own), "all": round(chamber.rows[0]["chamber_seats_tk"])}
    return Chart("seats", seats, parts, "chamber", "seats", values)


def _ministers(facts: Facts, key: str) -> Grid:
    def order(row: Row) -> tuple:
        level = LEVELS.index(row["post_level"])
        return level, row["ministry_id"] or "", row["post"], day_of(row, "start_date")

    columns = (
        "post:post:post person_id:person:who party_id:party_text:party start_date:joined:from "
        "end_date:left:to days:days_within:days end_reason:reason:end_reason note:note:note"
    )
    return Grid(
        "ministers", sorted(facts.of("appointments", "cabinet_id", key), key=order), columns
    )


def _phases(facts: Facts, key: str) -> Grid:
    columns = (
        "start_date:day:from end_date:day:to status:label=status:status "
        "prime_minister_id:person:prime_minister parties:parties:parties seats_tk:n:seats "
        "days:n:days"
    )
    rows = facts.of("cabinet_phases", "cabinet_id", key)
    return Grid("phases", sorted(rows, key=lambda row: row["phase"]), columns)


def _cells(row: Row) -> Iterator[tuple[str, Cell]]:
    """The headline cells of a cabinet; those of its formation are told on its page."""
    key = row["cabinet_id"]
    for column in ("start_date", "resignation_date", "end_date", "prime_minister_id"):
        if row[column] is not None:
            yield column, ("cabinets", key, column)
    if row["fall_id"]:
        yield "mechanism", ("falls", row["fall_id"], "mechanism")


def formation_cells(facts: Facts, formation: str) -> Iterator[tuple[str, Cell]]:
    """The headline cells of a formation: its first commissions and its agreement."""
    stages = sorted(
        facts.of("formation_stages", "formation_id", formation), key=lambda row: row["stage"]
    )
    for is_scout in (True, False):
        own = [row for row in stages if (row["role"] == "scout") == is_scout]
        if own:
            row_id = f"{formation}/{own[0]['stage']}/{own[0]['person_id']}"
            word = "first_scout" if is_scout else "first_commission"
            yield word, ("formation_stages", row_id, "start_date")
    for event in facts.of("events", "formation_id", formation):
        if event["event_type"] in ("agreement_reached", "agreement_presented"):
            yield event["event_type"], ("events", event["event_id"], "date")
