"""Spectral frames to waveform: a phase-continuous harmonic body plus noise shaped in bands.

The body is read from one wavetable per frame at the running phase, blending neighbouring frames; the noise is
seeded white noise shaped by overlap-add at three window lengths, short where the onset needs it.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import scipy  # loads scipy.fft when it is first used: 0.2 s that a process which makes no kick is spared
from numpy.typing import NDArray

from klangwerk.engines.kick.frames import KickFrames
from klangwerk.engines.kick.spec import SPEC, KickSpec

Samples = NDArray[np.float32]

TABLE_SIZE = 2048  # linear interpolation error of the 48th harmonic: -45 dB below that harmonic
INAUDIBLE = 10 ** (-84 / 20)  # frames below this are not rendered; `finish` cuts at -72 dB

NOISE_LEAD = 2048  # white samples before the onset and after the end, for the longest window
# (window length in samples, first and last second it is used in); each hands over to the next by a cross-fade
NOISE_WINDOWS: tuple[tuple[int, float, float], ...] = (
    (64, 0.0, 0.005),
    (256, 0.005, 0.045),
    (1024, 0.045, 2.0),
)


def running_phase(
    f0_hz: NDArray[np.float64], count: int | None = None, spec: KickSpec = SPEC
) -> NDArray[np.float64]:
    """(count,) phase in radians of the fundamental whose frames are f0_hz (n_frames,); 0 at sample 0.

    Pitch is interpolated on a logarithmic axis; `count` is all samples unless fewer are wanted.
    """
    position = spec.sample_positions[:count]
    octaves = np.interp(position, np.arange(spec.n_frames), np.log2(f0_hz)).astype(np.float32)
    phase = np.cumsum(np.exp2(octaves), dtype=np.float64)  # cycles add up to hundreds: float32 would drift
    phase -= phase[0]
    phase *= 2.0 * np.pi / spec.sample_rate
    return phase


def render_body(frames: KickFrames, spec: KickSpec = SPEC) -> Samples:
    """(n_samples,) the harmonic part."""
    audible = _audible_samples(np.abs(frames.harmonics).sum(axis=1), spec)
    out = np.zeros(spec.n_samples, dtype=np.float32)
    if audible == 0:
        return out
    phase = running_phase(frames.f0_hz, audible, spec)
    position = spec.sample_positions[:audible]
    n_tables = min(int(position[-1]) + 2, spec.n_frames)  # the last sample blends its frame and the next
    harmonics = frames.harmonics[:n_tables] * _below_nyquist(frames.f0_hz[:n_tables], spec)
    spectrum = np.zeros((n_tables, TABLE_SIZE // 2 + 1), dtype=np.complex64)
    spectrum[:, 1 : spec.n_harmonics + 1] = harmonics * (-0.5j * TABLE_SIZE)
    tables = np.empty((n_tables, TABLE_SIZE + 1), dtype=np.float32)
    tables[:, :-1] = scipy.fft.irfft(spectrum, TABLE_SIZE, axis=1)
    tables[:, -1] = tables[:, 0]

    cell = phase * (TABLE_SIZE / (2.0 * np.pi))
    whole = np.floor(cell)
    within = (cell - whole).astype(np.float32)
    column = whole.astype(np.int64) & (TABLE_SIZE - 1)
    row = np.minimum(position.astype(np.int64), spec.n_frames - 2)
    blend = (position - row).astype(np.float32)
    flat = tables.ravel()
    index = row * (TABLE_SIZE + 1) + column
    early = flat[index]
    early += within * (flat[index + 1] - early)
    index += TABLE_SIZE + 1
    late = flat[index]
    late += within * (flat[index + 1] - late)
    out[:audible] = early + blend * (late - early)
    return out


def render_noise(frames: KickFrames, rng: np.random.Generator, spec: KickSpec = SPEC) -> Samples:
    """(n_samples,) the noise part; the generator decides its grain, the frames its colour over time."""
    loudest = frames.noise_db.max(axis=1)
    audible = _audible_samples(
        10.0 ** (loudest / 20.0) * 3.0, spec
    )  # peaks of noise are 10 dB above its power
    out = np.zeros(spec.n_samples, dtype=np.float32)
    if audible == 0:
        return out
    white = rng.standard_normal(min(audible, spec.n_samples) + 2 * NOISE_LEAD, dtype=np.float32)
    for length, starts_s, ends_s in NOISE_WINDOWS:
        _add_noise_layer(out, frames.noise_db, white, length, starts_s, ends_s, audible, spec)
    return out


def render(frames: KickFrames, rng: np.random.Generator, spec: KickSpec = SPEC) -> Samples:
    """(n_samples,) float32: body plus noise, not yet normalised."""
    return render_body(frames, spec) + render_noise(frames, rng, spec)


def _audible_samples(level: NDArray[np.float64], spec: KickSpec) -> int:
    """Samples up to the last frame that is louder than `INAUDIBLE`."""
    loud = np.nonzero(level > INAUDIBLE)[0]
    if len(loud) == 0:
        return 0
    last = min(int(loud[-1]) + 1, spec.n_frames - 1)
    return min(int(spec.frame_times_s[last] * spec.sample_rate) + 1, spec.n_samples)


def _below_nyquist(f0_hz: NDArray[np.float64], spec: KickSpec) -> NDArray[np.float64]:
    """(T, K) 1 for harmonics well below Nyquist, falling to 0 at 20 kHz, so that sweeps do not alias."""
    hz = f0_hz[:, None] * np.arange(1, spec.n_harmonics + 1)
    return np.asarray(np.clip((20_000.0 - hz) / 2_000.0, 0.0, 1.0))


@cache
def _bin_weights(length: int, spec: KickSpec) -> NDArray[np.float32]:
    """(B, bins) linear interpolation from band centres to the bins of a window."""
    hz = np.fft.rfftfreq(length, 1.0 / spec.sample_rate)
    position = np.interp(hz, spec.band_centres_hz, np.arange(spec.n_bands))
    weights = np.maximum(0.0, 1.0 - np.abs(position[None, :] - np.arange(spec.n_bands)[:, None]))
    return np.asarray(weights, dtype=np.float32)


@cache
def _above_lowest_band(length: int, spec: KickSpec) -> NDArray[np.float32]:
    """(bins,) 0 below the noise bands: the low end belongs to the body alone."""
    hz = np.fft.rfftfreq(length, 1.0 / spec.sample_rate)
    return np.asarray(hz >= 0.7 * spec.band_low_hz, dtype=np.float32)


@cache
def _sine_window(length: int) -> NDArray[np.float32]:
    return np.asarray(np.sin(np.pi * (np.arange(length) + 0.5) / length), dtype=np.float32)


def _add_noise_layer(
    out: Samples,
    noise_db: NDArray[np.float64],
    white: Samples,
    length: int,
    starts_s: float,
    ends_s: float,
    audible: int,
    spec: KickSpec,
) -> None:
    """Overlap-add one window length over its part of the sound."""
    hop = length // 2
    first = round(starts_s * spec.sample_rate / hop)
    last = round(min(ends_s, audible / spec.sample_rate) * spec.sample_rate / hop)
    if last <= first:
        return
    centres = np.arange(first, last) * hop
    position = spec.sample_positions[np.minimum(centres, spec.n_samples - 1)]
    row = np.minimum(position.astype(np.int64), spec.n_frames - 2)
    blend = (position - row)[:, None]
    level_db = (noise_db[row] * (1.0 - blend) + noise_db[row + 1] * blend).astype(np.float32)  # (n, B)
    gain = np.exp2((level_db @ _bin_weights(length, spec)) * np.float32(np.log2(10.0) / 20.0))
    gain *= _above_lowest_band(length, spec)
    window = _sine_window(length)  # squared and half overlapped it sums to one
    grains = np.lib.stride_tricks.sliding_window_view(white, length)[centres + (NOISE_LEAD - hop)] * window
    shaped = scipy.fft.irfft(scipy.fft.rfft(grains, axis=1) * gain, length, axis=1) * window
    total = np.zeros((len(centres) + 1) * hop, dtype=np.float32)
    total[: len(centres) * hop] = shaped[:, :hop].ravel()
    total[hop:] += shaped[:, hop:].ravel()
    begin = first * hop - hop
    lead = max(0, -begin)
    end = min(begin + len(total), spec.n_samples)
    out[begin + lead : end] += total[lead : end - begin]
