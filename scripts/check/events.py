"""Events: an id tells the type, each type has the ids that it needs, and persons are alive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.cells import Row, Tables
from scripts.check.common import Problems, cabinet_spans, problem
from scripts.printed.names import slug
from scripts.schema import Schema, text

_IDS = ("cabinet_id", "formation_id", "party_id", "person_id")
_ALWAYS, _MAY, _NEVER = "+", "?", "-"
CARRIES = {
    # in the order of _IDS: cabinet, formation, party, person
    "agreement_approved": "-+?-",
    "agreement_presented": "-+--",
    "agreement_reached": "-+--",
    "appointment_debate": "-+--",
    "breakdown": "?+??",
    "chamber_resumed": "----",
    "chamber_suspended": "----",
    "constituent_meeting": "-+--",
    "crisis_break": "+---",
    "dissolution": "+---",
    "dissolution_decreed": "+---",
    "government_moves": "+---",
    "government_statement": "+---",
    "inauguration": "++--",
    "leader_leaves": "+--+",
    "leader_succeeds": "+--+",
    "minister_leaves": "+??+",
    "ministers_complete": "?+--",
    "ministers_discharged": "+-+-",
    "party_leaves": "+-+-",
    "reconstruction": "+?-?",
    "resignation_accepted": "+---",
    "resignation_confirmed": "+---",
    "resignation_considered": "+?--",
    "resignation_offered": "+?--",
    "resignation_refused": "++--",
    "resignation_withdrawn": "++--",
    "sworn_in_early": "++-+",
    "vote": "+???",
}
"""Which ids an event of a type has: always, maybe, never."""

YOUNGEST = 25
"""Nobody younger formed a cabinet or sat in one."""


def events_have_the_ids_of_their_type(schema: Schema, tables: Tables) -> Problems:
    """An event names the cabinet, formation, party and person that its type needs, and no other."""
    for row in tables["events"]:
        carries = CARRIES.get(row["event_type"])
        if carries is None:
            if row["event_type"]:
                expected = f"a type that is curated here ({', '.join(CARRIES)})"
                yield problem(row, "event_type", expected, row["event_type"])
            continue
        for column, sign in zip(_IDS, carries, strict=True):
            if sign == _ALWAYS and row[column] is None:
                yield problem(row, column, f"an id, since it is {row['event_type']}", None)
            if sign == _NEVER and row[column] is not None:
                expected = f"nothing, since it is {row['event_type']}"
                yield problem(row, column, expected, row[column])


def events_are_of_their_formation(schema: Schema, tables: Tables) -> Problems:
    """The cabinet of an event is that which its formation formed, or that which it follows."""
    formations = {row["formation_id"]: row for row in tables["formations"]}
    for row in tables["events"]:
        formation = formations.get(row["formation_id"])
        if formation is None or row["cabinet_id"] is None:
            continue
        own = [formation["cabinet_id"], formation["previous_cabinet_id"]]
        if row["event_type"] in ("inauguration", "sworn_in_early"):
            own = own[:1]
        if row["cabinet_id"] not in own:
            expected = f"{' or '.join(map(text, own))}, of the formation {row['formation_id']}"
            yield problem(row, "cabinet_id", expected, row["cabinet_id"])


def ids_of_events_tell_their_type(schema: Schema, tables: Tables) -> Problems:
    """An id is cabinet or formation, type, and what tells apart two of a type.

    That is the party, the name of the person, a number, or a date, which is then that of the event.
    """
    names = {row["person_id"]: slug(row["family_name"]) for row in tables["persons"]}
    for row in tables["events"]:
        kind = text(row["event_type"]).replace("_", "-")
        subjects = [row[name] for name in ("cabinet_id", "formation_id") if row[name]]
        heads = [f"{subject}-{kind}" for subject in subjects] or [kind]
        found = [head for head in heads if f"{row['event_id']}-".startswith(f"{head}-")]
        if not found:
            expected = f"an id that begins with {' or '.join(heads)}"
            yield problem(row, "event_id", expected, row["event_id"])
            continue
        rest = row["event_id"].removeprefix(found[0]).removeprefix("-")
        if rest and not _tells_apart(rest, row, names):
            expected = f"after {found[0]} the party, the person, a number, or the date"
            yield problem(row, "event_id", expected, row["event_id"])


def _tells_apart(rest: str, row: Row, names: dict[str, str]) -> bool:
    if match := re.fullmatch(r"(\d{4}(?:-\d\d){0,2})(?:-[et]k)?", rest):
        return text(row["date"]).startswith(match[1])
    name = names.get(row["person_id"], "")
    return rest == row["party_id"] or bool(re.fullmatch(r"[2-9]", rest)) or _begins(name, rest)


def _begins(name: str, rest: str) -> bool:
    """Whether a name begins with what stands in an id; titles go before it."""
    return name == rest or name.startswith(f"{rest}-") or name.endswith(f"-{rest}")


def persons_act_while_they_live(schema: Schema, tables: Tables) -> Problems:
    """Nobody acts before the age of 25 or after death."""
    lives = {row["person_id"]: row for row in tables["persons"]}
    for row, column, day in _acts(tables):
        person = lives.get(row[column])
        if person is None or not day:
            continue
        born, died = text(person["birth_date"]), text(person["death_date"])
        grown = f"{int(born[:4]) + YOUNGEST}{born[4:]}" if born else ""
        if grown and day < grown[: len(day)]:
            expected = f"somebody who was {YOUNGEST} on {day}"
            yield problem(row, column, expected, f"{row[column]}, born {born}")
        if died and day[: len(died)] > died[: len(day)]:
            expected = f"somebody who lived on {day}"
            yield problem(row, column, expected, f"{row[column]}, died {died}")


def _acts(tables: Tables) -> Iterator[tuple[Row, str, str]]:
    """Where persons act: the row, the column that names them, the day."""
    started = {cabinet: start for cabinet, (start, _) in cabinet_spans(tables).items()}
    days = {
        "events": ("person_id", lambda row: row["date"]),
        "formation_stages": ("person_id", lambda row: row["start_date"]),
        "council_chairs": ("person_id", lambda row: row["start_text"]),
        "cabinets": ("prime_minister_id", lambda row: started.get(row["cabinet_id"])),
    }
    for name, (column, day_of) in days.items():
        for row in tables[name]:
            yield row, column, text(day_of(row))


RULES = (
    events_have_the_ids_of_their_type,
    events_are_of_their_formation,
    ids_of_events_tell_their_type,
    persons_act_while_they_live,
)
