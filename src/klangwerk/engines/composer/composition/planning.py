"""A brief becomes a frame: tempo, bars, sections, chords."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.form.length import fitted
from klangwerk.engines.composer.composition.form.sections import sections_for
from klangwerk.engines.composer.composition.harmony.changes import chords_for
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.genres import FACTS


def make_plan(brief: Brief, rng: np.random.Generator) -> Plan:
    """The frame of a piece. It lasts `brief.duration_s` exactly; a loop does too unless its tempo was asked
    as well, when it takes the nearest number of whole bars.
    """
    beats_per_bar = FACTS[brief.genre].beats_per_bar
    length = fitted(brief, beats_per_bar=beats_per_bar)
    sections = sections_for(brief, length, rng)
    return Plan(
        brief=brief,
        bpm=length.bpm,
        beats_per_bar=beats_per_bar,
        bars=length.bars,
        duration_s=length.duration_s,
        sections=sections,
        chords=chords_for(brief, sections, beats_per_bar, rng),
    )
