"""One gain for all stems, so that their sum has headroom, and that sum."""

from __future__ import annotations

import math

import numpy as np

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples
from klangwerk.engines.composer.render.channel_levels import level_db
from klangwerk.engines.composer.score import Stem
from klangwerk.engines.mastering.levels import k_magnitude

_BLOCK = 1 << 14
_BLOCKS_AT_ONCE = 4
PREMASTER_LUFS, PREMASTER_PEAK_DBFS = -17.0, -3.0


def set_headroom(stems: dict[Stem, Samples]) -> Samples:
    """Scale the stems in place to a sum at -17 LUFS whose peak stays below -3 dBFS; returns the sum, (2,
    frames).
    """
    total = _sum(stems)
    peak = max(float(total.max(initial=0.0)), -float(total.min(initial=0.0)))
    if peak == 0.0:
        return total
    lufs = _loudness(total)
    gain_db = PREMASTER_PEAK_DBFS - 20 * math.log10(peak)
    if lufs is not None:
        gain_db = min(gain_db, PREMASTER_LUFS - lufs)
    gain = np.float32(10 ** (round(gain_db - 0.005, 2) / 20))
    for samples in stems.values():
        samples *= gain
    del total
    return _sum(stems)


def _loudness(total: Samples) -> float | None:
    """Loudness to a tenth of a dB, from spectra alone: headroom needs no more."""
    import scipy.fft

    whole = total.shape[1] // _BLOCK * _BLOCK
    if not whole:
        return None
    weights = k_magnitude(SAMPLE_RATE, points=_BLOCK // 2 + 1).astype(np.float32)
    energies = []
    for start in range(0, whole, _BLOCKS_AT_ONCE * _BLOCK):
        blocks = total[:, start : min(whole, start + _BLOCKS_AT_ONCE * _BLOCK)].reshape(2, -1, _BLOCK)
        spectra = scipy.fft.rfft(blocks) * weights
        energies.append(np.square(spectra.view(np.float32)).sum(axis=(0, 2)) * 2.0 / _BLOCK)
    level = level_db(np.concatenate(energies).astype(np.float64), _BLOCK)
    return None if level is None else level - 0.69


def _sum(stems: dict[Stem, Samples]) -> Samples:
    first, *others = (stems[stem] for stem in Stem)
    total: Samples = first.copy()
    for samples in others:
        total += samples
    return total
