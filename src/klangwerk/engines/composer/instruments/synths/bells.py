"""Bells made by frequency modulation."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, harmonics
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Values
from klangwerk.engines.composer.instruments.synthesis.subtractive import Subtractive
from klangwerk.engines.composer.instruments.voices import Character, Voice

POINTS = 256


def fm_bell(character: Character) -> Voice:
    """A digital bell: a carrier at 1, modulators at 3.5 and 7; the wavetable holds two periods so that 3.5 fits."""
    return Subtractive(
        character=character,
        spectrum=_bell,
        envelope=lambda note: envelopes.adsr(note, 0.001, 0.75, 0.0),
        release_s=0.9,
        periods=2,
        slowest=16,
        top_hz=14_000.0,
    )


def _bell(note: Note, hz: Floats, seconds: Floats) -> Values:
    angle = (np.arange(POINTS) * (2 * np.pi / POINTS)).astype(np.float32)
    # High notes take less modulation: what would pass the ear's range is not made.
    high = float(np.clip(1.0 - (note.stroke.pitch - 72) / 48, 0.25, 1.2))
    bright = (0.25 + 1.1 * note.velocity) * (0.7 + 0.6 * note.character.brightness) * high
    strike = 1.7 * bright * np.exp(-seconds / 0.16)
    ring = 0.7 * bright * np.exp(-seconds / 0.9)
    wave = np.sin(2 * angle + strike * np.sin(7 * angle)) + 0.6 * np.sin(
        2 * angle + ring * np.sin(14 * angle + 0.5)
    )
    out = harmonics.spectra_of(wave, hz.shape[1])
    # Partials turn slowly against each other, as those of metal do.
    number = np.arange(1, hz.shape[1] + 1)[None, :]
    out *= np.exp(2j * np.pi * 0.3 * seconds * ((number - 2) % 3)).astype(np.complex64)
    return out
