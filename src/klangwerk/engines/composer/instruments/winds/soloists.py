"""One wind player."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import filters
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note
from klangwerk.engines.composer.instruments.synthesis.soloist import Soloist
from klangwerk.engines.composer.instruments.voices import Character, Voice
from klangwerk.engines.composer.instruments.winds.breath import breath

HARMON: filters.Peaks = ((1550.0, 350.0, 1.0), (2700.0, 800.0, 0.8), (5200.0, 1800.0, 0.25))
SAXOPHONE: filters.Peaks = (
    (420.0, 200.0, 0.9),
    (850.0, 250.0, 0.6),
    (1450.0, 350.0, 0.75),
    (2500.0, 700.0, 0.45),
)


def muted_trumpet(character: Character) -> Voice:
    """A trumpet with a harmon mute: thin, close, a buzz in the nose."""
    return Soloist(
        character=character,
        levels=_trumpet,
        noise=breath,
        noise_level=0.004,
        attack_s=0.025,
        release_s=0.13,
        vibrato_cents=13.0,
        vibrato_hz=5.3,
        vibrato_delay_s=0.35,
        scoop_cents=-30.0,
        burst=6.0,
        burst_s=0.02,
    )


def tenor_sax(character: Character) -> Voice:
    """A tenor saxophone with air in its tone."""
    return Soloist(
        character=character,
        levels=_saxophone,
        noise=breath,
        noise_level=0.011,
        attack_s=0.035,
        release_s=0.15,
        vibrato_cents=16.0,
        vibrato_hz=4.9,
        vibrato_delay_s=0.22,
        scoop_cents=-55.0,
        burst=4.0,
        tremolo=0.06,
        top_hz=11_000.0,
    )


def flute(character: Character) -> Voice:
    """A flute: few harmonics, breath, and a vibrato that is mostly loudness."""
    return Soloist(
        character=character,
        levels=_flute,
        noise=breath,
        noise_level=0.016,
        attack_s=0.045,
        release_s=0.17,
        vibrato_cents=8.0,
        vibrato_hz=5.0,
        vibrato_delay_s=0.18,
        tremolo=0.12,
        scoop_cents=-18.0,
        burst=4.0,
        burst_s=0.05,
        top_hz=10_000.0,
    )


def _driven(note: Note, effort: Floats, cutoff_hz: float) -> Floats:
    return np.asarray(cutoff_hz * 2.0 ** (3.1 * (effort - 0.6) + note.character.brightness - 0.5))


def _trumpet(hz: Floats, note: Note, effort: Floats) -> Floats:
    tube = filters.low_pass_level(hz, _driven(note, effort, 3200.0), 2.6)
    return np.asarray(hz**-0.45 * tube * filters.resonances(hz, HARMON, 0.22))


def _saxophone(hz: Floats, note: Note, effort: Floats) -> Floats:
    number = np.arange(1, hz.shape[1] + 1)
    reed = hz**-0.6 * (1.0 - 0.2 * (number % 2 == 0))
    tube = filters.low_pass_level(hz, _driven(note, effort, 1900.0), 2.6)
    return np.asarray(reed * tube * filters.resonances(hz, SAXOPHONE, 0.35))


def _flute(hz: Floats, note: Note, effort: Floats) -> Floats:
    number = np.arange(1.0, hz.shape[1] + 1)
    slope = 2.7 - 2.2 * (effort - 0.5) - 0.5 * (note.character.brightness - 0.5)
    # The low register is rich in the octave.
    low = float(np.clip((76 - note.stroke.pitch) / 16, 0.0, 1.0))
    octave = np.where(number == 2, 1.0 + 1.5 * low, 1.0)
    return np.asarray(number**-slope * octave * filters.low_pass_level(hz, 4500.0, 2.0))
