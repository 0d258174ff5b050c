"""Notes on the straight grid, as a player would play them: swung, never quite in time, louder on the beat."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.composition.feel.swing import swung
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.score import Note

DURATION_STEPS = 24  # a beat; see Note
VELOCITY_STEPS = 32

_SPREAD_MS: dict[Genre, float] = {
    Genre.CHIPTUNE: 0.0,
    Genre.TECHNO: 0.0,
    Genre.TRANCE: 0.0,
    Genre.DUBSTEP: 0.4,
    Genre.HOUSE: 0.6,
    Genre.TRAP: 0.6,
    Genre.SYNTHWAVE: 0.8,
    Genre.DRUM_AND_BASS: 0.8,
    Genre.DEEP_HOUSE: 1.5,
    Genre.UK_GARAGE: 1.5,
    Genre.METAL: 2.0,
    Genre.POP: 2.0,
    Genre.DISCO: 2.5,
    Genre.FUNK: 3.0,
    Genre.ROCK: 4.0,
    Genre.RNB: 4.0,
    Genre.AFROBEAT: 4.0,
    Genre.REGGAE: 4.5,
    Genre.BOSSA_NOVA: 5.0,
    Genre.BOOM_BAP: 5.0,
    Genre.BLUES: 5.5,
    Genre.CINEMATIC: 5.5,
    Genre.CHILLHOP: 6.0,
    Genre.JAZZ: 6.5,
    Genre.CLASSICAL: 6.5,
    Genre.LOFI: 7.0,
    Genre.FOLK: 7.0,
    Genre.AMBIENT: 8.0,
}  # standard deviation at a looseness of 0.5; sequenced styles are exact
_MACHINES = frozenset({Genre.CHIPTUNE, Genre.TECHNO, Genre.TRANCE})
_DRIFT_SHARE, _JITTER_SHARE = 0.8, 0.6  # squares add up to one
_DRIFT_MEMORY = 0.85  # of a player's being early or late, from beat to beat
_ACCENTS = {0: 0.08, 1: -0.04, 2: -0.09}  # on the beat, between beats, between those; downbeats beyond
_DOWNBEAT, _HALF_BAR = 0.14, 0.11
_PHRASE_BARS = 4
_ARC = 0.06
_NOISE = 0.03
_VELOCITY_LOW = 1.0 / VELOCITY_STEPS


def played(
    notes: Iterable[Note], plan: Plan, rng: np.random.Generator, *, looseness: float = 0.5
) -> tuple[Note, ...]:
    """Notes written on the straight grid, as they are played, in order of time.

    Starts take the genre's swing, and drift and jitter by a few milliseconds; `looseness` 0 is exact, 1 twice
    the usual. Notes written at one time stay together. Velocities get metric accents, a swell over each phrase
    and a little noise. Durations are those on the swung grid, rounded to the grid of durations. In a loop no
    start leaves the piece.
    """
    written = sorted(notes, key=lambda note: (note.start_beats, note.pitch))
    facts = FACTS[plan.brief.genre]
    late = _offsets_beats([note.start_beats for note in written], plan, rng, looseness)
    shading = 0.4 if plan.brief.genre in _MACHINES else 1.0
    noise = np.clip(rng.normal(0.0, _NOISE, len(written)), -2 * _NOISE, 2 * _NOISE) * min(
        1.0, 2.0 * looseness
    )
    last = plan.bars * plan.beats_per_bar - 1.0 / DURATION_STEPS
    result = []
    for note, offset, random in zip(written, late.tolist(), noise.tolist(), strict=True):
        swung_start = swung(note.start_beats, facts)
        start = max(0.0, swung_start + offset)
        if plan.brief.looping and start > last >= 0.0:
            start = max(0.0, min(swung_start, last))
        length = swung(note.start_beats + note.duration_beats, facts) - swung_start
        shade = _accent(note.start_beats, plan.beats_per_bar) + _arc(note.start_beats, plan.beats_per_bar)
        velocity = note.velocity * (1.0 + shading * (shade + random))
        result.append(
            Note(
                start_beats=start,
                duration_beats=max(1, round(length * DURATION_STEPS)) / DURATION_STEPS,
                pitch=note.pitch,
                velocity=max(_VELOCITY_LOW, min(1.0, round(velocity * VELOCITY_STEPS) / VELOCITY_STEPS)),
                slide_from=note.slide_from,
            )
        )
    return tuple(sorted(result, key=lambda note: (note.start_beats, note.pitch)))


def _offsets_beats(
    starts: Sequence[float], plan: Plan, rng: np.random.Generator, looseness: float
) -> NDArray[np.float64]:
    """How late a player is at each start: a slow drift, and a jitter that notes written at one time share."""
    spread_beats = _SPREAD_MS[plan.brief.genre] * 2.0 * looseness / 1000.0 / plan.beat_s
    steps = rng.normal(size=plan.bars * plan.beats_per_bar + 2)
    drift = np.zeros(steps.size)
    for beat in range(1, steps.size):  # begins in time
        drift[beat] = _DRIFT_MEMORY * drift[beat - 1] + math.sqrt(1 - _DRIFT_MEMORY**2) * steps[beat]
    moments, which = np.unique(np.round(np.asarray(starts, dtype=float) * 960), return_inverse=True)
    jitter = rng.normal(size=moments.size)[which]
    both = _DRIFT_SHARE * np.interp(starts, np.arange(drift.size), drift) + _JITTER_SHARE * jitter
    offsets: NDArray[np.float64] = spread_beats * np.clip(both, -2.5, 2.5)
    return offsets


def _accent(beats: float, beats_per_bar: int) -> float:
    """How much louder (1 is twice) a note is for its place in the bar."""
    place = beats % beats_per_bar
    if place < 1e-3:
        return _DOWNBEAT
    if beats_per_bar == 4 and abs(place - 2.0) < 1e-3:
        return _HALF_BAR
    fraction = place % 1.0
    if min(fraction, 1.0 - fraction) < 1e-3:
        return _ACCENTS[0]
    return _ACCENTS[1] if abs(fraction - 0.5) < 1e-3 else _ACCENTS[2]


def _arc(beats: float, beats_per_bar: int) -> float:
    """The swell of a phrase: highest past its middle."""
    place = beats / (beats_per_bar * _PHRASE_BARS) % 1.0
    return _ARC * (math.sin(math.pi * place**1.3) - 0.5)
