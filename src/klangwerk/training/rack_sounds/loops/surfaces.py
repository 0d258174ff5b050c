"""Loops of things that crackle: rain on iron, a worn record, a radio between stations."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.loops.circle import Circle, at, band, panned, tilted, unit
from klangwerk.training.rack_sounds.loops.objects import heights, struck
from klangwerk.training.rack_sounds.loops.space import in_space
from klangwerk.training.rack_sounds.recipe import Signal

Rng = np.random.Generator

SHEET = np.array([1, 1.63, 2.41, 2.93, 4.2])  # modes of corrugated iron over the lowest
DROPS = (  # Hz, drops per second, level, side: the heavy ones are rare
    (240, 2.2, 1.9, 0.25), (330, 3, 1.5, -0.5), (480, 9, 1.0, 0.7), (690, 16, 0.8, -0.2), (930, 26, 0.62, 0.5),
    (1320, 36, 0.5, -0.75), (1850, 44, 0.42, 0.1), (2600, 48, 0.36, -0.4), (3700, 44, 0.3, 0.85),
)  # fmt: skip
TICKS = ((2200, 14, 1.0), (3900, 22, 0.6), (900, 3, 2.2), (5600, 30, 0.4))  # Hz, ticks per second, level
WHISTLES = (
    (870, 0.5, 0.4, -0.5),
    (1650, 0.35, 0.3, 0.6),
    (2900, 0.2, 0.16, 0.0),
)  # Hz, octaves of glide, level, side


def rain(rng: Rng) -> Signal:
    """Drops on corrugated iron, light and heavy, under a hiss of rain farther off."""
    c = Circle(245_760, rng)
    heavier = np.exp(0.25 * c.drift(fastest_hz=0.8))
    out = np.stack([0.16 * c.noise(tilted(-2, band(500, 7500))) * heavier for _ in range(2)])
    for root_hz, per_s, level, side in DROPS:
        sheet = struck(
            root_hz * SHEET,
            rng.uniform(0.3, 1.0, len(SHEET)) * (root_hz * SHEET < 11_000),
            decay=((200, 0.22), (1000, 0.1), (8000, 0.03)),
        )
        drops = c.events(count=per_s * c.seconds, level=heights(rng, 0.6), where=heavier)
        out += panned(level * c.through(drops, sheet), side)
    return in_space(c, out, seconds=0.7, share=0.25, corner_hz=6000.0)


def dust(rng: Rng) -> Signal:
    """Three turns of an empty record groove on a warm tape: hiss, swish, ticks of which some return at each turn."""
    c = Circle(238_140, rng)  # 5.4 s: three turns at 33 1/3 per minute
    groove = 2 * np.pi * 3 * c.turn
    out = np.zeros((2, c.frames))
    for channel, shift in zip(out, (0.0, 0.8), strict=True):
        channel += c.noise(tilted(-3.2, band(60, 7500))) * (0.5 + 0.12 * np.cos(groove + shift))
        channel += 0.14 * c.noise(band(1500, 9000))
    out += 0.3 * c.noise(band(28, 75)) * (1 + 0.3 * np.cos(groove))
    for hz, per_s, level in TICKS:
        tick = struck(
            hz * np.array([1.0, 1.7, 0.45]), np.array([1.0, 0.5, 0.6]), decay=((300, 0.016), (9000, 0.004))
        )
        for _ in range(4):
            ticks = c.events(count=per_s / 8 * c.seconds, level=heights(rng, 0.7))
            scratch = c.events(count=per_s / 24 * c.seconds, level=heights(rng, 0.6))
            for turn in range(3):
                moved = turn * c.frames // 3 + int(rng.integers(-9, 9))
                ticks += np.roll(scratch, moved) * rng.uniform(0.6, 1)
            out += panned(4.2 * level * c.through(ticks, tick), rng.uniform(-0.7, 0.7))
    return np.asarray(out * (1 + 0.05 * c.drift(fastest_hz=6.0)))


def radio(rng: Rng) -> Signal:
    """Between two stations on short wave: static with fading notches, gliding whistles, a teletype far away."""
    c = Circle(262_144, rng)
    out = np.stack([_fading_static(c) * (1 + 0.3 * c.drift(fastest_hz=1.5)) for _ in range(2)])
    for centre_hz, octaves, level, side in WHISTLES:
        glide_hz = centre_hz * np.exp(octaves * c.drift(fastest_hz=0.5))
        swell = np.maximum(0, 0.4 + c.drift(fastest_hz=0.8)) ** 1.5
        out += panned(level * swell * np.sin(c.phase(glide_hz)), side)
    bits = np.repeat(rng.integers(0, 2, 256), c.frames // 256).astype(np.float64)
    bits = c.filtered(bits, lambda hz: 1 / (1 + (hz / 90) ** 4))
    distant = np.maximum(0, c.drift(fastest_hz=0.6)) ** 1.3
    out += panned(0.35 * distant * np.sin(c.phase(1375 + 170 * (bits - 0.5))), 0.35)
    crashes = np.abs(c.events(count=8 * c.seconds, level=heights(rng, 0.6)))
    lightning = c.through(crashes, np.exp(-np.arange(6000) / 700))
    return out + 0.75 * unit(c.noise(band(300, 4500)) * lightning) * np.array([[1.0], [0.8]])


def _fading_static(c: Circle) -> Signal:
    """Two paths through the sky interfere: notches wander over the spectrum."""
    wander = 0.9 + 0.5 * c.drift(fastest_hz=0.7)

    def gains(turn: Signal, hz: Signal) -> Signal:
        detour = at(wander, turn)
        return np.asarray(0.25 + np.abs(np.cos(np.pi * hz * 0.0011 * (1 + 0.45 * detour) + 2.5 * detour)))

    return unit(c.moving(c.noise(tilted(-3, band(180, 4200, slope_db=24))), gains))
