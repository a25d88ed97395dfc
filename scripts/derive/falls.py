"""Falls, the votes that decided them, and their classes in the schemes of the field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from scripts.cells import NOTHING, Rows, Tables, by, derive_from, grouped, resting_on
from scripts.dates import full_date
from scripts.derive.common import party_labels, percent
from scripts.schema import Table, text
from scripts.vocabulary import LOST, RECODED, SCHEMES


def falls(curated: Tables, events: Rows) -> Rows:
    """The date of a fall is that of its resignation.

    The vote that decided it is the last one up to then.
    """
    own = curated["falls"]
    happened = by(events, "event_id")
    told = {row["event_id"] for row in curated["votes"]}
    votes = grouped([row for row in events if row["event_id"] in told], "cabinet_id")
    rows = []
    for row in own:
        resignation = happened[row["event_id"]]
        held = votes.get(row["cabinet_id"], [])
        vote = deciding_vote(row["mechanism"], resignation, held)
        days = [events.cell(event, "date_text") for event in (resignation, *held)]
        vote_id = resting_on(vote, own.cell(row, "mechanism"), *days) if vote else NOTHING
        rows.append({**row, "date": events.cell(resignation, "date"), "vote_id": vote_id})
    return Rows.derived(own.table, rows, own)


def deciding_vote(mechanism: str, resignation: dict, votes: Iterable[dict]) -> str | None:
    """Id of the vote over which a cabinet fell: the last one up to the resignation.

    Of a fall by another mechanism, only if not more than ten days lie between.
    """
    day = resignation["date_text"]
    before = [row for row in votes if row["date_text"][: len(day)] <= day]
    if not before:
        return None
    last = max(before, key=lambda row: row["date_text"])
    if mechanism in LOST:
        return last["event_id"]
    start, end = full_date(last["date_text"]), full_date(day)
    return last["event_id"] if start and end and (end - start).days <= 10 else None


def votes(curated: Tables, events: Rows) -> Rows:
    """Day and cabinet of a vote are those of its event."""
    own = curated["votes"]
    happened = by(events, "event_id")
    rows = []
    for row in own:
        event = happened[row["event_id"]]
        rows.append({**row, **{name: events.cell(event, name) for name in ("date", "cabinet_id")}})
    return Rows.derived(own.table, rows, own)


def mechanisms(curated: Tables) -> Rows:
    """How many falls have each mechanism."""
    own = curated["mechanisms"]
    counts = Counter(row["mechanism"] for row in curated["falls"])
    rows = ({**row, "n_falls": counts[row["mechanism"]]} for row in own)
    return Rows.derived(own.table, rows, own)


def fall_codings(curated: Tables) -> Rows:
    """Every fall in every scheme.

    The class that follows from its mechanism, unless the fall itself has another, and the published
    one if there is one.
    """
    own, classes = curated["fall_codings"], by(curated["mechanisms"], "mechanism")
    published = {(row["fall_id"], row["scheme"]): row for row in own}
    falls = curated["falls"]
    rows = []
    for fall in falls:
        mechanism = falls.cell(fall, "mechanism")
        for scheme in SCHEMES:
            theirs = published.get((fall["fall_id"], scheme))
            translation = curated["mechanisms"].cell(classes[fall["mechanism"]], scheme)
            special = own.cell(theirs, "code") if theirs else NOTHING
            code = special
            if special.value is None:
                code = resting_on(translation.value, mechanism, translation, special)
            coded = own.cell(theirs, "published_code") if theirs else NOTHING
            # Where no code is published it is that alone that leaves open whether it agrees.
            agrees = derive_from(_is_same, code, coded) if coded.value else resting_on(None, coded)
            rows.append(
                {**(theirs or {}), "fall_id": fall["fall_id"], "scheme": scheme, "code": code,
                 "cabinet_id": falls.cell(fall, "cabinet_id"), "agrees": agrees}
            )  # fmt: skip
    return Rows.derived(own.table, rows, own)


def _is_same(code: str | None, published: str) -> bool:
    return code == published


def cohens_kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Agreement of two coders beyond chance (Cohen 1960), two decimals.

    (observed - expected) / (1 - expected). Null where chance alone would give full agreement: both
    used one and the same code.
    """
    total = len(pairs)
    observed = sum(first == second for first, second in pairs) / total
    first, second = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    expected = sum(first[code] * second[code] for code in first) / total**2
    return None if expected == 1 else round((observed - expected) / (1 - expected), 2)


def coding_agreement(table: Table, curated: Tables) -> Rows:
    """How far the two codings of the falls agree, column by column.

    A null is a code like another; a label is no party.
    """
    labels = party_labels(curated)
    whole = by(curated["falls"], "fall_id")
    first_causes = [row for row in curated["fall_causes"] if row["cause_number"] == 1]
    proximate = by(first_causes, "fall_id")

    def coded(value: object) -> str:
        return "" if value in labels else text(value)

    rows = []
    for column in RECODED:
        source = whole if column in ("mechanism", "issue_cap") else proximate
        pairs = [
            (coded(source[row["fall_id"]][column]), coded(row[column]))
            for row in curated["fall_recodings"]
        ]
        same = sum(mine == other for mine, other in pairs)
        rows.append(
            {"column_name": column, "n_falls": len(pairs), "n_agreeing": same,
             "agreement": percent(same, len(pairs)), "kappa": cohens_kappa(pairs)}
        )  # fmt: skip
    return Rows.derived(table, rows)
