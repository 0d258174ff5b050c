"""Figures of stock sounds: how a reverb decays, how well a loop closes, where the energy is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.signal import butter, sosfilt, sosfiltfilt, stft
from scipy.special import erfc

from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal

OCTAVES_HZ: Final = (63, 125, 250, 500, 1000, 2000, 4000, 8000)
DENSITY_WINDOW_S: Final = 0.02
GRAIN, HOP = 1024, 256  # samples: 23 ms, a quarter of it later
AROUND = 4  # steps on each side of the seam that are affected by it


@dataclass(frozen=True, slots=True)
class Seam:
    """How a loop passes its end; up to 1 it is as anywhere else."""

    bend: float  # third difference of the samples around it, over the 99.9th percentile of such differences
    flux: float  # change of the spectrum there, over the 99th percentile of such changes elsewhere


def seam(x: Signal) -> Seam:
    """Of a loop (channels, n)."""
    turned = np.roll(x, x.shape[1] // 2, axis=1)  # the seam is in the middle now
    middle = x.shape[1] // 2
    bends = np.abs(np.diff(turned, n=3, axis=1))
    bend = bends[:, middle - 3 : middle].max(1) / np.quantile(bends, 0.999, axis=1)
    change = _flux(turned.mean(0))
    centre = round((middle - GRAIN / 2) / HOP)
    heard = np.lib.stride_tricks.sliding_window_view(change, 2 * AROUND + 1).max(1)
    elsewhere = np.concatenate([heard[: centre - 3 * AROUND], heard[centre + AROUND + 1 :]])
    flux = heard[centre - AROUND] / np.quantile(elsewhere, 0.99)
    return Seam(bend=float(bend.max()), flux=float(flux))


def _flux(x: Signal) -> Signal:
    """Rise of the spectrum from each grain to the next."""
    _, _, spectrum = stft(x, SAMPLE_RATE, nperseg=GRAIN, noverlap=GRAIN - HOP, boundary=None, padded=False)
    return np.asarray(np.maximum(np.diff(np.sqrt(np.abs(spectrum)), axis=1), 0).sum(0))


def t60_s(x: Signal) -> dict[int, float]:
    """Time to fall by 60 dB per octave, from -5 to -25 dB of Schroeder's integral; x is (channels, n)."""
    out = {}
    for centre_hz in OCTAVES_HZ:
        part = sosfilt(_octave(centre_hz), x)
        left = np.cumsum(np.square(part).sum(0)[::-1])[::-1]
        level = 10 * np.log10(left / left[0] + 1e-15)
        start, end = (int(np.argmax(level < db)) for db in (-5, -25))
        slope = (
            np.polyfit(np.arange(start, end) / SAMPLE_RATE, level[start:end], 1)[0]
            if end > start + 2
            else -np.inf
        )
        out[centre_hz] = float(-60 / slope)
    return out


def correlation(x: Signal, *, low_hz: float = 200.0, high_hz: float = 6000.0) -> float:
    """Between left and right in the tail, after its first 80 ms, where width is heard."""
    part = sosfilt(butter(3, (low_hz, high_hz), "band", fs=SAMPLE_RATE, output="sos"), x)
    part = part[:, int(0.08 * SAMPLE_RATE) :]
    return float((part[0] * part[1]).sum() / np.sqrt(np.square(part[0]).sum() * np.square(part[1]).sum()))


def mono_loss_db(x: Signal) -> float:
    """How much quieter a stereo sound becomes when it is played in mono; 3 dB is what independent sides lose."""
    return float(10 * np.log10(np.square(x).mean() / np.square(x.mean(0)).mean()))


def low_share_db(x: Signal, *, corner_hz: float = 80.0) -> float:
    """Energy per Hz below the corner over that between 80 and 400 Hz, in dB: what a kick's lowest part gets."""
    power = np.square(np.abs(np.fft.rfft(x, axis=1))).sum(0)
    hz = np.fft.rfftfreq(x.shape[1], 1 / SAMPLE_RATE)
    low, body = ((hz >= 30) & (hz < corner_hz)), ((hz >= corner_hz) & (hz < 400))
    return float(10 * np.log10(power[low].mean() / power[body].mean()))


def echo_density_s(x: Signal) -> float:
    """When the reverb has become as dense as Gaussian noise (0.9 of it), in seconds; after Abel and Huang, 2006.

    It is the share of samples outside of one deviation in a window of 20 ms, over the share that noise has.
    """
    mono = sosfiltfilt(butter(2, 300, "high", fs=SAMPLE_RATE, output="sos"), x[0])
    frames = int(DENSITY_WINDOW_S * SAMPLE_RATE)
    window = np.hanning(frames) / np.hanning(frames).sum()
    deviation = np.sqrt(np.convolve(np.square(mono), window, "same"))
    share = np.convolve(np.abs(mono) > deviation, window, "same") / erfc(1 / np.sqrt(2))
    heard = deviation > deviation.max() * 1e-3
    dense = np.nonzero((share >= 0.9) & heard)[0]
    return float(dense[0] / SAMPLE_RATE) if len(dense) else float("inf")


def centroid_hz(x: Signal) -> float:
    """Centre of the energy over frequency."""
    power = np.square(np.abs(np.fft.rfft(x, axis=1))).sum(0)
    hz = np.fft.rfftfreq(x.shape[1], 1 / SAMPLE_RATE)
    return float((hz * power).sum() / power.sum())


def _octave(centre_hz: float) -> Signal:
    edges = (centre_hz / 2**0.5, centre_hz * 2**0.5)
    return np.asarray(butter(3, edges, "band", fs=SAMPLE_RATE, output="sos"))
