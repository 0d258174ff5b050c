import math

import numpy as np

from klangwerk.engines.composer.instruments.guitars.vibrato import swayed

RATE = 44_100


def steady(seconds: float) -> np.ndarray:
    return np.sin(2.0 * math.pi * 440.0 * np.arange(int(seconds * RATE)) / RATE).astype(np.float32)


def test_a_short_note_is_left_alone():
    string = steady(0.4)
    assert swayed(string, rate=RATE, cents=10.0, sways_hz=5.0) is string


def test_the_pitch_goes_up_and_down_by_as_many_cents():
    string = swayed(steady(3.0), rate=RATE, cents=10.0, sways_hz=5.0)
    np.testing.assert_array_equal(string[:15_000], steady(3.0)[:15_000])
    spectrum = np.fft.fft(string.astype(float))
    spectrum[string.size // 2 :] = 0.0
    pitch = np.diff(np.unwrap(np.angle(np.fft.ifft(spectrum)))) * RATE / (2.0 * math.pi)
    cents = 1200.0 * np.log2(np.convolve(pitch, np.ones(400) / 400, "valid")[44_100:110_000] / 440.0)
    assert 8.0 < cents.max() < 12.0
    assert -12.0 < cents.min() < -8.0
    assert abs(cents.mean()) < 1.0
