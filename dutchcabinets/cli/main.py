"""Reads the command line, calls the verb, and tells what went wrong in one line."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

import dutchcabinets
from dutchcabinets import _package
from dutchcabinets._wording import LANGUAGES
from dutchcabinets.cli import cite, compare, export, on, person, rank, show, tables, which

VERBS = {
    "tables": tables,
    "show": show,
    "on": on,
    "person": person,
    "which": which,
    "rank": rank,
    "compare": compare,
    "export": export,
    "cite": cite,
}
PROGRAM = "dutchcabinets"
BAD_INPUT, FAILED, INTERRUPTED, CLOSED_PIPE = 2, 1, 130, 141


class _Parser(argparse.ArgumentParser):
    """One whose errors take one line."""

    def error(self, message: str) -> NoReturn:
        raise ValueError(f"{message} (see {self.prog} --help)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what was typed after the name of the program; sys.argv if left out.

    Returns:
        0, or 2 for input that is none, 1 for what failed, 130 after Ctrl-C, 141 where nobody
        reads on.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        _set_encoding()
        # Help and version end the program, and nothing else does.
        with contextlib.suppress(SystemExit):
            _run(words)
        sys.stdout.flush()
        return 0
    except BrokenPipeError:
        # What is left in the buffer would fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except ValueError as error:
        return _tell(error, BAD_INPUT)
    except (OSError, RuntimeError, ImportError) as error:
        return _tell(error, FAILED)


def _run(words: list[str]) -> None:
    parser = _parser()
    if words and not words[0].startswith("-") and words[0] not in VERBS:
        raise _package.unknown("command", words[0], list(VERBS))
    if not words:
        parser.print_help()
        return
    args = parser.parse_args(words)
    VERBS[args.verb].run(args)


def _parser() -> _Parser:
    parser = _Parser(PROGRAM, description=_first_line(dutchcabinets),
                     allow_abbrev=False)  # fmt: skip
    parser.add_argument("--version", action="version", version=dutchcabinets.__version__)
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help=_LANG)
    verbs = parser.add_subparsers(dest="verb", metavar="command", required=True)
    for name, module in VERBS.items():
        told = _first_line(module)
        verb = verbs.add_parser(name, help=told, description=told, allow_abbrev=False)
        module.add_arguments(verb)
        # Said before the command or after it; what is not said after it does not undo the former.
        verb.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_LANG)
    return parser


def _first_line(module: ModuleType) -> str:
    return (module.__doc__ or "").partition("\n")[0]


_LANG = "language of headings and labels"


def _set_encoding() -> None:
    """Names have accents: into a file or pipe they go as UTF-8, and no terminal stumbles."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _tell(error: BaseException, code: int) -> int:
    """One line on what went wrong."""
    message = " ".join(str(error).split()) or type(error).__name__
    print(f"{PROGRAM}: {message}", file=sys.stderr)
    return code
