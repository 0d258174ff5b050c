"""Analogue filter responses, evaluated on the bins of one FFT so that all of them cost a multiplication."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Response = NDArray[np.complex128]
Bins = NDArray[np.float64]


def low_pass(bins_hz: Bins, cutoff_hz: float, q: float) -> Response:
    """Second order, 12 dB per octave."""
    s = 1j * bins_hz / cutoff_hz
    return np.asarray(1.0 / (1.0 + s / q + s * s))


def high_pass(bins_hz: Bins, cutoff_hz: float, q: float = 0.65) -> Response:
    """Second order, 12 dB per octave; exactly zero at 0 Hz."""
    s = 1j * bins_hz / cutoff_hz
    return np.asarray(s * s / (1.0 + s / q + s * s))


def low_shelf(bins_hz: Bins, corner_hz: float, gain_db: float) -> Response:
    """First order: `gain_db` far below the corner, 0 dB above."""
    s = 1j * bins_hz / corner_hz
    root = 10 ** (gain_db / 40)
    return np.asarray((s + root) / (s + 1 / root))


def high_shelf(bins_hz: Bins, corner_hz: float, gain_db: float) -> Response:
    """First order: 0 dB below the corner, `gain_db` far above."""
    s = 1j * bins_hz / corner_hz
    root = 10 ** (gain_db / 40)
    return np.asarray((1 + s * root) / (1 + s / root))


def peak(bins_hz: Bins, centre_hz: float, gain_db: float, q: float) -> Response:
    """A bell of `gain_db` at the centre."""
    s = 1j * bins_hz / centre_hz
    root = 10 ** (gain_db / 40)
    return np.asarray((1 + s * root / q + s * s) / (1 + s / (q * root) + s * s))
