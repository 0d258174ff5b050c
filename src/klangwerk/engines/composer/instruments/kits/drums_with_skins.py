"""Skins over shells: snares, toms, taikos, timpani, congas and their like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.kits.hit import Hit, Signal
from klangwerk.engines.composer.instruments.kits.noise import burst, colour, noise_of
from klangwerk.engines.composer.instruments.kits.tones import (
    attack,
    decay,
    falling_sine,
    frames_of,
    modes,
    peak_one,
    released,
    saturated,
    summed,
)
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE

CIRCULAR = (1.59, 2.14, 2.30, 2.65, 2.92, 3.16, 3.50)
"""Modes of an ideal round skin over its fundamental."""
KETTLE = (1.50, 1.98, 2.44, 2.90)
"""Those of a timpani, which the air in the kettle brings near a harmonic series."""
HAND = (2.02, 2.98, 3.9, 4.6)
"""Those of a conga's thick skin on its long shell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """A struck skin: a fundamental that falls a little while it swings wide, upper modes, and what strikes it.

    `bend` is how much higher the pitch begins (0.3: by 30 %) at full velocity. `strike` is the band of the beater's
    noise.
    """

    hz: float
    t60_s: float
    bend: float = 0.25
    bend_s: float = 0.035
    ratios: tuple[float, ...] = CIRCULAR
    upper: float = 0.35
    upper_t60: float = 0.35  # of the fundamental's, divided by the ratio
    strike: tuple[float, float] = (800.0, 4000.0)
    strike_level: float = 0.25
    strike_t60_s: float = 0.03
    soft_s: float = 0.0005  # rise of the attack
    drive: float = 0.0
    slap: float = 0.0  # a bare hand's crack

    def render(self, hit: Hit) -> Signal:
        """(1, frames)."""
        rng = hit.take()
        t60 = self.t60_s * hit.length * (0.85 + 0.15 * hit.velocity)
        f = self.hz * hit.tune
        frames = frames_of(t60 * 1.12)
        bend = f * (1.0 + self.bend * (0.35 + 0.65 * hit.velocity))
        body = falling_sine(frames, bend, f, self.bend_s) * decay(frames, t60)
        ratios = np.array(self.ratios) * (1.0 + 0.006 * hit.material(7).standard_normal(len(self.ratios)))
        struck_at = 1.0 + 0.25 * rng.standard_normal(len(ratios))
        high = 2.0 ** (-hit.dark_octaves(1.6) * np.log2(ratios)) * ratios**-0.6
        short = max(t60 * self.upper_t60, 0.02)
        upper_frames = min(frames, frames_of(short * 1.1))
        upper = modes(upper_frames, f * ratios * 1.01, short / ratios**0.5, self.upper * high * struck_at)
        strike_frames = frames_of(self.strike_t60_s * 1.2)
        strike = burst(hit, rng, strike_frames, self.strike_t60_s, colour(*self.strike), 7.0)
        parts = [body, upper, strike * np.float32(self.strike_level)]
        if self.slap:
            crack_frames = frames_of(0.03)
            crack = burst(hit, rng, crack_frames, 0.022, colour(1400, 4500, 12, 12), 8.0)
            ring = modes(crack_frames, f * np.array([4.1, 5.3, 6.7]), 0.05, [0.5, 0.4, 0.3])
            parts.append((crack * 0.6 + ring) * np.float32(self.slap * hit.velocity))
        return saturated(peak_one(attack(summed(parts), self.soft_s)), self.drive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snare:
    """Two skins and wires. `gate_s` lets a loud dense room stand for so long and then shuts it."""

    hz: float = 185.0
    shell_t60_s: float = 0.16
    shell: float = 0.7
    bend: float = 0.35
    ring: float = 0.3
    wires: tuple[float, float] = (1800.0, 8500.0)
    wires_t60_s: float = 0.22
    wires_level: float = 0.55
    crack: float = 0.5
    soft_s: float = 0.0004
    drive: float = 0.3
    gate_s: float = 0.0
    gate_level: float = 0.0

    def render(self, hit: Hit) -> Signal:
        """(1, frames), or (2, frames) with a room."""
        rng = hit.take()
        f = self.hz * hit.tune
        t60 = self.shell_t60_s * hit.length
        frames = frames_of(t60 * 1.1)
        shell = falling_sine(frames, f * (1.0 + self.bend * (0.4 + 0.6 * hit.velocity)), f, 0.012)
        shell = shell * decay(frames, t60) * np.float32(self.shell)
        ratios = np.array(CIRCULAR[:6]) * (1.0 + 0.01 * hit.material(8).standard_normal(6))
        level = self.ring * ratios**-0.7 * (1.0 + 0.3 * rng.standard_normal(6)) * (0.3 + 0.7 * hit.velocity)
        ring = modes(frames, f * 1.03 * ratios, t60 * 0.8 / ratios**0.4, level)
        wires_t60 = self.wires_t60_s * hit.length * (0.75 + 0.25 * hit.velocity)
        wire_frames = frames_of(wires_t60 * 1.1)
        wires = noise_of(hit, rng, wire_frames, colour(*self.wires, 10.0, 14.0), 3.5)
        envelope = decay(wire_frames, wires_t60) * 0.75 + decay(wire_frames, wires_t60 * 0.35) * 0.5
        wires = wires * envelope * np.float32(self.wires_level)
        crack = burst(hit, rng, frames_of(0.014), 0.011, colour(1200, 7000, 9, 9), 7.0)
        parts = [shell, ring, wires, crack * np.float32(self.crack * (0.4 + 0.6 * hit.velocity))]
        dry = saturated(peak_one(attack(summed(parts), self.soft_s)), self.drive)
        return summed([dry, self._room(hit, rng)]) if self.gate_s else dry

    def _room(self, hit: Hit, rng: np.random.Generator) -> Signal:
        frames = frames_of(self.gate_s)
        sides = [noise_of(hit, rng, frames, colour(250, 5200, 12, 9), 3.0) for _ in range(2)]
        envelope = decay(frames, self.gate_s * 4.5)
        envelope = attack(released(envelope, 0.045), 0.006)
        room = np.stack(sides) * envelope * np.float32(self.gate_level)
        return np.asarray(room, dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class RimShot:
    """Stick across the rim: a woody click whose modes die at once."""

    hz: float = 480.0
    ratios: tuple[float, ...] = (1.0, 1.78, 3.49, 4.6)
    levels: tuple[float, ...] = (0.7, 1.0, 0.6, 0.3)
    t60_s: float = 0.075
    click: float = 0.35
    click_band: tuple[float, float] = (2000.0, 6500.0)
    drive: float = 0.2

    def render(self, hit: Hit) -> Signal:
        """(1, frames)."""
        rng = hit.take()
        t60 = self.t60_s * hit.length
        ratios = np.array(self.ratios)
        level = np.array(self.levels) * (1 + 0.12 * rng.standard_normal(len(ratios)))
        level = level * 2.0 ** (-hit.dark_octaves(1.0) * np.log2(ratios) * 0.6)
        frames = frames_of(t60 * 1.1)
        wood = modes(frames, self.hz * hit.tune * ratios, t60 / ratios**0.35, level)
        click = burst(hit, rng, frames_of(0.012), 0.008, colour(*self.click_band), 6.0)
        return saturated(peak_one(attack(summed([wood, click * np.float32(self.click)]), 0.0003)), self.drive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brush:
    """Wires of a brush on a coated skin: a tap (`sweep_s` 0), or a stir that swells and goes."""

    sweep_s: float = 0.0
    hz: float = 190.0
    band: tuple[float, float] = (900.0, 6500.0)
    t60_s: float = 0.16

    def render(self, hit: Hit) -> Signal:
        """(1, frames)."""
        rng = hit.take()
        if self.sweep_s:
            length = self.sweep_s * (0.85 + 0.3 * rng.random()) * hit.length
            frames = frames_of(length)
            x = np.arange(frames) / frames
            swell = np.sin(np.pi * np.minimum(x + 0.03, 1.0) ** 0.7) ** 1.5 * (1 - x) ** 0.4
            stir = noise_of(hit, rng, frames, colour(*self.band, 9, 9), 5.0)
            grain = 0.75 + 0.25 * np.abs(noise_of(hit, rng, frames, colour(60, 120), 0.0))
            return (stir * grain * swell)[None, :].astype(np.float32)
        t60 = self.t60_s * hit.length
        frames = frames_of(t60 * 1.1)
        swish = burst(hit, rng, frames, t60, colour(*self.band, 8, 9), 6.0)
        # the wires do not land all at once
        landing = _landings(rng, frames, hit.velocity)
        body = falling_sine(frames, self.hz * hit.tune * 1.15, self.hz * hit.tune, 0.015) * decay(
            frames, t60 * 0.6
        )
        return attack(summed([swish * landing, body * np.float32(0.55 + 0.3 * hit.velocity)]), 0.0012)


def _landings(rng: np.random.Generator, frames: int, velocity: float) -> Signal:
    """(frames,) gain near 1 with a few soft bumps in the first 25 ms."""
    bumps = np.full(frames, 0.7, dtype=np.float32)
    t = np.arange(min(frames, frames_of(0.05)))
    for at in rng.uniform(0.0, 0.025, 5):
        width = frames_of(0.002 + 0.002 * (1 - velocity))
        bumps[: len(t)] += (0.6 * np.exp(-(((t - at * SAMPLE_RATE) / width) ** 2))).astype(np.float32)
    return bumps


@dataclass(frozen=True, slots=True, kw_only=True)
class Clap:
    """Hands that do not meet at once: bursts of mid noise, then the room."""

    centre_hz: float = 1150.0
    width_octaves: float = 1.3
    bursts: int = 4
    spread_s: float = 0.027
    tail_t60_s: float = 0.2
    tail: float = 0.65
    sparkle: float = 0.25
    drive: float = 0.5
    layer: Snare | None = None

    def render(self, hit: Hit) -> Signal:
        """(2, frames)."""
        rng = hit.take()
        length = self.tail_t60_s * hit.length
        frames = frames_of(self.spread_s + length * 1.1)
        half = 2.0 ** (self.width_octaves / 2)
        centre = self.centre_hz * hit.tune
        tone = colour(round(centre / half), round(centre * half), 14, 10)
        sides = np.stack([noise_of(hit, rng, frames, tone, 4.0) for _ in range(2)])
        both = noise_of(hit, rng, frames, tone, 4.0)
        bright = noise_of(hit, rng, frames, colour(4500, 10_000, 12, 10), 6.0)
        times = np.linspace(0.0, self.spread_s, self.bursts)
        times[1:-1] += rng.uniform(-0.0015, 0.0015, max(self.bursts - 2, 0))
        envelope = np.zeros(frames, dtype=np.float32)
        for index, at in enumerate(times):
            begin = frames_of(at) if index else 0
            t60 = 0.022 if index < self.bursts - 1 else 0.06
            envelope[begin:] = np.maximum(
                envelope[begin:], decay(frames - begin, t60) * np.float32(0.75 + 0.08 * index)
            )
        tail = np.zeros(frames, dtype=np.float32)
        last = frames_of(times[-1])
        tail[last:] = decay(frames - last, length) * np.float32(self.tail)
        hands = both * envelope + bright * envelope * np.float32(self.sparkle)
        room = sides * (tail + 0.35 * envelope) * np.float32(0.8)
        clap = saturated(peak_one(attack(room + hands, 0.0004)), self.drive)
        return summed([clap, self.layer.render(hit) * np.float32(0.6)]) if self.layer else clap
