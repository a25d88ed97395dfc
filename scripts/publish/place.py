"""Put the files of a build in place, and tell how they differ from those that are there."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.publish.tables import FOLDER

Outputs = dict[str, bytes]
"""Every file that the build writes, by its path below the root."""


def publish(root: Path, outputs: Outputs) -> None:
    """Put all files of a build in place; tables that are gone leave no file behind."""
    replace(root, outputs)
    for stray in stale(root, outputs):
        stray.unlink()


def replace(root: Path, files: Outputs) -> None:
    """Write all files beside the old ones, then put each in place in one step.

    If that fails, those that were replaced come back. A run that is killed in between is mended by
    the next one, which writes the same files.
    """
    before = {path: _bytes(root / path) for path in files}
    changed = [path for path, content in files.items() if before[path] != content]
    with tempfile.TemporaryDirectory(dir=root, prefix=".build-") as folder:
        drafts = {path: Path(folder, str(number)) for number, path in enumerate(changed)}
        for path, draft in drafts.items():
            draft.write_bytes(files[path])
        moved: list[str] = []
        try:
            for path, draft in drafts.items():
                moved.append(path)
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                os.replace(draft, root / path)
        except BaseException:
            for path in moved:
                _restore(root / path, before[path])
            raise


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif _bytes(path) != content:
        path.write_bytes(content)


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
