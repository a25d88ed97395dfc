"""Elections, parties and the dates of what is known of them in part."""

from __future__ import annotations

from collections import defaultdict

from scripts.cells import Rows, Tables, Value, by, derive_from, grouped, resting_on
from scripts.derive.common import day_of, percent


def elections(curated: Tables) -> Rows:
    """Turnout is votes cast over the electorate, where known of the contested districts."""
    own, lists = curated["elections"], _votes_of_lists(curated)
    rows = []
    for row in own:
        voters = ("votes_cast", "electorate", "electorate_contested")
        turnout = derive_from(_turnout, *(own.cell(row, name) for name in voters))
        votes = lists.get(row["election_id"])
        valid = own.cell(row, "valid_votes")
        unlisted = derive_from(_remainder, valid, *votes) if votes else None
        rows.append({**row, "turnout": turnout, "unlisted_votes": unlisted})
    return Rows.derived(own.table, rows, own)


def _votes_of_lists(curated: Tables) -> dict[str, list[Value]]:
    """The votes that are known of the lists of an election, with and without a seat."""
    found: dict[str, list[Value]] = defaultdict(list)
    for name in ("election_results", "unseated_lists"):
        own = curated[name]
        for row in own:
            if row["votes"] is not None:
                found[row["election_id"]].append(own.cell(row, "votes"))
    return found


def _remainder(valid: int | None, *votes: int) -> int | None:
    return None if valid is None else valid - sum(votes)


def _turnout(cast: int | None, electorate: int | None, contested: int | None) -> float | None:
    return percent(cast, contested or electorate)


def lists(curated: Tables, name: str) -> Rows:
    """The share of a list is of the valid votes."""
    own, held = curated[name], curated["elections"]
    elections = by(held, "election_id")
    rows = []
    for row in own:
        valid = held.cell(elections[row["election_id"]], "valid_votes")
        rows.append({**row, "vote_share": derive_from(percent, own.cell(row, "votes"), valid)})
    return Rows.derived(own.table, rows, own)


def parties(curated: Tables) -> Rows:
    """Successors are the parties into which it merged or was renamed.

    Splits and joint lists are not successions.
    """
    own, links = curated["parties"], curated["party_links"]
    succeeded = grouped([row for row in links if row["link"] in ("merger", "rename")], "party_id")
    rows = []
    for row in own:
        found = sorted(succeeded.get(row["party_id"], ()), key=lambda link: link["successor_id"])
        successors = derive_from(_joined, *(links.cell(link, "successor_id") for link in found))
        dates = {}
        for name in ("founded", "dissolved"):
            dates[name] = day_of(own, row, name)
            dates[f"{name}_year"] = derive_from(_year, own.cell(row, name))
        rows.append({**row, **dates, "successor_ids": successors})
    return Rows.derived(own.table, rows, own)


def _joined(*ids: str) -> str | None:
    return ";".join(dict.fromkeys(ids)) or None


def _year(partial: str | None) -> int | None:
    return int(partial[:4]) if partial else None


def party_links(curated: Tables) -> Rows:
    """The day of a link, where it is known, beside what is known of it."""
    own = curated["party_links"]
    rows = []
    for row in own:
        days = {name: day_of(own, row, name) for name in ("date", "end_date")}
        known = {"date_text": own.cell(row, "date"), "end_text": own.cell(row, "end_date")}
        # A merger is over with its day; a joint list stands until it ends.
        is_list, kind = row["link"] == "alliance", own.cell(row, "link")
        ends = (known["end_text"],) if is_list else ()
        is_current = resting_on(is_list and row["end_date"] is None, kind, *ends)
        rows.append({**row, **days, **known, "is_current": is_current})
    return Rows.derived(own.table, rows, own)


def chamber_sizes(curated: Tables) -> Rows:
    """A size without an end is that of today."""
    own = curated["chamber_sizes"]
    ends = ((row, own.cell(row, "end_date")) for row in own)
    rows = ({**row, "is_current": resting_on(end.value is None, end)} for row, end in ends)
    return Rows.derived(own.table, rows, own)


def chamber_seats(curated: Tables) -> Rows:
    """The day of a change of seats, where it is known, beside what is known of it."""
    own = curated["chamber_seats"]
    rows = ({**row, "date": day_of(own, row, "date_text")} for row in own)
    return Rows.derived(own.table, rows, own)
