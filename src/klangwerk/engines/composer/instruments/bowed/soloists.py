"""One string player."""

from __future__ import annotations

from klangwerk.engines.composer.instruments.bowed import wood
from klangwerk.engines.composer.instruments.synthesis import bodies, filters
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note
from klangwerk.engines.composer.instruments.synthesis.soloist import Levels, Soloist
from klangwerk.engines.composer.instruments.voices import Character, Voice


def cello(character: Character) -> Voice:
    """One cello."""
    return Soloist(
        character=character,
        levels=_bowed(2, wood.CELLO, 2600.0),
        noise=wood.low_hair,
        noise_level=0.006,
        attack_s=0.075,
        release_s=0.24,
        vibrato_cents=17.0,
        vibrato_hz=5.2,
        vibrato_delay_s=0.16,
        burst=9.0,
        burst_s=0.03,
        top_hz=10_000.0,
    )


def violin(character: Character) -> Voice:
    """One violin."""
    return Soloist(
        character=character,
        levels=_bowed(1, wood.VIOLIN, 3400.0),
        noise=wood.hair,
        noise_level=0.006,
        attack_s=0.06,
        release_s=0.22,
        vibrato_cents=19.0,
        vibrato_hz=5.8,
        vibrato_delay_s=0.13,
        burst=9.0,
        burst_s=0.03,
    )


def _bowed(body: int, peaks: filters.Peaks, cutoff_hz: float) -> Levels:
    def levels(hz: Floats, note: Note, effort: Floats) -> Floats:
        cutoff = cutoff_hz * 2.0 ** (3.0 * (effort - 0.6) + 1.0 * (note.character.brightness - 0.5))
        wood_level = bodies.respond(hz, body + 20 * (note.character.seed % 3), peaks, 350.0, 4.5)
        return wood_level * filters.low_pass_level(hz, cutoff, 2.4) / hz

    return levels
