"""An organ of tone wheels with nine drawbars, through a rotating loudspeaker."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.organs.rotary import drum, horn
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import (
    closed,
    dynamic,
    glided,
    let_go,
    levelled,
    risen,
)
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, joined, ring
from klangwerk.engines.composer.instruments.strings_and_bars.series import centred, varied_db
from klangwerk.engines.composer.instruments.voices import (
    SAMPLE_RATE,
    Character,
    Samples,
    Stroke,
    Voice,
    hertz,
)

_FOOTAGES = np.array([0.5, 1.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0])
# 0 to 8 as on the instrument, from mellow to full
_REGISTRATIONS = (
    (6, 0, 8, 4, 0, 0, 0, 0, 0),
    (6, 3, 8, 2, 0, 0, 0, 0, 0),
    (7, 6, 8, 4, 0, 2, 0, 0, 0),
    (6, 4, 8, 6, 3, 4, 0, 0, 0),
    (6, 6, 8, 8, 2, 4, 0, 0, 5),
    (6, 6, 8, 8, 6, 5, 2, 2, 5),
    (7, 7, 8, 8, 6, 7, 5, 5, 7),
)
_STEP_DB = 3.0
_HIGHEST_WHEEL_HZ = 5925.0
_CROSSOVER_HZ = 800.0
_GONE_S = 0.03
_RISE_FRAMES = 70


class _Drawbar:
    def __init__(self, character: Character) -> None:
        self._character = character
        rng = generator(character.seed, 71)
        want = 0.55 * character.brightness + 0.45 * character.energy + float(rng.uniform(-0.18, 0.18))
        index = int(np.clip(round(want * (len(_REGISTRATIONS) - 1)), 0, len(_REGISTRATIONS) - 1))
        self._drawn = np.array(_REGISTRATIONS[index], dtype=np.float64)
        fast = character.energy > 0.45
        self._horn_hz = float(rng.uniform(6.2, 6.9) if fast else rng.uniform(0.7, 0.9))
        self._drum_hz = float(rng.uniform(5.3, 5.9) if fast else rng.uniform(0.6, 0.75))
        self._percussion = 0.5 if index <= 3 and rng.random() < 0.6 else 0.0

    def play(self, stroke: Stroke) -> Samples:
        take = generator(self._character.seed, 72, stroke.pitch, stroke.variant)
        partials = levelled(self._wheels(stroke, take), window_s=0.3)
        held = int(max(stroke.duration_s, 0.03) * SAMPLE_RATE)
        frames = held + int(_GONE_S * SAMPLE_RATE)
        high = partials.frequency_hz >= _CROSSOVER_HZ
        below, above = (self._valve(_part(partials, which, frames)) for which in (~high, high))
        out = drum(below, turns_hz=self._drum_hz, depth=0.1)
        out += horn(above, turns_hz=self._horn_hz, delay_s=0.00012, depth=0.35)
        # nine contacts close one after the other, in the middle of a wave
        click = burst(take, seconds=0.006, low_hz=900.0, high_hz=5000.0)
        count = min(click.shape[1], frames)
        out[:, :count] += np.float32(0.045 * (0.4 + 0.8 * self._character.energy)) * click[:, :count]
        let_go(out, held, nepers=8.0)
        risen(out, _RISE_FRAMES)
        gain = 1.3 * dynamic(stroke.velocity, db_at_a_third=-8.0)
        return glided(closed(out * np.float32(gain)), stroke)

    def _valve(self, mono: Samples) -> Samples:
        """The amplifier in the loudspeaker's foot: the more energy, the nearer to its limit."""
        if self._character.energy <= 0.5:
            return mono
        drive = np.float32(12.0 * (self._character.energy - 0.5))
        limited: Samples = np.tanh(mono * drive) / drive
        return limited

    def _wheels(self, stroke: Stroke, take: np.random.Generator) -> Partials:
        fixed = generator(self._character.seed, 73, stroke.pitch)
        hz = hertz(stroke.pitch)
        frequency = hz * _FOOTAGES
        while np.any(frequency > _HIGHEST_WHEEL_HZ):  # there are no wheels above: the octave folds back
            frequency = np.where(frequency > _HIGHEST_WHEEL_HZ, frequency / 2.0, frequency)
        strength = np.where(self._drawn > 0.0, 10.0 ** ((self._drawn - 8.0) * _STEP_DB / 20.0), 0.0)
        strength *= varied_db(fixed, strength.size, 0.8)
        # the pedal changes the highs most, and its player plays louder and fuller at once
        strength *= np.where(_FOOTAGES > 1.6, 10.0 ** (9.0 * (stroke.velocity - 0.8) / 20.0), 1.0)
        steady = np.zeros(strength.size)
        phase = _matching(frequency, take.uniform(-math.pi, math.pi, strength.size))
        every = [Partials(frequency, steady, centred(strength, phase))]
        # a valve stage, and wheels that are not quite round
        warmth = 0.06 + 0.1 * stroke.velocity * self._character.energy
        every.append(Partials(2.0 * frequency, steady, centred(warmth * strength, 2.0 * phase)))
        every.append(Partials(3.0 * frequency, steady, centred(0.7 * warmth * strength, 3.0 * phase)))
        if self._percussion:
            at_hz = np.array([2.0 * hz if 2.0 * hz < _HIGHEST_WHEEL_HZ else hz])
            every.append(Partials(at_hz, np.array([11.0]), centred(np.array([self._percussion]), phase[3])))
        return joined(*every)


def _matching(frequency: NDArray[np.float64], phase: NDArray[np.float64]) -> NDArray[np.float64]:
    """Drawbars that share a wheel share its phase."""
    same = np.isclose(frequency[:, None], frequency[None, :], rtol=1e-6)
    return np.asarray(phase[np.argmax(same, axis=1)])


def _part(partials: Partials, which: NDArray[np.bool_], frames: int) -> Samples:
    chosen = Partials(partials.frequency_hz[which], partials.decay[which], partials.amplitude[:, which])
    return ring(chosen, frames)


def drawbar(character: Character) -> Voice:
    """Tone wheels through a rotating loudspeaker, slow or fast by energy."""
    return _Drawbar(character)
