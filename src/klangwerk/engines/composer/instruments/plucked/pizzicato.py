"""Bowed strings, plucked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.bodies import body
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import (
    Note,
    closed,
    dynamic,
    glided,
    levelled,
    sounded,
)
from klangwerk.engines.composer.instruments.strings_and_bars.partials import joined
from klangwerk.engines.composer.instruments.strings_and_bars.plucking import Pluck, harmonics_of, plucked
from klangwerk.engines.composer.instruments.voices import (
    SAMPLE_RATE,
    Character,
    Samples,
    Stroke,
    Voice,
    hertz,
)

_BODY = (
    (105.0, 9.0, 0.6),
    (190.0, 9.0, 0.6),
    (280.0, 10.0, 0.9),
    (450.0, 10.0, 0.7),
    (900.0, 5.0, 0.4),
)
# where each desk sits (left and right gain), how loud it is, how far it strays from the pitch
_DESKS = (((0.77, 0.64), 1.0, 0.0), ((0.36, 0.93), 0.45, 2.0), ((0.93, 0.36), 0.45, -2.0))
_LONGEST_S = 1.8


class _Pizzicato:
    """Three desks that do not quite pluck together."""

    def __init__(self, character: Character) -> None:
        self._character = character
        rng = generator(character.seed, 40)
        self._bodies = tuple(body(rng, _BODY, low_hz=100.0, uneven_db=3.0) for _ in _DESKS)

    def play(self, stroke: Stroke) -> Samples:
        take = generator(self._character.seed, 41, stroke.pitch, stroke.variant)
        # the first desk is on time: it is the onset
        starts = (0.0, *np.sort(take.uniform(0.002, 0.014, 2)))
        desks = [self._desk(number, stroke, take) for number in range(len(_DESKS))]
        places = [(int(start_s * SAMPLE_RATE), one) for start_s, one in zip(starts, desks, strict=True)]
        out = np.zeros((2, max(start + one.size for start, one in places)), dtype=np.float32)
        for (start, one), (gains, level, _) in zip(places, _DESKS, strict=True):
            for channel in range(2):
                out[channel, start : start + one.size] += np.float32(gains[channel] * level) * one
        return glided(closed(out * np.float32(1.2 * dynamic(stroke.velocity))), stroke)

    def _desk(self, number: int, stroke: Stroke, take: np.random.Generator) -> Samples:
        fixed = generator(self._character.seed, 42, stroke.pitch, number)
        pluck = Pluck(
            fundamental_hz=hertz(stroke.pitch + _DESKS[number][2] * take.uniform(0.3, 1.0) / 100.0),
            inharmonicity=1e-4 * 2.0 ** ((stroke.pitch - 60) / 12.0),
            place=0.22,
            corner_hz=(300.0 + 1200.0 * stroke.velocity) * (0.65 + 0.7 * self._character.brightness),
            db_per_octave=10.0,
            tilt=0.7 + 0.4 * (0.8 - stroke.velocity),
            t60_s=0.8 * 2.0 ** ((60 - stroke.pitch) / 22.0),
            loss=3.0,
            friction=1.2,
            across=0.12,
            most=60,
            highest_hz=6000.0,
        )
        box = self._bodies[number]
        partials = levelled(plucked(pluck, box.response(harmonics_of(pluck)), fixed, take))
        finger = burst(take, seconds=0.02, low_hz=250.0, high_hz=2200.0)
        note = Note(
            partials=joined(partials, box.knock(take, 0.05 * (0.5 + stroke.velocity), 1)),
            release=None,
            noises=((0.0, finger * np.float32(0.2)),),
            longest_s=_LONGEST_S,
            gain=2.0 ** (max(stroke.pitch - 60, 0) / 80.0),  # high ones are gone before they are heard
        )
        samples: Samples = sounded(note, replace(stroke, velocity=0.8, slide_from=None))[0]
        return samples


def pizzicato(character: Character) -> Voice:
    """A string section plucking."""
    return _Pizzicato(character)
