"""The figures by which the stock sounds are judged are right where the answer is known, and can fail."""

from __future__ import annotations

import numpy as np
import pytest

from klangwerk.training.rack_sounds import measure

RATE = 44_100


def test_t60_of_noise_that_decays_at_known_speed():
    rng = np.random.default_rng(1)
    time_s = np.arange(2 * RATE) / RATE
    x = rng.standard_normal((2, 2 * RATE)) * 10 ** (-3 * time_s / 1.2)
    found = measure.t60_s(x)
    assert [found[hz] for hz in (500, 1000, 2000, 4000)] == pytest.approx([1.2] * 4, rel=0.06)


def test_a_loop_that_does_not_close_is_found():
    time_s = np.arange(4 * RATE) / RATE
    closed = np.stack([np.sin(2 * np.pi * 440 * time_s), np.sin(2 * np.pi * 660 * time_s)])
    rough = closed + 0.001 * np.random.default_rng(2).standard_normal(closed.shape)
    assert measure.seam(rough).flux < 1.15
    assert measure.seam(rough).bend < 1.0
    cut = rough[:, :-30]  # 0.3 of a cycle is missing
    assert measure.seam(cut).flux > 2.0
    assert measure.seam(cut).bend > 10.0


def test_correlation_and_mono_of_known_pairs():
    rng = np.random.default_rng(3)
    one, other = rng.standard_normal((2, RATE))
    assert measure.correlation(np.stack([one, one])) == pytest.approx(1.0)
    assert measure.correlation(np.stack([one, -one])) == pytest.approx(-1.0)
    assert measure.correlation(np.stack([one, other])) == pytest.approx(0.0, abs=0.03)
    assert measure.mono_loss_db(np.stack([one, one])) == pytest.approx(0.0, abs=1e-9)
    assert measure.mono_loss_db(np.stack([one, other])) == pytest.approx(3.0, abs=0.1)


def test_noise_is_dense_at_once_and_single_echoes_are_not():
    rng = np.random.default_rng(4)
    noise = rng.standard_normal((2, RATE))
    assert measure.echo_density_s(noise) < 0.02
    echoes = np.zeros((2, RATE))
    echoes[:, ::4000] = 1.0
    assert measure.echo_density_s(echoes) == float("inf")


def test_white_noise_has_as_much_below_80_hz_as_above():
    rng = np.random.default_rng(5)
    assert measure.low_share_db(rng.standard_normal((2, 4 * RATE))) == pytest.approx(0.0, abs=0.7)
