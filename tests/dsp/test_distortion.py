"""The distortion's curve, its transparency, its DC."""

from __future__ import annotations

import numpy as np
import pytest

from klangwerk.dsp import Effect
from tests.dsp.signals import amplitude, db, noise, sine


def distorted(x: np.ndarray, amount: float) -> np.ndarray:
    effect = Effect("distortion")
    effect.set(amount=amount)
    return effect.process(x)


def test_at_0_no_bit_changes():
    x = np.hstack([noise(20_000, peak=1.5), noise(20_000, peak=1e-7)])
    np.testing.assert_array_equal(distorted(x, 0), x)


def test_after_going_back_to_0_no_bit_changes():
    effect = Effect("distortion")
    effect.set(amount=0.5)
    effect.process(noise(20_000))
    effect.set(amount=0)
    effect.process(noise(20_000))
    x = noise(20_000, seed=2)
    np.testing.assert_array_equal(effect.process(x), x)


@pytest.mark.parametrize("amount", [0.1, 0.5])
def test_the_curve(amount):
    """Within two cycles of a tone the slow high-pass of the square does not count."""
    x = sine(4_000, -3, 0.002)
    exact = x.astype(np.float64)
    square = 0.1 * exact**2
    lag = np.zeros_like(square)
    share = 1 - np.exp(-2 * np.pi * 10 / 44_100)
    average = 0.0
    for frame in range(square.shape[1]):
        average += share * (square[0, frame] - average)
        lag[0, frame] = average
    expected = exact * (1 - amount) + amount * (np.tanh(6 * exact) + square - lag)
    np.testing.assert_allclose(distorted(x, amount), expected, atol=2e-6)


def test_the_square_leaves_its_harmonic_but_no_dc():
    y = distorted(sine(50, 0, 4), 0.5)[:, -2 * 44_100 :]
    assert abs(float(y.mean())) < 1e-4  # it would be 0.025
    assert db(amplitude(y, 100)) == pytest.approx(db(0.025), abs=0.2)


def test_a_kick_keeps_the_phase_of_its_fundamental():
    """What is mixed adds up: the fundamental of the result is as large as the parts' together."""
    x = sine(50, -6, 4)
    parts = [amplitude(distorted(x, amount)[:, -44_100:], 50) for amount in (0.0, 0.25, 0.5)]
    assert parts[1] == pytest.approx((parts[0] + parts[2]) / 2, rel=1e-3)


def test_loudness_grows_but_full_scale_stays_full_scale():
    for level_db in (-40, -20, -6, 0):
        x = sine(60, level_db)
        gains = [db(float(distorted(x, amount).std() / x.std())) for amount in (0.1, 0.3, 0.5)]
        assert gains == sorted(gains)
        assert 0 <= gains[0] <= gains[-1] <= db(3.5) + 0.1
    assert np.abs(distorted(sine(60, 0), 0.5)).max() < 1.1


@pytest.mark.parametrize(("frequency_hz", "bound_db"), [(100, -110), (1_000, -90), (3_000, -35)])
def test_aliasing_is_far_below_the_fundamental(frequency_hz, bound_db):
    """It runs at the plain rate: what a kick is made of lies where this is clean. Whole seconds, so bins are exact."""
    y = distorted(sine(frequency_hz, -6, 2), 0.5)[0, -44_100:].astype(np.float64)
    spectrum = np.abs(np.fft.rfft(y * np.blackman(y.size)))
    harmonic = np.zeros(spectrum.size, dtype=bool)
    for order in range(22_050 // frequency_hz + 1):
        harmonic[max(0, order * frequency_hz - 6) : order * frequency_hz + 7] = True
    aliased = np.sqrt(np.sum(spectrum[~harmonic] ** 2))
    assert db(aliased / spectrum[frequency_hz]) < bound_db
