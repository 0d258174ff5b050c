"""A brief becomes a score: frame first, then drums, bass, chords, melody, each hearing those before it."""

from __future__ import annotations

import zlib

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.bass.parts import bass_parts
from klangwerk.engines.composer.composition.chords.parts import chord_parts
from klangwerk.engines.composer.composition.melody.parts import melody_parts
from klangwerk.engines.composer.composition.planning import make_plan
from klangwerk.engines.composer.composition.rhythm.parts import percussion_parts
from klangwerk.engines.composer.score import Score


def compose(brief: Brief, *, seed: int) -> Score:
    """The same brief and seed give the same score."""
    plan = make_plan(brief, random_for(seed, "plan"))
    percussion = percussion_parts(plan, random_for(seed, "percussion"))
    bass = bass_parts(plan, percussion, random_for(seed, "bass"))
    chords = chord_parts(plan, random_for(seed, "chords"))
    melody = melody_parts(plan, chords, random_for(seed, "melody"))
    parts = (*percussion, *bass, *chords, *melody)
    return Score(
        genre=brief.genre,
        bpm=plan.bpm,
        beats_per_bar=plan.beats_per_bar,
        bars=plan.bars,
        key=brief.key,
        duration_s=plan.duration_s,
        looping=brief.looping,
        sections=plan.sections,
        chords=plan.chords,
        parts=tuple(part for part in parts if part.stem not in brief.without),
    )


def random_for(seed: int, player: str) -> np.random.Generator:
    """A source of its own for every player, so that a change in one part leaves the others as they were."""
    return np.random.default_rng([seed, zlib.crc32(player.encode())])
