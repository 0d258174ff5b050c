"""One note on the grid of control blocks: what every synthesizer here starts from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import (
    REFERENCE_VELOCITY,
    SAMPLE_RATE,
    Character,
    Stroke,
    hertz,
)

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Values = NDArray[Any]
"""Real or complex."""

BLOCK = 64
"""Frames in a control block, 1.45 ms: pitch and envelopes are straight lines between its ends."""
BLOCK_S = BLOCK / SAMPLE_RATE


@dataclass(frozen=True)
class Note:
    """A stroke with its release, `release_s` long, on a whole number of blocks."""

    stroke: Stroke
    character: Character
    release_s: float
    salt: int = 0

    @cached_property
    def rng(self) -> np.random.Generator:
        """Chance of this note alone: the same stroke draws the same numbers."""
        seed = self.character.seed & 0xFFFFFFFF
        return np.random.default_rng([seed, self.stroke.pitch, self.stroke.variant, self.salt])

    @property
    def take(self) -> float:
        """How this take of the note leans, -1 to 1: a little harder or softer, brighter or darker than the others."""
        return (0.0, 0.8, -0.7, 0.35)[self.stroke.variant % 4]

    @property
    def held_s(self) -> float:
        """Until the key is let go, at least 20 ms."""
        return max(self.stroke.duration_s, 0.02)

    @property
    def f0(self) -> float:
        """The fundamental in Hz."""
        return hertz(self.stroke.pitch)

    @property
    def velocity(self) -> float:
        """In (0, 1]."""
        return self.stroke.velocity

    @cached_property
    def blocks(self) -> int:
        """How many control blocks the note has."""
        return int(np.ceil((self.held_s + self.release_s) / BLOCK_S))

    @cached_property
    def times(self) -> Floats:
        """Starts of the blocks and the end of the last, in seconds: `blocks + 1` values."""
        return np.asarray(np.arange(self.blocks + 1) * BLOCK_S, np.float64)

    @property
    def gain(self) -> float:
        """What velocity does to the level: 0.3 is 12 dB below 0.8."""
        return float((self.velocity / REFERENCE_VELOCITY) ** 1.41)


def spread(points: Floats) -> Singles:
    """Straight lines between values at the ends of blocks: (blocks + 1,) -> (blocks * BLOCK,)."""
    values = points.astype(np.float32)
    ramp = np.arange(BLOCK, dtype=np.float32) / BLOCK
    lines: Singles = np.multiply.outer(values[1:] - values[:-1], ramp)
    lines += values[:-1, None]
    return lines.reshape(-1)
