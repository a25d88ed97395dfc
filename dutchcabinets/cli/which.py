"""What has a length of so many days."""

from __future__ import annotations

import argparse

from dutchcabinets.cli.output import add_formats, lengths_for_people, print_table

_SHOWN = {"measure": "text", "name": "text", "start_date": "day", "end_date": "day",
          "counted": "word", "id": "id"}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("days", help="a number of days, such as 271")
    add_formats(parser)


def run(args: argparse.Namespace) -> None:
    import dutchcabinets

    days = int(args.days) if args.days.isdecimal() else args.days
    frame = dutchcabinets.which(days)
    rows = lengths_for_people(args, frame)
    if rows:
        print_table(args, [{**row, "is_running": False} for row in rows], _SHOWN)
