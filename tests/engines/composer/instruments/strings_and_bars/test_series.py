import numpy as np
import pytest

from klangwerk.engines.composer.instruments.strings_and_bars.bodies import body
from klangwerk.engines.composer.instruments.strings_and_bars.noises import burst, generator
from klangwerk.engines.composer.instruments.strings_and_bars.partials import ring
from klangwerk.engines.composer.instruments.strings_and_bars.series import (
    pan_of,
    placed,
    stiff,
    touched_at,
)
from klangwerk.engines.composer.instruments.voices import hertz


def test_a_string_without_stiffness_is_harmonic():
    n, frequency = stiff(100.0, 0.0, highest_hz=1000.0, most=40)
    np.testing.assert_allclose(frequency, 100.0 * n)
    assert n.size == 9


def test_stiffness_sharpens_all_but_the_first():
    n, frequency = stiff(100.0, 1e-3, highest_hz=5000.0, most=20)
    assert frequency[0] == pytest.approx(100.0)
    assert (np.diff(frequency / n) > 0.0).all()


def test_a_fundamental_above_all_bounds_is_kept():
    assert stiff(9000.0, 0.0, highest_hz=8000.0, most=5)[0].tolist() == [1.0]


def test_a_string_touched_in_its_middle_has_hardly_any_even_partials():
    found = np.abs(touched_at(np.arange(1.0, 9.0), 0.5))
    assert (found[1::2] < 0.05).all()
    assert (found[::2] > 0.9).all()


def test_tuning():
    assert hertz(69) == 440.0
    assert hertz(57) == pytest.approx(220.0)
    assert pan_of(30, 0.4) < 0.0 < pan_of(90, 0.4) <= 0.4


def test_placed_keeps_the_power():
    amplitude = placed(np.ones(200), np.zeros(200), generator(1), pan=0.3, width=0.8)
    np.testing.assert_allclose((np.abs(amplitude) ** 2).sum(axis=0), 1.0)


def test_bodies_resonate_where_they_are_said_to():
    box = body(generator(3), ((200.0, 15.0, 2.0),), low_hz=80.0, uneven_db=0.0)
    grid = np.linspace(120.0, 400.0, 600)
    assert abs(grid[np.argmax(box.response(grid))] / 200.0 - 1.0) < 0.08
    knock = ring(box.knock(generator(4), 0.5, 2), 44_100)
    assert np.abs(knock[:, 22_050:]).max() < 0.01 * np.abs(knock).max()


def test_bursts_lie_in_their_band_and_end():
    noise = burst(generator(5), seconds=0.1, low_hz=800.0, high_hz=2000.0, channels=2)
    power = np.abs(np.fft.rfft(noise, axis=1)) ** 2
    frequency = np.fft.rfftfreq(noise.shape[1], 1.0 / 44_100)
    assert power[:, (frequency > 500.0) & (frequency < 4000.0)].sum() > 0.7 * power.sum()
    assert np.abs(noise[:, -30:]).max() < 0.01
    assert not np.array_equal(noise[0], noise[1])
