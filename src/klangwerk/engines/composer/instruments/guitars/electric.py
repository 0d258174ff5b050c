"""Guitars with pickups, from clean to distorted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.guitars.amplifier import TWICE_RATE, amplified, cabinet
from klangwerk.engines.composer.instruments.guitars.fretboard import muting, on_string
from klangwerk.engines.composer.instruments.guitars.vibrato import swayed
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import (
    Note,
    closed,
    dynamic,
    glided,
    let_go,
    levelled,
    set_level,
    sounded,
)
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, Reals, ring
from klangwerk.engines.composer.instruments.strings_and_bars.plucking import Pluck, harmonics_of, plucked
from klangwerk.engines.composer.instruments.strings_and_bars.series import touched_at
from klangwerk.engines.composer.instruments.voices import (
    SAMPLE_RATE,
    Character,
    Samples,
    Stroke,
    Voice,
    hertz,
)

_STIFFNESS = (9e-5, 6e-5, 4e-5, 5e-5, 3e-5, 2e-5)
_GONE_S = 0.15
_LEAD_PITCH = 62  # below are riffs and power chords, which are held still
_VIBRATO_CENTS = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Make:
    """`place` and `pickup` are fractions of the open string; `palm` is how firmly the hand lies on it; `drive` is the
    gain before clipping, 0 for none; `bias` makes its halves unlike; `pure` weakens what makes the partials of one
    string clash there: stiffness and beats.
    """

    place: float
    pickup: float
    corner_hz: float
    t60_s: float
    loss: float
    low_cut_hz: float
    noise: float
    palm: float = 0.0
    drive: float = 0.0
    bias: float = 0.0
    pure: float = 1.0
    gain: float = 1.3


_CLEAN = _Make(place=0.17, pickup=0.21, corner_hz=5200.0, t60_s=7.0, loss=0.8, low_cut_hz=60.0, noise=0.14)
_MUTED = _Make(
    place=0.12,
    pickup=0.1,
    corner_hz=4200.0,
    t60_s=0.7,
    loss=6.0,
    low_cut_hz=90.0,
    noise=0.3,
    palm=0.8,
    gain=0.9,
)
_OVERDRIVEN = _Make(
    place=0.16,
    pickup=0.2,
    corner_hz=2600.0,
    t60_s=13.0,
    loss=0.45,
    low_cut_hz=60.0,
    noise=0.1,
    drive=9.0,
    bias=0.25,
    pure=0.25,
    gain=1.7,
)
_DISTORTED = _Make(
    place=0.14,
    pickup=0.12,
    corner_hz=2800.0,
    t60_s=14.0,
    loss=0.4,
    low_cut_hz=60.0,
    noise=0.08,
    drive=32.0,
    bias=0.15,
    pure=0.12,
    gain=1.7,
)


class _ElectricGuitar:
    def __init__(self, make: _Make, salt: int, character: Character) -> None:
        self._make, self._salt, self._character = make, salt, character
        rng = generator(character.seed, 63, salt)
        self._pickup = make.pickup * float(rng.uniform(0.85, 1.15))
        self._sways_hz = float(rng.uniform(4.8, 5.8))
        self._edge_hz = float(rng.uniform(4200.0, 4900.0)) * (0.85 + 0.3 * character.brightness)

    def play(self, stroke: Stroke) -> Samples:
        make = self._make
        fixed = generator(self._character.seed, 64, self._salt, stroke.pitch)
        take = generator(self._character.seed, 65, self._salt, stroke.pitch, stroke.variant)
        pluck = self._pluck(stroke)
        partials = levelled(plucked(pluck, self._pickups(pluck, stroke.pitch), fixed, take))
        palm = max(make.palm, self._stopped(stroke))
        if palm:
            firm = 3.0 if make.drive else 1.0  # clipping brings up what the hand has left over
            partials = partials.damped(palm * firm * (5.0 + 9.0 * partials.frequency_hz / 1000.0))
        pick = burst(take, seconds=0.014, low_hz=600.0, high_hz=4200.0)
        pick *= np.float32(make.noise * (0.3 + stroke.velocity))
        if make.drive:
            return self._driven(partials, pick, stroke)
        note = Note(
            partials=partials,
            release=50.0,
            rise_s=0.0006,
            noises=((0.0, pick),),
            longest_s=6.0,
            gain=make.gain,
        )
        return sounded(note, stroke)

    def _stopped(self, stroke: Stroke) -> float:
        """Short notes lie under the hand; hard ones on a driven guitar are accents, and open."""
        accent = float(np.clip((stroke.velocity - 0.85) / 0.1, 0.0, 1.0)) if self._make.drive else 0.0
        return muting(stroke.duration_s) * (1.0 - accent)

    def _pluck(self, stroke: Stroke) -> Pluck:
        make = self._make
        string, fret = on_string(stroke.pitch)
        return Pluck(
            fundamental_hz=hertz(stroke.pitch),
            inharmonicity=make.pure * _STIFFNESS[string] * 2.0 ** (fret / 6.0),
            place=min(make.place * 2.0 ** (fret / 12.0), 0.45),
            corner_hz=make.corner_hz
            * (1.0 - 0.4 * self._stopped(stroke))
            * (0.35 + 0.8 * stroke.velocity)
            * (0.65 + 0.7 * self._character.brightness),
            db_per_octave=11.0,
            tilt=0.75 + 0.45 * (0.8 - stroke.velocity),
            t60_s=make.t60_s * 2.0 ** ((50 - stroke.pitch) / 24.0),
            loss=make.loss,
            friction=0.12,
            across=0.25 * make.pure,
            beat_cents=0.7,
            highest_hz=7500.0,
            most=80,
        )

    def _pickups(self, pluck: Pluck, pitch: int) -> Reals:
        frequency = harmonics_of(pluck)
        n = np.arange(1, frequency.size + 1, dtype=np.float64)
        place = min(self._pickup * 2.0 ** (on_string(pitch)[1] / 12.0), 0.48)
        low_cut = (frequency / self._make.low_cut_hz) ** 2
        response = np.abs(touched_at(n, place, never_below=0.12)) * low_cut / (1.0 + low_cut)
        if self._make.drive:
            # what comes first decides what is clipped: a weak fundamental here would be a thin sound there
            return np.asarray(response**0.6 / n**0.25)
        return np.asarray(response * cabinet(frequency, self._edge_hz))

    def _driven(self, partials: Partials, pick: Samples, stroke: Stroke) -> Samples:
        make = self._make
        held = int(min(max(stroke.duration_s, 0.03), 12.0) * SAMPLE_RATE)
        frames = held + int(_GONE_S * SAMPLE_RATE)
        string = ring(partials, 2 * frames, sample_rate=TWICE_RATE, floor_db=-90.0)[0]
        if stroke.pitch >= _LEAD_PITCH:
            string = swayed(string, rate=TWICE_RATE, cents=_VIBRATO_CENTS, sways_hz=self._sways_hz)
        count = min(pick.shape[1], frames)
        string[: 2 * count] += np.float32(0.1) * np.repeat(pick[0, :count], 2)
        out = amplified(
            string,
            gain=10.0 * make.drive * (0.08 + 0.92 * stroke.velocity) * (0.6 + 0.8 * self._character.energy),
            bias=make.bias,
            period_frames=SAMPLE_RATE / hertz(stroke.pitch),
            edge_hz=self._edge_hz,
        )[None, :]
        set_level(out, 0.1, held=held)
        let_go(out, held, nepers=7.6)
        gain = make.gain * dynamic(stroke.velocity, db_at_a_third=-9.0)
        return glided(closed(out * np.float32(gain)), stroke)


def clean(character: Character) -> Voice:
    """An electric guitar through a clean amplifier."""
    return _ElectricGuitar(_CLEAN, 3, character)


def muted(character: Character) -> Voice:
    """An electric guitar, stopped with the hand, for rhythms."""
    return _ElectricGuitar(_MUTED, 4, character)


def overdriven(character: Character) -> Voice:
    """A valve amplifier at its limit."""
    return _ElectricGuitar(_OVERDRIVEN, 5, character)


def distorted(character: Character) -> Voice:
    """High gain, a closed cabinet."""
    return _ElectricGuitar(_DISTORTED, 6, character)
