"""How many seats each party had from when to when."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.cells import Rows, Tables, Value
from scripts.dates import full_date
from scripts.derive.chamber import Chamber
from scripts.schema import Table

CHAMBERS = ("ek", "tk")


def party_seats(table: Table, curated: Tables) -> Rows:
    """A spell is a stretch in which the seats of a party do not change; an election begins anew."""
    rows = (row for chamber in CHAMBERS for row in _spells(Chamber(curated, chamber), chamber))
    return Rows.derived(table, rows)


def _spells(chamber: Chamber, code: str) -> Iterator[dict]:
    """The spells of every party in one chamber."""
    held: dict[str, tuple[str, Value]] = {}
    for day, seats in chamber.stretches():
        for party in sorted(set(held) | set(seats)):
            now = seats.get(party)
            if party in held:
                start, before = held[party]
                if now and now.value == before.value:
                    continue
                yield _row(code, party, start, before, day)
                del held[party]
            if now and now.value:
                held[party] = (day, now)
    for party, (start, now) in sorted(held.items()):
        yield _row(code, party, start, now, None)


def _row(chamber: str, party: str, start: str, seats: Value, end: str | None) -> dict:
    return {
        "chamber": chamber,
        "party_id": party,
        "start_text": start,
        "start_date": full_date(start),
        "end_text": end,
        "end_date": full_date(end),
        "is_current": end is None,
        "seats": seats,
    }
