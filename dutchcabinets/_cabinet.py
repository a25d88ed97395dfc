"""A cabinet by its id, its name, or another name in use for it."""

from __future__ import annotations

import re

from dutchcabinets import _package
from dutchcabinets._people import plain
from dutchcabinets._tables import load

_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v"}
# ParlGov numbers by its own count: its "Rutte IV" is Rutte II and its "Rutte VI" Rutte III.
_OTHER_COUNT = "parlgov"


def cabinet_id(name: str) -> str:
    """The id of a cabinet.

    Args:
        name: an id ("rutte-iv"), a name ("Kabinet-Rutte IV", "Rutte IV", "rutte 4", "Fourth Rutte
            cabinet"), or another name in use, of table `cabinet_aliases`. Names that the package
            uses itself go before those of others; those of ParlGov, which counts differently, last.

    Raises:
        ValueError: no cabinet is called so, or several are; the message lists which.
    """
    cabinets = load("cabinets", format="arrow").to_pylist()
    if any(one["cabinet_id"] == name for one in cabinets):
        return name
    aliases = load("cabinet_aliases", format="arrow").to_pylist()
    own = [(one[key], one["cabinet_id"]) for one in cabinets for key in ("name", "name_en")]
    used = [(one["alias"], one["cabinet_id"]) for one in aliases if one["scheme"] != _OTHER_COUNT]
    # Only as they are printed: a slip in an id must not lead to a cabinet of another count.
    printed = [(one["alias"], one["cabinet_id"]) for one in aliases if one["alias"] == name]
    for names in (own, used, printed):
        found = sorted({key for called, key in names if bare(called) == bare(name)})
        if len(found) == 1:
            return found[0]
        if found:
            raise ValueError(f"several cabinets are called {name!r}: {', '.join(found)}")
    raise _unknown(name, [one["cabinet_id"] for one in cabinets])


def _unknown(name: str, ids: list[str]) -> ValueError:
    """Somebody who led several cabinets is a name of none of them."""
    led = [one for one in ids if re.fullmatch(rf"{re.escape(_slug(name))}-[iv]+", one)]
    if led:
        return ValueError(f"several cabinets are called {name!r}: {', '.join(led)}")
    return _package.unknown("cabinet", name, ids)


def bare(name: str) -> str:
    """A name without "Kabinet", years in brackets, accents, and with Roman numerals."""
    words = plain(re.sub(r"\(.*\)", "", name)).split()
    return " ".join(_ROMAN.get(one, one) for one in words if one not in ("kabinet", "cabinet"))


def _slug(name: str) -> str:
    return bare(name).replace(" ", "-")
