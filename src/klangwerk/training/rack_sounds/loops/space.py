"""A room around a loop; its tail runs over the end into the beginning."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.impulses.tails import Colour, diffuse
from klangwerk.training.rack_sounds.loops.circle import Circle
from klangwerk.training.rack_sounds.recipe import Signal


def in_space(
    circle: Circle,
    x: Signal,
    *,
    seconds: float,
    share: float,
    corner_hz: float = 4000.0,
    colour: Colour | None = None,
) -> Signal:
    """A stereo sound (2, n) with that share, by deviation, of a room of `seconds` that is duller above the corner."""
    room = diffuse(
        circle.rng, seconds=1.2 * seconds, rise_s=0.02,
        decay=((60, 0.8 * seconds), (400, seconds), (corner_hz, 0.5 * seconds), (12_000, 0.2 * seconds)),
        colour=colour or ((60, -6), (300, 0), (corner_hz, -8), (14_000, -30)),
    )  # fmt: skip
    wet = np.stack([circle.through(one, tail) for one, tail in zip(x, room, strict=True)])
    return np.asarray((1 - share) * x / x.std() + share * wet / wet.std())
