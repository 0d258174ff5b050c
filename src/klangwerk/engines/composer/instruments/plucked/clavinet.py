"""A clavinet: strings struck from below, over magnetic pickups."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.bodies import body
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import Note, levelled, sounded
from klangwerk.engines.composer.instruments.strings_and_bars.plucking import Pluck, harmonics_of, plucked
from klangwerk.engines.composer.instruments.strings_and_bars.series import touched_at
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke, Voice, hertz


class _Clavinet:
    def __init__(self, character: Character) -> None:
        self._character = character
        rng = generator(character.seed, 31)
        self._pickup = float(rng.uniform(0.1, 0.2))
        self._case = body(rng, ((900.0, 1.2, 0.8), (2300.0, 1.5, 0.6)), low_hz=160.0, uneven_db=1.5)

    def play(self, stroke: Stroke) -> Samples:
        fixed = generator(self._character.seed, 32, stroke.pitch)
        take = generator(self._character.seed, 33, stroke.pitch, stroke.variant)
        hz = hertz(stroke.pitch)
        pluck = Pluck(
            fundamental_hz=hz,
            inharmonicity=8e-5 * 2.0 ** ((stroke.pitch - 48) / 14.0),
            place=0.09,
            corner_hz=(900.0 + 2600.0 * stroke.velocity) * (0.6 + 0.8 * self._character.brightness),
            tilt=0.55 + 0.4 * (0.8 - stroke.velocity),
            db_per_octave=9.0,
            t60_s=3.6 * 2.0 ** ((48 - stroke.pitch) / 26.0),
            loss=1.6,
            friction=0.12,
            across=0.2,
            highest_hz=9000.0,
        )
        frequency = harmonics_of(pluck)
        n = np.arange(1, frequency.size + 1, dtype=np.float64)
        response = self._case.response(frequency) * np.abs(touched_at(n, self._pickup, never_below=0.15))
        partials = levelled(plucked(pluck, response, fixed, take))
        tick = burst(take, seconds=0.012, low_hz=700.0, high_hz=4500.0) * np.float32(0.5 * stroke.velocity)
        off = burst(take, seconds=0.03, low_hz=300.0, high_hz=2500.0) * np.float32(0.12)
        note = Note(
            partials=partials,
            release=90.0,
            rise_s=0.0004,
            noises=((0.0, tick), (max(stroke.duration_s, 0.02), off)),
            longest_s=4.0,
        )
        return sounded(note, stroke)


def clavinet(character: Character) -> Voice:
    """Struck strings over magnetic pickups, damped with yarn when the key is let go."""
    return _Clavinet(character)
