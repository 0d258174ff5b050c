"""Tones that decay: envelopes, ringing modes, falling sines, saturation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from klangwerk.engines.composer.instruments.kits.hit import Signal
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE

_BLOCK = 256
_UNTHREADED = 250_000
"""Products in a matrix product that BLAS does at once; above it wakes its threads, which is slow on a busy machine."""
_LN_60_DB = float(np.log(1000.0))


def frames_of(seconds: float) -> int:
    """A length in frames, at least one."""
    return max(1, round(seconds * SAMPLE_RATE))


def decay(frames: int, t60_s: float) -> Signal:
    """(frames,) exponential from 1; down by 60 dB after `t60_s`. An outer product: exp is called for few numbers."""
    rate = -_LN_60_DB / (t60_s * SAMPLE_RATE)
    blocks = -(-frames // _BLOCK)
    coarse = np.exp(rate * _BLOCK * np.arange(blocks)).astype(np.float32)
    fine = np.exp(rate * np.arange(_BLOCK)).astype(np.float32)
    envelope: Signal = np.multiply.outer(coarse, fine).ravel()[:frames]
    return envelope


def attack(signal: Signal, seconds: float) -> Signal:
    """The signal with a raised-cosine start, in place."""
    rise = min(signal.shape[-1], frames_of(seconds))
    signal[..., :rise] *= (0.5 - 0.5 * np.cos(np.pi * (np.arange(rise) + 0.5) / rise)).astype(np.float32)
    return signal


def released(signal: Signal, seconds: float) -> Signal:
    """The signal with a raised-cosine end, in place."""
    fall = min(signal.shape[-1], frames_of(seconds))
    signal[..., -fall:] *= (0.5 + 0.5 * np.cos(np.pi * np.arange(1, fall + 1) / fall)).astype(np.float32)
    return signal


def modes(
    frames: int,
    hz: ArrayLike,
    t60_s: ArrayLike,
    level: ArrayLike,
    phase: ArrayLike = 0.0,
) -> Signal:
    """(frames,) sum of decaying sines; `phase` in radians, 0 begins at zero.

    A decaying sine is a power of a complex number, so the sum is one product of two small matrices.
    """
    f = np.atleast_1d(np.asarray(hz, dtype=np.float64))
    t60, amp, start = (
        np.broadcast_to(np.asarray(a, dtype=np.float64), f.shape) for a in (t60_s, level, phase)
    )
    audible = (f < 0.45 * SAMPLE_RATE) & (amp != 0.0)
    f, t60, amp, start = f[audible], t60[audible], amp[audible], start[audible]
    rate = (-_LN_60_DB / t60 + 2j * np.pi * f) / SAMPLE_RATE
    blocks = -(-frames // _BLOCK)
    coarse = (amp * np.exp(1j * start)) * np.exp(np.multiply.outer(np.arange(blocks) * float(_BLOCK), rate))
    fine = np.exp(np.multiply.outer(rate, np.arange(_BLOCK)))
    left = np.concatenate([coarse.imag, coarse.real], axis=1).astype(np.float32)
    right = np.concatenate([fine.real, fine.imag], axis=0).astype(np.float32)
    rung = np.empty((blocks, _BLOCK), dtype=np.float32)
    rows = max(1, _UNTHREADED // (_BLOCK * right.shape[0] or 1))
    for row in range(0, blocks, rows):
        np.matmul(left[row : row + rows], right, out=rung[row : row + rows])
    return rung.ravel()[:frames]


def falling_sine(frames: int, start_hz: float, end_hz: float, fall_s: float) -> Signal:
    """(frames,) sine from zero whose frequency falls exponentially with time constant `fall_s`."""
    cycles = np.arange(frames) * (end_hz / SAMPLE_RATE)
    cycles += (start_hz - end_hz) * fall_s * (1.0 - decay(frames, fall_s * _LN_60_DB))
    cycles -= np.floor(cycles)  # the phase in double precision, its sine in single
    wave: Signal = np.sin((2 * np.pi) * cycles.astype(np.float32))
    return wave


def saturated(signal: Signal, drive: float) -> Signal:
    """Symmetric soft clipping of a signal that peaks at 1; drive 0 leaves it."""
    if drive <= 0.0:
        return signal
    return np.asarray(np.tanh((1.0 + drive) * signal) / np.tanh(1.0 + drive), dtype=np.float32)


def peak_one(signal: Signal) -> Signal:
    """Scaled to a peak of 1."""
    return signal / np.float32(max(float(np.abs(signal).max()), 1e-9))


def summed(parts: Sequence[Signal]) -> Signal:
    """Parts of different lengths from the same start, added: (2, frames) if any part is, else (1, frames)."""
    frames = max(part.shape[-1] for part in parts)
    rows = max(1 if part.ndim == 1 else part.shape[0] for part in parts)
    out = np.zeros((rows, frames), dtype=np.float32)
    for part in parts:
        out[:, : part.shape[-1]] += part
    return out
