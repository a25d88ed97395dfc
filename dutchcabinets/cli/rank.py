"""The longest formations, cabinets, premierships and terms."""

from __future__ import annotations

import argparse

from dutchcabinets import _package
from dutchcabinets._wording import day_in_words, word
from dutchcabinets.cli.output import add_formats, lengths_for_people, print_table, print_text

_SHOWN = {"rank": "number", "name": "text", "days": "number", "start_date": "day",
          "end_date": "day", "id": "id"}  # fmt: skip
_MEASURES = "formation, cabinet, full, caretaker, premiership or term"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--definition", help="of a formation, such as election_to_inauguration")
    parser.add_argument("--measure", default="formation", help=_MEASURES)
    parser.add_argument("--since", type=int, metavar="YEAR", help="only those over since a year")
    parser.add_argument("--top", type=int, default=10, metavar="N", help="ranks up to N (10)")
    add_formats(parser)


def run(args: argparse.Namespace) -> None:
    import dutchcabinets

    frame = dutchcabinets.rank(args.definition, args.measure, args.since, args.top)
    rows = lengths_for_people(args, frame)
    if not rows:
        return
    print_text(rows[0]["measure"])
    print()
    print_table(args, rows, _SHOWN)
    if any(row["is_running"] for row in rows):
        day = day_in_words(_package.package()["as_of"], args.lang)
        print()
        print_text(word("as_of", args.lang, day=day))
