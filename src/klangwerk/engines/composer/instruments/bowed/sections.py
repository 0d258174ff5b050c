"""Strings of an orchestra, many at a desk."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.bowed import wood
from klangwerk.engines.composer.instruments.synthesis import bodies, envelopes, filters, loops
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Singles
from klangwerk.engines.composer.instruments.synthesis.section import Make, Section
from klangwerk.engines.composer.instruments.voices import Character, Voice

STEPS_HZ = (900.0, 2200.0, 5200.0)


def ensemble(character: Character) -> Voice:
    """A string section, legato."""
    return _section(character, _strings, attack_s=0.13, release_s=0.38, cutoff_hz=3000.0)


def basses(character: Character) -> Voice:
    """Cellos and double basses together."""
    return _section(character, _low_strings, attack_s=0.1, release_s=0.32, cutoff_hz=1400.0)


def staccato(character: Character) -> Voice:
    """The section with short strokes that speak at once and ring in the hall."""
    return Section(
        character=character,
        make=_strings,
        steps=STEPS_HZ,
        cutoff=lambda note: _pressed(note, 3600.0) * (0.55 + 0.65 * np.exp(-note.times / 0.12)),
        envelope=_short,
        release_s=0.25,
        colour=character.seed % 4,
        level=1.25,
        breath=wood.hair,
        breath_level=lambda note: note.velocity * (0.03 + 0.35 * np.exp(-note.times / 0.022)),
    )


def _section(
    character: Character, make: Make, *, attack_s: float, release_s: float, cutoff_hz: float
) -> Section:  # fmt: skip
    return Section(
        character=character,
        make=make,
        steps=STEPS_HZ,
        cutoff=lambda note: _pressed(note, cutoff_hz) * (1.0 - 0.45 * np.exp(-note.times / 0.15)),
        envelope=lambda note: envelopes.swelling(note, attack_s, 1.2) * envelopes.arch(note, 0.1),
        release_s=release_s,
        colour=character.seed % 4,
        level=1.2,
        breath=wood.hair if make is _strings else wood.low_hair,
        breath_level=lambda note: note.velocity * (0.022 + 0.10 * np.exp(-note.times / 0.06)),
    )


def _pressed(note: Note, cutoff_hz: float) -> float:
    """Where the spectrum ends as the bow is pressed, in Hz."""
    return float(cutoff_hz * 2.0 ** (2.4 * (note.velocity - 0.7) + 1.2 * (note.character.brightness - 0.5)))


def _short(note: Note) -> Floats:
    rise = np.sin(np.clip(note.times / 0.014, 0.0, 1.0) * (np.pi / 2))
    fall = np.exp(-np.maximum(note.times - 0.05, 0.0) / (0.5 * min(note.held_s, 0.28) + 0.04))
    return np.asarray(rise * (0.22 + 0.78 * fall) * envelopes.released(note))


def _strings(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    def levels(hz: Floats) -> Floats:
        body = bodies.respond(hz, 3 + colour, wood.MANY, 300.0, 4.0)
        return body * filters.low_pass_level(hz, cutoff_hz, 2.2) / hz

    rng = np.random.default_rng([colour, pitch, 4])
    return loops.ensemble(pitch, levels, rng, about, 7.5 + colour, 0.85)


def _low_strings(pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    def levels(hz: Floats) -> Floats:
        body = bodies.respond(hz, 8 + colour, wood.CELLO, 200.0, 4.0)
        return body * filters.low_pass_level(hz, 0.6 * cutoff_hz, 2.4) / hz

    rng = np.random.default_rng([colour, pitch, 5])
    return loops.ensemble(pitch, levels, rng, about, 5.0 + colour, 0.7)
