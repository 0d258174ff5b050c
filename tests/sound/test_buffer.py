"""AudioBuffer takes sound, refuses what is none, and never changes."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from klangwerk.sound import AudioBuffer, InvalidAudio

finite = st.floats(-4, 4, width=32)
shapes = st.tuples(st.integers(1, 8), st.integers(0, 200))


@given(samples=hnp.arrays(np.float32, shapes, elements=finite), rate=st.integers(1, 192_000))
def test_it_keeps_any_finite_float32(samples, rate):
    buffer = AudioBuffer(samples, rate)
    assert np.array_equal(buffer.samples, samples)
    assert (buffer.channels, buffer.frames) == samples.shape
    assert buffer.duration_s == samples.shape[1] / rate
    assert buffer.samples.flags.c_contiguous
    assert not buffer.samples.flags.writeable


def test_it_takes_one_dimension_as_mono():
    assert AudioBuffer(np.zeros(10), 44_100).samples.shape == (1, 10)


def test_it_does_not_follow_the_array_it_was_made_from():
    source = np.zeros((1, 4), np.float32)
    buffer = AudioBuffer(source, 44_100)
    source[0, 0] = 1.0
    assert buffer.samples[0, 0] == 0.0
    assert source.flags.writeable


def test_it_does_not_follow_the_base_of_a_read_only_view():
    source = np.zeros((1, 4), np.float32)
    view = source[:]
    view.setflags(write=False)
    buffer = AudioBuffer(view, 44_100)
    source[0, 0] = 1.0
    assert buffer.samples[0, 0] == 0.0


def test_it_shares_what_is_frozen_already():
    first = AudioBuffer(np.zeros(10), 44_100)
    assert AudioBuffer(first.samples, 48_000).samples is first.samples


def test_it_cannot_be_changed():
    buffer = AudioBuffer(np.zeros(10), 44_100)
    with pytest.raises(dataclasses.FrozenInstanceError):
        buffer.sample_rate = 48_000
    with pytest.raises(ValueError, match="read-only"):
        buffer.samples[0, 0] = 1.0


@pytest.mark.parametrize(
    ("samples", "said"),
    [
        (np.array([0.0, np.nan]), "finite"),
        (np.array([0.0, np.inf]), "finite"),
        (np.array([1e300]), "finite"),
        (np.zeros((44_100, 2)), r"shape is \(channels, samples\)"),
        (np.zeros((1, 1, 1)), "shape"),
        (np.zeros((0, 10)), "shape"),
        (np.float32(0.0), "array"),
        (np.zeros(10, np.int16), "floating-point"),
        (np.zeros(10, np.complex64), "floating-point"),
        ([0.0, 0.0], "array"),
    ],
)
def test_it_refuses_what_is_no_sound(samples, said):
    with pytest.raises(InvalidAudio, match=said):
        AudioBuffer(samples, 44_100)


@pytest.mark.parametrize("rate", [0, -1, 768_001, 44_100.0, True, "44100", None])
def test_it_refuses_impossible_rates(rate):
    with pytest.raises(InvalidAudio, match="sample rate"):
        AudioBuffer(np.zeros(10), rate)


def test_mono_is_the_mean():
    stereo = AudioBuffer(np.array([[0.5, 1.0], [-0.5, 0.0]]), 44_100)
    assert stereo.mono().samples.tolist() == [[0.0, 0.5]]
    assert stereo.mono().mono() is not stereo
    mono = AudioBuffer(np.zeros(3), 44_100)
    assert mono.mono() is mono
