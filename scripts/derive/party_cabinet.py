"""Every party in the Tweede Kamer at the start of every cabinet, in the cabinet or out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.cells import Row, Rows, Tables, by, grouped
from scripts.derive.chamber import Chamber
from scripts.derive.measures import banzhaf
from scripts.derive.models.plain import as_floats
from scripts.derive.positions import places
from scripts.schema import Table
from scripts.vocabulary import CHAMBER_OF_PARTIES_SINCE, INTERIM


def party_cabinet(
    table: Table, curated: Tables, cabinets: Rows, members: Rows, leaders: Rows
) -> Rows:
    """Where the chamber did not meet there are only the parties of the cabinet, without seats."""
    maker = _Maker(curated, cabinets, members, leaders)
    own = [row for row in cabinets if row["start_date"] >= CHAMBER_OF_PARTIES_SINCE]
    rows = (as_floats(table, made) for row in own for made in maker.rows(row))
    return Rows.derived(table, rows)


class _Maker:
    """Makes the rows of one cabinet after the other."""

    def __init__(self, curated: Tables, cabinets: Rows, members: Rows, leaders: Rows):
        self._in_order = by(cabinets, "sequence")
        self._members = grouped(members, "cabinet_id")
        self._elections = by(curated["elections"], "election_id")
        self._parties = by(curated["parties"], "party_id")
        self._places = places(curated)
        self._tk = Chamber(curated, "tk")
        self._leaders = {
            cabinet: row["party_id"] for row in leaders for cabinet in row["cabinets"].split(";")
        }

    def rows(self, cabinet: Row) -> Iterator[dict[str, Any]]:
        """A row for each party with a seat, and for each party of the cabinet."""
        seats = self._tk.held(cabinet["start_date"])
        roles = {row["party_id"]: row["role"] for row in self._members[cabinet["cabinet_id"]]}
        power, total = banzhaf(seats), sum(seats.values())
        for party in dict.fromkeys((*seats, *roles)):
            own = seats.get(party, 0) if seats else None
            yield {
                **self._cabinet(cabinet),
                **self._party(party),
                "is_in_cabinet": roles.get(party) == "coalition",
                "is_support": roles.get(party) == "support",
                "is_prime_minister": self._leaders.get(cabinet["cabinet_id"]) == party,
                "seats": own,
                "chamber_share": None if own is None else own / total,
                "banzhaf": power.get(party),
                "is_whole_chamber": bool(seats) and total == cabinet["chamber_seats_tk"],
            }

    def _cabinet(self, cabinet: Row) -> dict[str, Any]:
        """What the row has of the cabinet."""
        before = self._in_order.get(cabinet["sequence"] - 1)
        election = self._elections.get(cabinet["election_id"])
        copied = ("cabinet_id", "start_date", "election_id", "chamber_seats_tk", "prime_minister")
        return {
            **{name: cabinet[name] for name in copied},
            "cabinet_name": cabinet["name"],
            "election_date": election["date"] if election else None,
            "previous_cabinet_id": before["cabinet_id"] if before else None,
            "is_interim": cabinet["character"] == INTERIM,
        }

    def _party(self, party: str) -> dict[str, Any]:
        """What the row has of the party."""
        place, row = self._places.get(party), self._parties[party]
        return {
            **{name: row[name] for name in ("party_id", "abbreviation", "name", "name_en")},
            "left_right": place.value if place else None,
            "left_right_basis": place.basis if place else None,
        }
