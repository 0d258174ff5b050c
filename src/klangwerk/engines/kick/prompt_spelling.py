"""The nearest known word to one that is not listed: inflections, compounds, typing mistakes."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import Final

from klangwerk.engines.kick.prompt_stopwords import COMPOUND_PARTS
from klangwerk.engines.kick.vocabulary import PHRASES, WORD_INDEX
from klangwerk.engines.language.typing_slips import typing_distance

_ENDINGS: Final = (
    *("estes", "esten", "erer", "eren", "eres", "erem", "ster", "sten", "ness", "iest", "iger", "iges"),
    *(
        "ere",
        "est",
        "ste",
        "ier",
        "ish",
        "ing",
        "ige",
        "ly",
        "er",
        "es",
        "ed",
        "en",
        "ig",
        "s",
        "y",
        "e",
        "n",
    ),
)  # the longer first: "sauberere" is cut to "sauber", not to "sauberer"
_STEM_MIN_CHARS: Final = 3
_TYPO_MIN_CHARS: Final = 4  # "cat" is no typing mistake for "fat"
_TWO_TYPOS_MIN_CHARS: Final = 8


def nearest_words(token: str) -> tuple[str, ...]:
    """The canonical words an unlisted folded token most likely means; empty when none is near."""
    word = _inflected(token)
    if word is not None:
        return (word,)
    return _compound(token) or _mistyped(token)


def _inflected(token: str) -> str | None:
    for ending in _ENDINGS:
        stem = token.removesuffix(ending)
        if stem == token or len(stem) < _STEM_MIN_CHARS:
            continue
        candidates = [stem, stem + "e", stem + "y"]
        if stem[-1] == stem[-2]:
            candidates.append(stem[:-1])  # fatter
        for candidate in candidates:
            if (candidate,) in PHRASES:
                return PHRASES[candidate,].name
    return None


def _compound(token: str) -> tuple[str, ...]:
    """Of words written together, the known ones: technokick is techno and kick, superdeep is deep."""
    for cut in range(_STEM_MIN_CHARS, len(token) - _STEM_MIN_CHARS + 1):
        halves = token[:cut], token[cut:]
        if all((half,) in PHRASES or half in COMPOUND_PARTS for half in halves):
            names = [PHRASES[half,].name for half in halves if (half,) in PHRASES]
            if names:
                return tuple(dict.fromkeys(names))
    return ()


@lru_cache(maxsize=4096)
def _mistyped(token: str) -> tuple[str, ...]:
    if len(token) < _TYPO_MIN_CHARS or not token.isascii() or not token.isalpha():
        return ()
    allowed = 2 if len(token) >= _TWO_TYPOS_MIN_CHARS else 1
    letters = _letters(token)
    best: tuple[int, int, int, str] | None = None
    for known, known_letters in _candidates()[token[0]] + _candidates()[token[1]]:
        if known[0] != token[0] and known[1] != token[0]:
            continue  # the first letter is right, or has changed places with the second
        if abs(len(known) - len(token)) > allowed or (letters ^ known_letters).bit_count() > 2 * allowed:
            continue
        distance = typing_distance(token, known)
        word = PHRASES[known,].name
        rank = (distance, abs(len(known) - len(token)), WORD_INDEX[word], word)
        if distance <= allowed and (best is None or rank < best):
            best = rank
    return () if best is None else (best[-1],)


@cache
def _candidates() -> defaultdict[str, list[tuple[str, int]]]:
    by_letter: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for key in PHRASES:
        if len(key) == 1 and len(key[0]) >= _TYPO_MIN_CHARS and key[0].isascii() and key[0].isalpha():
            by_letter[key[0][0]].append((key[0], _letters(key[0])))
    return by_letter


def _letters(word: str) -> int:
    """The set of a word's letters as bits: two words that differ in many letters need no closer look."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) - ord("a"))
    return bits
