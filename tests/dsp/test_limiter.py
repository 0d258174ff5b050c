"""The limiter's ceiling, its transparency, its cleanness on sub-bass."""

from __future__ import annotations

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies
from hypothesis.extra import numpy as arrays

from klangwerk.dsp import Effect
from tests.dsp.signals import RATE_HZ, amplitude, db, noise, sine

CEILING = 10 ** (-0.3 / 20)
LATENCY = 62


def limited(x: np.ndarray, gain_db: float = 0) -> np.ndarray:
    effect = Effect("limiter")
    effect.set(gain_db=gain_db)
    return effect.process(x)


def stereo(x: np.ndarray) -> np.ndarray:
    return np.repeat(x, 2, axis=0)


def square(frequency_hz: float, level: float) -> np.ndarray:
    return np.sign(sine(frequency_hz, 0) + 1e-9).astype(np.float32) * np.float32(level)


def impulses(level: float) -> np.ndarray:
    x = np.zeros((2, 20_000), dtype=np.float32)
    x[0, ::997] = level
    x[1, 5::1_013] = -level
    return x


LOUD = {
    "noise": noise(40_000, channels=2, peak=1),
    "far too loud noise": noise(40_000, channels=2, peak=30),
    "square": stereo(square(50, 1)),
    "fast square": stereo(square(9_000, 2)),
    "impulses": impulses(1),
    "huge impulses": impulses(1e5),
    "growing": stereo(sine(777, 0) * np.geomspace(1e-3, 100, RATE_HZ, dtype=np.float32)),
    "bursts": stereo(sine(440, 12) * (np.arange(RATE_HZ) // 300 % 2).astype(np.float32)),
}


@pytest.mark.parametrize("gain_db", [0, 3.5, 18.06])
@pytest.mark.parametrize("kind", LOUD)
def test_nothing_goes_above_the_ceiling(kind, gain_db):
    assert np.abs(limited(LOUD[kind], gain_db)).max() <= CEILING


@hypothesis.settings(max_examples=40, deadline=None)
@hypothesis.given(
    x=arrays.arrays(
        np.float32,
        (2, 1_500),
        elements=strategies.floats(-1e3, 1e3, width=32),
        fill=strategies.floats(-2, 2, width=32),
    ),
    gain_db=strategies.floats(0, 18.06),
)
def test_nothing_anybody_thinks_of_goes_above_the_ceiling(x, gain_db):
    assert np.abs(limited(x, gain_db)).max() <= CEILING


def test_a_gain_that_jumps_stays_below_the_ceiling():
    effect = Effect("limiter")
    x = noise(5_000, channels=2, peak=1)
    for gain_db in (0, 18, 2, 18, 9):
        effect.set(gain_db=gain_db)
        assert np.abs(effect.process(x)).max() <= CEILING


def test_what_is_below_the_ceiling_passes_as_it_is():
    x = noise(50_000, channels=2, peak=0.96)
    y = limited(x)
    assert not y[:, :LATENCY].any()
    np.testing.assert_array_equal(y[:, LATENCY:], x[:, :-LATENCY])


def test_after_a_peak_it_passes_as_it_is_again():
    x = noise(3 * RATE_HZ, channels=2, peak=0.5)
    x[:, 1_000] = 4
    y = limited(x)
    later = 1 * RATE_HZ
    np.testing.assert_array_equal(y[:, later + LATENCY :], x[:, later:-LATENCY])


def test_both_channels_get_the_same_gain():
    x = noise(30_000, channels=2, peak=0.3)
    x[0] *= 8
    y = limited(x)
    ratio = y[1, LATENCY:] / x[1, :-LATENCY]
    other = y[0, LATENCY:] / x[0, :-LATENCY]
    loud = np.abs(x[1, :-LATENCY]) > 0.05
    loud &= np.abs(x[0, :-LATENCY]) > 0.05
    np.testing.assert_allclose(ratio[loud], other[loud], rtol=1e-4)
    assert ratio[loud].min() < 0.5


@pytest.mark.parametrize("frequency_hz", [40, 50, 60, 100, 1_000])
@pytest.mark.parametrize("gain_db", [6, 12])
def test_a_steady_sub_bass_is_not_bent(frequency_hz, gain_db):
    y = limited(stereo(sine(frequency_hz, -0.3, 4)), gain_db)[0, -2 * RATE_HZ :]
    harmonics = [amplitude(y, order * frequency_hz) for order in range(2, 12)]
    assert db(float(np.linalg.norm(harmonics)) / amplitude(y, frequency_hz)) < -100


def test_the_gain_comes_back_in_about_50_ms():
    """After a burst 12 dB too loud: held for 13 ms, then two thirds of the way within 50 ms more."""
    x = stereo(sine(1_000, -40, 1))
    x[:, :4_000] = stereo(sine(1_000, 12, 1))[:, :4_000]
    y = limited(x)
    gain = [
        np.abs(y[0, a + LATENCY : a + 441 + LATENCY]).max() / np.abs(x[0, a : a + 441]).max()
        for a in range(4_100, 30_000, 441)
    ]
    lowest = CEILING / 10 ** (12 / 20)
    assert gain[0] == pytest.approx(lowest, rel=0.02)
    back_s = next(i for i, g in enumerate(gain) if g > 1 - (1 - lowest) / np.e) * 0.01
    assert 0.04 <= back_s <= 0.08
    assert gain[-1] == pytest.approx(1, abs=1e-3)


def test_gain_is_gain():
    x = noise(20_000, channels=2, peak=0.1)
    y = limited(x, 6)
    np.testing.assert_allclose(y[:, LATENCY:], x[:, :-LATENCY] * 10 ** (6 / 20), rtol=1e-5)
