"""A prompt cut into tokens that keep their place, so that nothing in it is lost."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from klangwerk.engines.language.phrases import fold

_ZERO_WIDTH_JOINER: Final = "\u200d"
_CLAUSE_ENDS: Final = frozenset(',;.!?:()[]{}"“”„«»|\n…、。，؛،')


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or symbol at `start:end` of the text. `key` is its folded spelling."""

    start: int
    end: int
    key: str
    begins_clause: bool  # a comma, full stop or the like stands before it


def normalised(text: str) -> str:
    """NFKC, with lone surrogates (half a character; they cannot be stored or sent) made visible as U+FFFD."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFKC", whole)


def tokenise(text: str) -> list[Token]:
    """The tokens of a normalised text: runs of letters and digits, runs of symbols such as emoji, and `&`.

    Only spaces, punctuation and control characters lie between tokens.
    """
    tokens: list[Token] = []
    start, kind, begins_clause = 0, "", False
    for position, char in enumerate(text + " "):  # the space ends the last token
        char_kind = _kind(char, kind)
        if char_kind == kind and kind != "&":
            continue
        if kind:
            tokens.append(Token(start, position, fold(text[start:position]), begins_clause))
            begins_clause = False
        start, kind = position, char_kind
        begins_clause |= char in _CLAUSE_ENDS
    return tokens


def _kind(char: str, running: str) -> str:
    """`word`, `symbol`, `&`, or empty between tokens."""
    if char == "&":
        return "&"
    category = unicodedata.category(char)
    if category[0] == "M" or char == _ZERO_WIDTH_JOINER:  # accents, vowel signs, what binds an emoji together
        return running if running != "&" else "symbol"
    if category[0] in "LN":
        return "word"
    if category[0] == "S" or category in {
        "Co",
        "Cn",
    }:  # not (yet) assigned characters may be tomorrow's emoji
        return "symbol"
    return ""
