"""The files of the data package: each table twice, datapackage.json and CITATION.cff."""

from __future__ import annotations

from dutchcabinets import _cite
from scripts.cells import Tables
from scripts.publish.descriptor import Shares, descriptor, package_metadata
from scripts.publish.place import Outputs
from scripts.publish.tables import FOLDER, csv_bytes, parquet_bytes
from scripts.schema import Schema


def package_files(schema: Schema, tables: Tables, shares: Shares) -> Outputs:
    """Every file of the package by its path."""
    metadata = package_metadata(schema)
    files: Outputs = {}
    for name, rows in tables.items():
        files[str(FOLDER / f"{name}.parquet")] = parquet_bytes(rows, metadata)
        files[str(FOLDER / f"{name}.csv")] = csv_bytes(rows)
    files["datapackage.json"] = descriptor(schema, files, shares)
    files["CITATION.cff"] = _cite.cff(metadata).encode()
    return files
