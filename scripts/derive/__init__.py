"""Everything that can be computed is computed here: pure functions of the curated rows.

Each function named after a table returns the rows of that table and tells the lineage of the cells that it fills: on
which curated cells they rest. All day counts are differences of dates unless a name says otherwise.
"""

from __future__ import annotations

from scripts.derive.cabinets import cabinet_parties, cabinet_phases, cabinets, council_chairs, prime_ministers
from scripts.derive.claims import claims
from scripts.derive.common import Lineage
from scripts.derive.elections import chamber_seats, election_results, elections, parties, party_links
from scripts.derive.falls import coding_agreement, fall_codings, falls, mechanisms, votes
from scripts.derive.formations import events, formation_durations, formation_stages, formations
from scripts.read import Tables
from scripts.schema import Schema, Table

# In the order in which they need each other; `cabinets` and `claims` come after, since they need more than the rows.
_STEPS = (
    elections, election_results, parties, party_links, chamber_seats,
    events, formation_stages, formation_durations, formations,
    falls, votes, mechanisms, fall_codings, coding_agreement, cabinet_parties, cabinet_phases, council_chairs, prime_ministers,
)  # fmt: skip


def derive(schema: Schema, curated: Tables) -> Tables:
    """All public tables from the curated ones, rows in the order of the schema."""
    lineage = Lineage()
    built: dict[str, list[dict]] = {**curated, "codes": schema.codes}
    for step in _STEPS:
        built[step.__name__] = step(built, lineage)
    built["cabinets"] = cabinets(built, lineage, schema.package["as_of"])
    built["claims"] = claims(schema, built, lineage)
    built["lineage"] = lineage.rows()
    return {name: _in_order(built[name], table) for name, table in schema.tables.items()}


def _in_order(rows: list[dict], table: Table) -> list[dict]:
    ordered = sorted(rows, key=lambda row: tuple((row[name] is not None, row[name]) for name in table.sort))
    return [{name: row.get(name) for name in table.columns} for row in ordered]
