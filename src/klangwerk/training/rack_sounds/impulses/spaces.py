"""Rooms: from a cabin to a cathedral."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.impulses.dispersion import bins_hz, travelled, tube_delay_s
from klangwerk.training.rack_sounds.impulses.images import reflections
from klangwerk.training.rack_sounds.impulses.tails import added, darker, delayed, diffuse, unit_energy
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal


def warehouse(rng: np.random.Generator) -> Signal:
    """A hall of brick and concrete, 32 x 18 x 7 m."""
    early = reflections(
        rng, room_m=(32.0, 18.0, 7.0), source_m=(6.0, 8.0, 1.5), listener_m=(14.0, 10.5, 1.8), seconds=0.16,
        kept=0.88, corner_hz=6000.0, rough_m=0.25,
    )  # fmt: skip
    tail = diffuse(
        rng, seconds=1.7, rise_s=0.03,
        decay=((60, 1.35), (250, 1.6), (1000, 1.35), (4000, 0.85), (12_000, 0.4)),
        colour=((60, 0), (300, 0), (2000, -4), (8000, -12), (16_000, -26)),
    )  # fmt: skip
    return added(0.75 * early, unit_energy(delayed(tail, 0.02)))


def chamber(rng: np.random.Generator) -> Signal:
    """A small tiled room, 3.4 x 2.6 x 2.4 m."""
    early = reflections(
        rng, room_m=(3.4, 2.6, 2.4), source_m=(0.9, 0.8, 0.7), listener_m=(2.3, 1.6, 1.4), seconds=0.12,
        kept=0.86, corner_hz=8000.0, rough_m=0.03,
    )  # fmt: skip
    tail = diffuse(
        rng, seconds=0.45, rise_s=0.01,
        decay=((60, 0.28), (300, 0.4), (2000, 0.42), (8000, 0.3)),
        colour=((60, -3), (400, 0), (4000, -2), (10_000, -8), (16_000, -22)),
    )  # fmt: skip
    return added(early, 0.6 * unit_energy(tail))


def auditorium(rng: np.random.Generator) -> Signal:
    """A big wooden hall, 38 x 24 x 14 m, bright and wide."""
    early = reflections(
        rng, room_m=(38.0, 24.0, 14.0), source_m=(5.0, 12.5, 1.6), listener_m=(19.0, 10.0, 2.0), seconds=0.22,
        kept=0.83, corner_hz=11_000.0, rough_m=0.4,
    )  # fmt: skip
    tail = diffuse(
        rng, seconds=2.4, rise_s=0.05,
        decay=((60, 1.8), (400, 2.1), (2000, 2.0), (6000, 1.35), (12_000, 0.8)),
        colour=((60, -4), (500, 0), (4000, -1), (9000, -7), (16_000, -22)),
    )  # fmt: skip
    return delayed(added(0.55 * early, unit_energy(delayed(tail, 0.035))), 0.012)


def cathedral(rng: np.random.Generator) -> Signal:
    """Stone and 3 s of dark air; it takes its time to answer."""
    tail = diffuse(
        rng, seconds=3.0, rise_s=0.11,
        decay=((60, 2.7), (200, 3.1), (800, 2.7), (2500, 1.8), (8000, 0.75)),
        colour=((60, 0), (250, 1), (1000, -5), (4000, -15), (12_000, -36)),
    )  # fmt: skip
    early = reflections(
        rng, room_m=(70.0, 24.0, 28.0), source_m=(8.0, 11.0, 2.0), listener_m=(24.0, 13.5, 2.0), seconds=0.35,
        kept=0.8, corner_hz=3500.0, rough_m=0.8,
    )  # fmt: skip
    return delayed(added(0.4 * early, unit_energy(delayed(tail, 0.03)))[:, : 3 * SAMPLE_RATE], 0.028)


def cave(rng: np.random.Generator) -> Signal:
    """Halls behind halls: each answers once, smeared and darker than the one before."""
    out = np.zeros((2, int(2.3 * SAMPLE_RATE)))
    for number, (delay_s, level, side) in enumerate(
        (
            (0.011, 0.8, -0.4), (0.083, 0.75, 0.7), (0.171, 0.8, -0.8),
            (0.304, 0.62, 0.5), (0.497, 0.5, -0.6), (0.771, 0.36, 0.3),
        )
    ):  # fmt: skip
        chamber_tail = diffuse(
            rng, seconds=2.3 - delay_s, rise_s=0.006 + 0.012 * number,
            decay=((60, 0.7), (250, 0.75 + 0.12 * number), (1500, 0.55), (6000, 0.25)),
            colour=((60, -2), (300, 0), (1500, -4), (6000, -13 - 3 * number), (14_000, -34)),
        )  # fmt: skip
        balance = np.array([[1 - 0.6 * side], [1 + 0.6 * side]])
        part = darker(level * unit_energy(chamber_tail) * balance, 9000 / (1 + number))
        start = int(delay_s * SAMPLE_RATE)
        out[:, start : start + part.shape[1]] += part
    return out


def tunnel(rng: np.random.Generator) -> Signal:
    """A railway tunnel: flutter between its walls, and whistling modes that come back from its far ends."""
    seconds = 2.4
    frames = int(seconds * SAMPLE_RATE)
    hz = bins_hz()
    whistling = np.zeros((2, frames))
    for cut_off_hz in (38, 61, 83, 112, 131, 158, 204, 239, 287, 341, 420, 515, 633, 790, 980, 1240):
        for channel in range(2):
            way = tube_delay_s(hz, length_m=52.0, cut_off_hz=cut_off_hz * (1 + 0.012 * channel))
            echoes = np.array([0.35, 1.0, 1.64, 2.35, 3.0, 3.7, 4.4]) + 0.03 * rng.standard_normal(7)
            sound = travelled(
                way, echoes=echoes, blur_rad=0.6, rng=rng, frames=frames,
                decay=((60, 2.2), (400, 2.0), (2000, 1.2), (8000, 0.45)),
            )  # fmt: skip
            whistling[channel] += sound * rng.choice((-1.0, 1.0)) * rng.uniform(0.6, 1.0)
    flutter = np.zeros((2, frames))
    for channel, period_s in enumerate((0.0163, 0.0171)):
        places = (np.arange(1, 95) * period_s * SAMPLE_RATE).astype(int)
        flutter[channel, places] = 0.9 ** np.arange(len(places)) * np.where(np.arange(len(places)) % 2, -1, 1)
    tail = diffuse(
        rng, seconds=seconds, rise_s=0.06, decay=((60, 1.9), (500, 2.0), (2000, 1.4), (8000, 0.6)),
        colour=((60, -2), (300, 0), (2000, -6), (8000, -18), (16_000, -36)),
    )  # fmt: skip
    return added(
        unit_energy(darker(whistling, 3500)),
        0.45 * unit_energy(darker(flutter, 3000)),
        0.6 * unit_energy(tail),
    )
