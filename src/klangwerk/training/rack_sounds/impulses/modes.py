"""Sums of many decaying sines: plates, tanks, pipes."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.impulses.tails import Decay, along
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal

BLOCK = 256  # samples
PORTION = 2048  # modes at a time, so that the tables stay small


def ringing(hz: Signal, *, decay: Decay, weights: Signal, seconds: float) -> Signal:
    """(channels, n): modes at `hz` (k,), with weights (channels, k), starting as sines.

    exp(s(a + b)) = exp(sa) exp(sb) turns k sines of n samples into one product of two small tables.
    """
    frames = int(seconds * SAMPLE_RATE)
    blocks = -(-frames // BLOCK)
    out = np.zeros((len(weights), blocks, BLOCK))
    rate = (-np.log(1000) / along(decay, hz) + 2j * np.pi * hz) / SAMPLE_RATE
    for start in range(0, len(hz), PORTION):
        part = slice(start, start + PORTION)
        fine = np.exp(rate[part, None] * np.arange(BLOCK))
        coarse = np.exp(rate[part, None] * (np.arange(blocks) * BLOCK))
        for channel, weight in enumerate(weights[:, part]):
            out[channel] += ((coarse * weight[:, None]).T @ fine).imag
    return out.reshape(len(weights), -1)[:, :frames]


def plate_modes(
    *,
    size_m: tuple[float, float],
    stiffness_hz_m2: float,
    highest_hz: float,
    driver: tuple[float, float],
    pickups: tuple[tuple[float, float], ...],
) -> tuple[Signal, Signal]:
    """Frequencies (k,) and weights (pickups, k) of a plate with held edges, driven and heard at points (0 to 1).

    f(m, n) = stiffness * ((m / a)^2 + (n / b)^2), where stiffness is 0.453 * speed of sound * thickness for a thin
    sheet. Speed grows with frequency, so highs arrive first.
    """
    a, b = size_m
    m, n = (np.arange(1.0, int(side * np.sqrt(highest_hz / stiffness_hz_m2)) + 1) for side in (a, b))
    hz = stiffness_hz_m2 * ((m[:, None] / a) ** 2 + (n[None, :] / b) ** 2)
    weights = np.stack(
        [_shape(m, driver[0], n, driver[1]) * _shape(m, place[0], n, place[1]) for place in pickups]
    )
    chosen = hz < highest_hz
    return hz[chosen], weights[:, chosen]


def _shape(m: Signal, x: float, n: Signal, y: float) -> Signal:
    return np.asarray(np.sin(np.pi * m * x)[:, None] * np.sin(np.pi * n * y)[None, :])
