"""The bass: within range, on the roots, with the kick."""

from __future__ import annotations

import itertools
from bisect import bisect_left

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.composer.composition.bass.kicks import Kicks
from klangwerk.engines.composer.composition.bass.parts import bass_parts
from klangwerk.engines.composer.composition.bass.styles import STYLES
from klangwerk.engines.composer.composition.planning import make_plan
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Note, Part, SectionKind, Stem


def kit(plan, steps):
    """A kick on these sixteenths of every bar, a little late."""
    notes = tuple(
        Note(start_beats=bar * 4 + step / 4 + 0.01, duration_beats=0.25, pitch=Drum.KICK, velocity=0.8)
        for bar in range(plan.bars)
        for step in steps
    )
    return (Part(stem=Stem.PERCUSSION, instrument=Instrument.KIT_POP, notes=notes),)


def compose(brief, steps=(0, 6, 10), seed=0):
    plan = make_plan(brief, np.random.default_rng(seed))
    percussion = kit(plan, steps)
    return plan, percussion, bass_parts(plan, percussion, np.random.default_rng(seed + 1))


@settings(max_examples=40, deadline=None)
@given(
    genre=st.sampled_from(list(Genre)),
    duration_s=st.sampled_from([4.0, 9.0, 30.0, 75.0]),
    seed=st.integers(0, 500),
    looping=st.booleans(),
)
def test_lines_are_playable(brief_for, genre, duration_s, seed, looping):
    plan, _, parts = compose(brief_for(genre, duration_s, seed=seed, looping=looping), seed=seed)
    silent = {
        bar
        for section in plan.sections
        if Stem.BASS not in section.stems
        for bar in range(section.start_bar, section.stop_bar)
    }
    for part in parts:
        entry = CATALOG[part.instrument]
        assert part.stem is Stem.BASS
        starts = [note.start_beats for note in part.notes]
        assert starts == sorted(starts)
        assert len(set(starts)) == len(starts)
        for note in part.notes:
            assert entry.low <= note.pitch <= entry.high
            assert 0.0 <= note.start_beats < plan.bars * plan.beats_per_bar
            assert int(note.start_beats + 0.1) // plan.beats_per_bar not in silent
            if note.slide_from is not None:
                assert entry.low <= note.slide_from <= entry.high
    pitches = [note.pitch for part in parts for note in part.notes]
    assert np.mean([26 <= pitch <= 52 for pitch in pitches] or [1.0]) > 0.85


def test_the_bass_sounds_the_roots(brief_for):
    for genre, seed in itertools.product(Genre, range(2)):
        plan, _, parts = compose(brief_for(genre, 40.0, seed=seed), seed=seed)
        firsts = []
        for section in plan.sections:
            if Stem.BASS not in section.stems:
                continue
            for chord in plan.chords:
                if (
                    not section.start_bar <= chord.start_beats / 4 < section.stop_bar
                    or chord.duration_beats < 4
                ):
                    continue
                within = [
                    note
                    for part in parts
                    for note in part.notes
                    if chord.start_beats - 0.1 <= note.start_beats < chord.stop_beats - 1.0
                ]
                if within:
                    firsts.append(min(within, key=lambda note: note.start_beats).pitch % 12 == chord.bass)
        assert np.mean(firsts) > 0.8, genre


@pytest.mark.parametrize("genre", [Genre.TRAP, Genre.BOOM_BAP, Genre.LOFI, Genre.RNB, Genre.CHILLHOP])
def test_the_bass_plays_with_the_kick(brief_for, genre):
    plan, percussion, parts = compose(brief_for(genre, 40.0), steps=(0, 7, 10))
    onsets = sorted(note.start_beats for part in parts for note in part.notes)
    playing = [
        (s.start_bar * 4, s.stop_bar * 4)
        for s in plan.sections
        if Stem.BASS in s.stems and s.kind is not SectionKind.ENDING
    ]
    kicks = [
        note.start_beats for note in percussion[0].notes if any(a <= note.start_beats < b for a, b in playing)
    ]
    met = [
        any(
            abs(kick - onset) < 1e-6
            for onset in onsets[max(bisect_left(onsets, kick) - 1, 0) : bisect_left(onsets, kick) + 2]
        )
        for kick in kicks
    ]
    assert np.mean(met) > 0.8


@pytest.mark.parametrize("genre", [Genre.HOUSE, Genre.TECHNO, Genre.TRANCE])
def test_offbeat_basses_leave_the_kick_room(brief_for, genre):
    _, _, parts = compose(brief_for(genre, 40.0), steps=(0, 4, 8, 12))
    onsets = [note.start_beats for part in parts for note in part.notes]
    assert np.mean([abs(onset - round(onset)) < 0.1 for onset in onsets]) < 0.15


def test_onsets_of_swung_kicks_are_understood(brief_for):
    plan = make_plan(brief_for(Genre.JAZZ, 30.0), np.random.default_rng(0))
    swung = Part(
        stem=Stem.PERCUSSION,
        instrument=Instrument.KIT_JAZZ,
        notes=(Note(start_beats=1.66, duration_beats=0.2, pitch=Drum.KICK_SOFT, velocity=0.4),),
    )
    assert Kicks(plan, (swung,)).in_bar(0, 4) == (6,)


def test_a_walking_bass_walks(brief_for):
    plan, _, parts = compose(brief_for(Genre.JAZZ, 60.0, energy=0.7), seed=3)
    solo = next(section for section in plan.sections if section.kind in (SectionKind.SOLO, SectionKind.VERSE))
    notes = [n for n in parts[0].notes if solo.start_bar * 4 - 0.1 <= n.start_beats < solo.stop_bar * 4 - 0.1]
    steps = [abs(b.pitch - a.pitch) for a, b in itertools.pairwise(notes)]
    assert len(notes) >= 4 * solo.bars
    assert np.mean([step <= 5 for step in steps]) > 0.75
    assert np.mean([step == 0 for step in steps]) < 0.3


@pytest.mark.parametrize("genre", Genre)
def test_figures_are_written_in_bars_of_sixteen(genre):
    style = STYLES[genre]
    for figure in (*style.calm, *style.full, *style.fills):
        assert {len(bar) for bar in figure.split("|")} == {16}, figure
        assert set(figure) <= set("Rr8356 7LNAgs-.|".replace(" ", "")), figure


def test_wishes(brief_for):
    assert compose(brief_for(Genre.POP, 16.0, without=frozenset({Stem.BASS})))[2] == ()
    _, _, parts = compose(brief_for(Genre.POP, 16.0, instruments=(Instrument.UPRIGHT_BASS,)))
    assert {part.instrument for part in parts} == {Instrument.UPRIGHT_BASS}
    _, _, parts = compose(brief_for(Genre.TRAP, 16.0, without_instruments=frozenset({Instrument.BASS_808})))
    assert parts
    assert Instrument.BASS_808 not in {part.instrument for part in parts}


def test_seeds_differ(brief_for):
    for genre in Genre:
        brief = brief_for(genre, 15.0)
        lines = [compose(brief, seed=seed)[2] for seed in (0, 1, 2, 1)]
        assert lines[1] == lines[3]
        assert len(set(lines)) == 3
