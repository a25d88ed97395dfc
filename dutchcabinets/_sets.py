"""All sets of some things, each property of all sets in one array."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy


class Sets:
    """The sets of at most `most` of some things, the empty one left out.

    A set is a number whose bits are the things in it. Properties are made thing by thing: what the
    sets without a thing have gives what those with it have.
    """

    def __init__(self, things: list[str], most: int):
        import numpy

        self._things, self._numpy = things, numpy
        sizes = numpy.zeros(1, dtype="int8")
        masks = numpy.zeros(1, dtype="int64")
        # Sets that are too large are dropped at once, so that few of many things cost little.
        self._kept = []
        for place in range(len(things)):
            kept = sizes < most
            self._kept.append(kept)
            sizes = numpy.concatenate([sizes, sizes[kept] + 1])
            masks = numpy.concatenate([masks, masks[kept] + (1 << place)])
        self.masks = masks[1:]

    def _built(self, start: Any, step: Any) -> Any:
        """An array over all sets: step gives what a set has with one thing more."""
        numpy = self._numpy
        found = numpy.array([start])
        for thing, kept in zip(self._things, self._kept, strict=True):
            found = numpy.concatenate([found, step(found[kept], thing)])
        return found[1:]

    def names(self) -> list[str]:
        """The things of each set, separated by semicolons."""
        found = [""]
        for thing, kept in zip(self._things, self._kept, strict=True):
            before = [name for name, is_kept in zip(found, kept.tolist(), strict=True) if is_kept]
            found += [f"{name};{thing}" if name else thing for name in before]
        return found[1:]

    def total(self, numbers: Mapping[str, int]) -> numpy.ndarray:
        """The sum of a number of each thing."""
        return self._built(0, lambda sums, thing: sums + numbers[thing])

    def least(self, numbers: Mapping[str, int]) -> numpy.ndarray:
        """The least number of a thing in each set."""
        most = max(numbers.values())
        return self._built(most, lambda least, one: self._numpy.minimum(least, numbers[one]))

    def mask(self, things: Collection[str]) -> int:
        """The set of some things; 0 where there are none, or one is not among those of the sets."""
        if not set(things) <= set(self._things):
            return 0
        return sum(1 << self._things.index(thing) for thing in set(things))

    def are(self, things: Collection[str]) -> numpy.ndarray:
        """Which set is that of these things."""
        return (self.masks == self.mask(things)) & (self.mask(things) != 0)

    def have(self, things: Iterable[str]) -> numpy.ndarray:
        """Which sets have one of these things."""
        wanted = sum(1 << self._things.index(one) for one in things if one in self._things)
        return (self.masks & wanted) != 0

    def on_a_scale(self, places: Mapping[str, float], measured: Collection[str]) -> dict[str, Any]:
        """How far apart the things of each set stand, and whether none left out is between them."""
        numpy = self._numpy
        nothing = float("nan")
        low, high = (
            self._built(start, lambda ends, one, pick=pick: pick(ends, places.get(one, nothing)))
            for start, pick in ((numpy.inf, numpy.minimum), (-numpy.inf, numpy.maximum))
        )
        gaps = numpy.zeros(len(low), dtype=bool)
        for place, thing in enumerate(self._things):
            if thing in places:
                is_out = (self.masks & (1 << place)) == 0
                gaps |= is_out & (low < places[thing]) & (places[thing] < high)
        width = high - low
        # A thing without a place may stand anywhere, but not between those in one place.
        unknown = [one for one in self._things if one not in places]
        is_open = numpy.isnan(width) | (bool(unknown) & ~gaps & (width > 0))
        not_measured = {one: int(one in places and one not in measured) for one in self._things}
        return {
            "left_right_range": width,
            "n_places_not_measured": self.total(not_measured),
            "is_connected": numpy.where(is_open, nothing, ~gaps),
        }
