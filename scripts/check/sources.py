"""Sources: the family of each follows from its site, or from the producer that it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.cells import Tables
from scripts.check.common import Problems, problem
from scripts.check.printed import own_names
from scripts.check.times import Times
from scripts.printed.names import Names, plain
from scripts.schema import Schema, text


def site_of(url: str) -> str:
    """The site of an address: its host, without www."""
    return (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")


def families_follow_from_sites(schema: Schema, tables: Tables) -> Problems:
    """A source is of the family of its site, or else names the producer whose family it is."""
    sites = {row["site"]: row for row in tables["sites"]}
    for row in tables["sources"]:
        site = sites.get(site_of(text(row["url"])))
        if site is None:
            expected = "an address on one of the sites of data/sources/sites.csv"
            yield problem(row, "url", expected, row["url"])
            continue
        family, own = text(row["family"]), site["family"] or "no family of its own"
        names = set(_names(schema, family))
        if family != site["family"] and not _is_named(text(row["producer"]), names):
            expected = f"the family of {site['site']} ({own}), or a producer named {family}"
            yield problem(row, "family", expected, family)


def _names(schema: Schema, family: str) -> Iterator[str]:
    """What a family is called: its labels, with and without what stands in brackets, its code."""
    for language in ("en", "nl"):
        label = schema.labels("source_family", language).get(family, "")
        yield label
        yield re.sub(r" *\(.*?\)", "", label)
        yield from re.findall(r"\((.*?)\)", label)
    yield family.replace("-", " ")


def _is_named(producer: str, names: set[str]) -> bool:
    words = f" {_words(producer)} "
    return any(f" {_words(name)} " in words for name in names if name)


def _words(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def sites_are_used(schema: Schema, tables: Tables) -> Problems:
    """Each site has a source of its family, unless it holds the works of many and has none."""
    used: dict[str, set] = defaultdict(set)
    for row in tables["sources"]:
        used[site_of(text(row["url"]))].add(row["family"])
    for row in tables["sites"]:
        if row["site"] not in used:
            yield problem(row, "site", "a site of some source", row["site"])
        elif row["family"] and row["family"] not in used[row["site"]]:
            expected = "a family of which a source was read there"
            yield problem(row, "family", expected, row["family"])
        is_home = row["site"].endswith(("wikipedia.org", "wikidata.org"))
        if row["family"] == "wikipedia" and (row["holds"] == "own") != is_home:
            yield problem(row, "holds", "own" if is_home else "copy", row["holds"])
        if row["holds"] and (row["family"] is None) != (row["holds"] == "works_of_others"):
            expected = "a family, unless the site holds works of others"
            yield problem(row, "family", expected, row["family"])


APART = 20
"""A page tells of things so many years before and after those in its title, and not of others."""


def sources_tell_of_their_time(schema: Schema, tables: Tables) -> Problems:
    """A source whose title names years or a cabinet is not cited for another time."""
    times = Times(tables)
    own = {row["source_id"]: times.of_source(row) for row in tables["sources"]}
    for row in tables["evidence"]:
        span, year = own.get(row["source_id"]), times.of_statement(row)
        if span and year and (year[1] < span[0] - APART or year[0] > span[1] + APART):
            expected = f"a source on {year[0]}, as the row is"
            found = f"{row['source_id']}, which is on {span[0]} to {span[1]} by its title"
            yield problem(row, "source_id", expected, found)


REPORTS = 6
"""A report of the time tells of the years before it, and not of those before them."""


def pages_are_on_their_subject(schema: Schema, tables: Tables) -> Problems:
    """A page that names a person or party in its title is cited for that one, or one near it."""
    titles = {row["source_id"]: f" {plain(text(row['title']))} " for row in tables["sources"]}
    names = {row["person_id"]: text(row["family_name"]) for row in tables["persons"]}
    persons = Names({one: [name] for one, name in names.items() if plain(name) not in _WORDS_TOO})
    parties, near = Names(own_names(tables)), _linked(tables)
    # Of a group that split off the pages on the party tell.
    groups = {row["party_id"] for row in tables["parties"] if row["party_kind"] == "group"}
    for row in tables["evidence"]:
        title, first = titles.get(row["source_id"], ""), row["row_id"].partition("/")[0]
        if row["table_name"] == "persons":
            if _OF_A_CABINET.search(title):
                continue
            named = persons.ids_in(title)
            own = {first} if f" {first.split('-')[0]} " not in title else named
        elif row["table_name"] in ("parties", "party_links") and first not in groups:
            named = parties.ids_in(title)
            own = _around({first, *row["row_id"].split("/")}, near)
        else:
            continue
        if named and not named & own:
            found = f"{row['source_id']}, on {', '.join(sorted(named))}"
            yield problem(row, "source_id", f"a page on {first}", found)


def pages_on_a_cabinet_are_on_it(schema: Schema, tables: Tables) -> Problems:
    """A page whose title names cabinets is cited for their members and parties, not for others."""
    called = defaultdict(list)
    for table, column in (("cabinets", "name"), ("cabinet_aliases", "alias")):
        for row in tables[table]:
            name = _CABINET.sub(" ", f" {plain(text(row[column]))} ")
            called[text(row["cabinet_id"])].append(name.strip())
    names = Names(called)
    on = {
        row["source_id"]: names.ids_in(title)
        for row in tables["sources"]
        if _CABINET.search(title := f" {plain(text(row['title']))} ")
    }
    of_row = {row["appointment_id"]: row["cabinet_id"] for row in tables["appointments"]}
    for row in tables["evidence"]:
        named = on.get(row["source_id"])
        if named and row["table_name"] in ("appointments", "cabinet_parties"):
            own = of_row.get(row["row_id"]) or row["row_id"].partition("/")[0]
            if own not in named:
                found = f"{row['source_id']}, on {', '.join(sorted(named))}"
                yield problem(row, "source_id", f"a page on {own}", found)


_CABINET = re.compile(r" (kabinet|kabinett|cabinet|regering) ")
_OF_A_CABINET = re.compile(
    r" (kabinet|kabinetten|kabinett|cabinet|ministers|ministersploeg|bewindslieden|bewindspersonen"
    r"|i|ii|iii|iv|v) "
)
"""A page on a cabinet is named after its leader (Rutte IV), and tells of all its members."""
_WORDS_TOO = {"bos", "bot", "burger", "helder", "kan", "kok", "koning", "oud", "rood"}
"""Family names that are words as well: in a title they say nothing."""


def _around(parties: set[str], near: dict[str, set[str]]) -> set[str]:
    """Parties, and those that came from them or from which they came, three steps away."""
    found = set(parties)
    for _ in range(3):
        found |= {other for party in found for other in near.get(party, ())}
    return found


def _linked(tables: Tables) -> dict[str, set[str]]:
    """The parties to which each party is linked."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in tables["party_links"]:
        found[row["party_id"]].add(row["successor_id"])
        found[row["successor_id"]].add(row["party_id"])
    return found


def reports_are_of_their_day(schema: Schema, tables: Tables) -> Problems:
    """What was printed in a year tells nothing of a later one, a report nothing of long ago.

    But the law fixes the day of elections, and a decree that of a dissolution, beforehand.
    """
    times = Times(tables)
    fixed = {row["event_id"] for row in tables["events"] if row["event_type"] == "dissolution"}
    printed = {row["source_id"]: row for row in tables["sources"] if row["date_published"]}
    for row in tables["evidence"]:
        source = printed.get(row["source_id"])
        years = times.of_statement(row)
        if source is None or years is None or row["row_id"] in fixed:
            continue
        if (row["table_name"], row["column_name"]) == ("elections", "date"):
            continue
        year, is_report = int(source["date_published"][:4]), source["depth"] == PRIMARY
        is_old = is_report and times.of_source(source) is None and years[1] < year - REPORTS
        if years[0] > year or is_old:
            found = f"{row['source_id']} of {year}"
            yield problem(row, "source_id", f"a source that can tell of {years[0]}", found)


PRIMARY = 1
"""The depth of what was printed at the time, by those who saw or did it."""


def addresses_are_unique(schema: Schema, tables: Tables) -> Problems:
    """A page is one source, whatever way its address is written."""
    seen: dict[str, str] = {}
    for row in tables["sources"]:
        address = re.sub(r"^https?://(www\.)?", "", text(row["url"])).rstrip("/")
        if address in seen:
            expected = f"an address that {seen[address]} does not have"
            yield problem(row, "url", expected, row["url"])
        seen.setdefault(address, row["source_id"])


def sources_were_read_in_time(schema: Schema, tables: Tables) -> Problems:
    """A source was read after it was published, while this data set was made, up to its release.

    A date in the id of a source is that of its publication.
    """
    released = text(schema.package["released"])
    for row in tables["sources"]:
        if row["family"] == "wikipedia" and row["depth"] == PRIMARY:
            yield problem(row, "depth", "2, since it repeats others", row["depth"])
        published, read = text(row["date_published"]), text(row["date_read"])
        if not FIRST_READ <= read <= released or read[: len(published)] < published:
            expected = f"a day from {FIRST_READ} to {released}, after {published or 'publication'}"
            yield problem(row, "date_read", expected, read)
        dated = _DATED.search(row["source_id"])
        if dated and published and not _is_part(dated[0], published):
            yield problem(row, "date_published", f"{dated[0]}, as its id has it", published)


FIRST_READ = "2026-11-23"
"""Nothing was read before the work on the data began."""
_DATED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?!\d)")


def _is_part(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


RULES = (
    families_follow_from_sites,
    sites_are_used,
    sources_tell_of_their_time,
    pages_are_on_their_subject,
    pages_on_a_cabinet_are_on_it,
    reports_are_of_their_day,
    addresses_are_unique,
    sources_were_read_in_time,
)
