"""Tonal balance: what stands outside the spread of real music is brought nearer to it, gently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.mastering.convolution import Samples

CENTRES_HZ = 1000.0 * 2.0 ** (np.arange(-15, 13) / 3)
"""Third octaves from 31 Hz to 16 kHz."""


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Between which levels in dB relative to the whole the third octaves of recordings lie: their 10th and 90th
    percentiles.
    """

    low_db: NDArray[np.float64]
    high_db: NDArray[np.float64]


ELECTRONIC = Spread(
    np.array(
        [
            -22.0, -16.9, -20.1, -15.2, -15.2, -19.7, -16.4, -17.2, -20.1, -20.7,
            -21.3, -20.9, -24.2, -26.5, -27.4, -28.8, -29.6, -32.1, -34.4, -34.2,
            -37.5, -39.8, -44.1, -44.5, -47.6, -56.9, -64.2, -67.3,
        ]
    ),
    np.array(
        [
            -11.4, -5.8, -9.9, -8.4, -8.0, -8.5, -9.6, -10.1, -8.5, -12.1,
            -11.2, -12.8, -15.0, -15.0, -15.9, -16.7, -17.7, -18.1, -18.7, -19.9,
            -20.2, -19.9, -22.2, -23.2, -23.9, -29.6, -30.4, -33.4,
        ]
    ),
)  # fmt: skip
"""Of electronic music: deep, and with room in the middle."""

ACOUSTIC = Spread(
    np.array(
        [
            -45.8, -39.3, -34.0, -28.5, -15.8, -16.3, -17.7, -18.1, -16.3, -16.9,
            -16.8, -13.6, -15.7, -16.8, -19.3, -20.3, -20.4, -22.1, -24.5, -26.6,
            -29.4, -34.4, -35.6, -37.9, -42.1, -43.4, -46.2, -52.7,
        ]
    ),
    np.array(
        [
            -15.0, -13.8, -13.5, -10.3, -7.8, -5.6, -10.1, -9.0, -8.1, -9.9,
            -8.2, -8.9, -10.1, -9.6, -11.2, -10.5, -11.8, -13.5, -15.2, -16.6,
            -19.6, -21.9, -24.1, -28.0, -26.9, -30.9, -31.5, -31.9,
        ]
    ),
)  # fmt: skip
"""Of music played on acoustic instruments."""

ANY = Spread(np.minimum(ELECTRONIC.low_db, ACOUSTIC.low_db), np.maximum(ELECTRONIC.high_db, ACOUSTIC.high_db))
"""Of all of them."""

_MOST_DB = 3.0
_STEPS = 2
_NOT_RAISED_BELOW_HZ = 70.0  # what is missing there is no music, and what could be raised is rumble
_FRAME = 8192
_FRAMES_MAX = 400  # spread evenly over the sound: a long-term average needs no more
_SMOOTH = np.array([1.0, 2.0, 3.0, 2.0, 1.0]) / 9.0


def correction_db(samples: Samples, *, sample_rate: int, spread: Spread = ANY) -> tuple[float, ...]:
    """Gains at `CENTRES_HZ`, at most 3 dB either way, which bring `samples` (channels, frames) nearer to the spread;
    all 0 where nothing is to be done. Rounded, so that the last bit of a sum decides nothing.
    """
    levels = third_octaves_db(samples, sample_rate=sample_rate)
    if levels is None:
        return (0.0,) * CENTRES_HZ.size
    held = 0.4 * sample_rate < CENTRES_HZ
    gains = np.zeros(CENTRES_HZ.size)
    for _ in range(_STEPS):  # what one band loses, the others gain in relation to the whole
        reached = levels + gains
        reached = reached - 10 * np.log10(np.sum(10 ** (reached / 10)) / np.sum(10 ** (levels / 10)))
        wanted = reached.clip(spread.low_db, spread.high_db) - reached
        wanted[held] = 0.0
        gains = gains + np.convolve(np.pad(wanted, 2, mode="edge"), _SMOOTH, mode="valid")
        gains[(CENTRES_HZ < _NOT_RAISED_BELOW_HZ) & (gains > 0)] = 0.0
        gains = gains.clip(-_MOST_DB, _MOST_DB)
    return tuple(float(gain) for gain in np.round(gains, 1) + 0.0)


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
