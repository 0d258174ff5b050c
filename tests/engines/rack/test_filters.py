"""The filters against the formula of the Web Audio specification and against scipy's; the convolution against numpy's."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import butter, sosfilt, sosfreqz

from klangwerk.engines.rack.convolution import Convolver
from klangwerk.engines.rack.filters import FilterChain, high_pass, low_pass

RATE_HZ = 44_100
FREQUENCIES = st.floats(30.0, 7000.0)


def specified(kind: str, f0: float, q_db: float) -> list[float]:
    """b0, b1, b2, a0, a1, a2 as they stand in the specification, for lowpass and highpass."""
    w0 = 2 * math.pi * f0 / RATE_HZ
    alpha_q_db = math.sin(w0) / 2 / 10 ** (q_db / 20)
    sign = 1 if kind == "lowpass" else -1
    b1 = sign * (1 - sign * math.cos(w0))
    return [abs(b1) / 2, b1, abs(b1) / 2, 1 + alpha_q_db, -2 * math.cos(w0), 1 - alpha_q_db]


def sections(*biquads: tuple[float, ...]) -> np.ndarray:
    return np.array([[b0, b1, b2, 1.0, a1, a2] for b0, b1, b2, a1, a2 in biquads])


@given(f0=FREQUENCIES)
def test_coefficients_are_those_of_the_specification(f0):
    q_db = 20 * math.log10(1 / math.sqrt(2))
    for kind, ours in (("lowpass", low_pass(f0)), ("highpass", high_pass(f0))):
        *b, a0, a1, a2 = specified(kind, f0, q_db)
        assert ours == pytest.approx([b[0] / a0, b[1] / a0, b[2] / a0, a1 / a0, a2 / a0], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("f0", [30.0, 440.0, 7000.0])
def test_they_are_butterworth_filters_of_second_order(f0):
    for kind, ours in (("low", low_pass(f0)), ("high", high_pass(f0))):
        at = np.array([f0 / 2, f0, 2 * f0]) if f0 < 7000 else np.array([f0 / 2, f0])
        _, ours_at = sosfreqz(sections(ours), at, fs=RATE_HZ)
        _, book_at = sosfreqz(butter(2, f0, kind, fs=RATE_HZ, output="sos"), at, fs=RATE_HZ)
        assert np.abs(ours_at) == pytest.approx(np.abs(book_at), rel=1e-6)
        assert 20 * math.log10(abs(ours_at[1])) == pytest.approx(-3.0103, abs=1e-3)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), low=FREQUENCIES, high=FREQUENCIES, gain=st.floats(0.001, 1.0))
def test_in_pieces_of_any_size_they_are_sosfilt(data, low, high, gain):
    rng = np.random.default_rng(5)
    samples = rng.uniform(-1, 1, (2, 6_000)).astype(np.float32)
    edges = sorted(data.draw(st.sets(st.integers(1, 5_999), max_size=6)) | {0, 6_000})
    filters = FilterChain([low_pass(low), high_pass(high)], gain=gain, channels=2)
    ours = np.concatenate([filters.process(samples[:, a:b]) for a, b in pairwise(edges)], axis=1)
    expected = gain * sosfilt(sections(low_pass(low), high_pass(high)), samples.astype(np.float64))
    assert ours.dtype == np.float32
    assert np.abs(ours - expected).max() <= 1.5e-7 * gain  # -136 dB: the rounding to float32


def test_a_long_stay_at_the_lowest_frequency_stays_exact():
    """The narrowest filter is where states lose digits."""
    rng = np.random.default_rng(6)
    samples = (0.2 * rng.standard_normal((1, 400_000))).astype(np.float32)
    filters = FilterChain([low_pass(30.0), high_pass(30.0)], gain=1.0, channels=1)
    ours = np.concatenate([filters.process(part) for part in np.array_split(samples, 7, axis=1)], axis=1)
    expected = sosfilt(sections(low_pass(30.0), high_pass(30.0)), samples.astype(np.float64))
    assert np.abs(ours - expected).max() <= 1e-6 * np.abs(expected).max()


@settings(max_examples=40, deadline=None)
@given(data=st.data(), taps=st.integers(1, 700), mono=st.booleans())
def test_convolution_is_that_of_the_book(data, taps, mono):
    rng = np.random.default_rng(taps)
    response = rng.uniform(-1, 1, (2, taps)).astype(np.float32)
    samples = rng.uniform(-1, 1, (1 if mono else 2, 3_000)).astype(np.float32)
    edges = sorted(data.draw(st.sets(st.integers(1, 2_999), max_size=6)) | {0, 3_000})
    convolver = Convolver(response)
    ours = np.concatenate([convolver.process(samples[:, a:b]) for a, b in pairwise(edges)], axis=1)
    for side in range(2):
        dry = samples[0 if mono else side].astype(np.float64)
        expected = np.convolve(dry, response[side].astype(np.float64))[:3_000]
        assert np.abs(ours[side] - expected).max() <= 1e-6 * max(1.0, np.abs(expected).max())


def test_long_blocks_and_short_ones_agree_for_a_response_of_two_seconds():
    rng = np.random.default_rng(7)
    response = (rng.standard_normal((2, 88_200)) * np.exp(-np.arange(88_200) / 15_000)).astype(np.float32)
    samples = rng.uniform(-1, 1, (2, 300_000)).astype(np.float32)
    long, short = Convolver(response), Convolver(response)
    at_once = long.process(samples)
    pieces = np.concatenate([short.process(part) for part in np.array_split(samples, 23, axis=1)], axis=1)
    assert np.abs(at_once - pieces).max() <= 1e-6 * np.abs(at_once).max()
