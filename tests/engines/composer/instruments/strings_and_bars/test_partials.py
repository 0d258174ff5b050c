import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.composer.instruments.strings_and_bars.partials import Partials, joined, ring
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE


def some(seed: int, count: int, channels: int) -> Partials:
    rng = np.random.default_rng(seed)
    return Partials(
        rng.uniform(30.0, 9000.0, count),
        rng.uniform(0.0, 60.0, count),
        rng.normal(size=(channels, count)) + 1j * rng.normal(size=(channels, count)),
    )


def written_out(partials: Partials, frames: int) -> np.ndarray:
    time = np.arange(frames) / SAMPLE_RATE
    return np.real(partials.amplitude @ np.exp(np.outer(partials.exponent(), time)))


@given(st.integers(0, 1000), st.integers(1, 90), st.integers(1, 2), st.integers(1, 30_000))
@settings(max_examples=15, deadline=None)
def test_ring_is_the_sum_written_out(seed, count, channels, frames):
    partials = some(seed, count, channels)
    sounded = ring(partials, frames)
    assert sounded.dtype == np.float32
    assert sounded.shape == (channels, frames)
    strongest = np.abs(partials.amplitude).max()
    # each partial may be left out once it is 72 dB below the strongest
    assert np.abs(sounded - written_out(partials, frames)).max() < strongest * count * 10 ** (-72 / 20)


def test_later_partials_continue_where_the_first_stopped():
    partials = some(3, 20, 2)
    whole, head, tail = (
        ring(partials, 9000),
        ring(partials, 5000),
        ring(partials.at(5000 / SAMPLE_RATE), 4000),
    )
    np.testing.assert_allclose(np.concatenate((head, tail), axis=1), whole, atol=2e-2)


def test_what_would_alias_is_left_out():
    silent = ring(Partials(np.array([21_000.0]), np.zeros(1), np.ones((1, 1), complex)), 1000)
    assert not silent.any()


def test_envelope_is_the_root_of_the_power():
    steady = Partials(np.array([440.0, 1000.0]), np.zeros(2), np.ones((1, 2), complex))
    measured = float(np.sqrt(np.mean(ring(steady, 44_100).astype(float) ** 2)))
    assert steady.envelope(np.array([0.3]))[0] == pytest.approx(measured, rel=1e-2)


def test_joined_sounds_like_both():
    one, two = some(1, 4, 1), some(2, 5, 1)
    np.testing.assert_allclose(ring(joined(one, two), 800), ring(one, 800) + ring(two, 800), atol=2e-2)
