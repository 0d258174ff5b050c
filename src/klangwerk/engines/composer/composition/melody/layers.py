"""A second voice to a melody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from klangwerk.engines.composer.composition.melody.ladder import (
    Scale,
    chord_under,
    nearest,
    over_chord,
    pitch_classes,
)
from klangwerk.engines.composer.composition.melody.style import Layer
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.score import Note


def layered(
    notes: Sequence[Note], kind: Layer, plan: Plan, low: int, high: int, *, echo_beats: float
) -> list[Note]:
    """The second voice on the straight grid, within its instrument's compass; an echo comes `echo_beats` later."""
    result = []
    end = float(plan.bars * plan.beats_per_bar)
    for note in notes:
        if kind is Layer.ECHO:
            at = note.start_beats + echo_beats
            if at >= end or not low <= note.pitch <= high:
                continue
            length = min(note.duration_beats, end - at)
            result.append(
                Note(start_beats=at, duration_beats=length, pitch=note.pitch, velocity=note.velocity * 0.55)
            )
            continue
        if kind is Layer.OCTAVE:
            pitch = note.pitch + 12 if note.pitch + 12 <= high else note.pitch - 12
        else:
            pitch = _third(note, plan)
        if low <= pitch <= high:
            result.append(replace(note, pitch=pitch, velocity=note.velocity * 0.85, slide_from=None))
    return result


def _third(note: Note, plan: Plan) -> int:
    """A third below within the scale, or the chord's tone nearest to it where the note is long."""
    chord = chord_under(plan, note.start_beats, note.duration_beats)
    if note.duration_beats >= 0.75:
        below = frozenset(chord.pitch_classes) - {note.pitch % 12}
        return nearest(note.pitch - 4, below, note.pitch - 9, note.pitch - 3)
    classes = over_chord(pitch_classes(plan.brief.key, Scale.FULL), chord)
    return nearest(note.pitch - 3.5, classes, note.pitch - 5, note.pitch - 3)
