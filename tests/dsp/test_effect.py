"""Every effect: blocks, determinism, parameters, hostile input."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies

from klangwerk import dsp
from klangwerk.dsp import Effect, program
from klangwerk.dsp.instance import BLOCK_FRAMES
from tests.dsp.signals import noise, sine

SETTINGS = {
    "distortion": {"amount": 0.3},
    "ott": {"amount": 0.7, "ratio_scale": 8, "low_db": 3, "mid_db": -3, "high_db": 0},
    "limiter": {"gain_db": 9.0},
}
EFFECTS = list(SETTINGS)


def made(name: str, **values: float) -> Effect:
    effect = Effect(name)
    effect.set(**(values or SETTINGS[name]))
    return effect


def test_these_are_the_effects():
    assert sorted(program.names()) == sorted(EFFECTS)
    assert {name: Effect(name).latency_frames for name in EFFECTS} == {
        "distortion": 0,
        "ott": 0,
        "limiter": 62,
    }


@pytest.mark.parametrize("name", EFFECTS)
@hypothesis.settings(max_examples=15, deadline=None)
@hypothesis.given(
    cuts=strategies.lists(strategies.integers(0, BLOCK_FRAMES + 3_000), max_size=8),
    change=strategies.booleans(),
)
def test_how_samples_are_cut_into_blocks_changes_no_bit(name, cuts, change):
    x = noise(BLOCK_FRAMES + 3_000, channels=2)
    middle = 5_000
    whole, cut = made(name), made(name)
    expected = [whole.process(x[:, :middle])]
    if change:
        whole.set(**{next(iter(SETTINGS[name])): 0.1})
    expected.append(whole.process(x[:, middle:]))
    got = []
    edges = sorted({0, middle, x.shape[1], *cuts})
    for start, end in itertools.pairwise(edges):
        if change and start == middle:
            cut.set(**{next(iter(SETTINGS[name])): 0.1})
        got.append(cut.process(x[:, start:end]))
    np.testing.assert_array_equal(np.hstack(got), np.hstack(expected))


@pytest.mark.parametrize("name", EFFECTS)
def test_runs_are_alike_also_in_threads_side_by_side(name):
    x = noise(60_000, channels=2)
    expected = made(name).process(x)
    with ThreadPoolExecutor(4) as threads:
        for got in threads.map(lambda _: made(name).process(x), range(8)):
            np.testing.assert_array_equal(got, expected)


@pytest.mark.parametrize("name", ["distortion", "ott"])
def test_channels_are_independent(name):
    x = noise(20_000, channels=2)
    both = made(name).process(x)
    for channel in (0, 1):
        np.testing.assert_array_equal(
            both[channel : channel + 1], made(name).process(x[channel : channel + 1])
        )


@pytest.mark.parametrize("name", EFFECTS)
@pytest.mark.parametrize("value", [0.0, 1e-45, 1e-38, 1e-20, 1e6, 1e30, 3.4e38, np.inf, np.nan])
def test_what_comes_out_is_finite_and_ends(name, value):
    """Nothing that goes in stays in: a second after it the effect works as ever, and holds no denormals."""
    effect = made(name)
    hostile = np.full((2, 500), value, dtype=np.float32)
    hostile[:, ::3] *= -1
    assert np.isfinite(effect.process(hostile)).all()
    after = effect.process(np.zeros((2, 10 * 44_100), dtype=np.float32))
    assert np.isfinite(after).all()
    tail = np.abs(after[:, -44_100:])
    assert tail.max() < 1e-6
    assert not np.any((tail > 0) & (tail < np.finfo(np.float32).tiny))
    x = np.repeat(sine(500, -20), 2, axis=0)
    np.testing.assert_allclose(effect.process(x)[:, -20_000:], made(name).process(x)[:, -20_000:], atol=1e-3)


@pytest.mark.parametrize("name", EFFECTS)
def test_a_first_value_holds_at_once(name):
    """No ramp from the default: as if it had always been so. (OTT's gains need five frames from the very first one.)"""
    long_set = made(name)
    long_set.process(np.zeros((2, 44_100), dtype=np.float32))
    x = np.repeat(sine(200, -12, 0.2), 2, axis=0)
    np.testing.assert_allclose(made(name).process(x)[:, 5:], long_set.process(x)[:, 5:], atol=2e-3)


@pytest.mark.parametrize(
    ("name", "parameter", "low", "high"),
    [
        ("distortion", "amount", 0, 0.5),
        ("ott", "amount", 0, 1),
        ("ott", "low_db", -18, 18),
        ("limiter", "gain_db", 0, 18),
    ],
)
def test_a_jump_of_a_parameter_makes_no_click(name, parameter, low, high):
    """A 50 Hz sine bends slowly. A click would be a corner in it; a jump of all that is allowed makes one below -40 dBFS."""
    effect = made(name, **{**SETTINGS[name], parameter: low})
    x = np.repeat(sine(50, -12, 3), 2, axis=0)
    pieces = [effect.process(x[:, :44_100])]
    effect.set(**{parameter: high})
    pieces.append(effect.process(x[:, 44_100:88_200]))
    effect.set(**{parameter: low})
    pieces.append(effect.process(x[:, 88_200:]))
    y = np.hstack(pieces)[0]
    around = [np.abs(np.diff(y[edge - 50 : edge + 2_000], 2)).max() for edge in (44_100, 88_200)]
    steady = np.abs(np.diff(y[80_000:88_000], 2)).max()
    assert max(around) < steady + 0.01
    np.testing.assert_allclose(y[20_000:44_100], y[-44_100 + 20_000 :], atol=1e-3)  # and it has come back


def test_errors_say_what_there_is():
    with pytest.raises(dsp.UnknownEffect, match=r"'flanger'; there are .*distortion"):
        Effect("flanger")
    with pytest.raises(
        dsp.InvalidParameter, match="ott has no parameter 'depth'; it has amount, ratio_scale"
    ):
        Effect("ott").set(depth=1)
    with pytest.raises(dsp.InvalidParameter, match=r"distortion: amount must be between 0 and 0.5, not 0.6"):
        Effect("distortion").set(amount=0.6)
    for value in (np.nan, np.inf, -0.01):
        with pytest.raises(dsp.InvalidParameter):
            Effect("limiter").set(gain_db=value)
    with pytest.raises(dsp.InvalidParameter, match="22050 to 192000 Hz, not 0"):
        Effect("ott", sample_rate=0)


def test_a_refused_value_sets_nothing():
    effect, untouched = made("ott"), made("ott")
    with pytest.raises(dsp.InvalidParameter):
        effect.set(amount=0.1, low_db=99)
    x = noise(3_000)
    np.testing.assert_array_equal(effect.process(x), untouched.process(x))


def test_wrong_samples_are_refused():
    with pytest.raises(dsp.InvalidSamples, match="float64"):
        Effect("ott").process(np.zeros((1, 10)))
    with pytest.raises(dsp.InvalidSamples, match="shape"):
        Effect("ott").process(np.zeros(10, dtype=np.float32))
    with pytest.raises(dsp.InvalidSamples, match="2 channels at a time, not 1"):
        Effect("limiter").process(noise(10))
    effect = Effect("ott")
    effect.process(noise(10, channels=2))
    with pytest.raises(dsp.InvalidSamples, match="began with 2 channels, now there are 1"):
        effect.process(noise(10))


def test_nothing_in_nothing_out():
    assert made("ott").process(np.zeros((2, 0), dtype=np.float32)).shape == (2, 0)


def test_a_missing_build_says_how_to_make_it(monkeypatch, tmp_path):
    monkeypatch.setattr(program, "FOLDER", tmp_path)
    with pytest.raises(dsp.EffectsNotBuilt, match="make setup"):
        program._read("ott.wasm")
