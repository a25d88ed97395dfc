"""datapackage.json: the metadata of the package in Data Package v2."""

from __future__ import annotations

import hashlib
import json

from scripts.publish.tables import FOLDER
from scripts.schema import Column, Schema, Table

Shares = dict[tuple[str, str], float]
"""For table and column the share of cells with evidence."""


def package_metadata(schema: Schema) -> dict:
    """The package without its resources; what does not exist yet (DOI, home page) is left out."""
    package = schema.package
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
        "licenses": [dict(package["licence"])],
    }


def descriptor(schema: Schema, files: dict[str, bytes], shares: Shares) -> bytes:
    """The package with a resource for each file of a table, Parquet first."""
    package = package_metadata(schema)
    package["resources"] = [
        resource(table, schema, shares, files)
        for resource in (_parquet, _csv)
        for table in schema.tables.values()
    ]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _parquet(table: Table, schema: Schema, shares: Shares, files: dict[str, bytes]) -> dict:
    path = str(FOLDER / f"{table.name}.parquet")
    return {
        "name": table.name,
        "type": "table",
        "path": path,
        **_titles(table),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        # The stock tool fails on `bytes` of a Parquet file; the hash holds.
        "hash": _hash(files[path]),
        "schema": _table_schema(table, schema, shares, ""),
    }


def _csv(table: Table, schema: Schema, shares: Shares, files: dict[str, bytes]) -> dict:
    path = str(FOLDER / f"{table.name}.csv")
    return {
        "name": f"{table.name}-csv",
        "type": "table",
        "path": path,
        **_titles(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(files[path]),
        "hash": _hash(files[path]),
        "schema": _table_schema(table, schema, shares, "-csv"),
    }


def _titles(table: Table) -> dict:
    """What the table is, in English and in Dutch."""
    return {
        "title": _sentence(table.row),
        "description": f"One row is {table.row}. {table.about}",
        "title_nl": _sentence(table.row_nl),
        "description_nl": f"Eén rij is {table.row_nl}. {table.about_nl}",
    }


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def _hash(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _table_schema(table: Table, schema: Schema, shares: Shares, suffix: str) -> dict:
    """The Table Schema of a table; suffix leads foreign keys to resources of the same format."""
    columns = table.columns.values()
    keys = [_foreign_key(column, schema, suffix) for column in columns if column.references]
    fields = [_field(table, column, schema, shares) for column in columns]
    return {
        "fields": fields,
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
        "missingValues": [""],
    }


def _foreign_key(column: Column, schema: Schema, suffix: str) -> dict:
    key = schema.tables[column.references or ""].key[0]
    reference = {"resource": f"{column.references}{suffix}", "fields": [key]}
    return {"fields": [column.name], "reference": reference}


def _field(table: Table, column: Column, schema: Schema, shares: Shares) -> dict:
    field = {"name": column.name, "type": column.type, "description": column.description}
    field |= {"description_nl": column.description_nl}
    extra = {
        "unit": column.unit,
        "codelist": column.codelist,
        # A list in a cell; the standard's own type `list` is read in two ways, so it is a string.
        "itemType": column.items,
        "delimiter": ";" if column.items else None,
        "constraints": _constraints(table, column, schema) or None,
        "evidence": shares.get((table.name, column.name)),
    }
    return field | {key: value for key, value in extra.items() if value is not None}


def _constraints(table: Table, column: Column, schema: Schema) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    # The stock tool can't publish a pattern of a column with nulls to SQLite; the build checks it.
    if column.pattern and column.required:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.codelist:
        codes = schema.allowed[column.codelist]
        constraints["enum"] = [int(code) for code in codes] if column.type == "integer" else codes
    return constraints
