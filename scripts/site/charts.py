"""Charts as SVG: a half-circle of seats and bars, each with a title and a description.

Charts tell nothing that a table below does not tell; their parts are links with a title.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#16191d}a{text-decoration:none}"
    ".s{fill:none;stroke-linecap:round}.half{stroke:#4d545c}"
    ".c0{stroke:#1f4e8c}.c1{stroke:#d9822b}.c2{stroke:#2f8f5b}.c3{stroke:#8a3a83}"
    ".c4{stroke:#c4402a}.c5{stroke:#5aa9d6}.c6{stroke:#9a7b1d}"
    ".sup{stroke:#e5c27a}.opp{stroke:#b9c0c8}"
    ".bar{fill:#b9c7da}.own{fill:#1f4e8c}"
)
"""The look of a chart that stands on its own; on a page the style sheet has it, for both themes."""


@dataclasses.dataclass(frozen=True)
class Part:
    """A part of a chart: its name, its number, where it leads, and its class."""

    name: str
    value: float
    link: str = ""
    look: str = ""
    text: str = ""


@dataclasses.dataclass(frozen=True)
class Chart:
    """A chart before it is drawn in a language.

    parts: gives its parts in the words of a language; links are paths below the language.
    grid: the name of the table with its data.
    """

    name: str
    draw: Callable[[list[Part], str, str], Markup]
    parts: Callable[..., list[Part]]
    grid: str
    title: str
    values: dict = dataclasses.field(default_factory=dict)


def alone(drawn: str) -> bytes:
    """A drawing as a file of its own."""
    head, _, rest = drawn.partition(">")
    namespace = ' xmlns="http://www.w3.org/2000/svg"'
    return f"{head}{namespace}><style>{STYLE}</style>{rest}\n".encode()


def _opened(width: int, height: int, title: str, told: str) -> str:
    inner = f"<title>{escape(title)}</title><desc>{escape(told)}</desc>"
    return f'<svg viewBox="0 0 {width} {height}">{inner}'


def seats(parts: list[Part], title: str, told: str) -> Markup:
    """A dot a seat in a half-circle, parties from the left in their order; the middle is marked."""
    total = int(sum(part.value for part in parts))
    places, size = _places(total)
    drawn, taken = [], 0
    for part in parts:
        own = places[taken : taken + int(part.value)]
        taken += int(part.value)
        dots = _dots(own)
        named = f"<title>{escape(part.name)}: {int(part.value)}</title>"
        path = f'<path class="s {part.look}" stroke-width="{size}" d="{dots}">{named}</path>'
        drawn.append(f'<a href="{escape(part.link)}">{path}</a>' if part.link else path)
    half = '<path class="half" stroke-width="3" stroke-dasharray="8 8" d="M400 0V400"/>'
    return Markup(_opened(800, 410, title, told) + half + "".join(drawn) + "</svg>")


def _dots(places: list[tuple[int, int]]) -> str:
    """Dots as a path of points without a length, each from the one before it: short to write."""
    drawn, x, y = [], 0, 0
    for own_x, own_y in places:
        dy = own_y - y
        drawn.append(f"m{own_x - x}{'' if dy < 0 else ' '}{dy}z")
        x, y = own_x, own_y
    return "".join(drawn)


def _places(total: int) -> tuple[list[tuple[int, int]], int]:
    """The middles of the dots from left to right, and how wide a dot is."""
    rows = max(2, round(math.sqrt(total / 3.2)))
    inner, outer = 150.0, 380.0
    gap = (outer - inner) / (rows - 1)
    radii = [inner + gap * row for row in range(rows)]
    found: list[tuple[float, float]] = []
    left, length = total, sum(radii)
    for radius in radii:
        count = round(left * radius / length)
        left, length = left - count, length - radius
        found += [(math.pi * (seat + 0.5) / count, radius) for seat in range(count)]
    size = round(0.84 * min(gap, math.pi * sum(radii) / total))
    dots = [
        (round(400 - radius * math.cos(angle)), round(395 - radius * math.sin(angle)))
        for angle, radius in sorted(found)
    ]
    return dots, size


def bars(parts: list[Part], title: str, told: str) -> Markup:
    """A bar a row, its name to the left and its number at its end."""
    return Markup(_opened(640, 26 * len(parts) + 4, title, told) + "".join(_rows(parts)) + "</svg>")


def _rows(parts: list[Part]) -> Iterable[str]:
    names = max(len(part.name) for part in parts)
    start = min(300, 12 + round(7.3 * names))
    most = max(part.value for part in parts) or 1
    for row, part in enumerate(parts):
        y, wide = 26 * row + 4, round((560 - start) * part.value / most, 1)
        box = f'<rect class="{part.look or "bar"}" x="{start}" y="{y}" width="{wide}" height="18"/>'
        name = f'<text x="0" y="{y + 14}">{escape(part.name)}</text>'
        number = (
            f'<text x="{start + wide + 6}" y="{y + 14}">{escape(part.text or part.value)}</text>'
        )
        yield (
            f'<a href="{escape(part.link)}">{name}{box}</a>{number}'
            if part.link
            else name + box + number
        )
