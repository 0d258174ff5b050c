"""The bass of a piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.bass.kicks import Kicks
from klangwerk.engines.composer.composition.bass.playing import BassPlayer
from klangwerk.engines.composer.composition.bass.register import Register
from klangwerk.engines.composer.composition.bass.slides import slurred
from klangwerk.engines.composer.composition.bass.styles import STYLES
from klangwerk.engines.composer.composition.chords.filtering import sweep
from klangwerk.engines.composer.composition.feel.playing import played
from klangwerk.engines.composer.composition.form.temper import calm_sections
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.score import Note, Part, Section, Stem

BASSES = frozenset(
    instrument
    for instrument in Instrument
    if instrument.name.endswith("_BASS") or instrument is Instrument.BASS_808
)


_SWEPT = frozenset({Instrument.ACID_BASS, Instrument.SAW_BASS})


def bass_parts(plan: Plan, percussion: tuple[Part, ...], rng: np.random.Generator) -> tuple[Part, ...]:
    """The bass line, of one instrument or of one for calm and one for full sections. It goes by the kicks in
    `percussion`. Empty where the brief asks for no bass.
    """
    brief = plan.brief
    if Stem.BASS in brief.without:
        return ()
    style = STYLES[brief.genre]
    kicks = Kicks(plan, percussion)
    full = _instrument(style.instruments, brief, rng)
    calm = _instrument(style.calm_instruments, brief, rng) if style.calm_instruments else full
    parts = []
    for instrument, sections in _shared(plan, calm, full):
        entry = CATALOG[instrument]
        register = Register(max(style.lowest, entry.low), entry.low, entry.high)
        player = BassPlayer(plan, style, register, kicks, rng)
        notes = _at_once(
            plan,
            register,
            [note for section in sections if Stem.BASS in section.stems for note in player.section(section)],
        )
        if notes:
            live = kicks.locked(played(notes, plan, rng, looseness=style.looseness))
            parts.append(
                Part(
                    stem=Stem.BASS,
                    instrument=instrument,
                    notes=slurred(_alone(plan.within(live)), instrument, rng),
                    cutoff=sweep(plan) if instrument in _SWEPT else (),
                )
            )
    return tuple(parts)


def _at_once(plan: Plan, register: Register, notes: list[Note]) -> list[Note]:
    """Where no chord begins the piece, the bass does, even if its figure begins with a rest."""
    first = plan.sections[0]
    if not notes or Stem.CHORDS in first.stems or Stem.BASS not in first.stems:
        return notes
    begin = min(note.start_beats for note in notes)
    if not plan.begins_late(begin):
        return notes
    root = register.fitted(register.root(plan.chords[0].bass, None))
    return [Note(start_beats=0.0, duration_beats=begin, pitch=root, velocity=notes[0].velocity), *notes]


def _shared(plan: Plan, calm: Instrument, full: Instrument) -> list[tuple[Instrument, Sequence[Section]]]:
    if calm is full:
        return [(full, plan.sections)]
    quiet = calm_sections(plan)
    return [
        (calm, [section for section in plan.sections if section in quiet]),
        (full, [section for section in plan.sections if section not in quiet]),
    ]


def _instrument(usual: tuple[Instrument, ...], brief: Brief, rng: np.random.Generator) -> Instrument:
    pick = int(rng.integers(1 << 30))
    wanted = [i for i in brief.instruments if i in BASSES and i not in brief.without_instruments]
    if wanted:
        return wanted[0]
    able = [i for i in usual if i not in brief.without_instruments]
    able = able or [i for i in sorted(BASSES) if i not in brief.without_instruments] or list(usual)
    return able[pick % len(able)]


def _alone(notes: Iterable[Note]) -> tuple[Note, ...]:
    """One note at a time: of two that begin together the longer stays."""
    kept: list[Note] = []
    for note in notes:
        if kept and abs(note.start_beats - kept[-1].start_beats) < 1e-3:
            if note.duration_beats > kept[-1].duration_beats:
                kept[-1] = note
            continue
        kept.append(note)
    return tuple(kept)
