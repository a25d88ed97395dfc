"""The files of a table: Parquet, and its twin in CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dutchcabinets import _cite
from scripts.cells import Rows
from scripts.schema import Table, text

FOLDER = PurePosixPath("data/tables")
_ARROW = {
    "string": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
_PANDAS = {
    "string": ("unicode", "object"),
    "integer": ("int32", "Int32"),
    "number": ("float64", "float64"),
    "boolean": ("bool", "boolean"),
    "date": ("date", "object"),
}


def arrow_schema(table: Table) -> pa.Schema:
    """Types and nullability as the schema has them."""
    columns = table.columns.values()
    return pa.schema(
        [pa.field(column.name, _ARROW[column.type], not column.required) for column in columns]
    )


def parquet_bytes(rows: Rows, package: dict) -> bytes:
    """The table as Parquet: one row group, no time of writing, so that rows give their bytes.

    Neither compressed nor dictionary-encoded: git and the wheel compress better, and every reader
    opens it.
    """
    table = rows.table
    metadata = {
        "table": table.name,
        "version": package["version"],
        "licence": package["licenses"][0]["name"],
        "citation": _cite.text(package),
        "as_of": package["as_of"],
        "pandas": json.dumps(_pandas_metadata(table)),
    }
    columns = [
        pa.array([row[name] for row in rows], _ARROW[column.type])
        for name, column in table.columns.items()
    ]
    arrow = pa.Table.from_arrays(columns, schema=arrow_schema(table))
    sink = io.BytesIO()
    # Small tables are mostly metadata: no copy of the Arrow schema and no statistics.
    with pq.ParquetWriter(
        sink, arrow.schema, compression="none", use_dictionary=False, store_schema=False,
        write_statistics=False,
    ) as writer:  # fmt: skip
        writer.write_table(arrow, row_group_size=max(len(rows), 1))
        writer.add_key_value_metadata(metadata)
    return sink.getvalue()


def _pandas_metadata(table: Table) -> dict:
    """Makes plain pd.read_parquet return nullable integers and booleans, not floats and objects.

    Columns that are never null have numpy's types.
    """
    columns = []
    for column in table.columns.values():
        pandas_type, numpy_type = _PANDAS[column.type]
        if column.required and column.type in ("integer", "boolean"):
            numpy_type = pandas_type
        columns.append(
            {"name": column.name, "field_name": column.name, "pandas_type": pandas_type,
             "numpy_type": numpy_type, "metadata": None}
        )  # fmt: skip
    return {
        "index_columns": [],
        "column_indexes": [],
        "columns": columns,
        "creator": {},
        "pandas_version": "2.0",
    }


def csv_bytes(rows: Rows) -> bytes:
    """The table as CSV."""
    names = list(rows.table.columns)
    return csv_of(names, ([row[name] for name in names] for row in rows))


def csv_of(names: list[str], rows: Iterable[list[Any]]) -> bytes:
    """Rows of values as CSV in UTF-8 with newlines of Unix: days in ISO, null empty.

    Truth is TRUE or FALSE, the one form that R reads without being told.
    """
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(map(_cell, row) for row in rows)
    return sink.getvalue().encode()


def _cell(value: object) -> str:
    return str(value).upper() if isinstance(value, bool) else text(value)
