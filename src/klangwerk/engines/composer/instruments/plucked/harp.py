"""A concert harp."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.bodies import body
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import Note, levelled, sounded
from klangwerk.engines.composer.instruments.strings_and_bars.partials import joined
from klangwerk.engines.composer.instruments.strings_and_bars.plucking import Pluck, harmonics_of, plucked
from klangwerk.engines.composer.instruments.strings_and_bars.series import pan_of
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke, Voice, hertz

_HARP_BODY = ((105.0, 8.0, 0.5), (180.0, 9.0, 0.7), (310.0, 10.0, 0.5), (520.0, 10.0, 0.3))


class _Harp:
    def __init__(self, character: Character) -> None:
        self._character = character
        self._body = body(generator(character.seed, 37), _HARP_BODY, low_hz=120.0, uneven_db=2.0)

    def play(self, stroke: Stroke) -> Samples:
        fixed = generator(self._character.seed, 38, stroke.pitch)
        take = generator(self._character.seed, 39, stroke.pitch, stroke.variant)
        bright = 0.65 + 0.7 * self._character.brightness
        pluck = Pluck(
            fundamental_hz=hertz(stroke.pitch),
            inharmonicity=5e-5 * 2.0 ** ((stroke.pitch - 48) / 12.0),
            place=0.36,
            corner_hz=(350.0 + 1100.0 * stroke.velocity) * bright * 2.0 ** ((stroke.pitch - 60) / 24.0),
            db_per_octave=10.0,
            tilt=0.8 + 0.5 * (0.8 - stroke.velocity),
            t60_s=4.2 * 2.0 ** ((55 - stroke.pitch) / 20.0),
            loss=0.9,
            friction=0.25,
            across=0.35,
            beat_cents=1.0,
            pan=pan_of(stroke.pitch, 0.4),
            width=0.4,
        )
        partials = levelled(plucked(pluck, self._body.response(harmonics_of(pluck)), fixed, take))
        finger = burst(take, seconds=0.02, low_hz=300.0, high_hz=2500.0, channels=2)
        note = Note(
            partials=joined(partials, self._body.knock(take, 0.02 + 0.03 * stroke.velocity, 2)),
            release=1.2,
            rise_s=0.0012,
            noises=((0.0, finger * np.float32(0.12 * (0.4 + stroke.velocity))),),
            longest_s=5.0,
            gain=1.3,
        )
        return sounded(note, stroke)


def harp(character: Character) -> Voice:
    """A concert harp, whose strings ring on."""
    return _Harp(character)
