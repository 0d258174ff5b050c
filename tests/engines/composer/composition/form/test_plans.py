"""The frame of a piece: lengths are exact, sections and chords have no gaps, wishes come true."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.composer.composition.planning import make_plan
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.score import SectionKind, Stem

K = SectionKind
ONE_OF_EACH_FORM = (
    Genre.HOUSE, Genre.FUNK, Genre.POP, Genre.LOFI, Genre.JAZZ, Genre.BLUES, Genre.AMBIENT, Genre.CINEMATIC, Genre.CLASSICAL,
)  # fmt: skip


def plan_of(brief, seed=0):
    return make_plan(brief, np.random.default_rng(seed))


@settings(max_examples=60, deadline=None)
@given(
    genre=st.sampled_from(list(Genre)),
    duration_s=st.floats(4.0, 300.0),
    seed=st.integers(0, 1000),
    looping=st.booleans(),
    bpm=st.none() | st.floats(40.0, 220.0),
    wanted=st.frozensets(st.sampled_from(list(K)), max_size=2),
    unwanted=st.frozensets(st.sampled_from(list(K)), max_size=2),
    without=st.frozensets(st.sampled_from(list(Stem)), max_size=3),
)
def test_any_brief_gets_a_frame_without_gaps(
    brief_for, genre, duration_s, seed, looping, bpm, wanted, unwanted, without
):
    asked = {"duration_s"} if bpm is None else {"duration_s", "bpm"}
    changes = {} if bpm is None else {"bpm": bpm}
    brief = brief_for(
        genre, duration_s, seed=seed, looping=looping, asked=frozenset(asked), wanted_sections=wanted,
        unwanted_sections=unwanted, without=without, **changes,
    )  # fmt: skip
    plan = plan_of(brief, seed)
    bar_s = plan.beats_per_bar * plan.beat_s

    if bpm is not None:
        assert plan.bpm == bpm
    if not looping or bpm is None:
        assert plan.duration_s == duration_s
    else:
        assert abs(plan.duration_s - duration_s) <= max(1.5 * bar_s, 0.1)
    if looping:
        assert plan.duration_s == pytest.approx(plan.bars * bar_s, abs=1e-9)
        assert not {section.kind for section in plan.sections} & {K.INTRO, K.OUTRO, K.ENDING}
    else:
        assert (plan.bars - 1) * bar_s < plan.duration_s <= plan.bars * bar_s + 1e-4

    bar = 0
    for section in plan.sections:
        assert section.start_bar == bar
        assert section.bars >= 1
        assert 0.0 <= section.energy <= 1.0
        assert section.stems
        assert not section.stems & without
        bar = section.stop_bar
    assert bar == plan.bars

    beat = 0.0
    for chord in plan.chords:
        assert chord.start_beats == pytest.approx(beat)
        assert chord.duration_beats > 0
        assert chord.intervals[0] == 0
        assert list(chord.intervals) == sorted(chord.intervals)
        beat = chord.stop_beats
    assert beat == pytest.approx(plan.bars * plan.beats_per_bar)

    kinds = [section.kind for section in plan.sections]
    if len(kinds) > 1:
        assert not set(kinds) & unwanted
    for kind in set(kinds):
        assert [s.occurrence for s in plan.sections if s.kind is kind] == list(range(kinds.count(kind)))


@settings(max_examples=40, deadline=None)
@given(genre=st.sampled_from(list(Genre)), duration_s=st.floats(6.0, 300.0), seed=st.integers(0, 99))
def test_a_piece_ends_on_the_tonic_and_rings(brief_for, genre, duration_s, seed):
    brief = brief_for(genre, duration_s, seed=seed)
    plan = plan_of(brief, seed)
    ending = plan.sections[-1]
    assert ending.kind is K.ENDING
    ring_s = plan.duration_s - ending.start_bar * plan.beats_per_bar * plan.beat_s
    assert 1.1 <= ring_s <= 4.05
    assert plan.chords[-1].root == brief.key.tonic
    assert ending.bars <= 2
    low, _, high = FACTS[genre].bpm
    assert low <= plan.bpm <= high
    assert abs(math.log2(plan.bpm / brief.bpm)) < 0.2


@pytest.mark.parametrize("genre", Genre)
def test_whole_phrases_where_the_length_allows(brief_for, genre):
    even = 0
    for seed in range(5):
        plan = plan_of(brief_for(genre, 60.0 + 23.0 * seed, seed=seed), seed)
        played = [section for section in plan.sections if section.kind is not K.ENDING]
        even += sum(section.bars for section in played if section.bars % 4 == 0) / sum(s.bars for s in played)
    assert even / 5 > 0.7


def test_a_loop_without_a_tempo_keeps_its_length_and_one_with_a_tempo_its_bars(brief_for):
    free = plan_of(brief_for(Genre.HOUSE, 17.3, looping=True))
    assert free.duration_s == 17.3
    assert 118 < free.bpm < 132
    fixed = plan_of(
        brief_for(Genre.HOUSE, 17.3, looping=True, bpm=124.0, asked=frozenset({"duration_s", "bpm"}))
    )
    assert (fixed.bpm, fixed.bars) == (124.0, 9)
    only_tempo = plan_of(brief_for(Genre.HOUSE, 17.3, looping=True, bpm=124.0, asked=frozenset({"bpm"})))
    assert only_tempo.bars == 9


@pytest.mark.parametrize("genre", ONE_OF_EACH_FORM)
@pytest.mark.parametrize(
    "kind", [K.DROP, K.INTRO, K.BREAKDOWN, K.BRIDGE, K.SOLO, K.OUTRO, K.BUILD, K.VERSE, K.CHORUS]
)
def test_what_is_wanted_occurs_and_what_is_not_does_not(brief_for, genre, kind):
    wanted = plan_of(brief_for(genre, 60.0, wanted_sections=frozenset({kind})))
    assert kind in {section.kind for section in wanted.sections}
    unwanted = plan_of(brief_for(genre, 60.0, unwanted_sections=frozenset({kind})))
    assert kind not in {section.kind for section in unwanted.sections}


@pytest.mark.parametrize("genre", Genre)
def test_energy_rises_to_the_high_point(brief_for, genre):
    plan = plan_of(brief_for(genre, 150.0))
    by_kind = {section.kind: section.energy for section in plan.sections}
    peak = max(section.energy for section in plan.sections)
    assert peak >= by_kind.get(K.INTRO, 0.0) + 0.1
    assert peak >= by_kind.get(K.BREAKDOWN, 0.0) + 0.15


def test_seeds_differ(brief_for):
    for genre in Genre:
        brief = brief_for(genre, 40.0)
        plans = {plan_of(brief, seed).chords for seed in range(6)}
        assert len(plans) >= 3, genre
        assert plan_of(brief, 3) == plan_of(brief, 3)
