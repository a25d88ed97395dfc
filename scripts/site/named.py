"""What a row of a headline table tells of, in the words of a page, with links."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from dutchcabinets import _package
from scripts.site.facts import Row

if TYPE_CHECKING:
    from scripts.site.links import Links


def named(view: Links, table: str, row_id: str) -> Markup:
    """A row by what it tells of, such as the cabinet of a fall."""
    key = _package.resource(table)["schema"]["primaryKey"]
    parts = (int(part) if part.isdigit() else part for part in row_id.split("/"))
    value = tuple(parts) if len(key) > 1 else row_id
    row = view.facts.one(table, tuple(key) if len(key) > 1 else key[0], value)
    assert row is not None, (table, row_id)
    return _NAMES[table](view, row)


def _event(view: Links, row: Row) -> Markup:
    label = view.say.label("event_type", row["event_type"])
    about = view.cabinet(row["cabinet_id"]) or view.formation(row["formation_id"])
    return Markup("{}: {}").format(about, label) if about else Markup("{}").format(label)


_NAMES: dict[str, Callable[[Links, Row], Markup]] = {
    "cabinets": lambda view, row: view.cabinet(row["cabinet_id"]),
    "elections": lambda view, row: view.election(row["election_id"]),
    "events": _event,
    "falls": lambda view, row: view.cabinet(row["cabinet_id"]),
    "fall_causes": lambda view, row: named(view, "falls", row["fall_id"]),
    "election_results": lambda view, row: Markup("{}: {}").format(
        view.election(row["election_id"]), view.party(row["party_id"])
    ),
    "formation_stages": lambda view, row: Markup("{}: {}").format(
        view.formation(row["formation_id"]), view.person(row["person_id"])
    ),
    "appointments": lambda view, row: Markup("{}: {}").format(
        view.cabinet(row["cabinet_id"]), view.person(row["person_id"])
    ),
}
