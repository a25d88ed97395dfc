"""Test published claims against the tables: the verdict is computed here, never typed.

Each type of claim has one function, which compares the printed value with what the tables give, on the day and in the scope
of the claim, and says in a sentence how. A claim that fails by the adopted values, but holds by a value that some source
prints and that we did not adopt, is contested.
"""

from __future__ import annotations

import bisect
import dataclasses
import datetime
import itertools
import operator
import re
from collections.abc import Callable
from typing import Any

from scripts.derive.common import Lineage
from scripts.derive.formations import RANKED_SINCE
from scripts.derive.things import HEADLINE, Item, Things
from scripts.read import Tables
from scripts.schema import Schema, text

CONDITION = re.compile(
    r"days (?P<compare>>=|>|<=|<|==) (?P<bound>\d+)|(?P<column>cabinet_type|character|mechanism|compendium_reason) == (?P<code>[a-z_-]+)"
)
"""How a claim of the type count says which things it counts: by their length, or cabinets by a code."""
# A longer list is no explanation: whoever wants the names has the tables.
_NAMED = 12
_COMPARE = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "==": operator.eq}
PREFERRED = (
    "election_to_inauguration", "resignation_to_inauguration", "election_to_agreement_reached", "election_to_agreement_presented",
    "first_commission_to_inauguration", "resignation_to_withdrawal", "first_scout_to_inauguration", "sum_of_commissions",
    "election_to_agreement_approved", "successful_attempt", "days_of_scouting", "election_to_eve_of_inauguration",
)  # fmt: skip
"""Where a claim does not say what it counts, the definitions are tried in this order."""
SINCE = str(RANKED_SINCE)
"""Where a claim does not say since when, the years from here on are told beside."""


@dataclasses.dataclass(frozen=True)
class Result:
    """What the test of a claim gives."""

    verdict: str
    explanation: str
    derived: object = None
    definition: str | None = None


UNTESTABLE = Result("untestable", "The tables hold nothing to test this with.")


def _number(value: str) -> float | None:
    return float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else None


def _fits(days: int | None, value: float, unit: str | None) -> bool:
    """Whether a length in days is the printed number of days, weeks, months or years (the last three rounded or rounded down)."""
    if days is None:
        return False
    per = {"weeks": 7, "months": 30.44, "years": 365.25}.get(unit or "days")
    return days == value if per is None else value in (round(days / per), int(days / per))


def judge_days(claim: dict, things: Things) -> Result:
    """A length: of a formation under the definition stated, or any if none is; of a cabinet, a commission, a premiership."""
    result = _length(claim, things)
    silent = claim["measure"] == "formation" and claim["definition_claimed"] is None and result.definition not in (None, *PREFERRED[:2])
    if silent and result.verdict.startswith("reproduced"):
        return dataclasses.replace(result, explanation=f"{result.explanation} The source does not say what it counts.")
    return result


def _length(claim: dict, things: Things) -> Result:
    value = _number(claim["value"])
    key = _of(claim)
    stated = claim["definition_claimed"]
    if claim["measure"] == "formation":
        tried = [item for definition in PREFERRED if (item := things.item("formation", key, definition))]
    else:
        tried = [item for item in [things.item(claim["measure"], key)] if item]
    if value is None or not tried:
        return UNTESTABLE
    if claim["measure"] == "age" and claim["unit"] == "years":
        return _birthdays(tried[0], value)
    meant = [item for item in tried if item.definition == stated] if stated else tried
    unit, as_of = claim["unit"], claim["as_of"]
    for item in meant:
        if _fits(item.days, value, unit) and (as_of is None or item.end is None or item.end <= as_of):
            return Result("reproduced", f"{item.label}: {item.span()} is {item.days} days.", item.days, item.definition)
    if as_of:
        for item in meant:
            days = item.days_on(as_of)
            if item.start <= as_of and days is not None:
                if _fits(days, value, unit):
                    return Result(
                        "reproduced_as_of", f"{item.label}: on {as_of} it was {days} days since {item.start}.", days, item.definition
                    )
                if _fits(days + 1, value, unit):
                    explanation = f"{item.label}: on {as_of} it was {days} days since {item.start}; {claim['value']} counts both ends."
                    return Result("reproduced_inclusive", explanation, days, item.definition)
    for item in meant:
        if item.days is not None and _fits(item.days + 1, value, unit):
            explanation = f"{item.label}: {item.span()} is {item.days} days; {claim['value']} counts both ends."
            return Result("reproduced_inclusive", explanation, item.days, item.definition)
    for item in meant:
        if contested := _by_other_dates(item, claim, value, things):
            return contested
    if not meant:
        return dataclasses.replace(UNTESTABLE, explanation="Under the definition that it states, the tables have no length.")
    item = meant[0]
    days = item.days_on(as_of)
    if days is None:
        return UNTESTABLE
    when = (
        f"on {as_of} {days} days since {item.start}"
        if as_of and (item.end is None or item.end > as_of)
        else f"{item.span()} is {days} days"
    )
    elsewhere = [other for other in tried if other not in meant and value in (other.days, (other.days or 0) + 1)]
    hint = f"; {claim['value']} is {elsewhere[0].label} ({elsewhere[0].span()})" if elsewhere else ""
    return Result("refuted", f"{item.label}: {when}, not {claim['value']} {unit or 'days'}{hint}.", days, item.definition)


def _birthdays(item: Item, value: float) -> Result:
    """An age in years is the number of birthdays, not a length that is rounded."""
    birth, start = item.start, item.end or item.start
    years = start.year - birth.year - ((start.month, start.day) < (birth.month, birth.day))
    explanation = f"Born on {birth}, {years} years old on taking office on {start}."
    return Result("reproduced" if years == value else "refuted", explanation, years)


def _by_other_dates(item: Item, claim: dict, value: float, things: Things) -> Result | None:
    """Contested, if the value follows from dates that sources print for one end or both."""
    if not item.ends or item.end is None:
        return None
    starts = {item.start: set(), **things.other_dates(item.ends[0])}
    ends = {item.end: set(), **things.other_dates(item.ends[1])}
    for (start, by_start), (end, by_end) in itertools.product(starts.items(), ends.items()):
        days = (end - start).days
        if (start, end) != (item.start, item.end) and (_fits(days, value, claim["unit"]) or _fits(days + 1, value, claim["unit"])):
            who = ", ".join(sorted(by_start | by_end))
            adopted = f"{item.label}: {item.span()} is {item.days} days by the adopted dates"
            explanation = f"{adopted}; {claim['value']} follows from {start} to {end} ({who})."
            return Result("contested", explanation, item.days, item.definition)
    return None


def _definition(claim: dict) -> str | None:
    return (claim["definition_claimed"] or "election_to_inauguration") if claim["measure"] == "formation" else None


def _of(claim: dict) -> str:
    """Key of the thing that a claim is about. A formation that restored a cabinet is named by the subject."""
    if claim["measure"] == "stage":
        return claim["cell"].partition("/")[2]
    return claim["subject"] if claim["measure"] in ("prime_minister", "age", "formation") else claim["cabinet_id"]


def judge_rank(claim: dict, things: Things) -> Result:
    """A rank among the things of its scope on its day, running ones with their length so far."""
    definition, as_of = _definition(claim), claim["as_of"]
    if claim["measure"] == "formation" and things.item("formation", _of(claim), definition) is None:
        definition = HEADLINE
    value, shortest = _number(claim["value"]), claim["unit"] == "shortest"
    scope = things.scope(claim, definition)
    own = things.item(claim["measure"], _of(claim), definition)
    length = own.days_on(as_of) if own else None
    if own is None or own.key not in scope.keys or length is None or value is None:
        return UNTESTABLE
    over = scope.over(as_of)
    place = bisect.bisect_right if shortest else bisect.bisect_left
    split = place(over, -length, key=lambda item: -(item.days or 0))
    # What still ran on that day and was longer already is ahead as well; how short it would be was open.
    running = [item for item in scope.items if as_of and item.key != own.key and not item.is_over(as_of)]
    longer = [item for item in running if not shortest and (item.days_on(as_of) or 0) > length]
    ahead = over[split:] if shortest else [*longer, *over[:split]]
    rank = 1 + len(ahead)
    compared = len(over) + len(longer) + (not own.is_over(as_of))
    when = f" on {as_of}" if as_of else ""
    begin = "" if claim["measure"] == "age" else f", which begin in {scope.items[0].start.year}"
    since = f"since {claim['scope_from'][:4]}" if claim["scope_from"] else f"in the data{begin}"
    order = "short" if shortest else "long"
    names = ", ".join(f"{item.name.removeprefix('the formation of ')} ({item.days_on(as_of)})" for item in ahead[:5])
    explanation = f"{own.label}: with {length} days{when} it ranked {rank} of {compared} {since}, {order}est first"
    explanation += f"; before it {names}." if names else "."
    code = None if definition == HEADLINE else definition
    if things.begins_too_late(claim) and rank <= value:
        return dataclasses.replace(UNTESTABLE, explanation="It compares with years before the data begin.")
    if rank != value:
        later = judge_rank({**claim, "scope_from": SINCE}, things) if not claim["scope_from"] and text(own.start) > SINCE else None
        explanation += f" Among those since {SINCE} it ranked {later.derived}." if later else ""
        return Result("refuted", explanation, rank, code)
    today = judge_rank({**claim, "as_of": None}, things) if as_of else None
    still = today is None or today.derived == rank
    return Result("reproduced" if still else "reproduced_as_of", explanation, rank, code)


def judge_average(claim: dict, things: Things) -> Result:
    """A mean over the things of its scope, rounded as printed; of formations also over all, each by its headline definition.

    Without a stated scope it is tried on all, and on those since 1946, as the press counts.
    """
    value = _number(claim["value"])
    tried = [_definition(claim)]
    if claim["measure"] == "formation" and claim["definition_claimed"] is None:
        tried.append(HEADLINE)
    scopes = [claim] if claim["scope_from"] else [claim, {**claim, "scope_from": SINCE}]
    results = [
        result for definition in tried for scope in scopes if value is not None and (result := _average(scope, things, definition, value))
    ]
    return next((result for result in results if result.verdict != "refuted"), results[0] if results else UNTESTABLE)


def _average(claim: dict, things: Things, definition: str | None, value: float) -> Result | None:
    items = things.scope(claim, definition).over(claim["as_of"])
    if not items or things.begins_too_late(claim):
        return None
    mean = sum(item.days or 0 for item in items) / len(items)
    places = len(claim["value"].partition(".")[2])
    years = [item.start.year for item in items]
    explanation = f"{items[0].label}: the mean of {len(items)} from {min(years)} to {max(years)} is {mean:.2f}."
    code = None if definition == HEADLINE else definition
    scale = 10**places
    for verdict, shift in (("reproduced", 0), ("reproduced_inclusive", 1)):
        # Rounded, or cut off after the places that are printed.
        if value in (round(mean + shift, places), int((mean + shift) * scale) / scale):
            return Result(verdict, explanation, f"{mean:.2f}", code)
    return Result("refuted", explanation, f"{mean:.2f}", code)


def judge_count(claim: dict, things: Things) -> Result:
    """How many things of its scope meet a condition, such as days > 100."""
    definition, as_of = _definition(claim), claim["as_of"]
    condition = CONDITION.fullmatch(text(claim["unit"]))
    if not condition or things.begins_too_late(claim):
        return UNTESTABLE
    lengths = {item: item.days_on(as_of) for item in things.scope(claim, definition).items}
    items = [item for item, days in lengths.items() if as_of is None or (item.start <= as_of and days is not None)]
    if condition["column"]:
        met = [item for item in items if things.code_of(item.key, condition["column"], as_of) == condition["code"]]
    else:
        compare, bound = _COMPARE[condition["compare"]], int(condition["bound"])
        # A running thing can still grow out of "shorter than".
        grows = condition["compare"] in (">", ">=")
        met = [item for item in items if compare(lengths[item] or 0, bound) and (grows or item.is_over(as_of))]
    since = min((item.start.year for item in items), default=None)
    if condition["column"]:
        what = f"count as {things.in_words('mechanisms', condition['column'], condition['code'])}"
        names = ", ".join(item.name for item in met)
    else:
        what = f"have {condition[0]}"
        names = ", ".join(f"{item.name.removeprefix('the formation of ')} ({lengths[item]})" for item in met)
    explanation = f"{len(met)} of {len(items)} since {since} {what}" + (f": {names}" if 0 < len(met) <= _NAMED else "")
    explanation = explanation.removesuffix(".") + "."
    verdict = "reproduced" if str(len(met)) == claim["value"] else "refuted"
    if verdict == "reproduced" and as_of and judge_count({**claim, "as_of": None}, things).verdict != verdict:
        verdict = "reproduced_as_of"
    return Result(verdict, explanation, len(met), definition)


def _record_day(claim: dict, things: Things) -> tuple[datetime.date, Item, int] | None:
    """Day on which a running thing equals the record of its day, the record, and its length."""
    own = things.item(claim["measure"], _of(claim), _definition(claim))
    if own is None or things.begins_too_late(claim):
        return None
    begin = own.spells[-1][0]
    before = sum((end - start).days for start, end in own.spells[:-1] if end)
    record = things.scope(claim, _definition(claim)).record(begin)
    if record is None:
        return None
    length = record.days or 0
    return begin + datetime.timedelta(days=length - before), record, length


def _is_passed(claim: dict) -> int:
    return 1 if claim["unit"] == "passes" else 0


def judge_record(claim: dict, things: Things) -> Result:
    """The day on which a running thing equals or passes a record."""
    found = _record_day(claim, things)
    if found is None:
        return UNTESTABLE
    equal, record, length = found
    day = equal + datetime.timedelta(days=_is_passed(claim))
    explanation = f"The record of {record.name} ({length} days) was equalled on {equal} and passed the day after."
    return Result("reproduced" if day.isoformat() == claim["value"] else "refuted", explanation, day, _definition(claim))


def judge_remaining(claim: dict, things: Things) -> Result:
    """Days to go until a record is equalled or passed."""
    found, value = _record_day(claim, things), _number(claim["value"])
    if found is None or value is None or claim["as_of"] is None:
        return UNTESTABLE
    equal, record, length = found
    days = (equal - claim["as_of"]).days + _is_passed(claim)
    left = (equal - claim["as_of"]).days
    explanation = f"From {claim['as_of']} it was {left} days until {record.name} ({length} days) was equalled on {equal}."
    return Result("reproduced" if days == value else "refuted", explanation, days, _definition(claim))


def judge_cell(claim: dict, things: Things) -> Result:
    """One cell of the tables; contested if a source prints the claimed value and we adopted another."""
    table, _, rest = claim["cell"].partition("/")
    row_id, _, column = rest.rpartition("/")
    row = things.row(table, row_id)
    if row is None or row.get(column) is None:
        return UNTESTABLE
    derived = text(row[column]).lower() if isinstance(row[column], bool) else text(row[column])
    month = isinstance(row[column], datetime.date) and re.fullmatch(r"\d{4}(-\d\d)?", claim["value"])
    told, printed_as = things.in_words(table, column, derived), things.in_words(table, column, claim["value"])
    if derived == claim["value"] or (month and derived.startswith(claim["value"])):
        return Result("reproduced", f"It is {told} ({claim['cell']}).", derived)
    printed = things.who_prints((table, row_id, column), claim["value"])
    if printed:
        return Result("contested", f"Adopted is {told} ({claim['cell']}); {printed_as} by {', '.join(sorted(printed))}.", derived)
    return Result("refuted", f"It is {told}, not {printed_as} ({claim['cell']}).", derived)


FIRSTS: dict[str, Callable[[dict], Any]] = {
    "minority_cabinet": lambda row: row["cabinet_type"] == "minority",
    "oversized_cabinet": lambda row: row["cabinet_type"] == "oversized",
    "support_party": lambda row: row["support_parties"],
}
"""The kinds of cabinet of which a claim can name the first."""


def judge_first(claim: dict, things: Things) -> Result:
    """The first cabinet of a kind since a year."""
    kind = FIRSTS.get(text(claim["measure"]))
    own = next((row for row in things.built["cabinets"] if row["cabinet_id"] == claim["cabinet_id"]), None)
    if kind is None or own is None:
        return UNTESTABLE
    since = text(claim["scope_from"])
    earlier = [row for row in things.built["cabinets"] if kind(row) and since <= text(row["start_date"]) < text(own["start_date"])]
    if kind(own) and not earlier:
        return Result("reproduced", f"No earlier one{f' since {since[:4]}' if since else ' in the data'}.", own["cabinet_id"])
    names = ", ".join(f"{row['name']} ({row['start_date'].year})" for row in earlier)
    return Result(
        "refuted", f"Earlier ones: {names}." if kind(own) else f"{own['name']} is not one.", earlier[0]["cabinet_id"] if earlier else None
    )


def judge_other(claim: dict, things: Things) -> Result:
    """A claim that no table can test yet."""
    return UNTESTABLE


TESTS: dict[str, Callable[[dict, Things], Result]] = {
    "days": judge_days, "rank": judge_rank, "average": judge_average, "count": judge_count, "record": judge_record,
    "remaining": judge_remaining, "cell": judge_cell, "first": judge_first, "other": judge_other,
}  # fmt: skip
"""The test of each type of claim; a type without one is refused by the build."""


def claims(schema: Schema, built: Tables, lineage: Lineage) -> list[dict]:
    """The claims with their verdict, what the tables give, and a sentence of explanation."""
    things = Things(schema, built, lineage)
    rows = []
    for claim in built["claims"]:
        result = TESTS[claim["claim_type"]](claim, things)
        derived = None if result.derived is None else text(result.derived)
        rows.append(
            {
                **claim,
                "verdict": result.verdict,
                "definition": result.definition,
                "derived_value": derived,
                "explanation": result.explanation,
            }
        )
    return rows
