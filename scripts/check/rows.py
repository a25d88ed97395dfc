"""What rows of one table owe each other: nobody is idle, joint things are alike, ids are names."""

from __future__ import annotations

import datetime
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from scripts.cells import Row, Tables
from scripts.check.common import PARTY_LISTS, Problems, in_sequence, problem, sizes_of_chamber
from scripts.dates import full_date
from scripts.printed.names import plain, slug
from scripts.schema import Schema, text
from scripts.vocabulary import RECODED


def nobody_is_idle(schema: Schema, tables: Tables) -> Problems:
    """Each party and person takes part in something, or is one that another source knows by an id.

    Who stands in the crosswalk alone waits for the table in which he belongs.
    """
    for name in ("parties", "persons"):
        used = set(_used(tables, name))
        key = tables[name].table.key[0]
        for row in tables[name]:
            if row[key] not in used:
                yield problem(row, key, f"one of {name} that another table names", row[key])


def _used(tables: Tables, name: str) -> Iterator[str]:
    for rows in tables.values():
        if rows.table.name == name:
            continue
        columns = [rows.table.columns[column] for column in rows.table.curated]
        for column in columns:
            if column.references == name:
                yield from (row[column.name] for row in rows if row[column.name])
            elif name == "parties" and column.name in PARTY_LISTS:
                yield from (one for row in rows for one in text(row[column.name]).split(";"))


def an_office_has_one_holder(schema: Schema, tables: Tables) -> Problems:
    """The spells of the chairs of the council follow each other."""
    ordered = sorted(tables["council_chairs"], key=lambda row: text(row["start_text"]))
    for row, following in itertools.pairwise(ordered):
        end, start = text(row["end_text"]), text(following["start_text"])
        shared = min(len(end), len(start))
        # A new chairman was sworn in up to a day before the old cabinet went.
        ended, began = full_date(end), full_date(start)
        is_eve = bool(ended and began and ended - began <= datetime.timedelta(days=1))
        if end and end[:shared] > start[:shared] and not is_eve:
            expected = f"a day not before the end of {row['person_id']}, {end}"
            yield problem(following, "start_text", expected, start)


def coders_differ_with_a_note(schema: Schema, tables: Tables) -> Problems:
    """Each fall is coded twice; where the codings differ a note says how that was resolved."""
    first = {row["fall_id"]: row for row in tables["fall_causes"] if row["cause_number"] == 1}
    coded = {row["fall_id"] for row in tables["fall_recodings"]}
    # The second coding of a fall can wait until there is a new cabinet.
    newest = in_sequence(tables)[-1]["cabinet_id"]
    for row in tables["falls"]:
        if row["fall_id"] not in coded and row["cabinet_id"] != newest:
            expected = "a second coding in data/curated/fall_recodings.csv"
            yield problem(row, "fall_id", expected, f"none for {row['fall_id']}")
    falls = {row["fall_id"]: row for row in tables["falls"]}
    for row in tables["fall_recodings"]:
        fall, cause = falls.get(row["fall_id"]), first.get(row["fall_id"])
        if fall is None:
            continue
        adopted = {name: (fall if name in fall else cause or {}).get(name) for name in RECODED}
        differing = [name for name in RECODED if row[name] != adopted[name]]
        if bool(differing) != bool(row["note"]):
            expected = f"a note on {', '.join(differing)}" if differing else "no note, since alike"
            yield problem(row, "note", expected, row["note"])


def the_last_commission_succeeds(schema: Schema, tables: Tables) -> Problems:
    """The last commission of a formation that formed a cabinet succeeded.

    Where the old cabinet came back, it may have done so because every commission failed.
    """
    formed = (row for row in tables["formations"] if row["outcome"] == "formed")
    done = {row["formation_id"] for row in formed}
    last: dict[str, int] = {}
    for row in tables["formation_stages"]:
        last[row["formation_id"]] = max(last.get(row["formation_id"], 0), row["stage"] or 0)
    for row in tables["formation_stages"]:
        is_last = row["stage"] == last[row["formation_id"]]
        if row["formation_id"] in done and is_last and row["outcome"] != "succeeded":
            expected = "succeeded, since it is the last and the formation ended well"
            yield problem(row, "outcome", expected, row["outcome"])


_SHARED = ("role", "end_date", "outcome", "task", "parties")


def joint_commissions_are_alike(schema: Schema, tables: Tables) -> Problems:
    """Persons who are commissioned together share role, end, task and outcome.

    One can join later, and one who withdrew goes earlier.
    """
    joint = defaultdict(list)
    for row in tables["formation_stages"]:
        joint[row["formation_id"], row["stage"]].append(row)
    for joined in joint.values():
        first, *others = joined
        for row, column in itertools.product(others, _SHARED):
            went = "withdrew" in (row["outcome"], first["outcome"])
            if went and column in ("end_date", "outcome") and row["end_date"] != first["end_date"]:
                continue
            if row[column] != first[column]:
                expected = f"{text(first[column]) or 'nothing'}, as of {first['person_id']}"
                yield problem(row, column, expected, row[column])
        starts = [row["start_date"] for row in joined if row["start_date"]]
        for row in joined:
            if starts and row["start_date"] is None:
                yield problem(row, "start_date", f"{min(starts)}, as of the others, or later", None)


def votes_fit_their_chamber(schema: Schema, tables: Tables) -> Problems:
    """No more votes than seats, and the larger side wins, unless two thirds are asked for."""
    days = {row["event_id"]: text(row["date"]) for row in tables["events"]}
    for row in tables["votes"]:
        day, cast = days.get(row["event_id"], ""), (row["votes_for"], row["votes_against"])
        seats = next(iter(sizes_of_chamber(tables, row["chamber"], day, day)), None)
        if None in cast:
            continue
        if seats and not seats / 2 < sum(cast) <= seats:
            expected = f"more than half and at most all of the {seats} members in all"
            yield problem(row, "votes_for", expected, f"{cast[0]} and {cast[1]}")
        won = "carried" if cast[0] > cast[1] else "rejected"
        if row["result"] != won and not 1 / 2 < cast[0] / sum(cast) < 2 / 3:
            yield problem(row, "result", f"{won} by {cast[0]} to {cast[1]}", row["result"])


def ids_follow_from_names(schema: Schema, tables: Tables) -> Problems:
    """The id of a person is the family name and the initials, that of a cabinet its name.

    Elections have the year of their day, formations and falls the id of their cabinet.
    """
    for row in tables["persons"]:
        family, initials = slug(row["family_name"]), slug(row["initials"]).replace("-", "")
        # Some of a double name leave out a part: Neelie Smit-Kroes is Neelie Kroes.
        parts = [slug(part) for part in text(row["family_name"]).split("-")]
        if not any(part in slug(row["full_name"]) for part in parts):
            expected = f"a name with {row['family_name']} in it"
            yield problem(row, "full_name", expected, row["full_name"])
        if row["given_names"] and row["initials"] and not _begin_alike(row):
            expected = f"names that begin with {row['initials']}"
            yield problem(row, "given_names", expected, row["given_names"])
        told = re.fullmatch(rf"{family}(?:-(\w+?))?(?:-(sr|jr))?", row["person_id"])
        if told is None or not initials.startswith(told[1] or ""):
            expected = f"{family}-{initials}, from family name and initials"
            yield problem(row, "person_id", expected, row["person_id"])
    for row in tables["cabinets"]:
        if row["cabinet_id"] != slug(row["name"]).removeprefix("kabinet-"):
            yield problem(row, "cabinet_id", f"the words of {row['name']}", row["cabinet_id"])
    for row in tables["elections"]:
        if not f"{row['election_id']}-".startswith(f"tk-{text(row['date'])[:4]}-"):
            expected = f"tk-{text(row['date'])[:4]}, the year of its day"
            yield problem(row, "election_id", expected, row["election_id"])
    for name in ("formations", "falls"):
        key = tables[name].table.key[0]
        for row in tables[name]:
            # A formation gets its id before anybody knows which cabinet comes of it.
            cabinets = [row["cabinet_id"], row.get("previous_cabinet_id")]
            heads = "|".join(cabinet for cabinet in cabinets if cabinet)
            if not re.fullmatch(rf"({heads})(-\d{{4}})?", row[key]):
                expected = f"{text(cabinets[0]) or 'its cabinet'}, perhaps with a year"
                yield problem(row, key, expected, row[key])


def _begin_alike(row: Row) -> bool:
    """Whether the given names of a person begin with the initials (Th. is one)."""
    names = [name[0] for name in plain(row["given_names"]).split()]
    return names == [one[0].lower() for one in re.findall(r"[A-Z][a-z]*", _bare(row["initials"]))]


def _bare(initials: str) -> str:
    """Initials without accents, the ligature in two letters as names have it."""
    return plain(initials.replace(".", " ")).title()


RULES = (
    nobody_is_idle,
    an_office_has_one_holder,
    coders_differ_with_a_note,
    the_last_commission_succeeds,
    joint_commissions_are_alike,
    votes_fit_their_chamber,
    ids_follow_from_names,
)
