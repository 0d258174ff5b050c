"""The filters of the rack: low-pass and high-pass as in the browser, with carried state.

Coefficients are those of the Web Audio specification (BiquadFilterNode, "Filters characteristics",
https://www.w3.org/TR/webaudio/#filters-characteristics). There Q of these two types is in dB:
alpha_Q_dB = sin(w0) / (2 * 10^(Q/20)), w0 = 2 pi f0 / Fs.

They run in blocks, as products of matrices: what a block gives is what its frames give and what the state before it
gives; the states of blocks follow from one another in the same way. That takes half the time of scipy.signal's sosfilt,
with which the tests compare it, and importing scipy.signal would take longer than most bounces.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from klangwerk.engines.rack.timing import SAMPLE_RATE

BUTTERWORTH_Q_DB = 20.0 * math.log10(math.sqrt(0.5))
_BLOCK_FRAMES = 64
_GROUP_BLOCKS = 16
_PIECE_FRAMES = 32_768  # what is computed at once stays in the processor's cache
# BLAS would compute larger products in threads, which wait for more by spinning: twice the processor time for nothing.
_ROWS_AT_ONCE = 32

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
        powers = _powers(transition, _BLOCK_FRAMES)
        response = gain * np.array([direct, *(output @ power @ entering for power in powers[:-2])])
        lag = np.arange(_BLOCK_FRAMES) - np.arange(_BLOCK_FRAMES)[:, None]
        # For every frame of a block: what it has from the frames of the block until it, and from the state before it.
        self._within: Matrix = np.where(lag >= 0, response[lag.clip(0)], 0.0)
        self._observed: Matrix = gain * np.stack([output @ power for power in powers[:-1]], axis=1)
        # For the state after a block: what it has from the block's frames, and from the state before so many frames.
        self._entered: Matrix = np.stack([power @ entering for power in powers[-2::-1]])
        self._kept: list[Matrix] = [np.ascontiguousarray(power.T) for power in powers]
        self._scan = _Scan(self._kept[_BLOCK_FRAMES])
        self._state: Matrix = np.zeros((channels, len(transition)))

    def process(self, samples: Samples) -> Samples:
        """The next frames, float32 of shape (channels, frames)."""
        out = np.empty(samples.shape, dtype=np.float32)
        for start in range(0, samples.shape[1], _PIECE_FRAMES):
            piece = slice(start, start + _PIECE_FRAMES)
            self._process(samples[:, piece], out[:, piece])
        return out

    def _process(self, samples: Samples, out: Samples) -> None:
        channels, frames = samples.shape
        blocks, rest = divmod(frames, _BLOCK_FRAMES)
        whole = frames - rest
        if blocks:
            cut = samples[:, :whole].astype(np.float64).reshape(channels, blocks, _BLOCK_FRAMES)
            states, self._state = self._scan.states(self._state, _product(cut, self._entered))
            wet = _product(cut, self._within)
            wet += _product(states, self._observed)
            out[:, :whole] = wet.reshape(channels, whole)
        if rest:
            last = samples[:, whole:].astype(np.float64)
            out[:, whole:] = last @ self._within[:rest, :rest] + self._state @ self._observed[:, :rest]
            self._state = self._state @ self._kept[rest] + last @ self._entered[_BLOCK_FRAMES - rest :]


class _Scan:
    """The states before each of many blocks, given what each block adds: s' = s K + e, in groups of blocks at once."""

    def __init__(self, kept: Matrix) -> None:
        size = len(kept)
        powers = _powers(kept, _GROUP_BLOCKS)
        self._kept = kept
        self._kept_by_group = powers[_GROUP_BLOCKS]
        self._from_state = np.concatenate(powers[:-1], axis=1)
        self._from_blocks = np.zeros((_GROUP_BLOCKS * size, _GROUP_BLOCKS * size))
        for late in range(1, _GROUP_BLOCKS):
            for early in range(late):
                place = (slice(early * size, (early + 1) * size), slice(late * size, (late + 1) * size))
                self._from_blocks[place] = powers[late - 1 - early]
        self._to_end = np.concatenate(powers[-2::-1], axis=0)

    def states(self, state: Matrix, entered: Matrix) -> tuple[Matrix, Matrix]:
        """For `entered` of shape (channels, blocks, states): the states before the blocks, and that after the last."""
        channels, blocks, size = entered.shape
        groups = blocks // _GROUP_BLOCKS
        grouped = groups * _GROUP_BLOCKS
        states = np.empty_like(entered)
        if groups:
            parts = entered[:, :grouped].reshape(channels, groups, _GROUP_BLOCKS * size)
            before, state = _one_by_one(state, _product(parts, self._to_end), self._kept_by_group)
            found = _product(parts, self._from_blocks) + _product(before, self._from_state)
            states[:, :grouped] = found.reshape(channels, grouped, size)
        states[:, grouped:], state = _one_by_one(state, entered[:, grouped:], self._kept)
        return states, state


def _one_by_one(state: Matrix, entered: Matrix, kept: Matrix) -> tuple[Matrix, Matrix]:
    states = np.empty_like(entered)
    for number in range(entered.shape[1]):
        states[:, number] = state
        state = state @ kept + entered[:, number]
    return states, state


def _product(rows: Matrix, matrix: Matrix) -> Matrix:
    """`rows @ matrix` for rows of shape (channels, count, length), a few rows at once."""
    channels, count, length = rows.shape
    even = count // _ROWS_AT_ONCE * _ROWS_AT_ONCE
    out = np.empty((channels, count, matrix.shape[1]))
    if even:
        pieces = rows[:, :even].reshape(channels, even // _ROWS_AT_ONCE, _ROWS_AT_ONCE, length)
        out[:, :even] = (pieces @ matrix).reshape(channels, even, -1)
    out[:, even:] = rows[:, even:] @ matrix
    return out


def _powers(matrix: Matrix, highest: int) -> list[Matrix]:
    """From the 0th to the highest."""
    powers = [np.eye(len(matrix))]
    for _ in range(highest):
        powers.append(matrix @ powers[-1])
    return powers


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
