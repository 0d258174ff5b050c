"""Brass players together."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, filters, loops
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Singles
from klangwerk.engines.composer.instruments.synthesis.section import Make, Section
from klangwerk.engines.composer.instruments.voices import Character, Voice
from klangwerk.engines.composer.instruments.winds.breath import breath

BELLS: filters.Peaks = ((1150.0, 700.0, 0.8), (2300.0, 1100.0, 0.5))
FRENCH_HORN: filters.Peaks = ((340.0, 260.0, 0.8), (750.0, 400.0, 0.4))
SEATS = ((-7.0, -0.5), (-2.5, 0.6), (0.5, 0.0), (3.0, -0.7), (6.5, 0.5))
"""(cents, pan) of the players; the one in the middle leads."""


def brass_section(character: Character) -> Voice:
    """Trumpets and trombones together: the harder they blow the brighter, a little after the onset."""
    steps = (700.0, 1700.0, 4000.0)
    return _players(character, _brass, steps, cutoff_hz=3000.0, attack_s=0.03, release_s=0.16, air=0.012)


def horns(character: Character) -> Voice:
    """French horns: round, and wide in the hall."""
    steps = (450.0, 1000.0, 2200.0)
    return _players(character, _horns, steps, cutoff_hz=1300.0, attack_s=0.06, release_s=0.32, air=0.008)


def _players(
    character: Character, make: Make, steps: tuple[float, ...], *, cutoff_hz: float, attack_s: float, release_s: float,
    air: float,
) -> Section:  # fmt: skip
    def cutoff(note: Note) -> Floats:
        effort = cutoff_hz * 2.0 ** (3.0 * (note.velocity - 0.75) + 1.0 * (character.brightness - 0.5))
        opening = 1.0 - 0.75 * np.exp(-note.times / (0.8 * attack_s))
        return np.asarray(effort * opening * (0.75 + 0.35 * np.exp(-note.times / 0.25)))

    return Section(
        character=character,
        make=make,
        steps=steps,
        cutoff=cutoff,
        envelope=lambda note: envelopes.swelling(note, attack_s) * (0.85 + 0.15 * np.exp(-note.times / 0.2)),
        release_s=release_s,
        colour=character.seed % 4,
        level=1.2,
        breath=breath,
        breath_level=lambda note: air * (1.0 + 6.0 * np.exp(-note.times / 0.03)),
    )


def _brass(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    def levels(hz: Floats) -> Floats:
        bell = filters.resonances(hz, BELLS, 0.6)
        return np.asarray(hz**-0.55 * filters.low_pass_level(hz, cutoff_hz, 3.2) * bell)

    rng = np.random.default_rng([colour, pitch, 6])
    wide = 0.8 + 0.1 * colour
    players = [loops.Player(cents * wide, pan, 1.5 if pan == 0.0 else 0.8) for cents, pan in SEATS]
    return loops.unison(pitch, players, levels, rng, about, aligned=0.3)


def _horns(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    def levels(hz: Floats) -> Floats:
        bell = filters.resonances(hz, FRENCH_HORN, 0.6)
        return np.asarray(hz**-0.6 * filters.low_pass_level(hz, cutoff_hz, 3.6) * bell)

    rng = np.random.default_rng([colour, pitch, 7])
    return loops.ensemble(pitch, levels, rng, about, 4.5, 0.9)
