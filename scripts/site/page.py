"""A page before it is written in a language."""

from __future__ import annotations

import dataclasses
from typing import Any

from scripts.site.charts import Chart
from scripts.site.grid import Grid


@dataclasses.dataclass(frozen=True)
class Page:
    """A page: where it lies below its language, its template, and what it tells.

    title: the key of its title in the words of the site, with the values for its gaps.
    data: plain values, and the tables (Grid) and charts (Chart) that have files of their own.
    """

    path: str
    template: str
    data: dict[str, Any]
    title: str = ""
    values: dict[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def is_leaf(self) -> bool:
        """Whether it tells of one thing of a kind, such as a person."""
        return self.path.count("/") > 1

    @property
    def grids(self) -> list[Grid]:
        """Its tables; they have files."""
        return [it for it in self._parts() if isinstance(it, Grid) and it.rows]

    @property
    def charts(self) -> list[Chart]:
        """Its charts; they have files."""
        return [it for it in self._parts() if isinstance(it, Chart)]

    def _parts(self) -> list[Any]:
        found = []
        for value in self.data.values():
            found += value if isinstance(value, list) else [value]
        return found
