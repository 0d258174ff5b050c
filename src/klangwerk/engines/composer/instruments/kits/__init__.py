"""Drum kits and transition effects: one maker for each kit of the catalogue.

Every kit answers every key of General MIDI in `Drum`. Kicks come from the kick engine (in two kits from a bass drum's
model), everything else is synthesized here.
"""

from __future__ import annotations

from klangwerk.engines.composer.instruments.kits.acoustic_kits import (
    kit_acoustic,
    kit_funk,
    kit_jazz,
    kit_latin,
    kit_metal,
    kit_pop,
    kit_reggae,
    kit_rock,
)
from klangwerk.engines.composer.instruments.kits.club_kits import (
    kit_808,
    kit_909,
    kit_breaks,
    kit_deep,
    kit_dubstep,
    kit_garage,
    kit_techno,
    kit_trap,
)
from klangwerk.engines.composer.instruments.kits.stage_kits import (
    kit_afro,
    kit_chip,
    kit_cinematic,
    kit_dusty,
    kit_orchestral,
    kit_synthwave,
)
from klangwerk.engines.composer.instruments.kits.transition_effects import Transitions
from klangwerk.engines.composer.instruments.voices import Character

__all__ = [
    "Transitions",
    "kit_808",
    "kit_909",
    "kit_acoustic",
    "kit_afro",
    "kit_breaks",
    "kit_chip",
    "kit_cinematic",
    "kit_deep",
    "kit_dubstep",
    "kit_dusty",
    "kit_funk",
    "kit_garage",
    "kit_jazz",
    "kit_latin",
    "kit_metal",
    "kit_orchestral",
    "kit_pop",
    "kit_reggae",
    "kit_rock",
    "kit_synthwave",
    "kit_techno",
    "kit_trap",
    "transitions",
]


def transitions(character: Character) -> Transitions:
    """Risers, downlifters, impacts, reversed cymbals and the crackle of a record."""
    return Transitions(character)
