"""Names in a text: of parties, of persons, of roles in a formation; and words that are a name."""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping

from scripts.printed import CONFIRMS, CONTRADICTS, UNDECIDED


@functools.cache
def plain(text: str) -> str:
    """A text in small letters without accents, dots and dashes, its words apart by one space."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace(".", "").replace("æ", "ae"))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return " ".join(re.findall(r"\w+", letters))


_TITLES = {"ridder", "baron", "jhr"}
"""Titles that stand in the middle of a name."""


def slug(name: str | None) -> str:
    """A name as ids have it: van-den-brink, in-t-veld."""
    return plain((name or "").replace("'", "")).replace(" ", "-")


class Names:
    """What things are called: for each id its names."""

    def __init__(self, names: Mapping[str, Iterable[str]]):
        self._known = set(names)
        self._ids: dict[str, set[str]] = {}
        for key, called in names.items():
            for name in called:
                if len(plain(name)) > 1:
                    self._ids.setdefault(plain(name), set()).add(key)
        self._by_first_word: dict[str, list[str]] = {}
        for name in self._ids:
            self._by_first_word.setdefault(name.split()[0], []).append(name)

    def ids_in(self, printed: str) -> set[str]:
        """The ids of what is named in a text; a name that several have gives all of them."""
        words = [word for word in plain(printed).split() if word not in _TITLES]
        taken, found = f" {' '.join(words)} ", set[str]()
        # Only names whose first word is there: not each of many names in each of many texts.
        near = {name for word in words for name in self._by_first_word.get(word, ())}
        for name in sorted(near, key=lambda name: (-len(name), name)):
            if f" {name} " in taken:
                found |= self._ids[name]
                taken = taken.replace(f" {name} ", "  ")
        return found

    def read(self, printed: str, value: str) -> str:
        """Whether a text names all that the ids in a value mean, or others and none of them."""
        if not any(map(str.isalpha, printed)):
            return CONTRADICTS
        found, wanted = self.ids_in(printed), set(value.split(";"))
        if wanted <= found:
            return CONFIRMS
        is_other = found and not wanted & found and wanted <= self._known
        if is_other and self._has_a_last_word(printed, wanted):
            return UNDECIDED
        return CONTRADICTS if is_other else UNDECIDED

    def _has_a_last_word(self, printed: str, wanted: set[str]) -> bool:
        """Whether the last word of a name of what is meant is printed: Visser is De Visser too."""
        words = plain(printed).split()
        own = (name for name, ids in self._ids.items() if ids & wanted)
        return any(name.split()[-1] in words for name in own)


def read_words(printed: str, value: str) -> str:
    """Whether a text holds the words of a value, or one of them with a letter or two off."""
    if plain(value) in plain(printed):
        return CONFIRMS
    words = plain(printed).split()
    unread = [word for word in plain(value).split() if len(word) > 3 and word not in words]
    # A question mark stands for a letter that a copy has lost.
    is_near = any(difflib.get_close_matches(word, words, 1, 0.75) for word in unread)
    return CONTRADICTS if is_near and "?" not in printed else UNDECIDED


def read_exactly(printed: str, value: str) -> str:
    """Whether a text holds a value letter for letter, as an identifier has to be."""
    return CONFIRMS if plain(value) in plain(printed) else CONTRADICTS


def read_role(printed: str, value: str) -> str:
    """Whether a text calls a commission by the role: scout, informateur or formateur."""
    words = plain(printed.replace("(in)", "in? "))
    found = {
        role
        for role, names in {
            "scout": ("verkenner", "scout", "éclaireur"),
            "informateur": ("informateur",),
            "formateur": ("formateur",),
        }.items()
        for word in words.split()
        if any(_is_called(word, name) for name in names)
    }
    if not found or "in formateur" in words:
        return UNDECIDED
    return CONFIRMS if value in found else CONTRADICTS


def _is_called(word: str, name: str) -> bool:
    """Whether a word is a name with an ending, or begins with another word: kabinetsformateurs."""
    if name == "formateur" and "informateur" in word:
        return False
    return name in word
