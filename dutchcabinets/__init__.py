"""Dutch cabinets: who governed, how long each formation took by every definition in use, and why each cabinet fell.

>>> import dutchcabinets as dc
>>> dc.load("cabinets")  # doctest: +SKIP

The tables travel with the package: nothing is downloaded. `tables()` names them, `describe()` explains their columns,
`evidence()` tells who says so.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import Any, Literal, overload

    import pandas
    import polars
    import pyarrow
else:

    def overload(function):
        """Stands in for typing.overload, whose import would take longer than that of this package."""
        return function


__version__ = "0.2.0"
__all__ = ["__version__", "cite", "describe", "evidence", "load", "path", "running", "tables", "which"]

# Imports stand in the functions: `import dutchcabinets` itself loads nothing heavy.


def tables() -> dict[str, str]:
    """The tables of the package.

    Returns:
        Name of each table, with one line that says what a row is.
    """
    return {resource["name"]: resource["title"] for resource in _resources()}


@overload
def load(table: str, format: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
@overload
def load(table: str, format: Literal["arrow"]) -> pyarrow.Table: ...
@overload
def load(table: str, format: Literal["polars"]) -> polars.DataFrame: ...
def load(table: str, format: str = "pandas") -> Any:
    """A table of the package; `tables()` names them.

    Args:
        table: name of the table, as in `tables()`.
        format: "pandas" for a DataFrame (datetime64 dates, nullable integers and booleans, str), "arrow" for a
            pyarrow.Table (pandas is not imported), "polars" for a polars.DataFrame (polars must be installed).

    Raises:
        ValueError: there is no such table or format; the message names the near ones.
    """
    if format not in ("pandas", "arrow", "polars"):
        raise _unknown("format", format, ["pandas", "arrow", "polars"])
    file = path(table)
    if format == "polars":
        import polars

        return polars.read_parquet(file)
    # ParquetFile, since pyarrow.parquet.read_table imports pandas.
    from pyarrow.parquet import ParquetFile

    arrow = ParquetFile(file).read()
    return arrow if format == "arrow" else arrow.to_pandas(date_as_object=False)


def path(table: str) -> Path:
    """The Parquet file of a table, for DuckDB, R and others. (The CSV twins are in the repository, not in the wheel.)

    Raises:
        ValueError: there is no such table; the message names the near ones.
    """
    from pathlib import Path

    file = Path(_root(), "data", "tables", f"{table}.parquet")
    if not file.name == f"{table}.parquet" or not file.is_file():
        raise _unknown("table", table, list(tables()))
    return file


def describe(table: str) -> pandas.DataFrame:
    """The columns of a table.

    Returns:
        One row a column: column, type, unit, description, codes (allowed values, separated by semicolons), required,
        and evidence, the share of its cells that are not null for which a source was recorded that prints the value, or that are
        computed from such cells. Evidence is missing for keys, remarks and tables about the data.

    Raises:
        ValueError: there is no such table; the message names the near ones.
    """
    import pandas

    rows = []
    for field in _resource(table)["schema"]["fields"]:
        constraints = field.get("constraints", {})
        rows.append({
            "column": field["name"],
            "type": field["type"],
            "unit": field.get("unit"),
            "description": field["description"],
            "codes": ";".join(map(str, constraints["enum"])) if "enum" in constraints else None,
            "required": constraints.get("required", False),
            "evidence": field.get("evidence"),
        })  # fmt: skip
    return pandas.DataFrame(rows).astype({"evidence": "float64"})


def evidence(table: str, row_id: str, column: str | None = None) -> pandas.DataFrame:
    """What sources say of a cell, those that disagree included; of a derived cell, what they say of the facts behind it.

    Args:
        table: name of a table.
        row_id: key of a row; the parts of a key of several columns are joined by a slash, as in "tk-2021/vvd".
        column: name of a column; without it, the evidence of all cells of the row.

    Returns:
        One row a source and curated cell: column (as asked), cell (table/row/column where the value is curated), stance,
        value_as_printed, value, family, publisher, title, locator, depth, date_published, date_read, url, source_id.
        No rows: no source is recorded.

    Raises:
        ValueError: there is no such table, row or column; the message names the near ones.
    """
    import pandas

    schema = _resource(table)["schema"]
    columns = [field["name"] for field in schema["fields"]]
    if column is not None and column not in columns:
        raise _unknown(f"column of {table}", column, columns)
    keys = load(table, format="arrow").select(schema["primaryKey"]).to_pylist()
    ids = ["/".join(map(str, key.values())) for key in keys]
    if row_id not in ids:
        raise _unknown(f"row of {table}", row_id, ids)

    asked = [column] if column else columns
    lineage = load("lineage")
    lineage = lineage[(lineage["table"] == table) & (lineage["row_id"] == row_id) & lineage["column"].isin(asked)]
    own = [name for name in asked if name not in set(lineage["column"])]
    direct = pandas.DataFrame({"column": own, "from_table": table, "from_row_id": row_id, "from_column": own})
    cells = pandas.concat([direct, lineage[direct.columns]]).rename(columns={"column": "asked"})
    said = cells.merge(load("evidence"), left_on=["from_table", "from_row_id", "from_column"], right_on=["table", "row_id", "column"])
    said = said.merge(load("sources"), on="source_id", how="left")
    said["cell"] = said["from_table"] + "/" + said["from_row_id"] + "/" + said["from_column"]
    order = pandas.Categorical(said["asked"], asked, ordered=True)
    said = said.assign(column=order).sort_values(["column", "cell", "stance", "family", "source_id"], ignore_index=True)
    said["column"] = said["column"].astype("str")
    shown = ["column", "cell", "stance", "value_as_printed", "value", "family", "publisher", "title", "locator", "depth",
             "date_published", "date_read", "url", "source_id"]  # fmt: skip
    return said[shown]


def which(days: int) -> pandas.DataFrame:
    """The formations and definitions whose length is a number of days: where a published figure may come from.

    Args:
        days: a number of days, such as 271.

    Returns:
        Rows of formation_durations with that length, and the column counted: "difference" where it is the difference of
        the dates, "both ends" where both ends are counted. No rows: no definition gives that number.
    """
    import pandas

    durations = load("formation_durations")
    found = [durations[durations[column] == days].assign(counted=counted)
             for column, counted in (("days", "difference"), ("days_inclusive", "both ends"))]  # fmt: skip
    return pandas.concat(found, ignore_index=True)


def running(
    start: str | date, today: str | date | None = None, definition: str = "election_to_inauguration", since: int | None = None
) -> pandas.DataFrame:
    """Rank a formation that is still going on by its days so far, among those that were over on that day.

    Args:
        start: day from which the definition counts, such as that of the election ("2025-10-29").
        today: day up to which it is counted; the current day if left out.
        definition: the definition under which it is compared, one of duration_definitions.
        since: compare only with formations that were over in this year or later, such as 1946; with all since 1848 if left out.

    Returns:
        Rows of formation_durations under that definition, longest first, with one more for the running formation: it has
        no ids, is_running is true, and end_date is today. Ranks count it in.

    Raises:
        ValueError: there is no such definition, a date cannot be read, or today lies before start.
    """
    import pandas

    durations = load("formation_durations")
    if definition not in set(durations["definition"]):
        raise _unknown("definition", definition, sorted(set(durations["definition"])))
    first = pandas.Timestamp(start).normalize()
    last = pandas.Timestamp(today if today is not None else pandas.Timestamp.today()).normalize()
    if last < first:
        raise ValueError(f"today ({last.date()}) lies before start ({first.date()})")
    length = (last - first).days
    row = {"definition": definition, "start_date": first, "end_date": last, "days": length, "days_inclusive": length + 1}
    over = durations[(durations["definition"] == definition) & (durations["end_date"] <= last)].assign(is_running=False)
    over = over[over["end_date"].dt.year >= (since or 0)].drop(columns="rank_since_1946")
    rows = pandas.concat([over, pandas.DataFrame([{**row, "is_running": True}])], ignore_index=True)
    rows["rank"] = rows["days"].rank(ascending=False, method="min").astype("Int32")
    rows = rows.astype(over.dtypes.drop("rank").to_dict())
    return rows.sort_values(["rank", "is_running", "start_date"], ignore_index=True)


def cite(format: str = "text") -> str:
    """How to cite this version of the data.

    Args:
        format: "text", "bibtex", "apa", "csl-json" or "ris".

    Raises:
        ValueError: there is no such format; the message names the near ones.
    """
    from dutchcabinets import _cite

    if format not in _cite.FORMATS:
        raise _unknown("format", format, list(_cite.FORMATS))
    return _cite.FORMATS[format](_package())


def _root() -> str:
    """The folder of datapackage.json: the installed package, or the checkout in which it lies."""
    import os

    here = os.path.dirname(os.path.abspath(__file__))
    return here if os.path.exists(os.path.join(here, "datapackage.json")) else os.path.dirname(here)


def _package() -> dict:
    import json
    import os

    with open(os.path.join(_root(), "datapackage.json"), encoding="utf-8") as file:
        return json.load(file)


def _resources() -> list[dict]:
    return [resource for resource in _package()["resources"] if resource["format"] == "parquet"]


def _resource(table: str) -> dict:
    resources = {resource["name"]: resource for resource in _resources()}
    if table not in resources:
        raise _unknown("table", table, list(resources))
    return resources[table]


def _unknown(what: str, name: str, known: list[str]) -> ValueError:
    import difflib

    near = difflib.get_close_matches(str(name), known, n=5, cutoff=0.5) or [other for other in known if str(name) in other][:5]
    hint = f"did you mean {', '.join(near)}?" if near else f"there are {', '.join(known[:30])}{', ...' if len(known) > 30 else ''}"
    return ValueError(f"no {what} {name!r}; {hint}")
