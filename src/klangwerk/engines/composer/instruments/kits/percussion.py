"""Small percussion: struck wood and metal, things that rattle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.kits.hit import Hit, Signal
from klangwerk.engines.composer.instruments.kits.noise import BANDS_HZ, Gains, burst, colour, tilted
from klangwerk.engines.composer.instruments.kits.tones import (
    attack,
    decay,
    frames_of,
    modes,
    peak_one,
    saturated,
    summed,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Struck wood or metal: a few modes and the click of the stick (claves, blocks, bells, triangles)."""

    hz: float
    ratios: tuple[float, ...]
    levels: tuple[float, ...]
    t60_s: float
    damping: float = 0.5  # how much sooner higher modes die: t60 / ratio ** damping
    click: float = 0.15
    click_band: tuple[float, float] = (2500.0, 9000.0)
    soft_s: float = 0.0003
    beating: float = 0.0  # doubles the modes this far apart (share of the frequency): metal that shimmers
    drive: float = 0.0

    def render(self, hit: Hit) -> Signal:
        """(1, frames)."""
        rng = hit.take()
        ratios = np.array(self.ratios)
        level = np.array(self.levels) * (1 + 0.1 * rng.standard_normal(len(ratios)))
        level = level * 2.0 ** (-hit.dark_octaves(1.0) * np.log2(ratios))
        t60 = self.t60_s * hit.length / ratios**self.damping
        hz = self.hz * hit.tune * ratios
        if self.beating:
            hz = np.concatenate([hz, hz * (1 + self.beating)])
            level, t60 = np.concatenate([level, level * 0.6]), np.concatenate([t60, t60 * 0.85])
        ring = modes(frames_of(float(t60.max()) * 1.1), hz, t60, level)
        click = burst(hit, rng, frames_of(0.012), 0.008, colour(*self.click_band), 7.0)
        out = attack(summed([ring, click * np.float32(self.click)]), self.soft_s)
        return saturated(peak_one(out), self.drive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rattle:
    """Many small things that hit: seeds in a shaker, beads on a cabasa, a tambourine's jingles.

    Grains fall at chance times, as loud as `swell_s` (rise) and `t60_s` (fall) say, each a short ring in `band`.
    `jingles` adds small cymbals that ring for `jingle_t60_s`.
    """

    band: tuple[float, float] = (4500.0, 11_000.0)
    swell_s: float = 0.012
    t60_s: float = 0.11
    grains_per_s: float = 9000.0
    jingles: float = 0.0
    jingle_t60_s: float = 0.28
    jingle_low_hz: float = 5200.0
    slap: float = 0.0
    cast: int = 5

    def render(self, hit: Hit) -> Signal:
        """(1, frames)."""
        rng = hit.take()
        t60 = self.t60_s * hit.length
        frames = frames_of(self.swell_s + t60 * 1.1)
        envelope = decay(frames, t60)
        rise = frames_of(self.swell_s * (1.4 - 0.6 * hit.velocity))
        envelope = np.concatenate([np.linspace(0.25, 1.0, rise, dtype=np.float32) ** 1.5, envelope])[:frames]
        grains = _grains(rng, envelope, self.grains_per_s, _bright(hit, self.band))
        parts: list[Signal] = [grains]
        if self.jingles:
            parts.append(self._jingles(hit, rng))
        if self.slap:
            thud = modes(frames_of(0.08), [210 * hit.tune, 395 * hit.tune], 0.07, [1.0, 0.5])
            parts.append(thud * np.float32(self.slap * hit.velocity))
        return attack(peak_one(summed(parts)), 0.0004)

    def _jingles(self, hit: Hit, rng: np.random.Generator) -> Signal:
        material = hit.material(self.cast)
        hz = material.uniform(self.jingle_low_hz, 13_500, 36) * hit.tune
        level = self.jingles * 0.2 * material.uniform(0.3, 1.0, 36) * (1 + 0.3 * rng.standard_normal(36))
        level = level * 2.0 ** (-hit.dark_octaves() * np.log2(hz / self.jingle_low_hz) * 0.7)
        t60 = self.jingle_t60_s * hit.length * material.uniform(0.3, 1.0, 36)
        ring = modes(frames_of(float(t60.max())), hz, t60, level, rng.uniform(0, 2 * np.pi, 36))
        again = frames_of(rng.uniform(0.016, 0.024))  # the discs fall back on one another
        out = np.concatenate([ring, np.zeros(again, dtype=np.float32)])
        out[again:] += ring * np.float32(0.55)
        return out


def _bright(hit: Hit, band: tuple[float, float]) -> Gains:
    return tilted(colour(*band, 16, 10), hit.tilt_db - 4.0 * (1.0 - hit.velocity))


def _grains(rng: np.random.Generator, envelope: Signal, per_s: float, gains: Gains) -> Signal:
    """(frames,) impulses at chance times under the envelope, coloured by the gains."""
    frames = len(envelope)
    size = 1 << (frames - 1).bit_length()
    falls = rng.random(frames, dtype=np.float32) < np.float32(per_s / 44_100)
    train = np.where(falls, rng.standard_normal(frames, dtype=np.float32), 0.0) * envelope
    spectrum = np.fft.rfft(train, size)
    hz = np.fft.rfftfreq(size, 1 / 44_100)
    curve = np.interp(hz, BANDS_HZ, gains) * (hz < 19_000)
    return np.fft.irfft(spectrum * curve, size)[:frames].astype(np.float32)
