"""Loops of air and voices: wind, breath, glitter, a hum."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.loops.circle import Circle, at, band, panned, tilted, unit
from klangwerk.training.rack_sounds.loops.space import in_space
from klangwerk.training.rack_sounds.recipe import Signal

Rng = np.random.Generator

EDGES = ((610, 26, 1.0), (1240, 40, 0.55))  # what whistles in the wind: Hz, width in Hz, level
NOSE_HZ, MOUTH_HZ = (900.0, 2300.0, 3900.0), (520.0, 1150.0, 2600.0)
CHORD = (4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 27, 30, 32, 36)  # over D3
VOICES = (
    (73.42, 1.0, -0.5),
    (73.42, 1.0, 0.5),
    (110.0, 0.55, -0.8),
    (110.0, 0.5, 0.8),
    (36.71, 0.7, 0.0),
)  # Hz, level, side


def wind(rng: Rng) -> Signal:
    """Gusts round a corner: broad noise whose centre wanders, with two edges that whistle."""
    c = Circle(294_912, rng)
    gust = c.drift(fastest_hz=0.7)
    return np.stack([_one_side(c, unit(0.8 * gust + 0.6 * c.drift(fastest_hz=1.3))) for _ in range(2)])


def _one_side(c: Circle, strength: Signal) -> Signal:
    def body(turn: Signal, hz: Signal) -> Signal:
        now = at(strength, turn)
        octaves = np.log2(np.maximum(hz, 20) / (330 * 2 ** (0.7 * now)))
        return np.asarray(10 ** (now / 8) * np.exp(-0.5 * (octaves / np.where(octaves > 0, 1.3, 0.9)) ** 2))

    def edges(turn: Signal, hz: Signal) -> Signal:
        now = at(strength, turn)
        bells = [
            level * np.exp(-0.5 * ((hz - first_hz * 2 ** (0.3 * now)) / width_hz) ** 2)
            for first_hz, width_hz, level in EDGES
        ]
        return np.asarray(sum(bells) * np.log1p(np.exp(2 * now + 0.4)) / 2)

    rush = c.moving(c.noise(band(60, 9000)), body)
    whistle = c.moving(c.noise(band(60, 9000)), edges)
    return rush + 2.2 * whistle + 0.05 * c.noise(band(1500, 8000)) * np.exp(0.8 * strength)


def breath(rng: Rng) -> Signal:
    """Two slow breaths: in through the nose, out through an open mouth, each with its own formants."""
    c = Circle(258_048, rng)
    position = 2 * c.turn % 1  # two breaths a turn
    inward = np.sin(np.pi * np.clip(position / 0.42, 0, 1)) ** 1.4
    outward = np.sin(np.pi * np.clip((position - 0.47) / 0.5, 0, 1) ** 0.7) ** 1.2
    out = np.zeros((2, c.frames))
    for channel in out:
        channel += _formed(c, NOSE_HZ, inward, tilt_db=0.0)
        channel += 1.25 * _formed(c, MOUTH_HZ, outward, tilt_db=-3.0)
        channel += 0.035 * c.noise(tilted(-4, band(60, 2500)))
    return in_space(c, out, seconds=1.1, share=0.3)


def _formed(c: Circle, formants_hz: tuple[float, ...], amount: Signal, *, tilt_db: float) -> Signal:
    """Noise through formants that rise and open with the amount of air."""

    def gains(turn: Signal, hz: Signal) -> Signal:
        opened = at(amount, turn)
        sound = np.full(np.broadcast_shapes(turn.shape, hz.shape), 0.12)
        for number, formant_hz in enumerate(formants_hz):
            centre_hz = formant_hz * (0.75 + 0.4 * opened)
            sound += 0.8**number * np.exp(-0.5 * ((hz - centre_hz) / (0.16 * centre_hz)) ** 2)
        return np.asarray(sound / (1 + (hz / (500 + 6500 * opened)) ** 2))

    return c.moving(c.noise(tilted(tilt_db, band(120, 9000))), gains) * amount


def northern_light(rng: Rng) -> Signal:
    """High partials of one open chord that come and go in different places, over bright air."""
    c = Circle(294_912, rng)
    out = np.zeros((2, c.frames))
    for channel in out:
        channel += 0.5 * c.noise(tilted(-3, band(1800, 9500))) * np.exp(0.45 * c.drift(fastest_hz=1.0))
        channel += 0.12 * c.noise(tilted(-3, band(250, 1500)))
    for ratio in CHORD:
        for _ in range(3):
            hz = 146.83 * ratio * (1 + 0.003 * rng.standard_normal())
            swell = np.maximum(0, c.drift(fastest_hz=1.6)) ** 2
            tone = np.sin(c.phase(hz * (1 + 0.0015 * c.drift(fastest_hz=4.0))) + rng.uniform(0, 2 * np.pi))
            out += panned(0.34 * (8 / ratio) ** 0.35 * swell * tone, rng.uniform(-1, 1))
    colour = ((200, -6), (1000, 0), (8000, -4), (14_000, -26))
    return in_space(c, out, seconds=2.1, share=0.5, corner_hz=9000.0, colour=colour)


def ritual(rng: Rng) -> Signal:
    """Deep voices on D and A in a vault; an overtone wanders above them."""
    c = Circle(294_912, rng)
    wander = c.drift(fastest_hz=0.6)

    def throat(turn: Signal, hz: Signal) -> Signal:
        overtone = np.exp(-0.5 * ((hz - 900 * 2 ** (0.55 * at(wander, turn))) / 70) ** 2)
        vowel = np.exp(-0.5 * ((hz - 480) / 110) ** 2)
        chest, air = 1 / (1 + (hz / 330) ** 2), 1 / (1 + (hz / 2500) ** 2)
        return np.asarray(chest + 0.5 * vowel + 0.75 * overtone + 0.12 * air)

    out = np.zeros((2, c.frames))
    for root_hz, level, side in VOICES:
        detuned_hz = root_hz * (1 + 0.004 * rng.standard_normal())
        phase = c.phase(detuned_hz * (1 + 0.0035 * c.drift(fastest_hz=4.5)))
        voice = np.zeros(c.frames)
        for h in range(1, int(4500 / root_hz)):
            voice += h**-0.85 * np.sin(h * phase + rng.uniform(0, 2 * np.pi))
        voice = unit(voice) * (1 + 0.2 * c.drift(fastest_hz=1.5))
        out += panned(level * c.moving(voice + 0.2 * c.noise(tilted(-4, band(150, 6000))), throat), side)
    colour = ((50, -12), (120, -3), (500, 0), (4000, -8), (14_000, -34))
    return in_space(c, out, seconds=2.3, share=0.38, colour=colour)
