"""An electric piano with tines: a struck rod before a magnetic pickup."""

from __future__ import annotations

import math

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import (
    closed,
    dynamic,
    glided,
    risen,
    set_level,
)
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, ring
from klangwerk.engines.composer.instruments.strings_and_bars.series import centred
from klangwerk.engines.composer.instruments.voices import (
    SAMPLE_RATE,
    Character,
    Samples,
    Stroke,
    Voice,
    hertz,
)

_LEVEL = 0.12  # RMS of the first quarter of a second


class _Tine:
    def __init__(self, character: Character) -> None:
        rng = generator(character.seed, 21)
        self._character = character
        self._tremolo_hz = float(rng.uniform(4.2, 5.6))
        self._tremolo = float(rng.uniform(0.12, 0.3))
        self._offset = float(rng.uniform(0.25, 0.45))

    def play(self, stroke: Stroke) -> Samples:
        take = generator(self._character.seed, 23, stroke.pitch, stroke.variant)
        held = max(int(stroke.duration_s * SAMPLE_RATE), 400)
        heard = self._picked_up(self._swinging(stroke, held, take), hertz(stroke.pitch))
        set_level(heard, _LEVEL, held=held)
        noise = burst(take, seconds=0.03, low_hz=250.0, high_hz=1800.0)[0]
        count = min(noise.size, heard.size)
        heard[:count] += np.float32(_LEVEL * 0.12 * (0.4 + stroke.velocity)) * noise[:count]
        # the hammer's tip stays on the tine for a moment
        rise = int(SAMPLE_RATE * 0.0016 * 2.0 ** ((60 - stroke.pitch) / 36.0) * (1.4 - 0.5 * stroke.velocity))
        risen(heard, rise)
        time = np.arange(heard.size, dtype=np.float32) / np.float32(SAMPLE_RATE)
        sway = np.float32(self._tremolo) * np.sin(np.float32(2.0 * math.pi * self._tremolo_hz) * time)
        out = np.stack((heard * (1.0 + sway), heard * (1.0 - sway)))
        return glided(closed(out * np.float32(dynamic(stroke.velocity))), stroke)

    def _swinging(self, stroke: Stroke, held: int, take: np.random.Generator) -> Samples:
        """Where the tine's end is, 1 being far: the rod, its tone bar a little beside it, and two bell-like modes."""
        fixed = generator(self._character.seed, 22, stroke.pitch)
        t60_s = 9.0 * 2.0 ** ((52 - stroke.pitch) / 22.0)
        ratios = np.array([1.0, 1.0, 6.27 * fixed.uniform(0.98, 1.02), 17.55 * fixed.uniform(0.98, 1.02)])
        ratios[1] *= 2.0 ** (fixed.uniform(0.4, 1.0) / 1200.0)
        bell = 0.05 * (0.4 + self._character.brightness) * stroke.velocity**0.5
        strength = np.array([0.9, 0.1, bell, bell * 0.25]) * stroke.velocity**0.9 * take.uniform(0.96, 1.04)
        decay = np.array([6.9 / t60_s, 3.0 / t60_s, 14.0, 30.0])
        tine = Partials(hertz(stroke.pitch) * ratios, decay, centred(strength, -math.pi / 2.0))
        release_s = 0.22 * 2.0 ** ((52 - stroke.pitch) / 40.0)
        longest = int(min(t60_s * 0.9, 7.0) * SAMPLE_RATE)
        total = min(held + int(release_s * 1.15 * SAMPLE_RATE), longest)
        swung: Samples = ring(tine, total, floor_db=-96.0)[0]
        if total > held:
            since = np.arange(total - held, dtype=np.float32) / np.float32(SAMPLE_RATE)
            # the damper sinks in: a sudden bend here would be a click behind the pickup
            swung[held:] *= np.exp(np.float32(-6.9 / release_s) * since * since / (since + np.float32(0.008)))
        return swung

    def _picked_up(self, swung: Samples, hz: float) -> Samples:
        """What the coil hears: changes of a field that is narrow and a little to the side, hence even harmonics and the
        bark of large swings.
        """
        width = 1.05 - 0.35 * self._character.brightness
        where = (swung * np.float32(0.88) - np.float32(self._offset)) / np.float32(width)
        flux = 1.0 / (1.0 + where * where)
        heard = np.diff(flux, prepend=flux[:1]) / np.float32(2.0 * math.pi * hz / SAMPLE_RATE)
        return np.asarray(heard, dtype=np.float32)


def tine(character: Character) -> Voice:
    """Mellow when touched softly, barking when struck, with a gentle stereo tremolo."""
    return _Tine(character)
