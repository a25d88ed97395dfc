"""Tables and lists of text that fit a width."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

GAP = 2
# A word that is longer may be broken, so that one long word does not spoil a table.
LONGEST_WORD = 28
# Keeps the parts of a date, or of a name and its id, on one line.
JOINED = "\xa0"

Rows = Sequence[Sequence[str]]


def terminal_width() -> int:
    """The width of the terminal, 80 where there is none."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def grid(headings: list[str], rows: Rows, rigid: str, width: int, bold: bool = False) -> str:
    """A table that fits a width: the widest text is wrapped, numbers, days and ids never.

    Args:
        headings: of the columns.
        rows: their cells.
        rigid: a letter a column: r for one that is aligned to the right and not wrapped, l for
            one to the left that is not wrapped, w for text that may be wrapped.
        width: of the whole; where the columns do not fit, rows are told as lists one below another.
        bold: whether the headings are bold, which only a terminal understands.
    """
    widths = _widths(headings, rows, rigid, width)
    if widths is None:
        lists = [pairs([*zip(headings, row, strict=True)], width) for row in rows]
        return "\n\n".join(lists)
    lines = _line(headings, widths, rigid)
    if bold:
        lines = [f"\x1b[1m{line}\x1b[0m" for line in lines]
    lines.append((" " * GAP).join("-" * one for one in widths))
    for row in rows:
        lines += _line(row, widths, rigid)
    return "\n".join(lines).replace(JOINED, " ")


def pairs(parts: Sequence[tuple[str, str]], width: int) -> str:
    """Names with what they say beside them, or below where the names leave too little room."""
    parts = [(name, text) for name, text in parts if text]
    margin = max([len(name) for name, _ in parts], default=0) + GAP
    if margin > width // 2:
        below = [line for name, text in parts
                 for line in (*wrapped(name, width), listed([text], width))]  # fmt: skip
        return "\n".join(below).replace(JOINED, " ")
    lines = []
    for name, text in parts:
        first, *more = wrapped(text, width - margin) or [""]
        lines.append(f"{name:<{margin}}{first}")
        lines += [" " * margin + line for line in more]
    return "\n".join(lines).replace(JOINED, " ")


def listed(lines: Sequence[str], width: int, indent: int = 2) -> str:
    """Lines below a heading, set in; what follows of a long one is set in further."""
    first, more = " " * indent, " " * (indent + 2)
    made = [textwrap.fill(line, max(width, 20), initial_indent=first, subsequent_indent=more,
                          break_on_hyphens=False, break_long_words=False)
            for line in lines]  # fmt: skip
    return "\n".join(made).replace(JOINED, " ")


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text; what is joined, and words with a hyphen, are not broken."""
    return textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)


def _widths(headings: list[str], rows: Rows, rigid: str, width: int) -> list[int] | None:
    """The width of each column, None where they do not fit."""
    columns = [[row[number] for row in rows] for number in range(len(headings))]
    least, widths = [], []
    for heading, cells, kind in zip(headings, columns, rigid, strict=True):
        texts = [heading, *cells] if kind == "w" else [heading]
        word = min(max(_longest_word(text) for text in texts), LONGEST_WORD)
        full = max(map(len, cells), default=0)
        least.append(max(word, _longest_word(heading)) if kind == "w" else max(full, word))
        widths.append(least[-1] if kind == "r" else max(full, len(heading)))
    while sum(widths) + GAP * (len(widths) - 1) > width:
        loose = [number for number, one in enumerate(widths) if one > least[number]]
        if not loose:
            return None
        widths[max(loose, key=lambda number: widths[number])] -= 1
    return widths


def _longest_word(text: str) -> int:
    return max(map(len, text.split(" ")), default=0)


def _line(cells: Sequence[str], widths: list[int], rigid: str) -> list[str]:
    """A row as the lines that it takes."""
    wraps = [
        textwrap.wrap(cell, width, break_on_hyphens=False) or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    lines = []
    for number in range(max(map(len, wraps))):
        parts = [wrap[number] if number < len(wrap) else "" for wrap in wraps]
        lines.append(
            (" " * GAP)
            .join(
                f"{part:>{width}}" if kind == "r" else f"{part:<{width}}"
                for part, width, kind in zip(parts, widths, rigid, strict=True)
            )
            .rstrip()
        )
    return lines
