"""The sheets for teachers: few columns, names in place of ids."""

from __future__ import annotations

from typing import Any

from dutchcabinets._export.columns import Column, safe_days
from dutchcabinets._readable import labels, parties
from dutchcabinets._tables import load

Row = dict[str, Any]

_TITLES = {
    "en": {
        "cabinets": ("cabinets", "a cabinet"),
        "formations": ("formations", "a formation, from the election to the inauguration"),
        "falls": ("falls", "how a cabinet ended, or a crisis that was mended"),
        "ministers": ("ministers", "a minister or state secretary in one post"),
    },
    "nl": {
        "cabinets": ("kabinetten", "een kabinet"),
        "formations": ("formaties", "een formatie, van verkiezing tot beëdiging"),
        "falls": ("kabinetsval", "hoe een kabinet eindigde, of een crisis die gelijmd werd"),
        "ministers": ("bewindslieden", "een minister of staatssecretaris op één post"),
    },
}
"""The name of each sheet and what a row of it is."""

_HEADS = {
    "cabinet": ("string", "cabinet", "kabinet"),
    "prime_minister": ("string", "prime minister", "minister-president"),
    "start_date": ("date", "start", "begin"),
    "resignation_date": ("date", "resignation", "ontslagaanvraag"),
    "end_date": ("date", "end", "einde"),
    "party_names": ("string", "parties", "partijen"),
    "seats_tk": ("integer", "seats of the coalition", "zetels van de coalitie"),
    "chamber_seats_tk": ("integer", "seats of the Tweede Kamer", "zetels van de Tweede Kamer"),
    "n_ministers": ("integer", "ministers", "ministers"),
    "n_women_ministers": ("integer", "women among them", "vrouwen onder hen"),
    "days_full": ("integer", "days with full powers", "dagen missionair"),
    "days_caretaker": ("integer", "days as caretaker", "dagen demissionair"),
    "rank": ("integer", "rank", "plaats"),
    "days": ("integer", "days", "dagen"),
    "date": ("date", "date", "datum"),
    "outcome": ("string", "outcome", "afloop"),
    "mechanism": ("string", "how", "hoe"),
    "summary": ("string", "summary", "samenvatting"),
    "name": ("string", "name", "naam"),
    "post": ("string", "post", "post"),
    "party": ("string", "party", "partij"),
    "end_reason": ("string", "why it ended", "waarom het eindigde"),
}
"""The type of each column and its header in English and Dutch."""

_COLUMNS = {
    "cabinets": [
        "cabinet", "prime_minister", "start_date", "resignation_date", "end_date", "party_names",
        "seats_tk", "chamber_seats_tk", "n_ministers", "n_women_ministers", "days_full",
        "days_caretaker",
    ],
    "formations": ["rank", "cabinet", "start_date", "end_date", "days"],
    "falls": ["cabinet", "date", "outcome", "mechanism", "summary"],
    "ministers": ["cabinet", "name", "post", "party", "start_date", "end_date", "end_reason"],
}  # fmt: skip


def sheets(lang: str) -> tuple[dict[str, str], dict[str, list[Column]]]:
    """For each sheet, by its name in a language, what a row is, and its columns."""
    titles, found = {}, {}
    for name, rows in _rows(lang).items():
        sheet, titles_row = _TITLES[lang][name]
        titles[sheet] = titles_row
        found[sheet] = [part for column in _COLUMNS[name] for part in _column(column, rows, lang)]
    return titles, found


def _column(name: str, rows: list[Row], lang: str) -> list[Column]:
    """A column under its header; the header says what it means."""
    kind, *heads = _HEADS[name]
    head = heads[["en", "nl"].index(lang)]
    column = Column(head, kind, head, [row[name] for row in rows])
    if kind != "date":
        return [column]
    first, *years = safe_days(column)
    word = {"en": "year", "nl": "jaar"}[lang]
    return [first, *(Column(f"{word} ({head})", "integer", head, one.values) for one in years)]


def _rows(lang: str) -> dict[str, list[Row]]:
    """The rows of each sheet, ids replaced by names, codes by labels."""
    cabinets = load("cabinets", format="arrow").to_pylist()
    name = "name" if lang == "nl" else "name_en"
    cabinet = {row["cabinet_id"]: row[name] for row in cabinets}
    party = parties()
    outcomes, mechanisms, reasons = (
        labels(name, lang) for name in ("fall_outcome", "mechanism", "end_reason")
    )
    return {
        "cabinets": [{**row, "cabinet": row[name], "party_names": _names(row["parties"], party)}
                     for row in cabinets],
        "formations": [{**row, "cabinet": cabinet.get(row["cabinet_id"])} for row in _ranked()],
        "falls": [
            {**row, "cabinet": cabinet[row["cabinet_id"]], "summary": row[f"summary_{lang}"],
             "outcome": outcomes[row["outcome"]],
             "mechanism": mechanisms.get(row["mechanism"])}
            for row in load("falls", format="arrow").to_pylist()
        ],
        "ministers": [
            {**row, "cabinet": cabinet[row["cabinet_id"]], "party": party.get(row["party_id"]),
             "end_reason": reasons.get(row["end_reason"])}
            for row in load("appointments", format="arrow").to_pylist()
        ],
    }  # fmt: skip


def _names(ids: str | None, names: dict[str, str]) -> str | None:
    return ids and ", ".join(names[one] for one in ids.split(";"))


def _ranked() -> list[Row]:
    """Formations by their length from the election, the longest first."""
    rows = load("formation_durations", format="arrow").to_pylist()
    own = [row for row in rows if row["definition"] == "election_to_inauguration" and row["rank"]]
    return sorted(own, key=lambda row: (row["rank"], row["start_date"]))
