"""Many voices at once as one long loop: the lines of all players are set into one spectrum and transformed once.

A loop lasts some seconds, holds whole numbers of periods, and is made per pitch and colour; a note then costs two
multiplications per sample. Lines of a unison are harmonics (saws that beat); those of an ensemble are widened with
their number, as vibrato and many players do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.synthesis import harmonics
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Singles, Values
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, hertz

RMS = 0.12
MONO_BELOW_HZ = 160.0
"""Below, both sides are the same."""
_PAIRS = 4  # of lines around each harmonic of an ensemble


@lru_cache(maxsize=8)
def _quick_sizes(low: int, high: int) -> tuple[int, ...]:
    """Even numbers from `low` to `high` whose prime factors are at most 11: transforms of these sizes are quick."""
    sizes = {2}
    for prime in (2, 3, 5, 7, 11):
        grown = set(sizes)
        for size in sizes:
            while (size := size * prime) <= high:
                grown.add(size)
        sizes = grown
    return tuple(sorted(size for size in sizes if size >= low))


@lru_cache(maxsize=512)
def length_for(f0_hz: float, about: int) -> tuple[int, int]:
    """Frames of a loop of `about` frames or some more, and the periods of `f0_hz` in it, in tune within a quarter of a
    cent where such a length exists.
    """
    best = (about, 1, 1e9)
    for size in _quick_sizes(about, int(about * 1.5)):
        periods = max(round(size * f0_hz / SAMPLE_RATE), 1)
        error = abs(periods * SAMPLE_RATE / (size * f0_hz) - 1.0)
        if error < best[2]:
            best = (size, periods, error)
        if error < 1.5e-4:
            break
    return best[0], best[1]


@dataclass(frozen=True)
class Player:
    """One of a unison: detuned by `cents`, at `pan` from -1 (left) to 1, at `level`."""

    cents: float
    pan: float
    level: float = 1.0


Levels = Callable[[Floats], Floats]
"""Frequencies in Hz -> the level of a harmonic there."""


def unison(
    pitch: float, players: Sequence[Player], levels: Levels, rng: np.random.Generator, about: int,
    aligned: float = 1.0,
) -> Singles:  # fmt: skip
    """A loop (2, frames) in which every player sounds exact harmonics: waves that drift against each other.
    `aligned` below 1 scatters the phases of the harmonics: rounder than saws.
    """
    size, periods = length_for(hertz(pitch), about)
    per_hz = size / SAMPLE_RATE
    bins = np.zeros((2, size // 2 + 1), np.complex64)
    for player in players:
        line = periods * 2.0 ** (player.cents / 1200.0)
        number = np.arange(1, min(int(harmonics.TOP_HZ * per_hz / line), 400) + 1)
        at = np.rint(number * line).astype(np.intp)
        turns = rng.random() * number + (1.0 - aligned) * rng.random(number.size)
        # Sines of falling level make saws; cosines would make spikes.
        values = -1j * levels(number * line / per_hz) * np.exp(2j * np.pi * turns) * player.level
        _set_lines(bins, at, values, player.pan, MONO_BELOW_HZ * per_hz)
    return _sounded(bins, size)


def ensemble(
    pitch: float, levels: Levels, rng: np.random.Generator, about: int, width_cents: float = 12.0, stereo: float = 0.8,
    core: float = 3.0,
) -> Singles:  # fmt: skip
    """A loop (2, frames) of a large, blurred section: every harmonic is a cluster of lines with the standard deviation
    `width_cents`, in pairs above and below so that the mean pitch is exact, around one line of the level `core`.
    """
    f0 = hertz(pitch)
    size, periods = length_for(f0, about)
    number = np.arange(1, min(int(harmonics.TOP_HZ / f0), 300) + 1)
    # High notes in the same width of cents would flutter rather than shimmer.
    widths = number * periods * (2.0 ** (width_cents * min(1.0, (196.0 / f0) ** 0.5) / 1200.0) - 1.0)
    level: Values = levels(np.asarray(number * f0, np.float64))
    edge = MONO_BELOW_HZ * size / SAMPLE_RATE
    bins = np.zeros((2, size // 2 + 1), np.complex64)
    middle = np.rint(number * periods).astype(np.intp)
    turn = rng.random(number.size)
    _set_lines(
        bins,
        middle,
        level * core * np.exp(2j * np.pi * turn),
        0.6 * stereo * (2 * rng.random(number.size) - 1) * (1.0 - 1.0 / number),
        edge,
    )
    side = np.where(rng.random(number.size) < 0.5, -1.0, 1.0)
    for _ in range(_PAIRS):
        away = np.rint(np.abs(rng.standard_normal(number.size)) * widths).astype(np.intp)
        pan = stereo * side * rng.uniform(0.6, 1.0, number.size)
        side = -side  # as many to the left as to the right
        # A quarter turn from the middle, a pair bends the phase rather than the level: sections sway, they do not pump.
        quarter = turn + 0.25 + 0.06 * rng.standard_normal(number.size)
        swing = rng.random(number.size)
        for sign in (-1, 1):
            at = np.clip(middle + sign * away, 1, size // 2 - 1)
            _set_lines(bins, at, level * np.exp(2j * np.pi * (quarter + sign * swing)), pan, edge)
    return _sounded(bins, size)


def _set_lines(
    bins: Values, at: NDArray[np.intp], values: Values, pan: Floats | float, mono_below: float
) -> None:
    angle = (np.where(at < mono_below, 0.0, pan) + 1.0) * (np.pi / 4)
    np.add.at(bins[0], at, values * np.cos(angle))
    np.add.at(bins[1], at, values * np.sin(angle))


def _sounded(bins: Values, size: int) -> Singles:
    sound: Singles = np.fft.irfft(bins, size, axis=1).astype(np.float32, copy=False)
    # Parseval: the power is that of the lines, so the loop need not be measured.
    power = float(np.sqrt(np.vdot(bins, bins).real)) / size
    sound *= np.float32(RMS / (power + 1e-20))
    sound.setflags(write=False)
    return sound
