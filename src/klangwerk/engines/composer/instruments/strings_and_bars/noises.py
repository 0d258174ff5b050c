"""Short noises of touch: hammers, picks, fingers, keys."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples

Generator = np.random.Generator


def burst(
    rng: Generator,
    *,
    seconds: float,
    low_hz: float,
    high_hz: float,
    attack_s: float = 0.001,
    channels: int = 1,
) -> Samples:
    """Noise between two frequencies (12 dB an octave beyond) that falls by 60 dB in `seconds`; RMS 1 at its loudest."""
    wanted = int(SAMPLE_RATE * (seconds + attack_s)) + 64
    frames = 1 << (wanted - 1).bit_length()
    spectrum = np.fft.rfft(rng.standard_normal((channels, frames), dtype=np.float32), axis=1)
    shape = _band(frames, round(low_hz), round(high_hz))
    noise = np.fft.irfft(spectrum * shape, frames, axis=1)[:, :wanted]
    time = np.arange(wanted, dtype=np.float32) / np.float32(SAMPLE_RATE)
    envelope = np.exp(np.float32(-6.9 / seconds) * time) * np.minimum(
        time / np.float32(attack_s), np.float32(1.0)
    )
    envelope[-64:] *= np.linspace(1.0, 0.0, 64, dtype=np.float32)
    shaped: Samples = (noise * envelope).astype(np.float32, copy=False)
    return shaped


@lru_cache(maxsize=256)
def _band(frames: int, low_hz: int, high_hz: int) -> Samples:
    """What each bin of a spectrum keeps, for noise of RMS 1."""
    frequency = np.fft.rfftfreq(frames, 1.0 / SAMPLE_RATE)
    frequency[0] = 1.0
    shape = 1.0 / (1.0 + (low_hz / frequency) ** 2) / (1.0 + (frequency / high_hz) ** 2)
    shape[0] = 0.0
    shape /= math.sqrt(float(np.mean(shape**2)))
    band: Samples = shape.astype(np.float32)
    band.setflags(write=False)
    return band


def generator(seed: int, *more: int) -> Generator:
    """Random numbers that belong to a track and to what is asked for in it."""
    return np.random.default_rng([abs(seed), *more])
