"""Singers together."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, filters, loops
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Singles
from klangwerk.engines.composer.instruments.synthesis.section import Section
from klangwerk.engines.composer.instruments.voices import Character, Voice, hertz

# Formants of vowels, of men.
AH: filters.Peaks = ((700.0, 100.0, 1.0), (1130.0, 110.0, 0.55), (2550.0, 220.0, 0.22), (3300.0, 260.0, 0.14))
OH: filters.Peaks = ((430.0, 90.0, 1.0), (780.0, 100.0, 0.4), (2500.0, 200.0, 0.08), (3200.0, 260.0, 0.05))
OO: filters.Peaks = ((330.0, 90.0, 1.0), (640.0, 100.0, 0.18), (2400.0, 200.0, 0.03), (3100.0, 260.0, 0.02))
VOWELS = {300.0: OO, 600.0: OH, 1200.0: AH}
"""How far the mouth is open, in the place of a cutoff in Hz."""


def choir(character: Character) -> Voice:
    """Voices from oo to ah: the mouth opens with the effort."""

    def mouth(note: Note) -> Floats:
        effort = 650.0 * 2.0 ** (2.0 * (note.velocity - 0.6) + 1.2 * (character.brightness - 0.5))
        return np.asarray(effort * (1.0 - 0.4 * np.exp(-note.times / 0.3)))

    return Section(
        character=character,
        make=_choir,
        steps=tuple(VOWELS),
        cutoff=mouth,
        envelope=lambda note: envelopes.swelling(note, 0.16) * envelopes.arch(note, 0.1),
        release_s=0.5,
        colour=character.seed % 4,
        level=1.15,
        breath=_sigh,
        breath_level=lambda note: 0.016 + 0.04 * np.exp(-note.times / 0.12),
    )


def _choir(pitch: int, opening: float, about: int, colour: int) -> Singles:
    # Women's tracts are shorter, and all singers lift the first formants to the note.
    size = 1.0 + 0.16 * float(np.clip((pitch - 55) / 10, 0.0, 1.0))
    lowest = 1.05 * hertz(pitch)
    vowel = tuple(
        (max(centre * size, lowest if centre < 800 else 0.0), width * size, level)
        for centre, width, level in VOWELS[opening]
    )

    def levels(hz: Floats) -> Floats:
        tract = filters.resonances(hz, vowel, 0.03)
        return np.asarray(hz**-0.6 * tract * filters.low_pass_level(hz, 5000.0, 2.0))

    rng = np.random.default_rng([colour, pitch, 8])
    return loops.ensemble(pitch, levels, rng, about, 13.0, 0.9, core=2.4)


def _sigh(hz: Floats) -> Floats:
    band = filters.low_pass_level(hz, 6000.0, 2.0) * filters.high_pass_level(hz, 300.0)
    return filters.resonances(hz, AH, 0.12) * band
