"""The documents that the build writes, whole or in part."""

from __future__ import annotations

from pathlib import Path

from scripts.cells import Tables
from scripts.files import read_document
from scripts.publish.codebook import codebook
from scripts.publish.descriptor import Shares
from scripts.publish.markdown import fill_blocks
from scripts.publish.pages.claims import claims_page
from scripts.publish.pages.comparisons import comparisons_page
from scripts.publish.pages.disagreements import disagreements_page
from scripts.publish.pages.falls import falls_page
from scripts.publish.pages.gaps import gaps_page
from scripts.publish.pages.models import gaps_for_models
from scripts.publish.pages.rules import agreement
from scripts.publish.place import Outputs
from scripts.publish.readme import (
    files_blocks,
    readme_blocks,
    records_blocks,
    run_commands,
    run_examples,
)
from scripts.schema import Schema

README, RULES = "README.md", "docs/coding-rules.md"
PYTHON, RECORDS, FILES = "docs/python.md", "docs/records.md", "docs/files.md"
COMMANDS, MODELS = "docs/command-line.md", "docs/models.md"
WITH_EXAMPLES = (README, PYTHON, MODELS)


def documents(
    root: Path, schema: Schema, curated: Tables, tables: Tables, shares: Shares, files: Outputs
) -> Outputs:
    """The documents by path; examples run on the given files.

    Raises:
        BadInput: a document that people write is missing or has other blocks.
    """
    blocks = {
        README: readme_blocks(schema, curated, tables),
        RULES: {"agreement": agreement(tables)},
        PYTHON: {},
        RECORDS: records_blocks(schema, tables),
        FILES: files_blocks(schema, tables),
        COMMANDS: {},
        MODELS: {"gaps": gaps_for_models(tables)},
    }
    filled = {
        name: fill_blocks(name, read_document(root, name), own) for name, own in blocks.items()
    }
    for name in WITH_EXAMPLES:
        filled[name] = run_examples(name, filled[name], files)
    filled[COMMANDS] = run_commands(COMMANDS, filled[COMMANDS], files)
    written = {
        "docs/codebook.md": codebook(schema, shares),
        "docs/claims.md": claims_page(schema, tables),
        "docs/comparisons.md": comparisons_page(schema, tables),
        "docs/disagreements.md": disagreements_page(schema, curated, tables),
        "docs/falls.md": falls_page(schema, tables),
        "docs/gaps.md": gaps_page(schema, tables),
        **filled,
    }
    return {path: content.encode() for path, content in written.items()}
