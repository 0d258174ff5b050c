"""Log-mel statistics of a kick: the vector in which sets of kicks are compared."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import scipy.fft
import scipy.linalg
from numpy.typing import NDArray

Float = NDArray[np.float64]

SAMPLE_RATE = 44_100
WINDOW, HOP = 1024, 441  # 23 ms every 10 ms
N_MELS = 24
FLOOR_DB = -80.0  # against a full-scale sine
SEGMENTS = (0, 1, 2, 4, 8, 16, 32, 64, 198)  # frames: 10 ms at the onset, then twice as long each time
N_FEATURES = N_MELS * (len(SEGMENTS) - 1)


def log_mel_statistics(samples: NDArray[np.floating]) -> NDArray[np.float32]:
    """(88200,) samples to (N_FEATURES,) mean levels in dB: mel bands within time segments."""
    padded = np.concatenate([np.zeros(WINDOW // 2), samples.astype(np.float64), np.zeros(WINDOW)])
    grains = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][: SEGMENTS[-1]] * hann()
    power = np.abs(scipy.fft.rfft(grains, axis=1)) ** 2 @ mel_bank().T  # (frames, mels)
    level = np.maximum(10.0 * np.log10(power / (hann().sum() / 2.0) ** 2 + 1e-12), FLOOR_DB)
    means = [level[a:b].mean(axis=0) for a, b in pairwise(SEGMENTS)]
    return np.concatenate(means).astype(np.float32)


def frechet_distance(a: NDArray[np.floating], b: NDArray[np.floating]) -> float:
    """Between Gaussians fitted to two sets (n, features) (Dowson & Landau 1982), per feature, in dB squared."""
    mean_a, mean_b = a.mean(axis=0), b.mean(axis=0)
    cov_a, cov_b = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    # trace of the square root of cov_a cov_b, through the symmetric form
    root_a = _symmetric_root(cov_a)
    cross = np.sqrt(np.maximum(scipy.linalg.eigvalsh(root_a @ cov_b @ root_a), 0.0)).sum()
    distance = ((mean_a - mean_b) ** 2).sum() + np.trace(cov_a) + np.trace(cov_b) - 2.0 * cross
    return float(distance / a.shape[1])


def diversity(a: NDArray[np.floating], rng: np.random.Generator, pairs: int = 20_000) -> float:
    """Mean distance in dB (root mean square over features) between two random kicks of a set."""
    i, j = rng.integers(len(a), size=(2, pairs))
    different = i != j
    return float(np.sqrt(((a[i[different]] - a[j[different]]) ** 2).mean(axis=1)).mean())


def _symmetric_root(matrix: Float) -> Float:
    values, vectors = scipy.linalg.eigh(matrix)
    return np.asarray((vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T)


@cache
def hann() -> Float:
    """(WINDOW,) periodic."""
    return np.asarray(np.hanning(WINDOW + 1)[:-1])


@cache
def mel_bank() -> Float:
    """(N_MELS, bins) triangles of equal peak from 20 Hz to 18 kHz (O'Shaughnessy's mel scale)."""

    def mel(hz: Float) -> Float:
        return np.asarray(2595.0 * np.log10(1.0 + hz / 700.0))

    edges = np.linspace(mel(np.array(20.0)), mel(np.array(18_000.0)), N_MELS + 2)
    position = mel(scipy.fft.rfftfreq(WINDOW, 1.0 / SAMPLE_RATE))
    width = edges[1] - edges[0]
    return np.asarray(np.maximum(0.0, 1.0 - np.abs(position[None, :] - edges[1:-1, None]) / width))
