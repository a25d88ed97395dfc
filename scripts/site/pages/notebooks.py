"""The notebooks of docs/notebooks as pages: what they ask, the code, and what it prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from scripts.site.facts import Facts
from scripts.site.page import Page

FOLDER = "docs/notebooks"
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def pages(facts: Facts) -> Iterator[Page]:
    read = {file.stem: _cells(file) for file in sorted((facts.root / FOLDER).glob("*.ipynb"))}
    listed = [{"path": f"notebooks/{name}/", "title": _title(cells)}
              for name, cells in read.items()]  # fmt: skip
    yield Page("notebooks/", "notebooks", {"notebooks": listed}, "list.notebooks")
    for name, cells in read.items():
        data = {"cells": list(_shown(cells)), "file": f"{name}.ipynb"}
        yield Page(f"notebooks/{name}/", "notebook", data, "notebook.title",
                   {"name": _title(cells)})  # fmt: skip


def _cells(file: Path) -> list[dict[str, Any]]:
    return json.loads(file.read_text("utf-8"))["cells"]


def _title(cells: list[dict[str, Any]]) -> str:
    """The first heading of a notebook."""
    return "".join(cells[0]["source"]).splitlines()[0].removeprefix("# ").strip()


def _shown(cells: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """Each cell: text as HTML, or code and what it prints; the first heading is the title."""
    for number, cell in enumerate(cells):
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            text = source.partition("\n")[2] if number == 0 else source
            yield {"text": Markup(_MARKDOWN.render(text))}
        else:
            printed = "".join("".join(one.get("text", "")) for one in cell["outputs"])
            yield {"code": source, "printed": printed.rstrip()}
