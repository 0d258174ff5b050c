"""Memoryless distortion curves; each keeps the sign and maps 0 to 0 and full scale to full scale."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float64]


def _tanh(x: Signal, gain: float, bias: float) -> Signal:
    return np.asarray(np.tanh(gain * x) / np.tanh(gain))


def _asymmetric(x: Signal, gain: float, bias: float) -> Signal:
    """A valve: the bias moves the working point, so even harmonics appear."""
    offset = np.tanh(bias * gain)
    return np.asarray((np.tanh(gain * (x + bias)) - offset) / (np.tanh(gain * (1 + bias)) - offset))


def _clip(x: Signal, gain: float, bias: float) -> Signal:
    """Almost hard: straight up to 0.8, then a short bend."""
    y = gain * x + bias * gain * 0.3 * np.abs(x)
    loud = np.abs(y)
    bent = 0.8 + 0.2 * np.tanh((loud - 0.8) / 0.2)
    return np.asarray(np.where(loud < 0.8, y, np.sign(y) * bent))


def _fold(x: Signal, gain: float, bias: float) -> Signal:
    """Folds back what is over the top; half the plain signal keeps the fundamental alive."""
    depth = 1.0 + 0.5 * (gain - 1.0)
    return np.asarray(0.6 * np.sin(np.pi / 2 * depth * x) + 0.4 * np.tanh(gain * x))


def _crush(x: Signal, gain: float, bias: float) -> Signal:
    """Few amplitude steps with softened edges (a hard edge would alias); more gain means fewer steps."""
    steps = max(1.5, 24.0 / gain)
    scaled = x * steps
    whole = np.floor(scaled)
    rest = scaled - whole - 0.5
    return np.asarray((whole + 0.5 + 0.5 * np.tanh(14 * rest) - 0.0) / steps)


SHAPERS: Final[dict[str, Callable[[Signal, float, float], Signal]]] = {
    "tanh": _tanh,
    "asymmetric": _asymmetric,
    "clip": _clip,
    "fold": _fold,
    "crush": _crush,
}


def drive(x: Signal, *, kind: str, gain_db: float, bias: float, mix: float) -> Signal:
    """`x` at roughly full scale through the curve `kind`, mixed with the clean signal."""
    if kind == "none":
        return x
    return mix * SHAPERS[kind](x, 10 ** (gain_db / 20), bias) + (1 - mix) * x
