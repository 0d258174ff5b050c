"""Sums of decaying sine waves, quick: the recursion of every partial is split into blocks, a product of matrices.

With z = exp((-decay + 2 pi i f) / rate), sample b B + i of a partial is Re(a z^(b B) z^i). So B powers of z (one block)
and one complex amplitude a block suffice, and BLAS adds all partials up. A partial that has died away is left out from
there on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples

Reals = NDArray[np.float64]
Complexes = NDArray[np.complex128]

_BLOCK = 192
_FEW_BLOCKS, _FEW_PARTIALS = 48, 10  # not worth a second sum
# BLAS would compute larger products in threads, which wait for more by spinning.
_PRODUCT_AT_ONCE = 262_144


@dataclass(frozen=True, slots=True)
class Partials:
    """`frequency_hz` (K,), `decay` in nepers a second (K,), `amplitude` (channels, K), its angle that of a cosine."""

    frequency_hz: Reals
    decay: Reals
    amplitude: Complexes

    @property
    def channels(self) -> int:
        """1 or 2."""
        return int(self.amplitude.shape[0])

    def scaled(self, gain: float | Reals) -> Partials:
        """Louder or quieter; `gain` may have one value for each partial."""
        return replace(self, amplitude=self.amplitude * gain)

    def at(self, seconds: float) -> Partials:
        """These partials, some time later."""
        rotation = np.exp(self.exponent() * seconds)
        return replace(self, amplitude=self.amplitude * rotation)

    def damped(self, more: Reals | float) -> Partials:
        """With a faster decay, from here on."""
        return replace(self, decay=self.decay + more)

    def exponent(self) -> Complexes:
        """What each turns and falls by in a second, as the exponent of e."""
        exponent: Complexes = -self.decay + 2j * math.pi * self.frequency_hz
        return exponent

    def envelope(self, seconds: Reals) -> Reals:
        """The root of the power of the louder channel at some moments, beats left aside."""
        power = np.abs(self.amplitude) ** 2 @ np.exp(-2.0 * np.outer(self.decay, seconds))
        envelope: Reals = np.sqrt(power.max(axis=0) / 2.0)
        return envelope


def joined(*several: Partials) -> Partials:
    """All partials of several."""
    return Partials(
        np.concatenate([one.frequency_hz for one in several]),
        np.concatenate([one.decay for one in several]),
        np.concatenate([one.amplitude for one in several], axis=1),
    )


def ring(
    partials: Partials, frames: int, *, sample_rate: int = SAMPLE_RATE, floor_db: float = -72.0
) -> Samples:
    """Sound them: (channels, frames). Left out is what lies above 0.45 of the sample rate, and what is `floor_db` below
    the strongest partial's start.
    """
    channels, blocks = partials.channels, -(-frames // _BLOCK)
    strength = np.abs(partials.amplitude).max(axis=0)
    floor = max(float(strength.max(initial=0.0)) * 10.0 ** (floor_db / 20.0), 1e-9)
    kept = np.flatnonzero((strength > floor) & (partials.frequency_hz < 0.45 * sample_rate))
    if kept.size == 0 or frames <= 0:
        return np.zeros((channels, max(frames, 0)), dtype=np.float32)
    life_s = np.log(strength[kept] / floor) / np.maximum(partials.decay[kept], 1e-6)
    order = np.argsort(-life_s, kind="stable")
    kept, life_blocks = kept[order], np.ceil(life_s[order] * (sample_rate / _BLOCK))
    exponent = partials.exponent()[kept] / sample_rate
    amplitude = partials.amplitude[:, kept]
    # most partials die long before the note does: they are summed apart, over fewer blocks
    lasting = int(np.searchsorted(-life_blocks, -blocks / 3.0, side="right"))
    if blocks < _FEW_BLOCKS or min(lasting, kept.size - lasting) < _FEW_PARTIALS:
        lasting = kept.size
    out = _summed(exponent[:lasting], amplitude[:, :lasting], life_blocks[:lasting], blocks)
    if lasting < kept.size:
        early = int(life_blocks[lasting])
        out[:, :early] += _summed(exponent[lasting:], amplitude[:, lasting:], life_blocks[lasting:], early)
    return out.reshape(channels, -1)[:, :frames]


def _summed(exponent: Complexes, amplitude: Complexes, life_blocks: Reals, blocks: int) -> Samples:
    """The sum of partials in order of their life, longest first, as (channels, blocks, _BLOCK)."""
    channels, count = amplitude.shape
    # rows (cos, -sin) of each partial in turn: a complex64 row of amplitudes, seen as floats, fits them
    basis = np.empty((2 * count, _BLOCK), dtype=np.float32)
    inside = _powers(np.exp(exponent), _BLOCK)
    basis[0::2], basis[1::2] = inside.real, -inside.imag
    steps = _powers(np.exp(exponent * _BLOCK), blocks).T
    heads = np.empty((channels, blocks, count), dtype=np.complex64)
    np.multiply(amplitude[:, None].astype(np.complex64), steps, out=heads)
    weights = heads.view(np.float32)
    out = np.empty((channels, blocks, _BLOCK), dtype=np.float32)
    start = 0
    while start < blocks:
        alive = 2 * max(int(np.searchsorted(-life_blocks, -start, side="left")), 1)
        stop = min(start + max(_PRODUCT_AT_ONCE // (_BLOCK * alive), 1), start + 16, blocks)
        for channel in range(channels):
            np.matmul(weights[channel, start:stop, :alive], basis[:alive], out=out[channel, start:stop])
        start = stop
    return out


def _powers(base: Complexes, count: int) -> NDArray[np.complex64]:
    """Powers from 0 to `count` - 1, as rows (K, count), by doubling: each is rounded a dozen times at most."""
    out = np.empty((base.size, count), dtype=np.complex64)
    out[:, 0] = 1.0
    done, step = 1, base.copy()
    while done < count:
        more = min(done, count - done)
        np.multiply(out[:, :more], step.astype(np.complex64)[:, None], out=out[:, done : done + more])
        done, step = done + more, step * step
    return out
