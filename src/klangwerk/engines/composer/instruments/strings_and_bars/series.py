"""Series of partials: stiff strings, where they are touched and how hard, and their place between left and right."""

from __future__ import annotations

import math

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.noises import Generator
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Complexes, Reals


def stiff(
    fundamental_hz: float, inharmonicity: float, *, highest_hz: float, most: int
) -> tuple[Reals, Reals]:
    """Numbers and frequencies of the partials of a stiff string, f_n = n f sqrt(1 + B n^2), the first exactly in tune
    (H. Fletcher, "Normal vibration frequencies of a stiff piano string", 1964).
    """
    n = np.arange(1, most + 1, dtype=np.float64)
    frequency = fundamental_hz * n * np.sqrt((1.0 + inharmonicity * n**2) / (1.0 + inharmonicity))
    kept = frequency < highest_hz
    kept[0] = True
    return n[kept], frequency[kept]


def touched_at(n: Reals, place: float, *, never_below: float = 0.04) -> Reals:
    """How much of each partial a touch (or a pickup) at this fraction of the string finds; signed."""
    found = np.sin(math.pi * n * place)
    floored: Reals = np.where(np.abs(found) < never_below, np.copysign(never_below, found), found)
    return floored


def rolled_off(frequency_hz: Reals, *, from_hz: float, db_per_octave: float) -> Reals:
    """A smooth low-pass, -3 dB or more at `from_hz`."""
    gain: Reals = (1.0 + (frequency_hz / from_hz) ** 2) ** (-db_per_octave / 12.04)
    return gain


def placed(strength: Reals, phase: Reals, rng: Generator, *, pan: float, width: float) -> Complexes:
    """Amplitudes for left and right: about `pan` (-1 to 1), each partial a little elsewhere, and higher ones with some
    difference of phase; in mono nothing is lost that matters. `width` 0 to 1.
    """
    count = strength.size
    where = np.clip(pan + width * rng.uniform(-0.8, 0.8, count), -0.9, 0.9)
    where[0] = 0.5 * (where[0] + pan)
    angle = (where + 1.0) * (math.pi / 4.0)
    gains = np.stack((np.cos(angle), np.sin(angle)))
    turn = width * rng.uniform(-0.8, 0.8, count)
    turn[0] *= 0.5
    apart = np.stack((turn, -turn))
    amplitude: Complexes = strength * gains * np.exp(1j * (phase + apart))
    return amplitude


def centred(strength: Reals, phase: Reals | float) -> Complexes:
    """Amplitudes of one channel."""
    amplitude: Complexes = strength * np.exp(1j * (phase + np.zeros_like(strength)))
    return amplitude[None, :]


def pan_of(pitch: int, amount: float) -> float:
    """Low to the left, high to the right, as a player hears the keyboard."""
    return max(min((pitch - 64) / 36.0, 1.0), -1.0) * amount


def varied_db(rng: Generator, count: int, spread_db: float) -> Reals:
    """Small random gains."""
    gains: Reals = 10.0 ** (rng.normal(0.0, spread_db, count) / 20.0)
    return gains
