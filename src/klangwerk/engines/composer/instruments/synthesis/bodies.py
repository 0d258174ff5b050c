"""Wooden bodies: dense resonances over the whole range, so that vibrato makes every harmonic shimmer differently."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import filters
from klangwerk.engines.composer.instruments.synthesis.note import Floats

LOWEST_HZ = 25.0
POINTS_PER_OCTAVE = 96


@lru_cache(maxsize=16)
def _curve(seed: int, peaks: filters.Peaks, from_hz: float, depth_db: float) -> Floats:
    hz = LOWEST_HZ * 2.0 ** (np.arange(10 * POINTS_PER_OCTAVE) / POINTS_PER_OCTAVE)
    rng = np.random.default_rng([seed, 31])
    level_db = 20 * np.log10(filters.resonances(hz, peaks, 0.3))
    ripple = np.zeros_like(hz)
    centre = from_hz
    while centre < 9000.0:
        width = 0.022 + 0.02 * rng.random()
        ripple += rng.uniform(-1.0, 1.0) * np.exp(-((np.log2(hz / centre) / width) ** 2))
        centre *= 2.0 ** rng.uniform(0.04, 0.11)
    level = 10 ** ((level_db + depth_db * ripple) / 20)
    level.setflags(write=False)
    return np.asarray(level, float)


def respond(
    hz: Floats, seed: int, peaks: filters.Peaks, from_hz: float = 250.0, depth_db: float = 7.0
) -> Floats:
    """The level that a body gives a frequency: broad `peaks`, and from `from_hz` up narrow modes of up to `depth_db`,
    scattered by `seed`.
    """
    curve = _curve(seed, peaks, from_hz, depth_db)
    at = np.log2(np.maximum(hz, LOWEST_HZ) / LOWEST_HZ) * POINTS_PER_OCTAVE
    return np.asarray(np.interp(at, np.arange(len(curve)), curve))
