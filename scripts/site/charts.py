"""Charts as SVG: a half-circle of seats, bars, stretches of time; with title and description.

Charts tell nothing that a table below does not tell; their parts are links with a title.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable

from markupsafe import Markup, escape

STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#16191d}a{text-decoration:none}"
    ".s{fill:none;stroke-linecap:round}.half{stroke:#4d545c}"
    ".c0{stroke:#1f4e8c}.c1{stroke:#d9822b}.c2{stroke:#2f8f5b}.c3{stroke:#8a3a83}"
    ".c4{stroke:#c4402a}.c5{stroke:#5aa9d6}.c6{stroke:#9a7b1d}"
    ".sup{stroke:#e5c27a}.opp{stroke:#b9c0c8}"
    ".bar{fill:#b9c7da}.own{fill:#1f4e8c}.head{font:600 18px system-ui,sans-serif}"
    ".source{font-size:12px;fill:#4d545c}"
)
"""The look of a chart that stands on its own; on a page the style sheet has it, for both themes."""
WIDE = 640
"""How wide a chart is that stands on its own."""
COLUMNS = 5
"""How many parts of a key stand in a row."""
LINE = 38
"""How high a row of a chart is: a line of text, and a bar."""
LONGEST = 88
"""The share of the width, in per cent, of the longest bar: its number stands behind it."""


@dataclasses.dataclass(frozen=True)
class Part:
    """A part of a chart: its name, its number, where it leads, its class, its first day."""

    name: str
    value: float
    link: str = ""
    look: str = ""
    text: str = ""
    start: float = 0


@dataclasses.dataclass(frozen=True)
class Drawing:
    """What is drawn, as elements of SVG.

    height: as wide as a chart on its own; on a page letters keep their size and bars stretch.
    box: the units of a drawing that grows as a whole, its letters too.
    key: the parts that are told apart by colour alone; on a page a list below has them.
    """

    body: str
    height: int
    box: str = ""
    key: tuple[Part, ...] = ()

    def on_page(self, title: str, told: str) -> Markup:
        """The drawing as wide as there is room."""
        size = f'viewBox="{self.box}"' if self.box else f'width="100%" height="{self.height}"'
        return Markup(f"<svg {size}>{self._named(title, told)}</svg>")

    def alone(self, head: str, title: str, told: str, source: str) -> bytes:
        """The drawing as a file, which says what it shows and where that comes from."""
        box = f' viewBox="{self.box}"' if self.box else ""
        rows = -(-len(self.key) // COLUMNS)
        high = self.height + 100 + 24 * rows
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE + 24}" height="{high}" '
            f'viewBox="-12 0 {WIDE + 24} {high}"><style>{STYLE}</style>'
            f'<rect x="-12" width="100%" height="100%" fill="#fff"/>'
            f'<text class="head" y="26">{escape(head)}</text><text y="48">{escape(title)}</text>'
            f'<svg y="60" width="{WIDE}" height="{self.height}"{box}>{self._named(title, told)}'
            f"</svg>{self._told_apart()}"
            f'<text class="source" y="{high - 14}">{escape(source)}</text></svg>\n'
        ).encode()

    def _told_apart(self) -> str:
        """The colours with the names and numbers of their parts."""
        found = []
        for number, part in enumerate(self.key):
            row, column = divmod(number, COLUMNS)
            x, y = WIDE // COLUMNS * column, self.height + 84 + 24 * row
            found.append(
                f'<path class="s {part.look}" stroke-width="12" d="M{x + 6} {y - 5}z"/>'
                f'<text x="{x + 18}" y="{y}">{escape(part.name)} {part.value:g}</text>'
            )
        return "".join(found)

    def _named(self, title: str, told: str) -> str:
        return f"<title>{escape(title)}</title><desc>{escape(told)}</desc>{self.body}"


@dataclasses.dataclass(frozen=True)
class Chart:
    """A chart before it is drawn in a language.

    parts: gives its parts in the words of a language; links are paths below the language.
    grid: the name of the table with its data.
    """

    name: str
    draw: Callable[[list[Part]], Drawing]
    parts: Callable[..., list[Part]]
    grid: str
    title: str
    values: dict = dataclasses.field(default_factory=dict)


def seats(parts: list[Part]) -> Drawing:
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
    return Drawing(half + "".join(drawn), round(WIDE * 410 / 800), "0 0 800 410", tuple(parts))


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


def bars(parts: list[Part]) -> Drawing:
    """A bar a row under its name, with its number at its end."""
    most = max(part.value for part in parts) or 1
    rows = [
        _row(number, part, 0, LONGEST * part.value / most, part.text or f"{part.value:g}")
        for number, part in enumerate(parts)
    ]
    return Drawing("".join(rows), LINE * len(parts))


def spans(parts: list[Part]) -> Drawing:
    """A bar a stretch of time under its name, from the first day to the last of all."""
    first = min(part.start for part in parts)
    whole = max(part.start + part.value for part in parts) - first
    rows = [
        _row(number, part, 100 * (part.start - first) / whole, 100 * part.value / whole, "")
        for number, part in enumerate(parts)
    ]
    return Drawing("".join(rows), LINE * len(parts))


def _row(number: int, part: Part, start: float, width: float, text: str) -> str:
    """A name, and below it a bar whose ends are shares of the width: it fits every screen."""
    y = LINE * number
    from_left = f' x="{start:.1f}%"' if start else ""
    # What is shorter than a hair is seen all the same.
    box = (
        f'<rect class="{part.look or "bar"}"{from_left} y="{y + 19}" '
        f'width="{max(width, 0.5):.1f}%" height="12"/>'
    )
    drawn = f'<text y="{y + 14}">{escape(part.name)}</text>{box}'
    told = f'<text x="{width:.1f}%" dx="6" y="{y + 30}">{escape(text)}</text>' if text else ""
    return (f'<a href="{escape(part.link)}">{drawn}</a>' if part.link else drawn) + told
