"""Words that say nothing about the sound, and words that turn the next one into its opposite."""

from __future__ import annotations

from typing import Final

from klangwerk.engines.language.phrases import fold, phrase_key


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _phrases(phrases: str) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase_key(phrase) for phrase in phrases.split(","))


STOP_WORDS: Final = _folded(
    """
    a an the and or of with for to in on at by from into as is are be was this that these those it its i me
    my you your we us our he she his her they want wants wanted need needs like likes would could should can
    will please pls thanks thank give make makes made making generate create get find show play do does let
    lets go some any something thing one also but so then than just w n s t m ll ve re d x o & + = / via
    around about ca circa version plus yet where which who what how when if there here kind sort type style
    styled sounding based feel feeling vibe vibes flavour flavor character tone touch hint bit lot lots
    amount
    drum drums sound sounds sample samples beat beats music track tune audio wav file production
    producer preset note pitch length decay value key
    der die das den dem des ein eine einen einem einer eines und oder mit fuer von vom zu zum zur im in am an
    auf aus bei als wie ist sind sein soll sollte bitte danke ich du er sie es wir ihr mir mich dir uns mein
    meine meinen dein deine moechte will haette gern gerne brauche mach mache machen gib gibt erzeuge
    erstelle generiere klingen klingt klang etwas was so wie eher auch nur noch dann aber doch mal dieser
    diese dieses welche hauch spur anteil art stil richtung charakter
    trommel trommeln sounds musik stueck ton toene tonhoehe laenge dauer datei wert
    """
)

INTENSIFIERS: Final = _folded(
    """
    very really extra super ultra mega hyper so too quite rather pretty fairly extremely extreme incredibly
    insanely heavily strongly totally absolutely truly especially particularly more most much many max
    maximum maximal maximally completely fully slightly somewhat moderately a
    sehr extrem extreme extremer extremes extremen echt richtig ganz besonders ziemlich total absolut
    wirklich unglaublich zu viel viele vielen mehr meist hoechst aeusserst voellig komplett etwas bisschen
    wenig
    """
)

ADVERBS: Final = _folded("leicht lightly little stark voll schwer")
"""Known words that only weigh the adjective they stand in front of: "leicht verzerrt", "a little dark"."""

NEGATORS: Final = _phrases(
    """
    no, not, non, without, w/o, less, never, minus, none, nor, neither, lacking, free of, hardly, barely,
    anything but, lack of, reduce, avoid, don't, dont, doesn't, isn't, isnt, shouldn't, kein, keine, keinen,
    keinem, keiner, keines, nicht, ohne, weniger, nie, niemals, weder, kaum, wenig
    """
)
"""In front of a word they mean its opposite: "no noise", "ohne Hall", "less bright"."""

NEGATION_LINKS: Final = _folded("or nor oder noch")
"""They carry a negation on to the next word: "no noise or click", "weder hell noch verzerrt"."""

FILLERS: Final = STOP_WORDS | INTENSIFIERS | NEGATION_LINKS
"""Dropped from a prompt without report."""

COMPOUND_PARTS: Final = _folded(
    "drum drums sound sounds beat beats music musik style stil super ultra extra mega hyper like artig artige artiger"
)
"""Meaningless halves of words written together: "technobeat", "superdeep"."""
