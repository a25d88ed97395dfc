"""The tables: their names, their files, their columns, and loading them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from dutchcabinets import _package
from dutchcabinets._wording import language

if TYPE_CHECKING:
    from pathlib import Path

    import pandas
    import polars
    import pyarrow


def tables(lang: str = "en") -> dict[str, str]:
    """The tables of the package.

    Args:
        lang: language of the lines, en or nl.

    Returns:
        Name of each table, with one line that says what a row is.

    Raises:
        ValueError: no such language.
    """
    title = _in("title", lang)
    return {name: resource[title] for name, resource in _package.resources().items()}


def _in(key: str, lang: str) -> str:
    """The name of a text of the descriptor in a language: that in English has none of its own."""
    return key if language(lang) == "en" else f"{key}_{lang}"


@overload
def load(
    table: str,
    format: Literal["pandas"] = "pandas",
    *,
    labels: Literal["en", "nl"] | None = None,
    dtypes: Literal["nullable", "numpy"] = "nullable",
    names: Literal["parlgov"] | None = None,
) -> pandas.DataFrame: ...
@overload
def load(table: str, format: Literal["arrow"]) -> pyarrow.Table: ...
@overload
def load(table: str, format: Literal["polars"]) -> polars.DataFrame: ...
def load(
    table: str,
    format: str = "pandas",
    *,
    labels: str | None = None,
    dtypes: str = "nullable",
    names: str | None = None,
) -> Any:
    """A table of the package; `tables()` names them.

    Args:
        table: name of the table, as in `tables()`.
        format: "pandas" for a DataFrame (datetime64 dates, str; integers and booleans are nullable
            where they can be missing, plain where they never are), "arrow" for a pyarrow.Table
            (pandas is not imported), "polars" for a polars.DataFrame (polars must be installed).
        labels: "en" or "nl" for the labels of codes in place of the codes.
        dtypes: "numpy" for float64 in place of nullable integers, and in place of nullable booleans
            (0 and 1), as formula models want them.
        names: "parlgov" for party_cabinet with the columns of ParlGov's view_cabinet, in its order
            and with our ids, so that scripts written for it run.

    Raises:
        ValueError: there is no such table or format; the message names the near ones. Or labels,
            dtypes or names are none of these, or are asked of another format or table.
        FileNotFoundError: the file of the table is missing.
        RuntimeError: the file is damaged, or not that of this version.
        ImportError: polars is asked for and not installed; the message says how to.
    """
    if format not in ("pandas", "arrow", "polars"):
        raise _package.unknown("format", format, ["pandas", "arrow", "polars"])
    if (labels, dtypes, names) != (None, "nullable", None):
        from dutchcabinets import _views

        _views.check(table, format, labels, dtypes, names)
        return _views.viewed(load(table), table, labels, dtypes, names)
    file = path(table)
    if format == "polars":
        return _package.needed("polars", "format 'polars'", "polars").read_parquet(file)
    # ParquetFile, since pyarrow.parquet.read_table imports pandas.
    from pyarrow.parquet import ParquetFile

    arrow = ParquetFile(file).read()
    return arrow if format == "arrow" else arrow.to_pandas(date_as_object=False)


def path(table: str) -> Path:
    """The Parquet file of a table, for DuckDB, R and others.

    The CSV twins are in the repository, not in the wheel.

    Raises:
        ValueError: there is no such table; the message names the near ones.
        FileNotFoundError: the file is missing.
        RuntimeError: it is damaged, or not that of this version.
    """
    from pathlib import Path

    return Path(_package.checked(table))


def describe(table: str, lang: str = "en") -> pandas.DataFrame:
    """The columns of a table.

    Args:
        table: name of a table.
        lang: language of the descriptions, en or nl.

    Returns:
        One row a column: column, type, unit, description, codes (allowed values, separated by
        semicolons), required, and evidence, the share of its cells that are not null for which a
        source was recorded that prints the value, or that are computed from such cells. Evidence is
        missing for keys, remarks and tables about the data.

    Raises:
        ValueError: there is no such table, and the message names the near ones; no such language.
    """
    import pandas

    description = _in("description", lang)
    rows = []
    for field in _package.resource(table)["schema"]["fields"]:
        constraints = field.get("constraints", {})
        rows.append(
            {
                "column": field["name"],
                "type": field["type"],
                "unit": field.get("unit"),
                "description": field[description],
                "codes": ";".join(map(str, constraints.get("enum", ()))) or None,
                "required": constraints.get("required", False),
                "evidence": field.get("evidence"),
            }
        )
    return pandas.DataFrame(rows).astype({"evidence": "float64"})
