"""A clipping valve stage, and a loudspeaker in its cabinet."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.partials import Reals
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples
from klangwerk.engines.mastering.convolution import minimum_phase_impulse

TWICE_RATE = 2 * SAMPLE_RATE
_TAPS = 384
_SOFT_FRAMES = 30
_OUT_AT_ONCE = 64
_ROWS_AT_ONCE = 8  # BLAS would compute larger products in threads, which wait for more by spinning


def cabinet(frequency_hz: Reals, edge_hz: float) -> Reals:
    """What a closed box with a twelve-inch loudspeaker lets through: falling, a presence at 2.5 kHz, an edge."""
    f = np.maximum(frequency_hz, 1.0)
    high = 1.0 / np.sqrt(1.0 + (f / edge_hz) ** 9) / (1.0 + (f / 900.0) ** 2) ** 0.2
    presence = 1.0 + 0.5 * np.exp(-((np.log2(f / 2500.0) / 0.55) ** 2))
    scoop = 1.0 - 0.25 * np.exp(-((np.log2(f / 480.0) / 0.8) ** 2))
    return np.asarray(high * presence * scoop)


def amplified(string: Samples, *, gain: float, bias: float, period_frames: float, edge_hz: float) -> Samples:
    """Clip a string at twice the sample rate, through a cabinet to 44.1 kHz; both (frames,). `bias` makes the halves of
    a swing unlike; `period_frames` (at 44.1 kHz) tells what swings from what must go as direct current.
    """
    shaped = np.tanh(np.float32(gain) * string + np.float32(bias))
    window = max(round(period_frames * 2.0), 64)
    shaped -= shaped[: 6 * window].mean()
    heard = _halved(shaped, _cabinet_matrix(round(edge_hz)))
    heard[:_SOFT_FRAMES] *= np.linspace(0.0, 1.0, min(_SOFT_FRAMES, heard.size), dtype=np.float32)
    sums = np.concatenate((np.zeros(window), np.cumsum(heard, dtype=np.float64)))
    heard -= ((sums[window:] - sums[:-window]) / window).astype(np.float32)
    return heard


def _halved(samples: Samples, matrix: Samples) -> Samples:
    """Every second sample of what a filter makes of them: blocks times a matrix that holds the filter, shifted."""
    frames = samples.size // 2
    rows = -(-frames // _OUT_AT_ONCE)
    padded = np.zeros((rows * _OUT_AT_ONCE) * 2 + matrix.shape[0], dtype=np.float32)
    padded[_TAPS - 1 : _TAPS - 1 + samples.size] = samples
    windows = np.lib.stride_tricks.sliding_window_view(padded, matrix.shape[0])[:: 2 * _OUT_AT_ONCE][:rows]
    out = np.empty((rows, _OUT_AT_ONCE), dtype=np.float32)
    for row in range(0, rows, _ROWS_AT_ONCE):
        np.matmul(
            np.ascontiguousarray(windows[row : row + _ROWS_AT_ONCE]),
            matrix,
            out=out[row : row + _ROWS_AT_ONCE],
        )
    return out.reshape(-1)[:frames]


@lru_cache(maxsize=16)
def _cabinet_matrix(edge_hz: int) -> Samples:
    """The cabinet's minimum-phase impulse response at twice the rate, as columns for `_halved`."""
    size = 4096
    frequency = np.arange(size // 2 + 1, dtype=np.float64) * (TWICE_RATE / size)
    impulse = minimum_phase_impulse(np.log(np.maximum(cabinet(frequency, edge_hz), 1e-5)))[:_TAPS]
    impulse[-96:] *= np.linspace(1.0, 0.0, 96)
    matrix = np.zeros((_TAPS + 2 * (_OUT_AT_ONCE - 1), _OUT_AT_ONCE), dtype=np.float32)
    for column in range(_OUT_AT_ONCE):
        matrix[2 * column : 2 * column + _TAPS, column] = impulse[::-1]
    matrix.setflags(write=False)
    return matrix
