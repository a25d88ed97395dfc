"""Where the package lies, what its descriptor says, and whether its files are the build's."""

from __future__ import annotations

import functools
import json
import os
from typing import Any

import dutchcabinets

HASHES = "data/tables/hashes.json"
"""The sha256 of each file of a table, and the version of which they are."""


def root() -> str:
    """The folder of datapackage.json: the installed package, or the checkout in which it lies.

    Raises:
        FileNotFoundError: it lies in neither. What lies beside an installed package is not ours.
    """
    here = os.path.dirname(os.path.abspath(__file__))
    checkout = os.path.dirname(here)
    if os.path.exists(os.path.join(here, "datapackage.json")):
        return here
    if os.path.exists(os.path.join(checkout, "data", "schema", "package.toml")):
        return checkout
    raise _missing(os.path.join(here, "datapackage.json"))


def _missing(file: str) -> FileNotFoundError:
    return FileNotFoundError(f"{file} is missing; {REMEDY}")


REMEDY = "install dutchcabinets again, or run make in a checkout"


def package() -> dict[str, Any]:
    """datapackage.json. Raises FileNotFoundError."""
    return _json("datapackage.json")


def _json(name: str) -> dict[str, Any]:
    file = os.path.join(root(), name)
    try:
        state = os.stat(file)
        return _parsed(file, state.st_mtime_ns, state.st_size)
    except FileNotFoundError:
        raise _missing(file) from None
    except ValueError:
        raise RuntimeError(f"{file} is damaged; {REMEDY}") from None


@functools.cache
def _parsed(file: str, changed: int, size: int) -> dict[str, Any]:
    """A JSON file as it is since it was last changed; nobody changes what this gives."""
    with open(file, encoding="utf-8") as content:
        return json.load(content)


def checked(table: str) -> str:
    """The path of the Parquet file of a table, if it is that which the build of this version made.

    Raises:
        ValueError: there is no such table; the message names the near ones.
        FileNotFoundError: the file is missing.
        RuntimeError: it is damaged, of another table, or of another version.
    """
    written = _json(HASHES)
    if written["version"] != dutchcabinets.__version__:
        file = os.path.join(root(), HASHES)
        found = f"version {written['version']}, this is {dutchcabinets.__version__}"
        raise RuntimeError(f"{file} is of {found}; {REMEDY}")
    expected = written["files"].get(f"{table}.parquet")
    if expected is None:
        raise unknown("table", table, list(resources()))
    file = os.path.join(root(), "data", "tables", f"{table}.parquet")
    if not os.path.exists(file):
        from dutchcabinets._packed import unpacked

        file = unpacked(f"{table}.parquet", expected) or file
    try:
        state = os.stat(file)
    except FileNotFoundError:
        raise _missing(file) from None
    if sha256(file, state.st_mtime_ns, state.st_size) != expected:
        raise RuntimeError(f"{file} is not the file of this version, or damaged; {REMEDY}")
    return file


@functools.cache
def sha256(file: str, changed: int, size: int) -> str:
    """The hash of a file as it is since it was last changed."""
    import hashlib

    with open(file, "rb") as content:
        return hashlib.sha256(content.read()).hexdigest()


def resources() -> dict[str, dict[str, Any]]:
    """The Parquet resource of each table."""
    found = package()["resources"]
    return {one["name"]: one for one in found if one["format"] == "parquet"}


def resource(table: str) -> dict[str, Any]:
    """The resource of a table. Raises ValueError that names the near ones."""
    known = resources()
    if table not in known:
        raise unknown("table", table, list(known))
    return known[table]


def needed(module: str, what: str, extra: str) -> Any:
    """A module that the package can do without. Raises ImportError that says what to install."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        hint = f'pip install "dutchcabinets[{extra}]"'
        raise ImportError(f"{what} needs {module}: {hint}") from error


def unknown(what: str, name: object, known: list[str]) -> ValueError:
    """An error for a name that there is not, with the near ones."""
    import difflib

    near = difflib.get_close_matches(str(name), known, n=5, cutoff=0.5)
    near = near or [other for other in known if str(name) in other][:5]
    if not near:
        # "Rute IV" is near to rutte-iv, but for the way in which it is written.
        written = {other.lower().replace("-", " "): other for other in known}
        even = str(name).lower().replace("-", " ")
        near = [written[one] for one in difflib.get_close_matches(even, written, n=5, cutoff=0.5)]
    more = ", ..." if len(known) > 30 else ""
    hint = (
        f"did you mean {', '.join(near)}?" if near else f"there are {', '.join(known[:30])}{more}"
    )
    return ValueError(f"no {what} {name!r}; {hint}")
