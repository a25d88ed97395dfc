"""Tables and blocks of Markdown, and tables in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scripts.problems import BadInput, Problem
from scripts.schema import text


def text_table(header: list[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows in aligned columns; numbers to the right."""
    cells = [[("" if value is None else str(value)) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    right = [all(isinstance(row[i], int | None) for row in rows) for i in range(len(header))]

    def line(values: list[str]) -> str:
        padded = [
            value.rjust(width) if flush else value.ljust(width)
            for value, width, flush in zip(values, widths, right, strict=True)
        ]
        return "  ".join(padded).rstrip()

    return "\n".join([line(header), line(["-" * width for width in widths]), *map(line, cells)])


def markdown_table(header: list[str], rows: Iterable[Iterable[object]], numbers: int = 0) -> str:
    """Rows as a table of Markdown; the last columns, as many as there are numbers, to the right."""
    sides = ["---"] * (len(header) - numbers) + ["---:"] * numbers
    lines = ["| " + " | ".join(header) + " |", "|" + "|".join(sides) + "|"]
    # A bar in a text would begin another column.
    cells = ([text(cell).replace("|", "\\|") for cell in row] for row in rows)
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in cells)])


def fill_blocks(name: str, document: str, blocks: dict[str, str]) -> str:
    """Replace what stands between `<!-- begin NAME -->` and `<!-- end NAME -->`.

    Raises:
        BadInput: a block of the document is unknown, missing, open or there twice.
    """
    problems = list(_faults(name, document, blocks))
    if problems:
        raise BadInput(problems)
    for block, content in blocks.items():
        head, rest = document.split(_begin(block))
        # Blank lines around it, since some readers of Markdown take what touches a comment for
        # HTML.
        tail = rest.split(_end(block))[1]
        document = f"{head}{_begin(block)}\n{content.strip()}\n\n{_end(block)}{tail}"
    return document


def _begin(block: str) -> str:
    return f"<!-- begin {block} -->\n"


def _end(block: str) -> str:
    return f"<!-- end {block} -->"


def _faults(name: str, document: str, blocks: dict[str, str]) -> Iterable[Problem]:
    for number, line in enumerate(document.split("\n"), 1):
        for found in re.findall(r"<!-- begin (\w+) -->", line):
            if found not in blocks:
                expected = f"one of the blocks {', '.join(sorted(blocks))}"
                yield Problem(name, number, "block", expected, found)
    for block in blocks:
        begins, ends = document.count(_begin(block)), document.count(_end(block))
        in_order = document.find(_begin(block)) < document.find(_end(block))
        if (begins, ends) != (1, 1) or not in_order:
            expected = f"one {_begin(block).strip()} before one {_end(block)}"
            yield Problem(name, 0, "block", expected, f"{begins} and {ends}")
