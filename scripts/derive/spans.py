"""When each cabinet started, resigned and ended: the events from which its dates are taken."""

from __future__ import annotations

import dataclasses

from scripts.cells import Row, Tables, Value, by
from scripts.derive.common import day_of
from scripts.remember import remembered


@dataclasses.dataclass(frozen=True)
class Span:
    """The events that start, resign and end a cabinet, as far as they have happened."""

    start_event: Row
    resignation_event: Row | None
    end_event: Row | None
    start: Value
    resignation: Value
    end: Value


@remembered
def cabinet_spans(curated: Tables) -> dict[str, Span]:
    """The span of each cabinet in order; a cabinet ends when the next starts."""
    events = curated["events"]
    starts = by([row for row in events if row["event_type"] == "inauguration"], "cabinet_id")
    happened = by(events, "event_id")
    ended = (row for row in curated["falls"] if row["outcome"] == "ended")
    fell = {row["cabinet_id"]: happened[row["event_id"]] for row in ended}
    ordered = sorted(curated["cabinets"], key=lambda row: row["sequence"])
    order = [row["cabinet_id"] for row in ordered]
    spans = {}
    for cabinet, following in zip(order, [*order[1:], None], strict=True):
        start, resignation, end = starts[cabinet], fell.get(cabinet), starts.get(following)
        days = (day_of(events, event) for event in (start, resignation, end))
        spans[cabinet] = Span(start, resignation, end, *days)
    return spans
