"""Figures of chord tones in sixteenths."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.composition.melody.ladder import ladder
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.score import Note, Section, SectionKind

_RHYTHMS = (
    "xxxxxxxxxxxxxxxx",
    "x.xx.xx.x.xx.xx.",
    "x..x..x..x..x.x.",
    "x.x.x.x.x.x.x.x.",
    "xx.xx.xx.xx.xx.x",
)
_FIGURES = (
    (0, 1, 2, 3),
    (0, 2, 1, 3),
    (3, 2, 1, 0),
    (0, 1, 2, 3, 2, 1),
    (0, 2, 3, 2, 1, 2),
    (0, 0, 2, 1),
    (0, 3, 2, 3),
)
_FULL = frozenset({SectionKind.CHORUS, SectionKind.DROP, SectionKind.BUILD, SectionKind.SOLO})


def arpeggio(
    section: Section, plan: Plan, low: int, high: int, seed: int, *, velocity: float, everywhere: bool
) -> list[Note]:
    """The figure of a track through a section: the same rhythm and shape over every chord.

    Outside of the fullest sections it is softer, and rests unless it is to be heard `everywhere`.
    """
    rng = np.random.default_rng([seed])
    rhythm = _RHYTHMS[int(rng.integers(len(_RHYTHMS)))]
    figure = _FIGURES[int(rng.integers(len(_FIGURES)))]
    if section.kind not in _FULL and not everywhere:
        return []
    loud = velocity if section.kind in _FULL else 0.75 * velocity
    result = []
    for bar in range(section.start_bar, section.stop_bar):
        stroke = 0
        for step in range(4 * plan.beats_per_bar):
            if rhythm[step % len(rhythm)] == ".":
                continue
            at = bar * plan.beats_per_bar + step / 4
            tones = ladder(frozenset(plan.chord_at(at).pitch_classes), low, high)
            place = figure[stroke % len(figure)]
            result.append(
                Note(
                    start_beats=at,
                    duration_beats=0.2,
                    pitch=tones[min(place, len(tones) - 1)],
                    velocity=loud * (1.0 if step % 4 == 0 else 0.82),
                )
            )
            stroke += 1
    return result
