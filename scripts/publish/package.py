"""The files of the data package: each table twice, their hashes, datapackage.json, CITATION.cff."""

from __future__ import annotations

import hashlib
import json

from dutchcabinets import _cite, _package
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
    files[_package.HASHES] = _hashes(files, metadata["version"])
    files["datapackage.json"] = descriptor(schema, files, shares)
    files["CITATION.cff"] = _cite.cff(metadata).encode()
    return files


def _hashes(files: Outputs, version: str) -> bytes:
    """What the loader looks at before it reads a table: small, so that this costs nothing."""
    hashes = {
        path.rpartition("/")[2]: hashlib.sha256(content).hexdigest()
        for path, content in sorted(files.items())
    }
    content = {"version": version, "files": hashes}
    return (json.dumps(content, indent=1) + "\n").encode()
