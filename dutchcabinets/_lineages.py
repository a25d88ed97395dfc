"""As what a party goes on: mergers, renamings and joint lists resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

GOES_ON = ("merger", "rename")
"""The links by which a party goes on in another; one that splits off is another party."""


class Lineages:
    """The bodies in which parties act on a day."""

    def __init__(self, links: Iterable[Mapping[str, Any]]):
        """From rows of party_links with their days as text, as far as they are known."""
        self._went_on, self._lists = defaultdict(list), defaultdict(list)
        for row in links:
            if row["link"] in GOES_ON:
                self._went_on[row["party_id"]].append(row)
            elif row["link"] == "alliance":
                self._lists[row["party_id"]].append(row)

    def on(self, party: str, day: date, *, lists: bool = True) -> str:
        """The party itself, or that in which it has gone on by a day.

        With lists a party that stands on a joint list that day is that list.
        """
        seen = {party}
        while following := self._next(party, day.isoformat()[:10], lists):
            if following in seen:
                break
            party = following
            seen.add(party)
        return party

    def _next(self, party: str, day: str, lists: bool) -> str | None:
        found = [row for row in self._went_on.get(party, ()) if _has_begun(row["date_text"], day)]
        if lists:
            found += [
                row
                for row in self._lists.get(party, ())
                if _has_begun(row["date_text"], day) and _goes_on(row["end_text"], day)
            ]
        return next((row["successor_id"] for row in found), None)

    def bodies(self, parties: Iterable[str], day: date, *, lists: bool = True) -> set[str]:
        """The bodies of some parties on a day."""
        return {self.on(party, day, lists=lists) for party in parties}

    def together(self, sizes: Mapping[str, int], day: date) -> dict[str, int]:
        """Sizes by the bodies that there are on a day."""
        found: dict[str, int] = defaultdict(int)
        for party, size in sizes.items():
            found[self.on(party, day)] += size
        return dict(found)


def _has_begun(known: str | None, day: str) -> bool:
    """Whether what has a first day, as far as it is known, has begun; null is an open end."""
    return not known or known <= day[: len(known)]


def _goes_on(known: str | None, day: str) -> bool:
    """Whether what has a last day, as far as it is known, goes on; null is an open end."""
    return not known or day[: len(known)] <= known
