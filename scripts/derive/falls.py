"""Falls, the votes that decided them, and their classes in the schemes of the field."""

from __future__ import annotations

from collections import Counter

from scripts.derive.common import Lineage, by, grouped, party_labels, percent
from scripts.read import Tables
from scripts.schema import text

SCHEMES = ("parlgov_termination", "rft", "damgaard", "compendium_reason")
"""The schemes into which mechanisms are translated: a column of `mechanisms` and a code list each."""
RECODED = ("mechanism", "issue_cap", "actor", "party_id")
"""What was coded twice: columns of `falls`, and of the first of its `fall_causes`."""


def falls(built: Tables, lineage: Lineage) -> list[dict]:
    """The date of a fall is that of its resignation; the vote that decided it is the last one up to then."""
    events = by(built["events"], "event_id")
    told = {row["event_id"] for row in built["votes"]}
    votes = grouped([row for row in built["events"] if row["event_id"] in told], "cabinet_id")
    rows = []
    for row in built["falls"]:
        resignation = events[row["event_id"]]
        vote = deciding_vote(row["mechanism"], resignation, votes.get(row["cabinet_id"], []))
        lineage.add("falls", row["fall_id"], "date", ("events", row["event_id"], "date"))
        if vote:
            lineage.add("falls", row["fall_id"], "vote_id", ("votes", vote["event_id"], "result"))
        rows.append({**row, "date": resignation["date"], "vote_id": vote["event_id"] if vote else None})
    return rows


LOST = ("lost_vote_of_confidence", "lost_bill")
"""The mechanisms by which a cabinet falls over a vote."""


def deciding_vote(mechanism: str, resignation: dict, votes: list[dict]) -> dict | None:
    """The vote over which a cabinet fell: the last one up to the resignation, if it fell by one or not more than ten days lie between."""
    day = resignation["date_text"]
    before = sorted((row for row in votes if row["date_text"][: len(day)] <= day), key=lambda row: row["date_text"])
    if not before:
        return None
    last = before[-1]
    if mechanism in LOST:
        return last
    known = last["date"] and resignation["date"]
    return last if known and (resignation["date"] - last["date"]).days <= 10 else None


def votes(built: Tables, lineage: Lineage) -> list[dict]:
    """Day and cabinet of a vote are those of its event."""
    events = by(built["events"], "event_id")
    for row in built["votes"]:
        lineage.add("votes", row["event_id"], "date", ("events", row["event_id"], "date"))
    return [{**row, **{name: events[row["event_id"]][name] for name in ("date", "cabinet_id")}} for row in built["votes"]]


def mechanisms(built: Tables, lineage: Lineage) -> list[dict]:
    """How many falls have each mechanism."""
    counts = Counter(row["mechanism"] for row in built["falls"])
    return [{**row, "n_falls": counts[row["mechanism"]]} for row in built["mechanisms"]]


def fall_codings(built: Tables, lineage: Lineage) -> list[dict]:
    """Every fall in every scheme: the class that follows from its mechanism, and the published one if there is one."""
    classes = by(built["mechanisms"], "mechanism")
    published = {(row["fall_id"], row["scheme"]): row for row in built["fall_codings"]}
    rows = []
    for fall in built["falls"]:
        for scheme in SCHEMES:
            key = fall["fall_id"], scheme
            own = published.get(key, {"published_code": None, "note": None})
            code = classes[fall["mechanism"]][scheme]
            agrees = code == own["published_code"] if own["published_code"] else None
            lineage.add("fall_codings", "/".join(key), "code", ("falls", fall["fall_id"], "mechanism"))
            rows.append({"fall_id": fall["fall_id"], "cabinet_id": fall["cabinet_id"], "scheme": scheme, "code": code,
                         "published_code": own["published_code"], "agrees": agrees, "note": own["note"]})  # fmt: skip
    return rows


def cohens_kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Agreement of two coders beyond chance (Cohen 1960): (observed - expected) / (1 - expected), two decimals.

    Null where chance alone would give full agreement: both used one and the same code.
    """
    total = len(pairs)
    observed = sum(first == second for first, second in pairs) / total
    first, second = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    expected = sum(first[code] * second[code] for code in first) / total**2
    return None if expected == 1 else round((observed - expected) / (1 - expected), 2)


def coding_agreement(built: Tables, lineage: Lineage) -> list[dict]:
    """How far the two codings of the falls agree, column by column; a null is a code like another, a label is no party."""
    labels = party_labels(built)
    whole = {row["fall_id"]: row for row in built["falls"]}
    proximate = {row["fall_id"]: row for row in built["fall_causes"] if row["cause_number"] == 1}
    rows = []
    for column in RECODED:
        source = whole if column in ("mechanism", "issue_cap") else proximate
        coded = ((source[row["fall_id"]][column], row[column]) for row in built["fall_recodings"])
        pairs = [("" if first in labels else text(first), "" if second in labels else text(second)) for first, second in coded]
        same = sum(mine == other for mine, other in pairs)
        rows.append({"column": column, "n_falls": len(pairs), "n_agreeing": same,
                     "agreement": percent(same, len(pairs)), "kappa": cohens_kappa(pairs)})  # fmt: skip
    return rows
