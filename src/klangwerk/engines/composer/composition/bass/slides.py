"""Notes that a synthesizer slides into from the one before."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.score import Note

_CHANCE: dict[Instrument, float] = {
    Instrument.ACID_BASS: 0.45,
    Instrument.BASS_808: 0.35,
    Instrument.REESE_BASS: 0.35,
    Instrument.WOBBLE_BASS: 0.2,
}
_GAP_BEATS = 0.3  # what may lie between two notes that are tied


def slurred(notes: tuple[Note, ...], instrument: Instrument, rng: np.random.Generator) -> tuple[Note, ...]:
    """Some notes glide from the one before where the instrument does that and the two follow closely."""
    chance = _CHANCE.get(instrument, 0.0)
    if not chance:
        return notes
    result = list(notes[:1])
    for before, note in pairwise(notes):
        close = note.start_beats - before.start_beats - before.duration_beats < _GAP_BEATS
        slides = rng.random() < chance and close and before.pitch != note.pitch and note.slide_from is None
        result.append(replace(note, slide_from=before.pitch) if slides else note)
    return tuple(result)
