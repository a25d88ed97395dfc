"""What the test of a claim gives."""

from __future__ import annotations

import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Result:
    """A verdict, a sentence that explains it, what the tables give, and under which definition."""

    verdict: str
    explanation: str
    derived: object = None
    definition: str | None = None


UNTESTABLE = Result("untestable", "The tables hold nothing to test this with.")


def untestable(explanation: str) -> Result:
    """A claim that cannot be tested, and why."""
    return dataclasses.replace(UNTESTABLE, explanation=explanation)


def number(value: str) -> float | None:
    """The number that a claim states; null if it is none."""
    return float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else None


def definition_of(claim: dict) -> str | None:
    """The definition under which formations are compared: the one stated, or the usual one."""
    if claim["measure"] != "formation":
        return None
    return claim["definition_claimed"] or "election_to_inauguration"


def key_of(claim: dict) -> str:
    """Key of the thing that a claim is about. A formation is named by the subject."""
    if claim["measure"] == "stage":
        return claim["cell"].partition("/")[2]
    by_subject = claim["measure"] in ("prime_minister", "age", "formation")
    return claim["subject"] if by_subject else claim["cabinet_id"]
