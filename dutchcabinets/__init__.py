"""Dutch cabinets: who governed, how long each formation took, and why each cabinet fell.

>>> import dutchcabinets as dc
>>> dc.load("cabinets")  # doctest: +SKIP

The tables travel with the package: nothing is downloaded. `tables()` names them, `describe()`
explains their columns, `evidence()` tells who says so.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from dutchcabinets._cite import cite
    from dutchcabinets._coalitions import familiarity, potential_coalitions
    from dutchcabinets._compare import compare
    from dutchcabinets._durations import rank, running, which
    from dutchcabinets._evidence import evidence
    from dutchcabinets._export import export
    from dutchcabinets._panel import panel
    from dutchcabinets._people import about, on, person
    from dutchcabinets._show import show
    from dutchcabinets._tables import describe, load, path, tables

__version__ = "0.10.0"
__all__ = [
    "__version__",
    "about",
    "cite",
    "compare",
    "describe",
    "evidence",
    "export",
    "familiarity",
    "load",
    "on",
    "panel",
    "path",
    "person",
    "potential_coalitions",
    "rank",
    "running",
    "show",
    "tables",
    "which",
]

# `import dutchcabinets` itself loads nothing heavy: each name comes from its module when used.
_MODULES = {
    "about": "_people",
    "cite": "_cite",
    "compare": "_compare",
    "describe": "_tables",
    "evidence": "_evidence",
    "export": "_export",
    "familiarity": "_coalitions",
    "load": "_tables",
    "on": "_people",
    "panel": "_panel",
    "path": "_tables",
    "person": "_people",
    "potential_coalitions": "_coalitions",
    "rank": "_durations",
    "running": "_durations",
    "show": "_show",
    "tables": "_tables",
    "which": "_durations",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODULES])
