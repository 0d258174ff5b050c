"""What can be measured in the sound of a kick: the meaning of the sliders and of the opposite words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import fft

Signal = NDArray[np.float64]
Analytic = NDArray[np.complex128]

SILENCE_DB: Final = -120.0  # what stands for "nothing at all" in a level
ONSET: Final = 0.05  # of the peak
PITCH_LOW_HZ: Final = 22.0
PITCH_HIGH_HZ: Final = 190.0
ATTACK_S: Final = 0.015
AXIS_FROM_S: Final = 0.012
FRAME_CYCLES: Final = 8
BODY_UNTIL_S: Final = 0.15
THIRD_OCTAVES_HZ: Final = 1000 * 2 ** (np.arange(-15, 13) / 3)  # 31 Hz to 16 kHz


@dataclass(frozen=True, slots=True)
class Descriptors:
    """Measurements of one kick. The first six are what the sliders mean."""

    t60_s: float
    """Length: seconds from the onset until the level (10 ms RMS) has fallen 60 dB below its peak for good."""
    f0_hz: float
    """Pitch: fundamental of the body in the second half of its energy (the sweep is over by then), as the
    energy-weighted mean of its logarithm. 22 to 190 Hz."""
    attack_db: float
    """Punch: energy of the first 15 ms above some 200 Hz (6 dB per octave below) against the body from 15 to 150 ms."""
    thd_db: float
    """Drive: energy in harmonics 2 to 24 of the body against its fundamental, after the first 12 ms."""
    centroid_hz: float
    """Brightness: centre of the third octaves on a logarithmic axis, each weighted with its
    loudness (energy ** 0.3)."""
    noise_db: float
    """Noise: energy above 500 Hz between the body's harmonics (noise, hiss, room; not the first
    touch) against all energy."""
    share_below_200hz: float
    """Share of the energy below 200 Hz, 0..1."""
    onset_ms: float
    """Milliseconds until the samples first pass 5 % of the peak."""
    peak: float
    """Highest absolute sample, full scale is 1."""
    dc: float
    """Mean of all samples."""
    tail_dbfs: float
    """Peak of the last 50 ms, dB full scale."""


def _db(power: float) -> float:
    return float(max(SILENCE_DB, 10 * np.log10(power + 1e-13)))


def describe(samples: NDArray[np.floating], sample_rate: int) -> Descriptors:
    """Measures a mono one-shot, `samples` of shape (frames,). A silent one has the lowest value of everything."""
    x = np.asarray(samples, dtype=np.float64)
    if x.ndim != 1:
        raise ValueError(f"samples must have one axis, given shape {x.shape}")
    peak = float(np.abs(x).max(initial=0.0))
    if peak < 1e-6:
        low = SILENCE_DB
        return Descriptors(
            0.0, PITCH_LOW_HZ, low, low, float(THIRD_OCTAVES_HZ[0]), low, 0.0, 0.0, peak, 0.0, low
        )
    onset = int(np.argmax(np.abs(x) > ONSET * peak))
    start = max(0, onset - int(0.001 * sample_rate))
    y = x[start:]
    t60_s = _t60_s(y, sample_rate)
    y = y[: max(int((t60_s + 0.05) * sample_rate), int(0.1 * sample_rate))]
    frames = fft.next_fast_len(max(len(y) + sample_rate // 10, sample_rate // 2), real=True)
    spectrum = fft.rfft(y, frames)
    bins_hz = np.arange(len(spectrum)) * (sample_rate / frames)
    power = np.square(spectrum.real) + np.square(spectrum.imag)
    f0_hz, body, rate = _fundamental(spectrum, frames, sample_rate)
    thd_db, noise_db = _thd_noise_db(y, body, rate, sample_rate)
    return Descriptors(
        t60_s=t60_s,
        f0_hz=f0_hz,
        attack_db=_attack_db(y, spectrum, bins_hz, frames, sample_rate),
        thd_db=thd_db,
        centroid_hz=_centroid_hz(power, bins_hz),
        noise_db=noise_db,
        share_below_200hz=float(power[bins_hz < 200].sum() / power.sum()),
        onset_ms=1000 * onset / sample_rate,
        peak=peak,
        dc=float(x.mean()),
        tail_dbfs=_db(float(np.abs(x[-sample_rate // 20 :]).max() ** 2)),
    )


def _t60_s(y: Signal, sample_rate: int) -> float:
    hop = max(1, sample_rate // 400)  # 2.5 ms; four of them make the 10 ms window
    blocks = -(-len(y) // hop)
    power = np.square(np.pad(y, (0, blocks * hop - len(y)))).reshape(blocks, hop).mean(1)
    level = np.convolve(power, np.full(4, 0.25))
    last = int(np.nonzero(level >= level.max() * 1e-6)[0][-1])
    return float(max(hop, (last - 1) * hop) / sample_rate)


def _analytic(spectrum: Analytic, frames: int, weights: Signal, low_frames: int) -> Analytic:
    """The weighted positive frequencies, back in time at the low rate that `low_frames` stands for."""
    used = np.zeros(low_frames, np.complex128)
    used[: len(weights)] = spectrum[: len(weights)] * weights
    return np.asarray(fft.ifft(used) * (2 * low_frames / frames))


def _fundamental(spectrum: Analytic, frames: int, sample_rate: int) -> tuple[float, Analytic, float]:
    """Fundamental (Hz); the body as an analytic signal, and its sample rate."""
    bin_hz = sample_rate / frames
    low_frames = fft.next_fast_len(int(2000 / bin_hz))
    rate = low_frames * bin_hz
    reach = int(420 / bin_hz)
    hz = np.arange(reach) * bin_hz
    low = _analytic(
        spectrum, frames, np.clip((hz - 15) / 7, 0, 1) * np.clip((420 - hz) / 60, 0, 1), low_frames
    )
    energy = np.convolve(np.abs(low) ** 2, np.ones(15) / 15, "same")
    audible = np.nonzero(energy > energy.max() * 10 ** (-26 / 10))[0]
    end = int(audible[-1]) + 1
    begin = min(int(max(0.3 * end, 0.025 * rate)), max(0, end - int(0.07 * rate)))
    tilt = np.clip((hz - 18) / 14, 0, 1) * np.clip((420 - hz) / 60, 0, 1) / np.maximum(1.0, hz / 90)
    dull = _analytic(spectrum, frames, tilt, low_frames)[begin:end]  # overtones and modes step back
    f0_hz = _repetition_hz(dull.real / np.sqrt(energy[begin:end] + 1e-4 * energy.max()), rate)
    f0_hz *= _overlooked(low[begin:end], f0_hz, rate)
    total = np.cumsum(energy)
    settled = min(int(np.searchsorted(total, 0.5 * total[-1])), end - 3)
    for _ in range(2):
        bell = np.exp(-0.5 * ((hz - f0_hz) / (0.36 * f0_hz)) ** 2) * (hz < 1.8 * f0_hz)
        body = _analytic(spectrum, frames, bell, low_frames)
        step = body[1:] * np.conj(body[:-1])
        weight = np.abs(step)
        track_hz = np.maximum(np.angle(step[settled:end]) * (rate / (2 * np.pi)), 1.0)
        late = weight[settled:end]
        f0_hz = float(np.exp((late * np.log(track_hz)).sum() / late.sum()))
        f0_hz = float(np.clip(f0_hz, PITCH_LOW_HZ, PITCH_HIGH_HZ))
    return f0_hz, body, rate


def _overlooked(part: Analytic, f0_hz: float, rate: float) -> int:
    """2 or 3 when that harmonic is so much louder that `f0_hz` cannot be a body's fundamental, else 1."""
    time_s = np.arange(len(part)) / rate
    window = np.hanning(len(part) + 2)[1:-1]

    def heard(hz: float) -> float:
        return float(abs((part * window * np.exp(-2j * np.pi * hz * time_s)).sum()))

    strength = [max(heard(order * bend * f0_hz) for bend in (0.95, 1.0, 1.05)) for order in (1, 2, 3)]
    loudest = int(np.argmax(strength))
    return (
        loudest + 1 if strength[loudest] > 2.8 * strength[0] and (loudest + 1) * f0_hz < PITCH_HIGH_HZ else 1
    )


def _repetition_hz(x: Signal, rate: float) -> float:
    """How often a levelled waveform repeats itself: the first lag at which it is nearly its own past.

    Looking at repetition rather than at the strongest partial keeps driven bodies from jumping octaves.
    """
    lags = np.arange(int(rate / PITCH_HIGH_HZ), min(int(rate / PITCH_LOW_HZ) + 2, len(x) - 8))
    if len(lags) < 3:
        return PITCH_HIGH_HZ
    unlike = np.empty(len(lags))
    for i, lag in enumerate(lags):
        now, past = x[lag:], x[:-lag]
        unlike[i] = np.square(now - past).mean() / (np.square(now).mean() + np.square(past).mean())
    dips = 1 + np.nonzero((unlike[1:-1] <= unlike[:-2]) & (unlike[1:-1] < unlike[2:]))[0]
    if not len(dips):
        return float(rate / lags[int(unlike.argmin())])
    good = dips[unlike[dips] < unlike[dips].min() + 0.2]
    return float(rate / lags[good[0]])


def _attack_db(y: Signal, spectrum: Analytic, bins_hz: Signal, frames: int, sample_rate: int) -> float:
    s = 1j * bins_hz / 200
    sharp = fft.irfft(spectrum * s / (1 + s), frames)
    early, late = int(ATTACK_S * sample_rate), int(BODY_UNTIL_S * sample_rate)
    front = float(np.square(sharp[:early]).sum())
    body = float(np.square(y[early:late]).sum())
    return _db(front / (body + 1e-3 * float(np.square(y).sum()) + 1e-12))


def _centroid_hz(power: Signal, bins_hz: Signal) -> float:
    total = np.concatenate([[0.0], np.cumsum(power)])
    edge = 2 ** (1 / 6)
    edges = np.searchsorted(bins_hz, np.append(THIRD_OCTAVES_HZ / edge, THIRD_OCTAVES_HZ[-1] * edge))
    loudness = np.diff(total[edges]) ** 0.3
    return float(2 ** ((loudness * np.log2(THIRD_OCTAVES_HZ)).sum() / loudness.sum()))


def _thd_noise_db(y: Signal, body: Analytic, rate: float, sample_rate: int) -> tuple[float, float]:
    """Harmonics and noise, from a spectrum on an axis that counts cycles of the body instead of seconds.

    On that axis a falling pitch stands still, so that neither the sweep nor a driven body's overtones look like noise.
    """
    start = min(int(AXIS_FROM_S * sample_rate), len(y) - 1)
    cycles = np.unwrap(np.angle(body)) / (2 * np.pi)
    cycles = np.maximum.accumulate(cycles + 1e-6 * np.arange(len(cycles)))
    at = np.interp(np.arange(start, len(y)) * (rate / sample_rate), np.arange(len(cycles)), cycles)
    total = float(at[-1] - at[0])
    if total < 1.0:
        return -80.0, SILENCE_DB
    per_cycle = int(np.ceil((len(y) - start) / total))
    grid = at[0] + np.arange(int(total * per_cycle)) / per_cycle
    warped = np.interp(grid, at, y[start:])
    size, hop = FRAME_CYCLES * per_cycle, FRAME_CYCLES // 2 * per_cycle
    count = max(1, -(-len(warped) // hop))
    padded = np.pad(warped, (0, (count + 1) * hop - len(warped)))
    window = np.hanning(size + 1)[:-1]
    blocks = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop] * window
    mean_hz = total * sample_rate / (len(y) - start)
    rise = min(hop, int(0.008 * mean_hz * per_cycle))  # the first frame opens quickly
    window[:hop] = 1.0
    window[:rise] = 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    blocks[0] = padded[:size] * window
    power = np.square(np.abs(fft.rfft(blocks, axis=1))).sum(0)
    orders = len(power) // FRAME_CYCLES - 1
    half = FRAME_CYCLES // 2
    around = power[half : half + orders * FRAME_CYCLES].reshape(orders, FRAME_CYCLES)  # row n: harmonic n + 1
    teeth, gaps = around[:, 2:7].sum(1), around[:, [0, 1, 7]].sum(1)
    harmonics = float(np.maximum(0.0, teeth - gaps * 5 / 3)[1:24].sum())
    noise = float(gaps[int(np.ceil(500 / mean_hz)) :].sum()) * FRAME_CYCLES / 3
    energy = float(np.square(y).sum()) * size * 0.375  # 0.375: mean power of the window
    return max(-80.0, _db(harmonics / (float(teeth[0]) + 1e-12))), _db(noise / energy)
