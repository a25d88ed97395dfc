"""The locks: what was published cannot go without a version and a word."""

import pytest

from scripts import accept
from scripts.locks import INTERFACE, INTERFACE_FILE, continued, rows_by_decade, unannounced
from scripts.problems import BadInput
from tests.conftest import row_of


def entry(name, since="0.4.0", until="", kind="column", type="date"):
    return {"kind": kind, "name": name, "type": type, "since": since, "until": until}


def now(*names):
    return [{"kind": "column", "name": name, "type": "date"} for name in names]


def test_what_stays_keeps_its_version():
    """Catch a name that becomes younger each time."""
    assert continued([entry("a.x")], now("a.x", "a.y"), "0.5.0") == [
        entry("a.x"),
        entry("a.y", since="0.5.0"),
    ]


def test_what_goes_says_when():
    """Catch a name that vanishes from the list; one that came in this version was never out."""
    known = [entry("a.x"), entry("a.new", since="0.5.0"), entry("a.old", until="0.2.0")]
    assert continued(known, now(), "0.5.0") == [
        entry("a.old", until="0.2.0"),
        entry("a.x", until="0.5.0"),
    ]


def test_another_type_is_another_column():
    """Catch a date that becomes a text in silence."""
    other = [{"kind": "column", "name": "a.x", "type": "string"}]
    found = continued([entry("a.x")], other, "0.5.0")
    assert [(one["type"], one["since"], one["until"]) for one in found] == [
        ("date", "0.4.0", "0.5.0"),
        ("string", "0.5.0", ""),
    ]


LOG = """# Changelog

## {version} (2026)

- *{word}*: `a.x` is `a.z`.

## 0.1.0

- *Removed*: a.y
"""


@pytest.mark.parametrize(
    ("version", "word", "expected"),
    [
        ("0.5.0", "Renamed", []),
        ("0.5.0", "Removed", []),
        ("0.5.0", "Changed", ["interface"]),
        ("0.5.1", "Renamed", ["__version__"]),
        ("1.0.0", "Removed", []),
        ("1.1.0", "Removed", ["__version__"]),
        ("1.1.1", "Mended", ["__version__", "interface"]),
    ],
)
def test_a_change_needs_a_version_and_a_word(version, word, expected):
    """Catch a name that goes in a patch, or of which the changelog is silent."""
    gone = [entry("a.x", until=version), entry("a.w", until="0.3.0"), entry("a.v")]
    log = LOG.format(version=version, word=word)
    assert sorted(one.column for one in unannounced(gone, version, log)) == sorted(expected)


def test_rows_are_counted_by_decade(history):
    """Catch rows that can be lost and others added in their place."""
    found = rows_by_decade({"elections": history["elections"]})
    decades = {str(row["date"])[:3] + "0s" for row in history["elections"]}
    assert {one["decade"] for one in found} == decades
    assert sum(int(one["rows"]) for one in found) == len(history["elections"])
    assert row_of(found, decade="2000s")["table"] == "elections"


def test_a_changelog_that_is_gone(tmp_path, schema):
    """Catch a traceback of `make accept` where there is no changelog to look into."""
    files = {INTERFACE_FILE: f"{','.join(INTERFACE)}\n".encode()}
    with pytest.raises(BadInput, match=r"CHANGELOG\.md:0: file: expected a file, found none"):
        accept.unannounced(tmp_path, schema, files)
