from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from klangwerk.engines.kick.descriptors import SILENCE_DB, describe
from klangwerk.training.kick_synth import SAMPLE_RATE, SynthParams, render

TIME_S = np.arange(2 * SAMPLE_RATE) / SAMPLE_RATE


def tone(pitch_hz: float, t60_s: float, *, shape=lambda x: x) -> np.ndarray:
    return (
        shape(np.sin(2 * np.pi * pitch_hz * TIME_S))
        * 10 ** (-3 * TIME_S / t60_s)
        * np.minimum(1, TIME_S / 0.002)
    )


def measure(params: SynthParams, seed: int = 0):
    return describe(render(params, np.random.default_rng(seed)).samples, SAMPLE_RATE)


@pytest.mark.parametrize("pitch_hz", [27.0, 36.0, 50.0, 71.0, 100.0, 150.0])
@pytest.mark.parametrize(("gain", "bias"), [(0.01, 0.0), (8.0, 0.0), (5.0, 1.5)])
def test_pitch_of_a_tone_clean_or_driven(pitch_hz, gain, bias):
    def shape(x):
        return np.tanh(gain * x + bias) - np.tanh(bias)

    assert describe(tone(pitch_hz, 0.9, shape=shape), SAMPLE_RATE).f0_hz == pytest.approx(pitch_hz, rel=0.01)


def test_pitch_of_kicks_that_settle():
    """Random kicks whose sweep is over when half of their energy is: within 1 % in at least 97 of 100."""
    rng = np.random.default_rng(7)
    errors = []
    for seed in range(100):
        params = SynthParams(
            end_hz=float(rng.uniform(28, 120)),
            sweep1_hz=float(rng.uniform(20, 800)),
            sweep1_ms=float(rng.uniform(2, 8)),
            sweep2_hz=float(rng.uniform(2, 60)),
            sweep2_ms=float(rng.uniform(8, 12)),
            t60_s=float(rng.uniform(0.7, 1.6)),
            hold_ms=float(rng.uniform(20, 60)),
            drive_kind=str(rng.choice(["none", "tanh", "asymmetric", "clip"])),
            drive_db=float(rng.uniform(0, 24)),
            noise_db=float(rng.uniform(-50, -26)),
            click_db=float(rng.uniform(-25, -8)),
        )
        errors.append(abs(measure(params, seed).f0_hz / params.end_hz - 1))
    assert np.mean(np.array(errors) < 0.01) >= 0.97


@pytest.mark.parametrize("t60_s", [0.12, 0.3, 0.8, 1.5])
def test_length_is_the_time_to_fall_by_60_db(t60_s):
    assert describe(tone(60.0, t60_s), SAMPLE_RATE).t60_s == pytest.approx(t60_s, rel=0.08)


def rises(name: str, kicks: list[SynthParams]) -> bool:
    values = [getattr(measure(p), name) for p in kicks]
    return all(a < b for a, b in pairwise(values))


BASE = SynthParams(sweep2_hz=20.0, t60_s=0.5)


def test_each_measure_rises_with_what_it_stands_for():
    assert rises("t60_s", [replace(BASE, t60_s=t) for t in (0.1, 0.2, 0.4, 0.8, 1.6)])
    assert rises("f0_hz", [replace(BASE, end_hz=f) for f in (30.0, 40.0, 50.0, 65.0, 90.0, 130.0)])
    assert rises("attack_db", [replace(BASE, click_db=c) for c in (-40.0, -20.0, -14.0, -8.0, -2.0)])
    assert rises("attack_db", [replace(BASE, snap_db=s) for s in (0.0, 2.0, 4.0, 7.0)])
    assert rises(
        "thd_db", [replace(BASE, drive_kind="tanh", drive_db=g) for g in (1.0, 5.0, 10.0, 16.0, 24.0)]
    )
    cutoffs_hz = (300.0, 800.0, 2000.0, 6000.0, 12_000.0)
    assert rises("centroid_hz", [replace(BASE, low_pass_hz=f, click_db=-10.0) for f in cutoffs_hz])
    assert rises("noise_db", [replace(BASE, noise_db=n) for n in (-50.0, -40.0, -30.0, -20.0, -12.0)])


def test_neither_sweep_nor_drive_is_noise():
    noisy = measure(replace(BASE, noise_db=-24.0, noise_t60_s=0.2)).noise_db
    assert measure(replace(BASE, sweep1_hz=2000.0, sweep2_hz=150.0)).noise_db < noisy - 6
    assert measure(replace(BASE, drive_kind="tanh", drive_db=14.0)).noise_db < noisy - 2


def test_plain_facts_about_the_samples():
    x = np.concatenate([np.zeros(441), 0.5 * tone(60.0, 0.4)])[: 2 * SAMPLE_RATE] + 0.001
    found = describe(x, SAMPLE_RATE)
    assert found.onset_ms == pytest.approx(10.5, abs=1.0)
    assert found.peak == pytest.approx(np.abs(x).max())
    assert found.dc == pytest.approx(x.mean())
    assert found.tail_dbfs == pytest.approx(-60, abs=1)
    assert describe(tone(60.0, 0.4), SAMPLE_RATE).share_below_200hz > 0.98
    assert describe(tone(60.0, 0.4), SAMPLE_RATE).tail_dbfs < -100


@pytest.mark.parametrize("frames", [0, 1, 10, 300, 5000, 200_000])
def test_silence_and_odd_lengths_are_measured_without_complaint(frames):
    assert describe(np.zeros(frames), SAMPLE_RATE).noise_db == SILENCE_DB
    for x in (
        np.ones(frames),
        np.random.default_rng(0).standard_normal(frames),
        np.resize(tone(50, 1), frames),
    ):
        found = describe(x, SAMPLE_RATE)
        assert all(np.isfinite(getattr(found, name)) for name in found.__dataclass_fields__)


def test_more_than_one_axis_is_refused():
    with pytest.raises(ValueError, match="one axis"):
        describe(np.zeros((2, 100)), SAMPLE_RATE)
