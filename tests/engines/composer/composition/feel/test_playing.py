"""How notes on the grid come to feel played."""

from itertools import pairwise

import numpy as np
import pytest

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.composition.feel.playing import played
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.keys import Key, Mode
from klangwerk.engines.composer.score import Chord, Note


def _plan(genre: Genre, *, bars: int = 8, looping: bool = False) -> Plan:
    facts = FACTS[genre]
    bpm = float(facts.bpm[1])
    beats = bars * facts.beats_per_bar
    brief = Brief(
        prompt="",
        language="en",
        genre=genre,
        duration_s=beats * 60.0 / bpm,
        bpm=bpm,
        key=Key(0, Mode.MAJOR),
        energy=facts.energy,
        brightness=facts.brightness,
        looping=looping,
    )
    chord = Chord(start_beats=0.0, duration_beats=float(beats), root=0, intervals=(0, 4, 7), name="C", bass=0)
    return Plan(
        brief=brief,
        bpm=bpm,
        beats_per_bar=facts.beats_per_bar,
        bars=bars,
        duration_s=brief.duration_s,
        sections=(),
        chords=(chord,),
    )


def _sixteenths(plan: Plan) -> list[Note]:
    beats = plan.bars * plan.beats_per_bar
    return [
        Note(start_beats=index / 4, duration_beats=0.25, pitch=60, velocity=0.7) for index in range(beats * 4)
    ]


@pytest.mark.parametrize("genre", list(Genre))
def test_notes_stay_near_the_swung_grid_and_on_the_grids_of_strokes(genre: Genre) -> None:
    plan = _plan(genre, looping=True)
    notes = played(_sixteenths(plan), plan, np.random.default_rng(1))
    assert len(notes) == plan.bars * plan.beats_per_bar * 4
    for before, after in pairwise(notes):
        assert before.start_beats <= after.start_beats
    for note in notes:
        assert 0.0 <= note.start_beats < plan.bars * plan.beats_per_bar
        assert 0.0 < note.velocity <= 1.0
        assert note.velocity * 32 == pytest.approx(round(note.velocity * 32))
        assert note.duration_beats * 24 == pytest.approx(round(note.duration_beats * 24))
        assert note.duration_beats > 0.0


@pytest.mark.parametrize("genre", [Genre.CHIPTUNE, Genre.TECHNO, Genre.TRANCE])
def test_machines_are_in_time(genre: Genre) -> None:
    plan = _plan(genre)
    notes = played(_sixteenths(plan), plan, np.random.default_rng(1))
    assert [note.start_beats for note in notes] == [note.start_beats for note in _sixteenths(plan)]


def test_jazz_swings_its_eighths_and_leaves_triplets_where_they_are() -> None:
    plan = _plan(Genre.JAZZ)
    written = [
        Note(start_beats=beats, duration_beats=0.5, pitch=60, velocity=0.7)
        for beats in (0.0, 0.5, 1.0, 5 / 3)
    ]
    starts = [note.start_beats for note in played(written, plan, np.random.default_rng(1), looseness=0.0)]
    assert starts == pytest.approx([0.0, 0.65, 1.0, 5 / 3])


def test_looseness_makes_a_player_late_or_early_by_milliseconds() -> None:
    plan = _plan(Genre.LOFI, bars=64)
    exact = np.array(
        [n.start_beats for n in played(_sixteenths(plan), plan, np.random.default_rng(3), looseness=0.0)]
    )
    loose = np.array([n.start_beats for n in played(_sixteenths(plan), plan, np.random.default_rng(3))])
    spread_ms = float(np.std(loose - exact)) * plan.beat_s * 1000.0
    assert 3.0 < spread_ms < 12.0


def test_a_chord_stays_together_and_downbeats_are_louder() -> None:
    plan = _plan(Genre.FOLK, bars=16)
    chords = [
        Note(start_beats=float(beat), duration_beats=1.0, pitch=pitch, velocity=0.6)
        for beat in range(64)
        for pitch in (60, 64, 67)
    ]
    notes = played(chords, plan, np.random.default_rng(5))
    for index in range(0, len(notes), 3):
        assert len({note.start_beats for note in notes[index : index + 3]}) == 1
    first = np.mean([note.velocity for note in notes if round(note.start_beats) % 4 == 0])
    second = np.mean([note.velocity for note in notes if round(note.start_beats) % 4 == 1])
    assert first > second


def test_the_same_source_of_chance_gives_the_same_notes() -> None:
    plan = _plan(Genre.JAZZ)
    first = played(_sixteenths(plan), plan, np.random.default_rng(7))
    assert first == played(_sixteenths(plan), plan, np.random.default_rng(7))
    assert first != played(_sixteenths(plan), plan, np.random.default_rng(8))
