"""Places of parties on a scale, and from what they come."""

from __future__ import annotations

from typing import NamedTuple

from scripts.cells import Tables, Value
from scripts.vocabulary import EXPERTS


class Place(NamedTuple):
    """The place of a party on a scale, and whether experts placed this party."""

    value: Value
    basis: Value

    @property
    def is_measured(self) -> bool:
        return self.basis.value == EXPERTS


def places(curated: Tables, scale: str = "left_right") -> dict[str, Place]:
    """The place of each party that has one."""
    own = curated["party_positions"]
    return {
        row["party_id"]: Place(own.cell(row, "place"), own.cell(row, "basis"))
        for row in own
        if row["scale"] == scale
    }
