"""Chord synthesizers of many detuned saws."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, filters, loops
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Singles
from klangwerk.engines.composer.instruments.synthesis.section import Section
from klangwerk.engines.composer.instruments.voices import Character, Voice

SEVEN_CENTS = (-19.0, -11.5, -4.5, 0.0, 5.0, 11.0, 18.5)
SEVEN_PANS = (-0.9, 0.7, -0.5, 0.0, 0.5, -0.7, 0.9)
STEPS_HZ = (500.0, 1400.0, 3800.0, 10_000.0)


def supersaw(character: Character) -> Voice:
    """Seven saws, wide; a filter that begins open and settles."""
    return Section(
        character=character,
        make=_seven,
        steps=STEPS_HZ,
        cutoff=lambda note: _open(note, 4200.0) * (1.0 + 0.9 * np.exp(-note.times / 0.09)),
        envelope=lambda note: envelopes.adsr(note, 0.004, 0.5, 0.82),
        release_s=0.28,
        colour=character.seed % 4,
    )


def stab(character: Character) -> Voice:
    """A short chord whose filter snaps shut."""
    fall_s = 0.05 + 0.05 * character.brightness + 0.015 * (character.seed % 3)
    return Section(
        character=character,
        make=_seven,
        steps=STEPS_HZ,
        cutoff=lambda note: 350.0 + _open(note, 6500.0) * np.exp(-note.times / fall_s),
        envelope=lambda note: envelopes.adsr(note, 0.0015, 0.16, 0.2),
        release_s=0.2,
        colour=character.seed % 4,
        level=1.35,
    )


def brass(character: Character) -> Voice:
    """Analogue brass: the filter opens into the note and relaxes."""
    return Section(
        character=character,
        make=_three,
        steps=(400.0, 1000.0, 2400.0, 5500.0),
        cutoff=lambda note: (
            250.0
            + _open(note, 3400.0)
            * (1.0 - np.exp(-note.times / 0.045))
            * (0.45 + 0.55 * np.exp(-note.times / 0.4))
        ),
        envelope=lambda note: envelopes.adsr(note, 0.02, 0.6, 0.8),
        release_s=0.25,
        colour=character.seed % 4,
    )


def _open(note: Note, cutoff_hz: float) -> float:
    return float(cutoff_hz * 2.0 ** (2.6 * (note.velocity - 0.75) + 2.0 * (note.character.brightness - 0.5)))


def _saw(cutoff_hz: float, resonance: float) -> loops.Levels:
    def levels(hz: Floats) -> Floats:
        return np.abs(filters.low_pass(hz, cutoff_hz, resonance)) / hz

    return levels


def _seven(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    rng = np.random.default_rng([colour, pitch, 9])
    players = [
        loops.Player(cents * (0.7 + 0.14 * colour), pan, 1.0 if cents == 0 else 0.8)
        for cents, pan in zip(SEVEN_CENTS, SEVEN_PANS, strict=True)
    ]
    return loops.unison(pitch, players, _saw(cutoff_hz, 0.9), rng, about)


def _three(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    rng = np.random.default_rng([colour, pitch, 10])
    wide = 6.0 + 1.5 * colour
    players = [loops.Player(-wide, -0.6), loops.Player(0.0, 0.0), loops.Player(wide, 0.6)]
    return loops.unison(pitch, players, _saw(cutoff_hz, 1.2), rng, about)
