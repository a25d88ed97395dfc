"""model_formations: one row a formation, as models of bargaining delay want it."""

from __future__ import annotations

from typing import Any

from scripts.cells import NOTHING, Row, Rows, Value, resting_on
from scripts.derive.common import by
from scripts.derive.models.plain import as_floats
from scripts.schema import Table

DEFINITIONS = (
    "election_to_inauguration", "resignation_to_inauguration",
    "first_commission_to_inauguration", "election_to_agreement_reached", "sum_of_commissions",
)  # fmt: skip
"""The lengths that have a column each."""

_OF_CABINET = (
    "n_parties_chamber", "effective_parties_seats", "effective_parties_votes",
    "fractionalization", "polarization", "volatility_votes", "volatility_seats", "seats_tk",
    "chamber_seats_tk", "coalition_share", "is_majority_tk", "is_minimal_winning", "cabinet_type",
    "n_parties", "n_ministers", "banzhaf", "left_right_range", "left_right_range_experts",
    "n_places_not_measured", "n_places_missing", "is_same_prime_minister", "is_continuation",
    "is_previous_defeat", "is_whole_chamber",
)  # fmt: skip
"""What is taken from the row of the cabinet that was formed."""


def model_formations(table: Table, built: dict[str, Rows], models: Rows) -> Rows:
    """Every formation that formed a cabinet; others have what does not rest on the cabinet."""
    maker = _Maker(built, models)
    return Rows.derived(table, (as_floats(table, maker.row(one)) for one in built["formations"]))


class _Maker:
    """Makes the row of one formation after the other."""

    def __init__(self, built: dict[str, Rows], models: Rows):
        self._formations, self._durations = built["formations"], built["formation_durations"]
        self._cabinets, self._models = by(built["cabinets"], "cabinet_id"), models
        self._modelled = by(models, "cabinet_id")
        self._lengths = {(row["formation_id"], row["definition"]): row for row in self._durations}
        self._agreements = {
            row["cabinet_id"]: row
            for row in built["agreements"]
            if row["agreement_id"] == row["cabinet_id"]
        }
        self._agreed = built["agreements"]

    def row(self, formation: Row) -> dict[str, Any]:
        """All that is said of one formation."""
        cell = self._formations.cell
        trigger, outcome = cell(formation, "trigger"), cell(formation, "outcome")
        copied = (
            "label", "cabinet_id", "previous_cabinet_id", "election_id", "outcome", "n_commissions",
            "n_failed_attempts", "n_rounds", "n_inconclusive_rounds", "n_arguable_rounds",
            "first_tried_governed", "days",
        )  # fmt: skip
        return {
            "formation_id": formation["formation_id"],
            **{name: cell(formation, name) for name in copied},
            "is_post_election": resting_on(trigger.value == "election", trigger),
            "is_formed": resting_on(outcome.value == "formed", outcome),
            **self._days(formation),
            **self._of_cabinet(formation),
        }

    def _days(self, formation: Row) -> dict[str, Value]:
        """The length under each of the definitions that have a column."""
        found = {}
        for definition in DEFINITIONS:
            row = self._lengths.get((formation["formation_id"], definition))
            found[f"days_{definition}"] = self._durations.cell(row, "days") if row else NOTHING
        return found

    def _of_cabinet(self, formation: Row) -> dict[str, Value]:
        """What is said of the cabinet that was formed."""
        if formation["outcome"] != "formed":
            return {}
        row = self._modelled[formation["cabinet_id"]]
        found = {name: self._models.cell(row, name) for name in _OF_CABINET}
        found["start_date"] = self._models.cell(row, "start_date")
        for name in ("is_interim", "is_wartime", "has_coalition"):
            found[name] = self._models.cell(row, name)
        agreement = self._agreements.get(formation["cabinet_id"])
        for name in ("pages", "words"):
            found[f"agreement_{name}"] = (
                self._agreed.cell(agreement, name) if agreement else NOTHING
            )
        return found
