"""Read text files that people edit; what is wrong with one is a problem with its line."""

from __future__ import annotations

import codecs
import csv
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.problems import BadInput, Problem

_MARKS = {
    codecs.BOM_UTF8: "a byte order mark",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_ENDS_A_LINE = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_UNSEEN = re.compile(
    f"[{_ENDS_A_LINE}]|[\x00-\x09\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]"
    "|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)
"""Characters that nobody sees: they end a line for some readers, control a terminal, or turn the
direction of writing, so that a text is not what it looks like."""


@dataclasses.dataclass(frozen=True)
class Record:
    """The cells of a record of a CSV file, and the line on which it starts."""

    line: int
    cells: list[str]


class Faulty(Exception):
    """A file that cannot be read further; the problem says why."""

    def __init__(self, line: int, column: str, expected: str, found: str):
        super().__init__(line, column, expected, found)
        self.line, self.column, self.expected, self.found = line, column, expected, found

    def problem(self, file: str) -> Problem:
        return Problem(file, self.line, self.column, self.expected, self.found)


def read_text(path: Path) -> str:
    """A text file in UTF-8 without a mark, with newlines of Unix alone. Raises Faulty."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise Faulty(0, "file", "a file", "none") from None
    except OSError as error:
        raise Faulty(0, "file", "a file", error.strerror or type(error).__name__) from None
    if not raw.strip():
        raise Faulty(1, "file", "a header and rows", "an empty file")
    for mark, name in _MARKS.items():
        if raw.startswith(mark):
            raise Faulty(1, "byte 1 of the line", "UTF-8 without a byte order mark", name)
    try:
        content = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _at_byte(raw, error.start, "UTF-8") from None
    if b"\0" in raw:
        raise _at_byte(raw, raw.index(b"\0"), "text")
    if found := _UNSEEN.search(content):
        line = content.count("\n", 0, found.start()) + 1
        name = "a carriage return" if found[0] == "\r" else f"U+{ord(found[0]):04X}"
        expected = "text without characters that nobody sees"
        if found[0] in _ENDS_A_LINE:
            expected = "lines that end with a newline alone (LF)"
        raise Faulty(line, "line", expected, name)
    return content


def read_document(root: Path, name: str) -> str:
    """A text file below root. Raises BadInput."""
    try:
        return read_text(root / name)
    except Faulty as fault:
        raise BadInput([fault.problem(name)]) from None


def _at_byte(raw: bytes, place: int, expected: str) -> Faulty:
    before = raw[:place]
    at = place - (before.rfind(b"\n") + 1) + 1
    line = before.count(b"\n") + 1
    return Faulty(line, f"byte {at} of the line", expected, f"byte 0x{raw[place]:02x}")


def read_csv(path: Path, columns: tuple[str, ...]) -> Iterator[Record | Faulty]:
    """The records of a CSV file with just these columns in this order.

    A fault of the file, of its header or of a single record comes as Faulty in place of a record.
    """
    try:
        content = read_text(path)
    except Faulty as fault:
        yield fault
        return
    lines = content.splitlines(keepends=True)
    if not content.endswith("\n"):
        yield Faulty(len(lines), "file", "a last line that ends with a newline",
                     "a truncated last line")  # fmt: skip
    reader = csv.reader(lines, strict=True)
    try:
        header = next(reader, [])
    except csv.Error as error:
        yield Faulty(1, "header", "a header in CSV", str(error))
        return
    if faults := list(_faults_of_header(header, columns)):
        yield from faults
        return
    yield from _records(reader, len(columns))


def _faults_of_header(header: list[str], columns: tuple[str, ...]) -> Iterator[Faulty]:
    if header == list(columns):
        return
    if len(header) == 1 and ";" in header[0]:
        expected = "fields that commas separate"
        yield Faulty(1, "header", expected, "semicolons, as some spreadsheets write them")
        return
    unknown = [name for name in header if name not in columns]
    missing = [name for name in columns if name not in header]
    for name in unknown:
        expected = f"one of the columns {', '.join(columns)}"
        yield Faulty(1, name or "(empty)", expected, "an unknown column")
    for name in missing:
        yield Faulty(1, name, "this column", "no such column")
    if not unknown and not missing:
        expected = f"the columns in the order {','.join(columns)}"
        yield Faulty(1, "header", expected, ",".join(header))


def _records(reader, width: int) -> Iterator[Record | Faulty]:
    line, count = reader.line_num + 1, 0
    try:
        for cells in reader:
            count += 1
            if len(cells) == width:
                yield Record(line, cells)
            else:
                yield Faulty(line, "row", f"{width} fields", f"{len(cells)}")
            line = reader.line_num + 1
    except csv.Error as error:
        yield Faulty(line, "row", "a complete CSV record", str(error))
    else:
        if not count:
            yield Faulty(1, "file", "at least one row below the header", "none")
