"""The lead, second voices, and a figure of chord tones."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from klangwerk.engines.composer.composition.feel.playing import played
from klangwerk.engines.composer.composition.melody.arps import arpeggio
from klangwerk.engines.composer.composition.melody.layers import layered
from klangwerk.engines.composer.composition.melody.leads import RINGING, lead, others_asked
from klangwerk.engines.composer.composition.melody.song import PEAKS, Song, section_notes, song_for
from klangwerk.engines.composer.composition.melody.style import Layer, MelodyStyle
from klangwerk.engines.composer.composition.melody.styles import STYLES
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.score import Note, Part, Section, SectionKind, Stem

_LAYER_DB, _ECHO_DB, _ARP_DB = -5.0, -7.0, -4.0
_RING_BEATS = 1.5
_STACCATO = 0.85  # of gates: those below are meant
_FOR_ASKED = (Layer.THIRDS, Layer.OCTAVE, Layer.ECHO)  # what further soloists that were asked for play

Cutoff = tuple[tuple[float, float], ...]


def melody_parts(plan: Plan, chords: tuple[Part, ...], rng: np.random.Generator) -> tuple[Part, ...]:
    """The lead and what goes with it."""
    style = STYLES[plan.brief.genre]
    instrument = lead(style, plan.brief, (part.instrument for part in chords), rng)
    song = song_for(plan, style, instrument, rng)
    layer = style.layers[int(rng.integers(len(style.layers)))] if style.layers else None
    with_layer = rng.random() < style.layer_chance
    with_arp = rng.random() < style.arp_chance
    side = float(rng.choice([-0.2, 0.2]))
    cutoff = _cutoff(plan) if style.filtered else ()
    sung = [
        (section, section_notes(section, plan, style, song))
        for section in plan.sections
        if Stem.MELODY in section.stems
    ]
    written = [note for _, notes in sung for note in notes]
    ringing = instrument in RINGING and style.gate > _STACCATO
    parts = [
        _part(_ringing(written, plan) if ringing else written, plan, instrument, style, rng, cutoff=cutoff)
    ]
    asked = others_asked(plan.brief, instrument)
    voices: list[tuple[Layer, Instrument | None]] = list(zip(_FOR_ASKED, asked, strict=False))
    if not voices and with_layer and layer is not None:
        voices = [layer]
    doubled = [note for section, notes in sung if _is_doubled(section, plan, bool(asked)) for note in notes]
    for index, (kind, named) in enumerate(voices):
        second = named if named and named not in plan.brief.without_instruments else instrument
        entry = CATALOG[second]
        voice = layered(doubled, kind, plan, entry.low, entry.high, echo_beats=style.echo_beats)
        level = _ECHO_DB if kind is Layer.ECHO else _LAYER_DB
        pan = side if index % 2 == 0 else -side
        parts.append(_part(voice, plan, second, style, rng, level_db=level, pan=pan, cutoff=cutoff))
    if with_arp and style.arps and not any(part.instrument in style.arps for part in chords):
        parts.append(_arp(plan, style, song, instrument, rng, pan=-side, cutoff=cutoff))
    return tuple(part for part in parts if part.notes)


def _is_doubled(section: Section, plan: Plan, asked: bool) -> bool:
    """Whether a second voice joins in: in the last of the fullest sections, or in all of them if they are few."""
    full = [one for one in plan.sections if one.kind in PEAKS and Stem.MELODY in one.stems]
    full = full or [
        one
        for one in plan.sections
        if one.kind not in (SectionKind.ENDING, SectionKind.SOLO) and Stem.MELODY in one.stems
    ]
    return section in (full if asked or len(full) < 3 else full[-1:])


def _arp(
    plan: Plan,
    style: MelodyStyle,
    song: Song,
    instrument: Instrument,
    rng: np.random.Generator,
    *,
    pan: float,
    cutoff: Cutoff,
) -> Part:
    chosen = [
        one for one in style.arps if one not in plan.brief.without_instruments and one is not instrument
    ]
    player = chosen[int(rng.integers(len(chosen)))] if chosen else instrument
    low = max(CATALOG[player].low, 60)
    everywhere = bool(rng.random() < 0.5) or len(plan.sections) == 1
    notes: list[Note] = []
    for section in plan.sections:
        if Stem.MELODY in section.stems and section.kind is not SectionKind.ENDING:
            loud = 0.45 + 0.25 * section.energy
            notes += arpeggio(section, plan, low, low + 24, song.seed, velocity=loud, everywhere=everywhere)
    return _part(notes, plan, player, style, rng, level_db=_ARP_DB, pan=pan, cutoff=cutoff)


def _cutoff(plan: Plan) -> Cutoff:
    """A filter that opens with the energy, gradually in builds."""
    points: list[tuple[float, float]] = []
    for section in plan.sections:
        start = float(section.start_bar * plan.beats_per_bar)
        stop = float(section.stop_bar * plan.beats_per_bar)
        here = 0.35 + 0.6 * section.energy
        if section.kind is SectionKind.BUILD:
            points += [(start, 0.35), (stop - 0.01, 0.95)]
        elif section.kind in (SectionKind.BREAKDOWN, SectionKind.INTRO):
            points += [(start, 0.3), (stop - 0.01, 0.6)]
        else:
            points += [(start, here), (stop - 0.01, here)]
    return tuple(points)


def _ringing(notes: list[Note], plan: Plan) -> list[Note]:
    """Held on where a player would leave the key or string, but not into another chord."""
    return [
        replace(
            note,
            duration_beats=max(
                note.duration_beats,
                min(_RING_BEATS, plan.chord_at(note.start_beats).stop_beats - note.start_beats),
            ),
        )
        for note in notes
    ]


def _breathing(notes: list[Note]) -> list[Note]:
    """In order, none sounding into the next."""
    ordered = sorted(notes, key=lambda note: note.start_beats)
    result = []
    for index, note in enumerate(ordered):
        if index + 1 < len(ordered):
            room = ordered[index + 1].start_beats - note.start_beats
            if room < 1e-6:
                continue
            note = replace(note, duration_beats=min(note.duration_beats, room))
        result.append(note)
    return result


def _part(
    notes: list[Note],
    plan: Plan,
    instrument: Instrument,
    style: MelodyStyle,
    rng: np.random.Generator,
    *,
    level_db: float = 0.0,
    pan: float = 0.0,
    cutoff: Cutoff = (),
) -> Part:
    return Part(
        stem=Stem.MELODY,
        instrument=instrument,
        notes=played(_breathing(notes), plan, rng, looseness=style.looseness),
        level_db=level_db,
        pan=pan,
        cutoff=cutoff,
    )
