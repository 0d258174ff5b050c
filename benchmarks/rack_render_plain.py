"""The other side of rack_render.py: the chain as one would write it with numpy and scipy, step by step over all of it.

Nothing of it is slow on purpose: filters are scipy's compiled ones, convolution is one FFT, envelopes are one-pole
filters (attack and release alike, since numpy has no loop to choose between them), look-ahead is a maximum filter.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import ndimage, signal

from klangwerk.engines.rack.params import RackParams
from klangwerk.engines.rack.sounds import RackSounds
from klangwerk.engines.rack.timing import NOISE_EVERY_BEATS, SAMPLE_RATE, beat_frame, bounce_frames

Samples = np.ndarray[Any, np.dtype[np.float64]]


def plain_render(params: RackParams, sounds: RackSounds, *, bars: int) -> dict[str, Samples]:
    """A loop by rendering the bars twice and keeping the second round. Mix and stems, (2, frames)."""
    frames = bounce_frames(bars, params.bpm)
    total = 2 * frames
    onsets = [turn * frames + beat_frame(beat, params.bpm) for turn in range(2) for beat in range(4 * bars)]
    kick = _kicks(sounds.kick.samples.astype(np.float64), params.kick_len, onsets, total)
    kick = _ott(_distorted(kick, params.kick_dist_amt), params.kick_ott_amt, 10.0, (9.0, -3.0, 0.0))
    kick = np.repeat(kick, 2 // len(kick), axis=0)
    noise = _noise(sounds.noise.samples.astype(np.float64), onsets[::NOISE_EVERY_BEATS], total)
    noise = params.gain("noise_volume") * _filtered(
        noise, params.noise_low_pass_freq, params.noise_high_pass_freq
    )
    send = kick + noise
    wet = signal.fftconvolve(send, sounds.reverb.samples.astype(np.float64), axes=1)[:, :total]
    reverb = params.gain("reverb_volume") * _filtered(
        wet, params.reverb_low_pass_freq, params.reverb_high_pass_freq
    )
    mix = _ott(send + reverb, params.master_ott_amt, 8.0, (3.0, -3.0, 0.0))
    mix = _limited(params.master_limiter_amt * _distorted(mix, params.master_dist_amt))
    kept = slice(frames, total)
    return {
        "mix": mix[:, kept],
        "kick": kick[:, kept],
        "noise": noise[:, kept],
        "reverb": reverb[:, kept],
    }


def _kicks(sample: Samples, kick_len: float, onsets: list[int], total: int) -> Samples:
    cut = sample[:, : int(kick_len * sample.shape[1] + 0.5)].copy()
    cut[:, -512:] *= np.linspace(1, 0, 512)
    out = np.zeros((len(sample), total))
    for onset, following in zip(onsets, [*onsets[1:], total], strict=True):
        length = min(cut.shape[1], following - onset)
        out[:, onset : onset + length] = cut[:, :length]
    return out


def _noise(sample: Samples, onsets: list[int], total: int) -> Samples:
    out = np.empty((len(sample), total))
    for onset, following in zip(onsets, [*onsets[1:], total], strict=True):
        out[:, onset:following] = np.take(sample, np.arange(following - onset), axis=1, mode="wrap")
    return np.repeat(out, 2 // len(out), axis=0)


def _filtered(samples: Samples, low_hz: float, high_hz: float) -> Samples:
    low = signal.butter(2, low_hz, "low", fs=SAMPLE_RATE, output="sos")
    high = signal.butter(2, high_hz, "high", fs=SAMPLE_RATE, output="sos")
    return np.asarray(signal.sosfilt(np.concatenate([low, high]), samples))


def _distorted(samples: Samples, amount: float) -> Samples:
    return samples + amount * (np.tanh(6 * samples) + 0.1 * samples**2 - samples)


def _ott(samples: Samples, amount: float, scale: float, eq_db: tuple[float, float, float]) -> Samples:
    out = np.zeros_like(samples)
    edges = ((None, 100.0), (100.0, 2500.0), (2500.0, None))
    for (low_hz, high_hz), release_s, up_ratio, band_db in zip(
        edges, (0.1, 0.075, 0.05), (3.0, 4.0, 5.0), eq_db, strict=True
    ):
        band = samples
        for edge, kind in ((low_hz, "high"), (high_hz, "low")):
            if edge is not None:
                twice = signal.butter(2, edge, kind, fs=SAMPLE_RATE, output="sos")
                band = signal.sosfilt(np.concatenate([twice, twice]), band)
        step = 1 - np.exp(-1 / (release_s * SAMPLE_RATE))
        envelope = signal.lfilter([step], [1, step - 1], np.abs(band))
        level_db = 20 * np.log10(envelope + 1e-5)
        down = (1 - 1 / (1 + amount * scale)) * np.maximum(0, level_db + 20)
        up = (1 - 1 / (1 + amount * (up_ratio - 1))) * np.maximum(0, -40 - level_db)
        out += band * 10 ** ((amount * band_db - down + np.minimum(up, 24)) / 20)
    return out


def _limited(samples: Samples, ceiling: float = 0.966, look_ahead: int = 62) -> Samples:
    loudest = ndimage.maximum_filter1d(np.abs(samples).max(axis=0), 640, origin=-look_ahead)
    gain = ndimage.uniform_filter1d(np.minimum(1.0, ceiling / np.maximum(loudest, 1e-9)), look_ahead)
    return samples * gain
