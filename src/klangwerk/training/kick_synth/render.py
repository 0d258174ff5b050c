"""From physical parameters to two seconds of sound, with the true phase of the body beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import fft
from scipy.signal import lfilter

from klangwerk.training.kick_synth import filters
from klangwerk.training.kick_synth.params import (
    END_S,
    FRAMES,
    OFF_DB,
    PEAK,
    SAMPLE_RATE,
    SynthParams,
)
from klangwerk.training.kick_synth.shapers import drive

Signal = NDArray[np.float64]

FLOOR_DB: Final = -68.0  # below the peak; a kick ends where it falls under this for good
FADE_S: Final = 0.03
GUARD_S: Final = 0.12  # room for the filters' own tails, so that the FFT does not wrap them around
LOG10: Final = float(np.log(10.0))
MODE_RATIOS: Final = {
    "membrane": ((1.593, 1.0), (2.136, 0.7), (2.653, 0.45), (3.155, 0.3)),
    "metal": ((3.87, 0.6), (6.21, 1.0), (8.93, 0.8), (13.4, 0.5)),
}


@dataclass(frozen=True, slots=True, eq=False)
class SynthKick:
    """Two seconds of one kick."""

    samples: NDArray[np.float32]  # (88200,), mono, 44.1 kHz
    phase_rad: NDArray[np.float64]  # (88200,), running phase of the body's fundamental, 0 at the first sample


def _gain(level_db: float) -> float:
    return float(10 ** (level_db / 20))


def _falling(frames: int, rate: int, tau_s: float) -> Signal:
    """exp(-t / tau) on a regular grid, as an outer product: one multiplication a sample instead of an exponential."""
    coarse = np.exp(-np.arange(-(-frames // 512)) * (512 / rate / tau_s))
    fine = np.exp(-np.arange(512) / (rate * tau_s))
    return np.asarray(np.outer(coarse, fine).ravel()[:frames])


def phase_rad(params: SynthParams, *, frames: int = FRAMES, rate: int = SAMPLE_RATE) -> Signal:
    """Running phase of the body: the closed-form integral of its falling pitch."""
    phase = np.arange(frames) * (2 * np.pi * params.end_hz / rate)
    for depth_hz, tau_ms in ((params.sweep1_hz, params.sweep1_ms), (params.sweep2_hz, params.sweep2_ms)):
        tau_s = tau_ms / 1000
        phase += 2 * np.pi * depth_hz * tau_s * (1 - _falling(frames, rate, tau_s))
    return np.asarray(phase)


def pitch_hz(params: SynthParams, time_s: Signal) -> Signal:
    """Pitch of the body over time."""
    return np.asarray(
        params.end_hz
        + params.sweep1_hz * np.exp(-1000 * time_s / params.sweep1_ms)
        + params.sweep2_hz * np.exp(-1000 * time_s / params.sweep2_ms)
    )


def body_level(params: SynthParams, time_s: Signal) -> Signal:
    """Level of the body, without the attack's ramp; 1 is full scale."""
    after = np.maximum(0.0, time_s - params.hold_ms / 1000) / params.t60_s
    level = np.exp(-3 * LOG10 * after**params.decay_curve)
    if params.snap_db > 0:
        level = level * (1 + (_gain(params.snap_db) - 1) * np.exp(-1000 * time_s / params.snap_ms))
        level /= _gain(params.snap_db)
    if params.rumble_db > OFF_DB:
        late = np.maximum(0.0, time_s - params.rumble_delay_s)
        swell = (1 - np.exp(-late / 0.09)) * np.exp(-3 * LOG10 * late / params.rumble_t60_s)
        pulse = 0.7 - 0.3 * np.cos(2 * np.pi * params.rumble_rate_hz * late)
        level = level + _gain(params.rumble_db) * swell * pulse
    if params.drive_kind != "none" and params.drive_focus_db:
        octaves = np.log2(pitch_hz(params, time_s) / params.drive_focus_hz)
        level = level * np.exp(LOG10 / 20 * params.drive_focus_db * (np.exp(-2 * octaves**2) - 0.5))
    return np.asarray(level)


def _level(params: SynthParams, *, frames: int, rate: int) -> Signal:
    """`body_level` on the audio grid: it is smooth, so 0.4 ms steps and straight lines between them are enough."""
    step = rate // 2756
    knots = np.arange(-(-frames // step) + 1)
    level = body_level(params, np.asarray(knots * (step / rate), dtype=np.float64))
    slope = np.diff(level)[:, None] * (np.arange(step) / step)
    return np.asarray((level[:-1, None] + slope).ravel()[:frames])


def _shut(params: SynthParams, x: Signal, *, rate: int) -> Signal:
    """The gate, in place: 1, then a raised-cosine release."""
    start = int(params.gate_s * rate)
    if start < len(x):
        past = np.minimum(1.0, np.arange(len(x) - start) * (1000 / params.gate_release_ms / rate))
        x[start:] *= 0.5 + 0.5 * np.cos(np.pi * past)
    return x


def _audible_s(params: SynthParams) -> float:
    """Upper bound on how long anything can be heard."""
    lift_db = params.drive_db if params.drive_kind not in ("none", "crush") else 0.0
    body = params.hold_ms / 1000 + params.t60_s * ((-FLOOR_DB + lift_db) / 60) ** (1 / params.decay_curve)
    if params.rumble_db > OFF_DB:
        body = max(
            body, params.rumble_delay_s + params.rumble_t60_s * (-FLOOR_DB + lift_db + params.rumble_db) / 60
        )
    body = min(body, params.gate_s + params.gate_release_ms / 1000)
    noise = params.noise_t60_s * (1 + params.noise_db / 60) if params.noise_db > OFF_DB else 0.0
    dry = max(body, noise, 0.08)
    room = params.room_t60_s * max(0.0, 1 + params.room_db / 60) if params.room_db > OFF_DB else 0.0
    return float(min(END_S, max(dry, 0.05 + room + min(dry, 0.3))))


def _band(noise: Signal, low_hz: float, high_hz: float) -> Signal:
    """White noise through two one-pole slopes on each side, brought to unit deviation."""
    high, low = (float(np.exp(-2 * np.pi * min(f, 20_000) / SAMPLE_RATE)) for f in (high_hz, low_hz))
    shaped = lfilter([(1 - high) * (1 - high)], [1, -2 * high, high * high], noise)
    shaped = lfilter([1, -1], [1, -low], shaped)
    return np.asarray(shaped / (np.std(shaped) + 1e-12))


def _click(params: SynthParams, rng: np.random.Generator, rate: int) -> Signal:
    """The first touch, at most 80 ms, starting from zero."""
    tau_s = params.click_ms / 1000
    frames = int(min(0.08, 9 * tau_s + 0.002) * rate)
    time_s = np.arange(frames) / rate
    fall = np.exp(-time_s / tau_s) * (1 - np.exp(-time_s / 0.00012))
    tone = 2 * np.pi * params.click_hz * time_s
    kind = params.click_kind
    if kind == "impulse":
        click = fall * np.sin(tone)
    elif kind == "blip":
        click = fall * np.sin(
            tone + 2 * np.pi * params.click_hz * 1.5 * 0.0015 * (1 - np.exp(-time_s / 0.0015))
        )
    else:
        factor = rate // SAMPLE_RATE
        short = -(-frames // factor)
        high, low = {"noise": (1.8, 0.55), "felt": (1.0, 0.2), "plastic": (1.5, 0.6), "wood": (1.3, 0.4)}[
            kind
        ]
        noise = _band(rng.standard_normal(short), low * params.click_hz, high * params.click_hz)
        noise = _resample(noise, short * factor)[:frames]
        click = fall * noise * 0.5
        if kind == "felt":  # a soft push of air under little noise
            air = np.exp(-time_s / (tau_s * 1.5)) * np.sin(0.22 * tone)
            click = 0.35 * click + air * np.minimum(1, time_s / 0.0015)
        elif kind == "plastic":  # a hard head answers with two high modes
            click = 0.45 * click + fall * (0.6 * np.sin(tone) + 0.35 * np.sin(1.47 * tone))
        elif kind == "wood":  # a dry knock with a low partner
            partner = np.exp(-time_s / (2.5 * tau_s)) * np.sin(0.19 * tone)
            click = 0.4 * click + fall * np.sin(0.5 * tone) + 0.5 * partner
    return np.asarray(click * _gain(params.click_db) / (np.abs(click).max() + 1e-9))


def _resample(x: Signal, frames: int) -> Signal:
    """Band-limited, by zeros in the spectrum."""
    if frames == len(x):
        return x
    return np.asarray(fft.irfft(fft.rfft(x), frames) * (frames / len(x)))


def _source(params: SynthParams, rng: np.random.Generator, *, frames: int, rate: int) -> Signal:
    """Body, modes and click, driven."""
    phase = phase_rad(params, frames=frames, rate=rate)
    level = _level(params, frames=frames, rate=rate)
    sine = np.sin(phase)
    body = sine
    if params.second_db > OFF_DB:
        body = body + _gain(params.second_db) * np.sin(2 * phase) * level
    if params.third_db > OFF_DB:
        body = body + _gain(params.third_db) * sine * (3 - 4 * sine * sine) * level
    body = body * level
    attack = int(params.attack_ms / 1000 * rate) + 1
    body[:attack] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(attack) / attack)
    if params.modes_db > OFF_DB:
        ringing = min(frames, int(1.2 * params.modes_t60_s * rate))
        fall = _falling(ringing, rate, params.modes_t60_s / 3 / LOG10)
        fall *= np.minimum(1, np.arange(ringing) * (1000 / 0.6 / rate))
        for number, (ratio, weight) in enumerate(MODE_RATIOS[params.modes_kind]):
            detuned = ratio * (1 + 0.02 * rng.standard_normal())
            body[:ringing] += (
                _gain(params.modes_db) * weight * fall * np.sin(detuned * phase[:ringing] + 0.3 * number)
            )
    if params.click_kind != "none" and params.click_db > OFF_DB:
        click = _click(params, rng, rate)[:frames]
        body[: len(click)] += click
    if params.drive_kind != "none":
        body = body / max(1.0, float(np.abs(body).max()))
        body = drive(
            body,
            kind=params.drive_kind,
            gain_db=params.drive_db,
            bias=params.drive_bias,
            mix=params.drive_mix,
        )
    return _shut(params, body, rate=rate)


def _filters(params: SynthParams, bins_hz: Signal) -> NDArray[np.complex128]:
    response = filters.high_pass(bins_hz, params.high_pass_hz)
    response *= filters.low_pass(bins_hz, params.low_pass_hz, params.low_pass_q)
    if params.low_shelf_db:
        response *= filters.low_shelf(bins_hz, 90.0, params.low_shelf_db)
    if params.peak_db:
        response *= filters.peak(bins_hz, params.peak_hz, params.peak_db, params.peak_q)
    if params.high_shelf_db:
        response *= filters.high_shelf(bins_hz, 2500.0, params.high_shelf_db)
    return response


def _room(
    params: SynthParams, rng: np.random.Generator, frames: int, bins_hz: Signal
) -> NDArray[np.complex128]:
    """Spectrum of a small room without lows: the low end of a kick stays clean."""
    length = int(min(frames - 1, params.room_t60_s * SAMPLE_RATE))
    start = int(params.room_predelay_ms / 1000 * SAMPLE_RATE)
    time_s = np.arange(length) / SAMPLE_RATE
    tail = rng.standard_normal(length) * np.exp(-3 * LOG10 / params.room_t60_s * time_s)
    early = np.zeros(length)
    for _ in range(6):
        early[min(length - 1, int(rng.uniform(0.0, 0.025) * SAMPLE_RATE))] += rng.choice(
            (-1, 1)
        ) * rng.uniform(0.3, 1)
    tail = (
        tail * np.minimum(1.0, time_s / 0.012) / np.sqrt(0.072 * params.room_t60_s * SAMPLE_RATE)
        + 0.35 * early
    )
    impulse = np.zeros(frames)
    impulse[start : start + length] = tail[: frames - start]
    sent = filters.high_pass(bins_hz, max(180.0, params.room_low_cut_hz))
    sent *= filters.high_pass(bins_hz, max(180.0, params.room_low_cut_hz))
    sent *= filters.low_pass(bins_hz, params.room_high_cut_hz, 0.6)
    # The send is what is left above the cut, some 10 dB under the body: 4x makes room_db mean what it says.
    return np.asarray(4 * _gain(params.room_db) * fft.rfft(impulse) * sent)


def _noise(params: SynthParams, rng: np.random.Generator, frames: int) -> Signal | None:
    """Noise layer and hiss, at their final level."""
    noise: Signal | None = None
    time_s = np.arange(frames) / SAMPLE_RATE
    if params.noise_db > OFF_DB:
        white = _band(rng.standard_normal(frames), params.noise_low_hz, params.noise_high_hz)
        rise = np.minimum(1.0, time_s / 0.001)
        noise = 0.5 * _gain(params.noise_db) * white * rise * np.exp(-3 * LOG10 / params.noise_t60_s * time_s)
    if params.hiss_db > OFF_DB:
        hiss = _band(rng.standard_normal(frames), 900.0, 9000.0)
        fall = np.sqrt(_level(params, frames=frames, rate=SAMPLE_RATE)) * np.minimum(1.0, time_s / 0.004)
        hiss = 0.4 * _gain(params.hiss_db) * hiss * fall
        noise = hiss if noise is None else noise + hiss
    return None if noise is None else _shut(params, noise, rate=SAMPLE_RATE)


def _compress(params: SynthParams, x: Signal) -> Signal:
    """Pulls down what is over the threshold, after letting the first `comp_ms` through."""
    hop = 64
    blocks = -(-len(x) // hop)
    power = np.square(np.pad(x, (0, blocks * hop - len(x)))).reshape(blocks, hop).mean(1)
    window = np.hanning(17)[1:-1]
    level = 10 * np.log10(np.convolve(power, window / window.sum(), "same") + 1e-9)
    over = np.maximum(0.0, level - (level.max() - params.comp_db))
    keep = float(np.exp(-hop / SAMPLE_RATE * 1000 / params.comp_ms))
    reduction = lfilter([1 - keep], [1, -keep], over * (1 - 1 / params.comp_ratio))
    gain_db = np.interp(np.arange(len(x)), np.arange(blocks) * hop + hop / 2, -reduction)
    return np.asarray(x * np.exp(LOG10 / 20 * gain_db))


def _finish(x: Signal) -> NDArray[np.float32]:
    """Ends in true silence, without DC, at the peak level."""
    x = x[: int(END_S * SAMPLE_RATE)]
    loud = np.nonzero(np.abs(x) > np.abs(x).max() * _gain(FLOOR_DB))[0]
    end = min(len(x), int(loud[-1]) + 1 + int(0.5 * FADE_S * SAMPLE_RATE))
    x = x[:end].copy()
    fade = min(int(FADE_S * SAMPLE_RATE), end // 3)
    x[end - fade :] *= 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, fade))
    window = np.hanning(end)
    x -= window * (x.sum() / window.sum())
    out = np.zeros(FRAMES, np.float32)
    out[:end] = x * (PEAK / np.abs(x).max())
    return out


def render(params: SynthParams, rng: np.random.Generator) -> SynthKick:
    """One kick; the same parameters and generator state give the same bytes."""
    strong = params.drive_kind != "none" and params.drive_db * params.drive_mix > 3
    factor = 4 if strong else 2
    audible = int(_audible_s(params) * SAMPLE_RATE)
    frames = fft.next_fast_len(audible + int(GUARD_S * SAMPLE_RATE), real=True)
    rate = SAMPLE_RATE * factor
    dry = _source(params, rng, frames=audible * factor, rate=rate)
    bins_hz = np.arange(frames // 2 + 1) * (SAMPLE_RATE / frames)
    spectrum = fft.rfft(dry, frames * factor)[: len(bins_hz)] / factor
    noise = _noise(params, rng, audible)
    if noise is not None:
        spectrum += fft.rfft(noise, frames)
    spectrum *= _filters(params, bins_hz)
    spectrum *= np.clip((21_500 - bins_hz) / 2000, 0.0, 1.0)
    if params.room_db > OFF_DB:
        spectrum *= 1 + _room(params, rng, frames, bins_hz)
    sound = fft.irfft(spectrum, frames)
    if params.comp_db > 0:
        sound = _compress(params, sound)
    return SynthKick(samples=_finish(sound), phase_rad=phase_rad(params))
