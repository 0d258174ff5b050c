"""What a word of a vocabulary is, and the shorthand its tables are written in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_GERMAN_ENDINGS = ("e", "er", "es", "en", "em")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_TOKEN = re.compile(r"&|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that an engine knows. `synonyms` are shown to people, `forms` only understood."""

    name: str
    group: str
    synonyms: tuple[str, ...]
    opposite: str | None
    forms: tuple[str, ...] = field(default=(), repr=False)  # inflections of the German synonyms

    def phrases(self) -> tuple[str, ...]:
        """Everything that means this word, its name first."""
        return (self.name, *self.synonyms, *self.forms)


def fold(text: str) -> str:
    """The spelling words are compared in: NFKC, lower case, ä as ae, ß as ss, no other accents."""
    lowered = unicodedata.normalize("NFKC", text).casefold()
    umlauts_spelled = unicodedata.normalize("NFC", lowered).translate(_UMLAUTS)
    decomposed = unicodedata.normalize("NFD", umlauts_spelled)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def phrase_key(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase. Hyphens and apostrophes part tokens too: lo-fi is ("lo", "fi")."""
    return tuple(_TOKEN.findall(fold(phrase)))


def define(group: str, name: str, synonyms: str, *, opposite: str | None = None) -> Word:
    """A word from a comma-separated list of synonyms.

    `tief*` also understands tiefe, tiefer, tiefes, tiefen, tiefem; `dunkel/dunkl*` does so on another stem.
    """
    shown: list[str] = []
    forms: list[str] = []
    for entry in synonyms.split(","):
        base, _, stem = entry.strip().partition("/")
        if (stem or base).endswith("*"):
            forms += [(stem or base).removesuffix("*") + ending for ending in _GERMAN_ENDINGS]
        if base.removesuffix("*") != name:  # `warm*`: German inflects the English name
            shown.append(base.removesuffix("*"))
    return Word(name, group, tuple(shown), opposite, tuple(forms))
