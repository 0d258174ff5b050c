"""Melodies of all genres: what every singer keeps to."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.composer.composition.melody.ladder import chord_under
from klangwerk.engines.composer.composition.melody.parts import melody_parts
from klangwerk.engines.composer.composition.melody.singing import is_strong
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument
from klangwerk.engines.composer.keys import Mode
from klangwerk.engines.composer.score import Note, Part, Section, SectionKind, Stem
from tests.engines.composer.composition.feel.plans import LOOP, SONG, K, plan

_GRID = 4  # a beat; what is heard is rounded to sixteenths


@cache
def _song(genre: Genre, seed: int) -> tuple[Plan, tuple[Part, ...]]:
    made = plan(genre)
    return made, melody_parts(made, (), np.random.default_rng(seed))


def _within(part: Part, section: Section) -> list[Note]:
    return [
        note
        for note in part.notes
        if section.start_bar * 4 - 0.1 <= note.start_beats < section.stop_bar * 4 - 0.1
    ]


def _onsets(part: Part, section: Section) -> set[int]:
    return {round((note.start_beats - section.start_bar * 4) * _GRID) for note in _within(part, section)}


def _shape(part: Part, section: Section) -> set[tuple[int, int]]:
    return {
        (round((note.start_beats - section.start_bar * 4) * _GRID), note.pitch)
        for note in _within(part, section)
    }


def _likeness(one: set[tuple[int, int]], other: set[tuple[int, int]]) -> float:
    return len(one & other) / max(1, len(one | other))


@settings(max_examples=40, deadline=None)
@given(
    genre=st.sampled_from(list(Genre)),
    seed=st.integers(0, 10_000),
    looping=st.booleans(),
    mode=st.sampled_from(list(Mode)),
    tonic=st.integers(0, 11),
    form=st.lists(
        st.tuples(st.sampled_from(list(SectionKind)), st.integers(1, 24), st.floats(0.0, 1.0)),
        min_size=1,
        max_size=3,
    ),
    beats_per_bar=st.sampled_from([3, 4, 4, 4]),
)
def test_any_plan_is_sung_in_time_order_and_in_range(
    genre: Genre,
    seed: int,
    looping: bool,
    mode: Mode,
    tonic: int,
    form: list[tuple[SectionKind, int, float]],
    beats_per_bar: int,
) -> None:
    made = plan(genre, form=tuple(form), looping=looping, mode=mode, tonic=tonic, beats_per_bar=beats_per_bar)
    end = made.bars * made.beats_per_bar
    parts = melody_parts(made, (), np.random.default_rng(seed))
    for part in parts:
        assert part.stem is Stem.MELODY
        entry = CATALOG[part.instrument]
        for before, after in pairwise(part.notes):
            assert before.start_beats <= after.start_beats
        for note in part.notes:
            assert entry.low <= note.pitch <= entry.high
            assert 0.0 <= note.start_beats < end
            assert note.start_beats + note.duration_beats <= end + 0.2
            assert 0.0 < note.velocity <= 1.0
            assert note.duration_beats * 24 == pytest.approx(round(note.duration_beats * 24))
        assert list(part.cutoff) == sorted(part.cutoff)
        assert all(0.0 <= opening <= 1.0 for _, opening in part.cutoff)


@pytest.mark.parametrize("genre", list(Genre))
def test_a_loop_of_any_genre_has_a_melody_that_only_chance_decides(genre: Genre) -> None:
    made = plan(genre, form=LOOP, looping=True)
    tunes = [melody_parts(made, (), np.random.default_rng(seed)) for seed in (1, 1, 2)]
    assert len(tunes[0][0].notes) >= 4
    assert tunes[0] == tunes[1]
    assert tunes[0] != tunes[2]


@pytest.mark.parametrize("genre", list(Genre))
def test_what_is_heard_as_harmony_belongs_to_the_chord(genre: Genre) -> None:
    strong, belongs = 0, 0
    for seed in range(3):
        made, parts = _song(genre, seed)
        for note in parts[0].notes:
            at = round(note.start_beats * _GRID) / _GRID
            if is_strong(at, note.duration_beats, 4):
                strong += 1
                belongs += note.pitch % 12 in chord_under(made, at, note.duration_beats).pitch_classes
    assert strong > 20
    assert belongs / strong > 0.85


@pytest.mark.parametrize("genre", list(Genre))
def test_intervals_can_be_sung_and_the_melody_breathes(genre: Genre) -> None:
    intervals, sounding, beats = [], 0.0, 0
    for seed in range(3):
        made, parts = _song(genre, seed)
        beats += made.bars * 4
        for before, after in pairwise(parts[0].notes):
            sounding += min(before.duration_beats, after.start_beats - before.start_beats)
            if after.start_beats - before.start_beats < 2.0:
                intervals.append(abs(after.pitch - before.pitch))
    sizes = np.array(intervals)
    assert np.mean(sizes <= 7) > 0.93
    assert np.mean(sizes <= 4) > 0.6
    assert np.mean(sizes > 0) > 0.7
    assert 0.05 < sounding / beats < 0.93


@pytest.mark.parametrize("genre", list(Genre))
def test_themes_return_and_differ_from_one_another(genre: Genre) -> None:
    returning, unrelated = [], []
    for seed in range(4):
        made, parts = _song(genre, seed)
        verse, chorus, verse_again, chorus_again = (made.sections[index] for index in (1, 3, 5, 6))
        lead = parts[0]
        returning.append(_likeness(_shape(lead, verse), _shape(lead, verse_again)))
        returning.append(_likeness(_shape(lead, chorus), _shape(lead, chorus_again)))
        unrelated.append(_likeness(_shape(lead, verse), _shape(lead, chorus)))
    assert np.mean(returning) > 0.5
    assert np.mean(returning) > 2.0 * np.mean(unrelated)


@pytest.mark.parametrize("genre", [Genre.POP, Genre.FOLK, Genre.SYNTHWAVE, Genre.CLASSICAL, Genre.CHIPTUNE])
def test_motifs_are_repeated_within_a_section(genre: Genre) -> None:
    """A rhythm of two bars occurs again in its section, more alike than that of another track."""
    own, foreign = [], []
    for seed in range(4):
        made, parts = _song(genre, seed)
        onsets = _onsets(parts[0], made.sections[3])
        _, others = _song(genre, seed + 4)
        halves = [{step % 32 for step in onsets if step // 32 == unit} for unit in range(4)]
        stranger = {step % 32 for step in _onsets(others[0], made.sections[3]) if step // 32 == 0}
        own += [len(halves[0] & half) / max(1, len(halves[0] | half)) for half in halves[1:]]
        foreign.append(len(halves[0] & stranger) / max(1, len(halves[0] | stranger)))
    assert np.mean(own) > 0.6
    assert np.mean(own) > np.mean(foreign)


def test_choruses_lie_higher_than_verses() -> None:
    higher = 0
    for genre in Genre:
        made, parts = _song(genre, 1)
        verse, chorus = (
            [note.pitch for index in pair for note in _within(parts[0], made.sections[index])]
            for pair in ((1, 5), (3, 6))
        )
        higher += bool(verse) and np.mean(chorus) > np.mean(verse)
    assert higher > 0.7 * len(Genre)


@pytest.mark.parametrize("genre", [Genre.JAZZ, Genre.BLUES, Genre.BOSSA_NOVA, Genre.METAL, Genre.FUNK])
def test_solos_are_played_and_differ_from_chorus_to_chorus(genre: Genre) -> None:
    made = plan(genre, form=((K.VERSE, 8, 0.6), (K.SOLO, 8, 0.9), (K.SOLO, 8, 1.0)))
    lead = melody_parts(made, (), np.random.default_rng(1))[0]
    head, first, second = (_shape(lead, section) for section in made.sections)
    assert len(first) > 0.8 * len(head)
    assert _likeness(first, second) < 0.4


def test_blues_has_blue_notes_and_jazz_approaches() -> None:
    made = plan(Genre.BLUES, form=((K.SOLO, 16, 1.0),), mode=Mode.MIXOLYDIAN)
    classes = {
        note.pitch % 12
        for seed in range(3)
        for note in melody_parts(made, (), np.random.default_rng(seed))[0].notes
    }
    assert {3, 10} <= classes
    jazz = plan(Genre.JAZZ, form=((K.SOLO, 16, 1.0),), mode=Mode.MAJOR)
    foreign = [
        note.pitch % 12 not in (0, 2, 4, 5, 7, 9, 11)
        for seed in range(3)
        for note in melody_parts(jazz, (), np.random.default_rng(seed))[0].notes
    ]
    assert 0.02 < np.mean(foreign) < 0.3


def test_an_instrument_that_was_asked_for_leads() -> None:
    for genre in (Genre.LOFI, Genre.TECHNO, Genre.METAL):
        made = plan(genre, instruments=(Instrument.KIT_POP, Instrument.TENOR_SAX))
        assert melody_parts(made, (), np.random.default_rng(1))[0].instrument is Instrument.TENOR_SAX
    piano = plan(Genre.JAZZ, instruments=(Instrument.GRAND_PIANO,))
    assert melody_parts(piano, (), np.random.default_rng(1))[0].instrument is Instrument.GRAND_PIANO


def test_refused_instruments_are_silent_and_chords_keep_theirs() -> None:
    refused = frozenset({Instrument.TENOR_SAX, Instrument.MUTED_TRUMPET, Instrument.VIBRAPHONE})
    made = plan(Genre.JAZZ, without_instruments=refused)
    for seed in range(8):
        assert {part.instrument for part in melody_parts(made, (), np.random.default_rng(seed))} == {
            Instrument.GRAND_PIANO
        }
    chords = (Part(stem=Stem.CHORDS, instrument=Instrument.GRAND_PIANO, notes=()),)
    made = plan(Genre.JAZZ)
    leads = {melody_parts(made, chords, np.random.default_rng(seed))[0].instrument for seed in range(12)}
    assert Instrument.GRAND_PIANO not in leads
    assert len(leads) == 3


def test_sections_without_a_melody_have_none() -> None:
    made = plan(Genre.TRANCE, silent=frozenset({K.VERSE}))
    for seed in range(3):
        for part in melody_parts(made, (), np.random.default_rng(seed)):
            assert not any(_within(part, section) for section in made.sections if section.kind is K.VERSE)


def test_the_last_note_is_the_tonic() -> None:
    for genre in (Genre.POP, Genre.CLASSICAL, Genre.FOLK):
        made, parts = _song(genre, 2)
        assert made.sections[-1].kind is SONG[-1][0]
        last = _within(parts[0], made.sections[-1])
        assert [note.pitch % 12 for note in last] == [made.brief.key.tonic]


def test_some_leads_glide() -> None:
    made = plan(Genre.SYNTHWAVE)
    glides = [
        note
        for seed in range(4)
        for note in melody_parts(made, (), np.random.default_rng(seed))[0].notes
        if note.slide_from
    ]
    assert glides
    assert all(note.slide_from is not None and 0 < abs(note.slide_from - note.pitch) <= 7 for note in glides)


def test_two_soloists_that_were_asked_for_play_together() -> None:
    made = plan(Genre.FUNK, instruments=(Instrument.FLUTE, Instrument.TENOR_SAX))
    first, second = melody_parts(made, (), np.random.default_rng(1))[:2]
    assert (first.instrument, second.instrument) == (Instrument.FLUTE, Instrument.TENOR_SAX)
    together = {round(note.start_beats * 4) for note in second.notes}
    assert together <= {round(note.start_beats * 4) + shift for note in first.notes for shift in (-1, 0, 1)}
