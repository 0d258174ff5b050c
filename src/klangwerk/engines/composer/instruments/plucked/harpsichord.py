"""A harpsichord: strings plucked by quills."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.bodies import body
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import Note, levelled, sounded
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, joined
from klangwerk.engines.composer.instruments.strings_and_bars.plucking import Pluck, harmonics_of, plucked
from klangwerk.engines.composer.instruments.strings_and_bars.series import pan_of
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke, Voice, hertz

_CASE = ((120.0, 9.0, 0.4), (210.0, 11.0, 0.4), (420.0, 12.0, 0.3))


class _Harpsichord:
    def __init__(self, character: Character) -> None:
        self._character = character
        rng = generator(character.seed, 34)
        self._case = body(rng, _CASE, low_hz=110.0, uneven_db=2.5)
        self._four_foot = 0.35 if rng.random() < 0.4 + 0.4 * character.energy else 0.0

    def play(self, stroke: Stroke) -> Samples:
        fixed = generator(self._character.seed, 35, stroke.pitch)
        take = generator(self._character.seed, 36, stroke.pitch, stroke.variant)
        choirs = [self._choir(stroke, stroke.pitch, fixed, take, 0.11)]
        if self._four_foot and stroke.pitch <= 79:
            choirs.append(self._choir(stroke, stroke.pitch + 12, fixed, take, 0.16).scaled(self._four_foot))
        partials = levelled(joined(*choirs))
        knock = self._case.knock(take, 0.02, 2)
        click = burst(take, seconds=0.015, low_hz=1200.0, high_hz=7000.0, channels=2)
        jack = burst(take, seconds=0.05, low_hz=250.0, high_hz=1800.0, channels=2)
        note = Note(
            partials=joined(partials, knock),
            release=45.0,
            rise_s=0.0004,
            noises=(
                (0.0, click * np.float32(0.25)),
                (max(stroke.duration_s, 0.02), jack * np.float32(0.08)),
            ),
            longest_s=6.0,
        )
        return sounded(note, stroke, db_at_a_third=-8.0)

    def _choir(
        self,
        stroke: Stroke,
        pitch: int,
        fixed: np.random.Generator,
        take: np.random.Generator,
        place: float,
    ) -> Partials:
        bright = 0.6 + 0.8 * self._character.brightness
        pluck = Pluck(
            fundamental_hz=hertz(pitch),
            inharmonicity=4e-5 * 2.0 ** ((pitch - 48) / 10.0),
            place=place,
            corner_hz=(3200.0 + 2600.0 * stroke.velocity) * bright,
            db_per_octave=9.0,
            tilt=0.45 + 0.2 * (0.8 - stroke.velocity),
            t60_s=6.0 * 2.0 ** ((48 - pitch) / 22.0),
            loss=0.45,
            friction=0.05,
            across=0.3,
            beat_cents=0.5,
            highest_hz=12_000.0,
            most=100,
            pan=pan_of(pitch, 0.25),
            width=0.5,
        )
        return plucked(pluck, self._case.response(harmonics_of(pluck)), fixed, take)


def harpsichord(character: Character) -> Voice:
    """One choir of strings, in some tracks with a second an octave above; touch changes little, as on a real one."""
    return _Harpsichord(character)
