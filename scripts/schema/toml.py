"""Read a TOML file strictly: an unknown key or a wrong type is a problem with its line."""

from __future__ import annotations

import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

from scripts.files import Faulty, read_text
from scripts.problems import Problem

_WORDS = {
    str: "text", bool: "true or false", int: "a whole number", list: "a list",
    dict: "a table", datetime.date: "a day",
}  # fmt: skip


class Toml:
    """A TOML file: its content (empty where it is broken) and the problems that it has."""

    def __init__(self, root: Path, file: str):
        self.file = file
        self.content: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self._lines: list[str] = []
        try:
            text = read_text(root / file)
            self._lines = text.split("\n")
            self.content = tomllib.loads(text)
        except Faulty as fault:
            self.problems.append(fault.problem(file))
        except (ValueError, RecursionError) as error:
            line = re.search(r"at line (\d+)", str(error))
            said = re.sub(r" \(at .*\)$", "", str(error)) or "nesting that is too deep"
            at = int(line[1]) if line else len(self._lines)
            self.problems.append(Problem(file, at, "file", "TOML", said))

    def wrong(self, key: str, expected: str, found: str, section: str | None = None) -> None:
        """Something is wrong with a key."""
        line = self._line_of(key, section)
        self.problems.append(Problem(self.file, line, key, expected, found))

    def check(
        self, known: dict[str, type], must: tuple[str, ...], section: str | None = None
    ) -> None:
        """The keys of a section are known and of their type, and those that must be there are."""
        if self.problems and section is None:
            return
        found = self.content if section is None else self.content.get(section, {})
        if not isinstance(found, dict):
            self.wrong(section or "file", "a table", repr(found))
            return
        for key, value in found.items():
            if key not in known:
                self.wrong(key, f"one of the keys {', '.join(known)}", "an unknown key", section)
            elif type(value) is not known[key]:
                self.wrong(key, _WORDS[known[key]], repr(value), section)
        for key in must:
            if key not in found:
                self.wrong(key, "this key", "none", section)

    def _line_of(self, key: str, section: str | None) -> int:
        """The line of a key of a section, else of the section, else the first."""
        start = 0
        if section:
            heads = (at for at, line in enumerate(self._lines, 1) if line.strip() == f"[{section}]")
            start = next(heads, 0)
        for at, line in enumerate(self._lines[start:], start + 1):
            if re.match(rf"""\[?["']?{re.escape(key)}["']?\s*[=\]]""", line.strip()):
                return at
        return max(start, 1)
