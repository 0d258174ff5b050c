"""Plucked bass strings: electric under a pickup, and the double bass with its body.

Harmonic k of a string plucked at a share p of its length has the level sin(pi k p) / k; a pickup at q hears its
velocity, sin(pi k q) k times that. Losses grow with frequency, stiffness stretches the partials.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.basses.touch import Touch, click, knock, thump
from klangwerk.engines.composer.instruments.synthesis import envelopes, filters, harmonics, pitch
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Values
from klangwerk.engines.composer.instruments.synthesis.subtractive import Subtractive
from klangwerk.engines.composer.instruments.voices import Character, Voice

DOUBLE_BASS: filters.Peaks = (
    (62.0, 22.0, 0.7), (98.0, 25.0, 1.0), (118.0, 35.0, 0.8), (170.0, 50.0, 0.9), (235.0, 70.0, 0.7),
    (390.0, 140.0, 0.5), (620.0, 250.0, 0.35), (1100.0, 500.0, 0.2),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class String:
    """A way to play a string. Places are shares of its length; `softness_hz` is where what plucks rounds the wave off
    at velocity 0.7, and velocity moves it by `slope` octaves in all; `ring_s` is the time constant of the fundamental,
    `loss_hz` where it is halved; `tilt` is the exponent by which levels fall. `bloom` holds the upper partials back
    at first, `metal` is the clang of frets, `weight` adds to the lowest harmonics.
    """

    pluck: float
    pickup: float | None
    softness_hz: float
    slope: float
    ring_s: float
    loss_hz: float
    stiffness: float
    tilt: float
    bloom: float = 0.0
    weight: float = 0.0
    metal: float = 0.0
    body: filters.Peaks = ()

    def spectrum(self, note: Note, hz: Floats, seconds: Floats) -> Values:
        """The partials as they decay; they turn against the harmonics as far as they are sharp of them."""
        number = harmonics.numbers(hz)
        rng = np.random.default_rng([note.stroke.pitch, note.stroke.variant, 5])
        place, softness, *_ = 1.0 + np.array([0.12, 0.1]) * rng.uniform(-1, 1, 2)
        uneven = rng.uniform(-1, 1, (2, *number.shape)).astype(np.float32)
        hard = 2.0 ** (self.slope * (note.velocity - 0.7) + 1.2 * (note.character.brightness - 0.5))
        levels = self._plucked(number, float(place))
        levels *= filters.low_pass_level(hz, float(self.softness_hz * hard * softness), 3.0)
        if self.body:
            levels *= filters.resonances(hz, self.body, 0.25)
        rate = (1.0 + (hz / self.loss_hz) ** 1.15) / self.ring_s
        decay = np.exp(-seconds * rate * (1.0 + 0.25 * uneven[0]))
        if self.bloom:
            decay *= 1.0 - self.bloom * np.exp(-seconds / 0.045) * (number > 1.5)
        if self.metal:
            clang = 0.25 * self.metal * hard * np.exp(-(((hz - 3300.0) / 1900.0) ** 2)) * number**-0.35
            levels = levels + clang * np.exp(-seconds / 0.05)
        sharp = hz * (np.sqrt((1.0 + self.stiffness * number**2) / (1.0 + self.stiffness)) - 1.0)
        turn = 2 * np.pi * np.minimum(sharp, 45.0) * seconds + 0.6 * uneven[1] * (number > 2.5)
        damped = np.exp(-np.maximum(seconds - note.held_s, 0.0) * hz / 12.0)
        return np.asarray(-1j * levels * decay * np.exp(1j * turn) * damped)

    def _plucked(self, number: Values, place: float) -> Values:
        levels: Values = np.abs(np.sin(np.pi * number * self.pluck * place)) * 0.9 + 0.1
        if self.pickup is not None:
            levels *= np.abs(np.sin(np.pi * number * self.pickup)) * 0.85 + 0.15
        return levels * number**-self.tilt * (1.0 + self.weight / number**2)


FINGER = String(
    pluck=0.19, pickup=0.26, softness_hz=900.0, slope=2.6, ring_s=2.6, loss_hz=480.0, stiffness=4e-5, tilt=0.75,
    weight=0.3,
)  # fmt: skip
PICK = String(
    pluck=0.1, pickup=0.22, softness_hz=2300.0, slope=2.2, ring_s=2.2, loss_hz=800.0, stiffness=4e-5, tilt=0.6,
    weight=0.9,
)  # fmt: skip
SLAP = String(
    pluck=0.07, pickup=0.12, softness_hz=2600.0, slope=2.4, ring_s=1.7, loss_hz=900.0, stiffness=5e-5, tilt=0.62,
    weight=2.6, metal=0.9,
)  # fmt: skip
UPRIGHT = String(
    pluck=0.24, pickup=None, softness_hz=620.0, slope=2.4, ring_s=0.75, loss_hz=420.0, stiffness=3e-5, tilt=0.9,
    bloom=0.35, body=DOUBLE_BASS,
)  # fmt: skip


def finger(character: Character) -> Voice:
    """An electric bass, plucked with fingers."""
    return _electric(character, FINGER, Touch(thump, 0.10, 0.009), attack_s=0.003, drive=0.55, top_hz=5000.0)


def pick(character: Character) -> Voice:
    """An electric bass with a pick through a warm amplifier."""
    return _electric(character, PICK, Touch(click, 0.14, 0.005), attack_s=0.0015, drive=1.0, top_hz=8000.0)


def slap(character: Character) -> Voice:
    """A bass whose string is struck against the frets."""
    return _electric(character, SLAP, Touch(click, 0.30, 0.008), attack_s=0.0015, drive=0.8, top_hz=11_000.0)


def upright(character: Character) -> Voice:
    """A double bass, plucked: a dark knock, then the body blooms."""
    return Subtractive(
        character=character,
        spectrum=UPRIGHT.spectrum,
        envelope=lambda note: envelopes.adsr(note, 0.005, 3.0, 0.2),
        release_s=0.16,
        bend=lambda note: pitch.settle(note, 14.0 * note.velocity, 0.05),
        attack_noise=Touch(knock, 0.20, 0.016),
        top_hz=4500.0,
        slide_s=0.1,
    )


def _electric(
    character: Character, string: String, touch: Touch, *, attack_s: float, drive: float, top_hz: float
) -> Subtractive:  # fmt: skip
    return Subtractive(
        character=character,
        spectrum=string.spectrum,
        envelope=lambda note: envelopes.adsr(note, attack_s, 4.0, 0.3),
        release_s=0.09,
        bend=lambda note: pitch.settle(note, 9.0 * note.velocity, 0.03),
        attack_noise=touch,
        drive=drive,
        top_hz=top_hz,
        slide_s=0.09,
    )
