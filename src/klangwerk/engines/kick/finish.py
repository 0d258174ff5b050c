"""The last touch on a generated kick: no DC, a clean start and end, level."""

from __future__ import annotations

from functools import cache

import numpy as np
import scipy  # loads scipy.fft when it is first used: 0.2 s that a process which makes no kick is spared
from numpy.typing import NDArray

from klangwerk.engines.kick.spec import SPEC

Samples = NDArray[np.float32]

PEAK = 10 ** (-0.5 / 20)  # -0.5 dBFS
OVERSHOOT = (
    0.25  # of the peak: so far raw sound may go beyond it before it is scaled down; the rest is rounded off
)
SILENCE = 10 ** (-72 / 20)  # the tail ends where it stays below this, relative to the peak
FADE_S = 0.03
FADE_IN = 8  # samples: no step from silence, and no attack lost
INAUDIBLE = 1e-6
LATEST_END_S = 1.98
HIGH_PASS_HZ = 12.0  # below anything a speaker plays; takes DC and drift away


def finish(samples: Samples) -> Samples:
    """(n,) raw vocoder output to a sound that can be used as it is.

    Raises nothing; silence stays silence.
    """
    out = np.zeros_like(samples)
    sounding = np.nonzero(np.abs(samples) > SILENCE * np.abs(samples).max(initial=0.0))[0]
    if len(sounding) == 0:
        return out
    fade = round(FADE_S * SPEC.sample_rate)
    end = min(int(sounding[-1]) + fade, round(LATEST_END_S * SPEC.sample_rate), len(samples))
    x = _high_passed(_limited(samples[:end]))
    x[:FADE_IN] *= _rise(FADE_IN)
    fade = min(fade, end)
    x[end - fade :] *= _rise(fade)[::-1]
    # filter and fade leave a trace of DC; spread over the sounding part it is far below one 16-bit step
    x -= np.float32(x.sum(dtype=np.float64) / end) * _bell(end)
    peak = np.abs(x).max()
    if peak < INAUDIBLE:
        return out
    np.multiply(x, np.float32(PEAK / peak), out=out[:end])
    return out


def _limited(samples: Samples) -> Samples:
    """What goes beyond the peak that the model learned, rounded off.

    Distorted kicks are flat-topped. Where one of their harmonics has a wrong phase a crest stands out, and scaling the
    kick down to it would leave it too quiet.
    """
    room = np.float32(PEAK * OVERSHOOT)
    beyond = np.maximum(np.abs(samples) - np.float32(PEAK), 0.0)
    if not beyond.any():
        return samples
    kept = samples - np.copysign(beyond, samples)
    return np.asarray(kept + np.copysign(room * np.tanh(beyond / room), samples))


def _high_passed(samples: Samples) -> Samples:
    """First-order high-pass as one multiplication of the spectrum (scipy.signal would cost 0.6 s to import)."""
    size = scipy.fft.next_fast_len(
        len(samples) + SPEC.sample_rate // 10, real=True
    )  # room for the filter's ring
    hz = scipy.fft.rfftfreq(size, 1.0 / SPEC.sample_rate)
    response = (1j * hz / (1j * hz + HIGH_PASS_HZ)).astype(np.complex64)
    return np.asarray(scipy.fft.irfft(scipy.fft.rfft(samples, size) * response, size)[: len(samples)])


@cache
def _rise(length: int) -> Samples:
    return (0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, length))).astype(np.float32)


def _bell(length: int) -> Samples:
    """Zero at both ends, mean 1: takes DC out without a step."""
    return np.float32(1.0) - np.cos(np.linspace(0.0, 2.0 * np.pi, length, dtype=np.float32))
