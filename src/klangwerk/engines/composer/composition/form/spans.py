"""Sections before they have their place: a kind, a length and who plays."""

from __future__ import annotations

import re
from dataclasses import dataclass

from klangwerk.engines.composer.score import SectionKind, Stem

EVERYBODY = frozenset(Stem)
_LETTERS = {"b": Stem.BASS, "c": Stem.CHORDS, "m": Stem.MELODY, "p": Stem.PERCUSSION}
_SPAN = re.compile(r"([a-z]+)(\d+)(?::([bcmp]+))?")


@dataclass(frozen=True, slots=True)
class Span:
    """`bars` are those of the written form until it is stretched."""

    kind: SectionKind
    bars: int
    stems: frozenset[Stem] = EVERYBODY


def read_form(text: str) -> list[Span]:
    """The spans of a form as `forms` writes them. Raises ValueError for what is no form."""
    spans = []
    for word in text.split():
        match = _SPAN.fullmatch(word)
        if match is None:
            raise ValueError(f"{word!r} is no section of a form.")
        kind, bars, letters = match.groups()
        stems = frozenset(_LETTERS[letter] for letter in letters) if letters else EVERYBODY
        spans.append(Span(SectionKind(kind), int(bars), stems))
    return spans
