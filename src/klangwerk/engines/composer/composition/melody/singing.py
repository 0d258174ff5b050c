"""Motifs become notes over the chords of a piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from klangwerk.engines.composer.composition.melody.ladder import (
    Scale,
    chord_under,
    ladder,
    over_chord,
    pitch_classes,
)
from klangwerk.engines.composer.composition.melody.line import Wish, line
from klangwerk.engines.composer.composition.melody.motif import Motif
from klangwerk.engines.composer.composition.melody.phrases import Unit
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.score import Note

_LONG_BEATS = 1.5  # from here on a note is heard against its chord wherever it lies
_RUBBING_BEATS = 0.75  # from here on it must not lie a semitone above one of its tones
_CLIMAX_STEPS = 2
_CLIMAX_ROOM = 2  # semitones at the top that only the climax may use
_RISE_PER_SEMITONE = 0.006  # of velocity: higher is louder
_CADENCE_BEATS = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Singer:
    """Compass and scale of a melody. `centre` is the pitch that motifs are anchored near."""

    low: int
    high: int
    centre: int
    scale: Scale
    gate: float


def sung(units: Sequence[Unit], plan: Plan, singer: Singer, *, velocity: float) -> list[Note]:
    """Notes on the straight grid, one at a time."""
    classes = pitch_classes(plan.brief.key, singer.scale)
    rungs = ladder(classes, singer.low - 24, singer.high + 24)
    anchor = min(range(len(rungs)), key=lambda index: abs(rungs[index] - singer.centre))
    wishes: list[Wish] = []
    loud: list[float] = []
    for unit in units:
        written = _with_ending(unit)
        shift = unit.shift + (_CLIMAX_STEPS if unit.climax else 0)
        ceiling = singer.high if unit.climax else singer.high - _CLIMAX_ROOM
        aims = _within([rungs[anchor + note.step + shift] for note in written], singer.low, ceiling)
        for index, note in enumerate(written):
            closing = unit.ending if index == len(written) - 1 else ""
            at = unit.start_beats + note.at
            wishes.append(
                Wish(
                    at=at,
                    length=note.length,
                    aim=aims[index],
                    move=note.step - written[index - 1].step if index else None,
                    classes=_allowed(plan, singer.scale, at, note.length, closing, opening=index == 0),
                    ceiling=ceiling,
                )
            )
            loud.append(velocity + (0.08 if unit.climax else 0.0))
    pitches = line(wishes, singer.low)
    return [
        Note(
            start_beats=wish.at,
            duration_beats=_sounding(plan, pitch, wish.at, wish.length, singer.gate),
            pitch=pitch,
            velocity=min(1.0, level + _RISE_PER_SEMITONE * (pitch - singer.centre)),
        )
        for wish, pitch, level in zip(wishes, pitches, loud, strict=True)
    ]


def is_strong(at: float, length: float, beats_per_bar: int) -> bool:
    """Whether a note there is heard against its chord: on the strong beats, or long."""
    place = at % beats_per_bar
    half = beats_per_bar / 2 if beats_per_bar % 2 == 0 else beats_per_bar
    on_strong = min(place % half, half - place % half) < 1e-6
    return on_strong or length >= _LONG_BEATS


def _within(aims: list[int], low: int, high: int) -> list[int]:
    """Moved as a whole, so that the shape stays, as far as it fits."""
    over = max(aims) - high
    if over > 0:
        aims = [aim - over for aim in aims]
    under = low - min(aims)
    if under > 0:
        aims = [aim + under for aim in aims]
    return [int(np.clip(aim, low, high)) for aim in aims]


def _allowed(
    plan: Plan, scale: Scale, at: float, length: float, ending: str, *, opening: bool
) -> frozenset[int]:
    """Pitch classes for a note: a chord's where it is heard as one, which a phrase's first is, else the scale's
    that do not rub.
    """
    chord = chord_under(plan, at, length)
    tones = frozenset(chord.pitch_classes)
    if ending:
        tonic = frozenset({plan.brief.key.tonic})
        return tonic if ending == "closed" and tonic <= tones else frozenset(chord.pitch_classes[:3])
    if opening or is_strong(at, length, plan.beats_per_bar):
        return tones
    classes = over_chord(pitch_classes(plan.brief.key, scale), chord)
    if length >= _RUBBING_BEATS:
        blue = {(plan.brief.key.tonic + 6) % 12} if scale is Scale.BLUES else set()  # is passed through
        return (classes - {(tone + 1) % 12 for tone in tones} - blue) | tones
    return classes


def _with_ending(unit: Unit) -> Motif:
    """A unit's motif; a cadence gives up its last notes for one that is held."""
    if not unit.ending:
        return unit.motif
    latest = unit.beats - _CADENCE_BEATS
    kept = [note for note in unit.motif if note.at < latest - 1e-6]
    landing = next((note for note in unit.motif if note.at >= latest - 1e-6), None)
    if landing is None:
        landing = kept.pop()
    kept = [replace(note, length=min(note.length, landing.at - note.at)) for note in kept]
    length = max(0.5, min(_CADENCE_BEATS, unit.beats - landing.at))
    return (*kept, replace(landing, length=length, step=0 if unit.ending == "closed" else 2))


def _sounding(plan: Plan, pitch: int, at: float, length: float, gate: float) -> float:
    """How long a note sounds: not into a chord that it does not belong to."""
    chord = plan.chord_at(at)
    over = at + length - chord.stop_beats
    if over > 0.25 and at < chord.stop_beats - 0.5 - 1e-6:
        after = plan.chord_at(chord.stop_beats)
        if pitch % 12 not in after.pitch_classes:
            length -= over
    end = plan.bars * plan.beats_per_bar - at
    return max(1 / 24, min(length * gate, end))
