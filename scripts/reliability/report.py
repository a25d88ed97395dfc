"""docs/reliability.md: people write the text, each attack its own figures."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.publish.markdown import fill_blocks
from scripts.publish.place import alone, replace
from scripts.schema import ROOT

PAGE = "docs/reliability.md"


def write_block(name: str, figures: str, root: Path = ROOT) -> None:
    """Put the figures of an attack into the page, as text between the marks of its block."""
    page = (root / PAGE).read_text("utf-8")
    pattern = r"<!-- begin (\w+) -->\n(.*?)<!-- end \1 -->"
    blocks = dict(re.findall(pattern, page, re.DOTALL))
    blocks[name] = f"\n```text\n{figures}\n```"
    with alone(root):
        replace(root, {PAGE: fill_blocks(PAGE, page, blocks).encode()})
