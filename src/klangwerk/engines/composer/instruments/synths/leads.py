"""Single-voice synthesizers: melodies and sequences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, filters, harmonics, pitch
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Values
from klangwerk.engines.composer.instruments.synthesis.subtractive import Subtractive
from klangwerk.engines.composer.instruments.voices import Character, Voice


def pluck(character: Character) -> Voice:
    """A saw whose filter falls at once."""
    return Subtractive(
        character=character,
        spectrum=_pluck,
        envelope=lambda note: envelopes.adsr(note, 0.001, 0.28, 0.06),
        release_s=0.28,
        slowest=6,
        top_hz=15_000.0,
    )


def saw_lead(character: Character) -> Voice:
    """Three saws that sing, wide above the fundamental."""
    return Subtractive(
        character=character,
        spectrum=_saws,
        envelope=lambda note: envelopes.adsr(note, 0.004, 0.4, 0.82),
        release_s=0.16,
        bend=_late_vibrato(14.0),
        slowest=4,
        top_hz=14_000.0,
    )


def square_lead(character: Character) -> Voice:
    """A pulse whose width wanders around a square."""
    return Subtractive(
        character=character,
        spectrum=_square,
        envelope=lambda note: envelopes.adsr(note, 0.004, 0.4, 0.82),
        release_s=0.12,
        bend=_late_vibrato(12.0),
        slowest=24,
        top_hz=15_000.0,
    )


def sine_lead(character: Character) -> Voice:
    """Nearly a sine: the whistle over a slow beat."""
    return Subtractive(
        character=character,
        spectrum=_whistle,
        envelope=lambda note: envelopes.adsr(note, 0.008, 0.5, 0.88),
        release_s=0.16,
        bend=_late_vibrato(16.0),
        drive=0.35,
        slide_s=0.1,
        top_hz=9000.0,
        slowest=32,
    )


def _late_vibrato(cents: float) -> Callable[[Note], Floats]:
    def bend(note: Note) -> Floats:
        return pitch.vibrato(note, cents, 5.4, 0.28) + pitch.drift(note, 1.2)

    return bend


def _open(note: Note, cutoff_hz: float) -> float:
    return float(
        cutoff_hz
        * 2.0 ** (2.4 * (note.velocity - 0.75) + 2.0 * (note.character.brightness - 0.5) + 0.06 * note.take)
    )


def _pluck(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = harmonics.numbers(hz)
    colour = note.character.seed % 4
    cutoff = 150.0 + note.f0 * 2.0 + _open(note, 5600.0) * np.exp(-seconds / (0.06 + 0.025 * colour))
    wave = 1.0 / number if colour < 2 else np.sin(np.pi * number * (0.38 if colour == 2 else 0.22)) / number
    moving = harmonics.beating(
        number, seconds, note.f0, ((-3.0 - 0.5 * colour, 1.0, 0.0), (3.0 + 0.5 * colour, 0.9, 0.02))
    )
    return -1j * wave * moving * filters.low_pass(hz, cutoff, 1.5)


def _lead_filter(note: Note, hz: Floats, seconds: Floats, cutoff_hz: float) -> Values:
    cutoff = note.f0 * 1.5 + _open(note, cutoff_hz) * (0.75 + 0.5 * np.exp(-seconds / 0.16))
    return filters.low_pass(hz, cutoff, 0.95)


def _saws(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = harmonics.numbers(hz)
    wide = 6.0 + 1.2 * (note.character.seed % 4)
    low = harmonics.beating(number, seconds, note.f0, ((-wide, 1.0, 0.13),))
    high = harmonics.beating(number, seconds, note.f0, ((wide, 1.0, 0.37),))
    filtered = _lead_filter(note, hz, seconds, 3200.0) * (-1j / number)
    return np.stack([filtered * (0.45 + 0.28 * (low + high)), filtered * (0.2 * (low - high))])


def _square(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = harmonics.numbers(hz)
    colour = note.character.seed % 5
    width = 0.5 - 0.03 * colour + 0.05 * np.sin(2 * np.pi * 0.6 * seconds + colour)
    return -1j * np.sin(np.pi * number * width) / number * _lead_filter(note, hz, seconds, 2600.0)


def _whistle(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = harmonics.numbers(hz)
    edge = (0.02 + 0.16 * note.velocity * (0.6 + 0.8 * note.character.brightness)) * (
        0.8 + 0.4 * np.exp(-seconds / 0.1)
    )
    return -1j * edge ** np.minimum(number - 1.0, 8.0)
