"""Posts by area of policy: everybody who held one of them."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site.facts import Facts, Row, day_of
from scripts.site.grid import Grid
from scripts.site.members import area
from scripts.site.page import Page

COLUMNS = (
    "start_date:day:from end_date:day:to person_id:person:who post:post:post "
    "cabinet_id:cabinet_text:cabinet party_id:party_text:party"
)


def pages(facts: Facts) -> Iterator[Page]:
    areas = by_area(facts)
    yield Page("posts/", "posts", {"areas": areas, "first": facts.cabinets[0]["start_date"]},
               "lookup.posts")  # fmt: skip
    for code, rows in areas.items():
        label = facts.of("codes", ("codelist", "code"), ("policy_area", code))[0]
        names = {lang: label[f"label_{lang}"] for lang in ("en", "nl")}
        data = {"holders": Grid("holders", rows, COLUMNS)}
        yield Page(f"posts/{code}/", "holders", data, "lookup.holders", {"area": names})


def by_area(facts: Facts) -> dict[str, list[Row]]:
    """Appointments by area of policy, the newest first."""
    found: dict[str, list[Row]] = {}
    for row in facts["appointments"]:
        found.setdefault(area(facts, row), []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: row["post"])
        rows.sort(key=lambda row: day_of(row, "start_date"), reverse=True)
    return dict(sorted(found.items()))
