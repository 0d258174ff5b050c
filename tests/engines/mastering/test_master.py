"""Mastering: loudness, true peak, loops, silence."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
import pytest

from klangwerk.engines.contracts import Cancelled, CancelToken
from klangwerk.engines.mastering.master import master
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io
from klangwerk.sound.loudness import integrated_lufs, true_peak_dbtp

RATE = 44_100


@pytest.fixture(scope="module")
def mastered_beat(beat):
    """Each is mastered once for all tests."""
    return cache(lambda seconds, level: master(beat(seconds=seconds, level=level)))


@pytest.mark.parametrize("seconds", [4.0, 6.2])
@pytest.mark.parametrize("level", [0.05, 0.4])
def test_a_beat_is_as_loud_as_asked_and_stays_under_its_ceiling(mastered_beat, seconds, level):
    mastered = mastered_beat(seconds, level)
    assert integrated_lufs(mastered) == pytest.approx(-14.0, abs=0.1)
    assert true_peak_dbtp(mastered) <= -1.5
    assert mastered.frames == round(seconds * RATE)


def test_other_targets_are_met(pad):
    mastered = master(pad(seconds=5), target_lufs=-20.0, ceiling_dbtp=-3.0)
    assert integrated_lufs(mastered) == pytest.approx(-20.0, abs=0.1)
    assert true_peak_dbtp(mastered) <= -3.0


@pytest.mark.parametrize("format", ["mp3", "m4a", "ogg"])
def test_it_holds_after_a_lossy_codec(mastered_beat, format):
    heard = sound_io.read(io.BytesIO(sound_io.encode(mastered_beat(6.2, 0.4), format=format)))
    assert integrated_lufs(heard) == pytest.approx(-14.0, abs=0.3)
    assert true_peak_dbtp(heard) <= -1.0


def test_silence_stays_silence_and_nothing_stays_nothing():
    silence = AudioBuffer(np.zeros((2, RATE), dtype=np.float32), RATE)
    assert not master(silence).samples.any()
    assert master(AudioBuffer(np.zeros((2, 0), dtype=np.float32), RATE)).frames == 0


def test_what_cannot_be_loud_stays_softer_rather_than_crushed():
    click = np.zeros((2, 4 * RATE), dtype=np.float32)
    click[:, 1000 :: 2 * RATE] = 0.5
    mastered = master(AudioBuffer(click, RATE))
    assert np.isfinite(mastered.samples).all()
    assert true_peak_dbtp(mastered) <= -1.0


def test_dc_is_taken_away(pad):
    sound = pad(seconds=5)
    mastered = master(AudioBuffer(sound.samples + np.float32(0.05), RATE))
    assert abs(float(mastered.samples[:, RATE:].mean())) < 1e-3


def test_mono_and_other_rates_work():
    time_s = np.arange(3 * 48_000) / 48_000
    mastered = master(AudioBuffer(0.1 * np.sin(2 * np.pi * 440 * time_s), 48_000))
    assert mastered.channels == 1
    assert integrated_lufs(mastered) == pytest.approx(-14.0, abs=0.1)


def test_the_end_is_exactly_silent_without_a_step(mastered_beat):
    mastered = mastered_beat(6.2, 0.4).samples
    assert not mastered[:, -1].any()
    assert np.abs(np.diff(mastered[:, -200:], axis=1)).max() < 0.05


def test_a_loop_is_the_same_wherever_it_is_begun(beat):
    """A circle has no beginning: turned by a beat before, it comes out turned by a beat."""
    loop = beat(seconds=4)
    turn = RATE // 2 * 3 // 16 * 16  # whole hops, so that both are measured on the same grid
    one = master(loop, looping=True).samples
    other = master(AudioBuffer(np.roll(loop.samples, turn, axis=1), RATE), looping=True).samples
    difference = np.abs(np.roll(one, turn, axis=1) - other).max()
    assert difference < 0.01  # 40 dB under the peak: compressors may stand a hair apart


def test_a_loops_seam_is_no_larger_than_steps_beside_it(pad):
    mastered = master(pad(seconds=4), looping=True).samples  # every partial has whole periods
    steps = np.abs(np.diff(np.concatenate((mastered, mastered[:, :200]), axis=1), axis=1))
    seam = mastered.shape[1] - 1
    assert (steps[:, seam] <= 1.05 * steps[:, seam - 1000 : seam].max(axis=1)).all()


def test_it_can_be_cancelled(beat):
    token = CancelToken()
    token.request()
    with pytest.raises(Cancelled):
        master(beat(seconds=4), cancel=token)


def test_the_same_sound_gives_the_same_master_and_it_is_told_how_far_it_is(beat, mastered_beat):
    said: list[float] = []
    again = master(beat(seconds=4), progress=lambda share, step: said.append(share))
    assert (again.samples == mastered_beat(4.0, 0.4).samples).all()
    assert said == sorted(said)
    assert (said[0], said[-1]) == (0.0, 1.0)
