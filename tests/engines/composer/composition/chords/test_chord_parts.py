"""Those who play chords: within range, voice-led, never silent, as was asked."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.composer.composition.chords.choosing import ENSEMBLES, players
from klangwerk.engines.composer.composition.chords.figures import bars_in, strikes
from klangwerk.engines.composer.composition.chords.frets import fretted, power_chord
from klangwerk.engines.composer.composition.chords.layers import Grip
from klangwerk.engines.composer.composition.chords.parts import chord_parts
from klangwerk.engines.composer.composition.chords.playing import voicings
from klangwerk.engines.composer.composition.chords.voicing import Space, voiced
from klangwerk.engines.composer.composition.planning import make_plan
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.keys import Key, Mode
from klangwerk.engines.composer.score import SectionKind, Stem

C = Key(0, Mode.MAJOR)


def compose(brief, seed=0):
    plan = make_plan(brief, np.random.default_rng(seed))
    return plan, chord_parts(plan, np.random.default_rng(seed + 1))


@settings(max_examples=40, deadline=None)
@given(
    genre=st.sampled_from(list(Genre)),
    duration_s=st.sampled_from([4.0, 7.0, 15.0, 30.0, 75.0]),
    seed=st.integers(0, 500),
    looping=st.booleans(),
)
def test_parts_are_playable_and_never_silent(brief_for, genre, duration_s, seed, looping):
    plan, parts = compose(brief_for(genre, duration_s, seed=seed, looping=looping), seed)
    sounding = []
    for part in parts:
        entry = CATALOG[part.instrument]
        assert part.stem is Stem.CHORDS
        assert part.notes
        assert list(part.notes) == sorted(part.notes, key=lambda note: (note.start_beats, note.pitch))
        assert [point[0] for point in part.cutoff] == sorted(point[0] for point in part.cutoff)
        for note in part.notes:
            assert entry.low <= note.pitch <= entry.high
            assert 0.0 <= note.start_beats < plan.bars * plan.beats_per_bar
            assert note.duration_beats > 0.0
            assert 0.0 < note.velocity <= 1.0
            assert (note.velocity * 32) % 1 == 0
            assert note.duration_beats * 24 == pytest.approx(round(note.duration_beats * 24))
            sounding.append((note.start_beats, note.start_beats + note.duration_beats))
    with_chords = [section for section in plan.sections if Stem.CHORDS in section.stems]
    for section in with_chords:
        first, last = (bar * plan.beats_per_bar for bar in (section.start_bar, section.stop_bar))
        silent_since = first
        for start, stop in sorted(sounding):
            if stop > first and start < last:
                assert (start - silent_since) * plan.beat_s < 2.0, section.kind
                silent_since = max(silent_since, stop)
        assert (min(last, plan.duration_s / plan.beat_s) - silent_since) * plan.beat_s < 2.0
    if Stem.CHORDS in plan.sections[0].stems:
        assert min(sounding)[0] * plan.beat_s < 0.3


def test_the_same_seed_plays_the_same_and_others_do_not(brief_for):
    for genre in Genre:
        brief = brief_for(genre, 9.0)
        pieces = [compose(brief, seed)[1] for seed in (0, 1, 2, 1)]
        assert pieces[1] == pieces[3]
        assert len(set(pieces)) == 3


def test_voices_move_little(brief_for):
    leaps, tops = [], []
    for genre, seed in itertools.product(Genre, range(1)):
        plan = make_plan(brief_for(genre, 40.0, seed=seed), np.random.default_rng(seed))
        for layer, instrument in players(plan.brief, np.random.default_rng(seed)):
            if layer.grip in (Grip.POWER, Grip.GUITAR):
                continue
            found = voicings(plan, layer, instrument)
            for before, after in itertools.pairwise(found):
                if len(before) == len(after):
                    leaps.append(np.mean([abs(a - b) for a, b in zip(before, after, strict=True)]))
                    tops.append(abs(before[-1] - after[-1]))
    assert np.mean(leaps) < 2.6
    assert np.mean(tops) < 2.6
    assert np.percentile(tops, 99) <= 7


def test_low_chords_are_not_muddy(brief_for):
    close = total = 0
    for genre, seed in itertools.product(Genre, range(2)):
        plan = make_plan(brief_for(genre, 30.0, seed=seed), np.random.default_rng(seed))
        for layer, instrument in players(plan.brief, np.random.default_rng(seed)):
            for voicing in voicings(plan, layer, instrument):
                for lower, upper in itertools.pairwise(voicing):
                    if lower < 48:
                        total += 1
                        close += upper - lower < 5
    assert total > 50
    assert close <= 0.02 * total


def test_strict_parts_keep_the_bass_lowest_and_avoid_parallels():
    space = Space(low=45, high=76, voices=4, bass_below=True, strict=True)
    before = voiced(0, (0, 4, 7), 0, None, space, C)
    after = voiced(7, (0, 4, 7, 10), 11, before, space, C)
    assert before[0] % 12 == 0
    assert after[0] % 12 == 11
    moving = [
        (i, j)
        for i in range(4)
        for j in range(i + 1, 4)
        if before[i] != after[i]
        and (before[j] - before[i]) % 12 in (0, 7)
        and (before[j] - before[i]) % 12 == (after[j] - after[i]) % 12
    ]
    assert not moving


def test_the_tonic_chord_keeps_its_triad():
    space = Space(low=52, high=74, voices=4, rootless=True)
    home = voiced(9, (0, 3, 7, 10, 14), 9, None, space, Key(9, Mode.MINOR))
    away = voiced(2, (0, 3, 7, 10, 14), 2, None, space, Key(9, Mode.MINOR))
    assert {9, 0, 4} <= {note % 12 for note in home}
    assert 2 not in {note % 12 for note in away}


@pytest.mark.parametrize("root", range(12))
@pytest.mark.parametrize(
    "intervals", [(0, 4, 7), (0, 3, 7), (0, 4, 7, 10), (0, 3, 7, 10, 14), (0, 4, 7, 11, 14)]
)
def test_guitar_grips_lie_under_a_hand(root, intervals):
    grip = fretted(root, intervals, root, None)
    assert 4 <= len(grip) <= 6
    assert grip[0] % 12 == root
    assert {note % 12 for note in grip} <= {(root + i) % 12 for i in intervals}
    assert (root + intervals[1]) % 12 in {note % 12 for note in grip}
    strings = (40, 45, 50, 55, 59, 64)
    reach = [
        max(fretted_frets) - min(fretted_frets)
        for lowest in range(len(strings) - len(grip) + 1)
        if all(frets := [n - s for n, s in zip(grip, strings[lowest:], strict=False)]) or True
        if min(frets) >= 0 and (fretted_frets := [fret for fret in frets if fret > 0] or [0])
    ]
    assert min(reach) <= 4


def test_open_c_and_barre_f_are_as_guitarists_play_them():
    assert fretted(0, (0, 4, 7), 0, None) == (48, 52, 55, 60, 64)
    assert fretted(5, (0, 4, 7), 5, None) == (41, 48, 53, 57, 60, 65)
    assert power_chord(4, 40) == (40, 47, 52)


@pytest.mark.parametrize("ensemble", [layers for group in ENSEMBLES.values() for layers in group])
def test_figures_are_written_in_whole_bars_of_sixteenths(ensemble):
    for layer in ensemble:
        assert set(layer.instruments) <= set(CATALOG)
        for figure in (*layer.calm, *layer.full):
            for n, row in enumerate(figure.split("&")):
                assert {len(bar) for bar in row.split("|")} <= {8, 16}, figure
                assert bars_in(n, figure) == row.count("|") + 1
            assert all(strikes(figure, 4)), figure


def test_a_figure_sounds_as_it_is_written():
    (row,) = strikes("x--.o-.b", 4)
    assert [(s.start_beats, s.stop_beats, s.what) for s in row] == [
        (0.0, 1.5, "chord"),
        (2.0, 3.0, "chord"),
        (3.5, 4.0, "bass"),
    ]
    assert row[1].force < row[0].force


@pytest.mark.parametrize("genre", [Genre.HOUSE, Genre.TRAP, Genre.METAL, Genre.CLASSICAL, Genre.BOSSA_NOVA])
@pytest.mark.parametrize(
    "wanted",
    [
        Instrument.GRAND_PIANO,
        Instrument.NYLON_GUITAR,
        Instrument.STRING_ENSEMBLE,
        Instrument.DISTORTED_GUITAR,
    ],
)
def test_an_instrument_that_is_asked_for_plays_and_one_that_is_not_wanted_does_not(brief_for, genre, wanted):
    _, parts = compose(brief_for(genre, 16.0, instruments=(wanted,)))
    assert wanted in {part.instrument for part in parts}
    usual = {part.instrument for part in compose(brief_for(genre, 16.0))[1]}
    _, others = compose(brief_for(genre, 16.0, without_instruments=frozenset(usual)))
    assert others
    assert not {part.instrument for part in others} & usual


def test_no_chords_means_none(brief_for):
    assert compose(brief_for(Genre.POP, 16.0, without=frozenset({Stem.CHORDS})))[1] == ()


def test_filters_open_through_builds(brief_for):
    plan, parts = compose(brief_for(Genre.TRANCE, 60.0))
    build = next(section for section in plan.sections if section.kind is SectionKind.BUILD)
    swept = [part for part in parts if part.cutoff]
    assert swept
    times, values = zip(*swept[0].cutoff, strict=True)
    first, last = (bar * plan.beats_per_bar for bar in (build.start_bar, build.stop_bar))
    assert np.interp(last - 0.1, times, values) > np.interp(first, times, values) + 0.4
