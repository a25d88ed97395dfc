"""Put the files of a build in place, and tell how they differ from those that are there."""

from __future__ import annotations

import contextlib
import difflib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from scripts.problems import BadInput, Problem
from scripts.publish.tables import FOLDER

Outputs = dict[str, bytes]
"""Every file that the build writes, by its path below the root."""

WORK = PurePosixPath(".build")
"""Where a run lays its drafts; it is gone when the run is over."""
READY = "ready"
"""The file that says that all drafts are whole: from then on the new files are what counts."""


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """While this lasts nobody else writes below root; first, what a killed run left is finished.

    Raises:
        BadInput: another run is at work there.
    """
    folder = root / WORK
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            _take(lock)
        except OSError:
            found = "another run that is at work there"
            raise BadInput([Problem(str(WORK), 0, "lock", "nobody else", found)]) from None
        try:
            _recover(root)
            yield
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _take(lock: IO[str]) -> None:
    """The lock goes with the process that holds it, however that ends."""
    with contextlib.suppress(ImportError):
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def publish(root: Path, outputs: Outputs) -> None:
    """Put all files of a build in place; tables that are gone leave no file behind."""
    replace(root, outputs)
    for stray in stale(root, outputs):
        stray.unlink()


def replace(root: Path, files: Outputs) -> None:
    """Write all files beside the old ones, then put each in place in one step.

    If that fails, those that were replaced come back. A run that is killed before all are written
    leaves the old files; one that is killed later is finished by the next one (`alone`).

    Raises:
        OSError: a file could not be written; all are as they were.
    """
    work = root / WORK
    changed = [path for path, content in sorted(files.items()) if _bytes(root / path) != content]
    if not changed:
        return
    drafts, olds = work / "new", work / "old"
    for folder in (drafts, olds):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    for number, path in enumerate(changed):
        (drafts / str(number)).write_bytes(files[path])
        if (root / path).is_file():
            _keep(root / path, olds / str(number))
    _complete(work, changed)
    try:
        _put(root, changed)
    except BaseException:
        _put_back(root, changed)
        raise
    finally:
        (work / READY).unlink(missing_ok=True)


def _keep(file: Path, copy: Path) -> None:
    """Keep a file as it is under a second name, which takes no room where the disk can do that."""
    try:
        os.link(file, copy)
    except OSError:
        shutil.copy2(file, copy)


def _complete(work: Path, changed: list[str]) -> None:
    """Say that all drafts are whole, in one step."""
    listed = work / f"{READY}.new"
    listed.write_text("\n".join(changed) + "\n", "utf-8")
    os.replace(listed, work / READY)


def _put(root: Path, changed: list[str]) -> None:
    """Put the drafts that are still there in place."""
    for number, path in enumerate(changed):
        draft = root / WORK / "new" / str(number)
        if draft.exists():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(draft, root / path)


def _put_back(root: Path, changed: list[str]) -> None:
    """Give each file that was replaced its old content, and take away each that is new."""
    for number, path in enumerate(changed):
        old = root / WORK / "old" / str(number)
        was_put = not (root / WORK / "new" / str(number)).exists()
        if old.exists():
            os.replace(old, root / path)
        elif was_put:
            (root / path).unlink(missing_ok=True)


def _recover(root: Path) -> None:
    """Finish what a killed run had written whole; throw away what it had not."""
    listed = root / WORK / READY
    if listed.exists():
        _put(root, listed.read_text("utf-8").split("\n")[:-1])
        listed.unlink()


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def stale(root: Path, outputs: Outputs) -> list[Path]:
    """Files in the folder of tables that the build does not write."""
    files = sorted((root / FOLDER).glob("*"))
    return [path for path in files if path.relative_to(root).as_posix() not in outputs]


def differences(root: Path, outputs: Outputs) -> Iterator[str]:
    """The files that are not these: of text the changed lines, else the name."""
    for path, content in sorted(outputs.items()):
        old = _bytes(root / path)
        if old == content:
            continue
        if old is None or path.endswith(".parquet"):
            yield f"{path}: {'not there' if old is None else 'other bytes'}"
        else:
            before, after = (
                part.decode("utf-8", "replace").splitlines() for part in (old, content)
            )
            names = f"{path} (as it is)", path
            yield from difflib.unified_diff(before, after, *names, lineterm="", n=0)
    if any(path.startswith(str(FOLDER)) for path in outputs):
        for stray in stale(root, outputs):
            yield f"{stray.relative_to(root).as_posix()}: a file that the build does not write"
