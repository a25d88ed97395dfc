"""Records: longest, shortest, first, youngest, most; each with the measure that makes it one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page

TOP = 5
SINCE = 1946
"""Since the war is what most claims of a record mean."""


def pages(facts: Facts) -> Iterator[Page]:
    yield Page("records/", "records", records(facts), "list.records")


def records(facts: Facts) -> dict[str, Any]:
    """Each record as a table of the first five, in parts."""
    parts = {
        "formations": list(_formations(facts)),
        "cabinets": list(_cabinets(facts)),
        "leaders": list(_leaders(facts)),
        "members": list(_members(facts)),
        "elections": list(_elections(facts)),
    }
    # What stands in a list has files of its own.
    return {"parts": parts, "all": [grid for grids in parts.values() for grid in grids]}


def top(
    rows: list[Row], value: str, name: str, columns: str, *, lowest: bool = False, first: int = TOP
) -> Grid:
    """The rows with the highest values, or the lowest, with their ranks; those that tie all."""
    known = [row for row in rows if row[value] is not None]
    known.sort(key=lambda row: row[value], reverse=not lowest)
    ranked = []
    for row in known:
        rank = sum(
            (one[value] < row[value]) if lowest else (one[value] > row[value]) for one in known
        )
        if rank >= first:
            break
        ranked.append({**row, "rank": rank + 1})
    return Grid(name, ranked, f"rank:n:rank {columns}", "first_five")


def _formations(facts: Facts) -> Iterator[Grid]:
    columns = "formation_id:formation:formation days:n:days start_date:day:from end_date:day:to"
    rows = facts.of("formation_durations", "definition", "election_to_inauguration")
    late = [row for row in rows if row["end_date"] and row["end_date"].year >= SINCE]
    agreed = facts.of("formation_durations", "definition", "election_to_agreement_reached")
    resigned = facts.of("formation_durations", "definition", "resignation_to_inauguration")
    yield top(rows, "days", "longest-formation", columns)
    yield top(agreed, "days", "longest-to-agreement", columns)
    yield top(resigned, "days", "longest-from-resignation", columns)
    yield top(late, "days", "shortest-formation", columns, lowest=True)
    counted = "formation_id:formation:formation {0}:n:{0}"
    formations = facts["formations"]
    yield top(formations, "n_commissions", "most-commissions", counted.format("n_commissions"))
    yield top(formations, "n_rounds", "most-rounds", counted.format("n_rounds"))


def _cabinets(facts: Facts) -> Iterator[Grid]:
    rows = [row for row in facts.cabinets if not row["is_current"]]
    late = [row for row in rows if row["start_date"].year >= SINCE]
    days = "cabinet_id:cabinet:cabinet {0}:n:days start_date:day:from end_date:day:to"
    count = "cabinet_id:cabinet:cabinet {0}:n:{0} start_date:day:from"
    yield top(rows, "days_total", "longest-cabinet", days.format("days_total"))
    yield top(rows, "days_full", "longest-full", days.format("days_full"))
    yield top(late, "days_full", "shortest-full", days.format("days_full"), lowest=True)
    yield top(rows, "days_caretaker", "longest-caretaker", days.format("days_caretaker"))
    shares = [
        row | {"share": round(100 * row["seats_tk"] / row["chamber_seats_tk"], 1)}
        for row in facts.cabinets
        if row["seats_tk"] is not None and row["chamber_seats_tk"]
    ]
    seats = "cabinet_id:cabinet:cabinet share:pct:share seats_tk:n:seats chamber_seats_tk:n:of"
    yield top(shares, "share", "most-seats", seats)
    yield top(shares, "share", "fewest-seats", seats, lowest=True)
    yield top(facts.cabinets, "n_parties", "most-parties", count.format("n_parties"))
    yield top(facts.cabinets, "n_ministers", "most-ministers", count.format("n_ministers"))
    women = [
        row | {"share": round(100 * row["n_women_ministers"] / row["n_ministers"], 1)}
        for row in facts.cabinets
        if row["n_ministers"] and row["n_women_ministers"] is not None
    ]
    shown = (
        "cabinet_id:cabinet:cabinet share:pct:share n_women_ministers:n:women "
        "n_ministers:n:ministers start_date:day:from"
    )
    yield top(women, "share", "most-women", shown)


def _leaders(facts: Facts) -> Iterator[Grid]:
    totals: dict[str, Row] = {}
    for row in facts["prime_ministers"]:
        if row["days"] is None:
            continue
        own = totals.setdefault(row["person_id"], {"person_id": row["person_id"], "days": 0})
        own["days"] += row["days"]
        own["cabinets"] = ";".join(filter(None, [own.get("cabinets"), row["cabinets"]]))
    led = "person_id:person:who days:n:days cabinets:cabinets:cabinets"
    yield top(list(totals.values()), "days", "longest-leader", led)
    stretch = "person_id:person:who days:n:days start_date:day:from end_date:day:to"
    leaders = facts["prime_ministers"]
    yield top(leaders, "days", "longest-premiership", stretch)
    over = [row for row in leaders if not row["is_current"]]
    yield top(over, "days", "shortest-premiership", stretch, lowest=True)
    firsts: dict[str, Row] = {}
    for row in sorted(leaders, key=lambda row: str(row["start_date"])):
        firsts.setdefault(row["person_id"], row)
    age = "person_id:person:who age:n:age start_date:day:from office:label=office:office"
    yield top(list(firsts.values()), "age", "youngest-leader", age, lowest=True)
    yield top(list(firsts.values()), "age", "oldest-leader", age)


def _members(facts: Facts) -> Iterator[Grid]:
    yield from (_first_woman(facts, *level) for level in (
        ("first-woman-minister", ("minister", "minister_without_portfolio", "prime_minister")),
        ("first-woman-state-secretary", ("state_secretary",)),
    ))  # fmt: skip
    held = [row for row in facts["appointments"] if row["start_date"] and not row["is_acting"]]
    births = {row["person_id"]: row["birth_date"] for row in facts["persons"]}
    aged = [
        row | {"age": _years(births[row["person_id"]], row["start_date"])}
        for row in held
        if births[row["person_id"]]
    ]
    shown = "person_id:person:who age:n:age post:post:post start_date:day:from"
    ministers = [row for row in aged if row["post_level"] != "state_secretary"]
    once = _once(ministers)
    yield top(once, "age", "youngest-minister", shown, lowest=True)
    yield top(_once(ministers[::-1], latest=True), "age", "oldest-minister", shown)
    served = _served(facts)
    yield top(served, "days", "longest-member", "person_id:person:who days:n:days n:n:posts")
    yield top(served, "n_cabinets", "most-cabinets", "person_id:person:who n_cabinets:n:cabinets")


def _first_woman(facts: Facts, name: str, levels: tuple[str, ...]) -> Grid:
    """The first women in posts of some levels."""
    women = {row["person_id"] for row in facts["persons"] if row["gender"] == "f"}
    rows = [
        row
        for row in facts["appointments"]
        if row["person_id"] in women and row["post_level"] in levels and row["start_date"]
    ]
    shown = "person_id:person:who start_date:day:from post:post:post cabinet_id:cabinet:cabinet"
    return top(_once(rows), "start_date", name, shown, lowest=True)


def _once(rows: list[Row], latest: bool = False) -> list[Row]:
    """The first post of each person, or the latest."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=_order, reverse=latest):
        found.setdefault(row["person_id"], row)
    return list(found.values())


def _order(row: Row) -> tuple:
    return (row["start_date"], row["appointment_id"])


def _years(birth: Any, day: Any) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _served(facts: Facts) -> list[Row]:
    """For each person the days on which he or she held a post, each counted once."""
    days: dict[str, set[int]] = defaultdict(set)
    posts: dict[str, list[Row]] = defaultdict(list)
    for row in facts["appointments"]:
        if row["is_acting"]:
            continue
        posts[row["person_id"]].append(row)
        last = row["end_date"] or (facts.as_of if row["is_current"] else None)
        if row["start_date"] and last:
            days[row["person_id"]].update(range(row["start_date"].toordinal(), last.toordinal()))
    return [
        {
            "person_id": key,
            "days": len(days[key]),
            "n": len({row["post"] for row in own}),
            "n_cabinets": len({row["cabinet_id"] for row in own}),
        }
        for key, own in sorted(posts.items())
    ]


def _elections(facts: Facts) -> Iterator[Grid]:
    rows = [row for row in facts["elections"] if row["system"] == "proportional"]
    turnout = "election_id:election:election turnout:pct:turnout"
    yield top(rows, "turnout", "highest-turnout", turnout)
    yield top(rows, "turnout", "lowest-turnout", turnout, lowest=True)
    lists = [row | {"n": sum(bool(one["seats"]) for one in _results(facts, row))} for row in rows]
    yield top(lists, "n", "most-lists", "election_id:election:election n:n:lists")
    won = [one for row in rows for one in _results(facts, row) if one["seats"] is not None]
    seats = "party_id:party:party seats:n:seats election_id:election:election"
    yield top(won, "seats", "most-seats-of-a-party", seats)


def _results(facts: Facts, row: Row) -> list[Row]:
    return facts.of("election_results", "election_id", row["election_id"])
