"""Basses of synthesizers: a saw through a filter, a resonant sequence machine, frequency modulation, a dance organ."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, filters, harmonics
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Values
from klangwerk.engines.composer.instruments.synthesis.subtractive import Subtractive
from klangwerk.engines.composer.instruments.voices import Character, Voice


def saw(character: Character) -> Voice:
    """Two saws and a square an octave below, through a filter that snaps."""
    return Subtractive(
        character=character,
        spectrum=_saws,
        envelope=lambda note: envelopes.adsr(note, 0.002, 0.35, 0.75),
        release_s=0.07,
        drive=0.9,
        top_hz=10_000.0,
        slowest=8,
    )


def acid(character: Character) -> Voice:
    """A filter that whistles and sweeps with every note, wider with accents."""
    return Subtractive(
        character=character,
        spectrum=_acid,
        envelope=lambda note: envelopes.adsr(note, 0.002, 0.5, 0.35),
        release_s=0.05,
        drive=1.6,
        top_hz=10_000.0,
        slide_s=0.07,
        slowest=6,
    )


def fm(character: Character) -> Voice:
    """A hard digital bass: two sines, one bending the other."""
    return Subtractive(
        character=character,
        spectrum=_fm,
        envelope=lambda note: envelopes.adsr(note, 0.0015, 0.45, 0.6),
        release_s=0.07,
        drive=0.5,
        top_hz=7000.0,
        slowest=8,
    )


def organ(character: Character) -> Voice:
    """The bass of early house: a few drawbars, struck."""
    return Subtractive(
        character=character,
        spectrum=_organ,
        envelope=lambda note: envelopes.adsr(note, 0.0015, 0.22, 0.55),
        release_s=0.06,
        drive=0.7,
        top_hz=4000.0,
    )


def opened(note: Note, cutoff_hz: float) -> float:
    """A cutoff as velocity and the track's brightness open it."""
    return float(
        cutoff_hz
        * 2.0 ** (2.2 * (note.velocity - 0.7) + 1.6 * (note.character.brightness - 0.5) + 0.06 * note.take)
    )


def _saws(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = harmonics.numbers(hz)
    colour = note.character.seed % 4
    cutoff = note.f0 * 1.2 + opened(note, 520.0 + 90.0 * colour) * (
        0.45 + 1.6 * np.exp(-seconds / (0.07 + 0.03 * colour))
    )
    voices = ((-4.5, 1.0, 0.0), (4.5, 1.0, 0.0), (0.0, 1.0, 0.0))
    moving = harmonics.beating(number, seconds, note.f0, voices)
    # The lowest two harmonics stay still, so that the fundamental does not come and go.
    moving[:, :2] = 1.0
    moving[:, 0] = 1.5
    return -1j / number * moving * filters.low_pass(hz, cutoff, 1.1)


def _acid(note: Note, hz: Floats, seconds: Floats) -> Values:
    number = harmonics.numbers(hz)
    square = note.character.seed % 3 == 0
    wave = (0.08 + 0.92 * (number % 2)) / number if square else 1.0 / number
    accent = max(0.0, note.velocity - 0.7)
    fall_s = 0.26 - 0.5 * accent
    cutoff = 140.0 + note.f0 + opened(note, 1500.0) * (1.0 + 2.0 * accent) * np.exp(-seconds / fall_s)
    resonance = 5.5 + 3.0 * (note.character.seed % 5) / 4
    return -1j * wave * filters.low_pass(hz, cutoff, resonance)


def _fm(note: Note, hz: Floats, seconds: Floats) -> Values:
    colour = note.character.seed % 3
    ratio = (1, 2, 1)[colour]
    index = (
        (0.6 + 3.4 * note.velocity)
        * (0.7 + 0.6 * note.character.brightness)
        * (0.3 + 0.7 * np.exp(-seconds / 0.16))
    )
    angle = (np.arange(256) * (2 * np.pi / 256)).astype(np.float32)
    wave = np.sin(
        angle + index * np.sin(ratio * angle) + (0.35 * index if colour == 2 else 0.0) * np.sin(3 * angle)
    )
    out = harmonics.spectra_of(wave, hz.shape[1])
    # Modulation takes from the fundamental; a bass needs it.
    out[:, 0] = -1j * np.maximum(np.abs(out[:, 0]), 0.75)
    return out


def _organ(note: Note, hz: Floats, seconds: Floats) -> Values:
    levels = np.zeros((1, hz.shape[1]))
    for which, level in ((1, 1.0), (2, 0.62), (3, 0.5), (4, 0.22), (6, 0.16), (8, 0.08)):
        if which <= hz.shape[1]:
            levels[0, which - 1] = level
    number = harmonics.numbers(hz)
    struck = 1.0 + 1.6 * note.velocity * np.exp(-seconds / 0.035) * (number > 2)
    bright = (0.3 + 0.5 * note.velocity + 0.3 * note.character.brightness) ** (number**0.5 - 1.0)
    return np.asarray(-1j * levels * struck * bright * np.exp(-seconds * (number - 1) * 0.5))
