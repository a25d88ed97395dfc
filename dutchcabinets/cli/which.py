"""What has a length of so many days."""

from __future__ import annotations

import argparse

from dutchcabinets._wording import word
from dutchcabinets.cli.output import (
    add_formats,
    is_for_scripts,
    named,
    print_table,
    print_text,
)

_SHOWN = {"measure": "text", "name": "text", "start_date": "day", "end_date": "day",
          "counted": "word", "id": "id"}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("days", help="a number of days, such as 271")
    add_formats(parser)


def run(args: argparse.Namespace) -> None:
    import dutchcabinets

    days = int(args.days) if args.days.isdecimal() else args.days
    frame = dutchcabinets.which(days)
    if is_for_scripts(args, frame):
        return
    if frame.empty:
        print_text(word("nothing", args.lang))
        return
    from dutchcabinets._readable import records

    rows = records(frame.assign(is_running=False))
    print_table(args, [named(row, args.lang) for row in rows], _SHOWN)
