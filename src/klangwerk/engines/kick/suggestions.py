"""Known words that a person may be typing."""

from __future__ import annotations

from dataclasses import dataclass

from klangwerk.engines.kick.vocabulary import WORDS, Word, phrase_key

SUGGESTIONS_DEFAULT = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` completes what was typed; the kick gets the canonical `word`."""

    text: str
    word: str


def suggestions(prefix: str, *, limit: int = SUGGESTIONS_DEFAULT) -> tuple[Suggestion, ...]:
    """Names and synonyms, English and German, that begin with what was typed of the current word; one per known word.

    Names come before synonyms, shorter texts before longer ones. Nothing typed suggests nothing.
    """
    typed = " ".join(phrase_key(prefix))
    if not typed:
        return ()
    ranked = sorted(
        (text != word.name, len(text), order, text)
        for order, word in enumerate(WORDS)
        for text in _completions(word, typed)
    )
    best: dict[int, str] = {}
    for _, _, order, text in ranked:
        best.setdefault(order, text)
    return tuple(Suggestion(text, WORDS[order].name) for order, text in best.items())[:limit]


def _completions(word: Word, typed: str) -> list[str]:
    return [text for text in (word.name, *word.synonyms) if " ".join(phrase_key(text)).startswith(typed)]
