"""Where the grid's positions lie once it swings."""

from __future__ import annotations

import math

from klangwerk.engines.composer.genres import GenreFacts

_NEAR = 1e-3  # beats; positions written as decimals still count as triplets


def swung(beats: float, facts: GenreFacts) -> float:
    """A position on the straight grid, moved to where the genre's swing has it.

    The first half of each pair (eighths, or sixteenths) is stretched and the second squeezed, so that what lies
    between keeps its order. Triplets of a pair are written as they sound and stay.
    """
    if facts.swing == 0.5:
        return beats
    pair = 0.5 if facts.swing_sixteenths else 1.0
    index = math.floor(beats / pair + _NEAR)
    place = max(0.0, beats / pair - index)
    thirds = place * 3.0
    if abs(thirds - round(thirds)) < 3 * _NEAR:
        return beats
    if place < 0.5:
        moved = place * 2.0 * facts.swing
    else:
        moved = facts.swing + (place - 0.5) * 2.0 * (1.0 - facts.swing)
    return pair * (index + moved)
