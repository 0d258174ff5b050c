"""A church organ: ranks of pipes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.organs.speaking import speaking
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import Note, levelled, sounded
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, joined
from klangwerk.engines.composer.instruments.strings_and_bars.series import (
    placed,
    rolled_off,
    varied_db,
)
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke, Voice, hertz

_HIGHEST_PIPE = 122.0


@dataclass(frozen=True, slots=True)
class _Rank:
    """`ratio` to 8'; what its harmonics lose an octave; level of the softest and the fullest registration; stopped
    pipes have hardly any even harmonics.
    """

    ratio: float
    slope_db: float
    soft_db: float
    full_db: float
    stopped: bool = False


_RANKS = (
    _Rank(1.0, 9.0, 0.0, 0.0),  # principal 8'
    _Rank(1.0, 15.0, -3.0, -9.0, stopped=True),  # flute 8'
    _Rank(2.0, 9.5, -14.0, -4.0),  # octave 4'
    _Rank(3.0, 11.0, -60.0, -13.0),  # quint 2 2/3'
    _Rank(4.0, 10.0, -60.0, -8.0),  # fifteenth 2'
    _Rank(0.5, 14.0, -60.0, -7.0, stopped=True),  # bourdon 16'
    _Rank(6.0, 11.0, -75.0, -15.0),  # mixture
    _Rank(8.0, 11.0, -75.0, -17.0),
)


class _Church:
    def __init__(self, character: Character) -> None:
        self._character = character
        rng = generator(character.seed, 74)
        fullness = 0.55 * character.energy + 0.45 * character.brightness + rng.uniform(-0.12, 0.12)
        self._fullness = float(np.clip(fullness, 0.0, 1.0))

    def play(self, stroke: Stroke) -> Samples:
        take = generator(self._character.seed, 75, stroke.pitch, stroke.variant)
        fixed = generator(self._character.seed, 76, stroke.pitch)
        ranks = [self._rank(number, rank, stroke, fixed, take) for number, rank in enumerate(_RANKS)]
        partials = levelled(joined(*[rank for rank in ranks if rank is not None]), window_s=0.3)
        hz = hertz(stroke.pitch)
        chiff = burst(
            take, seconds=0.09, low_hz=1.8 * hz, high_hz=min(5.0 * hz, 7000.0), attack_s=0.002, channels=2
        )
        note = Note(
            partials=partials,
            release=6.9 / 0.28 * (1.0 + 0.2 * np.minimum(partials.frequency_hz / 1000.0, 4.0)),
            rise_s=0.0008,
            noises=((0.0, chiff * np.float32(0.07)),),
            longest_s=40.0,
        )
        return sounded(note, stroke, db_at_a_third=-8.0)

    def _rank(
        self,
        number: int,
        rank: _Rank,
        stroke: Stroke,
        fixed: np.random.Generator,
        take: np.random.Generator,
    ) -> Partials | None:
        level_db = rank.soft_db + (rank.full_db - rank.soft_db) * self._fullness
        pitch = stroke.pitch + 12.0 * math.log2(rank.ratio)
        if level_db < -40.0 or pitch > _HIGHEST_PIPE:
            return None
        # no two pipes agree to a cent, but those of one footage draw each other into line
        cents = float(fixed.normal(0.0, 1.2)) if rank.ratio != 1.0 else 0.0
        n = np.arange(1.0, 25.0)
        frequency = hertz(pitch + cents / 100.0) * n
        n, frequency = n[frequency < 11_000.0], frequency[frequency < 11_000.0]
        slope_db = rank.slope_db + 2.5 * (0.8 - stroke.velocity) + 3.0 * (0.5 - self._character.brightness)
        strength = 10.0 ** ((level_db - slope_db * np.log2(n)) / 20.0)
        if rank.stopped:
            strength *= np.where(n % 2 == 0, 0.3, 1.0)
        strength *= rolled_off(frequency, from_hz=5000.0, db_per_octave=9.0) * varied_db(fixed, n.size, 2.0)
        if rank.ratio == 1.0:
            phase = 0.6 * number + take.uniform(-0.3, 0.3, n.size)
        else:
            phase = take.uniform(-math.pi, math.pi, n.size)
        # pipes stand in two towers, one whole-tone row in each
        side = 0.35 if stroke.pitch % 2 else -0.35
        amplitude = placed(strength, phase, fixed, pan=side, width=0.5)
        speaks_s = (0.006 + 0.012 * 2.0 ** ((60.0 - pitch) / 24.0)) * (1.0 + 0.6 / n)
        return speaking(Partials(frequency, np.zeros(n.size), amplitude), speaks_s)


def church(character: Character) -> Voice:
    """From principal and flute to a full plenum, by energy and brightness."""
    return _Church(character)
