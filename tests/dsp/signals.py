"""What the tests of the effects measure with."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

RATE_HZ = 44_100

Samples = npt.NDArray[np.float32]


def db(ratio: float) -> float:
    return 20.0 * float(np.log10(max(ratio, 1e-12)))


def sine(frequency_hz: float, level_db: float, length_s: float = 1.0) -> Samples:
    """One channel; `level_db` is the peak in dBFS."""
    frames = np.arange(round(length_s * RATE_HZ))
    wave = 10.0 ** (level_db / 20.0) * np.sin(2.0 * np.pi * frequency_hz * frames / RATE_HZ)
    return wave.astype(np.float32)[np.newaxis]


def noise(frames: int, *, channels: int = 1, peak: float = 0.5, seed: int = 1) -> Samples:
    generator = np.random.default_rng(seed)
    return generator.uniform(-peak, peak, (channels, frames)).astype(np.float32)


def amplitude(samples: Samples, frequency_hz: float) -> float:
    """The amplitude of a sine of this frequency in one channel of whole cycles' length, by a Hann window."""
    x = samples.reshape(-1).astype(np.float64)
    window = np.hanning(x.size)
    turning = np.exp(-2j * np.pi * frequency_hz * np.arange(x.size) / RATE_HZ)
    return float(2.0 * abs(np.sum(x * window * turning)) / window.sum())
