"""What is wrong with a curated file, said so that a person can mend it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it is, what was expected and what was found."""

    file: str
    line: int
    column: str
    expected: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: {self.column}: expected {self.expected}, found {self.found}"
        )


class BadInput(Exception):
    """The curated files are not fit to build from; `problems` holds every fault that was found."""

    def __init__(self, problems: Sequence[Problem]):
        self.problems = sorted(set(problems))
        count = len(self.problems)
        lines = [
            *map(str, self.problems),
            f"{count} problem{'s' * (count != 1)}; nothing was written",
        ]
        super().__init__("\n".join(lines))
