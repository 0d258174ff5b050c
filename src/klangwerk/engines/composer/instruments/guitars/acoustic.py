"""Guitars with a wooden body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.guitars.fretboard import muting, on_string
from klangwerk.engines.composer.instruments.strings_and_bars.bodies import body
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import Note, levelled, sounded
from klangwerk.engines.composer.instruments.strings_and_bars.partials import joined
from klangwerk.engines.composer.instruments.strings_and_bars.plucking import Pluck, harmonics_of, plucked
from klangwerk.engines.composer.instruments.strings_and_bars.series import pan_of
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke, Voice, hertz

# the air in the hole, then the plates
_TOP = ((101.0, 14.0, 1.0), (198.0, 16.0, 0.9), (282.0, 18.0, 0.4), (410.0, 16.0, 0.5), (590.0, 12.0, 0.3))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Make:
    """`stiffness` is the inharmonicity of the six open strings; the noise is that of the finger or pick, `knock` the
    body's; the rest is as in `Pluck`, at D3.
    """

    stiffness: tuple[float, ...]
    place: float
    corner_hz: float
    db_per_octave: float
    tilt: float
    t60_s: float
    loss: float
    friction: float
    across: float
    noise: float
    noise_hz: tuple[float, float]
    knock: float
    rise_s: float


_NYLON = _Make(
    stiffness=(6e-5, 4e-5, 3e-5, 8e-5, 5e-5, 4e-5),
    place=0.26,
    corner_hz=1700.0,
    db_per_octave=10.0,
    tilt=0.9,
    t60_s=3.9,
    loss=1.6,
    friction=0.5,
    across=0.3,
    noise=0.14,
    noise_hz=(300.0, 2200.0),
    knock=0.05,
    rise_s=0.001,
)
_STEEL = _Make(
    stiffness=(1.1e-4, 7e-5, 5e-5, 4e-5, 3e-5, 2e-5),
    place=0.16,
    corner_hz=4200.0,
    db_per_octave=8.5,
    tilt=0.75,
    t60_s=5.5,
    loss=0.7,
    friction=0.1,
    across=0.35,
    noise=0.22,
    noise_hz=(900.0, 6500.0),
    knock=0.03,
    rise_s=0.0005,
)


class _AcousticGuitar:
    def __init__(self, make: _Make, salt: int, character: Character) -> None:
        self._make, self._salt, self._character = make, salt, character
        rng = generator(character.seed, 60, salt)
        self._body = body(rng, _TOP, low_hz=130.0, uneven_db=2.5)
        self._place = make.place * float(rng.uniform(0.85, 1.15))

    def play(self, stroke: Stroke) -> Samples:
        make, pitch = self._make, stroke.pitch
        fixed = generator(self._character.seed, 61, self._salt, pitch)
        take = generator(self._character.seed, 62, self._salt, pitch, stroke.variant)
        string, fret = on_string(pitch)
        pluck = Pluck(
            fundamental_hz=hertz(pitch),
            inharmonicity=make.stiffness[string] * 2.0 ** (fret / 6.0),
            place=min(self._place * 2.0 ** (fret / 12.0), 0.45),
            corner_hz=make.corner_hz
            * (0.3 + 0.9 * stroke.velocity)
            * (0.65 + 0.7 * self._character.brightness),
            db_per_octave=make.db_per_octave,
            tilt=make.tilt + 0.45 * (0.8 - stroke.velocity),
            t60_s=make.t60_s * 2.0 ** ((50 - pitch) / 20.0),
            loss=make.loss,
            friction=make.friction,
            across=make.across,
            beat_cents=1.0,
            highest_hz=11_000.0,
            pan=pan_of(pitch, 0.2),
            width=0.45,
        )
        partials = levelled(plucked(pluck, self._body.response(harmonics_of(pluck)), fixed, take))
        stopped = muting(stroke.duration_s)
        if stopped:
            partials = partials.damped(stopped * (6.0 + 8.0 * partials.frequency_hz / 1000.0))
        touch = burst(take, seconds=0.022, low_hz=make.noise_hz[0], high_hz=make.noise_hz[1], channels=2)
        knock = self._body.knock(take, make.knock * (0.4 + stroke.velocity), 2)
        note = Note(
            partials=joined(partials, knock),
            release=38.0,
            rise_s=make.rise_s,
            noises=((0.0, touch * np.float32(make.noise * (0.3 + 0.9 * stroke.velocity))),),
            longest_s=6.0,
            gain=1.15,
        )
        return sounded(note, stroke)


def nylon(character: Character) -> Voice:
    """A classical guitar, plucked with the finger."""
    return _AcousticGuitar(_NYLON, 1, character)


def steel(character: Character) -> Voice:
    """A western guitar, plucked with a pick."""
    return _AcousticGuitar(_STEEL, 2, character)
