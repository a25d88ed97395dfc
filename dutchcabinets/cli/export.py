"""Tables as a file: Excel, Stata, SPSS, SQLite, DuckDB, CSV, JSON."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="where to write; its ending says the format: cabinets.xlsx")
    parser.add_argument("--table", help="the one table; the name of the file says it if left out")
    parser.add_argument("--style", help="teachers or dutch-excel")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(args: argparse.Namespace) -> None:
    import dutchcabinets

    path = dutchcabinets.export(
        args.file, args.table, style=args.style, lang=args.lang, force=args.force
    )
    print(path)
