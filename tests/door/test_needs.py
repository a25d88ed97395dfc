"""The helper that looks for programs, tried without installing anything."""

import pytest

from tests.door import needs as module
from tests.door.needs import needs


@pytest.fixture
def tried(monkeypatch):
    """The packages that were to be installed."""
    tried = []
    monkeypatch.setattr(module, "_install", tried.append)
    monkeypatch.delenv("CI", raising=False)
    return tried


def test_what_is_there_is_not_installed(tried):
    """Catch a helper that installs what the machine has."""
    assert needs("sh", ["dash"], ["-c", "exit 0"]).endswith("/sh")
    assert tried == []


@pytest.mark.parametrize(("command", "probe"), [("no-such", None), ("sh", ["-c", "exit 1"])])
def test_what_is_missing_is_skipped_and_named(tried, command, probe):
    """Catch a skip that does not say what to install, or that did not try to."""
    with pytest.raises(pytest.skip.Exception, match=rf"{command} is missing.* one two$"):
        needs(command, ["one", "two"], probe)
    assert tried == [["one", "two"]]


def test_nothing_is_skipped_in_ci(tried, monkeypatch):
    """Catch a run of CI that is green since it tested nothing."""
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match=r"no-such is missing.* nothing is skipped"):
        needs("no-such", ["one"])


def test_only_root_installs(monkeypatch):
    """Catch a call of apt-get that cannot succeed."""
    monkeypatch.setattr(module.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(module.subprocess, "run", lambda *_, **__: pytest.fail("ran"))
    module._install(["one"])
