"""Rooms, halls, plates and echoes, as impulse responses of our own making."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples
from klangwerk.engines.composer.render.tone import Bell, Eq, response
from klangwerk.engines.mastering.convolution import frozen

_BAND_EDGES_HZ = (250.0, 600.0, 1400.0, 3200.0, 7000.0)
_SILENT = 10 ** (-66 / 20)
_ECHO_HZ = (250.0, 3500.0)
_ECHO_QUIETEST = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Where it sounds. `decay_s` is the time to -60 dB around 1 kHz; highs die `damping` times as fast and lows
    `warmth` times as long. `early` is the share of reflections before the tail; `diffuse` how soon the tail
    is dense (0 a plate, 1 a big hall).
    """

    decay_s: float
    predelay_s: float = 0.012
    damping: float = 2.5
    warmth: float = 1.1
    early: float = 0.3
    build_s: float = 0.01
    low_cut_hz: float = 180.0
    high_cut_hz: float = 9000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Repeats that swing from side to side: every `beats`, each `feedback` times the one before, `level_db`
    under the sound.
    """

    beats: float
    feedback: float = 0.45
    level_db: float = -11.0


@lru_cache(maxsize=24)
def space_response(space: Space) -> Samples:
    """Impulse response of shape (2, frames) with an energy of 1: both sides alike in time and colour, not in
    detail.
    """
    random = np.random.default_rng(
        [round(1000 * space.decay_s), round(1000 * space.predelay_s), round(100 * space.damping)]
    )
    start = round(space.predelay_s * SAMPLE_RATE)
    longest_s = 0.95 * space.decay_s * max(1.0, space.warmth)
    frames = start + round(longest_s * SAMPLE_RATE)
    tail = _tail(space, frames - start, random)
    tail *= np.sqrt((1 - space.early) / np.square(tail).sum())
    sound = np.zeros((2, frames))
    sound[:, start:] = tail
    _add_reflections(sound, space, start, random)
    colour = response(
        Eq(high_pass_hz=space.low_cut_hz, low_pass_hz=space.high_cut_hz, bells=(Bell(350.0, -2.0),))
    )
    coloured = _convolved(sound, colour)[:, :frames]
    fade = frames // 8
    coloured[:, -fade:] *= np.linspace(1.0, 0.0, fade) ** 2
    coloured /= np.sqrt(np.square(coloured).sum())
    return frozen(coloured)


def with_echo(space: Samples, echo: Echo, *, beat_s: float, under_db: float) -> Samples:
    """`space` with the echoes of a source that is sent to it at `under_db`, so that they come out at the echo's
    own level.
    """
    period = round(echo.beats * beat_s * SAMPLE_RATE)
    kernels = [_echo_kernel(number) for number in range(3)]
    level = 10 ** ((echo.level_db - under_db) / 20)
    taps: list[tuple[int, int, float]] = []
    number = 1
    while level > _ECHO_QUIETEST:
        taps.append((number, number * period, level))
        level *= echo.feedback
        number += 1
    length = max(space.shape[1], max((at for _, at, _ in taps), default=0) + kernels[0].size)
    sound = np.zeros((2, length), dtype=np.float32)
    sound[:, : space.shape[1]] = space
    for number, at, gain in taps:
        kernel = kernels[min(number, len(kernels)) - 1]
        near, far = (0, 1) if number % 2 else (1, 0)
        sound[near, at : at + kernel.size] += gain * 0.95 * kernel
        sound[far, at : at + kernel.size] += gain * 0.3 * kernel
    return sound


@lru_cache(maxsize=4)
def _echo_kernel(number: int) -> Samples:
    """A repeat's colour: each is darker than the one before."""
    low_hz, high_hz = _ECHO_HZ
    kernel: Samples = response(Eq(high_pass_hz=low_hz, low_pass_hz=high_hz * 0.75**number))[0]
    return kernel


def _tail(space: Space, frames: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Noise in bands, each with a decay of its own; it swells for `build_s` first."""
    import scipy.fft

    fft: Any = scipy.fft
    size = fft.next_fast_len(frames, real=True)
    spectrum = fft.rfft(random.standard_normal((2, size)))
    octave = np.log2(np.maximum(np.linspace(0, SAMPLE_RATE / 2, size // 2 + 1), 1.0))
    time_s = np.arange(frames) / SAMPLE_RATE
    edges = np.log2(_BAND_EDGES_HZ)
    below = np.ones_like(octave)
    tail: NDArray[np.float64] = np.zeros((2, frames))
    bands = len(edges) + 1
    for band in range(bands):
        above = (
            1 / (1 + np.exp(-(octave - edges[band]) / 0.12)) if band < len(edges) else np.zeros_like(octave)
        )
        weight, below = below - above, above
        place = 2 * band / (bands - 1) - 1  # -1 the lowest, 1 the highest
        decay_s = space.decay_s * (space.warmth ** max(0.0, -place)) / (space.damping ** max(0.0, place))
        tail += fft.irfft(spectrum * weight, size)[:, :frames] * np.exp(-6.91 * time_s / decay_s)
    tail *= 1 - np.exp(-time_s / space.build_s)
    return tail


def _add_reflections(
    sound: NDArray[np.float64], space: Space, start: int, random: np.random.Generator
) -> None:
    """A dozen single reflections a side, later and softer ones more dense."""
    count = 12
    for side in sound:
        at = start + np.sort(
            random.uniform(0.1, 1.0, count) ** 1.5 * 0.06 * SAMPLE_RATE * min(1.0, space.decay_s)
        ).astype(int)
        gain = random.choice([-1.0, 1.0], count) * np.exp(-np.arange(count) / 5)
        gain *= np.sqrt(space.early / 2 / np.square(gain).sum())
        np.add.at(side, np.minimum(at, side.size - 1), gain)


def _convolved(sound: NDArray[np.float64], kernel: Samples) -> NDArray[np.float64]:
    import scipy.fft

    fft: Any = scipy.fft
    size = fft.next_fast_len(sound.shape[1] + kernel.shape[1], real=True)
    found: NDArray[np.float64] = fft.irfft(fft.rfft(sound, size) * fft.rfft(kernel, size), size)
    return found
