"""Members of cabinets: one holder of a post, alive, and in the cabinet to which they belong."""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterator

from scripts.cells import Row, Tables
from scripts.check.common import Problems, cabinet_spans, in_sequence, problem
from scripts.curated.witnesses import offices_of_ministers
from scripts.dates import full_date
from scripts.printed.names import slug
from scripts.schema import Schema, text
from scripts.vocabulary import (
    ACTING_ENDS,
    MINISTER_PRESIDENT_SINCE,
    NO_PARTY,
    TAKES_PART,
)

EARLY = datetime.timedelta(days=7)
"""Members of a cabinet were sworn in up to so many days before it."""
LATE = datetime.timedelta(days=9)
"""Members stayed up to so many days for successors who came later."""
POSTS_ALONE_SINCE = "2026-02-23"
"""Since Jetten a minister can have a name without a ministry of that name."""
PERSONAL = "Personal:"
"""How the note begins on a member whose party does not take part."""
OF_AGE = 25
"""Nobody has been a member of a cabinet before this age."""


def appointments_lie_in_their_cabinet(schema: Schema, tables: Tables) -> Problems:
    """Who belongs to a cabinet is in office while it governs, or a few days before and after."""
    spans = cabinet_spans(tables)
    for row in tables["appointments"]:
        if row["cabinet_id"] not in spans:
            continue
        first, last = spans[row["cabinet_id"]]
        earliest, latest = _shifted(first, -EARLY), _shifted(last, LATE)
        for column in ("start_text", "end_text"):
            day = text(row[column])
            if day and not earliest[: len(day)] <= day <= latest[: len(day)]:
                expected = f"a day in the cabinet {row['cabinet_id']} ({first} to {last})"
                yield problem(row, column, expected, day)
        if row["start_text"] == first:
            expected = "nothing, since the cabinet started on that day"
            yield problem(row, "start_text", expected, first)
        if row["end_text"] == last:
            yield problem(row, "end_text", "nothing, since the cabinet ended on that day", last)


def _shifted(day: str, by: datetime.timedelta) -> str:
    """A day so much earlier or later; what is no day, or the last of all, stays."""
    date = full_date(day)
    return day if date is None or day.startswith("9999") else (date + by).isoformat()


def a_post_has_one_holder(schema: Schema, tables: Tables) -> Problems:
    """Two persons hold no office of minister on one day, unless one of them is acting.

    But who was sworn in before the new cabinet meets who leaves with the old one.
    """
    held = defaultdict(list)
    offices = offices_of_ministers(tables)
    for row, first, last in spells(tables):
        if row["post"] in offices and not row["is_acting"]:
            held[offices[row["post"]]].append((first, last, row))
    for holders in held.values():
        ordered = sorted(holders, key=lambda one: one[:2])
        for (_, last, row), (first, _, following) in itertools.pairwise(ordered):
            is_handover = row["cabinet_id"] != following["cabinet_id"]
            until = _shifted(last, -EARLY) if is_handover else last
            if first < until and row["person_id"] != following["person_id"]:
                expected = f"a day not before {last}, when {row['appointment_id']} ends"
                yield problem(following, "start_text", expected, first)


def spells(tables: Tables) -> Iterator[tuple[Row, str, str]]:
    """Each appointment with its first and last day, those of the cabinet where it has no other."""
    spans = cabinet_spans(tables)
    for row in tables["appointments"]:
        if row["cabinet_id"] in spans:
            first, last = spans[row["cabinet_id"]]
            yield row, text(row["start_text"]) or first, text(row["end_text"]) or last


def members_are_alive_and_of_age(schema: Schema, tables: Tables) -> Problems:
    persons = {row["person_id"]: row for row in tables["persons"]}
    for row, first, last in spells(tables):
        person = persons.get(row["person_id"])
        if person is None:
            continue
        born, died = text(person["birth_date"]), text(person["death_date"])
        if born and int(first[:4]) - int(born[:4]) < OF_AGE:
            expected = f"somebody of age on {first}"
            yield problem(row, "person_id", expected, f"{row['person_id']}, born on {born}")
        if died and died < first:
            expected = f"somebody alive on {first}"
            yield problem(row, "person_id", expected, f"{row['person_id']}, who died on {died}")
        elif died and died < last and not last.startswith("9999"):
            yield problem(row, "end_text", f"a day not after the death on {died}", last)
        if row["end_reason"] == "died" and died and died != text(row["end_text"]):
            yield problem(row, "end_text", f"the day of death, {died}", row["end_text"])


def members_belong_to_the_parties(schema: Schema, tables: Tables) -> Problems:
    """The party of a member takes part in the cabinet, or became of one that does.

    Others are without a party, or the note says that they are in it in person.
    """
    parties: dict[str, set[str]] = defaultdict(set)
    became: dict[str, set[str]] = defaultdict(set)
    for row in tables["party_links"]:
        if row["link"] in ("merger", "rename"):
            became[row["party_id"]].add(row["successor_id"])
    for row in tables["cabinet_parties"]:
        if row["role"] in TAKES_PART:
            party = row["party_id"]
            parties[row["cabinet_id"]] |= {party, *became.get(party, ())}
    for row in tables["appointments"]:
        party, own = row["party_id"], parties.get(row["cabinet_id"], set())
        is_personal = text(row["note"]).startswith(PERSONAL)
        if party not in (None, NO_PARTY) and party not in own and not is_personal:
            expected = f"a party in {row['cabinet_id']} ({', '.join(sorted(own))}), or {NO_PARTY}"
            yield problem(row, "party_id", expected, party)


def ministries_are_there(schema: Schema, tables: Tables) -> Problems:
    """A post belongs to a ministry that is there at the time; ministries follow each other."""
    known = {row["ministry_id"]: row for row in tables["ministries"]}
    of_post = {row["post"]: known.get(row["ministry_id"]) for row in tables["posts"]}
    levels = {row["post"]: row["post_level"] for row in tables["posts"]}
    namesakes = defaultdict(list)
    for row in known.values():
        namesakes[row["name"]].append((text(row["start_text"]), text(row["end_text"])))
    for row, first, last in spells(tables):
        ministry = of_post.get(row["post"])
        if ministry is None or levels[row["post"]] != "minister" or first >= POSTS_ALONE_SINCE:
            continue
        lives = namesakes[ministry["name"]]
        # A minister can be sworn in a few days before a new ministry is there.
        early, late = _shifted(first, EARLY), _shifted(last, -EARLY)
        if not any(
            start <= early[: len(start)] and (not end or late[: len(end)] <= end)
            for start, end in lives
        ):
            told = ", ".join(f"{start or '1848'} to {end or 'now'}" for start, end in lives)
            expected = f"a post of a ministry that was there from {first} to {last} ({told})"
            yield problem(row, "post", expected, row["post"])
    for row in tables["ministries"]:
        for successor in text(row["successor_ids"]).split(";"):
            if successor and successor not in known:
                expected = "ids in data/curated/ministries.csv"
                yield problem(row, "successor_ids", expected, successor)


def appointments_are_named_after_their_cells(schema: Schema, tables: Tables) -> Problems:
    """The id is cabinet, person and office, with a number where they meet a second time."""
    posts = {row["post"]: row for row in tables["posts"]}
    for row in tables["appointments"]:
        if row["post"] not in posts:
            continue
        name = f"{row['cabinet_id']}-{row['person_id']}-{_office(posts[row['post']])}"
        if row["appointment_id"].rstrip("0123456789").rstrip("-") != name.rstrip("-"):
            yield problem(row, "appointment_id", f"{name}, with a number or without", row[
                "appointment_id"])  # fmt: skip


def _office(post: Row) -> str:
    """An office in the words of an id: the portfolio, of a state secretary with the level."""
    if post["post_level"] == "prime_minister":
        return "minister-president"
    words = slug(post["portfolio"] or "zonder portefeuille")
    return f"staatssecretaris-{words}" if post["post_level"] == "state_secretary" else words


def each_cabinet_has_its_leader(schema: Schema, tables: Tables) -> Problems:
    """The prime minister of a cabinet has a post in it; since 1945 that of minister-president."""
    levels = {row["post"]: row["post_level"] for row in tables["posts"]}
    posts = defaultdict(set)
    for row in tables["appointments"]:
        posts[row["cabinet_id"], row["person_id"]].add(levels.get(row["post"]))
    spans = cabinet_spans(tables)
    for cabinet in in_sequence(tables):
        key, leader = cabinet["cabinet_id"], cabinet["prime_minister_id"]
        held = posts.get((key, leader), set())
        is_late = key in spans and spans[key][0] >= text(MINISTER_PRESIDENT_SINCE)
        if not held or (is_late and "prime_minister" not in held):
            expected = f"a post of {leader} in data/curated/appointments.csv"
            yield problem(cabinet, "prime_minister_id", expected, "none")


def acting_ends_as_acting(schema: Schema, tables: Tables) -> Problems:
    """Only who was acting ends acting, and who ended has a day."""
    for row in tables["appointments"]:
        if row["end_reason"] in ACTING_ENDS and not row["is_acting"]:
            yield problem(row, "end_reason", "another reason, since not acting", row["end_reason"])
        if row["end_reason"] and not row["end_text"]:
            yield problem(row, "end_text", "a day, since the end has a reason", None)


RULES = (
    appointments_lie_in_their_cabinet,
    a_post_has_one_holder,
    members_are_alive_and_of_age,
    members_belong_to_the_parties,
    ministries_are_there,
    appointments_are_named_after_their_cells,
    each_cabinet_has_its_leader,
    acting_ends_as_acting,
)
