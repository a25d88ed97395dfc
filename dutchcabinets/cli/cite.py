"""How to cite this version of the data."""

from __future__ import annotations

import argparse

from dutchcabinets._cite import FORMATS, cite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", default="text", help=f"one of {', '.join(FORMATS)}")


def run(args: argparse.Namespace) -> None:
    print(cite(args.format))
