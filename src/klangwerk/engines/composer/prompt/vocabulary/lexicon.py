"""All phrases of a description, folded, with what they mean."""

from __future__ import annotations

from itertools import chain
from typing import Final

from klangwerk.engines.composer.prompt.vocabulary.genre_words import genre_terms
from klangwerk.engines.composer.prompt.vocabulary.instrument_words import instrument_terms
from klangwerk.engines.composer.prompt.vocabulary.mood_words import mood_terms
from klangwerk.engines.composer.prompt.vocabulary.structure_words import structure_terms
from klangwerk.engines.composer.prompt.vocabulary.terms import Term
from klangwerk.engines.language.phrases import define, phrase_key

Phrase = tuple[str, ...]


def _phrases() -> dict[Phrase, Term]:
    """Earlier tables win: "minimal" is a genre before it is a mood."""
    found: dict[Phrase, Term] = {}
    for names, term in chain(genre_terms(), instrument_terms(), structure_terms(), mood_terms()):
        for phrase in define("", "", names).phrases()[1:]:
            found.setdefault(phrase_key(phrase), term)
    for words, term in list(found.items()):
        if len(words) > 1 and not words[-1].endswith("s"):  # single words are looked up with endings anyway
            found.setdefault((*words[:-1], words[-1] + "s"), term)
    return found


PHRASES: Final = _phrases()
PHRASE_TOKENS_MAX: Final = max(map(len, PHRASES))
