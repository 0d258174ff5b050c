"""Basses that are nearly sines."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, pitch
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Values
from klangwerk.engines.composer.instruments.synthesis.subtractive import Shape, Subtractive
from klangwerk.engines.composer.instruments.voices import Character, Voice

DRIVES_808 = (0.9, 1.5, 2.4)


def sub(character: Character) -> Voice:
    """A sine with enough warmth to be heard where the lowest octave is missing."""
    return Subtractive(
        character=character,
        spectrum=_sine(0.05 + 0.05 * character.brightness),
        envelope=lambda note: envelopes.adsr(note, 0.005, 0.9, 0.88),
        release_s=0.07,
        drive=0.8 + 0.6 * character.energy,
        top_hz=1500.0,
        slide_s=0.09,
        level=0.95,
    )


def bass_808(character: Character) -> Voice:
    """A drum's long boom: the pitch drops into the note, the tone is driven and cleans up as it decays."""
    return Subtractive(
        character=character,
        spectrum=_sine(0.08),
        envelope=_boom,
        release_s=0.12,
        bend=_drop,
        drive=DRIVES_808[character.seed % 3] * (0.5 + 0.5 * character.energy + 0.5 * character.brightness),
        top_hz=3000.0,
        slide_s=0.11,
    )


def _boom(note: Note) -> Floats:
    punch = 1.0 + 0.25 * np.exp(-note.times / 0.03)
    return envelopes.adsr(note, 0.0015, 1.1, 0.0) * punch / 1.25


def _drop(note: Note) -> Floats:
    if note.stroke.slide_from is not None:
        return np.zeros_like(note.times)
    octaves = 1.2 + 0.8 * note.velocity
    return pitch.settle(note, 1200.0 * octaves, 0.0085) + pitch.settle(note, 60.0, 0.05)


def _sine(second: float) -> Shape:
    def spectrum(note: Note, hz: Floats, seconds: Floats) -> Values:
        warmth = second * (0.4 + note.velocity)
        levels = np.zeros((1, max(hz.shape[1], 3)))
        levels[0, :3] = 1.0, warmth, 0.5 * warmth
        levels = levels[:, : hz.shape[1]]
        return -1j * levels

    return spectrum
