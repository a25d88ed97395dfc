"""Claims on what is counted off the tables: seats short, lists, commissions, votes, days since."""

from __future__ import annotations

import datetime

from scripts.cells import Cell
from scripts.claims.result import UNTESTABLE, Result, number
from scripts.claims.things import Things
from scripts.schema import text


def judge_vote(claim: dict, things: Things) -> Result:
    """The figures of a vote, for and against."""
    row = things.row("votes", claim["cell"].partition("/")[2])
    if row is None or row["votes_for"] is None or row["votes_against"] is None:
        return UNTESTABLE
    derived = f"{row['votes_for']}-{row['votes_against']}"
    told = f"It was {row['votes_for']} for and {row['votes_against']} against: {row['subject']}."
    return Result("reproduced" if derived == claim["value"] else "refuted", told, derived)


def judge_since(claim: dict, things: Things) -> Result:
    """The days from the day of a cell to the day of the claim."""
    cell, day = Cell.named(claim["cell"]), claim["as_of"]
    row = things.row(cell.table_name, cell.row_id)
    begin = row[cell.column_name] if row else None
    if not isinstance(begin, datetime.date) or day is None:
        return UNTESTABLE
    days = (day - begin).days
    told = f"From {begin} to {day} it is {days} days."
    verdicts: dict[float | None, str] = {days: "reproduced", days + 1: "reproduced_inclusive"}
    return Result(verdicts.get(number(claim["value"]), "refuted"), told, days)


def judge_age(claim: dict, things: Things) -> Result:
    """The age of a person in years on the day of the claim, or when a cabinet began or ended."""
    person, cabinet = things.row("persons", claim["subject"]), _cabinet(claim, things)
    born = person["birth_date"] if person else None
    stretch = (cabinet["start_date"], cabinet["end_date"]) if cabinet else ()
    days = [claim["as_of"]] if claim["as_of"] else [day for day in stretch if day]
    if born is None or not days:
        return UNTESTABLE
    ages = [day.year - born.year - ((day.month, day.day) < (born.month, born.day)) for day in days]
    when = " and ".join(f"{age} on {day}" for age, day in zip(ages, days, strict=True))
    held = ages[0] <= (number(claim["value"]) or -1) <= ages[-1]
    told = f"Born on {born}: {when}."
    return Result("reproduced" if held else "refuted", told, ages[0])


def judge_lists(claim: dict, things: Things) -> Result:
    """How many parties or lists won a seat at an election."""
    seated = [row for row in _results(claim["subject"], things) if row["seats"]]
    if not seated:
        return UNTESTABLE
    return _counted(claim, len(seated), f"{len(seated)} parties or lists won a seat.")


def judge_shortfall(claim: dict, things: Things) -> Result:
    """How many seats a cabinet was short of a majority, or of half of a chamber, at its start."""
    chamber, row = claim["measure"], _cabinet(claim, things)
    if row is None or row[f"seats_{chamber}"] is None or row[f"chamber_seats_{chamber}"] is None:
        return UNTESTABLE
    seats, size = row[f"seats_{chamber}"], row[f"chamber_seats_{chamber}"]
    enough, what = (size + 1) // 2, "half"
    if claim["unit"] != "half":
        enough, what = size // 2 + 1, "a majority"
    told = f"With {seats} of {size} seats at the start it was {enough - seats} short of {what}"
    return _counted(claim, enough - seats, f"{told} ({enough}).")


def judge_commissions(claim: dict, things: Things) -> Result:
    """How often a person was commissioned in a role: in how many formations, or how many times."""
    day = claim["as_of"]
    found = [
        row
        for row in things.tables["formation_stages"]
        if row["person_id"] == claim["subject"]
        and row["role"] == claim["unit"]
        and (day is None or text(row["start_date"]) <= text(day))
    ]
    formations = dict.fromkeys(row["formation_id"] for row in found)
    times, value = len(found), number(claim["value"])
    told = f"{times} commissions as {claim['unit']}, in {len(formations)} formations"
    derived = times if value == times else len(formations)
    return _counted(claim, derived, f"{told}: {', '.join(formations)}." if found else f"{told}.")


def judge_left_out(claim: dict, things: Things) -> Result:
    """Which in order of size was the largest party that a cabinet left out."""
    row = _cabinet(claim, things)
    if row is None:
        return UNTESTABLE
    parties = text(row["parties"]).split(";")
    results = _results(row["election_id"], things)
    sizes = {result["party_id"]: result["seats"] or 0 for result in results}
    out = {party: seats for party, seats in sizes.items() if party not in parties}
    if not out:
        return UNTESTABLE
    most = max(out.values())
    rank = 1 + sum(seats > most for seats in sizes.values())
    names = " and ".join(things.party_name(party) for party, seats in out.items() if seats == most)
    told = f"The largest party left out was {names} ({most} seats), number {rank} of the chamber."
    return _counted(claim, rank, told)


def judge_per_election(claim: dict, things: Things) -> Result:
    """How many cabinets sat on the ground of one election."""
    found = [
        row["name"] for row in things.tables["cabinets"] if row["election_id"] == claim["subject"]
    ]
    if not found:
        return UNTESTABLE
    return _counted(claim, len(found), f"{len(found)} cabinets: {', '.join(found)}.")


def judge_caretaker_of(claim: dict, things: Things) -> Result:
    """The days that a prime minister led cabinets that were caretakers."""
    spells = [
        (row["start_date"], row["end_date"])
        for row in things.tables["cabinet_phases"]
        if row["prime_minister_id"] == claim["subject"] and row["status"] == "caretaker"
    ]
    last = claim["as_of"]
    ends = [
        (start, min(day for day in (end, last) if day))
        for start, end in spells
        if start and (end or last) and not (last and start > last)
    ]
    if not ends:
        return UNTESTABLE
    days = [(end - start).days for start, end in ends]
    told = f"{' + '.join(map(str, days))} = {sum(days)} days as caretaker."
    return _counted(claim, sum(days), told)


def _counted(claim: dict, derived: int, told: str) -> Result:
    held = number(claim["value"]) == derived
    return Result("reproduced" if held else "refuted", told, derived)


def _cabinet(claim: dict, things: Things) -> dict | None:
    return things.row("cabinets", claim["cabinet_id"] or "")


def _results(election: str, things: Things) -> list[dict]:
    return [row for row in things.tables["election_results"] if row["election_id"] == election]
