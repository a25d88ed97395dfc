"""Which length of a cabinet or its formation a printed number is."""

from __future__ import annotations

import argparse
from typing import Any

from dutchcabinets._layout import pairs, terminal_width
from dutchcabinets._wording import word
from dutchcabinets.cli.output import add_formats, is_for_scripts, print_table, print_text

_SHOWN = {"match": "word", "label": "text", "days": "number", "start_date": "day",
          "end_date": "day", "rank": "rank"}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("length", help='a length: 299, "299 days", "43 weeks", "10 months"')
    parser.add_argument("cabinet", help="id or name of a cabinet")
    parser.add_argument("--all", action="store_true", help="also lengths that are not near")
    add_formats(parser)


def run(args: argparse.Namespace) -> None:
    import dutchcabinets

    frame = dutchcabinets.compare(args.length, args.cabinet, args.lang)
    if is_for_scripts(args, frame):
        return
    from dutchcabinets._cabinet import cabinet_id
    from dutchcabinets._readable import cabinets, records

    key = cabinet_id(args.cabinet)
    print_text(f"{cabinets()[key]} ({key}): {args.length}")
    print()
    rows = [_read(row, args.lang) for row in records(frame)]
    near = [row for row in rows if row["match"] != "other"]
    if not near:
        print_text(word("no_match", args.lang))
    shown = rows if args.all or not near else near
    print_table(args, shown, _SHOWN)
    wrong = [row for row in rows if row["match"] == "other" and row["refuted"]]
    notes = {row["label"]: _note(row, args) for row in [*near, *wrong]}
    if notes:
        print(f"\n{pairs([*notes.items()], terminal_width())}")


def _read(row: dict[str, Any], lang: str) -> dict[str, Any]:
    """Its rank with how many are ranked."""
    ranked = row["rank"] is not None
    rank = word("rank_of", lang, rank=row["rank"], of=row["of"]) if ranked else ""
    return row | {"rank": rank}


def _note(row: dict[str, Any], args: argparse.Namespace) -> str:
    """What a reader should know, and what was printed."""
    if row["match"] == "other":
        told = {"days": row["days"], "length": args.length, "refuted": row["refuted"]}
        return word("refuted_so", args.lang, **told)
    if not row["printed"]:
        return row["note"]
    printed = word("printed_so", args.lang, printed=row["printed"])
    return f"{row['note']} {printed}"
