"""When the rows of each table happen, and of what time a source speaks by its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.cells import Row, Tables
from scripts.check.common import cabinet_spans
from scripts.printed.names import plain
from scripts.schema import text

Years = tuple[int, int]
"""First and last year."""

_YEAR = re.compile(r"(?<!\d)(?:1[89]\d\d|20[0-2]\d)(?!\d)")
_OPEN = re.compile(r"\b(sinds|vanaf|na|nu|heden|since|from|after|onwards|later|began)\b", re.I)
"""Words that say that a page goes on from a year."""
_OF_THE_COPY = re.compile(r"\([^)]*\b(mirror|version|copy|read|scan)\b[^)]*\)", re.I)
"""What a title says of the copy that was read, and not of its subject."""
_LAST = 9999


class Times:
    """The years of the rows of the tables, by table and id, as far as they tell."""

    def __init__(self, tables: Tables):
        spans = cabinet_spans(tables)
        self._cabinets = {
            name: (int(first[:4]), int(last[:4])) for name, (first, last) in spans.items()
        }
        self._events = {row["event_id"]: _year(row["date"]) for row in tables["events"]}
        self._elections = {row["election_id"]: _year(row["date"]) for row in tables["elections"]}
        self._of_formations = {row["formation_id"]: row for row in tables["formations"]}
        self._of_falls = {row["fall_id"]: row for row in tables["falls"]}
        self._names = dict(self._cabinet_names(tables))

    def of_row(self, table: str, row_id: str) -> Years | None:
        """When a row happens; null where its table tells no time."""
        first = row_id.partition("/")[0]
        if table in ("events", "votes"):
            return _both(self._events.get(first))
        if table in ("elections", "election_results", "unseated_lists"):
            return _both(self._elections.get(first))
        if table in ("cabinets", "cabinet_parties", "cabinet_aliases"):
            return self._cabinets.get(first)
        if table in ("formations", "formation_stages"):
            return self._of_formation(first)
        if table in ("falls", "fall_causes", "fall_codings"):
            fall = self._of_falls.get(first)
            return _both(self._events.get(fall["event_id"])) if fall else None
        if table == "chamber_seats":
            return _both(_year(row_id.partition("/")[2].partition("/")[0]))
        return None

    def of_statement(self, said: Row) -> Years | None:
        """Of which time a statement speaks: that of its row, or of the day that it gives."""
        if said["table_name"] in ("parties", "party_links", "council_chairs"):
            return _both(_year(said["value"]))
        return self.of_row(said["table_name"], said["row_id"])

    def _of_formation(self, formation: str) -> Years | None:
        if year := re.search(r"-(\d{4})$", formation):
            return int(year[1]), int(year[1]) + 1
        row = self._of_formations.get(formation)
        cabinet = self._cabinets.get(row["cabinet_id"]) if row else None
        return (cabinet[0] - 1, cabinet[0]) if cabinet else None

    def of_source(self, source: Row) -> Years | None:
        """Of which years a source speaks by its title; null where that does not tell.

        A year that is that of the publication says nothing of the subject.
        """
        title = _OF_THE_COPY.sub("", text(source["title"]))
        published = text(source["date_published"])[:4]
        years = [int(year) for year in _YEAR.findall(title) if year != published]
        if years:
            return min(years), _LAST if _OPEN.search(title) else max(years)
        words = f" {plain(title)} "
        named = [name for name in self._names if f" {name} " in words]
        return self._cabinets.get(self._names[max(named, key=len)]) if named else None

    def _cabinet_names(self, tables: Tables) -> Iterator[tuple[str, str]]:
        """What cabinets are called, with the word cabinet, since persons have their names too."""
        for row in tables["cabinets"]:
            yield plain(text(row["name"])), row["cabinet_id"]
            yield plain(text(row["name_en"])), row["cabinet_id"]
        for row in tables["cabinet_aliases"]:
            name = plain(text(row["alias"]))
            if "kabinet" in name or "cabinet" in name:
                yield re.sub(r" \d{4} \d{4}$", "", name), row["cabinet_id"]


def _year(day: object) -> int | None:
    found = re.match(r"\d{4}", text(day))
    return int(found[0]) if found else None


def _both(year: int | None) -> Years | None:
    return None if year is None else (year, year)
