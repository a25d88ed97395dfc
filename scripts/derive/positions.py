"""Places of parties on a scale, and from what they come."""

from __future__ import annotations

from typing import NamedTuple

from scripts.cells import Tables
from scripts.vocabulary import EXPERTS


class Place(NamedTuple):
    """The place of a party on a scale, and from what it comes."""

    value: float
    basis: str

    @property
    def is_measured(self) -> bool:
        """Whether experts placed this party."""
        return self.basis == EXPERTS


def places(curated: Tables, scale: str = "left_right") -> dict[str, Place]:
    """The place of each party that has one."""
    return {
        row["party_id"]: Place(row["place"], row["basis"])
        for row in curated["party_positions"]
        if row["scale"] == scale
    }
