"""Noise of any colour for little: white noise once cut into half-octave bands, which are then mixed.

What a hit needs is a slice of the bands and a gain for each, so a coloured noise costs no transform.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.kits.hit import Hit, Signal
from klangwerk.engines.composer.instruments.kits.tones import decay
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE

FRAMES = 1 << 17  # about 3 s, and it may go round
BANDS_HZ = 62.5 * 2.0 ** (np.arange(18) / 2)  # to 22.6 kHz: the last bands are cut by what hearing needs
_AIR_HZ = 18_500.0

Gains = NDArray[np.float32]


@lru_cache(maxsize=1)
def _bank() -> Signal:
    """(bands, FRAMES) read-only; the sum of all bands is white with an RMS of 1 up to 18.5 kHz."""
    white = np.random.default_rng(20_240_117).standard_normal(FRAMES, dtype=np.float32)
    spectrum = np.fft.rfft(white)
    hz = np.fft.rfftfreq(FRAMES, 1 / SAMPLE_RATE)
    octave = np.log2(np.maximum(hz, 1.0))
    bank = np.empty((len(BANDS_HZ), FRAMES), dtype=np.float32)
    for row, centre in zip(bank, np.log2(BANDS_HZ), strict=True):
        distance = np.clip(np.abs(octave - centre) * 2.0, 0.0, 1.0)
        weight = np.cos(distance * np.pi / 2) ** 2 / (1.0 + (hz / _AIR_HZ) ** 16)
        row[:] = np.fft.irfft(spectrum * weight.astype(np.float32), FRAMES)
    bank.flags.writeable = False
    return bank


@lru_cache(maxsize=512)
def colour(low_hz: float, high_hz: float, below_db: float = 18.0, above_db: float = 12.0) -> Gains:
    """Gains of the bands: flat from `low_hz` to `high_hz`, so many dB per octave less outside; RMS 1. Read-only."""
    octave = np.log2(BANDS_HZ)
    under = np.maximum(np.log2(low_hz) - octave, 0.0)
    over = np.maximum(octave - np.log2(high_hz), 0.0)
    gains = 10 ** (-(under * below_db + over * above_db) / 20)
    power = np.sum(gains**2 * np.minimum(BANDS_HZ, _AIR_HZ)) / np.sum(np.minimum(BANDS_HZ, _AIR_HZ))
    made: Gains = (gains / np.sqrt(power)).astype(np.float32)
    made.flags.writeable = False
    return made


def tilted(gains: Gains, db_per_octave: float) -> Gains:
    """The gains, brighter or darker, around 2 kHz."""
    slope = db_per_octave * np.clip(np.log2(BANDS_HZ / 2000.0), -1.0, 3.0)
    return (gains * 10 ** (slope / 20)).astype(np.float32)


def shaped(rng: np.random.Generator, frames: int, gains: Gains) -> Signal:
    """(frames,) of noise with that colour, from a place in the bank that `rng` chooses."""
    loud = np.flatnonzero(gains > gains.max() * 1e-3)
    rows = slice(int(loud[0]), int(loud[-1]) + 1)
    bank = _bank()[rows]
    start = int(rng.integers(FRAMES))
    parts: list[Signal] = []
    while frames > 0:
        some = min(frames, FRAMES - start)
        # not `@`: for so little work BLAS would wake its threads, which is slow on a busy machine
        parts.append(np.einsum("i,ij->j", gains[rows], bank[:, start : start + some]))
        frames -= some
        start = 0
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def noise_of(hit: Hit, rng: np.random.Generator, frames: int, gains: Gains, dark: float = 4.0) -> Signal:
    """`shaped`, as bright as the hit is hard: `dark` dB per octave less at no velocity at all."""
    return shaped(rng, frames, tilted(gains, hit.tilt_db - dark * (1.0 - hit.velocity)))


def burst(hit: Hit, rng: np.random.Generator, frames: int, t60_s: float, gains: Gains, dark: float) -> Signal:
    """(frames,) of `noise_of` that dies away: what a stick, a hand or wires add to a hit."""
    return noise_of(hit, rng, frames, gains, dark) * decay(frames, t60_s)


_SWEEP_BLOCK = 128


def swept(
    rng: np.random.Generator, frames: int, start_hz: float, end_hz: float, octaves: float, tilt_db: float
) -> Signal:
    """(frames,) noise `octaves` wide around a frequency that moves evenly in octaves; its RMS stays near 1."""
    blocks = -(-frames // _SWEEP_BLOCK)
    centre = np.linspace(np.log2(start_hz), np.log2(end_hz), blocks)
    near = np.exp(-0.5 * ((np.log2(BANDS_HZ)[:, None] - centre[None, :]) / (octaves / 1.5)) ** 2)
    power = np.sum(near**2 * BANDS_HZ[:, None], axis=0) / np.sum(BANDS_HZ)
    gains = tilted((near / np.sqrt(power)).T, tilt_db).astype(np.float32).T
    start = int(rng.integers(FRAMES // _SWEEP_BLOCK)) * _SWEEP_BLOCK
    cells = _bank().reshape(len(BANDS_HZ), FRAMES // _SWEEP_BLOCK, _SWEEP_BLOCK)
    index = (start // _SWEEP_BLOCK + np.arange(blocks)) % cells.shape[1]
    out = np.zeros((blocks, _SWEEP_BLOCK), dtype=np.float32)
    for band, gain in zip(cells, gains, strict=True):
        here = np.flatnonzero(gain > 1e-3)  # a band sounds for some of the time only
        if len(here):
            out[here] += band[index[here]] * gain[here, None]
    return out.ravel()[:frames]
