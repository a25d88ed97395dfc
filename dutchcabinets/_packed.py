"""The tables that an installed package holds in an archive: unpacked once, where one can write."""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Iterator

try:
    from lzma import LZMAError
except ImportError:  # Some builds of Python lack it: tarfile then says so.
    LZMAError = EOFError  # type: ignore[misc, assignment]

from dutchcabinets import _package

ARCHIVE = "data/tables/packed.tar.xz"


def unpacked(name: str, digest: str) -> str | None:
    """The path of a file of the archive, unpacked if it is not yet, or anew if it was damaged.

    Args:
        name: name of the file.
        digest: its sha256, which also keeps versions apart.

    Returns:
        None where there is no archive, as in a checkout, or the file is not in it.

    Raises:
        OSError: it cannot be written anywhere; the message says where it was tried.
        RuntimeError: the archive is damaged, or this Python lacks lzma, which it needs.
    """
    archive = os.path.join(_package.root(), ARCHIVE)
    if not os.path.exists(archive):
        return None
    tried = []
    for folder in _folders():
        file = os.path.join(folder, digest[:16], name)
        try:
            if not _is_whole(file, digest):
                _unpack(archive, name, file)
            return file if os.path.exists(file) else None
        except (tarfile.TarError, EOFError, LZMAError) as error:
            raise RuntimeError(f"{archive} cannot be read: {error}; {_package.REMEDY}") from None
        except OSError as error:
            tried.append(f"{folder} ({error.strerror or error})")
    raise OSError(f"{name} could not be unpacked: {', '.join(tried)}; set XDG_CACHE_HOME")


def _folders() -> Iterator[str]:
    """Where it can be kept: the user's cache, else the folder for what is temporary."""
    home = os.path.expanduser("~")
    base = os.environ.get("XDG_CACHE_HOME") or {
        "win32": os.environ.get("LOCALAPPDATA", home),
        "darwin": os.path.join(home, "Library", "Caches"),
    }.get(sys.platform, os.path.join(home, ".cache"))
    yield os.path.join(base, "dutchcabinets")
    # One for each user: what another made cannot be written to.
    user = getattr(os, "getuid", str)()
    yield os.path.join(tempfile.gettempdir(), f"dutchcabinets-{user}")


def _is_whole(file: str, digest: str) -> bool:
    if not os.path.exists(file):
        return False
    state = os.stat(file)
    return _package.sha256(file, state.st_mtime_ns, state.st_size) == digest


def _unpack(archive: str, name: str, file: str) -> None:
    """Write one file of the archive beside its place, and put it there in one step."""
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with tarfile.open(archive) as tar:
        if name not in tar.getnames():
            return
        content = tar.extractfile(name)
        descriptor, draft = tempfile.mkstemp(dir=os.path.dirname(file))
        try:
            with content, os.fdopen(descriptor, "wb") as sink:  # type: ignore[union-attr]
                shutil.copyfileobj(content, sink)  # type: ignore[arg-type]
            os.replace(draft, file)
        except BaseException:
            os.unlink(draft)
            raise
