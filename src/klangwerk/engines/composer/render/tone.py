"""Equalising: a curve drawn by a few points becomes a short impulse response."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples
from klangwerk.engines.mastering.convolution import grid_hz, minimum_phase

TAPS = 2048
_POINTS = (1 << 14) + 1


@dataclass(frozen=True, slots=True)
class Bell:
    """A rise or a dip of `gain_db` around `hz`; `octaves` is half its width."""

    hz: float
    gain_db: float
    octaves: float = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Eq:
    """A curve. Shelves are (hz, dB); slopes of the passes are 12 dB an octave."""

    high_pass_hz: float = 20.0
    low_shelf: tuple[float, float] = (100.0, 0.0)
    bells: tuple[Bell, ...] = ()
    high_shelf: tuple[float, float] = (8000.0, 0.0)
    low_pass_hz: float = 100_000.0

    def magnitude(self, hz: NDArray[np.float64]) -> NDArray[np.float64]:
        """The gain at each frequency."""
        (low_hz, low_db), (high_hz, high_db) = self.low_shelf, self.high_shelf
        gain_db = low_db / (1 + (hz / low_hz) ** 2) + high_db / (1 + (high_hz / hz) ** 2)
        for bell in self.bells:
            gain_db = gain_db + bell.gain_db * np.exp(-0.5 * (np.log2(hz / bell.hz) / bell.octaves) ** 2)
        passes = np.sqrt((1 + (self.high_pass_hz / hz) ** 4) * (1 + (hz / self.low_pass_hz) ** 4))
        found: NDArray[np.float64] = 10 ** (gain_db / 20) / passes
        return found


@lru_cache(maxsize=128)
def response(*curves: Eq, mono_below_hz: float | None = None) -> Samples:
    """The impulse response of curves one after another, of shape (1, TAPS).

    With `mono_below_hz` it has two channels, for middle and side: the side has no bass.
    """
    hz = grid_hz(_POINTS, SAMPLE_RATE)
    magnitude = np.prod([curve.magnitude(hz) for curve in curves], axis=0)
    middle = minimum_phase(magnitude, TAPS)
    if mono_below_hz is None:
        return middle
    side = minimum_phase(magnitude / np.sqrt(1 + (mono_below_hz / hz) ** 4), TAPS)
    both = np.concatenate((middle, side))
    both.setflags(write=False)
    return both
