import math

import numpy as np
import pytest

from klangwerk.engines.composer.instruments.organs.rotary import drum, horn
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE


def tone(hz: float, seconds: float) -> np.ndarray:
    return np.sin(2.0 * math.pi * hz * np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE).astype(
        np.float32
    )[None]


@pytest.mark.parametrize("seconds", [0.05, 0.5, 2.3])
@pytest.mark.parametrize("turns_hz", [0.8, 6.5])
def test_horn_reads_late_by_what_the_turn_says(seconds, turns_hz):
    heard = horn(tone(1000.0, seconds), turns_hz=turns_hz, delay_s=0.0002, depth=0.0)
    assert heard.shape == (2, int(seconds * SAMPLE_RATE))
    time = np.arange(heard.shape[1]) / SAMPLE_RATE
    period_s = round(SAMPLE_RATE / turns_hz) / SAMPLE_RATE
    late = 0.0002 * (1.0 - np.cos(2.0 * math.pi * time / period_s + 0.25 * math.pi))
    wanted = np.sin(2.0 * math.pi * 1000.0 * (time - late)) * (time > late)
    # between two frames it reads on a straight line
    np.testing.assert_allclose(heard[0][30:], wanted[30:], atol=4e-3)
    np.testing.assert_array_equal(heard[0], heard[1])


def test_sides_swell_in_turn():
    for heard in (
        drum(tone(200.0, 1.0), turns_hz=5.0, depth=0.3),
        horn(tone(2000.0, 1.0), turns_hz=5.0, delay_s=0.0001, depth=0.3),
    ):
        levels = np.sqrt(np.mean(heard[:, : 441 * 100].reshape(2, 100, 441) ** 2, axis=2))
        assert (levels.max(axis=1) / levels.min(axis=1) > 1.6).all()
        assert np.corrcoef(levels)[0, 1] < 0.3
