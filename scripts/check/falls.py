"""Each cabinet that ended has a fall with causes, votes and an example for each mechanism."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from scripts.cells import Tables
from scripts.check.common import Problems, events_by, in_sequence, problem
from scripts.problems import Problem
from scripts.schema import Schema, text
from scripts.vocabulary import LOST


def each_ended_cabinet_has_one_fall(schema: Schema, tables: Tables) -> Problems:
    ended = Counter(row["cabinet_id"] for row in tables["falls"] if row["outcome"] == "ended")
    for cabinet in in_sequence(tables)[:-1]:
        if ended[cabinet["cabinet_id"]] != 1:
            expected = "one fall with outcome ended in data/curated/falls.csv"
            found = f"{ended[cabinet['cabinet_id']]} for {cabinet['cabinet_id']}"
            yield problem(cabinet, "cabinet_id", expected, found)


def a_fall_is_a_resignation(schema: Schema, tables: Tables) -> Problems:
    """The event of a fall is a resignation of its cabinet; a mended one was withdrawn later."""
    events = {row["event_id"]: row for row in tables["events"]}
    withdrawn = events_by(tables, "resignation_withdrawn", "cabinet_id")
    for row in tables["falls"]:
        event = events.get(row["event_id"])
        if event is None:
            continue
        if event["event_type"] != "resignation_offered" or event["cabinet_id"] != row["cabinet_id"]:
            expected = f"an event resignation_offered of {row['cabinet_id']}"
            yield problem(row, "event_id", expected, row["event_id"])
        later = [
            other
            for other in withdrawn.get(row["cabinet_id"], ())
            if other["date"] >= text(event["date"])[: len(other["date"])]
        ]
        if row["outcome"] and (row["outcome"] == "mended") != bool(later):
            expected = "mended if, and only if, a resignation_withdrawn follows"
            yield problem(row, "outcome", expected, row["outcome"])


def causes_begin_with_a_proximate_one(schema: Schema, tables: Tables) -> Problems:
    """The causes of a fall are numbered from 1; the first is proximate, and is the mechanism."""
    mechanisms = {row["fall_id"]: row["mechanism"] for row in tables["falls"]}
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in sorted(tables["fall_causes"], key=lambda row: row["cause_number"] or 0):
        numbers[text(row["fall_id"])].append(row["cause_number"])
        expected = len(numbers[text(row["fall_id"])])
        if row["cause_number"] != expected:
            following = f"{expected}, the next of {row['fall_id']}"
            yield problem(row, "cause_number", following, row["cause_number"])
        elif expected == 1 and row["role"] != "proximate":
            yield problem(row, "role", "proximate for the first cause", row["role"])
        mechanism = mechanisms.get(row["fall_id"], row["cause"])
        if expected == 1 and row["cause"] != mechanism:
            yield problem(row, "cause", f"{mechanism}, the mechanism of the fall", row["cause"])
    for row in tables["falls"]:
        if text(row["fall_id"]) not in numbers:
            yield problem(
                row, "fall_id", f"a cause in {schema.tables['fall_causes'].path}", row["fall_id"]
            )


def votes_are_votes(schema: Schema, tables: Tables) -> Problems:
    """A vote belongs to an event of that type, and what had enough votes was carried."""
    types = {row["event_id"]: row["event_type"] for row in tables["events"]}
    for row in tables["votes"]:
        if types.get(row["event_id"], "vote") != "vote":
            yield problem(row, "event_id", "an event of the type vote", row["event_id"])
        ayes, noes, result = (row[name] for name in ("votes_for", "votes_against", "result"))
        if None in (ayes, noes, result):
            continue
        if row["vote_kind"] == "constitutional_amendment":
            enough, carried = "at least two thirds", ayes >= 2 * noes
        else:
            enough, carried = "more than half", ayes > noes
        if (result == "carried") != carried:
            expected = f"carried if, and only if, {enough} of the votes were for"
            yield problem(row, "result", expected, f"{result} with {ayes} to {noes}")


def a_lost_vote_was_held(schema: Schema, tables: Tables) -> Problems:
    """A fall by a lost vote or bill has a vote, on the day of the resignation or before."""
    told = {row["event_id"] for row in tables["votes"]}
    held = defaultdict(list)
    for row in tables["events"]:
        if row["event_id"] in told:
            held[row["cabinet_id"]].append(text(row["date"]))
    resigned = {row["event_id"]: text(row["date"]) for row in tables["events"]}
    for row in tables["falls"]:
        if row["mechanism"] in LOST:
            day = resigned.get(row["event_id"], "")
            if not any(vote[: len(day)] <= day for vote in held[row["cabinet_id"]]):
                expected = "a vote in data/curated/votes.csv, since it is by a lost one"
                yield problem(row, "mechanism", expected, row["mechanism"])


def causes_name_who_acted(schema: Schema, tables: Tables) -> Problems:
    """A party that acted goes with an actor that can have one.

    Whom it was against is a party or a kind of actor.
    """
    parties = {row["party_id"] for row in tables["parties"]}
    for row in tables["fall_causes"]:
        if row["actor"] == "party" and row["party_id"] is None:
            yield problem(row, "party_id", "a party, since the actor is one", None)
        if row["party_id"] and row["actor"] not in ("party", "ministers", "prime_minister"):
            expected = "party, ministers or prime_minister where a party is named"
            yield problem(row, "actor", expected, row["actor"])
        for other in text(row["against"]).split(";"):
            if other and other not in parties and other not in schema.allowed["actor"]:
                expected = "ids in data/curated/parties.csv or codes of actor"
                yield problem(row, "against", expected, other)


def mechanisms_have_examples(schema: Schema, tables: Tables) -> Problems:
    """Each code of mechanism has a row.

    A code that is used has an example, which has it, and a counter-example, which has not.
    """
    falls = {row["fall_id"]: row["mechanism"] for row in tables["falls"]}
    told = {row["mechanism"] for row in tables["mechanisms"]}
    for code in schema.allowed["mechanism"]:
        if code not in told:
            path = schema.tables["mechanisms"].path
            yield Problem(path, 0, "mechanism", f"a row for {code}", "none")
    for row in tables["mechanisms"]:
        mechanism, example, counter = (
            row[name] for name in ("mechanism", "example", "counter_example")
        )
        if mechanism not in falls.values():
            if example:
                expected = "nothing, since no fall has this mechanism"
                yield problem(row, "example", expected, example)
            continue
        # A fall that does not exist is told as a reference.
        if example is None or falls.get(example, mechanism) != mechanism:
            yield problem(row, "example", f"a fall by {mechanism}", example)
        if counter is None or falls.get(counter) == mechanism:
            expected = f"a fall that is not by {mechanism}"
            yield problem(row, "counter_example", expected, counter)


def codes_are_of_their_scheme(schema: Schema, tables: Tables) -> Problems:
    """A coding of a fall is a published code, or one of ours that the mechanism does not give."""
    falls = {row["fall_id"]: row["mechanism"] for row in tables["falls"]}
    classes = {row["mechanism"]: row for row in tables["mechanisms"]}
    for row in tables["fall_codings"]:
        scheme, own = row["scheme"], row["code"]
        if scheme is None:
            continue
        expected = f"a code of {scheme} ({', '.join(schema.allowed[scheme])})"
        for name in ("code", "published_code"):
            if row[name] is not None and row[name] not in schema.allowed[scheme]:
                yield problem(row, name, expected, row[name])
        if own is None and row["published_code"] is None:
            yield problem(row, "published_code", "a published code, or one of ours", None)
        if own and own == classes.get(falls.get(row["fall_id"]), {}).get(scheme):
            yield problem(row, "code", "nothing, since the mechanism gives this code", own)
        if own and row["note"] is None:
            yield problem(row, "note", "why the code is not that of the mechanism", None)


PARTIES_SINCE = "1888"
"""From the election of 1888 on the members of the chamber are classed by party."""


def those_who_acted_were_there(schema: Schema, tables: Tables) -> Problems:
    """A party that took part in a fall had members in the cabinet or in a chamber."""
    falls = {row["fall_id"]: row for row in tables["falls"]}
    days = {row["event_id"]: text(row["date"]) for row in tables["events"]}
    known = {row["party_id"] for row in tables["parties"]}
    members = {(row["cabinet_id"], row["party_id"]) for row in tables["cabinet_parties"]}
    seated = list(_seated(tables))
    for row in (*tables["fall_causes"], *tables["fall_recodings"]):
        fall = falls.get(row["fall_id"])
        if fall is None or days.get(fall["event_id"], "") < PARTIES_SINCE:
            continue
        day = days[fall["event_id"]]
        recent = {party for first, party in seated if _within_years(first, day)}
        for column in ("party_id", "against"):
            for party in set(text(row.get(column)).split(";")) & known:
                if (fall["cabinet_id"], party) not in members and party not in recent:
                    expected = f"a party of {fall['cabinet_id']} or of a chamber in {day[:4]}"
                    yield problem(row, column, expected, party)


def _seated(tables: Tables) -> Iterator[tuple[str, str]]:
    """The day from which each party had seats in a chamber, and the party."""
    held = {row["election_id"]: text(row["date"]) for row in tables["elections"]}
    for row in tables["election_results"]:
        if row["seats"]:
            yield held.get(row["election_id"], ""), row["party_id"]
    for row in tables["chamber_seats"]:
        if row["seats"]:
            yield text(row["date_text"]), row["party_id"]


def _within_years(first: str, day: str) -> bool:
    """Whether seats that somebody had from a day on can be held on another: a term, or two."""
    return first[:4].isdecimal() and 0 <= int(day[:4]) - int(first[:4]) <= LONGEST_TERM


LONGEST_TERM = 9
"""Years: between the elections of 1937 and 1946 there was none."""


CLASSES = {
    "elections": ("1", "technical-|discretionary-early-election", "election-"),
    "no_confidence": ("5", "discretionary-defeat", "confidence-vote|resignation-cabinet"),
    "dissension": ("4", "discretionary-.*-conflict", "change-party|resignation-cabinet"),
    "other": ("2|3|6|", ".*(other|death)", "resignation|change-pm|other"),
}
"""For each reason of the Compendium the codes of the other schemes that can stand beside it."""


def schemes_fit_each_other(schema: Schema, tables: Tables) -> Problems:
    """The translations of a mechanism into the schemes of others are of one class."""
    for row in tables["mechanisms"]:
        classes = CLASSES.get(row["compendium_reason"])
        if classes is None:
            yield problem(row, "compendium_reason", "a reason", row["compendium_reason"])
            continue
        for column, allowed in zip(
            ("rft", "damgaard", "parlgov_termination"), classes, strict=True
        ):
            if not re.match(f"(?:{allowed})", text(row[column])) or (
                row[column] is None and not allowed.endswith("|")
            ):
                expected = f"a code of the class {row['compendium_reason']}"
                yield problem(row, column, expected, row[column])


OWN_CODES = ("damgaard", "parlgov_termination")
"""The schemes in which a cabinet that ended otherwise than its mechanism says has codes."""


def codings_are_not_idle(schema: Schema, tables: Tables) -> Problems:
    """A code that is given to a fall is another than the translation of its mechanism."""
    mechanisms = {row["mechanism"]: row for row in tables["mechanisms"]}
    falls = {row["fall_id"]: row["mechanism"] for row in tables["falls"]}
    for row in tables["fall_codings"]:
        translation = mechanisms.get(falls.get(row["fall_id"], ""), {}).get(row["scheme"])
        if row["code"] and row["code"] == translation:
            expected = f"another code than {translation}, which the mechanism gives"
            yield problem(row, "code", expected, row["code"])
        twins = {one["scheme"] for one in tables["fall_codings"]
                 if one["fall_id"] == row["fall_id"] and one["code"]}  # fmt: skip
        if row["code"] and not twins >= set(OWN_CODES):
            expected = f"codes in {' and '.join(OWN_CODES)}, since one is its own"
            yield problem(row, "fall_id", expected, f"{', '.join(sorted(twins))} alone")
        if row["code"] is None and row["published_code"] is None:
            yield problem(row, "code", "a code, or a published one", None)


def subjects_name_their_kind(schema: Schema, tables: Tables) -> Problems:
    """The subject of a vote begins with its kind: motion of disapproval, bill on rents."""
    kinds = {kind: kind.replace("_", " ") for kind in schema.allowed["vote_kind"]}
    for row in tables["votes"]:
        said = text(row["subject"])
        named = next((kind for kind, words in kinds.items() if said.startswith(words)), "other")
        if row["vote_kind"] and row["vote_kind"] != named:
            yield problem(row, "vote_kind", f"{named}, with which the subject begins",
                          row["vote_kind"])  # fmt: skip


RULES = (
    subjects_name_their_kind,
    each_ended_cabinet_has_one_fall,
    a_fall_is_a_resignation,
    causes_begin_with_a_proximate_one,
    votes_are_votes,
    a_lost_vote_was_held,
    causes_name_who_acted,
    mechanisms_have_examples,
    codes_are_of_their_scheme,
    those_who_acted_were_there,
    schemes_fit_each_other,
    codings_are_not_idle,
)
