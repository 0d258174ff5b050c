"""Where kick and snare leave the beat to others, what stands out returns after beats rather than dotted ones."""

from __future__ import annotations

import numpy as np
import pytest

from klangwerk.engines.composer.composition.compose import compose
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Score, Stem

SWELLING = {
    Instrument.WARM_PAD, Instrument.DARK_PAD, Instrument.GLASS_PAD, Instrument.CHOIR,
    Instrument.STRING_ENSEMBLE, Instrument.TRANSITIONS,
}  # fmt: skip
BEAT, DOTTED = 4, 6  # sixteenths


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("genre", [Genre.TRAP, Genre.UK_GARAGE, Genre.AMBIENT])
def test_onsets_return_after_a_beat_rather_than_a_dotted_one(brief_for, genre, seed):
    onsets = struck(compose(brief_for(genre, 24.0, seed=seed), seed=seed))
    assert onsets[:-BEAT] @ onsets[BEAT:] > onsets[:-DOTTED] @ onsets[DOTTED:]


def struck(score: Score) -> np.ndarray:
    """How many parts strike on each sixteenth; soft attacks and closed hats do not stand out."""
    count = np.zeros(round(4 * score.length_beats) + 4)
    for part in score.parts:
        if part.instrument in SWELLING:
            continue
        hats = (Drum.HAT_CLOSED, Drum.HAT_PEDAL) if part.stem is Stem.PERCUSSION else ()
        places = {round(4 * note.start_beats) for note in part.notes if note.pitch not in hats}
        count[list(places)] += 1.0
    return count
