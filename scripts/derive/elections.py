"""Elections, parties, and the seats of parties in a chamber on a day."""

from __future__ import annotations

import bisect
import datetime

from scripts.derive.common import Lineage, full_date, grouped, percent
from scripts.evidence import Cell
from scripts.read import Tables
from scripts.schema import text


def elections(built: Tables, lineage: Lineage) -> list[dict]:
    """Turnout is votes cast over the electorate, of the districts where there was a vote if these are told apart."""
    rows = []
    for row in built["elections"]:
        key = row["election_id"]
        voters = "electorate_contested" if row["electorate_contested"] else "electorate"
        lineage.add("elections", key, "turnout", ("elections", key, "votes_cast"), ("elections", key, voters))
        rows.append({**row, "turnout": percent(row["votes_cast"], row[voters])})
    return rows


def election_results(built: Tables, lineage: Lineage) -> list[dict]:
    """The share of a list is of the valid votes."""
    valid = {row["election_id"]: row["valid_votes"] for row in built["elections"]}
    rows = []
    for row in built["election_results"]:
        election, key = row["election_id"], f"{row['election_id']}/{row['party_id']}"
        origin = ("election_results", key, "votes"), ("elections", election, "valid_votes")
        lineage.add("election_results", key, "vote_share", *origin)
        rows.append({**row, "vote_share": percent(row["votes"], valid[election])})
    return rows


def parties(built: Tables, lineage: Lineage) -> list[dict]:
    """Successors are the parties into which it merged or was renamed; splits and joint lists are not successions."""
    successors = grouped([row for row in built["party_links"] if row["link"] in ("merger", "rename")], "party_id")
    rows = []
    for row in built["parties"]:
        found = sorted({link["successor_id"] for link in successors.get(row["party_id"], ())})
        years = {f"{name}_year": int(row[name][:4]) if row[name] else None for name in ("founded", "dissolved")}
        for name in ("founded", "dissolved"):
            lineage.add("parties", row["party_id"], f"{name}_year", ("parties", row["party_id"], name))
        days = {name: full_date(row[name]) for name in ("founded", "dissolved")}
        rows.append({**row, **days, **years, "successor_ids": ";".join(found) or None})
    return rows


def party_links(built: Tables, lineage: Lineage) -> list[dict]:
    return [{**row, "date": full_date(row["date"]), "date_text": row["date"]} for row in built["party_links"]]


def chamber_seats(built: Tables, lineage: Lineage) -> list[dict]:
    return [{**row, "date": full_date(row["date_text"])} for row in built["chamber_seats"]]


class Chamber:
    """Seats of parties in a chamber on a day, with the cells that say so."""

    def __init__(self, built: Tables, chamber: str):
        self._results = grouped(built["election_results"], "election_id") if chamber == "tk" else {}
        self._held = sorted(built["elections"], key=lambda row: row["date"]) if chamber == "tk" else []
        self._elections = [row for row in self._held if row["kind"] != "partial"]
        self._sizes = [row for row in built["chamber_sizes"] if row["chamber"] == chamber]
        self._suspended = [text(row["date"]) for row in built["events"] if row["event_type"] == "chamber_suspended"]
        rows = [row for row in built["chamber_seats"] if row["chamber"] == chamber]
        self._changes = sorted(rows, key=lambda row: row["date_text"])
        self._days = [row["date_text"] for row in self._changes]
        self._whole = sorted({row["date_text"] for row in rows if row["reason"] in ("election", "enlargement")})

    def election_before(self, day: datetime.date) -> dict | None:
        """The latest election to the Tweede Kamer before a day, of the whole chamber or of the half that was due."""
        place = bisect.bisect_left(self._elections, day, key=lambda row: row["date"])
        return self._elections[place - 1] if place else None

    def _is_gone(self, since: str, day: datetime.date) -> bool:
        """Whether the chamber of an earlier day had stopped to meet, as in May 1940: what it was says nothing of a later day."""
        return any(since <= last < text(day) for last in self._suspended)

    def size(self, day: datetime.date, seats: dict[str, tuple[int, Cell]]) -> tuple[int | None, list[Cell]]:
        """Seats in all on a day, and the cells that say so: of the composition if it is known, else by the latest election or the law."""
        if seats:
            return sum(number for number, _ in seats.values()), [cell for _, cell in seats.values()]
        place = bisect.bisect_left(self._held, day, key=lambda row: row["date"])
        if place and not self._is_gone(text(self._held[place - 1]["date"]), day):
            election = self._held[place - 1]
            return election["chamber_size"], [("elections", election["election_id"], "chamber_size")]
        for row in self._sizes if not self._held else ():
            cell = "chamber_sizes", f"{row['chamber']}/{row['seats']}", "start_date"
            if row["start_date"] and row["start_date"] <= day and (row["end_date"] is None or day < row["end_date"]):
                return (None, []) if self._is_gone(text(row["start_date"]), day) else (row["seats"], [cell])
        return None, []

    def seats(self, day: datetime.date, election: dict | None = None, *, elected: bool = False) -> dict[str, tuple[int, Cell]]:
        """Seats by party on a day, each with its cell.

        Of the Tweede Kamer the chamber of the given election; elected leaves out the splits since. Empty where the
        composition is not in the data.
        """
        seats: dict[str, tuple[int, Cell]] = {}
        last = bisect.bisect_right(self._days, text(day))
        if election:
            if self._is_gone(text(election["date"]), day):
                return seats
            first = bisect.bisect_right(self._days, text(election["date"]))
            for row in self._results[election["election_id"]]:
                seats[row["party_id"]] = row["seats"], ("election_results", f"{row['election_id']}/{row['party_id']}", "seats")
        elif self._elections or not (known := bisect.bisect_right(self._whole, text(day))) or self._is_gone(self._whole[known - 1], day):
            return seats
        else:
            first = bisect.bisect_left(self._days, self._whole[known - 1])
        whole = None
        for row in self._changes[first:last]:
            if row["reason"] in ("election", "enlargement"):
                if row["date_text"] != whole:
                    seats, whole = {}, row["date_text"]
            elif elected:
                continue
            seats[row["party_id"]] = row["seats"], ("chamber_seats", f"{row['chamber']}/{row['date_text']}/{row['party_id']}", "seats")
        return seats


def seats_of(seats: dict[str, tuple[int, Cell]], members: list[str], labels: set[str]) -> tuple[int | None, list[Cell]]:
    """Seats that parties hold together and the cells of the sum; null where the chamber is not in the data.

    Where it is counted under a label, such as liberals, a party that is missing may be among those: null as well.
    """
    if not seats or (labels & set(seats) and not set(members) <= set(seats)):
        return None, []
    held = [seats[party] for party in members if party in seats]
    return sum(number for number, _ in held), [cell for _, cell in held]


def cabinet_type(members: list[int], chamber: int) -> str:
    """Minority, minimal winning or oversized, from the seats of each coalition party and of the chamber.

    A coalition wins with more than half of the seats; it is minimal if no party can be spared (Riker 1962; the
    computed classes of Woldendorp, Keman and Budge leave out support parties, as here).
    """
    if 2 * sum(members) <= chamber:
        return "minority"
    spare = any(2 * (sum(members) - seats) > chamber for seats in members)
    return "oversized" if spare else "minimal_winning"
