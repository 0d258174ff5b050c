"""A score becomes stems and their sum."""

from __future__ import annotations

import numpy as np
import pytest

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.render import rendering
from klangwerk.engines.composer.render.mix_tables import MIXES
from klangwerk.engines.composer.render.rendering import Rendered, render
from klangwerk.engines.composer.render.strips import Role
from klangwerk.engines.composer.score import Stem
from klangwerk.engines.contracts import Cancelled, CancelToken
from klangwerk.sound.loudness import integrated_lufs

RATE = 44_100


def peak_db(samples: np.ndarray) -> float:
    return 20 * float(np.log10(np.abs(samples).max() + 1e-12))


@pytest.fixture(scope="module")
def whole(piece, brief):
    """A piece of house in which all stems play."""
    return render(piece(), brief, seed=7)


@pytest.fixture(scope="module")
def loop(piece, brief):
    """The same as a loop."""
    return render(piece(looping=True), brief, seed=7)


@pytest.fixture(params=["whole", "loop"])
def rendered(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def told(piece, brief):
    """A bar, and what was said while it was rendered."""
    said: list[tuple[float, str]] = []
    made = render(piece(bars=1), brief, seed=7, progress=lambda share, step: said.append((share, step)))
    return made, said


def test_stems_add_up_to_the_premaster(rendered):
    total = sum(stem.samples.astype(np.float64) for stem in rendered.stems.values())
    assert peak_db(total - rendered.premaster.samples) < -100


def test_all_stems_sound_are_stereo_and_of_one_length(rendered):
    assert set(rendered.stems) == set(Stem)
    frames = rendered.premaster.frames
    assert frames in (5 * RATE, 4 * RATE)
    for stem in rendered.stems.values():
        assert (stem.channels, stem.frames, stem.sample_rate) == (2, frames, RATE)
        assert peak_db(stem.samples) > -40


def test_the_sum_has_headroom(rendered):
    assert peak_db(rendered.premaster.samples) <= -3.0
    lufs = integrated_lufs(rendered.premaster)
    assert lufs is not None
    assert -24 < lufs < -16.9


def test_a_stem_without_parts_is_silent_and_there(piece, brief):
    without = (Stem.PERCUSSION, Stem.MELODY)
    rendered = render(piece(without=without), brief, seed=7)
    for stem, sound in rendered.stems.items():
        assert sound.samples.any() == (stem not in without)


def test_a_score_without_notes_is_silence(piece, brief):
    rendered = render(piece(without=tuple(Stem)), brief, seed=7)
    assert not rendered.premaster.samples.any()
    assert rendered.premaster.frames == 5 * RATE


def test_it_starts_and_ends_clean(whole):
    premaster = whole.premaster.samples
    assert not premaster[:, -1].any()
    assert np.abs(premaster[:, -50:]).max() < 1e-3
    assert np.abs(np.diff(premaster[:, -4000:], axis=1)).max() < 0.05


def test_threads_change_nothing(piece, brief, told, monkeypatch):
    two, _ = told
    monkeypatch.setattr(rendering, "_THREADS", 1)
    one = render(piece(bars=1), brief, seed=7)
    assert (one.premaster.samples == two.premaster.samples).all()
    assert all((one.stems[stem].samples == two.stems[stem].samples).all() for stem in Stem)


def test_progress_rises_in_steps_that_people_understand(told):
    _, said = told
    shares = [share for share, _ in said]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert "Playing the kalimba" in {step for _, step in said}


@pytest.mark.parametrize("after", [0, 8])
def test_it_stops_when_asked(piece, brief, after):
    token = CancelToken()
    calls: list[float] = []

    def watch(share: float, step: str) -> None:
        calls.append(share)
        if len(calls) > after:
            token.request()

    if not after:
        token.request()
    with pytest.raises(Cancelled):
        render(piece(), brief, seed=7, progress=watch, cancel=token)
    assert len(calls) < after + 8


def test_a_kick_pushes_the_bass_down_where_the_genre_wants_it(piece, brief, whole):
    """In house the bass just after a kick is lower than with the same notes in jazz, beside what it is between kicks."""

    def dip_db(rendered: Rendered) -> float:
        chords = rendered.stems[Stem.CHORDS].samples
        beats = [chords[:, round(start * RATE) :] for start in (1.0, 1.5, 2.5, 3.0)]
        after = sum(float(np.square(beat[:, 500:2500]).sum()) for beat in beats)
        later = sum(float(np.square(beat[:, 17_000:19_000]).sum()) for beat in beats)
        return 10 * float(np.log10(later / after))

    assert dip_db(whole) > dip_db(render(piece(genre=Genre.JAZZ), brief, seed=7)) + 3


def test_every_genre_has_a_mix_for_every_role():
    assert set(MIXES) == set(Genre)
    for mix in MIXES.values():
        assert set(mix.channels) == set(Role)
