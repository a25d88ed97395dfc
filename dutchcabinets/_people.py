"""Who held which post on a day, and what one person did."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from dutchcabinets import _package
from dutchcabinets._arguments import day as _day
from dutchcabinets._tables import load

if TYPE_CHECKING:
    from datetime import date

    import pandas

_ON = ["name", "post", "portfolio_en", "party_id", "cabinet_id", "status", "post_level"]
_ON += ["deputy_order", "is_acting", "start_date", "end_date", "person_id", "ministry_id"]
LEVELS = ["prime_minister", "minister", "minister_without_portfolio", "state_secretary"]


def on(day: str | date, post: str | None = None) -> pandas.DataFrame:
    """Who held which post on a day, the prime minister first.

    On a day of handover those who came are in office, and the new cabinet governs.

    Args:
        day: a day from 25 March 1848 up to the day to which the data were checked (as_of).
        post: only posts with this word in their name, in Dutch or English, or of this ministry or
            area of policy: "finance", "minister van Justitie", "buitenlandse-zaken", "defence".

    Returns:
        Rows of appointments (name, post, portfolio_en, party_id, cabinet_id, post_level,
        deputy_order, is_acting, start_date, end_date, person_id, ministry_id) with the status of
        their cabinet that day, full or caretaker (null where the day of its resignation is not
        known). No rows: nobody held such a post that day.

    Raises:
        ValueError: no day, or one outside the data; no post was ever called so.
    """
    import pandas

    when = pandas.Timestamp(_day("day", day))
    phases = load("cabinet_phases")
    first, last = phases["start_date"].min(), pandas.Timestamp(_package.package()["as_of"])
    if not first <= when <= last:
        known = f"{first.date()} to {last.date()} (as_of)"
        raise ValueError(f"day: expected one from {known}, found {when.date()}")
    held = load("appointments")
    if post is not None:
        held = held[_is_called(held, post)]
    held = held[(held["start_date"] <= when) & _goes_past(held, when)]
    governs = phases[(phases["start_date"] <= when) & _goes_past(phases, when)]
    status = dict(zip(governs["cabinet_id"], governs["status"], strict=True))
    held = held.assign(
        status=held["cabinet_id"].map(status).astype("str").where(held["cabinet_id"].isin(status)),
        level=held["post_level"].map(LEVELS.index),
    )
    held = held.sort_values(["level", "deputy_order", "post", "name"], ignore_index=True)
    return held[_ON]


def _goes_past(spells: pandas.DataFrame, when: pandas.Timestamp) -> Any:
    return spells["is_current"] | (spells["end_date"] > when)


def _is_called(held: pandas.DataFrame, post: str) -> Any:
    """Which appointments are to a post with a name, ministry or area of policy."""
    wanted = plain(post)
    areas = load("ministries").set_index("ministry_id")["policy_area"]
    area = held["ministry_id"].map(areas)
    names = [held[name] for name in ("post", "portfolio_en", "ministry_id")] + [area]
    is_called = sum(names_.fillna("").map(plain).str.contains(wanted, regex=False)
                    for names_ in names) > 0  # fmt: skip
    if not wanted or not is_called.any():
        known = sorted(set(held["portfolio_en"].dropna()) | set(held["post"]))
        raise _package.unknown("post", post, known)
    return is_called


def plain(name: str) -> str:
    """Letters and digits alone, without accents."""
    letters = unicodedata.normalize("NFD", str(name).lower())
    return "".join(one if one.isalnum() else " " for one in letters if one.isascii()).strip()


def person(name: str) -> pandas.DataFrame:
    """What one person did: posts, commissions to form a cabinet, and premierships, in order.

    Args:
        name: an id such as "zalm-g", or a name that is not ambiguous: "Zalm", "Gerrit Zalm".

    Returns:
        A row a thing: kind (appointment, commission, premiership), what (post, role or cabinets),
        id (of the appointment, formation or cabinet), party_id, start_date, end_date and days.

    Raises:
        ValueError: nobody is called so, or several are; the message lists who it could be.
    """
    import pandas

    key = person_id(name)
    held, asked, led = load("appointments"), load("formation_stages"), load("prime_ministers")
    held, asked, led = (rows[rows["person_id"] == key] for rows in (held, asked, led))
    career = [
        held.assign(kind="appointment", what=held["post"], id=held["appointment_id"]),
        asked.assign(kind="commission", what=asked["role"], id=asked["formation_id"]),
        led.assign(kind="premiership", what=led["cabinets"], id=led["person_id"]),
    ]
    columns = ["kind", "what", "id", "party_id", "start_date", "end_date", "days"]
    rows = pandas.concat([part.reindex(columns=columns) for part in career if len(part)] or
                         [held.reindex(columns=columns)])  # fmt: skip
    return rows.sort_values(["start_date", "kind"], ignore_index=True)


def person_id(name: str) -> str:
    """The id of a person. Raises ValueError: nobody is called so, or several are."""
    persons = load("persons")
    if name in set(persons["person_id"]):
        return name
    wanted = plain(name)
    family, full = persons["family_name"].map(plain), persons["full_name"].map(plain)
    bare = persons["sort_name"].str.partition(",")[0].map(plain)
    found = persons[(family == wanted) | (full == wanted) | (bare == wanted)]
    if len(found) == 1:
        return found["person_id"].iloc[0]
    if len(found):
        who = ", ".join(f"{one.full_name} ({one.person_id})" for one in found.itertuples())
        raise ValueError(f"several persons are called {name!r}: {who}")
    raise _package.unknown("person", name, [*persons["person_id"], *persons["full_name"]])


def about() -> dict[str, Any]:
    """What this is: version, the day up to which it was checked, licence, citation and counts.

    Returns:
        name, version, as_of, released, licence, homepage, citation, and rows, the number of rows of
        each table.
    """
    from pyarrow.parquet import ParquetFile

    from dutchcabinets._cite import text

    package = _package.package()
    rows = {
        table: ParquetFile(_package.checked(table)).metadata.num_rows
        for table in _package.resources()
    }
    return {
        "name": package["name"],
        "version": package["version"],
        "as_of": package["as_of"],
        "released": package["created"][:10],
        "licence": package["licenses"][0]["name"],
        "homepage": package.get("homepage", ""),
        "citation": text(package),
        "rows": rows,
    }
