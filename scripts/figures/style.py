"""What all pictures share: themes, fonts, colours, the page that is drawn on, and saving."""

from __future__ import annotations

import dataclasses
import functools
import html
import io
import re
from collections.abc import Iterable
from typing import Any

import matplotlib
import numpy
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from PIL import Image

WIDTH = 1600
DPI = 100
MARGIN = 40
SMALL, BODY, HEAD, TITLE = 22, 24, 26, 38
"""Sizes of text in pixels; at half size the smallest is 11 pixels high."""

SETTINGS: Any = {
    # The same picture has the same bytes: ids of hatches and clips come from their content.
    "svg.hashsalt": "dutchcabinets",
    # Text stays text: a page can be searched, read aloud and compared line by line, and the files
    # are a fifth as large as with outlines. DejaVu Sans is among the widest of fonts, so that where
    # it is not there nothing grows into its neighbour.
    "svg.fonttype": "none",
    "font.family": ["DejaVu Sans"],
    "hatch.linewidth": 1.6,
    "path.simplify": False,
}
FAMILY = "font-family: 'DejaVu Sans', Verdana, Arial, sans-serif"


@dataclasses.dataclass(frozen=True)
class Theme:
    """The colours of the paper, of text, and of rules."""

    name: str
    paper: str
    ink: str
    muted: str
    rule: str
    empty: str


THEMES = {
    "light": Theme("light", "#ffffff", "#16191d", "#4d545c", "#c9ced4", "#eef0f2"),
    "dark": Theme("dark", "#14181d", "#f1f3f5", "#b4bcc5", "#454d57", "#242a32"),
}

COLOURS = {
    "conservative": "#2c3a78",
    "purple": "#8a3a83",
    "social": "#c4402a",
    "liberal": "#2f86bf",
    "denominational": "#3fa56b",
    "centre-right": "#7fbfe3",
    "populist": "#f0cf4a",
    "none": "#eceae4",
    "formateur": "#94500f",
    "informateur": "#d98a2b",
    "scout": "#f0c987",
    "l": "#2f86bf",
    "d": "#74bf90",
    "s": "#a8321f",
    "other": "#f0cf4a",
    "caretaker": "#d98a2b",
    "count": "#2f6ea8",
    "women": "#c97b1e",
    "age": "#4f8fc4",
    "mark": "#3f8fd0",
}
"""After Okabe and Ito, moved so that within a legend each has a lightness of its own."""

STEP = 6.0
"""The least difference in lightness (L*, of 100) between two colours of one legend."""


def lightness(colour: str) -> float:
    """L* of a colour: how light it is in grey print, 0 to 100."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    light = sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


def on_colour(colour: str) -> str:
    """The colour of text on a colour."""
    return "#000000" if lightness(colour) > 52 else "#ffffff"


def blend(colour: str, paper: str, share: float) -> str:
    """A colour laid on paper: all of it at 1, the paper at 0."""
    pairs = ((int(colour[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(own * share + under * (1 - share)):02x}" for own, under in pairs)


@functools.cache
def _measure() -> RendererAgg:
    return RendererAgg(1, 1, DPI)


@functools.cache
def width(text: str, size: float = SMALL, bold: bool = False) -> float:
    """How wide a line of text is, in pixels."""
    font = FontProperties(family=["DejaVu Sans"], weight="bold" if bold else "normal")
    font.set_size(_points(size))
    return _measure().get_text_width_height_descent(text, font, False)[0]


def _points(pixels: float) -> float:
    return pixels * 72 / DPI


def wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """A text in lines that fit into the room, broken between words."""
    # Words are measured one by one: the same ones come back, and whole lines are slow to measure.
    space = width("n n", size, bold) - 2 * width("n", size, bold)
    lines: list[str] = []
    filled = room
    for word in text.split():
        wide = width(word, size, bold)
        if filled + space + wide <= room:
            lines[-1] += f" {word}"
            filled += space + wide
        else:
            lines.append(word)
            filled = wide
    return lines


@dataclasses.dataclass(frozen=True)
class Key:
    """An entry of a legend: a colour or a mark with its name, and the letter that stands for it."""

    name: str
    colour: str
    hatch: str = ""
    letter: str = ""
    marker: str = ""


class Page:
    """A sheet measured in pixels from its top left corner, with title, subtitle and caption."""

    def __init__(self, theme: Theme, title: str, subtitle: str):
        self.theme, self.title, self.subtitle = theme, title, subtitle
        self.figure = Figure(dpi=DPI, facecolor=theme.paper)
        self.sheet = self.figure.add_axes((0, 0, 1, 1))
        self.sheet.set_axis_off()
        self.legends: list[list[Key]] = []
        self.caption = ""
        self._drawn = 0
        room = WIDTH - 2 * MARGIN
        self.top: float = MARGIN
        for line in wrapped(title, TITLE, room, bold=True):
            self.text(MARGIN, self.top + 22, line, TITLE, bold=True)
            self.top += 50
        self.top = self.paragraph(MARGIN, self.top + 8, subtitle, room) + 18

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = SMALL,
        *,
        colour: str | None = None,
        side: str = "left",
        bold: bool = False,
        ground: bool = False,
    ) -> None:
        """A line of text whose middle is at the height y; a ground hides the lines behind it."""
        weight = "bold" if bold else "normal"
        paper = {"facecolor": self.theme.paper, "edgecolor": "none", "pad": 1.5}
        self.sheet.text(
            x, y, text, fontsize=_points(size), color=colour or self.theme.ink, ha=side,
            va="center_baseline", weight=weight, parse_math=False, zorder=self._next(),
            bbox=paper if ground else None,
        )  # fmt: skip

    def _next(self) -> int:
        """What is drawn later lies above what was drawn before."""
        self._drawn += 1
        return self._drawn

    def paragraph(self, x: float, y: float, text: str, room: float, size: float = BODY) -> float:
        """A text in lines that fit into the room. Returns where it ends."""
        for line in wrapped(text, size, room):
            self.text(x, y + size * 0.65, line, size, colour=self.theme.muted)
            y += size * 1.35
        return y

    def box(
        self,
        x: float,
        y: float,
        x_end: float,
        y_end: float,
        colour: str,
        *,
        hatch: str = "",
        edge: str | None = None,
        thick: float = 1.0,
    ) -> None:
        """A filled box; a hatch has the colour that text has on it."""
        self._patch((x, y, x_end, y_end), facecolor=colour, linewidth=0)
        if hatch:
            ink = on_colour(colour)
            self._patch((x, y, x_end, y_end), fill=False, edgecolor=ink, hatch=hatch, linewidth=0)
        if edge:
            thin = _points(thick)
            self._patch((x, y, x_end, y_end), fill=False, edgecolor=edge, linewidth=thin)

    def _patch(self, place: tuple[float, float, float, float], **looks: Any) -> None:
        x, y, x_end, y_end = place
        self.sheet.add_artist(Rectangle((x, y), x_end - x, y_end - y, zorder=self._next(), **looks))

    def line(
        self,
        xs: Iterable[float],
        ys: Iterable[float],
        colour: str | None = None,
        *,
        thick: float = 1.5,
        dashed: bool = False,
    ) -> None:
        """A line through points."""
        style: Any = (0, (4, 3)) if dashed else "-"
        drawn = Line2D(
            list(xs), list(ys), color=colour or self.theme.rule, linewidth=_points(thick),
            linestyle=style, solid_capstyle="butt", zorder=self._next(),
        )  # fmt: skip
        self.sheet.add_artist(drawn)

    def mark(self, x: float, y: float, colour: str, marker: str = "o", size: float = 14) -> None:
        """A mark at a point, with an edge of the colour of the text."""
        self.sheet.add_artist(
            Line2D([x], [y], color=colour, marker=marker, markersize=_points(size),
                   markeredgecolor=self.theme.ink, markeredgewidth=0.9, linestyle="none",
                   zorder=self._next())
        )  # fmt: skip

    def legend(self, keys: list[Key]) -> None:
        """A legend in as many lines as it needs, below what stands at the top."""
        if not keys:
            return
        self.legends.append(keys)
        x, y = float(MARGIN), self.top + 14
        for key in keys:
            wide = 54 + width(key.name, SMALL) + 34
            if x + wide - 34 > WIDTH - MARGIN and x > MARGIN:
                x, y = float(MARGIN), y + 38
            self._swatch(key, x, y)
            self.text(x + 54, y, key.name)
            x += wide
        self.top = y + 36

    def _swatch(self, key: Key, x: float, y: float) -> None:
        if key.marker:
            self.mark(x + 22, y, key.colour, key.marker, 18)
            return
        self.box(x, y - 14, x + 44, y + 14, key.colour, hatch=key.hatch, edge=self.theme.ink)
        if key.letter:
            self.text(x + 22, y, key.letter, colour=on_colour(key.colour), side="center")

    def finish(self, bottom: float, caption: str) -> None:
        """Put the caption below all and cut the sheet to its height."""
        self.caption = caption
        self.line([MARGIN, WIDTH - MARGIN], [bottom + 14, bottom + 14])
        end = self.paragraph(MARGIN, bottom + 24, caption, WIDTH - 2 * MARGIN, SMALL)
        height = round(end + 22)
        self.figure.set_size_inches(WIDTH / DPI, height / DPI)
        self.sheet.set_xlim(0, WIDTH)
        self.sheet.set_ylim(height, 0)

    def svg(self) -> bytes:
        """The picture as SVG, with a title and a description for those who do not see it."""
        sink = io.StringIO()
        with matplotlib.rc_context(SETTINGS):
            FigureCanvasSVG(self.figure).print_svg(sink, metadata={"Date": None, "Creator": None})
        description = f"{self.subtitle} {self.caption}"
        content = re.sub('font-family: [^;"]*', FAMILY, sink.getvalue())
        named = f"<title>{html.escape(self.title)}</title>\n<desc>{html.escape(description)}</desc>"
        opened = re.compile(r"<svg ([^>]*)>")
        # Lengths without a unit: some readers take points to be nothing.
        tag = opened.search(content)
        plain = tag[1].replace('pt"', '"') if tag else ""
        return opened.sub(lambda _: f'<svg role="img" {plain}>\n{named}', content, count=1).encode()

    def png(self) -> bytes:
        """The picture as PNG, 1600 pixels wide, without the version of what wrote it."""
        self.figure.dpi = DPI  # SVG counts in points, 72 to the inch
        canvas = FigureCanvasAgg(self.figure)
        with matplotlib.rc_context(SETTINGS):
            canvas.draw()
        picture = Image.fromarray(numpy.asarray(canvas.buffer_rgba())).convert("RGB")
        sink = io.BytesIO()
        # A palette of 128 colours takes half the room and looks the same; the paper stays itself.
        few = picture.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        palette, corner = few.getpalette() or [], 3 * few.tobytes()[0]
        palette[corner : corner + 3] = picture.tobytes()[:3]
        few.putpalette(palette)
        few.save(sink, "PNG")
        return sink.getvalue()
