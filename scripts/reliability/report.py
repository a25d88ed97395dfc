"""docs/reliability.md: people write the text, each attack its own figures."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from scripts.publish.markdown import fill_blocks
from scripts.publish.place import alone, replace
from scripts.schema import ROOT

PAGE = "docs/reliability.md"
SEED = 20261126
"""So that a run can be repeated."""


def parser(doc: str | None, count: int, is_random: bool = True) -> argparse.ArgumentParser:
    """The options that attacks have: how many, of what is random the seed, whether to write."""
    found = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    found.add_argument("--count", type=int, default=count)
    if is_random:
        found.add_argument("--seed", type=int, default=SEED)
    found.add_argument("--write", action="store_true", help=f"into {PAGE}")
    return found


def write_block(name: str, figures: str, root: Path = ROOT) -> None:
    """Put the figures of an attack into the page, as text between the marks of its block."""
    page = (root / PAGE).read_text("utf-8")
    pattern = r"<!-- begin (\w+) -->\n(.*?)<!-- end \1 -->"
    blocks = dict(re.findall(pattern, page, re.DOTALL))
    blocks[name] = f"\n```text\n{figures}\n```"
    with alone(root):
        replace(root, {PAGE: fill_blocks(PAGE, page, blocks).encode()})
