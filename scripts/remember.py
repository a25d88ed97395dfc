"""Remembers what functions of the tables give, for as long as nobody changes the tables.

A build asks the same things of the same rows again and again; tests change rows in between, so that
nothing is remembered unless somebody says that the tables stay as they are.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any, TypeVar

Found = TypeVar("Found")
_known: ContextVar[dict[tuple, tuple] | None] = ContextVar("known", default=None)


@contextlib.contextmanager
def unchanged() -> Iterator[None]:
    """While this lasts no table changes."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def remembered(function: Callable[[Any], Found]) -> Callable[[Any], Found]:
    """A function of the tables whose result is kept while they are unchanged."""

    @functools.wraps(function)
    def once(tables: Any) -> Found:
        known = _known.get()
        if known is None:
            return function(tables)
        key = (function, id(tables))
        if key not in known:
            # The tables are kept too, so that no others can get their id.
            known[key] = (tables, function(tables))
        return known[key][1]

    return once
