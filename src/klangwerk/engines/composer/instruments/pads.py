"""Pads: slow, wide chords. Their filters drift, so that no two bars are the same."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, filters, loops
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Singles
from klangwerk.engines.composer.instruments.synthesis.section import Make, Section
from klangwerk.engines.composer.instruments.voices import Character, Voice, hertz

GLASS = {1: 1.0, 2: 0.3, 3: 0.12, 4: 0.34, 6: 0.1, 8: 0.2, 10: 0.05, 12: 0.1, 16: 0.08, 20: 0.04, 24: 0.03}
"""Levels of the harmonics that sound: mostly octaves and fifths."""


def warm(character: Character) -> Voice:
    """Detuned saws through a soft filter."""
    steps = (450.0, 1100.0, 2800.0)
    return _pad(character, _warm, steps, middle_hz=1150.0, attack_s=0.22, release_s=0.9)


def glass(character: Character) -> Voice:
    """Octaves and fifths that shimmer over a soft ground."""
    steps = (900.0, 2400.0, 6500.0)
    return _pad(character, _glass, steps, middle_hz=2300.0, attack_s=0.12, release_s=1.2)


def dark(character: Character) -> Voice:
    """Low, muffled, wide."""
    return _pad(character, _dark, (220.0, 480.0, 1050.0), middle_hz=430.0, attack_s=0.28, release_s=1.1)


def _pad(
    character: Character, make: Make, steps: tuple[float, ...], *, middle_hz: float, attack_s: float, release_s: float
) -> Section:  # fmt: skip
    def cutoff(note: Note) -> Floats:
        octaves = 2.2 * (note.velocity - 0.7) + 1.8 * (character.brightness - 0.5)
        slow, slower = note.rng.uniform(0, 2 * np.pi, 2)
        octaves = octaves + 0.45 * np.sin(2 * np.pi * 0.11 * note.times + slower)
        octaves = octaves + 0.2 * np.sin(2 * np.pi * 0.29 * note.times + slow)
        return np.asarray(middle_hz * 2.0 ** (octaves - 0.8 * np.exp(-note.times / (2.5 * attack_s))))

    return Section(
        character=character,
        make=make,
        steps=steps,
        cutoff=cutoff,
        envelope=lambda note: envelopes.swelling(note, attack_s, 1.5),
        release_s=release_s,
        colour=character.seed % 5,
        level=1.25,
    )


def _warm(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    def levels(hz: Floats) -> Floats:
        return filters.low_pass_level(hz, cutoff_hz, 3.2) / hz

    rng = np.random.default_rng([colour, pitch, 1])
    return loops.ensemble(pitch, levels, rng, about, 5.0 + colour, 0.9)


def _glass(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    f0 = hertz(pitch)

    def levels(hz: Floats) -> Floats:
        number = np.rint(hz / f0).astype(int)
        shape = np.zeros(hz.shape)
        for which, level in GLASS.items():
            shape[number == which] = level
        return shape * filters.low_pass_level(hz, cutoff_hz, 2.5)

    rng = np.random.default_rng([colour, pitch, 2])
    return loops.ensemble(pitch, levels, rng, about, 4.0 + 0.5 * colour, 1.0, core=4.5)


def _dark(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    def levels(hz: Floats) -> Floats:
        return np.asarray(filters.low_pass_level(hz, cutoff_hz, 3.6) * hz**-0.8)

    rng = np.random.default_rng([colour, pitch, 3])
    return loops.ensemble(pitch, levels, rng, about, 7.0 + colour, 0.9)
