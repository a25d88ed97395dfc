"""Damage one file of a small checkout in thousands of ways: each ends in a table or a clear error.

    python -m scripts.reliability.fuzz [--count N] [--seed N] [--write]

The checkout is the frozen history of the tests. Whatever is done to a file, a build gives outputs,
or a BadInput whose every line has file, line, column, expected and found. Anything else is a fault.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.build import outputs
from scripts.problems import BadInput
from scripts.publish.markdown import text_table
from scripts.reliability.report import SEED, parser, write_block

COUNT = 3000
_LINE = re.compile(r"[^:\n]+:\d+: [^\n]+?: expected [^\n]+, found [^\n]+|[^:\n]+: and \d+ more")

Damage = Callable[[random.Random, bytes], bytes]


def _cut(rng: random.Random, raw: bytes) -> bytes:
    return raw[: rng.randrange(len(raw))]


def _flip(rng: random.Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << rng.randrange(8)]) + raw[at + 1 :]


_STRANGE = (
    "\ufeff", "\x00", "\x07", "\x1b[31m", "\r", "\t", "\u2028", "\u202e", "\u200b", '"', "'", ",",
    ";", "\n", "\\", "|", "<!-- begin x -->", "é", "\U0001f600", "9" * 5000, "-1", "1e9", "nan",
    "2026-W01-1", "0001-01-01", "9999-12-31", "2021-02-30", "=1+1", "../../x", " ",
)  # fmt: skip


def _insert(rng: random.Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + rng.choice(_STRANGE).encode() + raw[at:]


def _lines(change: Callable[[random.Random, list[bytes]], None]) -> Damage:
    def damage(rng: random.Random, raw: bytes) -> bytes:
        lines = raw.splitlines(keepends=True)
        change(rng, lines)
        return b"".join(lines)

    return damage


def _lose(rng: random.Random, lines: list[bytes]) -> None:
    lines.pop(rng.randrange(len(lines)))


def _repeat(rng: random.Random, lines: list[bytes]) -> None:
    lines.insert(rng.randrange(len(lines)), rng.choice(lines))


def _swap(rng: random.Random, lines: list[bytes]) -> None:
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _words(rng: random.Random, raw: bytes) -> bytes:
    """One word in the place of another."""
    words = re.findall(rb"[\w-]+", raw)
    old, new = rng.choice(words), rng.choice(words)
    at = [match.span() for match in re.finditer(re.escape(old), raw)]
    start, end = rng.choice(at)
    return raw[:start] + new + raw[end:]


def _value(rng: random.Random, raw: bytes) -> bytes:
    """A value of another kind for a key of TOML, an empty cell elsewhere."""
    kinds = (b'"x"', b"1", b"true", b"[]", b'["x"]', b"{}", b'""', b"1900-01-01")
    if found := list(re.finditer(rb"(?m)^\w+ = (.+)$", raw)):
        start, end = rng.choice(found).span(1)
        return raw[:start] + rng.choice(kinds) + raw[end:]
    start, end = rng.choice(list(re.finditer(rb"[^,\n]*", raw))).span()
    return raw[:start] + raw[end:]


DAMAGES: dict[str, Damage] = {
    "cut off": _cut,
    "a bit flipped": _flip,
    "strange characters": _insert,
    "a line lost": _lines(_lose),
    "a line twice": _lines(_repeat),
    "lines swapped": _lines(_swap),
    "another word": _words,
    "another kind of value": _value,
    "gone": lambda rng, raw: b"",
    "UTF-16": lambda rng, raw: raw.decode().encode("utf-16"),
    "Latin-1": lambda rng, raw: raw.decode().encode("latin-1", "replace") + b"\xe9\n",
    "noise": lambda rng, raw: rng.randbytes(rng.randrange(1, 2000)),
}


class Fault(NamedTuple):
    """A build that ended in neither outputs nor a clear error."""

    damage: str
    file: str
    what: str


def run(count: int = COUNT, seed: int = SEED) -> tuple[dict[str, Counter], list[Fault]]:
    """Damage files; how each kind of damage ended, and the faults."""
    from tests.conftest import lay

    ended: dict[str, Counter] = defaultdict(Counter)
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        root = lay(Path(folder) / "tree")
        files = sorted(path for path in root.rglob("*") if path.is_file())
        for number in range(count):
            rng = random.Random(f"{seed}/{number}")
            path, name = rng.choice(files), rng.choice(list(DAMAGES))
            raw = path.read_bytes()
            path.write_bytes(DAMAGES[name](rng, raw))
            result, what = _build(root)
            path.write_bytes(raw)
            ended[name][result] += 1
            if what:
                faults.append(Fault(name, path.relative_to(root).as_posix(), what))
    return ended, faults


def _build(root: Path) -> tuple[str, str]:
    """How a build ends, and what is wrong with that."""
    try:
        outputs(root)
    except BadInput as error:
        *lines, last = str(error).split("\n")
        odd = [line for line in lines if not _LINE.fullmatch(line)]
        if odd or not re.fullmatch(r"\d+ problems?; nothing was written", last):
            return "unclear", (odd or [last])[0][:200]
        return "told", ""
    except Exception:
        return "traceback", traceback.format_exc(limit=-2)
    return "built", ""


RESULTS = ("told", "built", "unclear", "traceback")


def counted(ended: dict[str, Counter]) -> Iterator[list]:
    """Rows of a table: damage, and how often it ended in each way."""
    for name in sorted(ended):
        yield [name, *(ended[name][result] for result in RESULTS)]
    totals = [sum(found[result] for found in ended.values()) for result in RESULTS]
    yield ["all", *totals]


def main(arguments: list[str] | None = None) -> int:
    options = parser(__doc__, COUNT).parse_args(arguments)
    ended, faults = run(options.count, options.seed)
    figures = text_table(["damage", *RESULTS], list(counted(ended)))
    print(figures)
    if options.write:
        write_block("fuzz", f"{options.count:,} damaged files, seed {options.seed}\n\n{figures}")
    for fault in faults:
        print("\n" + "\n".join(fault))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
