"""Download a file from a server that may be hostile: bounded in size, time and place.

Nothing is unpacked, no other host is gone to, and what a server says is not printed as it stands.
"""

from __future__ import annotations

import hashlib
import time
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

MEGABYTE = 1_000_000
LARGEST = 20 * MEGABYTE
"""Bytes; the largest table that is asked for has 1.8 million."""
LONGEST = 120.0
"""Seconds that a download may take in all."""
SILENCE = 20.0
"""Seconds without a byte after which a server is given up."""
REDIRECTS = 3
_CHUNK = 65_536
_MOVED = (301, 302, 303, 307, 308)


class Unreachable(Exception):
    """A file could not be had; the message is one line that says which and why."""


def download(
    url: str, sha256: str | None = None, largest: int = LARGEST, longest: float = LONGEST
) -> bytes:
    """The content at an address.

    Raises:
        Unreachable: it does not arrive whole, within a size and a time, from the same host, or is
            not the content of that hash.
    """
    deadline = time.monotonic() + longest
    try:
        content = _content(url, largest, deadline, REDIRECTS)
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise _unreachable(url, f"no answer ({type(error).__name__})") from error
    if sha256 and hashlib.sha256(content).hexdigest() != sha256:
        raise _unreachable(url, "another content than that of the pinned version")
    return content


def _content(url: str, largest: int, deadline: float, redirects: int) -> bytes:
    headers = {"Accept-Encoding": "identity", "User-Agent": "dutchcabinets"}
    with requests.get(
        url, stream=True, timeout=SILENCE, allow_redirects=False, headers=headers
    ) as answer:
        if answer.status_code in _MOVED:
            return _content(_next(url, answer, redirects), largest, deadline, redirects - 1)
        if not answer.ok:
            raise _unreachable(url, f"{answer.status_code} {printable(answer.reason)}")
        # What is packed may be a thousand times as large unpacked, so that nothing packed is taken.
        if answer.headers.get("Content-Encoding", "identity") != "identity":
            raise _unreachable(url, "a packed body, which was not asked for")
        return _body(url, answer, largest, deadline)


def _next(url: str, answer: requests.Response, redirects: int) -> str:
    """Where a redirect leads, if it stays on the host."""
    there = urljoin(url, answer.headers.get("Location", ""))
    if redirects <= 0:
        raise _unreachable(url, "one redirect after the other")
    if urlsplit(there)[:2] != urlsplit(url)[:2]:
        raise _unreachable(url, f"a redirect to {printable(urlsplit(there).netloc)}")
    return there


def _body(url: str, answer: requests.Response, largest: int, deadline: float) -> bytes:
    found = bytearray()
    while chunk := answer.raw.read1(_CHUNK):
        found += chunk
        if len(found) > largest:
            raise _unreachable(url, f"more than {largest:,} bytes")
        if time.monotonic() > deadline:
            raise _unreachable(url, f"no end in time, {len(found):,} bytes")
    expected = answer.headers.get("Content-Length", "")
    if expected.isdecimal() and len(found) != int(expected):
        raise _unreachable(url, f"{len(found):,} of {int(expected):,} bytes")
    return bytes(found)


def _unreachable(url: str, found: str) -> Unreachable:
    return Unreachable(f"{printable(url)}: expected a table, found {found}")


def printable(text: object) -> str:
    """A text of somebody else's without what would command a terminal."""
    return "".join(one if one.isprintable() else "?" for one in str(text))
