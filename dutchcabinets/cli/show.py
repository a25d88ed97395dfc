"""One cabinet: dates, parties, formation, lengths, ministers, and why it fell."""

from __future__ import annotations

import argparse
from typing import Any

from dutchcabinets import _package
from dutchcabinets._layout import terminal_width
from dutchcabinets.cli.output import add_formats, in_bold, print_json, print_rows


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cabinet", help='id or name of a cabinet: rutte-iv, "Rutte IV"')
    parser.add_argument("--sources", action="store_true", help="tell who says so")
    parser.add_argument("--section", help="only one section, such as ministers; for --json, --csv")
    add_formats(parser)


def run(args: argparse.Namespace) -> None:
    import dutchcabinets

    if args.section and not (args.json or args.csv):
        raise ValueError("--section: only with --json or --csv")
    shown = dutchcabinets.show(args.cabinet, args.lang, args.sources)
    if not (args.json or args.csv):
        print(shown.text(terminal_width(), in_bold()))
        return
    sections = {name: _plain(content) for name, content in shown.items()}
    if args.section is None:
        if args.csv:
            raise ValueError(f"--csv: choose one with --section: {', '.join(sections)}")
        print_json(sections)
        return
    if args.section not in sections:
        raise _package.unknown("section", args.section, list(sections))
    rows, content = sections[args.section], shown[args.section]
    if isinstance(rows, dict):
        rows = [rows]
    print_rows(args, rows, list(content))


def _plain(content: Any) -> Any:
    """A section as lists and dicts."""
    from dutchcabinets._readable import records

    return content if isinstance(content, dict) else records(content)
