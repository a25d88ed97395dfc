"""The measures of the field, as pure functions of seats, votes and places on a scale.

Where each is defined stands in data/curated/measures.csv.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence


def effective_number(sizes: Iterable[int]) -> float | None:
    """1 / sum of squared shares (Laakso and Taagepera 1979). Null where there is nothing to share.

    A rest that is not divided, such as lists without a seat, must be left out of the sizes.
    """
    sizes = list(sizes)
    total = sum(sizes)
    return total**2 / sum(size**2 for size in sizes) if total else None


def fractionalization(sizes: Iterable[int]) -> float | None:
    """The chance that two seats drawn without putting the first back differ in party (Rae 1967).

    1 - sum of n (n - 1) / (N (N - 1)).
    """
    sizes = list(sizes)
    total = sum(sizes)
    if total < 2:
        return None
    return 1 - sum(size * (size - 1) for size in sizes) / (total * (total - 1))


def volatility(before: Mapping[str, float], after: Mapping[str, float]) -> float:
    """Half the sum of the changes of shares, as a fraction (Pedersen 1979)."""
    parties = dict.fromkeys((*before, *after))
    return sum(abs(after.get(party, 0) - before.get(party, 0)) for party in parties) / 2


def shares(sizes: Mapping[str, int]) -> dict[str, float]:
    """Each size as a fraction of all."""
    total = sum(sizes.values())
    return {party: size / total for party, size in sizes.items()}


def banzhaf(seats: Mapping[str, int]) -> dict[str, float]:
    """The normalized index of power of each party: its swings by those of all (Banzhaf 1965).

    A swing is a coalition of others that loses, and wins with the party: more than half of the
    seats. Coalitions are counted by their seats, so that many parties cost little.
    """
    total = sum(seats.values())
    quota = total // 2 + 1
    swings = {}
    for party, own in seats.items():
        ways = [1] + [0] * total
        for other, size in seats.items():
            if other != party and size:
                for held in range(total, size - 1, -1):
                    ways[held] += ways[held - size]
        swings[party] = sum(ways[max(quota - own, 0) : quota]) if own else 0
    every = sum(swings.values())
    return {party: count / every if every else 0.0 for party, count in swings.items()}


def is_minimal_winning(members: Collection[int], chamber: int) -> bool:
    """Whether it holds more than half of the seats, and no party can be spared (Riker 1962)."""
    held = sum(members)
    return 2 * held > chamber and all(2 * (held - size) <= chamber for size in members)


def disproportion(first: Sequence[float], second: Sequence[float]) -> float:
    """Half the sum of the differences of two divisions (Loosemore and Hanby 1971)."""
    return sum(abs(one - other) for one, other in zip(first, second, strict=True)) / 2


def median_party(seats: Mapping[str, int], places: Mapping[str, float]) -> str | None:
    """The party with the member in the middle, from left to right.

    Null where the places that are not known leave it open, or parties that share a place do.
    """
    total = sum(seats.values())
    known = sorted((places[party], party) for party in seats if party in places and seats[party])
    missing = total - sum(seats[party] for _, party in known)
    for place, party in known:
        left = sum(seats[other] for where, other in known if where < place)
        right = sum(seats[other] for where, other in known if where > place)
        alone = [other for where, other in known if where == place] == [party]
        if alone and 2 * (left + missing) < total and 2 * (right + missing) < total:
            return party
    return None


def spread(places: Iterable[float]) -> float | None:
    """From the leftmost to the rightmost. Null where there is none."""
    places = list(places)
    return max(places) - min(places) if places else None


def weighted_mean(sizes: Mapping[str, int], places: Mapping[str, float]) -> float | None:
    """The mean place, each party by its seats. Null unless the place of each is known."""
    if not sizes or any(party not in places for party in sizes) or not sum(sizes.values()):
        return None
    return sum(size * places[party] for party, size in sizes.items()) / sum(sizes.values())


def polarization(sizes: Mapping[str, int], places: Mapping[str, float]) -> float | None:
    """The deviation of seats from their mean place (Dalton 2008, there in units of five).

    Square root of the sum of share * (place - mean) ** 2. Null unless each place is known.
    """
    mean = weighted_mean(sizes, places)
    if mean is None:
        return None
    total = sum(sizes.values())
    spread_ = sum(size / total * (places[party] - mean) ** 2 for party, size in sizes.items())
    return spread_**0.5
