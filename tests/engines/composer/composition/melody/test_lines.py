"""From motifs to pitches: cells, motifs, ladders, the singable line."""

from itertools import chain, pairwise

import numpy as np
import pytest

from klangwerk.engines.composer.composition.melody import motif as motifs
from klangwerk.engines.composer.composition.melody.cells import Beat, parsed
from klangwerk.engines.composer.composition.melody.ladder import Scale, nearest, over_chord, pitch_classes
from klangwerk.engines.composer.composition.melody.line import Wish, line
from klangwerk.engines.composer.composition.melody.styles import STYLES
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.keys import Key, Mode
from klangwerk.engines.composer.score import Chord

C_MAJOR = Key(0, Mode.MAJOR)
WHITE = frozenset({0, 2, 4, 5, 7, 9, 11})


def _wish(at: float, aim: int, move: int | None, classes: frozenset[int] = WHITE) -> Wish:
    return Wish(at=at, length=1.0, aim=aim, move=move, classes=classes, ceiling=84)


@pytest.mark.parametrize("genre", list(Genre))
def test_all_cells_are_whole_bars_with_notes(genre: Genre) -> None:
    for cell in chain(STYLES[genre].cells, STYLES[genre].lively):
        for bar in cell.split("|"):
            assert len(bar) in (12, 16), cell
            assert set(bar) <= set("x-."), cell
        assert parsed(cell, 4)
        assert parsed(cell, 3)


def test_a_cell_holds_its_notes() -> None:
    assert parsed("x--.x---....x-x-", 4) == (Beat(0.0, 0.75), Beat(1.0, 1.0), Beat(3.0, 0.5), Beat(3.5, 0.5))


def test_motifs_stay_near_their_anchor_and_turn_after_leaps() -> None:
    beats = tuple(Beat(index * 0.5, 0.5) for index in range(16))
    for seed in range(40):
        made = motifs.invent(beats, np.random.default_rng(seed), leapiness=0.3, bar_beats=4)
        steps = [note.step for note in made]
        assert max(map(abs, steps)) <= 5
        moves = np.diff(steps[:8])
        assert sum(first * second > 0 for first, second in pairwise(moves) if abs(first) >= 3) == 0


def test_motifs_are_developed() -> None:
    made = motifs.invent(parsed("x---x-x-x---x---", 4), np.random.default_rng(1), leapiness=0.2, bar_beats=4)
    assert [note.step for note in motifs.inverted(made)] == [-note.step for note in made]
    assert [note.step - 2 for note in motifs.shifted(made, 2)] == [note.step for note in made]
    assert len(motifs.ornamented(made, np.random.default_rng(1))) == len(made) + 1
    assert [note.at for note in motifs.retailed(made, np.random.default_rng(1))] == [note.at for note in made]
    assert all(note.at + note.length <= 2.0 for note in motifs.head(made, 2.0))
    halves = motifs.fragmented(made, 4.0, 1)
    assert [note.at for note in halves[: len(halves) // 2]] == [
        note.at - 2.0 for note in halves[len(halves) // 2 :]
    ]
    assert motifs.augmented(made, 4.0)[1].at == 2 * made[1].at


def test_a_foreign_tone_of_a_chord_takes_its_neighbours_place() -> None:
    a_major = Chord(start_beats=0, duration_beats=4, root=9, intervals=(0, 4, 7), name="A", bass=9)
    assert over_chord(pitch_classes(C_MAJOR, Scale.FULL), a_major) == frozenset({1, 4, 5, 7, 9, 11}) | {
        pitch for pitch in (2,) if pitch not in (0, 2)
    }
    assert pitch_classes(C_MAJOR, Scale.PENTATONIC) == frozenset({0, 2, 4, 7, 9})
    assert nearest(61, WHITE, 60, 72, towards=70) == 62
    assert nearest(61, WHITE, 60, 72, towards=50) == 60


def test_the_line_takes_only_what_it_may_and_follows_its_motif() -> None:
    triad = frozenset({0, 4, 7})
    found = line([_wish(0, 60, None, triad), _wish(1, 62, 1), _wish(2, 64, 1, triad), _wish(3, 62, -1)], 55)
    assert found == [60, 62, 64, 62]
    assert {pitch % 12 for pitch in line([_wish(index, 61, 0, triad) for index in range(5)], 48)} <= triad


def test_the_line_avoids_a_leap_that_its_aim_has() -> None:
    found = line([_wish(0, 60, None), _wish(1, 76, 1), _wish(2, 62, -1)], 55)
    assert abs(found[1] - found[0]) <= 9
    assert line([], 50) == []
