"""Downloads from a hostile server on this machine: each attack ends in one line."""

import contextlib
import gzip
import time

import pytest

from scripts.crosscheck.download import Unreachable, download, printable
from tests.serving import answer, serving

pytestmark = pytest.mark.slow


def endless(handler):
    """A body without a length and without an end."""
    handler.send_response(200)
    handler.end_headers()
    with contextlib.suppress(OSError):
        while True:
            handler.wfile.write(b"x" * 100_000)


def drip(handler):
    """A byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    with contextlib.suppress(OSError):
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)


def bomb(handler):
    """A megabyte that is a gigabyte unpacked, though nothing packed was asked for."""
    body = gzip.compress(b"0" * 50_000_000)
    answer(handler, body, ("Content-Encoding", "gzip"))


def moved(address):
    return lambda handler: answer(handler, b"", ("Location", address), status=302)


def short(handler):
    """A body that breaks off."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"only this")


def command(handler):
    """An error whose reason would colour the terminal."""
    handler.send_response(500, "no\x1b[31m")
    handler.end_headers()


def served(act):
    """A server that answers a request for / by an act. Gives its address."""

    def respond(handler):
        with contextlib.suppress(OSError):
            (act if handler.path == "/" else ok)(handler)

    return serving(respond)


def ok(handler):
    answer(handler, b"a,b\n1,2\n")


ATTACKS = {
    "a body without end": (endless, "more than 1,000,000 bytes"),
    "a slow drip": (drip, "no end in time"),
    "a bomb of gzip": (bomb, "a packed body"),
    "another host": (moved("http://localhost:9/secret"), "a redirect to localhost:9"),
    "another protocol": (moved("file:///etc/passwd"), "a redirect to "),
    "a redirect to itself": (moved("/"), "one redirect after the other"),
    "a body that breaks off": (short, "no answer"),
    "an error with a command": (command, "500 no?"),
}  # fmt: skip


@pytest.mark.parametrize("case", ATTACKS)
def test_an_attack_ends_in_one_line(case):
    """Catch a download that reads without end, unpacks, follows to other hosts, or prints codes."""
    act, message = ATTACKS[case]
    with served(act) as address, pytest.raises(Unreachable) as error:
        download(address, largest=1_000_000, longest=1)
    said = str(error.value)
    assert message in said
    assert said.startswith(f"{address}: expected a table, found ") or "redirect" in message
    assert said.isprintable()


def test_a_redirect_on_the_host_is_followed():
    """Catch a server that moved its files, taken for an attack."""
    with served(moved("/there")) as address:
        assert download(address) == b"a,b\n1,2\n"


def test_another_content_is_refused():
    """Catch a table that was changed where it is kept."""
    with served(ok) as address, pytest.raises(Unreachable, match="pinned version"):
        download(address, sha256="0" * 64)


def test_printable():
    """Catch a letter that is lost, or an escape that stays."""
    assert printable("Geraldo é\x1b[2J\u202e\n") == "Geraldo é?[2J??"
