"""The attacks of docs/reliability.md, at a size that can be afforded each time."""

import pytest

from scripts.reliability import corruptions, fuzz, kills, mutate

pytestmark = pytest.mark.slow


def test_mutations_are_caught():
    """Catch a rule that no longer guards what it guarded: few mutations of 300 may pass."""
    outcomes = mutate.run(count=300, seed=1)
    single = [one for one in outcomes if one.kind in mutate.SINGLE and one.result != "harmless"]
    passed = [one for one in single if one.result != "caught"]
    assert len(single) > 180
    assert not [one for one in outcomes if one.result == "traceback"]
    assert len(passed) <= 0.08 * len(single), passed


def test_damaged_files_end_in_a_message():
    """Catch a traceback, or a message without file and line, for a file that is damaged."""
    ended, faults = fuzz.run(count=250, seed=1)
    assert faults == []
    assert sum(found["told"] for found in ended.values()) > 100


def test_kills_leave_no_mixture():
    """Catch a kill after which the files are of two builds, or drafts lie about."""
    found = kills.run(count=20)
    assert found.total() == 20
    assert found["mixed"] == found["left behind"] == 0


def test_corruptions_are_told():
    """Catch a flipped bit that gives other data; the plain reader shows that the bits matter."""
    ours, plain = corruptions.run(count=60, seed=1)
    assert ours == {"an error that names the file": 60}
    assert plain["other data"] > 5
