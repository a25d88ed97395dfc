"""Everything that can be computed is computed here: pure functions of the curated rows.

Each function named after a table gives that table, new, each derived cell with the cells on which
it rests. All day counts are differences of dates unless a name says otherwise.
"""

from __future__ import annotations

from scripts.cells import Rows, Tables
from scripts.curated.witnesses import statements
from scripts.derive import (
    appointments,
    cabinets,
    comparisons,
    elections,
    events,
    falls,
    formations,
    leaders,
    phases,
)
from scripts.derive.agreements import agreements
from scripts.derive.composition import Teams, cabinet_composition
from scripts.derive.models import model_cabinets, model_formations
from scripts.derive.party_cabinet import party_cabinet
from scripts.derive.party_seats import party_seats
from scripts.derive.rounds import bargaining_rounds
from scripts.derive.spans import cabinet_spans
from scripts.problems import Problem
from scripts.schema import Schema


def derive(schema: Schema, curated: Tables) -> Tables:
    """The public tables that follow from the curated ones; those that nothing adds to are these."""
    table, as_of = schema.tables, schema.package["as_of"]
    ledger = events.events(curated, schema.labels("end_reason"))
    held = appointments.appointments(curated)
    spans = cabinet_spans(curated)
    teams = Teams(curated, held, {key: span.start.value for key, span in spans.items()})
    members = cabinets.cabinet_parties(curated, teams)
    durations = formations.formation_durations(table["formation_durations"], curated, ledger, as_of)
    formed = formations.formations(curated, durations, members)
    fell = falls.falls(curated, ledger)
    governed = cabinets.cabinets(curated, formed, fell, schema.labels("mechanism"), as_of, teams)
    stretches = phases.cabinet_phases(table["cabinet_phases"], curated)
    derived = [
        ledger,
        members,
        durations,
        formed,
        fell,
        formations.formation_stages(curated, as_of),
        elections.elections(curated),
        elections.lists(curated, "election_results"),
        elections.lists(curated, "unseated_lists"),
        elections.parties(curated),
        elections.party_links(curated),
        elections.chamber_sizes(curated),
        elections.chamber_seats(curated),
        party_seats(table["party_seats"], curated),
        bargaining_rounds(curated),
        agreements(curated),
        falls.votes(curated, ledger),
        falls.mechanisms(curated),
        falls.fall_codings(curated),
        falls.coding_agreement(table["coding_agreement"], curated),
        held,
        appointments.ministries(curated),
        appointments.vacancies(curated),
        appointments.persons(curated),
        leaders.council_chairs(curated),
        leaders.prime_ministers(table["prime_ministers"], curated, held, stretches, fell),
        stretches,
        governed,
        cabinet_composition(table["cabinet_composition"], members, governed, teams),
        Rows.derived(table["codes"], schema.codes),
        evidence(curated),
    ]
    built = {rows.table.name: rows for rows in derived}
    models = model_cabinets(table["model_cabinets"], curated, built, as_of)
    for rows in (
        models,
        model_formations(table["model_formations"], built, models),
        party_cabinet(table["party_cabinet"], curated, governed, members, built["prime_ministers"]),
    ):
        built[rows.table.name] = rows
    built["comparisons"] = comparisons.comparisons(curated, built)
    return built


def evidence(curated: Tables) -> Rows:
    """What sources say, each with its stance to the adopted value."""
    table = curated["evidence"].table
    rows = ({**said, "stance": stands} for said, stands in statements(curated))
    return Rows.derived(table, rows)


def missing(built: Tables) -> list[Problem]:
    """Required cells that the curated rows do not let us compute."""
    problems = []
    for rows in built.values():
        table = rows.table
        columns = [column.name for column in table.columns.values() if column.required]
        for row in rows:
            for name in columns:
                if row[name] is None and name not in table.curated:
                    file = f"data/tables/{table.name}.csv"
                    found = f"nothing for {table.row_id(row)}, which the curated rows do not give"
                    problems.append(Problem(file, 0, name, "a value", found))
    return problems


def lineage(schema: Schema, built: Tables) -> Rows:
    """Each derived cell with the cells on which it rests, a step away."""
    names = schema.tables["lineage"].columns
    rows = (
        dict(zip(names, (*cell, *origin), strict=True))
        for table in built.values()
        for cell, origins in table.lineage.items()
        for origin in origins
    )
    return Rows.derived(schema.tables["lineage"], rows)
