"""The wow of a worn tape: a delay that moves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples
from klangwerk.engines.composer.render.clock import Clock

_CHUNK = 1 << 16
_WOW_HZ, _FLUTTER_HZ, _FLUTTER_SHARE = 0.55, 6.3, 0.25


def wow(samples: Samples, clock: Clock, cents: float) -> None:
    """Pitch that wavers by up to `cents`, slowly and a little quickly, in place."""
    slow_hz, quick_hz = _fitting(_WOW_HZ, clock), _fitting(_FLUTTER_HZ, clock)
    bend = 2 ** (cents / 1200) - 1
    slow_s, quick_s = bend / (2 * np.pi * slow_hz), _FLUTTER_SHARE * bend / (2 * np.pi * quick_hz)

    def delay_s(time_s: NDArray[np.float64]) -> NDArray[np.float64]:
        slow = slow_s * (1 + np.sin(2 * np.pi * slow_hz * time_s - np.pi / 2))
        return slow + quick_s * (1 + np.sin(2 * np.pi * quick_hz * time_s - np.pi / 2))

    for number in range(samples.shape[0]):
        samples[number] = _delayed(samples[number], delay_s, clock)


def _fitting(hz: float, clock: Clock) -> float:
    """The nearest frequency that comes round to where it began with a loop."""
    if not clock.circular:
        return hz
    length_s = clock.frames / SAMPLE_RATE
    return max(1, round(hz * length_s)) / length_s


def _delayed(
    channel: NDArray[np.float32], delay_s: Callable[[NDArray[np.float64]], NDArray[np.float64]], clock: Clock
) -> NDArray[np.float32]:
    out = np.empty_like(channel)
    for start in range(0, channel.size, _CHUNK):
        frames = np.arange(start, min(start + _CHUNK, channel.size))
        at = frames - delay_s(frames / SAMPLE_RATE) * SAMPLE_RATE
        whole = np.floor(at).astype(np.int64)
        share = (at - whole).astype(np.float32)
        # Hermite through four samples: a straight line would dull what wavers.
        a, b, c, d = (_at(channel, whole + step, circular=clock.circular) for step in (-1, 0, 1, 2))
        slope = 0.5 * (c - a)
        third = 0.5 * (d - a) + 1.5 * (b - c)
        second = a - 2.5 * b + 2 * c - 0.5 * d
        out[start : start + frames.size] = ((third * share + second) * share + slope) * share + b
    return out


def _at(channel: NDArray[np.float32], index: NDArray[np.int64], *, circular: bool) -> NDArray[np.float32]:
    if circular:
        return channel.take(index, mode="wrap")
    found: NDArray[np.float32] = channel.take(index, mode="clip")
    if index[0] < 0:
        found[index < 0] = 0.0
    return found
