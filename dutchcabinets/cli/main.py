"""Reads the command line, calls the verb, and tells what went wrong in one line."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

import dutchcabinets
from dutchcabinets import _package
from dutchcabinets._wording import LANGUAGES

# Each is a module of this package, imported only when it is said.
VERBS = {
    "tables": "the tables, or the columns of one",
    "show": "one cabinet: dates, parties, formation, lengths, ministers, and why it fell",
    "on": "who held which post on a day",
    "person": "what one person did: posts, commissions to form a cabinet, premierships",
    "which": "what has a length of so many days",
    "rank": "the longest formations, cabinets, premierships and terms",
    "compare": "which length of a cabinet or its formation a printed number is",
    "export": "tables as a file: Excel, Stata, SPSS, SQLite, DuckDB, CSV, JSON",
    "cite": "how to cite this version of the data",
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
    parser = _parser(words)
    if words and not words[0].startswith("-") and words[0] not in VERBS:
        raise _package.unknown("command", words[0], list(VERBS))
    if not words:
        parser.print_help()
        return
    args = parser.parse_args(words)
    _module(args.verb).run(args)


def _module(verb: str) -> ModuleType:
    return import_module(f"dutchcabinets.cli.{verb}")


def _parser(words: list[str]) -> _Parser:
    """A parser of every verb, with the arguments of those that are among the words."""
    about = (dutchcabinets.__doc__ or "").partition("\n")[0]
    parser = _Parser(PROGRAM, description=about, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=dutchcabinets.__version__)
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help=_LANG)
    # Without its name argparse would lay out a usage to find it, which takes time.
    verbs = parser.add_subparsers(dest="verb", metavar="command", required=True, prog=PROGRAM)
    for name, told in VERBS.items():
        verb = verbs.add_parser(name, help=told, description=told, allow_abbrev=False)
        if name in words:
            _module(name).add_arguments(verb)
        # Said before the command or after it; what is not said after it does not undo the former.
        verb.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_LANG)
    return parser


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
