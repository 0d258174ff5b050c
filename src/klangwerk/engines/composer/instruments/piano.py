"""Grand and felt piano: stiff strings in groups of two and three, hammers, dampers, a soundboard."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.bodies import Body, body
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import (
    Note,
    levelled,
    sounded,
)
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, Reals, joined
from klangwerk.engines.composer.instruments.strings_and_bars.series import (
    pan_of,
    placed,
    stiff,
    touched_at,
    varied_db,
)
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke, Voice, hertz

_SOUNDBOARD = (
    (62.0, 9.0, 0.8),
    (98.0, 11.0, 0.7),
    (151.0, 12.0, 0.6),
    (233.0, 14.0, 0.5),
    (360.0, 14.0, 0.4),
)
_LAST_DAMPER = 89


@dataclass(frozen=True, slots=True, kw_only=True)
class _Make:
    """What tells one piano from another.

    `slope_db` is what a kilohertz loses when the hammer strikes at 0.8, `softness` how much more it loses at low
    velocities; `mechanics` is the noise of hammer and key beside the note; `after` the slow second stage.
    """

    slope_db: float
    softness: float
    mechanics: float
    noise_hz: float
    after: float
    mistuned_cents: float
    sustain: float
    width: float
    rise_s: float


_GRAND = _Make(
    slope_db=8.5,
    softness=11.0,
    mechanics=0.16,
    noise_hz=1600.0,
    after=0.2,
    mistuned_cents=0.5,
    sustain=1.0,
    width=0.7,
    rise_s=0.0012,
)
_FELT = _Make(
    slope_db=17.0,
    softness=11.0,
    mechanics=0.4,
    noise_hz=700.0,
    after=0.26,
    mistuned_cents=1.1,
    sustain=0.7,
    width=0.5,
    rise_s=0.004,
)


class _Piano:
    def __init__(self, make: _Make, character: Character) -> None:
        self._make = make
        self._character = character
        rng = generator(character.seed, 11)
        self._body: Body = body(rng, _SOUNDBOARD, low_hz=70.0, uneven_db=2.2)
        self._damper = burst(rng, seconds=0.07, low_hz=90.0, high_hz=500.0, attack_s=0.006, channels=2)
        self._damper *= np.float32(0.22 * make.mechanics)

    def play(self, stroke: Stroke) -> Samples:
        make = self._make
        fixed = generator(self._character.seed, 12, stroke.pitch)
        take = generator(self._character.seed, 13, stroke.pitch, stroke.variant)
        partials = levelled(self._strings(stroke, fixed, take))
        knock = self._body.knock(take, 0.125 * make.mechanics * stroke.velocity**0.5, 2)
        noise = burst(
            take,
            seconds=0.043 if stroke.pitch > 48 else 0.088,
            low_hz=180.0,
            high_hz=make.noise_hz * (0.5 + stroke.velocity),
            channels=2,
        )
        level = make.mechanics * 2.0 ** ((stroke.pitch - 60) / 30.0) * (0.5 + 0.6 * stroke.velocity)
        release: Reals | float | None = None
        if stroke.pitch <= _LAST_DAMPER:
            damper = 26.0 + 0.6 * (stroke.pitch - 40)
            release = damper * (1.0 + 0.5 * np.minimum(partials.frequency_hz / 1000.0, 3.0))
            release = np.concatenate((release, np.zeros(knock.frequency_hz.size)))
        note = Note(
            partials=joined(partials, knock),
            release=release,
            rise_s=make.rise_s * 2.0 ** ((60 - stroke.pitch) / 24.0) * (1.3 - 0.5 * stroke.velocity),
            noises=(
                (0.0, noise * np.float32(level)),
                (max(stroke.duration_s, 0.02), self._damper),
            ),
            longest_s=9.0,
        )
        return sounded(note, stroke)

    def _strings(self, stroke: Stroke, fixed: np.random.Generator, take: np.random.Generator) -> Partials:
        make, pitch = self._make, stroke.pitch
        # inharmonicity of a medium grand: wound bass below, plain treble above
        # (Rauhala, Lehtonen, Valimaki, "Fast automatic inharmonicity estimation", 2007, gives its two slopes)
        inharmonicity = math.exp(0.0926 * pitch - 13.64) + math.exp(-0.0847 * pitch - 5.82)
        stretch_cents = 4.0 * ((pitch - 64) / 44.0) ** 3
        fundamental = hertz(pitch + stretch_cents / 100.0)
        n, frequency = stiff(fundamental, inharmonicity, highest_hz=9500.0, most=72)
        f_khz = frequency / 1000.0
        bright = 1.25 - 0.5 * self._character.brightness
        slope = (make.slope_db + make.softness * (0.8 - stroke.velocity)) * bright
        above = f_khz - f_khz[0] * 0.5
        loss_db = slope * above * 2.0 ** ((60 - pitch) / 60.0) + 1.5 * np.log2(n)
        strength = np.abs(touched_at(n, 0.122, never_below=0.1)) ** 0.7 * 10.0 ** (-loss_db / 20.0)
        strength *= self._body.response(frequency)
        strength *= varied_db(fixed, n.size, 2.0) * varied_db(take, n.size, 0.5)
        t60_s = make.sustain * 6.5 * 2.0 ** ((60 - pitch) / 17.0 if pitch > 60 else (60 - pitch) / 30.0)
        decay = 6.9 / t60_s + 0.5 * f_khz + 0.16 * f_khz**2
        decay *= np.exp(fixed.normal(0.0, 0.25, n.size))
        phase = np.full(n.size, -math.pi / 2.0) + take.uniform(-0.3, 0.3, n.size)
        pan, width = pan_of(pitch, 0.35), make.width
        first = Partials(frequency, decay, placed(strength, phase, fixed, pan=pan, width=width))
        few = min(n.size, 20)
        afters = []
        for sign in (1.0, -1.0) if pitch > 40 else (1.0,):
            cents = sign * make.mistuned_cents * fixed.uniform(0.4, 1.2, few)
            slow = make.after * strength[:few] * np.exp(fixed.normal(0.0, 0.35, few))
            turned = phase[:few] + fixed.uniform(-1.4, 1.4, few)
            afters.append(
                Partials(
                    frequency[:few] * 2.0 ** (cents / 1200.0),
                    decay[:few] * fixed.uniform(0.25, 0.4, few),
                    placed(slow, turned, fixed, pan=-pan * sign * 0.5, width=width),
                )
            )
        if pitch < 52:
            afters.append(_clang(fundamental, float(strength.max()) * stroke.velocity**2, fixed))
        return joined(first, *afters)


def _clang(fundamental_hz: float, strength: float, fixed: np.random.Generator) -> Partials:
    """Wound strings hit hard also swing along their length, out of tune with all else."""
    frequency = fundamental_hz * fixed.uniform(13.0, 15.5) * np.array([1.0, 2.02])
    gain = strength * np.array([0.02, 0.008])
    return Partials(frequency, np.array([14.0, 22.0]), placed(gain, np.zeros(2), fixed, pan=0.0, width=0.5))


def grand(character: Character) -> Voice:
    """A concert grand, microphones near the strings."""
    return _Piano(_GRAND, character)


def felt(character: Character) -> Voice:
    """An upright with the strip of felt before its strings: dull, close, with the mechanics to be heard."""
    return _Piano(_FELT, character)
