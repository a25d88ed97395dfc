"""Kill a build while it puts its files in place: all is old or new, or becomes so.

    python -m scripts.reliability.kills [--count N] [--write]

A child process publishes a build and is killed (SIGKILL) at its n-th step: before each file that
it writes, keeps or puts in place. Then the next start finishes or throws away what it finds, and
every file must be of the same build. The steps are spread evenly over the whole of publishing.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

from scripts.publish.markdown import text_table
from scripts.publish.place import Outputs, alone, publish
from scripts.reliability.report import parser, write_block

COUNT = 200
RESULTS = ("all old", "all new", "mixed, mended by the next start", "mixed", "left behind")


def run(count: int = COUNT) -> Counter:
    """Kill publishing at so many of its steps; how often each state was left."""
    from scripts.build import outputs
    from tests.conftest import lay, set_as_of

    found: Counter = Counter()
    with tempfile.TemporaryDirectory() as folder:
        root = lay(Path(folder) / "tree")
        old = outputs(root)
        set_as_of(root, "2010-02-20")
        new = outputs(root)
        steps = _publish_until(root, old, new, None)
        for number in range(count):
            _publish_until(root, old, new, 1 + number * steps // count)
            found[_state(root, old, new)] += 1
    return found


def _publish_until(root: Path, old: Outputs, new: Outputs, step: int | None) -> int:
    """Publish the new files over the old ones in a child, killed at a step; the number of steps."""
    with alone(root):
        publish(root, old)
    reader, writer = os.pipe()
    if child := os.fork():
        os.close(writer)
        os.waitpid(child, 0)
        with os.fdopen(reader, "rb") as told:
            return len(told.read())
    for name in ("replace", "link"):
        _count_steps(name, writer, step)
    with alone(root):
        publish(root, new)
    os._exit(0)


def _count_steps(name: str, writer: int, step: int | None) -> None:
    """Tell each call of a function of os, and die at the one that is asked for."""
    real = getattr(os, name)

    def call(*arguments: object) -> None:
        os.write(writer, b".")
        _steps.append(name)
        if len(_steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)
        real(*arguments)

    setattr(os, name, call)


_steps: list[str] = []


def _state(root: Path, old: Outputs, new: Outputs) -> str:
    """What the kill left, and whether the next start mends it."""
    first = _compare(root, old, new)
    with alone(root):
        pass
    if _compare(root, old, new) == "mixed":
        return "mixed"
    if (root / ".build").exists():
        return "left behind"
    return "mixed, mended by the next start" if first == "mixed" else first


def _compare(root: Path, old: Outputs, new: Outputs) -> str:
    there = {path: (root / path).read_bytes() for path in new if (root / path).exists()}
    if there == new:
        return "all new"
    return "all old" if there == old else "mixed"


def table(found: Counter) -> str:
    return text_table(["what a kill left", "kills"], [[name, found[name]] for name in RESULTS])


def main(arguments: list[str] | None = None) -> int:
    options = parser(__doc__, COUNT, is_random=False).parse_args(arguments)
    found = run(options.count)
    print(table(found))
    if options.write:
        write_block("kills", table(found))
    return 1 if found["mixed"] or found["left behind"] else 0


if __name__ == "__main__":
    sys.exit(main())
