"""Which coalitions a chamber allows, and how long parties have governed together."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, Any

from dutchcabinets import _package
from dutchcabinets._arguments import day as _day
from dutchcabinets._arguments import whole_number
from dutchcabinets._lineages import Lineages
from dutchcabinets._sets import Sets
from dutchcabinets._tables import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import pandas

MOST = 20
"""Parties of which all sets are made unless max_parties says otherwise: a million rows."""
_FIRST = "tk-1918"
"""The first chamber of parties."""


def potential_coalitions(chamber: str | date, max_parties: int | None = None) -> pandas.DataFrame:
    """Every set of parties of the Tweede Kamer, and the one that formed a cabinet.

    Args:
        chamber: an election such as "tk-2021" (the chamber as elected), or a day (the chamber of
            that day, groups that split off among it). From 1918 on.
        max_parties: only sets of at most so many parties. Without it all are made, if there are at
            most 20 parties.

    Returns:
        A row a set, none of them empty. parties (ids, the largest first), n_parties, seats,
        chamber_share (fraction); is_winning (more than half of the seats), is_minimal_winning (and
        no party can be spared: Riker 1962), is_surplus (and one can), is_minority (not winning);
        is_incumbent (they are those of the cabinet in office on the day of the election, or on the
        given day, mergers resolved; none where one of them has no seat) and has_prime_minister (the
        party of its prime minister is in); left_right_range (from the leftmost to the rightmost, on
        ParlGov's scale of 0 to 10; null where the place of one is not known), n_places_not_measured
        (of how many the place is not that of experts on the party), is_connected (no party left out
        stands between them: Axelrod 1970; null where a party without a
        place may; a float, as of models); formed (they
        formed the first cabinet after the election, or are in office on the day) and cabinet_id (of
        the first cabinet of this chamber that had these parties).

    Raises:
        ValueError: no election and no day, or one before 1918 or after as_of; the chamber did not
            meet; or it has more than 20 parties and max_parties does not say how many.
    """
    import pandas

    of = _chamber(chamber)
    sets = Sets(list(of.seats), _limit(max_parties, len(of.seats)))
    held, whole = sets.total(of.seats), sum(of.seats.values())
    wins = 2 * held > whole
    minimal = wins & (2 * (held - sets.least(of.seats)) <= whole)
    ids = [of.cabinets.get(mask) for mask in sets.masks.tolist()]
    return pandas.DataFrame(
        {
            "parties": sets.names(),
            "n_parties": sets.total(dict.fromkeys(of.seats, 1)),
            "seats": held,
            "chamber_share": held / whole,
            "is_winning": wins,
            "is_minimal_winning": minimal,
            "is_surplus": wins & ~minimal,
            "is_minority": ~wins,
            "is_incumbent": sets.are(of.incumbents),
            "has_prime_minister": sets.have(of.leader),
            **sets.on_a_scale(*_places(of.seats)),
            "formed": sets.are(of.formed),
            "cabinet_id": pandas.array(ids, dtype="str"),
        }
    )


def _limit(max_parties: int | None, n_parties: int) -> int:
    """How many parties a set may have. Raises ValueError."""
    if max_parties is not None:
        limit = whole_number("max_parties", max_parties)
        if limit < 1:
            raise ValueError(f"max_parties: expected 1 or more, found {limit}")
        return limit
    if n_parties > MOST:
        raise ValueError(
            f"max_parties: expected a number, since {n_parties} parties make {2**n_parties:,} "
            "sets; found none"
        )
    return n_parties


@dataclasses.dataclass(frozen=True)
class _Chamber:
    """A chamber: seats, largest first, who governed when it came, and who formed a cabinet."""

    seats: dict[str, int]
    incumbents: list[str]
    leader: list[str]
    formed: list[str]
    cabinets: dict[int, str]


def _chamber(chamber: str | date) -> _Chamber:
    """The chamber of an election or a day. Raises ValueError."""
    elections = load("elections").set_index("election_id")
    if isinstance(chamber, str) and chamber.startswith("tk-"):
        if chamber not in elections.index or chamber < _FIRST:
            known = [key for key in elections.index if key >= _FIRST]
            raise _package.unknown("election", chamber, known)
        results = load("election_results")
        rows = results[(results["election_id"] == chamber) & (results["seats"] > 0)]
        day, election = elections.at[chamber, "date"].date(), chamber
    else:
        day = _day("chamber", chamber)
        first, last = elections.at[_FIRST, "date"].date(), _package.package()["as_of"]
        if not first < day <= datetime.date.fromisoformat(last):
            raise ValueError(f"chamber: expected a day from {first} to {last}, found {day}")
        rows, election = _sitting(day), _election_before(elections, day)
    if not len(rows):
        raise ValueError(f"chamber: expected a day on which it met, found {day}")
    ordered = rows.sort_values(["seats", "party_id"], ascending=[False, True])
    seats = dict(zip(ordered["party_id"], map(int, ordered["seats"]), strict=True))
    return _with_cabinets(seats, day, election, is_election=election == chamber)


def _election_before(elections: pandas.DataFrame, day: date) -> str:
    """The latest election before a day."""
    import pandas

    before = elections[elections["date"] < pandas.Timestamp(day)]
    return before["date"].idxmax()


def _sitting(day: date) -> pandas.DataFrame:
    """The seats of a day; none from May 1940 until the chamber met again."""
    events, when = load("events"), day.isoformat()
    for first, last in zip(
        *(
            events.loc[events["event_type"] == kind, "date_text"]
            for kind in ("chamber_suspended", "chamber_resumed")
        ),
        strict=True,
    ):
        if first < when < last:
            return load("party_seats").head(0)
    spells = load("party_seats")
    ends = spells["end_text"].fillna("9999")
    return spells[(spells["chamber"] == "tk") & (spells["start_text"] <= when) & (when < ends)]


def _with_cabinets(
    seats: dict[str, int], day: date, election: str, *, is_election: bool
) -> _Chamber:
    """The chamber with the cabinet that goes, or governs, and those that it saw."""
    import pandas

    cabinets = load("cabinets").sort_values("sequence")
    in_office = cabinets[cabinets["start_date"] <= pandas.Timestamp(day)].iloc[-1]
    of_chamber = cabinets[(cabinets["election_id"] == election) & cabinets["parties"].notna()]
    formations = load("formations").set_index("formation_id")
    after = of_chamber[of_chamber["formation_id"].map(formations["election_id"]) == election]
    formed = after["parties"].iloc[0] if is_election and len(after) else None
    if not is_election:
        formed = in_office["parties"]
    bodies = _lineages()
    masks = Sets(list(seats), 0)
    found: dict[int, str] = {}
    for cabinet, parties in zip(of_chamber["cabinet_id"], of_chamber["parties"], strict=True):
        mask = masks.mask(parties.split(";"))
        if mask:
            found.setdefault(mask, cabinet)
    leaders = load("party_cabinet")
    led = leaders[(leaders["cabinet_id"] == in_office["cabinet_id"]) & leaders["is_prime_minister"]]
    return _Chamber(
        seats,
        sorted(bodies.bodies(_listed(in_office["parties"]), day)),
        sorted(bodies.bodies(led["party_id"], day)),
        _listed(formed),
        found,
    )


def _listed(parties: Any) -> list[str]:
    return parties.split(";") if isinstance(parties, str) else []


def _lineages() -> Lineages:
    return Lineages(load("party_links", format="arrow").to_pylist())


def _places(parties: Iterable[str]) -> tuple[dict[str, float], set[str]]:
    """The places of parties from left to right, and which of them experts gave to the party."""
    rows = load("party_positions")
    own = rows[(rows["scale"] == "left_right") & rows["party_id"].isin(list(parties))]
    places = dict(zip(own["party_id"], own["place"], strict=True))
    return places, set(own.loc[own["basis"] == "experts", "party_id"])


def familiarity(party: str, other: str, day: str | date) -> int:
    """Days on which two parties governed together before a day, since 9 September 1918.

    Parties that had merged by then are one: the years of KVP and VVD are those of CDA and VVD.
    Support parties do not govern, and groups before 1918 were no parties.

    Args:
        party: id of a party, such as "cda".
        other: id of another.
        day: the day before which days are counted. Up to as_of.

    Raises:
        ValueError: there is no such party, the two are one on that day, or it is no day, or one
            after as_of.
    """
    import pandas

    when = _day("day", day)
    last = datetime.date.fromisoformat(_package.package()["as_of"])
    if when > last:
        raise ValueError(f"day: expected one up to {last} (as_of), found {when}")
    known = load("parties")["party_id"].to_list()
    bodies = _lineages()
    own = []
    for one in (party, other):
        if one not in known:
            raise _package.unknown("party", one, known)
        own.append(bodies.on(one, when, lists=False))
    if own[0] == own[1]:
        raise ValueError(f"other: expected another party than {party!r}, found {other!r}")
    members = load("cabinet_parties")
    is_recent = members["start_date"] > load("elections").set_index("election_id")["date"][_FIRST]
    members = members[(members["role"] == "coalition") & is_recent]
    stamp = pandas.Timestamp(when)
    ends = members["end_date"].fillna(stamp).clip(upper=stamp)
    days: list[set[int]] = [set(), set()]
    for name, start, end in zip(members["party_id"], members["start_date"], ends, strict=True):
        body = bodies.on(name, when, lists=False)
        for mine, found in zip(own, days, strict=True):
            if body == mine:
                found.update(range(start.toordinal(), end.toordinal()))
    return len(days[0] & days[1])
