"""Loudness on a fine grid of hops, from which the loudness under any gain can be told without filtering again."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.mastering.convolution import Samples, grid_hz
from klangwerk.sound.loudness import k_weighting

HOP = 16  # frames; what a gain does within one of these nobody hears

_CHUNK = HOP << 12  # stays in the cache
_OFFSET_LUFS = -0.691
_STEP_S, _STEPS_PER_BLOCK = 0.1, 4  # BS.1770-4: blocks of 0.4 s that overlap by 75 %
_ABSOLUTE_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0

Envelope = NDArray[np.float64]


def hop_sums(samples: Samples) -> Envelope:
    """Sum of squares over all channels per hop; the last hop may be short."""
    frames = samples.shape[1]
    total = np.zeros(-(-frames // HOP))
    for channel in samples:
        for start in range(0, frames, _CHUNK):
            squares = np.square(channel[start : start + _CHUNK])
            if rest := -squares.size % HOP:
                squares = np.pad(squares, (0, rest))
            hops = squares.size // HOP
            total[start // HOP : start // HOP + hops] += squares.reshape(-1, HOP).sum(axis=1)
    return total


def gated_lufs(sums: Envelope, *, sample_rate: int) -> float | None:
    """Integrated loudness after BS.1770-4 of K-weighted `hop_sums`; None where nothing is above -70 LUFS.

    What is shorter than one block of 0.4 s is measured as if silence followed it.
    """
    step = _STEP_S * sample_rate / HOP  # not a whole number: energy within a hop is taken as even
    steps = max(_STEPS_PER_BLOCK, int(sums.size / step + 1e-9))
    running = np.concatenate(([0.0], np.cumsum(sums)))
    at_steps = np.interp(step * np.arange(steps + 1), np.arange(running.size), running)
    blocks = (at_steps[_STEPS_PER_BLOCK:] - at_steps[:-_STEPS_PER_BLOCK]) / (_STEPS_PER_BLOCK * step * HOP)
    loud = blocks[blocks > 10 ** ((_ABSOLUTE_GATE_LUFS - _OFFSET_LUFS) / 10)]
    if loud.size == 0:
        return None
    loud = loud[loud > loud.mean() * 10 ** (_RELATIVE_GATE_LU / 10)]
    return _OFFSET_LUFS + 10 * math.log10(float(loud.mean()))


def k_magnitude(sample_rate: int, *, points: int) -> NDArray[np.float64]:
    """The magnitude of the K-weighting of BS.1770 at `points` frequencies from 0 to half the rate."""
    z_inverse = np.exp(-2j * np.pi * grid_hz(points, sample_rate) / sample_rate)
    response = np.ones(points, dtype=np.complex128)
    for numerator, denominator in k_weighting(sample_rate):
        (b0, b1, b2), (_, a1, a2) = numerator, denominator
        response *= (b0 + z_inverse * (b1 + z_inverse * b2)) / (1 + z_inverse * (a1 + z_inverse * a2))
    magnitude: NDArray[np.float64] = np.abs(response)
    return magnitude
