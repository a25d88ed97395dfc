"""Putting a file in place: whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def placed(file: Path, write: Callable[[Path], None], force: bool) -> Path:
    """Write a file beside its place, then put it there in one step.

    Raises:
        FileExistsError: it is there, and may not be overwritten.
        OSError: it could not be written; nothing is left behind, and what was there is as it was.
    """
    if file.exists() and (file.is_dir() or not force):
        hint = "is a folder" if file.is_dir() else "is there; write over it with force"
        raise FileExistsError(f"{file} {hint}")
    with _one_line(file):
        folder = Path(tempfile.mkdtemp(prefix=".dutchcabinets-", dir=file.parent))
    try:
        with _one_line(file):
            write(folder / file.name)
            # A file that is linked to, or whose mode was set, may be open elsewhere: the new one
            # takes its place, as editors do.
            os.replace(folder / file.name, file)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return file


@contextlib.contextmanager
def _one_line(file: Path):
    """Tells of a file that can't be written in one line, whatever the library made of it."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error).splitlines()[0]
        raise OSError(f"{file} was not written: {reason}") from error
