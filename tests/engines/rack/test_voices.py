"""Triggers to the frame: beats, chokes, fades, and reading in pieces of any size."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.rack.timing import beat_frame, bounce_frames
from klangwerk.engines.rack.voices import KickVoice, NoiseVoice, Pattern, cut

TEMPI = st.integers(60, 365)


@given(bpm=TEMPI, beat=st.integers(0, 2048))
def test_beats_are_where_they_belong_to_the_nearest_frame(bpm, beat):
    exact = Fraction(beat * 60 * 44_100, bpm)
    assert beat_frame(beat, bpm) == math.floor(exact + Fraction(1, 2))


@settings(max_examples=60, deadline=None)
@given(bpm=TEMPI, bars=st.integers(1, 5), repeats=st.booleans(), start=st.integers(-400_000, 400_000))
def test_a_kick_sounds_on_every_beat_and_nowhere_else(bpm, bars, repeats, start):
    pattern = Pattern(bpm, bars, repeats=repeats)
    heard = KickVoice(np.ones((1, 1), dtype=np.float32), 1.0, pattern).read(start, start + 200_000)[0]
    length = bounce_frames(bars, bpm)
    assert pattern.frames == length
    turns = range(-60, 60) if repeats else range(1)
    onsets = {turn * length + beat_frame(beat, bpm) for turn in turns for beat in range(bars * 4)}
    expected = sorted(frame - start for frame in onsets if start <= frame < start + 200_000)
    assert np.flatnonzero(heard).tolist() == expected
    assert (heard[expected] == 1.0).all()


@settings(max_examples=40, deadline=None)
@given(
    data=st.data(),
    bpm=TEMPI,
    stereo=st.booleans(),
    frames=st.integers(1, 60_000),
    kick_len=st.floats(0.1, 1.0),
)
def test_reading_in_pieces_is_reading_at_once(data, bpm, stereo, frames, kick_len):
    rng = np.random.default_rng(frames)
    sample = rng.uniform(0.1, 1.0, (1 + stereo, frames)).astype(np.float32)
    start = data.draw(st.integers(-100_000, 100_000))
    edges = sorted(data.draw(st.sets(st.integers(1, 99_999), max_size=6)) | {0, 100_000})
    stop = data.draw(st.integers(0, 200_000))
    for voice in (
        KickVoice(sample, kick_len, Pattern(bpm, 2, repeats=True)),
        NoiseVoice(sample, Pattern(bpm, 2, repeats=True)),
        NoiseVoice(sample, Pattern(bpm, 2, repeats=False), stop=stop),
    ):
        whole = voice.read(start, start + 100_000)
        pieces = [voice.read(start + a, start + b) for a, b in pairwise(edges)]
        assert np.array_equal(np.concatenate(pieces, axis=1), whole)


@pytest.mark.parametrize(
    ("kick_len", "length"), [(1.0, 10_001), (0.5, 5_001), (0.1, 1_000), (0.33335, 3_334)]
)
def test_a_kick_is_cut_with_a_fade_of_512_frames(kick_len, length):
    kept = cut(np.ones((2, 10_001), dtype=np.float32), kick_len)
    assert kept.shape == (2, length)
    if kick_len == 1.0:
        assert (kept == 1.0).all()
        return
    assert (kept[:, : length - 512] == 1.0).all()
    assert kept[:, length - 512 :] == pytest.approx(np.tile(1 - np.arange(1, 513) / 512, (2, 1)), abs=1e-7)
    assert (kept[:, -1] == 0.0).all()


def test_a_cut_shorter_than_the_fade_is_all_fade():
    kept = cut(np.ones((1, 1_000), dtype=np.float32), 0.1)[0]
    assert kept == pytest.approx(1 - np.arange(1, 101) / 100, abs=1e-7)
    assert cut(np.ones((1, 2), dtype=np.float32), 0.1).shape == (1, 1)


def test_the_next_kick_chokes_the_one_before_in_128_frames():
    pattern = Pattern(120, 1, repeats=False)  # a beat is 22050 frames
    ones = np.ones((1, 50_000), dtype=np.float32)
    heard = KickVoice(ones, 1.0, pattern).read(0, 150_000)[0]
    assert (heard[:22_050] == 1.0).all()
    assert heard[22_050:22_178] == pytest.approx(1.0 + 1 - np.arange(128) / 128, abs=1e-6)
    assert (heard[22_178:44_100] == 1.0).all()
    last = 3 * 22_050
    assert (heard[last + 128 : last + 50_000] == 1.0).all()  # nothing chokes the last one
    assert (heard[last + 50_000 :] == 0.0).all()


def test_the_noise_is_triggered_every_16_beats_with_fades_and_played_round():
    pattern = Pattern(140, 8, repeats=False)
    again = beat_frame(16, 140)
    ramp = (1 + np.arange(10_007, dtype=np.float32)) / 10_007
    heard = NoiseVoice(ramp[None], pattern).read(0, again + 3_000)[0].astype(np.float64)
    played = ramp[np.arange(again + 3_000) % ramp.size].astype(np.float64)
    rising = np.minimum(1.0, np.arange(again + 3_000) / 64)
    first = played * rising
    assert heard[:again] == pytest.approx(first[:again], abs=1e-6)
    assert heard[0] == 0.0
    assert heard[64] == ramp[64]
    leaving = first[again : again + 3_000] * np.maximum(0.0, 1 - np.arange(3_000) / 512)
    coming = played[:3_000] * rising[:3_000]
    assert heard[again:] == pytest.approx(leaving + coming, abs=1e-6)


def test_the_noise_stops_in_a_tenth_of_a_second():
    pattern = Pattern(140, 1, repeats=False)
    stop = pattern.frames
    heard = NoiseVoice(np.ones((2, 500), dtype=np.float32), pattern, stop=stop).read(0, stop + 9_000)
    assert (heard[:, 64:stop] == 1.0).all()
    assert heard[0, stop:] == pytest.approx(np.maximum(0.0, 1 - np.arange(9_000) / 4410), abs=1e-6)
    assert (heard[:, stop + 4410 :] == 0.0).all()
