"""A filter that opens and closes over bars: cutoff automation."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples
from klangwerk.engines.composer.render.clock import Clock

_FRAME = 2048
_HOP = _FRAME // 2
_PAD = 512  # zero phase rings before a frame as well as after it: room for both
_SIZE = _FRAME + 2 * _PAD
_ROWS_AT_ONCE = 128
_EDGE_ROWS = 4  # hops outside that still reach in
_DARK_HZ, _OPEN_HZ = 180.0, 18_000.0
_STEPS = 160  # of the cutoff: a step is half a semitone
_RESONANCE = 1.3


def sweep(samples: Samples, points: tuple[tuple[float, float], ...], clock: Clock) -> None:
    """Put `samples` (channels, frames) in place through a low-pass of fourth order whose cutoff follows `points`, as
    Part.cutoff has them. Where it is open, samples pass as they are.
    """
    import scipy.fft

    fft: Any = scipy.fft
    frames = samples.shape[1]
    rows = np.arange(-_EDGE_ROWS, frames // _HOP + 2 + _EDGE_ROWS)
    beats = rows * _HOP / (clock.beat_s * SAMPLE_RATE)
    if clock.circular:
        beats %= frames / (clock.beat_s * SAMPLE_RATE)
    at, openness = (np.array(column) for column in zip(*points, strict=True))
    steps = np.round(np.interp(beats, at, openness).clip(0.0, 1.0) * _STEPS).astype(int)
    closed = np.nonzero(steps < _STEPS)[0]
    if not closed.size:
        return
    window = np.hanning(_FRAME + 1)[:-1].astype(np.float32)
    edge = (_EDGE_ROWS + 3) * _HOP
    for channel in samples:
        source = _extended(channel, edge, circular=clock.circular)
        taken = np.zeros_like(source)
        looks = np.lib.stride_tricks.sliding_window_view(source, _FRAME)
        for first in range(0, closed.size, _ROWS_AT_ONCE):
            some = closed[first : first + _ROWS_AT_ONCE]
            starts = edge + rows[some] * _HOP - _HOP
            spectrum = fft.rfft(looks[starts] * window, _SIZE)
            spectrum *= _taken_away()[steps[some]]
            turned = np.roll(fft.irfft(spectrum, _SIZE, overwrite_x=True), _PAD, axis=1)
            for start, row in zip(starts - _PAD, turned, strict=True):
                taken[start : start + _SIZE] += row
        inner = taken[edge : edge + frames]
        if clock.circular:
            _close(inner, taken[:edge])
        channel += inner


def _extended(channel: NDArray[np.float32], edge: int, *, circular: bool) -> NDArray[np.float32]:
    if not circular:
        return np.pad(channel, edge)
    return np.take(channel, np.arange(-edge, channel.size + edge), mode="wrap")


def _close(target: NDArray[np.float32], before: NDArray[np.float32]) -> None:
    """Hops do not divide the circle: its last frames turn into what the first hops found before their
    beginning.
    """
    reach = min(_FRAME, target.size)
    share = np.linspace(0.0, 1.0, reach, dtype=np.float32)
    target[-reach:] += share * (before[-reach:] - target[-reach:])


@lru_cache(maxsize=1)
def _taken_away() -> NDArray[np.float32]:
    """What the filter adds to the plain spectrum, by step of the cutoff: (steps, bins), mostly -1 above it."""
    hz = np.linspace(0, SAMPLE_RATE / 2, _SIZE // 2 + 1)
    cutoff_hz = _DARK_HZ * (_OPEN_HZ / _DARK_HZ) ** (np.arange(_STEPS) / _STEPS)
    squared = np.square(hz[None, :] / cutoff_hz[:, None])
    resonant = 1 / np.sqrt((1 - squared) ** 2 + squared / _RESONANCE**2)
    gains: NDArray[np.float32] = (resonant / (1 + squared) - 1.0).astype(np.float32)
    gains.setflags(write=False)
    return gains
