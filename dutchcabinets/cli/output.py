"""How a verb prints: as a table for people, as JSON or CSV for scripts."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from dutchcabinets._layout import terminal_width, wrapped

Row = dict[str, Any]


def add_formats(parser: argparse.ArgumentParser) -> None:
    """The options of every verb that prints a table."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help="print rows as JSON, with all columns")
    group.add_argument("--csv", action="store_true", help="print rows as CSV, with all columns")


def in_bold() -> bool:
    """Whether headings are bold: on a terminal, unless NO_COLOR is set."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def is_for_scripts(args: argparse.Namespace, frame: Any) -> bool:
    """Whether JSON or CSV was asked for; if so, a DataFrame is printed so, as it is."""
    from dutchcabinets._readable import records

    return (args.json or args.csv) and print_rows(args, records(frame), list(frame.columns))


def print_table(args: argparse.Namespace, rows: list[Row], kinds: dict[str, str]) -> None:
    """Some columns of rows for people, as `dutchcabinets._readable.table` takes them."""
    from dutchcabinets._readable import table

    print(table(rows, kinds, args.lang, terminal_width(), bold=in_bold()))


def print_text(text: str) -> None:
    """A paragraph that fits the terminal."""
    print("\n".join(wrapped(text, terminal_width())))


def lengths_for_people(args: argparse.Namespace, frame: Any) -> list[Row]:
    """The lengths of a DataFrame in words; none where they went to a script, or there are none."""
    from dutchcabinets._readable import records
    from dutchcabinets._wording import word

    if is_for_scripts(args, frame):
        return []
    if frame.empty:
        print_text(word("nothing", args.lang))
    return [_named(row, args.lang) for row in records(frame)]


def _named(row: Row, lang: str) -> Row:
    """A length with the cabinet by name, its id, and its measure and definition in words."""
    from dutchcabinets._readable import cabinets, labels, posts
    from dutchcabinets._wording import word

    if row["definition"]:
        measure = labels("duration_definition", lang)[row["definition"]]
    else:
        measure = word(f"measure_{row['measure']}", lang)
    name = row["name"]
    if row["measure"] == "formation" and row["cabinet_id"]:
        name = cabinets()[row["cabinet_id"]]
    elif row["measure"] == "term":
        person, _, held = name.partition(", ")
        name = f"{person}, {posts(lang)[held]}"
    key = row["person_id"] or row["cabinet_id"] or row["formation_id"]
    return row | {"measure": measure, "name": name, "id": key}


def print_rows(args: argparse.Namespace, rows: list[Row], columns: list[str]) -> bool:
    """Whether JSON or CSV was asked for; if so, rows are printed so."""
    if args.json:
        print_json(rows)
    elif args.csv:
        import csv

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row[name] for name in columns] for row in rows)
    return args.json or args.csv


def print_json(content: object) -> None:
    import json

    print(json.dumps(content, ensure_ascii=False, indent=2))
