"""Numbers in a text: 9.515.226, 10 ministers, zevenendertig, forty-nine, trente-sept."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from scripts.printed import CONFIRMS, CONTRADICTS, UNDECIDED

_DIGITS = re.compile(r"(?<![^\W_])(?:\d{1,3}(?:[., '\u00a0\u2009]\d{3})+(?!\d)|\d+)")
_SMALL = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien",
    "en": "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix",
}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ARTICLES = ("een", "one", "un", "une", "eins")
"""Words for one that are articles as well: they say nothing where they stand."""


def _spelt() -> dict[str, int]:
    found: dict[str, int] = {}
    for language, names in _SMALL.items():
        small, tens = names.split(), _TENS[language].split()
        found |= {name: number for number, name in enumerate(small)}
        for step, ten in enumerate(tens, 2):
            found[ten] = 10 * step
            for number, one in enumerate(small[1:10], 1):
                for joined in _joined(language, one, ten):
                    found[joined] = 10 * step + number
    for number, name in enumerate(_ORDINALS.split(), 1):
        found[name] = number
    nothing = dict.fromkeys(("geen", "none", "no", "kein", "keine", "aucun"), 0)
    found |= nothing | {"één": 1, "quatre-vingts": 80, "twice": 2, "tweemaal": 2}
    return {name.casefold(): number for name, number in found.items()}


def _joined(language: str, one: str, ten: str) -> Iterator[str]:
    """How a ten and a number below ten are written together."""
    if language == "nl":
        yield from (f"{one}en{ten}", f"{one}ën{ten}")
    elif language == "de":
        yield f"{one.removesuffix('s') if one == 'eins' else one}und{ten}"
    else:
        yield from (f"{ten}-{one}", f"{ten} {one}", f"{ten}-et-{one}")


_WORDS = _spelt()


@functools.cache
def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers that are printed in a text, as figures or words."""
    found = [int(re.sub(r"\D", "", digits)) for digits in _DIGITS.findall(text)]
    lower = text.casefold()
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", lower):
        if word in _WORDS and word not in _ARTICLES:
            found.append(_WORDS[word])
    return tuple(found)


@functools.cache
def read_number(printed: str, value: str) -> str:
    """Whether a text prints a number, or numbers whose sum it is."""
    if not value.isdecimal():
        return UNDECIDED
    wanted, found = int(value), numbers_in(printed)
    sums = {
        sum(part)
        for size in range(1, len(found) + 1)
        for part in itertools.combinations(found, size)
        if len(found) <= 8
    }
    if wanted in sums:
        return CONFIRMS
    if wanted == 1 and set(_ARTICLES) & set(re.findall(r"\w+", printed.casefold())):
        return UNDECIDED
    return CONTRADICTS if found else UNDECIDED
