"""A table in other clothes: labels for codes, plain types, the names of another data set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutchcabinets import _package
from dutchcabinets._tables import load

if TYPE_CHECKING:
    import pandas

LANGUAGES = ("en", "nl")
DTYPES = ("nullable", "numpy")
NAMES = {"parlgov": ("party_cabinet", "parlgov-2024")}
"""The data sets whose names a table can have, each with the table and its id in measures."""

_PARLGOV = (
    "country_name_short", "country_name", "election_date", "start_date", "cabinet_name",
    "caretaker", "cabinet_party", "prime_minister", "seats", "election_seats_total",
    "party_name_short", "party_name", "party_name_english", "left_right", "country_id",
    "election_id", "cabinet_id", "previous_cabinet_id", "party_id",
)  # fmt: skip
"""The columns of ParlGov's view_cabinet in their order."""
_COUNTRY = {"country_name_short": "NLD", "country_name": "Netherlands", "country_id": 8}
"""What ParlGov has in the columns on the country."""


def check(table: str, format: str, labels: str | None, dtypes: str, names: str | None) -> None:
    """Raises ValueError where what is asked is not known, or goes with another format or table."""
    if format != "pandas":
        asked = "labels, dtypes and names"
        raise ValueError(f"format: expected 'pandas', with which {asked} go, found {format!r}")
    if labels is not None and labels not in LANGUAGES:
        raise _package.unknown("language of labels", labels, list(LANGUAGES))
    if dtypes not in DTYPES:
        raise _package.unknown("kind of dtypes", dtypes, list(DTYPES))
    if names is not None and names not in NAMES:
        raise _package.unknown("data set whose names a table can have", names, list(NAMES))
    if names is not None and table != NAMES[names][0]:
        raise ValueError(
            f"table: expected {NAMES[names][0]!r}, which can have the names of {names!r}, "
            f"found {table!r}"
        )


def viewed(
    frame: pandas.DataFrame, table: str, labels: str | None, dtypes: str, names: str | None
) -> pandas.DataFrame:
    """A table as it was asked for."""
    if labels:
        frame = _labelled(frame, table, labels)
    if dtypes == "numpy":
        frame = _plain(frame)
    return _as_parlgov(frame) if names else frame


def _labelled(frame: pandas.DataFrame, table: str, language: str) -> pandas.DataFrame:
    """Labels in place of codes."""
    codes = load("codes")
    found = {}
    for field in _package.resource(table)["schema"]["fields"]:
        if codelist := field.get("codelist"):
            own = codes[codes["codelist"] == codelist].set_index("code")[f"label_{language}"]
            found[field["name"]] = frame[field["name"]].map(own).astype("str").where(
                frame[field["name"]].notna()
            )  # fmt: skip
    return frame.assign(**found)


def _plain(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Nullable integers and booleans as float64; those of tables that are never null stay."""
    import pandas

    nullable = [
        name
        for name, kind in frame.dtypes.items()
        if pandas.api.types.is_extension_array_dtype(kind)
        and (pandas.api.types.is_integer_dtype(kind) or pandas.api.types.is_bool_dtype(kind))
    ]
    return frame.astype(dict.fromkeys(nullable, "float64"))


def _as_parlgov(frame: pandas.DataFrame) -> pandas.DataFrame:
    """The columns of view_cabinet: flags are 0 and 1, seats whole numbers where they are known."""
    measures = load("measures")
    own = measures[measures["table_name"] == "party_cabinet"]
    called = {}
    names = own["names_elsewhere"].fillna("")
    for column, elsewhere in zip(own["column_name"], names, strict=True):
        for one in elsewhere.split(";"):
            dataset, _, name = one.partition(":")
            if dataset == NAMES["parlgov"][1]:
                called[column] = name
    frame = frame[list(called)].rename(columns=called).assign(**_COUNTRY)
    flags = ["caretaker", "cabinet_party", "prime_minister"]
    counts = ["seats", "election_seats_total"]
    frame = frame.astype(dict.fromkeys(flags, "int64") | dict.fromkeys(counts, "Int64"))
    return frame[list(_PARLGOV)]
