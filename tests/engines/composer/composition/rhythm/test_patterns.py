"""Patterns and fills as they are written down."""

from itertools import chain

import numpy as np
import pytest

from klangwerk.engines.composer.composition.rhythm.pattern import VELOCITIES, hits, kick, time
from klangwerk.engines.composer.composition.rhythm.styles import STYLES
from klangwerk.engines.composer.genres import Genre


@pytest.mark.parametrize("genre", list(Genre))
def test_all_patterns_are_whole_bars_of_known_marks(genre: Genre) -> None:
    style = STYLES[genre]
    for line in chain(*style.cores, *style.times, *style.colours, style.half_time):
        for bar in line.bars:
            steps = bar.replace(" ", "")
            assert len(steps) in (12, 16, 24, 32), bar
            assert set(steps) <= {*VELOCITIES, "."}, bar
    for fill in (*style.small_fills, *style.big_fills):
        lengths = {len(steps) / fill.beats for _, steps in fill.lines}
        assert all(length in (3, 4, 6, 8) for length in lengths), fill
        assert any(set(steps) - {"."} for _, steps in fill.lines)


def test_a_line_is_read_in_sixteenths_and_triplets() -> None:
    rng = np.random.default_rng(0)
    assert [hit.beats for hit in hits(kick("x... ..x. .... ...x"), 0, 4, rng)] == [0.0, 1.5, 3.75]
    assert [hit.beats for hit in hits(time("x.x x.x x.x x.x"), 0, 4, rng)] == pytest.approx(
        [0, 2 / 3, 1, 5 / 3, 2, 8 / 3, 3, 11 / 3]
    )


def test_bars_of_three_take_what_they_need() -> None:
    rng = np.random.default_rng(0)
    assert [hit.beats for hit in hits(kick("x... x... x... x..."), 0, 3, rng)] == [0.0, 1.0, 2.0]
    assert [hit.beats for hit in hits(kick("x... .... x... ...."), 0, 6, rng)] == [0.0, 2.0, 4.0]


def test_bars_take_turns() -> None:
    rng = np.random.default_rng(0)
    line = kick("x... .... .... ....", ".... .... x... ....")
    assert [hits(line, bar, 4, rng)[0].beats for bar in range(3)] == [0.0, 2.0, 0.0]
