"""What one person did: posts, commissions to form a cabinet, premierships."""

from __future__ import annotations

import argparse

from dutchcabinets.cli.output import Row, add_formats, is_for_scripts, print_table, print_text

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
    print_table(args, _read(records(frame), args.lang), _SHOWN)


def _read(career: list[Row], lang: str) -> list[Row]:
    """What each thing was in words, and for which cabinet."""
    formations, held = _by_id("formations"), _by_id("appointments")
    told = {
        "premiership": _premiership,
        "commission": lambda row: _commission(row, formations[row["id"]], lang),
        "appointment": lambda row: _appointment(held[row["id"]], lang),
    }
    return [row | told[row["kind"]](row) for row in career]


def _by_id(table: str) -> dict[str, Row]:
    from dutchcabinets._tables import load

    rows = load(table, format="arrow").to_pylist()
    return {row[f"{table.removesuffix('s')}_id"]: row for row in rows}


def _premiership(row: Row) -> Row:
    from dutchcabinets._readable import cabinets

    keys = row["what"].split(";")
    what = ", ".join(cabinets()[key] for key in keys)
    return {"what": what, "cabinet_id": keys[-1], "is_current": row["end_date"] is None}


def _commission(row: Row, formed: Row, lang: str) -> Row:
    from dutchcabinets._readable import labels
    from dutchcabinets._wording import years_in_words

    years = years_in_words(formed["label"], lang)
    what = f"{labels('commission', lang)[row['what']]} ({years})"
    is_running = formed["outcome"] == "running" and row["end_date"] is None
    return {"what": what, "cabinet_id": formed["cabinet_id"], "is_running": is_running}


def _appointment(held: Row, lang: str) -> Row:
    from dutchcabinets._readable import post

    same = {name: held[name] for name in ("cabinet_id", "start_text", "end_text", "is_current")}
    return {"what": post(held, lang), **same}
