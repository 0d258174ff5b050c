"""Where a kit stands, and what it was recorded to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.kits.hit import Signal
from klangwerk.engines.composer.instruments.kits.noise import BANDS_HZ, Gains, shaped
from klangwerk.engines.composer.instruments.kits.tones import attack, decay, frames_of, summed
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE
from klangwerk.engines.mastering.convolution import minimum_phase_impulse

_LISTENED = 8192


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A diffuse room. A short hit in it is noise of the hit's own colour that decays, the treble sooner."""

    t60_s: float
    level: float  # energy of the room against that of the hit, as a ratio of amplitudes
    treble_share: float = 0.5  # of t60_s, above 2 kHz
    predelay_s: float = 0.006
    bass_hz: float = 90.0  # the room is not excited below

    def added(self, hit: Signal, rng: np.random.Generator, send: float) -> Signal:
        """(2, frames) the hit, of (1, frames) or (2, frames), with its room."""
        heard = hit[:, :_LISTENED].mean(axis=0)
        spectrum = np.fft.rfft(heard, _LISTENED)
        power = spectrum.real**2 + spectrum.imag**2
        edges = _edges()
        gains = np.sqrt(np.add.reduceat(power, edges)[:-1] / np.diff(edges)).astype(np.float32)
        gains *= (1.0 / (1.0 + (self.bass_hz / BANDS_HZ) ** 4)).astype(np.float32)
        per_frame = np.sqrt(13.8 / (self.t60_s * SAMPLE_RATE)) * self.level * send
        dark = (1.0 / (1.0 + (BANDS_HZ / 2000.0) ** 4)).astype(np.float32)
        tails = [
            self._tail(gains * dark * np.float32(per_frame), self.t60_s, rng),
            self._tail(gains * (1 - dark) * np.float32(per_frame), self.t60_s * self.treble_share, rng),
        ]
        return summed([hit, *tails])

    def _tail(self, gains: Gains, t60_s: float, rng: np.random.Generator) -> Signal:
        frames = frames_of(t60_s * 0.72)  # a hit's room begins 20 dB below it
        envelope = attack(decay(frames, t60_s), 0.012)
        silence = frames_of(self.predelay_s)
        out = np.zeros((2, silence + frames), dtype=np.float32)
        for side in out:
            side[silence:] = shaped(rng, frames, gains) * envelope
        return out


@dataclass(frozen=True, slots=True)
class Sampler:
    """An early sampler: a dull converter of few bits, driven a little."""

    cut_hz: float = 7200.0
    bits: int = 12
    drive: float = 0.6

    def recorded(self, signal: Signal) -> Signal:
        """The signal, which peaks at 1, as that sampler plays it."""
        warm = np.tanh(signal * np.float32(1 + self.drive)) / np.float32(np.tanh(1 + self.drive))
        taps = _low_pass(self.cut_hz)
        dull = np.stack([np.convolve(row, taps)[: signal.shape[1]] for row in warm])
        steps = np.float32(2 ** (self.bits - 1))
        # rounded towards zero, so that what has died away is silent
        return np.asarray(np.trunc(dull * steps) / steps, dtype=np.float32)


@lru_cache(maxsize=1)
def _edges() -> NDArray[np.intp]:
    """Bins between which the bands of noise lie, one more than there are bands. Read-only."""
    between = np.append(BANDS_HZ / 2**0.25, BANDS_HZ[-1]) * _LISTENED / SAMPLE_RATE
    edges = np.minimum(np.round(between).astype(np.intp), _LISTENED // 2)
    edges = np.maximum(edges, np.arange(len(edges)))
    edges[-1] = max(edges[-1], edges[-2] + 1)
    edges.flags.writeable = False
    return edges


@lru_cache(maxsize=8)
def _low_pass(hz: float) -> Signal:
    """A short kernel of minimum phase, which delays nothing. Read-only."""
    f = np.fft.rfftfreq(1024, 1 / SAMPLE_RATE)
    log_level = -0.5 * np.log(1.0 + (f / hz) ** 12)
    kernel = minimum_phase_impulse(log_level)[:40]
    kernel *= np.minimum(1.0, (40 - np.arange(40)) / 12)
    taps: Signal = (kernel / kernel.sum()).astype(np.float32)
    taps.flags.writeable = False
    return taps
