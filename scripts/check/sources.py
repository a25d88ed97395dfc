"""Sources: the family of each follows from its site, or from the producer that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.cells import Tables
from scripts.check.common import Problems, problem
from scripts.schema import Schema, text


def site_of(url: str) -> str:
    """The site of an address: its host, without www."""
    return (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")


def families_follow_from_sites(schema: Schema, tables: Tables) -> Problems:
    """A source is of the family of its site, or else names the producer whose family it is."""
    sites = {row["site"]: row for row in tables["sites"]}
    names = {code: set(_names(schema, code)) for code in schema.allowed["source_family"]}
    for row in tables["sources"]:
        site = sites.get(site_of(text(row["url"])))
        if site is None:
            expected = "an address on one of the sites of data/sources/sites.csv"
            yield problem(row, "url", expected, row["url"])
        elif row["family"] and site["family"] != row["family"]:
            if not _is_named(text(row["producer"]), names[row["family"]]):
                own = site["family"] or "no family of its own"
                expected = f"the family of {site['site']} ({own}), or a producer named {row['family']}"
                yield problem(row, "family", expected, row["family"])


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
    """Each site has a source, and a family unless it holds the works of many."""
    used = {site_of(text(row["url"])) for row in tables["sources"]}
    for row in tables["sites"]:
        if row["site"] not in used:
            yield problem(row, "site", "a site of some source", row["site"])
        if row["holds"] and (row["family"] is None) != (row["holds"] == "works_of_others"):
            expected = "a family, unless the site holds works of others"
            yield problem(row, "family", expected, row["family"])


RULES = (families_follow_from_sites, sites_are_used)
