"""One hit on one piece of a kit: how hard, which take, and how this track's specimen of the piece differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import REFERENCE_VELOCITY

Signal = NDArray[np.float32]
_LOUDNESS_POWER = 1.4  # velocity 0.3 is 12 dB below 0.8


@dataclass(frozen=True, slots=True)
class Hit:
    """What a model needs to sound.

    `velocity` is in (0, 1]. `tune` multiplies frequencies and `length` decays, both near 1. `tilt_db` is added to noise
    per octave above 2 kHz (negative: darker). `seed` is the track's, `key` the drum's, `variant` the take's.
    """

    velocity: float
    duration_s: float
    tune: float
    length: float
    tilt_db: float
    seed: int
    key: int
    variant: int

    def take(self) -> np.random.Generator:
        """Chance of this take. Not of its velocity: a harder hit is the same noise, louder and brighter."""
        return np.random.default_rng([self.seed, self.key, self.variant])

    def material(self, cast: int) -> np.random.Generator:
        """Chance of the piece itself, the same in every take. Pieces with the same `cast` share it: hats are a pair."""
        return np.random.default_rng([self.seed, 1000 + cast])

    def dark_octaves(self, most: float = 1.3) -> float:
        """By how many octaves a softer hit is darker: none at full velocity."""
        return most * (1.0 - self.velocity)


def loudness(velocity: float) -> float:
    """The gain of a velocity, 1 at the reference."""
    return float((velocity / REFERENCE_VELOCITY) ** _LOUDNESS_POWER)


class Model(Protocol):
    """How a kind of piece sounds."""

    def render(self, hit: Hit) -> Signal:
        """(1, frames) or (2, frames) at any level: the kit sets the level."""
        ...
