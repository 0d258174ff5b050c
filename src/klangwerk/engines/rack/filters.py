"""The filters of the rack: low-pass and high-pass as in the browser, with carried state.

Coefficients are those of the Web Audio specification (BiquadFilterNode, "Filters characteristics",
https://www.w3.org/TR/webaudio/#filters-characteristics). There Q of these two types is in dB:
alpha_Q_dB = sin(w0) / (2 * 10^(Q/20)), w0 = 2 pi f0 / Fs.

They run in blocks, as products of matrices: scipy.signal's sosfilt, which the tests compare with, takes four times as
long, and importing it takes longer than most bounces.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from klangwerk.engines.rack.timing import SAMPLE_RATE

BUTTERWORTH_Q_DB = 20.0 * math.log10(math.sqrt(0.5))
_BLOCK_FRAMES = 128  # 64 to 256 take about the same time

Samples = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float64]
Biquad = tuple[float, float, float, float, float]
"""b0, b1, b2, a1, a2; a0 is 1."""


def low_pass(frequency_hz: float, *, sample_rate: int = SAMPLE_RATE) -> Biquad:
    """12 dB an octave above the frequency, Butterworth."""
    cosine, alpha = _terms(frequency_hz, sample_rate)
    b = (1.0 - cosine) / 2.0
    return _normalised(b, 2.0 * b, b, cosine, alpha)


def high_pass(frequency_hz: float, *, sample_rate: int = SAMPLE_RATE) -> Biquad:
    """12 dB an octave below the frequency, Butterworth."""
    cosine, alpha = _terms(frequency_hz, sample_rate)
    b = (1.0 + cosine) / 2.0
    return _normalised(b, -2.0 * b, b, cosine, alpha)


def _terms(frequency_hz: float, sample_rate: int) -> tuple[float, float]:
    w0 = 2.0 * math.pi * frequency_hz / sample_rate
    return math.cos(w0), math.sin(w0) / (2.0 * 10.0 ** (BUTTERWORTH_Q_DB / 20.0))


def _normalised(b0: float, b1: float, b2: float, cosine: float, alpha: float) -> Biquad:
    a0 = 1.0 + alpha
    return b0 / a0, b1 / a0, b2 / a0, -2.0 * cosine / a0, (1.0 - alpha) / a0


class FilterChain:
    """Biquads one after the other, then a gain; any number of channels, any sizes of blocks. Works in float64."""

    def __init__(self, biquads: Sequence[Biquad], *, gain: float, channels: int) -> None:
        transition, entering, output, direct = _state_space(biquads)
        powers = [np.eye(len(transition))]
        for _ in range(_BLOCK_FRAMES):
            powers.append(transition @ powers[-1])
        response = gain * np.array([direct, *(output @ power @ entering for power in powers[:-2])])
        lag = np.arange(_BLOCK_FRAMES) - np.arange(_BLOCK_FRAMES)[:, None]
        # For every frame of a block: what it has from the frames of the block until it, and from the state before it.
        self._within: Matrix = np.where(lag >= 0, response[lag.clip(0)], 0.0)
        self._observed: Matrix = gain * np.stack([output @ power for power in powers[:-1]], axis=1)
        # For the state after a block: what it has from the block's frames, and from the state before so many frames.
        self._entered: Matrix = np.stack([power @ entering for power in powers[-2::-1]])
        self._kept: list[Matrix] = [np.ascontiguousarray(power.T) for power in powers]
        self._state: Matrix = np.zeros((channels, len(transition)))

    def process(self, samples: Samples) -> Samples:
        """The next frames, float32 of shape (channels, frames)."""
        channels, frames = samples.shape
        blocks, rest = divmod(frames, _BLOCK_FRAMES)
        whole = frames - rest
        out = np.empty(samples.shape, dtype=np.float32)
        if blocks:
            cut = samples[:, :whole].astype(np.float64).reshape(channels, blocks, _BLOCK_FRAMES)
            states = self._states(cut @ self._entered)
            out[:, :whole] = (cut @ self._within + states @ self._observed).reshape(channels, whole)
        if rest:
            last = samples[:, whole:].astype(np.float64)
            out[:, whole:] = last @ self._within[:rest, :rest] + self._state @ self._observed[:, :rest]
            self._state = self._state @ self._kept[rest] + last @ self._entered[_BLOCK_FRAMES - rest :]
        return out

    def _states(self, entered: Matrix) -> Matrix:
        """The state before every block, given what the frames of each add to it."""
        states = np.empty_like(entered)
        state, kept = self._state, self._kept[_BLOCK_FRAMES]
        for block in range(entered.shape[1]):
            states[:, block] = state
            state = state @ kept + entered[:, block]
        self._state = state
        return states


def _state_space(biquads: Sequence[Biquad]) -> tuple[Matrix, Matrix, Matrix, float]:
    """The biquads in series as x' = A x + B u, y = C x + D u; each in the transposed direct form II."""
    a, b, c, d = np.zeros((0, 0)), np.zeros(0), np.zeros(0), 1.0
    for b0, b1, b2, a1, a2 in biquads:
        own = np.array([[-a1, 1.0], [-a2, 0.0]])
        into = np.array([b1 - a1 * b0, b2 - a2 * b0])
        a = np.block([[a, np.zeros((len(a), 2))], [np.outer(into, c), own]])
        b = np.concatenate([b, into * d])
        c = np.concatenate([b0 * c, [1.0, 0.0]])
        d *= b0
    return a, b, c, d
