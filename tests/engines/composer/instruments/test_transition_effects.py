"""Risers and their like are as long as they are asked to be, and lead where they should."""

from __future__ import annotations

import numpy as np
import pytest

from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Character, Samples, Stroke, voice

EFFECTS = voice(Instrument.TRANSITIONS, Character(seed=3))


def play(key: Drum, duration_s: float, velocity: float = 0.8, variant: int = 0) -> Samples:
    return EFFECTS.play(Stroke(pitch=key, duration_s=duration_s, velocity=velocity, variant=variant))


def level_db(samples: Samples, begin: float, end: float) -> float:
    part = samples[:, int(begin * samples.shape[1]) : int(end * samples.shape[1])]
    return float(10 * np.log10((part**2).mean()))


def centroid_hz(samples: Samples, begin: float, end: float) -> float:
    part = samples.mean(axis=0)[int(begin * samples.shape[1]) : int(end * samples.shape[1])]
    power = np.abs(np.fft.rfft(part)) ** 2
    return float((power * np.fft.rfftfreq(len(part), 1 / SAMPLE_RATE)).sum() / power.sum())


@pytest.mark.parametrize("key", [Drum.RISER, Drum.DOWNLIFTER, Drum.REVERSE_CYMBAL, Drum.VINYL])
@pytest.mark.parametrize("duration_s", [0.25, 2.0, 7.3])
def test_an_effect_is_exactly_as_long_as_its_stroke(key: Drum, duration_s: float) -> None:
    samples = play(key, duration_s)
    assert samples.shape == (2, round(duration_s * SAMPLE_RATE))
    assert samples.dtype == np.float32
    assert np.isfinite(samples).all()
    assert np.abs(samples[:, 0]).max() < 0.01
    assert np.abs(samples[:, -1]).max() < 1e-4
    assert abs(samples.mean()) < 0.002


@pytest.mark.parametrize("key", [Drum.RISER, Drum.DOWNLIFTER, Drum.IMPACT, Drum.REVERSE_CYMBAL, Drum.VINYL])
def test_an_effect_repeats_exactly_varies_and_obeys_velocity(key: Drum) -> None:
    assert play(key, 1.5).tobytes() == play(key, 1.5).tobytes()
    assert play(key, 1.5).tobytes() != play(key, 1.5, variant=1).tobytes()
    assert np.abs(play(key, 1.5, velocity=0.4)).max() < 0.5 * np.abs(play(key, 1.5)).max()


def test_a_riser_grows_louder_and_brighter() -> None:
    riser = play(Drum.RISER, 4.0)
    assert level_db(riser, 0.8, 0.95) > level_db(riser, 0.2, 0.4) + 8
    assert centroid_hz(riser, 0.8, 1.0) > 2 * centroid_hz(riser, 0.1, 0.4)
    assert -9 < 20 * np.log10(np.abs(riser).max()) < -3


def test_a_downlifter_goes_the_other_way() -> None:
    fall = play(Drum.DOWNLIFTER, 3.0)
    assert level_db(fall, 0.0, 0.2) > level_db(fall, 0.7, 0.9) + 8
    assert centroid_hz(fall, 0.0, 0.2) > 3 * centroid_hz(fall, 0.6, 0.8)


def test_an_impact_is_deep_and_rings() -> None:
    boom = play(Drum.IMPACT, 0.1)
    assert 2.5 < boom.shape[1] / SAMPLE_RATE < 3.5
    assert centroid_hz(boom, 0.0, 1.0) < 400
    assert level_db(boom, 0.3, 0.4) > level_db(boom, 0.0, 0.05) - 35
    assert np.abs(boom[:, -1]).max() < 1e-4
    assert np.argmax(np.abs(boom).max(axis=0) > 0.01 * np.abs(boom).max()) < 0.0015 * SAMPLE_RATE


def test_a_reversed_cymbal_swells_to_its_end() -> None:
    cymbal = play(Drum.REVERSE_CYMBAL, 2.0)
    levels = [level_db(cymbal, at, at + 0.2) for at in (0.2, 0.4, 0.6, 0.78)]
    assert levels == sorted(levels)
    assert np.argmax(np.abs(cymbal).max(axis=0)) > 0.9 * cymbal.shape[1]


def test_vinyl_is_quiet_and_steady() -> None:
    vinyl = play(Drum.VINYL, 20.0)
    assert 20 * np.log10(np.abs(vinyl).max()) == pytest.approx(-20, abs=0.5)
    halves = level_db(vinyl, 0.05, 0.5), level_db(vinyl, 0.5, 0.95)
    assert abs(halves[0] - halves[1]) < 4
    assert max(halves) < -35
