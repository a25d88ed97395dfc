"""docs/falls.md: every fall with our coding, that of the field where it is public, and why."""

from __future__ import annotations

from scripts.cells import Tables, by, grouped
from scripts.publish.markdown import markdown_table
from scripts.schema import Schema


def falls_page(schema: Schema, tables: Tables) -> str:
    """The falls in a table, the codes with their definitions, and what happened."""
    page = _Page(schema, tables)
    return "\n".join([*page.head(), "", *page.falls(), "", *page.codes(), "", *page.stories()])


def coded_elsewhere(tables: Tables) -> str:
    """How many codings of the schemes of the field were published, and how many are ours."""
    codings = tables["fall_codings"]
    published = sum(row["published_code"] is not None for row in codings)
    told = f"Of the {len(codings)} codings in `fall_codings` {published} were published by others"
    return f"{told}; the rest are translations of ours"


class _Page:
    def __init__(self, schema: Schema, tables: Tables):
        self._version = schema.package["version"]
        self._tables = tables
        self._label = {(row["codelist"], row["code"]): row["label_en"] for row in schema.codes}
        self._definition = {
            row["code"]: row["definition"] for row in schema.codes if row["codelist"] == "mechanism"
        }
        self._schemes = schema.labels("fall_scheme")
        events = by(tables["events"], "event_id")
        cabinets = by(tables["cabinets"], "cabinet_id")
        falls = tables["falls"]
        self._day = {row["fall_id"]: events[row["event_id"]]["date_text"] for row in falls}
        self._name = {row["fall_id"]: cabinets[row["cabinet_id"]]["name"] for row in falls}
        self._parties = {row["party_id"]: row["abbreviation"] for row in tables["parties"]}
        self._causes = grouped(tables["fall_causes"], "fall_id")
        self._votes = by(tables["votes"], "event_id")
        codings = [row for row in tables["fall_codings"] if row["published_code"]]
        self._published = grouped(codings, "fall_id")
        self._ordered = sorted(
            falls,
            key=lambda row: (cabinets[row["cabinet_id"]]["sequence"], self._day[row["fall_id"]]),
        )

    def head(self) -> list[str]:
        return [
            "# Why cabinets fell",
            "",
            "Written by the build from `falls`, `fall_causes`, `votes` and `fall_codings`, version",
            f"{self._version}. Every cabinet that ended and every crisis that was mended, with our",
            "coding and that of other data sets where it is public. Below stand the codes, with",
            "definitions, examples and their class in the schemes of the field, and a summary of",
            "each fall. How we code, and how far two codings agreed, stands in coding-rules.md.",
            f"{coded_elsewhere(self._tables)}.",
            "",
            *(self._scheme(scheme, name) for scheme, name in self._schemes.items()),
        ]

    def _scheme(self, scheme: str, name: str) -> str:
        codings = [row for row in self._tables["fall_codings"] if row["scheme"] == scheme]
        known = [row for row in codings if row["published_code"]]
        if not known:
            no_coding = "no coding of single falls is public"
            return f"- {name}: {no_coding}; the class is translated from ours."
        same = sum(row["agrees"] for row in known)
        total = len(self._tables["falls"])
        told = f"codes {len(known)} of the {total} falls, {same} as ours would be translated"
        return f"- {name} {told}."

    def falls(self) -> list[str]:
        head = ["cabinet", "resignation", "how it ended", "over what", "who, against whom", "vote",
                "published coding"]  # fmt: skip
        return [markdown_table(head, [self._fall(row) for row in self._ordered])]

    def _fall(self, row: dict) -> list[object]:
        key = row["fall_id"]
        causes = [cause for cause in self._causes[key] if cause["role"] == "proximate"]
        causes.sort(key=lambda cause: cause["cause_number"])
        vote, cap = self._votes.get(row["vote_id"]), row["issue_cap"]
        topic = f" ({self._label['cap_major_topic', str(cap)]})" if cap else ""
        return [
            self._called(row),
            self._day[key],
            self._label["mechanism", row["mechanism"]],
            row["issue"] + topic,
            "; ".join(self._acted(cause) for cause in causes if cause["actor"]),
            f"{vote['subject']}: {vote['result']}{count_of(vote)}" if vote else "",
            "; ".join(self._theirs(coding) for coding in self._published.get(key, ())),
        ]

    def _called(self, fall: dict) -> str:
        return self._name[fall["fall_id"]] + (", mended" if fall["outcome"] == "mended" else "")

    def _who(self, codes: str) -> str:
        each = (code for code in codes.split(";") if code)
        return ", ".join(self._parties.get(code) or self._label["actor", code] for code in each)

    def _acted(self, cause: dict) -> str:
        doer = self._who(cause["party_id"] or cause["actor"])
        if cause["party_id"] and cause["actor"] != "party":
            doer = f"{self._who(cause['actor'])} ({doer})"
        return f"{doer} against {self._who(cause['against'])}" if cause["against"] else doer

    def _theirs(self, coding: dict) -> str:
        code = self._label[coding["scheme"], coding["published_code"]]
        differs = "" if coding["agrees"] else f". {coding['note']}"
        return f"{self._schemes[coding['scheme']]}: {code}{differs}"

    def codes(self) -> list[str]:
        schemes = self._schemes.values()
        head = ["code", "definition", "example", "counter-example", *schemes, "falls"]
        rows = [self._code(row) for row in self._tables["mechanisms"]]
        return ["## The codes", "", markdown_table(head, rows, numbers=1)]

    def _code(self, row: dict) -> list[object]:
        counter = row["counter_example"]
        classes = ((scheme, row[scheme]) for scheme in self._schemes)
        return [
            self._label["mechanism", row["mechanism"]],
            self._definition[row["mechanism"]],
            self._titled(row["example"]),
            f"{self._titled(counter)}: {row['note']}" if counter else row["note"],
            *(self._label[scheme, code] if code else "none" for scheme, code in classes),
            row["n_falls"],
        ]

    def _titled(self, fall: str | None) -> str | None:
        return f"{self._name[fall]} ({self._day[fall][:4]})" if fall else None

    def stories(self) -> list[str]:
        lines = ["## What happened", ""]
        for row in self._ordered:
            title = f"**{self._called(row)}** ({self._day[row['fall_id']]})."
            lines += [f"{title} {row['summary_en']}", ""]
        return lines


def count_of(vote: dict) -> str:
    """The figures of a vote, where they are known."""
    ayes, noes = vote["votes_for"], vote["votes_against"]
    return "" if None in (ayes, noes) else f" {ayes}-{noes}"
