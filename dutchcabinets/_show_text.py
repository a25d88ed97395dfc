"""A cabinet as text."""

from __future__ import annotations

from typing import Any

from dutchcabinets._compare import label
from dutchcabinets._layout import JOINED, pairs, wrapped
from dutchcabinets._ministers_text import ministers_text
from dutchcabinets._readable import (
    Row,
    cabinets,
    cell,
    labels,
    parties,
    persons,
    records,
    table,
)
from dutchcabinets._wording import day_in_words, word, years_in_words

Sections = dict[str, Any]

_TABLES = {
    "parties": {
        "party_id": "party", "role": "party_role", "seats_tk": "number", "seats_ek": "number",
        "n_ministers": "number", "n_state_secretaries": "number", "start_date": "day",
        "end_date": "day",
    },
    "lengths": {"label": "text", "start_date": "day", "end_date": "day", "days": "number",
                "rank": "rank"},
    "rounds": {"start_date": "day", "end_date": "day", "parties": "parties",
               "seats_tk": "number", "outcome": "round_outcome"},
    "agreements": {"kind": "agreement_kind", "title": "text", "date": "day", "pages": "number"},
    "phases": {"status": "status", "start_date": "day", "end_date": "day", "days": "number",
               "parties": "parties", "seats_tk": "number"},
    "causes": {"cause": "mechanism", "role": "cause_role", "actor": "text", "against": "parties"},
    "sources": {"column": "text", "sources": "text", "differs": "text"},
}  # fmt: skip


def text(sections: Sections, lang: str, width: int, bold: bool) -> str:
    """All sections, one below another; one that is empty is left out."""
    parts = [_head(sections["cabinet"], lang, width, bold)]
    for name in (
        "parties",
        "formation",
        "rounds",
        "agreements",
        "lengths",
        "ministers",
        "phases",
        "falls",
        "sources",
    ):
        rows = records(sections[name]) if name in sections else []
        if rows:
            heading = _bold(word(f"section_{name}", lang).upper(), bold)
            parts.append(f"{heading}\n{_body(name, rows, sections, lang, width, bold)}")
    return "\n\n".join(parts)


def _bold(line: str, bold: bool) -> str:
    return f"\x1b[1m{line}\x1b[0m" if bold else line


def _body(name: str, rows: list[Row], sections: Sections, lang: str, width: int, bold: bool) -> str:
    if name == "falls":
        causes = records(sections["causes"])
        return "\n\n".join(_fall(row, causes, lang, width, bold) for row in rows)
    if name == "formation":
        return _formation(rows, sections["cabinet"], lang, width)
    if name == "ministers":
        return ministers_text(rows, sections["cabinet"], lang, width)
    if name == "lengths":
        rows = _lengths(rows, sections["cabinet"]["formation_id"], lang)
    elif name == "sources":
        rows = _sources(rows, lang)
    kinds = _TABLES[name]
    if name == "agreements":
        # Where no source prints a title or counts pages there is no column of blanks.
        kinds = {one: kind for one, kind in kinds.items() if any(row[one] for row in rows)}
    if name == "parties":
        kinds = _without_same(rows, kinds, sections["cabinet"])
    shown = table(rows, kinds, lang, width, in_words=True, bold=bold)
    if name == "lengths":
        return shown + "\n" + "\n".join(wrapped(word("lengths_note", lang), width))
    return shown


def _without_same(rows: list[Row], kinds: dict[str, str], cabinet: Row) -> dict[str, str]:
    """Days are told where a party came later or left before, counts where they are known."""
    dull = {name for name in kinds if all(row[name] is None for row in rows)}
    for name in ("start_date", "end_date"):
        if all(row[name] == cabinet[name] for row in rows):
            dull.add(name)
    return {name: kind for name, kind in kinds.items() if name not in dull}


def _head(row: Row, lang: str, width: int, bold: bool) -> str:
    """Name, dates, who led it, kind and seats."""
    names = wrapped(f"{row['name']} ({row['cabinet_id']})", width)
    title = "\n".join([*(_bold(line, bold) for line in names), *wrapped(row["name_en"], width)])
    kind = [labels(name, lang)[row[name]] for name in ("cabinet_type", "character", "orientation")
            if row[name]]  # fmt: skip
    early = row["start_date"] < "1945-06-25"
    led = f"{row['prime_minister']} ({row['prime_minister_id']})" if row["prime_minister"] else None
    lines = [
        ("in_office_from", _span(row, lang)),
        ("resignation", _resignation(row, lang)),
        ("leader" if early else "prime_minister", led or word("unknown", lang)),
        ("kind", ", ".join(kind)),
        ("seats", "; ".join(_seats(row, lang))),
        ("support", ", ".join(parties()[one] for one in (row["support_parties"] or "").split(";")
                              if one)),
        ("election", _election(row, lang)),
        ("previous", _named(row["previous"])),
        ("next", _named(row["next"])),
        ("also", _also(row["aliases"], lang)),
        # Remarks are in English only.
        ("remark", row["note"] or "" if lang == "en" else ""),
    ]  # fmt: skip
    return f"{title}\n\n" + pairs([(word(name, lang), said) for name, said in lines], width)


def _named(cabinet: str | None) -> str:
    return f"{cabinets()[cabinet]} ({cabinet})" if cabinet else ""


def _also(aliases: dict[str, list[str]], lang: str) -> str:
    """Other names with who uses them."""
    schemes = labels("scheme", lang)
    return ", ".join(
        f"{name} ({', '.join(schemes[one] for one in users)})" for name, users in aliases.items()
    )


def _words(day: str, lang: str) -> str:
    return day_in_words(day, lang).replace(" ", JOINED)


def _span(row: Row, lang: str) -> str:
    start = _words(row["start_date"], lang)
    if row["end_date"] is None:
        return word("since" if row["is_current"] else "span", lang, start=start, end="?")
    return word("span", lang, start=start, end=_words(row["end_date"], lang))


def _resignation(row: Row, lang: str) -> str:
    if row["resignation_date"]:
        return _words(row["resignation_date"], lang)
    return word("none_yet" if row["is_current"] else "unknown", lang)


def _seats(row: Row, lang: str) -> list[str]:
    chambers = (("tk", "Tweede Kamer"), ("ek", "Eerste Kamer"))
    told = []
    for key, chamber in chambers:
        seats, every = row[f"seats_{key}"], row[f"chamber_seats_{key}"]
        if seats is not None:
            told.append(word("seats_of", lang, seats=seats, all=every, chamber=chamber))
    return told or [word("unknown", lang)]


def _election(row: Row, lang: str) -> str:
    if row["election_id"] is None:
        return ""
    day = _words(row["election_date"], lang) + " " if row["election_date"] else ""
    return f"{day}({row['election_id']})"


def _formation(rows: list[Row], cabinet: Row, lang: str, width: int) -> str:
    """What set it off, and a line a step."""
    formation = cabinet["formation"]
    trigger = word(f"after_{formation['trigger']}", lang)
    about = f"{years_in_words(formation['label'], lang)}, {trigger}"
    if formation["n_commissions"] is not None:
        failed = formation["n_failed_attempts"]
        counts = word("commissions", lang, commissions=formation["n_commissions"], failed=failed)
        about += f": {counts}"
    steps = [(cell(row, "start_date", "day", lang, 2), _step(row, lang)) for row in rows]
    return "\n".join([*wrapped(f"{about}.", width), pairs(steps, width)])


def _step(row: Row, lang: str) -> str:
    """What happened, who, up to when and how it ended."""
    people = ", ".join(_person(one) for one in (row["person_ids"] or "").split(";") if one)
    if not row["is_stage"]:
        said = labels("event_type", lang)[row["step"]] + (f": {people}" if people else "")
    else:
        end = word("until_day", lang, day=cell(row, "end_date", "day", lang, 2))
        days = _days(row["days"], lang)
        outcome = labels("stage_outcome", lang)[row["outcome"]]
        role = labels("commission", lang)[row["step"]]
        said = f"{role} {people}, {end}{days}: {outcome}"
    # Tasks and notes are in English only.
    note = f". {row['note'][0].upper()}{row['note'][1:]}" if row["note"] and lang == "en" else ""
    return said + note


def _days(days: int | None, lang: str) -> str:
    if days is None:
        return ""
    counted = word("one_day", lang) if days == 1 else word("days_of", lang, days=days)
    return f" ({counted.replace(' ', JOINED)})"


def _person(key: str) -> str:
    return f"{persons()[key]} ({key})"


def _lengths(rows: list[Row], own: str | None, lang: str) -> list[Row]:
    for row in rows:
        row["label"] = label(row, own, lang)
        ranked = row["rank"] is not None
        rank = word("rank_of", lang, rank=row["rank"], of=row["of"]) if ranked else ""
        row["rank"] = rank.replace(" ", JOINED)
    return rows


def _sources(rows: list[Row], lang: str) -> list[Row]:
    """A row a column: who agrees, and who says otherwise."""
    families = labels("source_family", lang)
    told: dict[str, Row] = {}
    for row in rows:
        made = told.setdefault(row["column"], {"column": row["column"], "agree": {}, "differ": {}})
        publisher = families[row["family"]]
        if row["stance"] == "agrees":
            made["agree"][publisher] = True
        elif row["stance"] == "differs":
            made["differ"][f"{publisher}: {row['value_as_printed'] or row['value']}"] = True
    return [
        {"column": word(f"cell_{one['column']}", lang), "sources": ", ".join(one["agree"]),
         "differs": "; ".join(one["differ"])}
        for one in told.values()
    ]  # fmt: skip


def _fall(row: Row, causes: list[Row], lang: str, width: int, bold: bool) -> str:
    """A fall or a crisis: when, how, over what, told in sentences, and its causes."""
    outcome = labels("fall_outcome", lang)[row["outcome"]]
    when = _words(row["date"], lang) if row["date"] else word("unknown", lang)
    lines = [
        ("date", f"{when} ({outcome})"),
        ("mechanism", labels("mechanism", lang).get(row["mechanism"] or "", "")),
        ("issue", _issue(row, lang)),
        ("vote", _vote(row, lang)),
    ]
    told = pairs([(word(name, lang), said) for name, said in lines], width)
    parts = [told, "\n".join(wrapped(row[f"summary_{lang}"] or "", width))]
    own = [_cause(one, lang) for one in causes if one["fall_id"] == row["fall_id"]]
    if own:
        parts.append(table(own, _TABLES["causes"], lang, width, bold=bold))
    return "\n\n".join(part for part in parts if part)


def _issue(row: Row, lang: str) -> str:
    """Over what; in Dutch only its area, for the words of the issue are English."""
    if lang == "en" or row["issue_cap"] is None:
        return row["issue"] or ""
    return labels("cap_major_topic", lang)[str(row["issue_cap"])]


def _cause(row: Row, lang: str) -> Row:
    party = parties()[row["party_id"]] if row["party_id"] else None
    actor = labels("actor", lang).get(row["actor"] or "", "")
    return row | {"actor": party if row["actor"] == "party" else actor}


def _vote(row: Row, lang: str) -> str:
    if row["subject"] is None:
        return ""
    result = labels("vote_result", lang)[row["result"]]
    counts = {name: "?" if row[name] is None else row[name] for name in
              ("votes_for", "votes_against")}  # fmt: skip
    subject = row["subject"] if lang == "en" else labels("vote_kind", lang)[row["vote_kind"]]
    said = word("vote_of", lang, subject=subject, result=result, **counts)
    return f"{labels('chamber', lang)[row['chamber']]}: {said}"
