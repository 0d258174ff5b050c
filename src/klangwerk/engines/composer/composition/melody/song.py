"""The themes of a track and what becomes of them in each section."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from klangwerk.engines.composer.composition.melody import motif as motifs
from klangwerk.engines.composer.composition.melody.cells import bars_of, parsed
from klangwerk.engines.composer.composition.melody.leads import BENDING, compass
from klangwerk.engines.composer.composition.melody.motif import Motif
from klangwerk.engines.composer.composition.melody.phrases import units
from klangwerk.engines.composer.composition.melody.singing import Singer, sung
from klangwerk.engines.composer.composition.melody.soloing import licks, lines
from klangwerk.engines.composer.composition.melody.style import MelodyStyle, Solo
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.score import Note, Section, SectionKind

PEAKS = frozenset({SectionKind.CHORUS, SectionKind.DROP})
_SECOND_THEME = PEAKS | {SectionKind.BUILD, SectionKind.BREAKDOWN}
_LIFT = 3  # semitones that choruses lie above a melody's middle, and verses below
_ENDING_BEATS = 3.5
_GLIDE_BEATS = 0.45  # shorter notes have no time for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Song:
    """What a track's melody is made of.

    Each theme comes with the bars that its motif takes. `bends` says whether the lead can scoop up to a note.
    """

    first: tuple[Motif, int]
    second: tuple[Motif, int]
    third: tuple[Motif, int]
    singer: Singer
    bends: bool
    seed: int

    def theme(self, kind: SectionKind) -> tuple[Motif, int]:
        """The theme of sections of a kind."""
        if kind is SectionKind.BRIDGE:
            return self.third
        return self.second if kind in _SECOND_THEME else self.first


def song_for(plan: Plan, style: MelodyStyle, instrument: Instrument, rng: np.random.Generator) -> Song:
    """Invent a track's themes for its lead."""
    low, high = compass(instrument, style.register)
    lively = style.lively or style.cells
    first = _theme(str(rng.choice(style.cells)), plan, style, rng)
    second = _theme(str(rng.choice(lively)), plan, style, rng)
    third = _theme(str(rng.choice(style.cells)), plan, style, rng)
    return Song(
        first=first,
        second=second,
        third=(motifs.inverted(third[0]), third[1]),
        singer=Singer(low=low, high=high, centre=(low + high) // 2, scale=style.scale, gate=style.gate),
        bends=instrument in BENDING,
        seed=int(rng.integers(2**31)),
    )


def _theme(cell: str, plan: Plan, style: MelodyStyle, rng: np.random.Generator) -> tuple[Motif, int]:
    beats = parsed(cell, plan.beats_per_bar)
    return motifs.invent(beats, rng, leapiness=style.leapiness, bar_beats=plan.beats_per_bar), bars_of(cell)


def section_notes(section: Section, plan: Plan, style: MelodyStyle, song: Song) -> list[Note]:
    """The melody of one section on the straight grid."""
    velocity = 0.5 + 0.3 * section.energy
    rng = np.random.default_rng([song.seed, zlib.crc32(section.kind.encode()), section.occurrence, 3])
    singer = song.singer
    if section.kind is SectionKind.ENDING:
        return _last_note(section, plan, singer, velocity)
    if section.kind is SectionKind.SOLO and style.solo is not Solo.THEME:
        play = lines if style.solo is Solo.LINES else licks
        solo = play(section, plan, singer, rng, velocity=velocity)
        return _slid(solo, 0.1 if song.bends else 0.0, song.bends, rng)
    theme, bars = song.theme(section.kind)
    if section.kind in PEAKS:
        singer = replace(singer, centre=min(singer.centre + _LIFT, singer.high - 5))
    elif section.kind in (SectionKind.INTRO, SectionKind.OUTRO, SectionKind.VERSE):
        singer = replace(singer, centre=max(singer.centre - _LIFT, singer.low + 5))
    if section.kind is SectionKind.OUTRO:
        theme = motifs.thinned(theme, rng)
    phrases = units(
        section,
        theme,
        bars,
        plan.beats_per_bar,
        sparseness=style.sparseness * min(1.0, 1.5 * _fill(theme, bars * plan.beats_per_bar)),
        hypnotic=style.hypnotic,
        seed=song.seed,
        leads_back=plan.brief.looping and section is plan.sections[-1],
    )
    notes = sung(phrases, plan, singer, velocity=velocity)
    return _slid(notes, max(style.slides, 0.12 if song.bends else 0.0), song.bends, rng)


def _fill(theme: Motif, beats: float) -> float:
    """How much of its bars a motif sounds: what rests within needs fewer rests around it."""
    return sum(note.length for note in theme) / beats


def _last_note(section: Section, plan: Plan, singer: Singer, velocity: float) -> list[Note]:
    at = float(section.start_bar * plan.beats_per_bar)
    tones = plan.chord_at(at).pitch_classes
    tonic = plan.brief.key.tonic
    aim = tonic if tonic in tones else tones[0]
    pitch = min(
        (p for p in range(singer.low, singer.high + 1) if p % 12 == aim), key=lambda p: abs(p - singer.centre)
    )
    length = min(_ENDING_BEATS, float(section.bars * plan.beats_per_bar))
    return [Note(start_beats=at, duration_beats=length, pitch=pitch, velocity=velocity)]


def _slid(notes: list[Note], chance: float, bends: bool, rng: np.random.Generator) -> list[Note]:
    """Some notes glide from the one before; where an instrument bends, long ones are scooped up to after a breath."""
    if chance == 0.0:
        return notes
    result = notes[:1]
    for before, note in pairwise(notes):
        gap = note.start_beats - before.start_beats - before.duration_beats
        leap = abs(note.pitch - before.pitch)
        if rng.random() > chance or note.slide_from is not None:
            result.append(note)
        elif gap < 0.25 and 0 < leap <= 7 and note.duration_beats >= _GLIDE_BEATS:
            result.append(replace(note, slide_from=before.pitch))
        elif bends and note.duration_beats >= 1.5 * _GLIDE_BEATS:
            result.append(replace(note, slide_from=note.pitch - int(rng.integers(1, 3))))
        else:
            result.append(note)
    return result
