"""A form stretched to the bars that there are, with who plays and how full it is."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.form.choruses import choruses
from klangwerk.engines.composer.composition.form.forms import FORMS
from klangwerk.engines.composer.composition.form.length import Length
from klangwerk.engines.composer.composition.form.spans import EVERYBODY, Span, read_form
from klangwerk.engines.composer.composition.form.stretching import stretched
from klangwerk.engines.composer.composition.form.wishes import fulfilled
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.score import Section, SectionKind, Stem

_K = SectionKind
_ENERGY: dict[SectionKind, float] = {
    _K.INTRO: -0.2,
    _K.VERSE: -0.08,
    _K.BUILD: 0.0,
    _K.CHORUS: 0.1,
    _K.DROP: 0.14,
    _K.BREAKDOWN: -0.28,
    _K.BRIDGE: -0.1,
    _K.SOLO: 0.04,
    _K.OUTRO: -0.2,
}
_RETURNING = 0.04  # a chorus that comes again is a little fuller
_WHOLE_EIGHTS = frozenset(
    {Genre.JAZZ, Genre.BOSSA_NOVA, Genre.CLASSICAL}
)  # their progressions are eight bars long
_NOT_IN_LOOPS = frozenset({_K.INTRO, _K.OUTRO, _K.ENDING})


def sections_for(brief: Brief, length: Length, rng: np.random.Generator) -> tuple[Section, ...]:
    """The sections of a piece; the last is the ending where there is one."""
    played_bars = length.bars - length.ending_bars
    unwanted = brief.unwanted_sections | (_NOT_IN_LOOPS if brief.looping else frozenset())
    wanted = brief.wanted_sections - unwanted
    spans = fulfilled(_form(brief.genre, played_bars, unwanted, rng), wanted, unwanted)
    spans = stretched(spans, played_bars, wanted, unwanted, whole_eights=brief.genre in _WHOLE_EIGHTS)
    if length.ending_bars:
        spans.append(Span(_K.ENDING, length.ending_bars))
    return tuple(_placed(spans, brief, played_bars))


def _form(genre: Genre, bars: int, unwanted: frozenset[SectionKind], rng: np.random.Generator) -> list[Span]:
    """One of the forms that come nearest to the number of bars, rather too long than too short."""
    if genre is Genre.BLUES:
        return choruses(bars, unwanted)

    def misfit(spans: list[Span]) -> float:
        total = sum(span.bars for span in spans if span.kind not in unwanted or len(spans) == 1)
        return abs(math.log2(total / bars)) + (0.06 if total < bars else 0.0)

    forms = [spans for spans in map(read_form, FORMS[genre]) if any(s.kind not in unwanted for s in spans)]
    if not forms:
        return [Span(_K.VERSE, bars)]
    best = min(misfit(spans) for spans in forms)
    near = [spans for spans in forms if misfit(spans) <= best + 0.08]
    return near[int(rng.integers(len(near)))]


def _placed(spans: list[Span], brief: Brief, played_bars: int) -> list[Section]:
    seen: Counter[SectionKind] = Counter()
    sections: list[Section] = []
    bar = 0
    for span in spans:
        energy = _energy(span, seen[span.kind], bar, brief, played_bars)
        if span.kind is _K.ENDING:
            energy = sections[-1].energy if sections else brief.energy
        stems = _players(span, brief, first=bar == 0, alone=len(spans) <= 2)
        sections.append(
            Section(
                kind=span.kind,
                start_bar=bar,
                bars=span.bars,
                energy=energy,
                occurrence=seen[span.kind],
                stems=stems,
            )
        )
        seen[span.kind] += 1
        bar += span.bars
    return sections


def _energy(span: Span, occurrence: int, bar: int, brief: Brief, played_bars: int) -> float:
    energy = brief.energy + _ENERGY.get(span.kind, 0.0) + _RETURNING * min(occurrence, 2)
    if brief.genre is Genre.CINEMATIC and span.kind is not _K.OUTRO:  # one long crescendo
        energy += 0.3 * ((bar + span.bars / 2) / max(played_bars, 1) - 0.6)
    return round(min(max(energy, 0.05), 1.0), 3)


def _players(span: Span, brief: Brief, *, first: bool, alone: bool) -> frozenset[Stem]:
    """Who plays. A piece of one section needs everybody, and what was asked away must not leave silence."""
    allowed = EVERYBODY - brief.without or EVERYBODY
    stems = (EVERYBODY if alone and first and span.kind is not _K.INTRO else span.stems) & allowed
    steady = Stem.CHORDS in stems or (Stem.PERCUSSION in stems and Stem.BASS in stems) or stems == allowed
    return stems if steady else allowed
