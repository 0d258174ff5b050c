"""A recording of a kick as frames: find its onset, follow its body, analyse."""

from __future__ import annotations

import numpy as np
import scipy  # loads scipy.fft when it is first used: 0.2 s that a process which makes no kick is spared
from numpy.typing import NDArray

from klangwerk.engines.contracts import InputUnusable
from klangwerk.engines.kick.analysis import Keep, analyse
from klangwerk.engines.kick.finish import PEAK
from klangwerk.engines.kick.frames import KickFrames
from klangwerk.engines.kick.spec import SPEC
from klangwerk.sound import AudioBuffer
from klangwerk.sound.resample import resample

Samples = NDArray[np.float32]
Real = NDArray[np.float64]

ONSET = 0.01  # of the peak: where the sound starts
FADE_S = 0.05  # at the end of a recording that is cut
DECIMATE = 8  # the body is followed at 5.5 kHz
HOP = 4  # decimated samples between ridge steps: 0.7 ms
LOW_HZ, HIGH_HZ, PER_OCTAVE = 25.0, 1_400.0, 10
CYCLES = 1.2  # of a wavelet under its Gaussian: short enough for sweeps, long enough to tell harmonics apart
CORRECTIONS = 2  # rounds of turning the guess by what the fundamental still turns
RISE_COST, FALL_COST = 1.2, 0.25  # per grid step and hop: pitch of a drum falls, it hardly ever rises


def frames_of(recording: AudioBuffer, *, keep: Keep) -> KickFrames:
    """Frames of any recording of a kick; `keep` as in `analysis.analyse`. Raises InputUnusable for silence."""
    samples = prepared(recording)
    return analyse(samples, body_phase(samples), keep=keep)


def prepared(recording: AudioBuffer) -> Samples:
    """(n_samples,) mono at the model's rate, from the onset, cut or padded to 2 s, at the usual peak."""
    buffer = recording.mono()
    if buffer.sample_rate != SPEC.sample_rate:
        buffer = resample(buffer, sample_rate=SPEC.sample_rate)
    x = buffer.samples[0].astype(np.float64)
    x = x - x.mean()
    peak = float(np.abs(x).max()) if x.size else 0.0
    if peak < 1e-4:
        raise InputUnusable("The recording is silent. Choose a file with a kick in it.")
    x = x[int(np.argmax(np.abs(x) > ONSET * peak)) :][: SPEC.n_samples]
    if len(x) < SPEC.n_samples:
        x = np.concatenate([x, np.zeros(SPEC.n_samples - len(x))])
    else:
        fade = round(FADE_S * SPEC.sample_rate)
        x[-fade:] *= np.linspace(1.0, 0.0, fade)
    return np.asarray(x * (PEAK / np.abs(x).max()), dtype=np.float32)


def body_phase(samples: Samples) -> Real:
    """(n_samples,) running phase of the lowest strong partial, strictly increasing from 0.

    The ridge of a wavelet transform gives a first guess; where the fundamental then still turns against it, the
    guess is corrected by that angle, which sharpens the sweep.
    """
    phase = _ridge_phase(samples)
    grid = SPEC.frame_times_s * SPEC.sample_rate
    at = np.arange(SPEC.n_samples)
    for _ in range(CORRECTIONS):
        fundamental = analyse(samples, phase).harmonics[:, 0]
        level = np.abs(fundamental)
        turn = np.unwrap(np.angle(fundamental))
        heard = level > 0.02 * level.max()
        if not heard.any():
            break
        turn = np.convolve(
            np.pad(np.interp(grid, grid[heard], turn[heard]), 1, "edge"), [0.25, 0.5, 0.25], "valid"
        )
        phase = np.maximum.accumulate(phase + np.interp(at, grid, turn - turn[0])) + at * 1e-9
    return np.asarray(phase - phase[0])


def _ridge_phase(samples: Samples) -> Real:
    rate = SPEC.sample_rate / DECIMATE
    low = _decimated(samples)
    lead = len(low) // 8
    extended = np.concatenate([-low[lead:0:-1], low, np.zeros(lead)])
    grid = LOW_HZ * 2.0 ** (np.arange(int(np.log2(HIGH_HZ / LOW_HZ) * PER_OCTAVE) + 1) / PER_OCTAVE)
    scalogram = _wavelets(extended, grid, rate)[:, lead : lead + len(low)]
    ridge = _ridge(np.abs(scalogram[:, ::HOP]))
    rows = np.repeat(ridge, HOP)[: len(low)]
    on_ridge = scalogram[rows, np.arange(len(low))]
    phase = np.unwrap(np.angle(on_ridge)) + np.pi / 2.0  # a sine that starts at zero has phase 0
    step = np.diff(phase, prepend=phase[0] - 2.0 * np.pi * grid[rows[0]] / rate)
    # where the sound has died away the phase means nothing: trust the grid there
    expected = 2.0 * np.pi * grid[rows] / rate
    energy = np.cumsum(np.abs(on_ridge) ** 2)
    trusted = energy < (1.0 - 1e-5) * energy[-1]
    step = np.where(trusted, np.clip(step, 0.6 * expected, 1.7 * expected), expected)
    held = np.nonzero(trusted)[0]
    if len(held):
        step[held[-1] :] = np.median(step[max(0, held[-1] - 200) : held[-1] + 1])
    running = np.cumsum(step) - step[0]
    offset = float(np.mod(phase[0] + np.pi, 2.0 * np.pi) - np.pi)
    running = np.maximum(running + max(0.0, min(offset, 1.0)), 0.0)
    fine = np.interp(np.arange(SPEC.n_samples) / DECIMATE, np.arange(len(low)), running)
    return np.asarray(np.maximum.accumulate(fine - fine[0]) + np.arange(SPEC.n_samples) * 1e-9)


def _decimated(samples: Samples) -> Real:
    spectrum = scipy.fft.rfft(samples.astype(np.float64))
    keep = len(samples) // DECIMATE
    return np.asarray(scipy.fft.irfft(spectrum[: keep // 2 + 1], keep) / DECIMATE)


def _wavelets(signal: Real, grid: Real, rate: float) -> NDArray[np.complex128]:
    """(len(grid), len(signal)) analytic Morlet transform, equal amplitude for equal sines."""
    size = scipy.fft.next_fast_len(len(signal))
    spectrum = scipy.fft.fft(signal, size)
    hz = scipy.fft.fftfreq(size, 1.0 / rate)
    spread = grid[:, None] / (2.0 * np.pi * CYCLES)
    bell = np.exp(-0.5 * ((hz[None, :] - grid[:, None]) / spread) ** 2) * (hz > 0.0)
    return np.asarray(scipy.fft.ifft(2.0 * spectrum * bell, axis=1)[:, : len(signal)])


def _ridge(magnitude: Real) -> NDArray[np.int64]:
    """(steps,) row of the ridge: strong, low, and falling rather than rising."""
    rows, steps = magnitude.shape
    level = magnitude / (magnitude.max(axis=0, keepdims=True) + 1e-12)
    loudness = np.sqrt(magnitude.max(axis=0) / (magnitude.max() + 1e-12))
    score = (np.log(level + 1e-3) - 0.02 * np.arange(rows)[:, None]) * loudness
    jumps = np.arange(-4, 5)
    cost = np.where(jumps > 0, jumps * RISE_COST, -jumps * FALL_COST) * 0.3
    best = score[:, 0].copy()
    came_from = np.zeros((steps, rows), dtype=np.int64)
    index = np.arange(rows)
    for step in range(1, steps):
        sources = index[None, :] - jumps[:, None]
        candidates = np.where(
            (sources >= 0) & (sources < rows), best[sources.clip(0, rows - 1)] - cost[:, None], -1e18
        )
        choice = candidates.argmax(axis=0)
        came_from[step] = index - jumps[choice]
        best = candidates[choice, index] + score[:, step]
    path = np.empty(steps, dtype=np.int64)
    path[-1] = int(best.argmax())
    for step in range(steps - 1, 0, -1):
        path[step - 1] = came_from[step, path[step]]
    return path
