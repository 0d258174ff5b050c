"""Whole tracks: length, loudness, stems, seeds, loops, cancel, silence."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
import pytest

from klangwerk.engines.composer.generate import TrackResult, generate
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.midi import to_midi
from klangwerk.engines.composer.params import SEED_MAX, TrackParams
from klangwerk.engines.composer.score import Stem
from klangwerk.engines.contracts import Cancelled, CancelReason, CancelToken, InvalidParams
from klangwerk.sound import io as sound_io
from klangwerk.sound.loudness import integrated_lufs, true_peak_dbtp

RATE = 44_100
SECONDS = 4


@cache
def track(prompt: str, seed: int = 1, duration_s: float | None = float(SECONDS)) -> TrackResult:
    """Each is made once for all tests."""
    return generate(TrackParams(prompt=prompt, duration_s=duration_s), seed=seed)


@pytest.fixture(scope="module")
def again() -> tuple[TrackResult, list[tuple[float, str]]]:
    """A track made a second time, and what was told meanwhile."""
    told: list[tuple[float, str]] = []
    params = TrackParams(prompt="deep house", duration_s=float(SECONDS))
    result = generate(params, seed=1, progress=lambda share, step: told.append((share, step)))
    return result, told


VARIED = ["deep house", "jazz", "metal", "ambient", "trap", "classical"]


@pytest.mark.parametrize("prompt", VARIED)
def test_length_loudness_peak_and_stems(prompt: str) -> None:
    result = track(prompt)
    assert (result.mix.channels, result.mix.sample_rate, result.mix.frames) == (2, RATE, SECONDS * RATE)
    assert {stem.frames for stem in result.stems.values()} == {SECONDS * RATE}
    assert set(result.stems) == set(Stem)
    assert integrated_lufs(result.mix) == pytest.approx(-14.0, abs=0.3)
    assert true_peak_dbtp(result.mix) <= -1.0
    total = sum(stem.samples.astype(np.float64) for stem in result.stems.values())
    assert np.abs(total - result.premaster.samples).max() < 10 ** (-100 / 20)
    assert np.abs(result.premaster.samples).max() < 1.0


@pytest.mark.parametrize("prompt", VARIED[:3])
@pytest.mark.parametrize("format", ["mp3", "m4a"])
def test_loudness_and_peak_after_lossy_encoding(prompt: str, format: str) -> None:
    heard = sound_io.read(io.BytesIO(sound_io.encode(track(prompt).mix, format=format)))
    assert integrated_lufs(heard) == pytest.approx(-14.0, abs=0.3)
    assert true_peak_dbtp(heard) <= -1.0


@pytest.mark.parametrize("seconds", [4.0, 7.3, 11.11])
def test_any_length_is_met_to_the_frame(seconds: float) -> None:
    assert track("techno, only bass", duration_s=seconds).mix.frames == round(seconds * RATE)


def test_one_seed_gives_the_same_bytes_and_two_seeds_do_not(
    again: tuple[TrackResult, list[tuple[float, str]]],
) -> None:
    second, _ = again
    first, other = track("deep house"), track("deep house", seed=2)
    assert second.mix.samples.tobytes() == first.mix.samples.tobytes()
    assert second.score == first.score
    assert all(second.stems[stem].samples.tobytes() == first.stems[stem].samples.tobytes() for stem in Stem)
    assert other.score.parts != first.score.parts
    assert np.corrcoef(other.mix.samples[0], first.mix.samples[0])[0, 1] < 0.5


def test_what_is_ruled_out_is_silent_and_the_rest_sounds() -> None:
    result = track("funk, no drums")
    assert not result.stems[Stem.PERCUSSION].samples.any()
    assert all(
        np.abs(result.stems[stem].samples).max() > 0.01 for stem in Stem if stem is not Stem.PERCUSSION
    )


def test_a_loop_has_no_seam() -> None:
    result = track("house loop, 2 bars, 120 bpm", duration_s=None)
    assert result.mix.frames == 4 * RATE
    for samples in (result.mix.samples, *(stem.samples for stem in result.stems.values())):
        twice = np.concatenate([samples, samples], axis=1).astype(np.float64)
        steps = np.abs(np.diff(twice, n=2, axis=1))
        seam = steps[:, result.mix.frames - 4 : result.mix.frames + 2].max()
        assert seam <= np.quantile(steps, 0.9999) + 1e-6  # no more of a jolt there than drums make elsewhere


@pytest.mark.parametrize("prompt", VARIED)
def test_it_begins_at_once_and_ends_in_silence(prompt: str) -> None:
    samples = np.abs(track(prompt).mix.samples).max(axis=0)
    assert samples[: round(0.35 * RATE)].max() > 0.01
    assert samples[-64:].max() < 1e-3


def test_what_is_heard_is_what_is_written() -> None:
    result = track("jazz")
    data = to_midi(result.score)
    assert data.startswith(b"MThd")
    assert to_midi(result.score) == data


def test_provenance_is_enough_to_make_it_again() -> None:
    made = track("deep house").provenance
    assert (made.engine, made.model, made.seed) == ("composer", "composer-1", 1)
    assert TrackParams(**made.params) == TrackParams(prompt="deep house", duration_s=float(SECONDS))


def test_progress_goes_forward_in_words(again: tuple[TrackResult, list[tuple[float, str]]]) -> None:
    _, told = again
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len({step for _, step in told}) >= 5


@pytest.mark.parametrize("after", [0, 3, 20])
def test_cancel_stops_it(after: int) -> None:
    token, told = CancelToken(), 0

    def count(share: float, step: str) -> None:
        nonlocal told
        told += 1
        if told > after:
            token.request(CancelReason.USER)

    with pytest.raises(Cancelled):
        generate(TrackParams(prompt="rock", duration_s=8.0), seed=3, progress=count, cancel=token)


@pytest.mark.parametrize("seed", [-1, SEED_MAX + 1])
def test_a_seed_out_of_range_is_refused(seed: int) -> None:
    with pytest.raises(InvalidParams) as refusal:
        generate(TrackParams(prompt="house"), seed=seed)
    assert refusal.value.field == "seed"


@pytest.mark.parametrize("genre", list(Genre)[1::3])  # a third of them; benchmarks/track_figures.py hears all
def test_genres_sound(genre: Genre) -> None:
    result = track(genre.value)
    assert integrated_lufs(result.mix) == pytest.approx(-14.0, abs=0.4)
    assert true_peak_dbtp(result.mix) <= -1.0
    level = np.sqrt(
        np.square(result.mix.samples).mean(axis=0)[: 4 * RATE].reshape(-1, RATE // 20).mean(axis=1)
    )
    quiet = "".join("q" if each < 1e-3 else " " for each in level[:-20])
    assert max(map(len, quiet.split()), default=0) < 2 * 20
