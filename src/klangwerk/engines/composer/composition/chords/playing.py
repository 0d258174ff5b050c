"""A layer becomes notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from klangwerk.engines.composer.composition.chords.frets import fretted, power_chord
from klangwerk.engines.composer.composition.chords.layers import Grip, Layer
from klangwerk.engines.composer.composition.chords.timing import Sounding, in_order_of_liking, soundings
from klangwerk.engines.composer.composition.chords.voicing import Space, Voicing, voiced
from klangwerk.engines.composer.composition.form.temper import is_calm
from klangwerk.engines.composer.composition.harmony.riffs import riff
from klangwerk.engines.composer.composition.harmony.scales import steps_above
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.score import Note, Section, SectionKind, Stem

_K = SectionKind
_SWELLS: dict[SectionKind, tuple[float, float]] = {
    _K.INTRO: (0.86, 1.0),
    _K.BUILD: (0.75, 1.12),
    _K.BREAKDOWN: (0.95, 1.0),
    _K.OUTRO: (1.0, 0.8),
}
"""How loud a section begins and ends, beside its energy."""
_NARROWEST = 14  # semitones that voicings need


def voicings(plan: Plan, layer: Layer, instrument: Instrument) -> list[Voicing]:
    """One for every chord of the plan."""
    entry = CATALOG[instrument]
    low, high = max(layer.low, entry.low), min(layer.high, entry.high)
    if high - low < _NARROWEST:  # another instrument than the layer was written for
        low, high = (entry.low, entry.low + 19) if low == entry.low else (entry.high - 19, entry.high)
    alone = Stem.BASS in plan.brief.without and layer.grip in (Grip.KEYS, Grip.ROOTLESS)
    space = Space(
        low=max(low - 7, entry.low) if alone else low,
        high=high,
        voices=layer.voices + alone,
        rootless=layer.grip is Grip.ROOTLESS and not alone,
        bass_below=layer.grip is Grip.PARTS or alone,
        strict=layer.grip is Grip.PARTS,
    )
    found: list[Voicing] = []
    for chord in plan.chords:
        previous = found[-1] if found else None
        if layer.grip is Grip.POWER:
            found.append(power_chord(chord.root, low))
            continue
        if layer.grip is Grip.GUITAR and (grip := fretted(chord.root, chord.intervals, chord.bass, previous)):
            found.append(grip)
            continue
        found.append(voiced(chord.root, chord.intervals, chord.bass, previous, space, plan.brief.key))
    return found


def layer_notes(
    plan: Plan, layer: Layer, instrument: Instrument, earlier: Sequence[Layer], rng: np.random.Generator
) -> list[Note]:
    """All that the layer plays, on the straight grid. Layers that come after `earlier` ones enter later."""
    starts = (chord.start_beats for chord in plan.chords)
    held = dict(zip(starts, voicings(plan, layer, instrument), strict=True))
    calm = in_order_of_liking(layer.calm, rng)
    full = in_order_of_liking(layer.full or layer.calm, rng)
    notes: list[Note] = []
    for section in plan.sections:
        if section.kind not in layer.where or Stem.CHORDS not in section.stems:
            continue
        velocity = 0.5 + 0.36 * section.energy
        if section.kind is _K.ENDING:
            notes += _last_hit(plan, section, held, velocity)
            continue
        place = sum(section.kind in other.where for other in earlier)
        figures = riff(plan, section) if layer.riff else calm if is_calm(plan, section) else full
        for sounding in soundings(plan, section, figures, layer.gate, _entry(section, place)):
            voicing = _gripped(plan, sounding, held[sounding.chord.start_beats])
            loud = velocity * _swell(plan, section, sounding.start_beats)
            notes += _struck(sounding, voicing, loud, CATALOG[instrument].low)
    return notes


def _entry(section: Section, place: int) -> int:
    """The bar where a layer comes in: intros and long sections fill up."""
    if (section.kind is _K.INTRO and section.bars >= 8 and place >= 1) or (
        section.bars >= 16 and section.occurrence == 0 and place >= 2 and section.kind is not _K.BREAKDOWN
    ):
        return section.start_bar + 4 * (section.bars // 8)
    return section.start_bar


def _swell(plan: Plan, section: Section, beats: float) -> float:
    first, last = _SWELLS.get(section.kind, (1.0, 1.0))
    return first + (last - first) * (beats / plan.beats_per_bar - section.start_bar) / section.bars


def _gripped(plan: Plan, sounding: Sounding, voicing: Voicing) -> Voicing:
    """The voicing, moved up the scale where a riff does so."""
    if sounding.strike.what not in ("third", "second"):
        return voicing
    second, third = steps_above(plan.brief.key, sounding.chord.root)
    shift = third if sounding.strike.what == "third" else second
    return tuple(note + shift for note in voicing)


def _struck(sounding: Sounding, voicing: Voicing, velocity: float, lowest: int) -> Iterator[Note]:
    strike = sounding.strike
    if strike.what == "voice":
        octave, place = divmod(strike.voice, len(voicing))
        pitches: tuple[int, ...] = (voicing[place] + 12 * octave,)
    elif strike.what == "bass":
        bass = sounding.chord.bass
        below = voicing[0] if voicing[0] % 12 == bass else voicing[0] - 1 - (voicing[0] - 1 - bass) % 12
        pitches = (below if below >= lowest else below + 12,)
    else:
        pitches = voicing[1:] if strike.what == "upper" and len(voicing) > 2 else voicing
    for pitch in pitches:
        yield Note(
            start_beats=sounding.start_beats,
            duration_beats=sounding.stop_beats - sounding.start_beats,
            pitch=pitch,
            velocity=min(velocity * strike.force, 1.0),
        )


def _last_hit(plan: Plan, section: Section, held: dict[float, Voicing], velocity: float) -> Iterator[Note]:
    start = float(section.start_bar * plan.beats_per_bar)
    for pitch in held[start]:
        yield Note(
            start_beats=start,
            duration_beats=float(section.bars * plan.beats_per_bar),
            pitch=pitch,
            velocity=min(velocity * 1.1, 1.0),
        )
