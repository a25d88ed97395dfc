"""The tables as a database has them: order, keys, indexes and views, in SQL that both read."""

from __future__ import annotations

from typing import Any

from dutchcabinets import _package

Key = tuple[str, str, str]
"""Column, table to which it leads, and column there."""


def keys() -> dict[str, list[Key]]:
    """The foreign keys of each table."""
    return {
        name: [
            (key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
            for key in table["schema"].get("foreignKeys", ())
        ]
        for name, table in _package.resources().items()
    }


def enforced() -> dict[str, list[Key]]:
    """The foreign keys that lie on no cycle: a database fills one table after another."""
    every = keys()
    leads = {name: {table for _, table, _ in own} for name, own in every.items()}
    return {
        name: [key for key in own if name not in _reached(key[1], leads)]
        for name, own in every.items()
    }


def _reached(start: str, leads: dict[str, set[str]]) -> set[str]:
    """The tables to which keys lead from one, itself among them."""
    found, frontier = {start}, {start}
    while frontier:
        frontier = {table for name in frontier for table in leads[name]} - found
        found |= frontier
    return found


def in_order() -> list[str]:
    """The tables, each after those to which its enforced keys lead."""
    own = enforced()
    done: list[str] = []
    while len(done) < len(own):
        done += [
            name
            for name in own
            if name not in done and all(table in done for _, table, _ in own[name])
        ]
    return done


def creation(table: str, types: dict[str, str]) -> str:
    """The statement that makes a table; what each column means stands beside it."""
    resource = _package.resource(table)
    schema = resource["schema"]
    lines = [_line(field, schema["primaryKey"], types) for field in schema["fields"]]
    parts = [(f"primary key ({_listed(schema['primaryKey'])})", "")]
    parts += [
        (f"foreign key ({quoted(column)}) references {quoted(to)} ({quoted(there)})", "")
        for column, to, there in enforced()[table]
    ]
    every = lines + parts
    last = len(every) - 1
    body = "\n".join(
        f"  {part}{',' if number < last else ''}{f'  -- {note}' if note else ''}"
        for number, (part, note) in enumerate(every)
    )
    return f"create table {quoted(table)} (\n  -- {resource['description']}\n{body}\n)"


def _line(field: dict[str, Any], key: list[str], types: dict[str, str]) -> tuple[str, str]:
    required = field["name"] in key or field.get("constraints", {}).get("required")
    part = f"{quoted(field['name'])} {types[field['type']]}{' not null' if required else ''}"
    return part, field["description"]


def indexes(table: str) -> list[str]:
    """An index on each column that leads to another table."""
    return [
        f"create index {quoted(f'{table}_{column}')} on {quoted(table)} ({quoted(column)})"
        for column, _, _ in keys()[table]
    ]


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def _listed(names: list[str]) -> str:
    return ", ".join(map(quoted, names))


_CABINET_ON = """
    select days.day, c.cabinet_id, c.name, p.status, c.prime_minister, p.parties, p.seats_tk
    from days
    join cabinets c on days.day >= c.start_date and (c.is_current or days.day < c.end_date)
    left join cabinet_phases p on p.cabinet_id = c.cabinet_id and days.day >= p.start_date
      and (p.is_current or days.day < p.end_date)
"""
_FORMATIONS_RANKED = """
    select d.rank, c.name as cabinet, f.label as formation, d.start_date, d.end_date, d.days,
      d.days_inclusive, d.formation_id, d.cabinet_id
    from formation_durations d
    join formations f on f.formation_id = d.formation_id
    left join cabinets c on c.cabinet_id = d.cabinet_id
    where d.definition = 'election_to_inauguration' and d.rank is not null
    order by d.rank, d.start_date
"""
_MINISTERS_BY_CABINET = """
    select c.name as cabinet, a.name, a.post, p.abbreviation as party, a.post_level, a.is_acting,
      a.start_date, a.end_date, a.days, a.end_reason, a.cabinet_id, a.person_id
    from appointments a
    join cabinets c on c.cabinet_id = a.cabinet_id
    left join parties p on p.party_id = a.party_id
    order by c.sequence, a.start_date, a.post
"""


def views(days: str) -> dict[str, tuple[str, str]]:
    """The statement of each view, and what a row of it is.

    Args:
        days: the statement that gives every day since the first cabinet, in a column `day`.
    """
    example = "select * from cabinet_on where day = '1985-06-01'"
    return {
        "cabinet_on": (
            f"with recursive {days} {_CABINET_ON}",
            f"A day and the cabinet that governed, null where its status is not known: {example}.",
        ),
        "formations_ranked": (
            _FORMATIONS_RANKED,
            "A formation, from the election to the inauguration, the longest first.",
        ),
        "ministers_by_cabinet": (
            _MINISTERS_BY_CABINET,
            "A minister or state secretary in one post, cabinet by cabinet.",
        ),
    }
