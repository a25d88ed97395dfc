"""Bargaining rounds and agreements fit their formation, its commissions and its cabinet."""

from __future__ import annotations

from scripts.cells import Row, Tables, grouped
from scripts.check.common import Problems, problem, values
from scripts.schema import Schema, text
from scripts.vocabulary import RUNNING

MAY_BE = {
    "succeeded": ("no",),
    "broke_down": ("yes", "arguable"),
    "not_begun": ("no", "arguable"),
    "went_on": ("no", "arguable"),
    RUNNING: ("no",),
}
"""Whether a round of each outcome can be an inconclusive one."""


def rounds_are_of_their_formation(schema: Schema, tables: Tables) -> Problems:
    """A round lies under commissions of its formation, and those who led it are theirs."""
    stages = grouped(tables["formation_stages"], "formation_id")
    for row in tables["bargaining_rounds"]:
        own = stages.get(row["formation_id"], [])
        numbers = [row["first_stage"], row["last_stage"]]
        for column, number in zip(("first_stage", "last_stage"), numbers, strict=True):
            known = {stage["stage"] for stage in own}
            if number is not None and number not in known:
                yield problem(row, column, f"a stage of {row['formation_id']}", number)
        if None in numbers:
            if numbers != [None, None]:
                yield problem(row, "last_stage", "both stages or neither", row["last_stage"])
            continue
        if numbers[0] > numbers[1]:
            yield problem(row, "last_stage", f"a stage from {numbers[0]} on", numbers[1])
        led = {stage["person_id"] for stage in own if numbers[0] <= stage["stage"] <= numbers[1]}
        named = set(text(row["led_by"]).split(";")) - {""}
        for person in sorted(named - led):
            expected = f"persons of the commissions ({', '.join(sorted(led))})"
            yield problem(row, "led_by", expected, person)
        for number in range(numbers[0], numbers[1] + 1):
            theirs = {stage["person_id"] for stage in own if stage["stage"] == number}
            if theirs and not theirs & named:
                expected = f"one of {', '.join(sorted(theirs))}, of stage {number}, too"
                yield problem(row, "led_by", expected, row["led_by"])


def rounds_follow_each_other(schema: Schema, tables: Tables) -> Problems:
    """Rounds are numbered in order of start, and the last succeeds where parties then governed."""
    coalition = (row for row in tables["cabinet_parties"] if row["role"] == "coalition")
    governed = grouped(coalition, "cabinet_id")
    formations = {row["formation_id"]: row for row in tables["formations"]}
    for key, rows in grouped(tables["bargaining_rounds"], "formation_id").items():
        ordered = sorted(rows, key=lambda row: row["round"] or 0)
        for number, row in enumerate(ordered, 1):
            if row["round"] != number:
                yield problem(row, "round", f"{number}, the next number", row["round"])
        outcome = formations[key]["outcome"] if key in formations else None
        succeeded = [row for row in ordered if row["outcome"] == "succeeded"]
        for row in ordered:
            is_last = row is ordered[-1]
            stood = outcome in ("formed", "restored")
            if row["outcome"] == "succeeded" and not (is_last and stood):
                expected = "another outcome, of a round after which no cabinet stood"
                yield problem(row, "outcome", expected, "succeeded")
            elif row["outcome"] == "succeeded":
                own = {one["party_id"] for one in governed.get(formations[key]["cabinet_id"], ())}
                if missing := own - set(text(row["parties"]).split(";")):
                    expected = f"the parties that governed, {', '.join(sorted(missing))} too"
                    yield problem(row, "parties", expected, row["parties"])
        cabinet = formations[key]["cabinet_id"] if key in formations else None
        if outcome in ("formed", "restored") and cabinet in governed and not succeeded:
            yield problem(ordered[-1], "outcome", "succeeded, since its parties then governed",
                          ordered[-1]["outcome"])  # fmt: skip


def rounds_fit_their_outcome(schema: Schema, tables: Tables) -> Problems:
    """Only what broke down is inconclusive beyond doubt, and only its parties break it off."""
    parties = values(tables["parties"], "party_id")
    for row in tables["bargaining_rounds"]:
        allowed = MAY_BE.get(row["outcome"])
        if allowed and row["inconclusive"] not in allowed:
            expected = f"{' or '.join(allowed)} of a round that is {row['outcome']}"
            yield problem(row, "inconclusive", expected, row["inconclusive"])
        if row["inconclusive"] == "arguable" and not row["note"]:
            yield problem(row, "note", "why it is arguable", row["note"])
        yield from _known(row, "parties", parties)
        if row["broken_off_by"] and row["outcome"] in ("succeeded", RUNNING):
            yield problem(row, "broken_off_by", "nothing, since it was not broken off",
                          row["broken_off_by"])  # fmt: skip
        yield from _known(row, "broken_off_by", set(text(row["parties"]).split(";")))


def _known(row: Row, column: str, parties: set[str]) -> Problems:
    """The ids in a cell are of these parties, each once and in alphabetical order."""
    named = text(row[column]).split(";") if row[column] else []
    for party in named:
        if party not in parties:
            yield problem(row, column, f"one of {len(parties)} parties", party)
    if named != sorted(set(named)):
        yield problem(row, column, "ids in alphabetical order, each once", row[column])


def rounds_lie_in_their_commissions(schema: Schema, tables: Tables) -> Problems:
    """A day that is typed lies under the commissions, and is not just their first or last."""
    stages = grouped(tables["formation_stages"], "formation_id")
    for row in tables["bargaining_rounds"]:
        numbers = (row["first_stage"], row["last_stage"])
        own = [
            stage
            for stage in stages.get(row["formation_id"], ())
            if None not in numbers and numbers[0] <= stage["stage"] <= numbers[1]
        ]
        starts = [text(stage["start_date"]) for stage in own if stage["start_date"]]
        ends = [text(stage["end_date"]) for stage in own if stage["end_date"]]
        if not starts or not ends:
            continue
        first, last = min(starts), max(ends)
        for column in ("start_text", "end_text"):
            day = text(row[column])
            if day and not first[: len(day)] <= day <= last[: len(day)]:
                yield problem(row, column, f"a day from {first} to {last}", day)
        # A round that ended before its last commission began was not under it.
        begun = [text(one["start_date"]) for one in own if one["stage"] == numbers[1]]
        ended = [text(one["end_date"]) for one in own if one["stage"] == numbers[0]]
        for column, bounds, is_start in (("end_text", begun, False), ("start_text", ended, True)):
            day = text(row[column])
            for bound in filter(None, bounds if day else ()):
                shared = min(len(day), len(bound))
                if (day[:shared] > bound[:shared]) == is_start and day[:shared] != bound[:shared]:
                    expected = f"a day under the {'first' if is_start else 'last'} commission"
                    yield problem(row, column, expected, day)
        for column, end in (("start_text", first), ("end_text", last)):
            if row[column] == end:
                expected = "nothing where it is the day of the commission"
                yield problem(row, column, expected, end)


def agreements_are_of_their_cabinet(schema: Schema, tables: Tables) -> Problems:
    """The id begins with the cabinet; a length says who counted, and that source prints it."""
    said = {
        (row["row_id"], row["column_name"], row["source_id"]): row["value"]
        for row in tables["evidence"]
        if row["table_name"] == "agreements"
    }
    parties = values(tables["parties"], "party_id")
    for row in tables["agreements"]:
        key, cabinet = text(row["agreement_id"]), text(row["cabinet_id"])
        if key != cabinet and not key.startswith(f"{cabinet}-"):
            yield problem(row, "agreement_id", f"{cabinet}, or {cabinet} and what it is", key)
        yield from _known(row, "parties", parties)
        for unit in ("pages", "words"):
            count, source = row[unit], row[f"{unit}_counted_by"]
            if (count is None) != (source is None):
                expected = f"who counted if, and only if, there are {unit}"
                yield problem(row, f"{unit}_counted_by", expected, source)
            elif count is not None and said.get((key, unit, source)) != text(count):
                expected = f"a source of which evidence has {count} {unit}"
                yield problem(row, f"{unit}_counted_by", expected, source)
            if count is not None and row["kind"] == "none":
                yield problem(row, unit, "nothing of what there was not", count)


RULES = (
    rounds_are_of_their_formation,
    rounds_follow_each_other,
    rounds_fit_their_outcome,
    rounds_lie_in_their_commissions,
    agreements_are_of_their_cabinet,
)
