"""An accordion: free reeds, two of them beating against the third."""

from __future__ import annotations

import math

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


class _Accordion:
    def __init__(self, character: Character) -> None:
        self._character = character
        rng = generator(character.seed, 77)
        self._wet_cents = float(rng.uniform(6.0, 14.0))
        self._bassoon = 0.35 if rng.random() < 0.4 else 0.0

    def play(self, stroke: Stroke) -> Samples:
        take = generator(self._character.seed, 78, stroke.pitch, stroke.variant)
        fixed = generator(self._character.seed, 79, stroke.pitch)
        # beats are as quick in the treble as in the middle: in cents they narrow
        wet = self._wet_cents * 2.0 ** ((66 - stroke.pitch) / 30.0)
        reeds = [(0.0, 1.0, 0.0), (wet, 0.45, 0.55), (-wet, 0.43, -0.55)]
        if self._bassoon and stroke.pitch >= 55:
            reeds.append((-1200.0, self._bassoon, 0.0))
        partials = levelled(joined(*[self._reed(stroke, reed, fixed, take) for reed in reeds]), window_s=0.3)
        air = burst(take, seconds=0.12, low_hz=900.0, high_hz=5000.0, attack_s=0.02, channels=2)
        clack = burst(take, seconds=0.02, low_hz=300.0, high_hz=2500.0, channels=2)
        note = Note(
            partials=partials,
            release=6.9 / 0.09,
            rise_s=0.0008,
            noises=((0.0, air * np.float32(0.03)), (0.0, clack * np.float32(0.05))),
            longest_s=40.0,
        )
        return sounded(note, stroke, db_at_a_third=-11.0)

    def _reed(
        self,
        stroke: Stroke,
        reed: tuple[float, float, float],
        fixed: np.random.Generator,
        take: np.random.Generator,
    ) -> Partials:
        cents, level, pan = reed
        n = np.arange(1.0, 65.0)
        frequency = hertz(stroke.pitch + cents / 100.0) * n
        n, frequency = n[frequency < 9000.0], frequency[frequency < 9000.0]
        slope_db = 5.5 - 2.0 * (self._character.brightness - 0.5) + 6.0 * (0.8 - stroke.velocity)
        strength = level * 10.0 ** (-slope_db * np.log2(n) / 20.0) * varied_db(fixed, n.size, 1.5)
        strength *= rolled_off(frequency, from_hz=2600.0, db_per_octave=11.0)
        # the cassotto, a chamber that the reeds speak into
        strength *= 1.0 + 0.6 * np.exp(-((np.log2(frequency / 1300.0) / 0.5) ** 2))
        phase = take.uniform(-math.pi, math.pi, n.size)
        phase[:2] *= 0.2  # or one note in three would begin in the trough of its beats
        amplitude = placed(strength, phase, fixed, pan=pan, width=0.2)
        return speaking(Partials(frequency, np.zeros(n.size), amplitude), 0.01 + 0.018 / np.sqrt(n))


def accordion(character: Character) -> Voice:
    """Three reeds a note, more or less wet; in some tracks a fourth an octave below."""
    return _Accordion(character)
