"""How loud a channel is while it sounds, measured from the spectra that its equaliser makes anyway."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE
from klangwerk.engines.composer.render.strips import Role
from klangwerk.engines.mastering.convolution import Spectrum, grid_hz
from klangwerk.engines.mastering.levels import k_magnitude

_GATE_DB = -10.0  # blocks further below the mean do not count as sounding
_PLAIN = frozenset({Role.KICK, Role.BASS})  # K-weighting hardly hears what these are there for
_PLAIN_ABOVE_HZ = 30.0

Energies = NDArray[np.float64]


class LevelMeter:
    """Collects the energy of blocks: `watch` for `convolve_in_place`, then `energies`."""

    def __init__(self, role: Role, blocks: int) -> None:
        self.energies = np.zeros(blocks)
        self._plain = role in _PLAIN

    def watch(self, number: int, spectra: Spectrum, size: int) -> None:
        """See `convolve_in_place`."""
        parts = spectra.view(np.float32) * _weights(size, self._plain)
        # Bins stand for two frequencies each; a transform of `size` multiplies energies by `size`.
        energies = 2.0 / size * np.square(parts, out=parts).sum(axis=(0, 2))
        self.energies[number : number + energies.size] = energies


def level_db(energies: Energies, step: int) -> float | None:
    """Mean power of the blocks that sound, in dB; None when nothing does. Rounded, lest the last bit of a sum
    decide.
    """
    sounding = energies[energies > 1e-9 * step]
    if sounding.size == 0:
        return None
    sounding = sounding[sounding > sounding.mean() * 10 ** (_GATE_DB / 10)]
    return round(10 * math.log10(float(sounding.mean()) / step), 3)


@lru_cache(maxsize=4)
def _weights(size: int, plain: bool) -> NDArray[np.float32]:
    points = size // 2 + 1
    magnitude = (
        1 / np.sqrt(1 + (_PLAIN_ABOVE_HZ / grid_hz(points, SAMPLE_RATE)) ** 8)
        if plain
        else k_magnitude(SAMPLE_RATE, points=points)
    )
    found: NDArray[np.float32] = np.repeat(magnitude, 2).astype(np.float32)
    found.setflags(write=False)
    return found
