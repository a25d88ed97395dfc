"""Every party in the Tweede Kamer at the start of every cabinet, in the cabinet or out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.cells import NOTHING, Row, Rows, Tables, Value, resting_on
from scripts.derive.chamber import Chamber, Seats
from scripts.derive.common import by, grouped
from scripts.derive.measures import banzhaf
from scripts.derive.positions import places
from scripts.schema import Table
from scripts.vocabulary import CHAMBER_OF_PARTIES_SINCE, INTERIM


def party_cabinet(
    table: Table, curated: Tables, cabinets: Rows, members: Rows, leaders: Rows
) -> Rows:
    """Where the chamber did not meet there are only the parties of the cabinet, without seats."""
    maker = _Maker(curated, cabinets, members, leaders)
    own = [row for row in cabinets if row["start_date"] >= CHAMBER_OF_PARTIES_SINCE]
    return Rows.derived(table, (made for row in own for made in maker.rows(row)))


class _Maker:
    """Makes the rows of one cabinet after the other."""

    def __init__(self, curated: Tables, cabinets: Rows, members: Rows, leaders: Rows):
        self._curated, self._cabinets, self._members = curated, cabinets, members
        self._before = {row["sequence"] + 1: row for row in cabinets}
        self._of = grouped(members, "cabinet_id")
        self._elections = by(curated["elections"], "election_id")
        self._parties = by(curated["parties"], "party_id")
        self._places = places(curated)
        self._tk = Chamber(curated, "tk")
        self._leaders = {
            cabinet: leaders.cell(row, "party_id")
            for row in leaders
            for cabinet in row["cabinets"].split(";")
        }

    def rows(self, cabinet: Row) -> Iterator[dict[str, Any]]:
        """A row for each party with a seat, and for each party of the cabinet."""
        day = cabinet["start_date"]
        seats = self._tk.seats(day, self._tk.election_before(day))
        roles = {row["party_id"]: row for row in self._of.get(cabinet["cabinet_id"], ())}
        power = banzhaf({party: held.value for party, held in seats.items()})
        parties = [party for party in seats if seats[party].value or party in roles]
        parties += [party for party in roles if party not in seats]
        whole = self._is_whole(cabinet, seats)
        for party in parties:
            yield {
                **self._cabinet(cabinet),
                **self._party(party),
                **self._role(cabinet, party, roles.get(party)),
                **self._strength(party, seats),
                "banzhaf": power.get(party),
                "is_whole_chamber": whole,
            }

    def _cabinet(self, cabinet: Row) -> dict[str, Value]:
        """What the row has of the cabinet."""
        cell = self._cabinets.cell
        before, election = self._before.get(cabinet["sequence"]), cabinet["election_id"]
        held = self._elections.get(election)
        elections = self._curated["elections"]
        return {
            "cabinet_id": cabinet["cabinet_id"],
            "cabinet_name": cell(cabinet, "name"),
            "start_date": cell(cabinet, "start_date"),
            "election_id": cell(cabinet, "election_id"),
            "election_date": elections.cell(held, "date") if held else NOTHING,
            "previous_cabinet_id": _id_of(self._cabinets, before),
            "chamber_seats_tk": cell(cabinet, "chamber_seats_tk"),
            "prime_minister": cell(cabinet, "prime_minister"),
            "is_interim": resting_on(cabinet["character"] == INTERIM, cell(cabinet, "character")),
        }

    def _party(self, party: str) -> dict[str, Any]:
        """What the row has of the party."""
        own, row, place = self._curated["parties"], self._parties[party], self._places.get(party)
        return {
            "party_id": party,
            "abbreviation": own.cell(row, "abbreviation"),
            "name": own.cell(row, "name"),
            "name_en": own.cell(row, "name_en"),
            "left_right": place.value if place else NOTHING,
            "left_right_basis": place.basis if place else NOTHING,
        }

    def _role(self, cabinet: Row, party: str, row: Row | None) -> dict[str, Value]:
        """Whether the party is in, supports, or leads the cabinet."""
        told = self._members.cell(row, "role") if row else NOTHING
        own = self._cabinets.cell(cabinet, "cabinet_id")
        led = self._leaders.get(cabinet["cabinet_id"], NOTHING)
        return {
            "is_in_cabinet": resting_on(told.value == "coalition", told, own),
            "is_support": resting_on(told.value == "support", told, own),
            "is_prime_minister": resting_on(led.value == party, led, own),
        }

    def _strength(self, party: str, seats: Seats) -> dict[str, Any]:
        """Seats, and their share of the chamber as a fraction."""
        if not seats:
            return {}
        held = seats.get(party, resting_on(0, *seats.values()))
        total = sum(value.value for value in seats.values())
        return {"seats": held, "chamber_share": resting_on(held.value / total, held)}

    def _is_whole(self, cabinet: Row, seats: Seats) -> Value:
        """Whether the seats of all parties are those of the chamber."""
        size = self._cabinets.cell(cabinet, "chamber_seats_tk")
        total = sum(value.value for value in seats.values())
        own = self._cabinets.cell(cabinet, "cabinet_id")
        return resting_on(bool(seats) and total == size.value, size, own)


def _id_of(cabinets: Rows, row: Row | None) -> Value:
    """The id of a cabinet that was found by its place in the order."""
    return NOTHING if row is None else resting_on(row["cabinet_id"], cabinets.cell(row, "sequence"))
