"""One cabinet as a person wants to read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from dutchcabinets import _package
from dutchcabinets._cabinet import bare, cabinet_id
from dutchcabinets._compare import lengths_of
from dutchcabinets._evidence import evidence
from dutchcabinets._layout import terminal_width
from dutchcabinets._people import LEVELS
from dutchcabinets._tables import load
from dutchcabinets._wording import language

if TYPE_CHECKING:
    import pandas

SECTIONS = ["cabinet", "parties", "formation", "rounds", "agreements", "lengths", "ministers"]
SECTIONS += ["phases", "falls", "causes"]
# Whose evidence is told: what the text says of the cabinet as a whole.
_CELLS = ["start_date", "resignation_date", "end_date", "prime_minister", "parties", "seats_tk"]
_CELLS += ["seats_ek", "cabinet_type", "formation_days", "fall_cause"]
# Stages tell of these; debates on an appointment are held on its day.
_TOLD_BY_STAGES = ["scout_appointed", "informateur_appointed", "formateur_appointed"]
_TOLD_BY_STAGES += ["appointment_debate"]
# What happens on one day happens in this order.
_TURNS = ["agreement_reached", "agreement_approved", "agreement_presented", "inauguration"]


class Shown(Mapping[str, Any]):
    """A cabinet in sections: `shown["ministers"]` is a DataFrame, str(shown) the text to read.

    Sections:
        cabinet: a dict, the row of table `cabinets`, with `election_date`, and `previous` and
            `next`, the ids of the cabinets before and after it, `aliases` (each with who uses
            it) and `formation`, its row of table `formations`.
        parties: its rows of `cabinet_parties`, the largest party first.
        formation: its formation step by step, a row a commission or another event: start_date,
            end_date (of a commission), step (its role or the type of the event), person_ids,
            parties, outcome, task or note, days.
        rounds: its rows of `bargaining_rounds`: who bargained with whom.
        agreements: its rows of `agreements`.
        lengths: its lengths, as days, under each definition, with rank.
        ministers: its rows of `appointments`, the prime minister first.
        phases: its rows of `cabinet_phases`.
        falls: its fall and the crises that were mended, with the vote if there was one.
        causes: the causes of these.
        sources: only where asked for: what sources say of it, as `evidence` tells it.
    """

    def __init__(self, sections: dict[str, Any], lang: str):
        self._sections = sections
        self._lang = lang

    def __getitem__(self, name: str) -> Any:
        if name not in self._sections:
            raise KeyError(str(_package.unknown("section", name, list(self._sections))))
        return self._sections[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def __len__(self) -> int:
        return len(self._sections)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<cabinet {self['cabinet']['cabinet_id']}: {', '.join(self)}>"

    def text(self, width: int | None = None, bold: bool = False) -> str:
        """The text to read.

        Args:
            width: that it may take; that of the terminal if left out.
            bold: whether headings are bold, with codes that only a terminal understands.
        """
        from dutchcabinets._show_text import text

        return text(self._sections, self._lang, width or terminal_width(), bold)


def show(cabinet: str, lang: str = "en", sources: bool = False) -> Shown:
    """One cabinet: dates, parties, formation, lengths, ministers, phases, and why it fell.

    Args:
        cabinet: its id, name, or another name in use that is not ambiguous.
        lang: language of the text, en or nl.
        sources: whether it tells who says so.

    Returns:
        Its sections by name; `print` it to read it.

    Raises:
        ValueError: no cabinet is called so, or several are (the message lists which); no such
            language.
    """
    language(lang)
    key = cabinet_id(cabinet)
    falls = _of(load("falls"), key)
    causes = load("fall_causes")
    sections = {
        "cabinet": _cabinet(key),
        "parties": _parties(key),
        "formation": _steps(key),
        "rounds": _rounds(key),
        "agreements": _of(load("agreements"), key),
        "lengths": lengths_of(key),
        "ministers": _ministers(key),
        "phases": _of(load("cabinet_phases"), key).sort_values("phase", ignore_index=True),
        "falls": _with_votes(falls),
        "causes": causes[causes["fall_id"].isin(falls["fall_id"])].reset_index(drop=True),
    }
    if sources:
        said = evidence("cabinets", key)
        sections["sources"] = said[said["column"].isin(_CELLS)].reset_index(drop=True)
    return Shown(sections, lang)


def _of(rows: pandas.DataFrame, cabinet: str) -> pandas.DataFrame:
    return rows[rows["cabinet_id"] == cabinet].reset_index(drop=True)


def _cabinet(cabinet: str) -> dict[str, Any]:
    """The row of a cabinet with what stands beside it."""
    from dutchcabinets._readable import records

    rows = records(load("cabinets").sort_values("sequence"))
    number = next(at for at, row in enumerate(rows) if row["cabinet_id"] == cabinet)
    row = rows[number]
    elections = load("elections", format="arrow").to_pylist()
    days = {one["election_id"]: one["date"].isoformat() for one in elections if one["date"]}
    formations = load("formations", format="arrow").to_pylist()
    own: dict[str, Any] = next(
        (one for one in formations if one["formation_id"] == row["formation_id"]), {}
    )
    return row | {
        "election_date": days.get(row["election_id"]),
        "previous": rows[number - 1]["cabinet_id"] if number else None,
        "next": rows[number + 1]["cabinet_id"] if number + 1 < len(rows) else None,
        "aliases": _aliases(row),
        "formation": own,
    }


def _aliases(row: dict[str, Any]) -> dict[str, list[str]]:
    """Who uses another name than ours, by name."""
    own = {bare(row["name"]), bare(row["name_en"])}
    found: dict[str, list[str]] = {}
    for one in _of(load("cabinet_aliases"), row["cabinet_id"]).itertuples():
        if bare(one.alias) not in own:
            found.setdefault(one.alias, []).append(one.scheme)
    return found


def _parties(cabinet: str) -> pandas.DataFrame:
    rows = _of(load("cabinet_parties"), cabinet)
    rows = rows.assign(is_support=rows["role"] != "coalition")
    rows = rows.sort_values(["is_support", "seats_tk"], ascending=[True, False], kind="stable")
    return rows.drop(columns="is_support").reset_index(drop=True)


def _steps(cabinet: str) -> pandas.DataFrame:
    """The formation of a cabinet: its commissions and other events, in order."""
    import pandas

    formation = load("cabinets").set_index("cabinet_id").at[cabinet, "formation_id"]
    columns = ["start_date", "start_text", "end_date", "step", "person_ids", "parties", "outcome"]
    columns += ["note", "days", "is_stage", "is_current"]
    types = load("formation_stages").dtypes[["end_date", "days", "is_current"]].to_dict()
    types |= {"is_stage": "boolean", "start_text": "str", "outcome": "str"}
    parts = [_commissions(formation), _events(formation)]
    parts = [part.reindex(columns=columns).astype(types) for part in parts]
    return _in_order(pandas.concat(parts, ignore_index=True))


def _rounds(cabinet: str) -> pandas.DataFrame:
    """The bargaining rounds of the formation of a cabinet, in order."""
    formation = load("cabinets").set_index("cabinet_id").at[cabinet, "formation_id"]
    rows = load("bargaining_rounds")
    return rows[rows["formation_id"] == formation].reset_index(drop=True)


def _commissions(formation: str) -> pandas.DataFrame:
    """The commissions of a formation; those who worked together are one step."""
    stages = load("formation_stages")
    stages = stages[stages["formation_id"] == formation]
    group = stages.groupby(["stage", "role", "start_date", "end_date"], dropna=False, sort=False)
    told = group.agg(
        person_ids=("person_id", ";".join),
        parties=("parties", "first"),
        outcome=("outcome", "first"),
        note=("task", "first"),
        days=("days", "first"),
        is_current=("is_current", "first"),
    )
    return told.reset_index().rename(columns={"role": "step"}).assign(is_stage=True)


def _events(formation: str) -> pandas.DataFrame:
    """What else happened in a formation."""
    rows = load("events")
    rows = rows[rows["formation_id"] == formation]
    rows = rows[~rows["event_type"].isin(_TOLD_BY_STAGES)]
    names = {"date": "start_date", "event_type": "step", "date_text": "start_text"}
    names |= {"person_id": "person_ids", "party_id": "parties"}
    return rows.rename(columns=names).assign(is_stage=False, is_current=False)


def _in_order(rows: pandas.DataFrame) -> pandas.DataFrame:
    """By day, else by month; a commission whose start is not known stands where it ended."""
    days = rows["start_date"].dt.strftime("%Y-%m-%d").astype("str")
    ends = rows["end_date"].dt.strftime("%Y-%m-%d").astype("str")
    order = days.fillna(rows["start_text"]).fillna(ends).fillna("9999")
    is_last = rows["is_stage"] & rows["start_date"].notna()
    turn = rows["step"].map(lambda step: _TURNS.index(step) if step in _TURNS else -1)
    keys = {"order": order, "is_last": is_last, "turn": turn}
    rows = rows.assign(**keys).sort_values([*keys], kind="stable", ignore_index=True)
    return rows.drop(columns=[*keys])


def _ministers(cabinet: str) -> pandas.DataFrame:
    rows = _of(load("appointments"), cabinet)
    rows = rows.assign(level=rows["post_level"].map(LEVELS.index))
    order = ["level", "ministry_id", "post", "start_date"]
    return rows.sort_values(order, ignore_index=True).drop(columns="level")


def _with_votes(falls: pandas.DataFrame) -> pandas.DataFrame:
    votes = load("votes").drop(columns=["date", "cabinet_id"])
    rows = falls.merge(votes.rename(columns={"event_id": "vote_id"}), on="vote_id", how="left")
    return rows.sort_values("date", ignore_index=True)
