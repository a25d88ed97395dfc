"""A page an election, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.site.charts import Chart, Part, seats
from scripts.site.evidence import evidence, typed
from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page
from scripts.site.view import View

FIRST_OF_PARTIES = "tk-1918"
"""The first chamber of parties: before it, who would have governed with whom cannot be counted."""


def pages(facts: Facts) -> Iterator[Page]:
    rows = [row | _first(facts, row) for row in _ordered(facts)[::-1]]
    columns = (
        "election_id:election:date kind:label=election_kind:kind "
        "system:label=electoral_system:system seats:n:seats turnout:pct:turnout "
        "largest:party:largest largest_seats:n:seats cabinets:cabinets:cabinets"
    )
    data = {"grids": [Grid("elections", rows, columns)], "intro": "elections"}
    yield Page("elections/", "list", data, "list.elections")
    for row in _ordered(facts):
        days = {lang: facts.day(row["date"], lang) for lang in ("en", "nl")}
        path = f"elections/{row['election_id']}/"
        yield Page(path, "election", election(facts, row), "election.title", {"day": days})


def _ordered(facts: Facts) -> list[Row]:
    return sorted(facts["elections"], key=lambda row: row["date"])


def _results(facts: Facts, row: Row) -> list[Row]:
    rows = facts.of("election_results", "election_id", row["election_id"])
    return sorted(
        rows, key=lambda one: (-(one["seats"] or 0), -(one["votes"] or 0), one["party_id"])
    )


def _first(facts: Facts, row: Row) -> Row:
    """The largest party, and the cabinets that rested on the chamber."""
    results = _results(facts, row)
    cabinets = [
        one["cabinet_id"] for one in facts.cabinets if one["election_id"] == row["election_id"]
    ]
    largest = results[0] if results and row["system"] == "proportional" else {}
    return {
        "largest": largest.get("party_id"),
        "largest_seats": largest.get("seats"),
        "cabinets": ";".join(cabinets),
    }


def election(facts: Facts, row: Row) -> dict[str, Any]:
    """An election: its figures, its results, which coalitions it allowed, and who governed."""
    key = row["election_id"]
    results = _results(facts, row)
    held = [one["seats"] for one in results if one["seats"]]
    ordered = _ordered(facts)
    number = ordered.index(row)
    cabinets = [one for one in facts.cabinets if one["election_id"] == key]
    columns = (
        "party_id:party:party list_name:text:list votes:n:votes vote_share:pct:share_of_votes "
        "seats:n:seats"
    )
    lost = facts.of("unseated_lists", "election_id", key)
    return {
        "row": row,
        "results": Grid("results", results, columns),
        "seats": _half_circle(results, row) if held else None,
        "unseated": Grid(
            "unseated", lost, "list_name:text:list votes:n:votes vote_share:pct:share"
        ),
        "n_lists": len(held),
        "n_minimal": minimal_winning(held) if key >= FIRST_OF_PARTIES and held else None,
        "cabinets": cabinets,
        "formations": facts.of("formations", "election_id", key),
        "evidence": evidence(facts, [("election", ("elections", key, "date"))]),
        "typed": typed(facts, elections=[row], election_results=results, unseated_lists=lost),
        "previous": ordered[number - 1] if number else None,
        "next": ordered[number + 1] if number + 1 < len(ordered) else None,
    }


def minimal_winning(held: list[int]) -> int:
    """How many sets of parties have a majority of which no party can be spared (Riker 1962).

    Such a set loses its majority with its smallest party: with parties from large to small, count
    for each party the sets of larger ones that need it.
    """
    total = sum(held)
    ways = {0: 1}
    count = 0
    for own in sorted(held, reverse=True):
        needed = (n for seats, n in ways.items() if 2 * seats <= total < 2 * (seats + own))
        count += sum(needed)
        more = dict(ways)
        for seats_before, n in ways.items():
            more[seats_before + own] = more.get(seats_before + own, 0) + n
        ways = more
    return count


def _half_circle(results: list[Row], row: Row) -> Chart:
    """The seats of all lists, the largest from the left."""

    def parts(view: View) -> list[Part]:
        found = []
        for number, one in enumerate(one for one in results if one["seats"]):
            look = f"c{number}" if number < 7 else "opp"
            name = view.party_text(one["party_id"])
            found.append(Part(name, one["seats"], f"parties/{one['party_id']}/", look))
        return found

    return Chart("seats", seats, parts, "results", "election_seats", {"n": row["seats"]})
