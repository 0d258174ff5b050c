"""Risers, impacts, reversed cymbals and crackle: what leads from one section to the next."""

from __future__ import annotations

from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.composition.rhythm import sections
from klangwerk.engines.composer.composition.rhythm.style import Cue, Style
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Note, Section, SectionKind

_RISER_BARS_MAX = 8
_VINYL_BARS = 4  # crackle is played in pieces of one length, which are rendered once
_VINYL_VELOCITY = 0.5
_TAIL_BEATS = 4.0
_LOUDNESS: dict[Genre, float] = {Genre.POP: 0.6, Genre.SYNTHWAVE: 0.65, Genre.TRAP: 0.7, Genre.AMBIENT: 0.4}


def transition_notes(plan: Plan, style: Style) -> list[Note]:
    """Of Instrument.TRANSITIONS, on the straight grid. Sections without drums are led to as well: they have a tail."""
    result: list[Note] = []
    loud = _LOUDNESS.get(plan.brief.genre, 0.8)
    for section in plan.sections:
        result.extend(_into(plan, section, style, loud))
    if Cue.VINYL in style.cues:
        result.extend(_crackle(plan))
    return result


def _into(plan: Plan, section: Section, style: Style, loud: float) -> list[Note]:
    """What leads to the start of a section and marks it."""
    before = sections.preceding(plan, section)
    if before is None or section.kind in (SectionKind.ENDING, SectionKind.OUTRO):
        return []
    here = float(section.start_bar * plan.beats_per_bar)
    end = here if here > 0 else float(plan.bars * plan.beats_per_bar)  # a loop is led back
    peak = section.kind in sections.FULL_KINDS
    rising = section.energy > before.energy + 0.05 or (peak and before.kind is not section.kind)
    result = []
    if before.kind is SectionKind.BUILD and rising and Cue.RISER in style.cues:
        length = float(min(before.bars, _RISER_BARS_MAX) * plan.beats_per_bar)
        result.append(_note(end - length, length, Drum.RISER, loud))
    elif peak and rising and Cue.RISER in style.cues and before.bars >= 4:
        length = float(2 * plan.beats_per_bar)
        result.append(_note(end - length, length, Drum.RISER, 0.8 * loud))
    if rising and Cue.REVERSE in style.cues:
        length = float(min(plan.beats_per_bar, before.bars * plan.beats_per_bar))
        result.append(_note(end - length, length, Drum.REVERSE_CYMBAL, 0.75 * loud))
    if peak and rising and Cue.IMPACT in style.cues and here > 0:
        result.append(_note(here, _TAIL_BEATS, Drum.IMPACT, loud))
    falling = section.energy < before.energy - 0.2 or section.kind is SectionKind.BREAKDOWN
    if falling and Cue.DOWNLIFTER in style.cues and here > 0:
        length = float(min(2, section.bars) * plan.beats_per_bar)
        result.append(_note(here, length, Drum.DOWNLIFTER, 0.7 * loud))
    return result


def _crackle(plan: Plan) -> list[Note]:
    step = float(_VINYL_BARS * plan.beats_per_bar)
    total = float(plan.bars * plan.beats_per_bar)
    result = []
    start = 0.0
    while start < total - 1e-6:
        result.append(_note(start, min(step, total - start), Drum.VINYL, _VINYL_VELOCITY))
        start += step
    return result


def _note(start: float, length: float, drum: Drum, velocity: float) -> Note:
    return Note(start_beats=start, duration_beats=length, pitch=int(drum), velocity=velocity)
