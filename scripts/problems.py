"""What is wrong with a curated file, said so that a person can mend it."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence


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


TOLD_OF_A_FILE = 50
"""So many problems of one file are told one by one: a broken file must not drown the others."""


class BadInput(Exception):
    """The curated files are not fit to build from; `problems` holds every fault that was found."""

    def __init__(self, problems: Sequence[Problem]):
        self.problems = sorted(set(problems))
        count = len(self.problems)
        lines = [*self._told(), f"{count} problem{'s' * (count != 1)}; nothing was written"]
        super().__init__("\n".join(lines))

    def _told(self) -> Iterator[str]:
        for file, found in itertools.groupby(self.problems, key=lambda problem: problem.file):
            own = list(found)
            yield from map(str, own[:TOLD_OF_A_FILE])
            if rest := own[TOLD_OF_A_FILE:]:
                yield f"{file}: and {len(rest)} more"
