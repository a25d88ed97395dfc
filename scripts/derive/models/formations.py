"""model_formations: one row a formation, as models of bargaining delay want it."""

from __future__ import annotations

from typing import Any

from scripts.cells import Row, Rows, by
from scripts.derive.models.plain import as_floats
from scripts.schema import Table

LENGTHS = {
    "days_from_election": "election_to_inauguration",
    "days_from_resignation": "resignation_to_inauguration",
    "days_from_first_commission": "first_commission_to_inauguration",
    "days_to_agreement": "election_to_agreement_reached",
    "days_under_commission": "sum_of_commissions",
}
"""The lengths that have a column each, with their definition."""

_OF_FORMATION = (
    "formation_id", "label", "cabinet_id", "previous_cabinet_id", "election_id", "outcome",
    "n_commissions", "n_failed_attempts", "n_rounds", "n_inconclusive_rounds", "n_arguable_rounds",
    "first_tried_governed", "days",
)  # fmt: skip
"""What is taken from formations."""

_OF_CABINET = (
    "start_date", "is_interim", "is_wartime", "has_coalition", "n_parties_chamber",
    "effective_parties_seats", "effective_parties_votes", "fractionalization", "polarization",
    "volatility_votes", "volatility_seats", "seats_tk", "chamber_seats_tk", "coalition_share",
    "is_majority_tk", "is_minimal_winning", "cabinet_type", "n_parties", "n_ministers", "banzhaf",
    "left_right_range", "left_right_range_experts", "n_places_not_measured", "n_places_missing",
    "is_same_prime_minister", "is_continuation", "is_previous_defeat", "is_whole_chamber",
)  # fmt: skip
"""What is taken from the row of the cabinet that was formed."""


def model_formations(table: Table, built: dict[str, Rows], models: Rows) -> Rows:
    """Every formation; those that formed no cabinet have nothing that rests on one."""
    lengths = {
        (row["formation_id"], row["definition"]): row["days"]
        for row in built["formation_durations"]
    }
    modelled = by(models, "cabinet_id")
    agreements = {
        row["cabinet_id"]: row
        for row in built["agreements"]
        if row["agreement_id"] == row["cabinet_id"]
    }
    rows = []
    for formation in built["formations"]:
        key, is_formed = formation["formation_id"], formation["outcome"] == "formed"
        row: dict[str, Any] = {name: formation[name] for name in _OF_FORMATION}
        row |= {name: lengths.get((key, definition)) for name, definition in LENGTHS.items()}
        row["is_post_election"] = formation["trigger"] == "election"
        row["is_formed"] = is_formed
        if is_formed:
            row |= _of_cabinet(formation["cabinet_id"], modelled, agreements)
        rows.append(as_floats(table, row))
    return Rows.derived(table, rows)


def _of_cabinet(
    cabinet: str, modelled: dict[str, Row], agreements: dict[str, Row]
) -> dict[str, Any]:
    """What is said of the cabinet that was formed, and of its agreement."""
    own = modelled[cabinet]
    agreement: dict[str, Any] = agreements.get(cabinet) or {}
    return {name: own[name] for name in _OF_CABINET} | {
        f"agreement_{name}": agreement.get(name) for name in ("pages", "words")
    }
