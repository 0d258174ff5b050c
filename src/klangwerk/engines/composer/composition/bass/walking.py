"""Walking bass: quarters from chord to chord."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from klangwerk.engines.composer.composition.bass.register import Register, approach, tone
from klangwerk.engines.composer.composition.harmony.scales import scale_classes
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.keys import Key
from klangwerk.engines.composer.score import Chord, Note, Section

_SKIP_CHANCE = 0.12  # an eighth before the next quarter
_LEAP = 9


def walked(
    plan: Plan,
    section: Section,
    register: Register,
    near: int | None,
    velocity: float,
    rng: np.random.Generator,
) -> Iterator[Note]:
    """Roots where chords change, a leading note before, chord and scale tones between."""
    key = plan.brief.key
    first, last = section.start_bar * plan.beats_per_bar, section.stop_bar * plan.beats_per_bar
    line: list[int] = []
    direction = 1
    for beat in range(first, last):
        chord = plan.chord_at(beat)
        following = plan.chord_at(beat + 1)
        previous = line[-1] if line else near
        if beat == first or beat - chord.start_beats < 1.0:
            pitch = register.root(chord.bass, previous)
        elif following is not chord:
            target = register.root(following.bass, previous)
            pitch = approach(target, previous or target, key, chromatic=rng.random() < 0.6)
            pitch = pitch if pitch != previous else 2 * target - pitch
        elif (beat - first) % plan.beats_per_bar == 0:  # a bar that goes on in the same chord
            sign = ("R", "R", "5", "3")[int(rng.integers(4))]
            root = register.root(chord.bass, previous)
            pitch = min(
                (tone(sign, chord, root, key) + shift for shift in (-12, 0)),
                key=lambda p: abs(p - (previous or root)),
            )
        else:
            if previous is not None and previous > register.lowest + 15:
                direction = -1
            elif previous is not None and previous < register.lowest + 3:
                direction = 1
            elif rng.random() < 0.25:
                direction = -direction
            pitch = _onwards(chord, previous or register.root(chord.bass, None), direction, key, beat, rng)
        pitch = register.fitted(pitch if pitch >= register.low else pitch + 12)
        line.append(pitch)
        loud = velocity * (1.0 if (beat - first) % 2 else 0.94)
        skips = rng.random() < _SKIP_CHANCE and beat + 1 < last
        yield Note(start_beats=float(beat), duration_beats=0.5 if skips else 0.95, pitch=pitch, velocity=loud)
        if skips:
            yield Note(start_beats=beat + 0.5, duration_beats=0.33, pitch=pitch, velocity=0.7 * loud)


def _onwards(chord: Chord, before: int, direction: int, key: Key, beat: int, rng: np.random.Generator) -> int:
    """The next note in a direction: chord tones on strong beats, the scale between."""
    chordal = {(chord.root + interval) % 12 for interval in chord.intervals if interval <= 11}
    scale = scale_classes(key) | chordal
    wanted = chordal if beat % 2 == 0 or rng.random() < 0.4 else scale
    steps = [step for step in range(1, _LEAP) if (before + direction * step) % 12 in wanted]
    return before + direction * (steps[0] if steps else 12)
