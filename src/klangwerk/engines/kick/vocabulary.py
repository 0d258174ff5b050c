"""The words the kick network understands, in the order of its inputs.

The order is part of the model's spec: a new word goes to the END of `_ORDER`, none is ever moved or taken out.
Synonyms may change freely; each belongs to exactly one word.
"""

from __future__ import annotations

from typing import Final

from klangwerk.engines.kick.vocabulary_character import CHARACTERS
from klangwerk.engines.kick.vocabulary_contrast import GENERIC, PAIRS
from klangwerk.engines.kick.vocabulary_genre import GENRES, STYLES
from klangwerk.engines.language.phrases import Word, fold, phrase_key

__all__ = ["PHRASES", "WORDS", "WORD_BY_NAME", "WORD_INDEX", "Word", "fold", "phrase_key"]

_ORDER = """
808 909 acoustic house techno hardstyle trap dnb lofi industrial
gabber rawstyle minimal psytrance rumble hardtechno deephouse garage bigroom trance disco electro synthwave
boombap chillhop rock jazz funk metal pop drill phonk dubstep breakbeat cinematic ebm
deep high short long soft punchy clean distorted dark bright pure noisy
clicky smooth snappy boomy tight fat thin warm cold hard gentle subby tonal sweeping flat zappy thumpy
knocking woody metallic plastic felt roomy dry reverberant gated compressed dynamic
crunchy gritty fuzzy saturated overdriven clipped bitcrushed tape dusty hissy muffled crisp airy round
resonant damped layered analog digital vintage modern huge small heavy light aggressive mellow raw
hit kick
"""

WORD_BY_NAME: Final[dict[str, Word]] = {
    word.name: word for word in (*GENRES, *STYLES, *PAIRS, *CHARACTERS, *GENERIC)
}
WORDS: Final[tuple[Word, ...]] = tuple(WORD_BY_NAME[name] for name in _ORDER.split())
WORD_INDEX: Final[dict[str, int]] = {word.name: index for index, word in enumerate(WORDS)}
PHRASES: Final[dict[tuple[str, ...], Word]] = {
    phrase_key(phrase): word for word in WORDS for phrase in word.phrases()
}
"""Every way to say a word: folded tokens -> word."""
