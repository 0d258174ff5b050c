"""All chordal parts of a piece."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import numpy as np

from klangwerk.engines.composer.composition.chords.choosing import players
from klangwerk.engines.composer.composition.chords.filtering import sweep
from klangwerk.engines.composer.composition.chords.layers import Layer
from klangwerk.engines.composer.composition.chords.playing import layer_notes
from klangwerk.engines.composer.composition.feel.playing import played
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.score import Note, Part, Stem


def chord_parts(plan: Plan, rng: np.random.Generator) -> tuple[Part, ...]:
    """The main comping instrument and those beside it; empty where the brief asks for no chords."""
    if Stem.CHORDS in plan.brief.without:
        return ()
    chosen = _everywhere(plan, players(plan.brief, rng))
    layers = [layer for layer, _ in chosen]
    written = [
        layer_notes(plan, layer, instrument, layers[:n], rng.spawn(1)[0])
        for n, (layer, instrument) in enumerate(chosen)
    ]
    parts: list[Part] = []
    for (layer, instrument), notes in zip(chosen, _at_once(plan, written), strict=True):
        takes = (-layer.pan, layer.pan) if layer.double else (layer.pan,)
        for pan, source in zip(takes, rng.spawn(len(takes)), strict=True):
            live = played(notes, plan, source, looseness=layer.looseness)
            if not live:
                continue
            parts.append(
                Part(
                    stem=Stem.CHORDS,
                    instrument=instrument,
                    notes=plan.within(_strummed(live, layer.strum_s / plan.beat_s)),
                    level_db=layer.level_db,
                    pan=pan,
                    cutoff=sweep(plan) if layer.sweeps else (),
                )
            )
    return tuple(parts)


def _everywhere(plan: Plan, chosen: list[tuple[Layer, Instrument]]) -> list[tuple[Layer, Instrument]]:
    """The main layer steps in where no other plays."""
    covered = frozenset().union(*(layer.where for layer, _ in chosen))
    missing = {section.kind for section in plan.sections if Stem.CHORDS in section.stems} - covered
    layer, instrument = chosen[0]
    return [(replace(layer, where=layer.where | missing), instrument), *chosen[1:]] if missing else chosen


def _at_once(plan: Plan, written: list[list[Note]]) -> list[list[Note]]:
    """A piece begins with sound: if nobody plays then, the chord that comes first is struck on the first beat
    as well.
    """
    if Stem.CHORDS not in plan.sections[0].stems or not any(written):
        return written
    begin, first = min(
        (min(note.start_beats for note in notes), n) for n, notes in enumerate(written) if notes
    )
    if not plan.begins_late(begin):
        return written
    struck = [replace(note, start_beats=0.0) for note in written[first] if note.start_beats == begin]
    return [struck + notes if n == first else notes for n, notes in enumerate(written)]


def _strummed(notes: tuple[Note, ...], apart_beats: float) -> tuple[Note, ...]:
    """Strings one after the other, downwards on the beat, upwards off it."""
    if apart_beats <= 0.0:
        return notes
    strummed: list[Note] = []
    for start, group in groupby(notes, key=lambda note: note.start_beats):
        chord = list(group)
        upstroke = abs(start * 2 - round(start * 2)) > 0.2
        order = reversed(chord) if upstroke else chord
        strummed += [replace(note, start_beats=start + k * apart_beats) for k, note in enumerate(order)]
    return tuple(sorted(strummed, key=lambda note: (note.start_beats, note.pitch)))
