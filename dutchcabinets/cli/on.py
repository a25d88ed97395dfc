"""Who held which post on a day."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from dutchcabinets._wording import word
from dutchcabinets.cli.output import add_formats, is_for_scripts, print_table, print_text

if TYPE_CHECKING:
    import pandas

_SHOWN = {"name": "text", "post": "post", "party_id": "party", "start_date": "day"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("day", help="a day such as 1985-06-01")
    parser.add_argument("--post", help="only posts with this word in their name: finance, Justitie")
    add_formats(parser)


def run(args: argparse.Namespace) -> None:
    import dutchcabinets

    frame = dutchcabinets.on(args.day, args.post)
    if is_for_scripts(args, frame):
        return
    if frame.empty:
        print_text(word("nobody", args.lang))
    for _, held in frame.groupby(["cabinet_id", "status"], dropna=False, sort=False):
        _print_cabinet(args, held)


def _print_cabinet(args: argparse.Namespace, held: pandas.DataFrame) -> None:
    """The cabinet, its status, and who held which post."""
    from dutchcabinets._readable import cabinets, labels, records

    rows = [row | {"name": f"{row['name']} ({row['person_id']})"} for row in records(held)]
    key, status = rows[0]["cabinet_id"], rows[0]["status"]
    told = labels("status", args.lang)[status] if status else word("unknown", args.lang)
    print_text(f"{cabinets()[key]} ({key}), {told}")
    print()
    print_table(args, rows, _SHOWN)
