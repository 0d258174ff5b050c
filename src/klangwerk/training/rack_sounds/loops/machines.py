"""Loops of machines: a hall of them, a ship, a transformer."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.loops.circle import (
    Circle,
    band,
    combed,
    narrow,
    panned,
    tilted,
    unit,
)
from klangwerk.training.rack_sounds.loops.objects import heights, struck
from klangwerk.training.rack_sounds.loops.space import in_space
from klangwerk.training.rack_sounds.recipe import Signal

Rng = np.random.Generator

HUM = ((50, 0.5), (100, 1.0), (150, 0.35), (200, 0.5), (300, 0.25), (400, 0.14), (600, 0.08))  # Hz, level
STAMPS = (  # place in the loop, level, side, Hz
    (0.02, 1.0, -0.5, 310), (0.27, 0.75, 0.6, 415), (0.395, 0.4, 0.6, 415),
    (0.52, 0.95, -0.5, 310), (0.77, 0.7, 0.3, 522), (0.895, 0.3, -0.8, 640),
)  # fmt: skip
IRON = np.array([1, 1.47, 2.09, 2.56, 3.39, 4.08, 5.3, 6.7])  # modes over the lowest
HULL = (  # Hz, level, width in Hz
    (57, 1.0, 0.5), (86, 0.9, 0.7), (113, 0.6, 0.9), (171, 0.5, 1.4),
    (228, 0.32, 2.0), (341, 0.2, 3.0), (459, 0.12, 4.0),
)  # fmt: skip
ARCS = (  # place in the loop, seconds, sparks per second, side
    (0.06, 0.35, 700, -0.6), (0.24, 0.12, 900, 0.7), (0.31, 0.06, 900, 0.5), (0.47, 0.5, 500, 0.1),
    (0.71, 0.16, 800, -0.8), (0.8, 0.3, 600, 0.8), (0.93, 0.08, 900, -0.2),
)  # fmt: skip


def machine_hall(rng: Rng) -> Signal:
    """A rotor, a fan, stamps on iron, and steam, in a hall."""
    c = Circle(221_184, rng)
    hum = np.zeros(c.frames)
    for hz, level in HUM:
        tone = np.sin(c.phase(c.whole_turns(hz)) + rng.uniform(0, 2 * np.pi))
        hum += level * (1 + 0.25 * c.drift(fastest_hz=1.0)) * tone
    beat, blades = c.phase(c.whole_turns(7.58)), c.phase(c.whole_turns(23.1))
    rotor = [c.noise(band(70, 420)) * np.exp(1.6 * np.cos(beat - shift) - 1.6) for shift in (0.0, 0.5)]
    fan = [c.noise(tilted(-3, band(250, 3500))) * (1 + 0.5 * np.cos(blades - s)) for s in (0.0, 1.2)]
    out = np.stack([0.3 * unit(hum) + 0.8 * r + 0.4 * f for r, f in zip(rotor, fan, strict=True)])
    for place, level, side, root_hz in STAMPS:
        iron = struck(
            root_hz * IRON,
            rng.uniform(0.3, 1, len(IRON)) / IRON**0.5,
            decay=((200, 0.42), (2000, 0.25), (6000, 0.1)),
        )
        out += panned(5.5 * level * c.through(c.impulse(place), iron), side)
    for place, width, side in ((0.16, 0.045, 0.7), (0.66, 0.06, -0.6)):
        away = c.away(place)
        puff = np.where(away < 0, np.exp(away / 0.006), np.exp(-away / width))
        out += panned(2.0 * c.noise(band(1800, 8000)) * puff, side)
    return in_space(c, out, seconds=1.9, share=0.33)


def ship(rng: Rng) -> Signal:
    """Below deck: a hull that hums and beats, the screw far away, now and then a groan."""
    c = Circle(294_912, rng)
    out = np.zeros((2, c.frames))
    for hz, level, width_hz in HULL:
        for side in (-0.8, 0.8) if hz > 100 else (0.0,):
            out += panned(level * c.noise(narrow(hz, width_hz)), side)
    wash = np.exp(1.1 * np.cos(c.phase(c.whole_turns(2.1))) - 1)
    out += np.stack([0.45 * c.noise(tilted(-6, band(60, 500))) * np.roll(wash, shift) for shift in (0, 900)])
    for channel in out:
        channel += 0.1 * c.noise(tilted(-4, band(300, 3500))) * np.exp(0.5 * c.drift(fastest_hz=0.6))
    for place, root_hz, side in ((0.21, 190, -0.5), (0.63, 147, 0.6)):
        away_s = c.away(place) * c.seconds
        slip = c.phase(root_hz * (1 + 0.25 * np.tanh(away_s / 0.2)) / 6)
        rub = np.exp(-((away_s / 0.22) ** 2)) * np.maximum(0, np.sin(slip)) ** 12
        groan = c.filtered(rub, tilted(-5, band(150, 1800)))
        out += panned(3.2 * groan / np.abs(groan).max(), side)
    return in_space(c, out, seconds=1.6, share=0.3, corner_hz=2500.0)


def high_voltage(rng: Rng) -> Signal:
    """A transformer's buzz at 100 Hz, corona hiss in its rhythm, and arcs that break out."""
    c = Circle(220_500, rng)
    mains = c.phase(100.0 * (1 + 0.0004 * c.drift(fastest_hz=3.0)))
    buzz = np.zeros(c.frames)
    for h in range(1, 60):
        buzz += h**-0.9 * (1 + 0.4 * (h % 2)) * np.sin(h * mains + rng.uniform(0, 2 * np.pi))
    buzz *= 1 + 0.2 * c.drift(fastest_hz=2.5)
    out = np.stack([0.35 * unit(c.filtered(buzz, combed(300.0, phase))) for phase in (0.0, 1.1)])
    crest = np.abs(np.sin(mains / 2)) ** 8  # the air breaks down where the voltage is highest
    corona = 0.25 * np.exp(0.6 * c.drift(fastest_hz=1.2))
    out += np.stack([c.noise(band(1800, 9500)) * corona * np.roll(crest, shift) for shift in (0, 60)])
    snap = struck(
        np.array([1150.0, 2900.0, 4700.0, 7300.0]),
        np.array([0.5, 1.0, 0.8, 0.7]),
        decay=((500, 0.012), (8000, 0.005)),
    )
    for place, length_s, sparks_per_s, side in ARCS:
        since_s = ((c.turn - place) % 1) * c.seconds
        arc = np.exp(-2.5 * since_s / length_s) * (since_s < 2 * length_s) * crest
        sparks = c.events(count=sparks_per_s * length_s, level=heights(rng, 0.5), where=arc)
        out += panned(1.5 * c.through(sparks, snap), side)
    return in_space(c, out, seconds=0.4, share=0.18, corner_hz=6000.0)
