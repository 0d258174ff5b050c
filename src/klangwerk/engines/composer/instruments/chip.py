"""Sounds of early consoles: pulses whose volume falls in steps, and a triangle of 32 steps."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, harmonics, pitch
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Values
from klangwerk.engines.composer.instruments.synthesis.subtractive import Subtractive
from klangwerk.engines.composer.instruments.voices import Character, Voice

DUTIES = (0.25, 0.5, 0.125)
TICK_S = 1 / 60
"""The consoles' sound programs ran once per picture."""


def pulse(character: Character) -> Voice:
    """A pulse lead: the first two pictures are thinner, vibrato comes late."""
    return Subtractive(
        character=character,
        spectrum=lambda note, hz, seconds: _pulse(
            note, hz, np.where(seconds < 2 * TICK_S, 0.125, DUTIES[character.seed % 3])
        ),
        envelope=lambda note: _stepped(note, 0.25, 0.6),
        release_s=0.03,
        bend=lambda note: pitch.vibrato(note, 18.0, 6.0, 0.22, 0.1),
        slowest=64,
    )


def arpeggio(character: Character) -> Voice:
    """A thin pulse that dies quickly, its first picture an octave higher."""
    return Subtractive(
        character=character,
        spectrum=lambda note, hz, seconds: _octave(note, hz, seconds, (0.125, 0.25)[character.seed % 2]),
        envelope=lambda note: _stepped(note, 0.11, 0.12),
        release_s=0.05,
        slowest=64,
    )


def bass(character: Character) -> Voice:
    """The triangle channel: no volume control, so it only begins and ends."""
    return Subtractive(
        character=character,
        spectrum=_triangle,
        envelope=lambda note: envelopes.adsr(note, 0.001, 0.5, 0.9),
        release_s=0.02,
        slowest=64,
        top_hz=10_000.0,
    )


def _stepped(note: Note, decay_s: float, sustain: float) -> Floats:
    """An envelope of 4 bits that changes once per picture; the corners are rounded so that they do not click."""
    ticks = np.floor(note.times / TICK_S) * TICK_S
    level = sustain + (1.0 - sustain) * np.exp(-ticks / decay_s)
    level = np.maximum(np.round(level * 15), 1.0) / 15
    smooth = np.convolve(np.pad(level, (2, 2), mode="edge"), np.full(5, 0.2), mode="valid")
    return smooth * np.clip(note.times / 1e-3, 0.0, 1.0) * envelopes.released(note)


def _pulse(note: Note, hz: Floats, duty: Floats | float) -> Values:
    number = harmonics.numbers(hz)
    bright = 2.0 ** (1.5 * (note.velocity - 0.8) + note.character.brightness - 0.5)
    return np.asarray(np.sin(np.pi * number * duty) / number / (1.0 + (hz / (7000.0 * bright)) ** 2))


def _octave(note: Note, hz: Floats, seconds: Floats, duty: float) -> Values:
    plain = _pulse(note, hz, duty)
    high = np.zeros_like(plain)
    high[:, 1::2] = plain[:, : high.shape[1] // 2]
    return np.where(seconds < 0.7 * TICK_S, 0.55 * high + 0.45 * plain, plain)


@lru_cache(maxsize=1)
def _steps() -> Values:
    """Harmonics of a triangle in 32 steps."""
    half = np.arange(16)
    levels = np.concatenate([half, half[::-1]]) - 7.5
    spectrum = np.fft.rfft(np.repeat(levels, 128)) / 2048
    spectrum.setflags(write=False)
    return spectrum


def _triangle(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = np.arange(1, hz.shape[1] + 1)
    steps = np.zeros((1, hz.shape[1]), complex)
    count = min(hz.shape[1], 512)
    steps[0, :count] = _steps()[1 : count + 1]
    # Output stages round the steps off; harder notes keep more of them.
    bright = 2.0 ** (2.0 * (note.velocity - 0.8) + 1.2 * (note.character.brightness - 0.5))
    return steps * np.where(number > 1, 1.0 / (1.0 + (hz / (3500.0 * bright)) ** 2), 1.0)
