"""Hats, rides, crashes, and the square waves of drum machines that stand for them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.kits.hit import Hit, Signal
from klangwerk.engines.composer.instruments.kits.noise import burst, colour, noise_of
from klangwerk.engines.composer.instruments.kits.tones import attack, decay, frames_of, modes, summed

# Six square waves of no common measure, as analogue drum machines had them.
MACHINE_HZ = (205.3, 304.4, 369.6, 522.7, 540.0, 800.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hat:
    """A pair of hats, of bronze or (`machine` 1) of square waves. Those of a kit share `cast`: they are one pair."""

    t60_s: float
    machine: float = 0.0
    low_hz: float = 7000.0
    metal: float = 0.5
    body: float = 0.0  # of mid clatter, as when two real cymbals meet
    chick: float = 0.0  # of the foot's
    soft_s: float = 0.0004
    cast: int = 1
    width: float = 0.25

    def render(self, hit: Hit) -> Signal:
        """(2, frames)."""
        rng = hit.take()
        t60 = self.t60_s * hit.length * (0.8 + 0.2 * hit.velocity)
        frames = frames_of(t60 * 1.05)
        tip = decay(frames, t60)
        # a long hat is two decays: the stick, then the ring of the pair
        envelope = tip if t60 < 0.15 else tip * 0.7 + decay(frames, t60 * 0.3) * 0.5
        low = round(self.low_hz * 2 ** (-0.5 * (1 - hit.velocity)))
        tone = colour(low, 10_500, 22, 14)
        middle = noise_of(hit, rng, frames, tone, 3.5)
        side = noise_of(hit, rng, frames, tone, 3.5) * np.float32(self.width)
        hiss = np.stack([middle + side, middle - side]) * envelope * np.float32(0.33 * (1 - 0.6 * self.metal))
        parts = [hiss, self._metal(hit, rng, frames, t60) * np.float32(self.metal)]
        if self.body:
            clatter_frames = min(frames, frames_of(0.12))
            clatter = burst(hit, rng, clatter_frames, min(t60, 0.05), colour(900, 3500, 12, 9), 6.0)
            parts.append(clatter * np.float32(0.3 * self.body))
        if self.chick:
            chick_frames = min(frames, frames_of(0.03))
            chick = burst(hit, rng, chick_frames, 0.02, colour(2500, 6000, 12, 10), 6.0)
            parts.append(chick * np.float32(0.35 * self.chick))
        return attack(summed(parts), self.soft_s)

    def _metal(self, hit: Hit, rng: np.random.Generator, frames: int, t60: float) -> Signal:
        material = hit.material(self.cast)
        if self.machine > 0.5:
            hz = np.concatenate([base * np.arange(1, 80, 2) for base in MACHINE_HZ]) * hit.tune
            odd = np.concatenate([1 / np.arange(1, 80, 2)] * len(MACHINE_HZ))
            level = odd * 6.0 / (1.0 + (self.low_hz / hz) ** 6)
            keep = (hz > self.low_hz * 0.5) & (hz < 17_000)
            hz, level = hz[keep], level[keep]
            t60s = np.full(hz.shape, t60)
        else:
            hz = np.exp(material.uniform(np.log(self.low_hz * 0.42), np.log(15_000), 64)) * hit.tune
            level = 0.16 / (1.0 + (self.low_hz * 0.8 / hz) ** 4) * material.uniform(0.3, 1.0, 64)
            t60s = t60 * material.uniform(0.35, 1.0, 64) * np.minimum(1.0, (9000 / hz) ** 0.5)
        level = level * (1.0 + 0.25 * rng.standard_normal(hz.shape)) / (1.0 + (hz / 11_500) ** 5)
        level = level * 2.0 ** (-hit.dark_octaves(1.2) * np.maximum(np.log2(hz / 6000), 0.0))
        return modes(frames, hz, t60s, level, rng.uniform(0, 2 * np.pi, hz.shape))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cymbal:
    """A crash, ride or splash: noise whose treble dies first, over ringing metal.

    `ping` is the stick's clear note (rides), `bell` the dome's. `bloom_s` is how long the wash takes to open.
    """

    t60_s: float = 2.6
    low_hz: float = 2600.0
    wash: float = 1.0
    metal: float = 0.5
    metal_low_hz: float = 420.0
    ping: float = 0.0
    ping_hz: float = 3300.0
    bell: float = 0.0
    bell_hz: float = 780.0
    bell_t60_s: float = 0.9
    bloom_s: float = 0.012
    machine: float = 0.0
    cast: int = 2
    width: float = 0.6

    def render(self, hit: Hit) -> Signal:
        """(2, frames)."""
        rng = hit.take()
        t60 = self.t60_s * hit.length * (0.75 + 0.25 * hit.velocity)
        frames = frames_of(t60)
        parts = [self._wash(hit, rng, frames, t60) * np.float32(self.wash), self._metal(hit, rng, t60)]
        stick = burst(hit, rng, frames_of(0.02), 0.014, colour(3000, 12_000, 9, 9), 7.0)
        parts.append(stick * np.float32(0.25 + 0.35 * self.ping))
        if self.ping:
            parts.append(self._ping(hit, rng))
        if self.bell:
            parts.append(self._bell(hit, rng))
        return attack(summed(parts), 0.0005)

    def _wash(self, hit: Hit, rng: np.random.Generator, frames: int, t60: float) -> Signal:
        out = np.zeros((2, frames), dtype=np.float32)
        dark = hit.velocity
        bands = (
            (self.low_hz * 0.6, 6500.0, 0.32, 1.0),
            (6500.0, 11_500.0, 0.28 * (0.35 + 0.65 * dark), 0.55),
        )
        bloom = 1.0 - 0.55 * decay(frames, self.bloom_s * 7)
        for low, high, level, share in bands:
            local = min(frames, frames_of(t60 * share))
            tone = colour(round(low), round(high), 14, 20)
            middle = noise_of(hit, rng, local, tone, 2.0)
            side = noise_of(hit, rng, local, tone, 2.0) * np.float32(self.width)
            fall = decay(local, t60 * share) * 0.55 + decay(local, t60 * share * 0.28) * 0.45
            fall *= bloom[:local] * np.float32(level)
            out[0, :local] += (middle + side) * fall
            out[1, :local] += (middle - side) * fall
        return out

    def _metal(self, hit: Hit, rng: np.random.Generator, t60: float) -> Signal:
        material = hit.material(self.cast)
        count = 32
        if self.machine > 0.5:
            hz = np.concatenate([base * 1.7 * np.arange(1, 20, 2) for base in MACHINE_HZ])
        else:
            hz = np.exp(material.uniform(np.log(self.metal_low_hz), np.log(11_000), count))
        hz = hz * hit.tune
        level = 0.11 * self.metal * material.uniform(0.2, 1.0, hz.shape) * (hz / 2000) ** 0.3
        level = level * (1 + 0.25 * rng.standard_normal(hz.shape))
        level = level * 2.0 ** (-hit.dark_octaves(0.8) * np.log2(hz / self.metal_low_hz) * 0.5)
        t60s = 0.75 * t60 * np.minimum(1.0, (2200 / hz) ** 0.3) * material.uniform(0.35, 0.95, hz.shape)
        frames = frames_of(float(t60s.max()) * 0.9)
        return modes(frames, hz, t60s, level, rng.uniform(0, 2 * np.pi, hz.shape))

    def _ping(self, hit: Hit, rng: np.random.Generator) -> Signal:
        material = hit.material(self.cast + 40)
        ratios = np.array([1.0, 1.31, 1.64, 2.03, 2.47, 2.9]) * (1 + 0.02 * material.standard_normal(6))
        level = (
            self.ping * 0.16 * np.array([1, 0.8, 0.9, 0.6, 0.5, 0.35]) * (1 + 0.2 * rng.standard_normal(6))
        )
        return modes(frames_of(0.5), self.ping_hz * hit.tune * ratios, 0.45 / ratios**0.5, level)

    def _bell(self, hit: Hit, rng: np.random.Generator) -> Signal:
        ratios = np.array([1.0, 1.52, 2.43, 3.37, 4.51, 5.8, 7.3, 9.1])
        level = self.bell * 0.3 * np.array([0.7, 0.6, 1.0, 0.8, 0.7, 0.5, 0.4, 0.25])
        level = (
            level * (1 + 0.15 * rng.standard_normal(8)) * 2.0 ** (-hit.dark_octaves(0.7) * np.log2(ratios))
        )
        t60 = self.bell_t60_s * hit.length
        return modes(frames_of(t60 * 1.05), self.bell_hz * hit.tune * ratios, t60 / ratios**0.3, level)
