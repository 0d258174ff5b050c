"""Rolls of the closed hat, as trap has them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from klangwerk.engines.composer.composition.rhythm.pattern import Hit
from klangwerk.engines.composer.instruments.drums import Drum

_KINDS = ((0.5, 3), (0.5, 4), (1.0, 6), (1.0, 8), (0.5, 6), (0.25, 3), (1.0, 3))  # beats, strokes
_BEAT_VELOCITY = 0.92
_PLACES = (0.5, 1.0, 1.5, 2.5, 3.0, 3.5)


def rolled(bar: list[Hit], index: int, beats_per_bar: int, rng: np.random.Generator) -> list[Hit]:
    """A bar with one or two of its hats' beats divided into more strokes; the first of two bars may stay as it is."""
    if not any(hit.drum is Drum.HAT_CLOSED for hit in bar):
        return bar
    count = int(rng.integers(0, 2)) if index % 2 == 0 else int(rng.integers(1, 3))
    result = bar
    for _ in range(count):
        length, strokes = _KINDS[int(rng.integers(len(_KINDS)))]
        start = float(rng.choice(_PLACES))
        if start + length > beats_per_bar:
            continue
        rising = rng.random() < 0.6
        pattern = next(hit for hit in bar if hit.drum is Drum.HAT_CLOSED)
        kept = [
            hit
            for hit in result
            if hit.drum is not Drum.HAT_CLOSED or not start - 1e-6 <= hit.beats < start + length - 1e-6
        ]
        roll = []
        for stroke in range(strokes):
            place = stroke / strokes
            loud = 0.4 + 0.4 * place if rising else 0.8 - 0.35 * place
            if stroke == 0 and start == round(start):
                loud = _BEAT_VELOCITY  # the beat stays the loudest
            roll.append(replace(pattern, beats=start + length * place, velocity=loud))
        result = [*kept, *roll]
    return result
