"""Tonal balance."""

from __future__ import annotations

import numpy as np
import pytest

from klangwerk.engines.mastering.balance import (
    ACOUSTIC,
    ANY,
    CENTRES_HZ,
    ELECTRONIC,
    correction_db,
    curve,
    third_octaves_db,
)

RATE = 44_100


def coloured(slope_db_per_octave: float) -> np.ndarray:
    """Noise whose third octaves rise or fall by so much from 200 Hz on, by 1 below."""
    frames = 4 * RATE
    hz = np.fft.rfftfreq(frames, 1 / RATE)
    spectrum = np.fft.rfft(np.random.default_rng(2).standard_normal((2, frames)))
    octaves = np.log2(np.maximum(hz, 200) / 1000)
    noise = np.fft.irfft(spectrum * 10 ** (slope_db_per_octave * octaves / 20) * (hz > 28), frames)
    return (0.1 * noise / noise.std()).astype(np.float32)


def test_what_lies_within_the_spread_is_left_alone():
    assert np.abs(correction_db(coloured(-7.0), sample_rate=RATE)).max() < 0.2


def test_what_is_too_bright_is_darkened_and_never_by_more_than_3_db():
    gains = np.array(correction_db(coloured(0.0), sample_rate=RATE))
    assert gains[CENTRES_HZ > 4000] == pytest.approx(-3.0)
    assert np.abs(gains).max() <= 3.0


def test_what_is_too_dark_is_brightened_but_rumble_is_not_raised():
    sound = coloured(-7.0)
    spectrum = np.fft.rfft(sound)
    hz = np.fft.rfftfreq(sound.shape[1], 1 / RATE)
    spectrum[:, (hz > 1000) | (hz < 90)] *= 1e-3
    gains = np.array(correction_db(np.fft.irfft(spectrum).astype(np.float32), sample_rate=RATE))
    assert gains[-4] == pytest.approx(3.0)
    assert (gains[CENTRES_HZ < 50] <= 0).all()


def test_what_is_right_for_a_band_has_too_much_middle_for_a_club():
    sound = coloured(-5.5)
    middle = (CENTRES_HZ > 450) & (CENTRES_HZ < 1100)
    assert np.abs(np.array(correction_db(sound, sample_rate=RATE, spread=ACOUSTIC))[middle]).max() <= 0.3
    assert np.array(correction_db(sound, sample_rate=RATE, spread=ELECTRONIC))[middle].max() < -1.0


def test_what_is_corrected_lies_within_the_spread():
    sound = coloured(-7.0)
    hz = np.fft.rfftfreq(sound.shape[1], 1 / RATE) + 1.0
    nasal = np.fft.rfft(sound) * 10 ** (0.55 * np.exp(-((np.log2(hz / 1000) / 0.8) ** 2)))
    beyond = []
    for gains in ((0.0,) * CENTRES_HZ.size, correction_db(np.fft.irfft(nasal), sample_rate=RATE)):
        levels = third_octaves_db(np.fft.irfft(nasal * curve(gains, hz)), sample_rate=RATE)
        assert levels is not None
        beyond.append(np.abs(levels - levels.clip(ANY.low_db, ANY.high_db))[CENTRES_HZ > 70].max())
    assert beyond[0] > 1.5
    assert beyond[1] < 0.8


def test_silence_and_short_sounds_have_a_balance_too():
    assert set(correction_db(np.zeros((2, 100), dtype=np.float32), sample_rate=RATE)) == {0.0}
    assert len(correction_db(coloured(-5.0)[:, :500], sample_rate=22_050)) == CENTRES_HZ.size


def test_third_octaves_are_those_of_the_spectrum():
    tone = np.sin(2 * np.pi * 1000 * np.arange(RATE) / RATE).astype(np.float32)
    levels = third_octaves_db(np.stack((tone, tone)), sample_rate=RATE)
    assert levels is not None
    assert int(levels.argmax()) == 15
    assert levels.max() == pytest.approx(0.0, abs=0.1)
    assert np.delete(levels, 15).max() < -30


def test_the_curve_goes_through_its_points():
    gains = tuple(float(k % 3) for k in range(CENTRES_HZ.size))
    assert 20 * np.log10(curve(gains, CENTRES_HZ)) == pytest.approx(gains)
