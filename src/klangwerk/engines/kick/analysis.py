"""Waveform to spectral frames: the inverse of the vocoder.

The sound is resampled so that one cycle of the body always spans the same number of samples; there a two-cycle
Hann window separates harmonics exactly, whatever the sweep. What the harmonics do not explain is measured as noise.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import scipy  # loads scipy.fft when it is first used: 0.2 s that a process which makes no kick is spared
from numpy.typing import NDArray

from klangwerk.engines.kick.frames import KickFrames
from klangwerk.engines.kick.spec import SPEC, KickSpec
from klangwerk.engines.kick.vocoder import (
    NOISE_WINDOWS,
    _bin_weights,
    render_body,
    running_phase,
)

Samples = NDArray[np.float32]
Keep = Callable[[KickFrames], KickFrames]

CYCLE = 128  # points per cycle: room for the highest harmonic
LEAD = 8192  # samples of odd reflection before the onset; a body that starts at phase 0 continues through it
LEAST_NOISE = 0.1  # of what is left over: levels that jump to nothing could not be learned
REFINEMENTS = 1  # windows smear fast attacks; analysing what is left over sharpens them


def analyse(
    samples: Samples, phase_rad: NDArray[np.float64], *, keep: Keep | None = None, spec: KickSpec = SPEC
) -> KickFrames:
    """Frames of a kick that starts at sample 0 and whose body runs with phase_rad (n_samples,).

    Windows shorter than a cycle also catch noise as if it were harmonics. `keep` reduces the frames to what a model
    can know of the body; all that it leaves out is then measured as noise, so no energy is lost.
    """
    f0 = _fundamental_frames(phase_rad, spec)
    phase = running_phase(f0, spec=spec)
    silence = np.full((spec.n_frames, spec.n_bands), spec.noise_floor_db)
    harmonics = np.zeros((spec.n_frames, spec.n_harmonics), dtype=np.complex128)
    left = samples.astype(np.float32)
    for _ in range(1 + REFINEMENTS):
        harmonics += _harmonics(left, phase, f0, spec)
        left = samples - render_body(KickFrames(f0, harmonics, silence), spec)
    if keep is None:
        return KickFrames(f0, harmonics, level_db(band_power(left, spec), spec))
    harmonics = keep(KickFrames(f0, harmonics, silence)).harmonics
    body = render_body(KickFrames(f0, harmonics, silence), spec)
    # where the kept body is out of phase the difference of the signals holds it twice, the difference of powers not
    missing = band_power(samples, spec) - band_power(body, spec)
    left_over = band_power(samples - body, spec)
    noise = np.clip(missing, LEAST_NOISE * left_over, left_over)
    return KickFrames(f0, harmonics, level_db(noise, spec))


def _fundamental_frames(phase_rad: NDArray[np.float64], spec: KickSpec) -> NDArray[np.float64]:
    """(T,) mean frequency around each grid point, so that the re-integrated phase keeps step with the true one."""
    t = spec.frame_times_s
    edges = np.concatenate([[0.0], (t[1:] + t[:-1]) / 2.0, [t[-1]]]) * spec.sample_rate
    at_edges = np.interp(edges, np.arange(len(phase_rad)), phase_rad)
    hz = np.diff(at_edges) / np.maximum(np.diff(edges), 1e-9) * spec.sample_rate / (2.0 * np.pi)
    return np.asarray(np.clip(hz, spec.f0_low_hz, spec.f0_high_hz))


def _harmonics(
    samples: Samples, phase: NDArray[np.float64], f0: NDArray[np.float64], spec: KickSpec
) -> NDArray[np.complex128]:
    """(T, K) complex amplitudes in two cycles around each frame."""
    times = spec.frame_times_s * spec.sample_rate
    centre = np.interp(times, np.arange(spec.n_samples), phase)
    offsets = np.arange(-CYCLE, CYCLE) * (2.0 * np.pi / CYCLE)
    wanted = centre[:, None] + offsets  # (T, 2 cycles) phases
    # the phase grows through zero into the reflection: phase(-t) = -phase(t)
    at = np.interp(np.abs(wanted), phase, np.arange(spec.n_samples)) * np.sign(wanted)
    # beyond the end there is silence
    inside = np.abs(wanted) <= phase[-1]
    extended = np.concatenate([-samples[LEAD:0:-1], samples, np.zeros(1024, dtype=np.float32)])
    choice = np.searchsorted(CUTOFFS_HZ, (CYCLE / 2 - 8) * f0, side="right") - 1
    cycle = np.empty(wanted.shape)
    for i, cutoff in enumerate(CUTOFFS_HZ):
        rows = np.nonzero(np.maximum(choice, 0) == i)[0]
        if len(rows):
            reach = min(len(extended), int(at[rows].max()) + LEAD + 2048)
            cycle[rows] = _read(_low_passed(extended[:reach], cutoff), at[rows] + LEAD)
    cycle *= inside
    spectrum = scipy.fft.fft(cycle * _window(), axis=1)[:, 2 : 2 * spec.n_harmonics + 2 : 2]
    # bin 2k of a window that begins one cycle before the centre: the centre's phase is k * phase
    k = np.arange(1, spec.n_harmonics + 1)
    at_centre = spectrum * np.exp(-1j * k * (centre[:, None] + offsets[0]))
    at_centre *= f0[:, None] * k < 20_000.0
    return np.asarray(2.0j * at_centre)


@cache
def _window() -> NDArray[np.float64]:
    window = np.hanning(2 * CYCLE + 1)[:-1]
    return np.asarray(window / window.sum())


CUTOFFS_HZ = (1_400.0, 2_800.0, 5_600.0, 11_200.0, 30_000.0)


def _low_passed(samples: Samples, cutoff_hz: float) -> Samples:
    """Zero-phase low-pass against aliasing in the cycle domain."""
    if cutoff_hz >= SPEC.sample_rate / 2:
        return samples
    size = scipy.fft.next_fast_len(len(samples) + 1024, real=True)
    slope = np.clip(
        (1.2 * cutoff_hz - scipy.fft.rfftfreq(size, 1.0 / SPEC.sample_rate)) / (0.4 * cutoff_hz), 0.0, 1.0
    )
    filtered = scipy.fft.irfft(scipy.fft.rfft(samples, size) * slope.astype(np.float32), size)
    return np.asarray(filtered[: len(samples)])


def _read(signal: Samples, at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values between samples by four-point Hermite interpolation."""
    base = np.clip(at.astype(np.int64), 1, len(signal) - 3)
    x = at - base
    y0, y1, y2, y3 = (signal[base + i].astype(np.float64) for i in (-1, 0, 1, 2))
    c1 = 0.5 * (y2 - y0)
    c2 = y0 - 2.5 * y1 + 2.0 * y2 - 0.5 * y3
    c3 = 0.5 * (y3 - y0) + 1.5 * (y1 - y2)
    return np.asarray(((c3 * x + c2) * x + c1) * x + y1)


def level_db(power: NDArray[np.float64], spec: KickSpec = SPEC) -> NDArray[np.float64]:
    """Power density in dB, within the range of the frames."""
    return np.asarray(np.clip(10.0 * np.log10(np.maximum(power, 1e-20)), spec.noise_floor_db, 20.0))


def band_power(left: Samples, spec: KickSpec = SPEC) -> NDArray[np.float64]:
    """(T, B) power density in the noise bands, averaged over each frame's span."""
    times = spec.frame_times_s
    result = np.zeros((spec.n_frames, spec.n_bands))
    for length, starts_s, ends_s in NOISE_WINDOWS:
        rows = np.nonzero((times >= starts_s) & (times < ends_s + 1e-9))[0]
        if len(rows) == 0:
            continue
        hop = length // 4
        window = _hann_window(length)
        reach = min(spec.n_samples, int(ends_s * spec.sample_rate) + 4 * length)
        padded = np.concatenate(
            [np.zeros(length // 2, np.float32), left[:reach], np.zeros(length, np.float32)]
        )
        grains = np.lib.stride_tricks.sliding_window_view(padded, length)[::hop] * window
        power = np.abs(scipy.fft.rfft(grains, axis=1)) ** 2 / float((window**2).sum())
        weights = _bin_weights(length, spec)
        per_band = power @ (weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)).T  # (n, B)
        covered = weights.sum(axis=1) > 0.25
        total = np.concatenate([np.zeros((1, spec.n_bands)), np.cumsum(per_band, axis=0)])
        half = np.maximum(np.gradient(times)[rows] * spec.sample_rate / hop / 2.0, 0.75)
        middle = times[rows] * spec.sample_rate / hop
        low = np.clip(np.round(middle - half).astype(int), 0, len(per_band) - 1)
        high = np.clip(np.round(middle + half).astype(int), low + 1, len(per_band))
        mean = (total[high] - total[low]) / (high - low)[:, None]
        if not covered.all():  # bands narrower than a bin take the nearest band that has one
            known = np.nonzero(covered)[0]
            mean = np.stack([np.interp(np.arange(spec.n_bands), known, row[known]) for row in mean])
        result[rows] = mean
    return result


@cache
def _hann_window(length: int) -> NDArray[np.float32]:
    """Its side lobes fall fast enough to keep a loud body out of the bands above it."""
    return np.asarray(np.hanning(length + 1)[:-1], dtype=np.float32)
