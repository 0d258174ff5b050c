"""Bars, tongues and combs: vibraphone, marimba, kalimba, music box."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.note import (
    Note,
    levelled,
    sounded,
)
from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, joined
from klangwerk.engines.composer.instruments.strings_and_bars.series import (
    pan_of,
    placed,
    rolled_off,
)
from klangwerk.engines.composer.instruments.voices import (
    SAMPLE_RATE,
    Character,
    Samples,
    Stroke,
    Voice,
    hertz,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    """Modes as (ratio, level in dB, T60 as a part of the first one's); `t60_s` at middle C, halved every `halved_every`
    semitones; `corner_hz` of the mallet at full velocity; noise of the touch; `release_s` None rings on.
    """

    modes: tuple[tuple[float, float, float], ...]
    t60_s: float
    halved_every: float
    corner_hz: float
    corner_rise: float
    noise: float
    noise_s: float
    noise_hz: tuple[float, float]
    release_s: float | None
    longest_s: float
    rise_s: float
    beat_cents: float
    knock: tuple[tuple[float, float, float], ...] = ()
    tremolo: bool = False
    gain: float = 1.0


_VIBRAPHONE = _Bar(
    modes=((1.0, 0.0, 1.0), (3.98, -12.0, 0.22), (9.85, -22.0, 0.07), (16.9, -32.0, 0.04)),
    t60_s=8.0,
    halved_every=22.0,
    corner_hz=2400.0,
    corner_rise=30.0,
    noise=0.1,
    noise_s=0.02,
    noise_hz=(400.0, 2500.0),
    release_s=0.45,
    longest_s=6.0,
    rise_s=0.0015,
    beat_cents=0.4,
    tremolo=True,
    gain=1.7,
)
_MARIMBA = _Bar(
    modes=((1.0, 0.0, 1.0), (3.93, -14.0, 0.22), (9.2, -20.0, 0.1), (16.2, -30.0, 0.06)),
    t60_s=1.5,
    halved_every=17.0,
    corner_hz=1500.0,
    corner_rise=24.0,
    noise=0.3,
    noise_s=0.03,
    noise_hz=(200.0, 1600.0),
    release_s=None,
    longest_s=3.0,
    rise_s=0.0012,
    beat_cents=0.3,
    knock=((170.0, 6.0, 0.03), (410.0, 7.0, 0.02)),
    gain=1.15,
)
_KALIMBA = _Bar(
    modes=((1.0, 0.0, 1.0), (2.0, -26.0, 0.6), (5.45, -13.0, 0.26), (14.2, -27.0, 0.1)),
    t60_s=2.2,
    halved_every=26.0,
    corner_hz=2600.0,
    corner_rise=30.0,
    noise=0.28,
    noise_s=0.025,
    noise_hz=(300.0, 3500.0),
    release_s=None,
    longest_s=3.5,
    rise_s=0.0008,
    beat_cents=0.8,
    knock=((185.0, 7.0, 0.06), (330.0, 8.0, 0.03), (620.0, 9.0, 0.02)),
    gain=1.2,
)
_MUSIC_BOX = _Bar(
    modes=((1.0, 0.0, 1.0), (2.0, -20.0, 0.5), (6.27, -11.0, 0.35), (17.5, -24.0, 0.15)),
    t60_s=2.8,
    halved_every=22.0,
    corner_hz=6500.0,
    corner_rise=40.0,
    noise=0.14,
    noise_s=0.012,
    noise_hz=(1800.0, 8000.0),
    release_s=None,
    longest_s=3.5,
    rise_s=0.0005,
    beat_cents=1.0,
    knock=((520.0, 9.0, 0.02), (1150.0, 10.0, 0.02)),
    gain=1.4,
)


class _Bars:
    def __init__(self, bar: _Bar, salt: int, character: Character) -> None:
        self._bar, self._salt, self._character = bar, salt, character
        rng = generator(character.seed, 50, salt)
        self._motor_hz = float(rng.uniform(3.4, 5.2))
        self._motor_depth = float(rng.uniform(0.18, 0.38)) if bar.tremolo else 0.0

    def play(self, stroke: Stroke) -> Samples:
        bar, pitch = self._bar, stroke.pitch
        fixed = generator(self._character.seed, 51, self._salt, pitch)
        take = generator(self._character.seed, 52, self._salt, pitch, stroke.variant)
        hz = hertz(pitch)
        ratio = np.array([mode[0] for mode in bar.modes])
        ratio[1:] *= fixed.uniform(0.985, 1.015, ratio.size - 1)
        frequency = hz * ratio
        level_db = np.array([mode[1] for mode in bar.modes])
        level_db[1:] += fixed.normal(0.0, 1.5, ratio.size - 1) + take.normal(0.0, 1.0, ratio.size - 1)
        level_db[1:] += 14.0 * (stroke.velocity - 0.8) + 8.0 * (self._character.brightness - 0.5)
        corner = bar.corner_hz * (0.35 + 0.8 * stroke.velocity) * 2.0 ** ((pitch - 60) / bar.corner_rise)
        strength = 10.0 ** (level_db / 20.0) * rolled_off(frequency, from_hz=corner, db_per_octave=9.0)
        t60_s = bar.t60_s * 2.0 ** ((60 - pitch) / bar.halved_every)
        decay = 6.9 / (
            t60_s * np.array([mode[2] for mode in bar.modes]) * fixed.uniform(0.85, 1.15, ratio.size)
        )
        phase = np.full(ratio.size, -math.pi / 2.0) + take.uniform(-0.4, 0.4, ratio.size)
        pan = pan_of(pitch, 0.35)
        beat = Partials(
            frequency[:1] * 2.0 ** (bar.beat_cents * fixed.uniform(0.5, 1.5) / 1200.0),
            decay[:1] * 0.8,
            placed(strength[:1] * 0.12, phase[:1] + 1.0, fixed, pan=-pan, width=0.3),
        )
        bars = Partials(frequency, decay, placed(strength, phase, fixed, pan=pan, width=0.45))
        partials = levelled(joined(bars, beat))
        count = partials.frequency_hz.size
        if bar.knock:
            q = np.array([mode[1] for mode in bar.knock])
            at_hz = np.array([mode[0] for mode in bar.knock]) * fixed.uniform(0.97, 1.03, q.size)
            gain = np.array([mode[2] for mode in bar.knock]) * (0.4 + 0.8 * stroke.velocity)
            knock = Partials(
                at_hz,
                math.pi * at_hz / q,
                placed(gain, np.full(q.size, -math.pi / 2), take, pan=0.0, width=0.3),
            )
            partials = joined(partials, knock)
        noise = burst(take, seconds=bar.noise_s, low_hz=bar.noise_hz[0], high_hz=bar.noise_hz[1], channels=2)
        release = None
        if bar.release_s is not None:
            release = np.zeros(partials.frequency_hz.size)
            release[:count] = 6.9 / bar.release_s
        note = Note(
            partials=partials,
            release=release,
            rise_s=bar.rise_s,
            noises=((0.0, noise * np.float32(bar.noise * (0.3 + 0.9 * stroke.velocity))),),
            longest_s=bar.longest_s,
            gain=bar.gain,
        )
        out = sounded(note, stroke)
        if self._motor_depth:
            time = np.arange(out.shape[1], dtype=np.float32) / np.float32(SAMPLE_RATE)
            turn = np.cos(np.float32(2.0 * math.pi * self._motor_hz) * time)
            out *= 1.0 - np.float32(self._motor_depth) * (0.5 - 0.5 * turn)
        return out


def vibraphone(character: Character) -> Voice:
    """Metal bars over resonators whose discs turn."""
    return _Bars(_VIBRAPHONE, 1, character)


def marimba(character: Character) -> Voice:
    """Rosewood bars, struck with yarn."""
    return _Bars(_MARIMBA, 2, character)


def kalimba(character: Character) -> Voice:
    """Steel tongues on a wooden box, plucked with the thumbs."""
    return _Bars(_KALIMBA, 3, character)


def music_box(character: Character) -> Voice:
    """A small steel comb, plucked by pins."""
    return _Bars(_MUSIC_BOX, 4, character)
