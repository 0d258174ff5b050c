"""One walk over a description, left to right, longest phrase first; what is nothing to it is kept as such."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from klangwerk.engines.composer.prompt.values import Said, find_values
from klangwerk.engines.composer.prompt.vocabulary.lexicon import PHRASE_TOKENS_MAX, PHRASES
from klangwerk.engines.composer.prompt.vocabulary.stop_words import (
    COMPOUND_ENDS,
    NEGATION_LINKS,
    NEGATORS,
    STOP_WORDS,
)
from klangwerk.engines.composer.prompt.vocabulary.terms import Term
from klangwerk.engines.language.tokens import Token, tokenise
from klangwerk.engines.language.typing_slips import typing_distance

_NEGATOR_TOKENS_MAX: Final = max(map(len, NEGATORS))
_TYPO_MIN_CHARS: Final = 5  # "base" is no slip for "bass"
_TWO_TYPOS_MIN_CHARS: Final = 9


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text. With neither `said` nor `term` nothing was made of it. `place` counts tokens before it."""

    text: str
    place: int
    tokens: int
    said: Said | None = None
    term: Term | None = None
    negated: bool = False


def scan(text: str) -> list[Piece]:
    """The pieces of a normalised text; fillers are left out."""
    return list(_Walk(text).pieces())


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = tokenise(text)
        self.values: dict[int, tuple[int, Said]] = {}
        for said in find_values(text):
            inside = [i for i, token in enumerate(self.tokens) if said.start <= token.start < said.end]
            if inside:
                self.values[inside[0]] = (len(inside), said)

    def pieces(self) -> Iterator[Piece]:
        index, negated = 0, False
        while index < len(self.tokens):
            if self.tokens[index].begins_clause and self.tokens[index].key not in NEGATION_LINKS:
                negated = False
            if index in self.values:
                size, said = self.values[index]
                yield Piece(self._between(index, size), index, size, said=said, negated=negated)
                index, negated = index + size, False
                continue
            size, term = self._phrase(index)
            negator = self._negator(index)
            if negator > size:
                index, negated = index + negator, True
                continue
            if term is not None:
                yield Piece(self._between(index, size), index, size, term=term, negated=negated)
                index += size
                negated = negated and index < len(self.tokens) and self.tokens[index].key in NEGATION_LINKS
                continue
            token = self.tokens[index]
            if token.key not in STOP_WORDS and token.key not in NEGATION_LINKS:
                yield Piece(self._between(index, 1), index, 1, term=nearest(token.key), negated=negated)
                negated = False
            index += 1

    def _phrase(self, index: int) -> tuple[int, Term | None]:
        for size in range(self._clause_left(index, PHRASE_TOKENS_MAX), 0, -1):
            term = PHRASES.get(self._keys(index, size))
            if term is not None and not any(index + ahead in self.values for ahead in range(1, size)):
                return size, term
        return 0, None

    def _negator(self, index: int) -> int:
        sizes = range(self._clause_left(index, _NEGATOR_TOKENS_MAX), 0, -1)
        return next((size for size in sizes if self._keys(index, size) in NEGATORS), 0)

    def _clause_left(self, index: int, most: int) -> int:
        size = 1
        while size < most and index + size < len(self.tokens) and not self.tokens[index + size].begins_clause:
            size += 1
        return size

    def _keys(self, index: int, size: int) -> tuple[str, ...]:
        return tuple(token.key for token in self.tokens[index : index + size])

    def _between(self, index: int, size: int) -> str:
        return self.text[self.tokens[index].start : self.tokens[index + size - 1].end]


@cache
def _single_words() -> dict[str, list[str]]:
    by_letter: dict[str, list[str]] = {}
    for phrase in PHRASES:
        if len(phrase) == 1 and len(phrase[0]) >= _TYPO_MIN_CHARS and phrase[0].isascii():
            by_letter.setdefault(phrase[0][0], []).append(phrase[0])
    return by_letter


def nearest(token: str) -> Term | None:
    """What a word that is not listed most likely means: a slip of the fingers, a plural."""
    for ending in ("s", "es", "n", "en", "e", "er", "y"):
        stem = token.removesuffix(ending)
        if stem != token and len(stem) >= 4 and (stem,) in PHRASES:
            return PHRASES[(stem,)]
    for end in COMPOUND_ENDS:
        first = token.removesuffix(end)
        if first != token and (first,) in PHRASES:
            return PHRASES[(first,)]
    if len(token) < _TYPO_MIN_CHARS or not token.isascii() or not token.isalpha():
        return None
    allowed = 2 if len(token) >= _TWO_TYPOS_MIN_CHARS else 1
    words = (word for word in _single_words().get(token[0], []) if abs(len(word) - len(token)) <= allowed)
    near = [(typing_distance(token, word), word) for word in words]
    best = min(near, default=None)
    return PHRASES[(best[1],)] if best is not None and best[0] <= allowed else None
