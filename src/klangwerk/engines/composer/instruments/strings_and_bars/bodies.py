"""Bodies and soundboards as curves over frequency, and the knock that a touch gives them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.noises import Generator
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Complexes, Partials, Reals

Mode = tuple[float, float, float]
"""Frequency in Hz, Q, gain (1: as strong as the plain sound)."""


@dataclass(frozen=True, slots=True)
class Body:
    """Resonances over a plain response that falls below `low_hz`, and the unevenness that every wooden body has."""

    modes: tuple[Mode, ...]
    low_hz: float
    phases: tuple[float, ...]
    uneven_db: float = 2.0

    def response(self, frequency_hz: Reals) -> Reals:
        """How strongly partials at these frequencies are heard."""
        f = np.maximum(frequency_hz, 1.0)
        total = (f / self.low_hz) ** 2 / (1.0 + (f / self.low_hz) ** 2) + 0j
        for mode_hz, q, gain in self.modes:
            ratio = f / mode_hz
            total = total + gain * (1j * ratio / q) / (1.0 - ratio**2 + 1j * ratio / q)
        octaves = np.log2(f / 100.0)
        uneven = np.zeros_like(f)
        for i, phase in enumerate(self.phases):
            uneven += np.sin(octaves * (2.3 + 1.7 * i) * math.pi + phase)
        uneven *= self.uneven_db / math.sqrt(max(len(self.phases), 1) / 2.0)
        response: Reals = np.abs(total) * 10.0 ** (uneven / 20.0)
        return response

    def knock(self, rng: Generator, gain: float, channels: int) -> Partials:
        """The modes, struck once."""
        frequency = np.array([mode[0] for mode in self.modes])
        q = np.array([mode[1] for mode in self.modes])
        strength = np.array([mode[2] for mode in self.modes])
        phase = -math.pi / 2.0 + rng.uniform(-0.4, 0.4, (channels, frequency.size))
        strength = strength * rng.uniform(0.7, 1.3, frequency.size)
        amplitude: Complexes = gain * strength / max(float(strength.sum()), 1e-9) * np.exp(1j * phase)
        return Partials(frequency, math.pi * frequency / q, amplitude)


def body(rng: Generator, modes: tuple[Mode, ...], *, low_hz: float, uneven_db: float = 2.0) -> Body:
    """A body of this make; no two are alike."""
    moved = tuple(
        (
            hz * float(rng.uniform(0.96, 1.04)),
            q * float(rng.uniform(0.85, 1.2)),
            gain * float(rng.uniform(0.8, 1.2)),
        )
        for hz, q, gain in modes
    )
    return Body(moved, low_hz, tuple(float(x) for x in rng.uniform(0.0, 2.0 * math.pi, 5)), uneven_db)
