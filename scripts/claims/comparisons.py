"""Claims that compare: ranks, averages, counts, and the first of a kind."""

from __future__ import annotations

import bisect
import datetime
import operator
from collections.abc import Callable
from typing import Any

from scripts.claims.result import UNTESTABLE, Result, definition_of, key_of, number, untestable
from scripts.claims.things import HEADLINE, Item, Scope, Things
from scripts.schema import text
from scripts.vocabulary import CONDITION, RANKED_SINCE

SINCE = str(RANKED_SINCE)
"""Where a claim does not say since when, the years from here on are told beside."""
# A longer list is no explanation: whoever wants the names has the tables.
_NAMED = 12
_COMPARE = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "==": operator.eq,
}  # fmt: skip


def judge_rank(claim: dict, things: Things) -> Result:
    """A rank among the things of its scope on its day, running ones with their length so far."""
    definition, as_of = definition_of(claim), claim["as_of"]
    if (
        claim["measure"] == "formation"
        and things.item("formation", key_of(claim), definition) is None
    ):
        definition = HEADLINE
    value = number(claim["value"])
    scope = things.scope(claim, definition)
    own = things.item(claim["measure"], key_of(claim), definition)
    length = own.days_on(as_of) if own else None
    if own is None or own.key not in scope.keys or length is None or value is None:
        return UNTESTABLE
    ahead, compared = _ahead(own, length, scope, as_of, shortest=claim["unit"] == "shortest")
    rank = 1 + len(ahead)
    explanation = _ranked(claim, own, length, scope, ahead, compared)
    code = None if definition == HEADLINE else definition
    if things.begins_too_late(claim) and rank <= value:
        return untestable("It compares with years before the data begin.")
    if rank != value:
        return Result("refuted", explanation + _since(claim, own, things), rank, code)
    today = judge_rank({**claim, "as_of": None}, things) if as_of else None
    still = today is None or today.derived == rank
    return Result("reproduced" if still else "reproduced_as_of", explanation, rank, code)


def _ahead(
    own: Item, length: int, scope: Scope, day: datetime.date | None, *, shortest: bool
) -> tuple[list[Item], int]:
    """The things that are ahead of one on a day, and how many are compared."""
    over = scope.over(day)
    place = bisect.bisect_right if shortest else bisect.bisect_left
    split = place(over, -length, key=lambda item: -(item.days or 0))
    # What still ran on that day and was longer already is ahead as well; how short it would be was
    # open.
    others = (item for item in scope.items if day and item.key != own.key)
    running = [item for item in others if not item.is_over(day)]
    longer = [] if shortest else [item for item in running if (item.days_on(day) or 0) > length]
    itself = 0 if own.is_over(day) else 1
    ahead = over[split:] if shortest else [*longer, *over[:split]]
    return ahead, len(over) + len(longer) + itself


def _ranked(
    claim: dict, own: Item, length: int, scope: Scope, ahead: list[Item], compared: int
) -> str:
    """The rank in a sentence."""
    day = claim["as_of"]
    when = f" on {day}" if day else ""
    begin = "" if claim["measure"] == "age" else f", which begin in {scope.items[0].start.year}"
    since = f"since {claim['scope_from'][:4]}" if claim["scope_from"] else f"in the data{begin}"
    order = "short" if claim["unit"] == "shortest" else "long"
    told = f"{own.label}: with {length} days{when} it ranked {1 + len(ahead)} of {compared} {since}"
    names = ", ".join(f"{item.bare_name()} ({item.days_on(day)})" for item in ahead[:5])
    return f"{told}, {order}est first" + (f"; before it {names}." if names else ".")


def _since(claim: dict, own: Item, things: Things) -> str:
    """The rank among those since 1946, where the claim does not say since when."""
    if claim["scope_from"] or text(own.start) <= SINCE:
        return ""
    later = judge_rank({**claim, "scope_from": SINCE}, things)
    return f" Among those since {SINCE} it ranked {later.derived}."


def judge_average(claim: dict, things: Things) -> Result:
    """A mean over the things of its scope, rounded as printed.

    Of formations also over all, each by its headline definition. Without a stated scope it is tried
    on all, and on those since 1946, as the press counts.
    """
    value = number(claim["value"])
    if value is None:
        return UNTESTABLE
    tried = [definition_of(claim)]
    if claim["measure"] == "formation" and claim["definition_claimed"] is None:
        tried.append(HEADLINE)
    scopes = [claim] if claim["scope_from"] else [claim, {**claim, "scope_from": SINCE}]
    found = (_average(scope, things, definition, value) for definition in tried for scope in scopes)
    results = [result for result in found if result]
    held = (result for result in results if result.verdict != "refuted")
    return next(held, results[0] if results else UNTESTABLE)


def _average(claim: dict, things: Things, definition: str | None, value: float) -> Result | None:
    items = things.scope(claim, definition).over(claim["as_of"])
    if not items or things.begins_too_late(claim):
        return None
    mean = sum(item.days or 0 for item in items) / len(items)
    years = [item.start.year for item in items]
    told = f"the mean of {len(items)} from {min(years)} to {max(years)} is {mean:.2f}"
    explanation = f"{items[0].label}: {told}."
    code = None if definition == HEADLINE else definition
    places = len(claim["value"].partition(".")[2])
    scale = 10**places
    for verdict, shift in (("reproduced", 0), ("reproduced_inclusive", 1)):
        # Rounded, or cut off after the places that are printed.
        if value in (round(mean + shift, places), int((mean + shift) * scale) / scale):
            return Result(verdict, explanation, f"{mean:.2f}", code)
    return Result("refuted", explanation, f"{mean:.2f}", code)


def judge_count(claim: dict, things: Things) -> Result:
    """How many things of its scope meet a condition, such as days > 100."""
    definition, day = definition_of(claim), claim["as_of"]
    condition = CONDITION.fullmatch(text(claim["unit"]))
    if not condition or things.begins_too_late(claim):
        return UNTESTABLE
    lengths = {item: item.days_on(day) for item in things.scope(claim, definition).items}
    begun = [item for item, days in lengths.items() if days is not None and item.has_begun(day)]
    items = list(lengths) if day is None else begun
    if condition["column"]:
        what, met = _what(condition, things), _of_code(items, condition, things, day)
        names = ", ".join(item.name for item in met)
    else:
        what, met = f"have {condition[0]}", _of_length(items, condition, lengths, day)
        names = ", ".join(f"{item.bare_name()} ({lengths[item]})" for item in met)
    since = min((item.start.year for item in items), default=None)
    explanation = f"{len(met)} of {len(items)} since {since} {what}"
    explanation += f": {names}" if 0 < len(met) <= _NAMED else ""
    verdict = "reproduced" if str(len(met)) == claim["value"] else "refuted"
    if verdict == "reproduced" and day:
        today = judge_count({**claim, "as_of": None}, things)
        verdict = verdict if today.verdict == verdict else "reproduced_as_of"
    return Result(verdict, explanation.removesuffix(".") + ".", len(met), definition)


def _what(condition: Any, things: Things) -> str:
    """The condition on a code in words."""
    column, code = condition["column"], condition["code"]
    if column == "prime_minister_id":
        return f"were led by {things.person_name(code)}"
    return f"count as {things.in_words('mechanisms', column, code)}"


def _of_code(
    items: list[Item], condition: Any, things: Things, day: datetime.date | None
) -> list[Item]:
    column, code = condition["column"], condition["code"]
    return [item for item in items if things.code_of(item.key, column, day) == code]


def _of_length(
    items: list[Item], condition: Any, lengths: dict[Item, int | None], day: datetime.date | None
) -> list[Item]:
    compare, bound = _COMPARE[condition["compare"]], int(condition["bound"])
    met = [item for item in items if compare(lengths[item] or 0, bound)]
    # A running thing can still grow out of "shorter than".
    grows = condition["compare"] in (">", ">=")
    return [item for item in met if grows or item.is_over(day)]


KINDS: dict[str, Callable[[dict], Any]] = {
    "minority_cabinet": lambda row: row["cabinet_type"] == "minority",
    "oversized_cabinet": lambda row: row["cabinet_type"] == "oversized",
    "support_party": lambda row: row["support_parties"],
}
"""The kinds of cabinet of which a claim can name the first."""


def judge_first(claim: dict, things: Things) -> Result:
    """The first cabinet of a kind since a year."""
    kind = KINDS.get(text(claim["measure"]))
    own = things.row("cabinets", text(claim["cabinet_id"]))
    if kind is None or own is None:
        return UNTESTABLE
    since, start = text(claim["scope_from"]), text(own["start_date"])
    of_kind = (row for row in things.tables["cabinets"] if kind(row))
    earlier = [row for row in of_kind if since <= text(row["start_date"]) < start]
    if kind(own) and not earlier:
        scope = f"since {since[:4]}" if since else "in the data"
        return Result("reproduced", f"No earlier one {scope}.", own["cabinet_id"])
    names = ", ".join(f"{row['name']} ({row['start_date'].year})" for row in earlier)
    told = f"Earlier ones: {names}." if kind(own) else f"{own['name']} is not one."
    return Result("refuted", told, earlier[0]["cabinet_id"] if earlier else None)
