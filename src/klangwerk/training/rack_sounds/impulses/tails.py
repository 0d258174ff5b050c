"""Diffuse decay: noise that dies away at its own speed in every third of an octave."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import fft
from scipy.signal import lfilter

from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal

Decay = Sequence[
    tuple[float, float]
]  # (Hz, seconds to fall by 60 dB), read between points on a logarithmic axis
Colour = Sequence[tuple[float, float]]  # (Hz, dB)

CENTRES_HZ = 1000 * 2 ** (np.arange(-16, 13) / 3)  # 25 Hz to 16 kHz


def times(frames: int) -> Signal:
    """The time of each sample in seconds."""
    return np.arange(frames) / SAMPLE_RATE


def along(points: Sequence[tuple[float, float]], hz: Signal) -> Signal:
    """Values of a curve given at some frequencies, straight over the logarithm of frequency."""
    x, y = np.array(points).T
    return np.asarray(np.interp(np.log2(np.maximum(hz, 1.0)), np.log2(x), y))


def coloured(x: Signal, colour: Colour) -> Signal:
    """`x` (…, n) through a filter without phase; for noise before its envelope, where nothing can ring ahead."""
    hz = fft.rfftfreq(x.shape[-1], 1 / SAMPLE_RATE)
    return np.asarray(fft.irfft(fft.rfft(x) * 10 ** (along(colour, hz) / 20), x.shape[-1]))


def thirds(x: Signal) -> Signal:
    """(29, n): `x` split into thirds of an octave that add up to it (lowest and highest are open)."""
    position = 3 * np.log2(np.maximum(fft.rfftfreq(len(x), 1 / SAMPLE_RATE), 1.0) / 1000) + 16
    spectrum = fft.rfft(x)
    bands = np.empty((len(CENTRES_HZ), len(x)))
    for number in range(len(CENTRES_HZ)):
        place = np.clip(position, 0, len(CENTRES_HZ) - 1)
        bands[number] = fft.irfft(spectrum * np.clip(1 - np.abs(place - number), 0, 1), len(x))
    return bands


def diffuse(
    rng: np.random.Generator,
    *,
    seconds: float,
    decay: Decay,
    colour: Colour = ((100.0, 0.0),),
    rise_s: float,
) -> Signal:
    """(2, n): independent noise in both channels that takes `rise_s` to build up."""
    frames = int(seconds * SAMPLE_RATE)
    t60_s = along(decay, CENTRES_HZ)
    out = np.zeros((2, frames))
    for channel in range(2):
        noise = coloured(rng.standard_normal(frames), colour)
        for number, part in enumerate(thirds(noise)):
            out[channel] += part * 10 ** (-3 * times(frames) / t60_s[number])
        out[channel] *= 1 - np.exp(-times(frames) / rise_s)
    return out


def unit_energy(x: Signal) -> Signal:
    """The sum of squares of both channels is 1."""
    return np.asarray(x / np.sqrt(np.square(x).sum()))


def delayed(x: Signal, seconds: float) -> Signal:
    """Later by that much, as long as before."""
    shift = round(seconds * SAMPLE_RATE)
    return np.pad(x, ((0, 0), (shift, 0)))[:, : x.shape[1]]


def darker(x: Signal, corner_hz: float) -> Signal:
    """Through one pole: 6 dB per octave above the corner."""
    pole = float(np.exp(-2 * np.pi * corner_hz / SAMPLE_RATE))
    return np.asarray(lfilter([1 - pole], [1, -pole], x))


def added(*parts: Signal) -> Signal:
    """The sum of parts of different lengths."""
    out = np.zeros((2, max(part.shape[1] for part in parts)))
    for part in parts:
        out[:, : part.shape[1]] += part
    return out
