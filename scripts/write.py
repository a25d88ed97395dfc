"""Turn the built tables into files, and put all of them in place in one step."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dutchcabinets import _cite
from scripts.evidence import cell_of
from scripts.read import Tables
from scripts.report import markdown_table
from scripts.schema import Column, Schema, Table

TABLES = Path("data/tables")
_ARROW = {"string": pa.string(), "integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}
_PANDAS = {
    "string": ("unicode", "object"),
    "integer": ("int32", "Int32"),
    "number": ("float64", "float64"),
    "boolean": ("bool", "boolean"),
    "date": ("date", "object"),
}


def files(schema: Schema, built: Tables, shares: dict[tuple[str, str], float]) -> dict[Path, bytes]:
    """Every file of the package by its path: Parquet and CSV of each table, datapackage.json, CITATION.cff.

    Shares gives for table and column the share of cells with evidence.
    """
    package = descriptor(schema)
    outputs = {}
    for table in schema.tables.values():
        parquet = parquet_bytes(table, built[table.name], package)
        text = csv_bytes(table, built[table.name])
        outputs[TABLES / f"{table.name}.parquet"] = parquet
        outputs[TABLES / f"{table.name}.csv"] = text
        package["resources"] += resources(table, schema, shares, parquet, text)
    package["resources"].sort(key=lambda resource: resource["format"] == "csv")
    outputs[Path("datapackage.json")] = (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()
    outputs[Path("CITATION.cff")] = _cite.cff(package).encode()
    return outputs


# Tables


def arrow_schema(table: Table) -> pa.Schema:
    """Types and nullability as the schema has them."""
    return pa.schema([pa.field(column.name, _ARROW[column.type], not column.required) for column in table.columns.values()])


def parquet_bytes(table: Table, rows: list[dict], package: dict) -> bytes:
    """The table as Parquet: zstd, one row group, no time of writing, so that the same rows give the same bytes."""
    metadata = {
        "table": table.name,
        "version": package["version"],
        "licence": package["licenses"][0]["name"],
        "citation": _cite.text(package),
        "as_of": package["as_of"],
        "pandas": json.dumps(_pandas_metadata(table)),
    }
    columns = [pa.array([row[name] for row in rows], _ARROW[column.type]) for name, column in table.columns.items()]
    arrow = pa.Table.from_arrays(columns, schema=arrow_schema(table))
    sink = io.BytesIO()
    # Small tables are mostly metadata: no copy of the Arrow schema and no statistics, which halves the files.
    with pq.ParquetWriter(
        sink, arrow.schema, compression="zstd", compression_level=19, use_dictionary=False, store_schema=False, write_statistics=False
    ) as writer:
        writer.write_table(arrow, row_group_size=max(len(rows), 1))
        writer.add_key_value_metadata(metadata)
    return sink.getvalue()


def _pandas_metadata(table: Table) -> dict:
    """Makes plain pd.read_parquet return nullable integers and booleans instead of floats and objects."""
    columns = []
    for column in table.columns.values():
        pandas_type, numpy_type = _PANDAS[column.type]
        columns.append({"name": column.name, "field_name": column.name, "pandas_type": pandas_type,
                        "numpy_type": numpy_type, "metadata": None})  # fmt: skip
    return {"index_columns": [], "column_indexes": [], "columns": columns, "creator": {}, "pandas_version": "2.0"}


def csv_text(value: object) -> str:
    """A value in CSV: null is empty, booleans are true and false, dates ISO 8601."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def csv_bytes(table: Table, rows: list[dict]) -> bytes:
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([csv_text(row[name]) for name in table.columns] for row in rows)
    return sink.getvalue().encode()


# The descriptor


def descriptor(schema: Schema) -> dict:
    """The metadata of the package in Data Package v2; what does not exist yet (DOI, home page) is left out."""
    package = schema.package
    licence = package["licence"]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": package["name"],
        **({"id": f"https://doi.org/{package['doi']}"} if package["doi"] else {}),
        **({"homepage": package["homepage"]} if package["homepage"] else {}),
        "title": package["title"],
        "description": package["description"],
        "version": package["version"],
        "created": f"{package['released']}T00:00:00Z",
        "as_of": package["as_of"].isoformat(),
        "keywords": package["keywords"],
        "contributors": [{"title": package["creator"], "roles": ["creator"]}],
        "licenses": [dict(licence)],
        "resources": [],
    }


def resources(table: Table, schema: Schema, shares: dict, parquet: bytes, text: bytes) -> list[dict]:
    """The Parquet file and its CSV twin. Foreign keys of each lead to tables in the same format."""
    common = {"title": table.row[0].upper() + table.row[1:], "description": f"One row is {table.row}. {table.about}"}
    name = table.name
    return [
        {
            "name": name,
            "path": str(TABLES / f"{name}.parquet"),
            **common,
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            # The stock tool fails on `bytes` of a Parquet file; the hash holds.
            "hash": f"sha256:{hashlib.sha256(parquet).hexdigest()}",
            "schema": table_schema(table, schema, shares, ""),
        },
        {
            "name": f"{name}-csv",
            "path": str(TABLES / f"{name}.csv"),
            **common,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(text),
            "hash": f"sha256:{hashlib.sha256(text).hexdigest()}",
            "schema": table_schema(table, schema, shares, "-csv"),
        },
    ]


def table_schema(table: Table, schema: Schema, shares: dict, suffix: str) -> dict:
    """The Table Schema of a table; suffix leads foreign keys to resources of the same format."""
    fields = [_field(table, column, schema, shares.get((table.name, column.name))) for column in table.columns.values()]
    keys = [
        {"fields": [column.name],
         "reference": {"resource": column.references + suffix, "fields": [schema.tables[column.references].key[0]]}}
        for column in table.columns.values()
        if column.references
    ]  # fmt: skip
    return {"fields": fields, "primaryKey": list(table.key), **({"foreignKeys": keys} if keys else {}), "missingValues": [""]}


def _field(table: Table, column: Column, schema: Schema, share: float | None) -> dict:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.codelist:
        codes = schema.allowed[column.codelist]
        constraints["enum"] = [int(code) for code in codes] if column.type == "integer" else codes
    field = {"name": column.name, "type": column.type, "description": column.description}
    extra = {"unit": column.unit, "codelist": column.codelist, "constraints": constraints or None, "evidence": share}
    return field | {key: value for key, value in extra.items() if value is not None}


# Documents


def codebook(schema: Schema, shares: dict[tuple[str, str], float]) -> bytes:
    """docs/codebook.md: every table, column and code."""
    package = schema.package
    lines = [
        "# Codebook",
        "",
        f"Version {package['version']}, checked up to {package['as_of']}. Written by the build from `data/schema/`.",
        "",
        "*Evidence* is the share of the cells that are not null for which a source was recorded that prints the adopted",
        "value, or that are computed from such cells. A star marks a column that is never null.",
    ]
    for table in schema.tables.values():
        lines += ["", f"## {table.name}", "", f"One row is {table.row}. {table.about}",
                  f"Key: {', '.join(f'`{name}`' for name in table.key)}.", ""]  # fmt: skip
        rows = []
        for column in table.columns.values():
            link = f"[{column.codelist}](#{column.codelist})" if column.codelist else ""
            if column.references:
                link = f"[{column.references}](#{column.references})"
            share = shares.get((table.name, column.name))
            evidence = "" if share is None else f"{share:.0%}"
            star = "\\*" if column.required else ""
            rows.append([f"`{column.name}`{star}", column.type, column.unit, column.description, link, evidence])
        lines.append(markdown_table(["column", "type", "unit", "meaning", "codes or reference", "evidence"], rows))
    lines += ["", "# Code lists"]
    for codelist in schema.allowed:
        rows = [[f"`{row['code']}`", row["label_en"], row["label_nl"], row["definition"]]
                for row in schema.codes if row["codelist"] == codelist]  # fmt: skip
        lines += ["", f"## {codelist}", "", markdown_table(["code", "English", "Dutch", "definition"], rows)]
    return ("\n".join(lines) + "\n").encode()


def fill_blocks(name: str, document: str, blocks: dict[str, str]) -> str:
    """Replace what stands between `<!-- begin NAME -->` and `<!-- end NAME -->`; an unknown or open block is a ValueError."""
    written = set(re.findall(r"<!-- begin (\w+) -->", document))
    if written != set(blocks):
        raise ValueError(f"{name}: expected the blocks {', '.join(sorted(blocks))}, found {', '.join(sorted(written))}")
    for block, content in blocks.items():
        begin, end = f"<!-- begin {block} -->\n", f"<!-- end {block} -->"
        if document.count(begin) != 1 or document.count(end) != 1:
            raise ValueError(f"{name}: expected one block {begin.strip()} ... {end}")
        head, rest = document.split(begin)
        # Blank lines around it, since some readers of Markdown take what touches a comment for HTML.
        document = f"{head}{begin}\n{content.strip()}\n\n{end}{rest.split(end)[1]}"
    return document


# Putting the files in place


def publish(root: Path, outputs: dict[Path, bytes]) -> None:
    """Write all files next to their places first, then move them there; if a move fails, the old files come back.

    data/tables is replaced as a whole, so that a table that is gone leaves no file behind.
    """
    targets = sorted({TABLES if path.is_relative_to(TABLES) else path for path in outputs})
    with tempfile.TemporaryDirectory(dir=root, prefix=".build-") as folder:
        new, old = Path(folder, "new"), Path(folder, "old")
        for path, content in outputs.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(content)
        moved: list[Path] = []
        try:
            for target in targets:
                moved.append(target)
                (root / target).parent.mkdir(parents=True, exist_ok=True)
                (old / target).parent.mkdir(parents=True, exist_ok=True)
                if (root / target).exists():
                    os.rename(root / target, old / target)
                os.rename(new / target, root / target)
        except BaseException:
            for target in reversed(moved):
                if (old / target).exists():
                    if (root / target).exists():
                        os.rename(root / target, new / target)
                    os.rename(old / target, root / target)
            raise


def evidence_shares(schema: Schema, built: Tables, agreeing: dict) -> dict[tuple[str, str], float]:
    """For each column of the tables of facts, the share of its cells that are not null whose every origin has evidence."""
    origins: dict[tuple, list] = {}
    for row in built["lineage"]:
        origins.setdefault(cell_of(row), []).append((row["from_table"], row["from_row_id"], row["from_column"]))
    shares = {}
    for table in schema.tables.values():
        if table.name in ABOUT_THE_DATA:
            continue
        for name in table.columns:
            if name in table.key or name == "note":
                continue
            cells = [(table.name, table.row_id(row), name) for row in built[table.name] if row[name] is not None]
            backed = sum(all(agreeing.get(origin) for origin in origins.get(cell, [cell])) for cell in cells)
            if cells:
                shares[table.name, name] = round(backed / len(cells), 3)
    return shares


ABOUT_THE_DATA = ("duration_definitions", "codes", "sources", "evidence", "evidence_exceptions", "lineage", "cabinet_aliases")
"""Tables that describe the data, not cabinets: their cells are not evidenced."""
