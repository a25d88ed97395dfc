"""The tables, or the columns of one."""

from __future__ import annotations

import argparse

from dutchcabinets._layout import grid, terminal_width
from dutchcabinets._tables import describe, tables
from dutchcabinets._wording import word
from dutchcabinets.cli.output import add_formats, in_bold, is_for_scripts, print_rows, print_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("table", nargs="?", help="name of a table, to list its columns")
    add_formats(parser)


def run(args: argparse.Namespace) -> None:
    if args.table is not None:
        _print_columns(args)
        return
    rows = [{"table": name, "row": row} for name, row in tables(args.lang).items()]
    if print_rows(args, rows, ["table", "row"]):
        return
    headings = [word(name, args.lang) for name in ("table", "row")]
    cells = [[row["table"], row["row"]] for row in rows]
    print(grid(headings, cells, "lw", terminal_width(), in_bold()))


def _print_columns(args: argparse.Namespace) -> None:
    from dutchcabinets._readable import records

    frame = describe(args.table, args.lang)
    if not is_for_scripts(args, frame):
        kinds = {"column": "id", "type": "text", "unit": "text", "description": "text"}
        print_table(args, records(frame), kinds)
