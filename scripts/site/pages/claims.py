"""Published claims with their verdicts: is it true that ...?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.site.facts import Facts, Row
from scripts.site.grid import Grid
from scripts.site.page import Page

VERDICTS = [
    "refuted", "contested", "reproduced_as_of", "reproduced_inclusive", "reproduced", "untestable"
]  # fmt: skip
"""What is worth a look first."""
HOLDS = "reproduced"
"""The verdict on a claim that holds as it stands."""
MOST = 200
"""A verdict with more claims than this has a page for each period."""
PERIODS = {
    "1848-1945": 1848,
    "1945-1981": 1945,
    "1982-2009": 1982,
    "2010-2020": 2010,
    "2021-": 2021,
}
"""First years: of the cabinet that a claim is about."""
NO_PERIOD = "general"
SHOWN = 5
"""Of those who print a claim that holds, so many are named; the files have all."""


def pages(facts: Facts) -> Iterator[Page]:
    parts = _parts(facts)
    counts = Counter(row["verdict"] for row in facts["claims"])
    data = {"parts": parts, "counts": counts, "verdicts": VERDICTS}
    yield Page("claims/", "claims", data, "list.claims")
    for verdict, periods in parts.items():
        for period, rows in periods.items():
            path = f"claims/{verdict}/" + (f"{period}/" if period else "")
            data = {"grid": claims_grid(rows, with_subject=True), "verdict": verdict}
            title = "claims.title_of" if period else "claims.title"
            values = {"verdict": _labels(facts, verdict), "period": _period_in_words(period)}
            yield Page(path, "claims-list", data, title, values)


def _labels(facts: Facts, verdict: str) -> dict[str, str]:
    row = next(
        row for row in facts["codes"] if (row["codelist"], row["code"]) == ("verdict", verdict)
    )
    return {lang: row[f"label_{lang}"] for lang in ("en", "nl")}


def _period_in_words(period: str) -> str | dict[str, str]:
    if period == NO_PERIOD:
        return {"en": "no cabinet in particular", "nl": "geen kabinet in het bijzonder"}
    return period.replace("-", "\u2013")


def _parts(facts: Facts) -> dict[str, dict[str, list[Row]]]:
    """The claims by verdict and, where there are many, by the period of the cabinet."""
    starts = {row["cabinet_id"]: row["start_date"].year for row in facts.cabinets}
    found: dict[str, dict[str, list[Row]]] = {}
    for verdict in VERDICTS:
        rows = facts.of("claims", "verdict", verdict)
        if len(rows) <= MOST:
            found[verdict] = {"": rows}
            continue
        periods: dict[str, list[Row]] = {}
        for name in [*reversed(PERIODS), NO_PERIOD]:
            own = [row for row in rows if _period(starts.get(row["cabinet_id"])) == name]
            if own:
                periods[name] = own
        found[verdict] = periods
    return found


def _period(year: int | None) -> str:
    if year is None:
        return NO_PERIOD
    return max((first, name) for name, first in PERIODS.items() if first <= year)[1]


def confirmed_grid(rows: list[Row]) -> Grid:
    """Claims that hold as they stand, by what they measure and its value, with who prints it."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row["verdict"] == HOLDS:
            what = row["definition"] or row["cell"] or row["measure"] or row["claim_type"]
            found.setdefault((what, row["value"] or ""), []).append(row["source_id"])
    told = [
        {
            "measured": what,
            "value": value,
            "n": len(sources),
            "first": ";".join(sources[:SHOWN]),
            "sources": ";".join(sources),
        }
        for (what, value), sources in sorted(found.items(), key=lambda it: (-len(it[1]), it[0]))
    ]
    columns = "measured:measured:measured value:printed:value n:n:claims first:sources:who_first"
    return Grid("confirmed", told, columns)


def claims_grid(rows: list[Row], with_subject: bool = False) -> Grid:
    """Claims, those that do not hold first."""
    rows = sorted(rows, key=lambda row: (VERDICTS.index(row["verdict"]), row["claim_id"]))
    about = "cabinet_id:cabinet:cabinet " if with_subject else ""
    verdict = "" if with_subject else "verdict:label=verdict:verdict "
    columns = (
        f"statement:note:statement {verdict}explanation:note:explanation {about}"
        "source_id:source:who date_published:date_text:published"
    )
    return Grid("claims", rows, columns, anchor="claim_id" if with_subject else "")
