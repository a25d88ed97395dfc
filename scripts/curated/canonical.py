"""The one form of the curated files: rows by key, minimal quotes, newlines of Unix.

A difference between two versions is then a fact.

    python -m scripts.curated.canonical
"""

from __future__ import annotations

import csv
import io
import sys
from collections import defaultdict
from pathlib import Path

from scripts.cells import Row
from scripts.curated.read import read_tables
from scripts.problems import BadInput
from scripts.publish.place import alone, replace
from scripts.schema import ROOT, Schema, Table, text
from scripts.schema.load import load_schema


def canonical_text(table: Table, rows: list[Row]) -> str:
    """The file of rows of a table in canonical form."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(table.curated)
    ordered = sorted(
        rows, key=lambda row: [(row[name] is not None, row[name]) for name in table.key]
    )
    writer.writerows([text(row[name]) for name in table.curated] for row in ordered)
    return sink.getvalue()


def canonical_files(root: Path, schema: Schema) -> dict[str, bytes]:
    """All curated files in canonical form by path; BadInput if one cannot be read."""
    tables, problems = read_tables(root, schema)
    if problems:
        raise BadInput(problems)
    files: dict[str, list[Row]] = defaultdict(list)
    owner = {}
    for rows in tables.values():
        for row in rows:
            files[row.file].append(row)
            owner[row.file] = rows.table
    return {file: canonical_text(owner[file], rows).encode() for file, rows in files.items()}


def main(root: Path = ROOT) -> int:
    try:
        files = canonical_files(root, load_schema(root))
        other = {file: new for file, new in files.items() if (root / file).read_bytes() != new}
        with alone(root):
            replace(root, other)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 1
    for file in other:
        print(f"{file}: put in canonical form")
    return 0


if __name__ == "__main__":
    sys.exit(main())
