"""What one person did: posts, commissions to form a cabinet, premierships."""

from __future__ import annotations

import argparse
from typing import Any

from dutchcabinets.cli.output import add_formats, is_for_scripts, print_table, print_text

_SHOWN = {"kind": "word", "what": "text", "party_id": "party", "start_date": "day",
          "end_date": "day", "days": "number", "cabinet_id": "id"}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help='id or name of a person: zalm, zalm-g, "Gerrit Zalm"')
    add_formats(parser)


def run(args: argparse.Namespace) -> None:
    import dutchcabinets

    frame = dutchcabinets.person(args.name)
    if is_for_scripts(args, frame):
        return
    from dutchcabinets._people import person_id
    from dutchcabinets._readable import persons, records

    key = person_id(args.name)
    print_text(f"{persons()[key]} ({key})")
    print()
    print_table(args, [_read(row, args.lang) for row in records(frame)], _SHOWN)


def _read(row: dict[str, Any], lang: str) -> dict[str, Any]:
    """What it was in words, and for which cabinet."""
    from dutchcabinets._readable import cabinets, labels, post
    from dutchcabinets._tables import load

    if row["kind"] == "premiership":
        keys = row["what"].split(";")
        what = ", ".join(cabinets()[key] for key in keys)
        is_current = row["end_date"] is None
        return row | {"what": what, "cabinet_id": keys[-1], "is_current": is_current}
    if row["kind"] == "commission":
        rows = load("formations", format="arrow").to_pylist()
        formed = next(one for one in rows if one["formation_id"] == row["id"])
        what = f"{labels('commission', lang)[row['what']]} ({formed['label']})"
        is_running = formed["outcome"] == "running" and row["end_date"] is None
        return row | {"what": what, "cabinet_id": formed["cabinet_id"], "is_running": is_running}
    rows = load("appointments", format="arrow").to_pylist()
    held = next(one for one in rows if one["appointment_id"] == row["id"])
    told = {"what": post(held, lang), "cabinet_id": held["cabinet_id"]}
    return row | told | {name: held[name] for name in ("start_text", "end_text", "is_current")}
