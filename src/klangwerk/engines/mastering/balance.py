"""Tonal balance: what stands outside the spread of real music is brought nearer to it, gently."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.mastering.convolution import Samples

CENTRES_HZ = 1000.0 * 2.0 ** (np.arange(-15, 13) / 3)
"""Third octaves from 31 Hz to 16 kHz."""

# Levels of third octaves in dB relative to the whole, as measured on recordings of electronic and acoustic music:
# the lower of both 10th percentiles, the higher of both 90th.
_LOW_DB = np.array(
    [
        -45.8, -39.3, -34.0, -28.5, -15.8, -19.7, -17.7, -18.1, -20.1, -20.7,
        -21.3, -20.9, -24.2, -26.5, -27.4, -28.8, -29.6, -32.1, -34.4, -34.2,
        -37.5, -39.8, -44.1, -44.5, -47.6, -56.9, -64.2, -67.3,
    ]
)  # fmt: skip
_HIGH_DB = np.array(
    [
        -11.4, -5.8, -9.9, -8.4, -7.8, -5.6, -9.6, -9.0, -8.1, -9.9,
        -8.2, -8.9, -10.1, -9.6, -11.2, -10.5, -11.8, -13.5, -15.2, -16.6,
        -19.6, -19.9, -22.2, -23.2, -23.9, -29.6, -30.4, -31.9,
    ]
)  # fmt: skip

_MOST_DB = 3.0
_NOT_RAISED_BELOW_HZ = 70.0  # what is missing there is no music, and what could be raised is rumble
_FRAME = 8192
_FRAMES_MAX = 400  # spread evenly over the sound: a long-term average needs no more
_SMOOTH = np.array([1.0, 2.0, 3.0, 2.0, 1.0]) / 9.0


def correction_db(samples: Samples, *, sample_rate: int) -> tuple[float, ...]:
    """Gains at `CENTRES_HZ`, at most 3 dB either way, which bring `samples` (channels, frames) nearer to the spread;
    all 0 where nothing is to be done. Rounded, so that the last bit of a sum decides nothing.
    """
    levels = third_octaves_db(samples, sample_rate=sample_rate)
    if levels is None:
        return (0.0,) * CENTRES_HZ.size
    beyond = levels - levels.clip(_LOW_DB, _HIGH_DB)
    wanted = -beyond.clip(-2 * _MOST_DB, 2 * _MOST_DB)
    wanted[0.4 * sample_rate < CENTRES_HZ] = 0.0
    smooth = np.convolve(np.pad(wanted, 2, mode="edge"), _SMOOTH, mode="valid")
    smooth[(CENTRES_HZ < _NOT_RAISED_BELOW_HZ) & (smooth > 0)] = 0.0
    return tuple(float(gain) for gain in np.round(smooth.clip(-_MOST_DB, _MOST_DB), 1) + 0.0)


def third_octaves_db(samples: Samples, *, sample_rate: int) -> NDArray[np.float64] | None:
    """Long-term average spectrum of the middle in third octaves, in dB relative to the whole; None for silence."""
    import scipy.fft

    fft: Any = scipy.fft
    middle = samples.mean(axis=0)
    if middle.size < _FRAME:
        middle = np.pad(middle, (0, _FRAME - middle.size))
    count = min(_FRAMES_MAX, middle.size // _FRAME)
    starts = np.linspace(0, middle.size - _FRAME, count).astype(int)
    frames = np.lib.stride_tricks.sliding_window_view(middle, _FRAME)[starts]
    spectra = fft.rfft(frames * np.hanning(_FRAME).astype(np.float32))
    power = np.square(np.abs(spectra)).sum(axis=0, dtype=np.float64)
    whole = float(power.sum())
    if whole <= 0:
        return None
    hz = np.arange(power.size) * sample_rate / _FRAME
    edges = np.searchsorted(hz, np.append(CENTRES_HZ / 2 ** (1 / 6), CENTRES_HZ[-1] * 2 ** (1 / 6)))
    running = np.concatenate(([0.0], np.cumsum(power)))
    found: NDArray[np.float64] = 10 * np.log10(np.diff(running[edges]) / whole + 1e-12)
    return found


def curve(gains_db: tuple[float, ...], hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """The magnitude at `hz` of gains at `CENTRES_HZ`: straight lines over octaves."""
    magnitude: NDArray[np.float64] = 10 ** (np.interp(np.log2(hz), np.log2(CENTRES_HZ), gains_db) / 20)
    return magnitude
