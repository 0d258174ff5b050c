"""Who sings: the lead instrument, with what was asked for and what was refused."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.melody.style import MelodyStyle
from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument

SOLOISTS = frozenset(
    {
        Instrument.VIBRAPHONE,
        Instrument.MARIMBA,
        Instrument.KALIMBA,
        Instrument.MUSIC_BOX,
        Instrument.OVERDRIVEN_GUITAR,
        Instrument.HARP,
        Instrument.PIZZICATO,
        Instrument.ACCORDION,
        Instrument.SOLO_CELLO,
        Instrument.SOLO_VIOLIN,
        Instrument.MUTED_TRUMPET,
        Instrument.TENOR_SAX,
        Instrument.FLUTE,
        Instrument.SYNTH_PLUCK,
        Instrument.SAW_LEAD,
        Instrument.SQUARE_LEAD,
        Instrument.SINE_LEAD,
        Instrument.FM_BELL,
        Instrument.PULSE_LEAD,
    }
)
"""What plays a melody in any genre when it is asked for; others do where they are usual."""

RINGING = frozenset(
    {
        Instrument.GRAND_PIANO,
        Instrument.FELT_PIANO,
        Instrument.ELECTRIC_PIANO,
        Instrument.VIBRAPHONE,
        Instrument.MARIMBA,
        Instrument.KALIMBA,
        Instrument.MUSIC_BOX,
        Instrument.NYLON_GUITAR,
        Instrument.STEEL_GUITAR,
        Instrument.CLEAN_GUITAR,
        Instrument.HARP,
        Instrument.FM_BELL,
    }
)
"""Leads whose notes may ring on through a rest."""

BENDING = frozenset(
    {
        Instrument.OVERDRIVEN_GUITAR,
        Instrument.DISTORTED_GUITAR,
        Instrument.SOLO_CELLO,
        Instrument.SOLO_VIOLIN,
        Instrument.MUTED_TRUMPET,
        Instrument.TENOR_SAX,
        Instrument.SAW_LEAD,
        Instrument.SINE_LEAD,
    }
)
"""Leads that may scoop up to a note."""

_MAY_DOUBLE = frozenset({Instrument.OVERDRIVEN_GUITAR, Instrument.DISTORTED_GUITAR})  # bands have two guitars
_ANYWHERE = (Instrument.GRAND_PIANO, Instrument.FLUTE, Instrument.SYNTH_PLUCK, Instrument.VIBRAPHONE)
_SPAN = 10  # semitones above and below where a lead likes to be


def lead(
    style: MelodyStyle, brief: Brief, taken: Iterable[Instrument], rng: np.random.Generator
) -> Instrument:
    """The instrument of the melody: one that was asked for, or one of the genre's, rather not one that plays chords."""
    pick = rng.random()
    allowed = [one for one in style.leads if one not in brief.without_instruments]
    wanted = [one for one in brief.instruments if one not in brief.without_instruments]
    asked = [one for one in wanted if one in SOLOISTS] or [one for one in wanted if one in allowed]
    if asked:
        return asked[0]
    if not allowed:
        allowed = [one for one in _ANYWHERE if one not in brief.without_instruments] or list(_ANYWHERE)
    occupied = frozenset(taken) - _MAY_DOUBLE
    free = [one for one in allowed if one not in occupied] or allowed
    return free[int(pick * len(free))]


def others_asked(brief: Brief, chosen: Instrument) -> list[Instrument]:
    """Soloists that were asked for beside the lead."""
    return [
        one
        for one in brief.instruments
        if one in SOLOISTS and one is not chosen and one not in brief.without_instruments
    ]


def compass(instrument: Instrument, register: int) -> tuple[int, int]:
    """Lowest and highest note of its melodies, around a register, as far as the instrument has it."""
    entry = CATALOG[instrument]
    low, high = entry.low + 2, entry.high - 2
    centre = min(max(register, low + _SPAN), high - _SPAN)
    return max(low, centre - _SPAN), min(high, centre + _SPAN)
