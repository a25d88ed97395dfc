"""Words that stand for a code: oorlogskabinet for a wartime cabinet, mislukt for a failure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.printed import CONFIRMS, CONTRADICTS, UNDECIDED

WORDS: dict[str, dict[str, str]] = {
    "character": {
        "extra-parliamentary": r"(extra|buiten|außer)-?\W?\s?parl|zakenkabinet|ministry of affairs",
        "interim": r"interim|overgang|\bromp|tijdelijk",
        "wartime": r"oorlog|war cabinet",
        "royal": r"koninklijk|wilhelmina",
        "parliamentary": r"(?<![a-zß-])parl[eia]",
    },
    "orientation": {
        "liberal": r"libera",
        "conservative": r"conserv|konserv",
        "confessional": r"christ|katholi|catholic|antirevolution",
        "broad": r"\bbre(ed|de)|national unity",
        "mixed": r"gemengd|fus|conservatief-liber|liberaal-conserv|(arp|chu).*libera",
    },
    "office": {
        "temporary_chairman": r"tijdelijk|temporary",
        "permanent_chairman": r"\bvaste?\b|permanent",
    },
    "stage_outcome": {
        "failed": r"misluk|faal|fail|geen succes|zonder succes|scheit|gescheit|vergee|vain|strand",
        "succeeded": r"(?<!niet )(?<!waren )geslaagd|\bslaagden?\b(?! er niet| evenmin)|succeeded"
        r"|beëdiging|voltooid|succesvol",
    },
    "vote_result": {
        "rejected": r"verw[eoi]r|reject|defeat|overruled|veto|repouss|failed|niet is aanvaard",
        "carried": r"aangenomen|(?<!niet is )aanvaard|aannem|aanneming|carried|\bnam\b",
    },
}
"""For each code list the words of a code in the languages of the sources."""

CLASHING = ("mixed",)
"""Codes that say that several others hold, so that their words stand beside those of others."""


def read_code(codelist: str, printed: str, value: str) -> str:
    """Whether a text has words for a code, or for another one alone."""
    found = set(_codes_in(codelist, printed.casefold()))
    if value in found:
        return CONFIRMS
    if len(found) > 1 and value in (*CLASHING, *found):
        return UNDECIDED
    return CONTRADICTS if len(found) == 1 and not found & set(CLASHING) else UNDECIDED


def _codes_in(codelist: str, text: str) -> Iterator[str]:
    for code, words in WORDS[codelist].items():
        if re.search(words, text):
            yield code
