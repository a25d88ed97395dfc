"""The one form of the curated files: rows by key, minimal quotes, newlines of Unix. A difference is then a fact.

python -m scripts.canonical
"""

from __future__ import annotations

import csv
import io
import os
import sys
from pathlib import Path

from scripts.problems import BadInput
from scripts.read import Row, read_tables
from scripts.schema import ROOT, Schema, Table, load_schema, text


def canonical_text(table: Table, rows: list[Row]) -> str:
    """The file of a table in canonical form."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(table.curated)
    ordered = sorted(rows, key=lambda row: tuple((row[name] is not None, row[name]) for name in table.key))
    writer.writerows([text(row[name]) for name in table.curated] for row in ordered)
    return sink.getvalue()


def canonical_files(root: Path, schema: Schema) -> dict[Path, str]:
    """All curated files in canonical form; BadInput if a cell cannot be read."""
    tables, problems = read_tables(root, schema)
    if problems:
        raise BadInput(problems)
    return {root / schema.tables[name].path: canonical_text(schema.tables[name], rows) for name, rows in tables.items()}


def main(root: Path = ROOT) -> int:
    try:
        files = canonical_files(root, load_schema(root))
    except BadInput as error:
        print(error, file=sys.stderr)
        return 1
    for path, content in files.items():
        if path.read_text("utf-8") != content:
            draft = path.with_suffix(".csv.new")
            draft.write_text(content, "utf-8", newline="\n")
            os.replace(draft, path)
            print(f"{path.relative_to(root)}: put in canonical form")
    return 0


if __name__ == "__main__":
    sys.exit(main())
