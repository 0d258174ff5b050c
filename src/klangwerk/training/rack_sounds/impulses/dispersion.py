"""Echoes whose delay depends on frequency: springs, wires, tunnels."""

from __future__ import annotations

import numpy as np
from scipy import fft

from klangwerk.training.rack_sounds.impulses.tails import Decay, along
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal


def travelled(
    delay_s: Signal, *, echoes: Signal, decay: Decay, blur_rad: float, rng: np.random.Generator, frames: int
) -> Signal:
    """(frames,): an impulse after `echoes` (k,) times the way whose delay at each bin is `delay_s` (2^17 + 1 bins).

    Infinite delays are silence. `blur_rad` scatters the phase a little at each echo, as an uneven coil does.
    """
    hz = bins_hz()
    step_hz = hz[1]
    open_bins = np.isfinite(delay_s)
    finite_s = np.where(open_bins, delay_s, 0.0)
    phase = 2 * np.pi * np.cumsum(finite_s) * step_hz
    t60_s = along(decay, hz)
    spectrum = np.zeros(len(hz), np.complex128)
    uneven = np.zeros(len(hz))
    for number in echoes:
        uneven = uneven + blur_rad * _smooth(rng, len(hz))
        level = 10 ** (-3 * finite_s * number / t60_s)
        spectrum += open_bins * level * np.exp(-1j * (phase * number + uneven))
    return np.asarray(fft.irfft(spectrum, 2 * (len(hz) - 1))[:frames])


def bins_hz() -> Signal:
    """Frequencies on which `travelled` works: 5.9 s, so that the longest echoes do not come round again."""
    return np.asarray(np.arange((1 << 17) + 1) * (SAMPLE_RATE / (1 << 18)))


def spring_delay_s(hz: Signal, *, lowest_s: float, highest_hz: float) -> Signal:
    """One way along a helical spring: highs later, up to the frequency that the helix does not carry."""
    share = np.minimum(hz / highest_hz, 0.9995)
    delay = lowest_s / np.sqrt(1 - share**2)
    return np.asarray(np.where((hz < highest_hz) & (delay < 3 * lowest_s), delay, np.inf))


def wire_delay_s(hz: Signal, *, at_100_hz_s: float) -> Signal:
    """One way along a stiff wire: highs first."""
    return np.asarray(np.where(hz > 30.0, at_100_hz_s * np.sqrt(100 / np.maximum(hz, 1.0)), np.inf))


def tube_delay_s(hz: Signal, *, length_m: float, cut_off_hz: float) -> Signal:
    """Along a tunnel in one of its modes: late near the cut-off, at the speed of sound far above."""
    with np.errstate(divide="ignore", invalid="ignore"):
        speed = 343.0 * np.sqrt(1 - (cut_off_hz / np.maximum(hz, 1e-9)) ** 2)
        delay = length_m / speed
    return np.asarray(np.where((hz > cut_off_hz * 1.002) & np.isfinite(delay), delay, np.inf))


def _smooth(rng: np.random.Generator, bins: int) -> Signal:
    """Unit noise over frequency, smooth over about 10 Hz: that is a blur of some 50 ms at most."""
    knots = rng.standard_normal(bins // 64 + 2)
    return np.asarray(np.interp(np.arange(bins) / 64, np.arange(len(knots)), knots))
