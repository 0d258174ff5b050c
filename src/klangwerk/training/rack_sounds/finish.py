"""Levels, ends and edges: what makes a synthesised sound a file that can be used at once."""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy import fft
from scipy.signal import butter, fftconvolve, sosfilt

from klangwerk.sound.buffer import AudioBuffer
from klangwerk.sound.loudness import integrated_lufs
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal

KICK_PEAK: Final = 10 ** (-0.5 / 20)
NOISE_PEAK: Final = 10 ** (-6 / 20)
NOISE_RMS: Final = 10 ** (-21.5 / 20)  # where crests are higher than this leaves room for, they are rounded
NOISE_RMS_MOST: Final = 10 ** (-19.5 / 20)  # without crests, the peak stays a little under its mark instead
NOISE_TOP_HZ: Final = 12_000.0  # the rack's filters let 7 kHz through at most
REVERB_TOP_HZ: Final = 14_000.0
REVERB_FLOOR_DB: Final = -66.0  # below the loudest moment; what is under it at the end is cut off
MONO_BELOW_HZ: Final = 110.0
TEMPO_BPM: Final = 140.0
SILENT: Final = 10 ** (-80 / 20)


def finished_kick(x: Signal) -> Signal:
    """(1, n) from the first sample that is heard to the last, without DC, ending in exact zero, at -0.5 dBFS."""
    loud = np.nonzero(np.abs(x[0]) > SILENT)[0]
    x = _faded(x[:, max(0, loud[0] - 1) : loud[-1] + 1], seconds=0.02)
    x = _without_dc(x)
    return np.asarray(x * KICK_PEAK / np.abs(x).max())


def finished_noise(x: Signal) -> Signal:
    """(2, n), still a circle: below 12 kHz, without DC, crests rounded so that loudness fits, peak at about -6 dBFS."""
    x = _circle_band(x)
    x = x / np.sqrt(np.square(x).mean(1, keepdims=True))  # both sides equally loud
    for _ in range(3):  # rounding takes loudness away and filtering brings crests back
        x = x * NOISE_RMS / np.sqrt(np.square(x).mean())
        x = _circle_band(_rounded(x, knee=0.6 * NOISE_PEAK, top=NOISE_PEAK))
    gain = min(NOISE_PEAK / np.abs(x).max(), NOISE_RMS_MOST / np.sqrt(np.square(x).mean()))
    return np.asarray(x * gain)


def finished_reverb(x: Signal, *, kick: Signal, low_cut_hz: float) -> Signal:
    """(2, n) without DC, lows in the middle, ending in exact zero, and at a level that fits all others.

    The rack's convolver normalises nothing: here each gets the level at which nothing but reverb is as loud as nothing
    but `kick` (1, n).
    """
    high_pass = butter(2, low_cut_hz, "high", fs=SAMPLE_RATE, output="sos")
    low_pass = butter(2, REVERB_TOP_HZ, "low", fs=SAMPLE_RATE, output="sos")
    x = sosfilt(low_pass, sosfilt(high_pass, x))
    x = x / np.sqrt(np.square(x).sum(1, keepdims=True))
    middle, side = x.mean(0), (x[0] - x[1]) / 2
    side = sosfilt(butter(2, MONO_BELOW_HZ, "high", fs=SAMPLE_RATE, output="sos"), side)
    x = np.stack([middle + side, middle - side])
    x = _faded(x[:, : _end(x)], seconds=0.12 * x.shape[1] / SAMPLE_RATE)
    x = _without_dc(x)
    for _ in range(3):  # sides first, then the whole
        loud = [_wet_lufs(channel[None], kick) for channel in x]
        x = x * 10 ** (np.array([[np.mean(loud) - one] for one in loud]) / 20)
        x = x * 10 ** ((_dry_lufs(kick) - _wet_lufs(x, kick)) / 20)
    return np.asarray(x)


def _dry_lufs(kick: Signal) -> float:
    return _lufs(np.repeat(_pattern(kick), 2, axis=0))


def _wet_lufs(impulse: Signal, kick: Signal) -> float:
    """Loudness of nothing but reverb, when a kick has been going through it for a long time."""
    pattern = _pattern(kick)
    wet = fftconvolve(np.tile(pattern, 3), impulse, axes=1)
    return _lufs(wet[:, 2 * pattern.shape[1] : 3 * pattern.shape[1]])


def _pattern(kick: Signal) -> Signal:
    """Eight beats, (1, n); the kick is shorter than two of them and each stops the one before."""
    beat = 60 / TEMPO_BPM * SAMPLE_RATE
    pattern = np.zeros((1, round(8 * beat)))
    for number in range(8):
        start = int(number * beat + 0.5)
        part = kick[:, : int((number + 1) * beat + 0.5) - start]
        pattern[:, start : start + part.shape[1]] = part
    return pattern


def _lufs(x: Signal) -> float:
    loudness = integrated_lufs(AudioBuffer(x.astype(np.float32), SAMPLE_RATE))
    assert loudness is not None
    return loudness


def _circle_band(x: Signal) -> Signal:
    hz = fft.rfftfreq(x.shape[1], 1 / SAMPLE_RATE)
    keep = np.clip((NOISE_TOP_HZ - hz) / 1000, 0, 1) * np.clip((hz - 20) / 15, 0, 1)
    return np.asarray(fft.irfft(fft.rfft(x) * (0.5 - 0.5 * np.cos(np.pi * keep)), x.shape[1]))


def _rounded(x: Signal, *, knee: float, top: float) -> Signal:
    """Straight up to the knee, then bent so that it never gets over the top."""
    loud = np.abs(x)
    bent = knee + (top - knee) * np.tanh((loud - knee) / (top - knee))
    return np.asarray(np.where(loud < knee, x, np.sign(x) * bent))


def _end(x: Signal) -> int:
    """Where the sound has fallen under the floor for good."""
    block = 441
    power = np.square(x[:, : x.shape[1] // block * block]).sum(0).reshape(-1, block).mean(1)
    over = np.nonzero(power > power.max() * 10 ** (REVERB_FLOOR_DB / 10))[0]
    return min(x.shape[1], (int(over[-1]) + 1) * block)


def _faded(x: Signal, *, seconds: float) -> Signal:
    """Raised cosine to exact zero at the end."""
    frames = min(int(seconds * SAMPLE_RATE), x.shape[1])
    out = x.copy()
    out[:, -frames:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(1, frames + 1) / frames)
    return out


def _without_dc(x: Signal) -> Signal:
    """What is missing to a sum of zero is spread over the middle, so that both ends stay zero."""
    window = np.hanning(x.shape[1])
    return np.asarray(x - window * (x.sum(1, keepdims=True) / window.sum()))
