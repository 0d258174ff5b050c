import math

import numpy as np
import pytest

from klangwerk.engines.composer.instruments.guitars.amplifier import TWICE_RATE, amplified, cabinet
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE

EDGE_HZ = 4500.0


def sine(hz: float, seconds: float = 0.5, level: float = 1.0) -> np.ndarray:
    time = np.arange(int(seconds * TWICE_RATE)) / TWICE_RATE
    return (level * np.sin(2.0 * math.pi * hz * time)).astype(np.float32)


def lines(samples: np.ndarray, hz: float) -> tuple[float, float]:
    """The power on harmonics, and off them, in dB."""
    kept = samples[2205:]
    power = np.abs(np.fft.rfft(kept * np.blackman(kept.size))) ** 2
    frequency = np.fft.rfftfreq(kept.size, 1.0 / SAMPLE_RATE)
    away = np.abs(frequency / hz - np.round(frequency / hz)) * hz
    on = (away < 20.0) & (frequency > 20.0)
    return 10.0 * math.log10(power[on].sum()), 10.0 * math.log10(power[~on].sum())


@pytest.mark.parametrize("hz", [500.0, 1000.0, 3000.0])
def test_a_soft_string_hears_only_the_cabinet(hz):
    heard = amplified(
        sine(hz, level=0.01), gain=1.0, bias=0.0, period_frames=SAMPLE_RATE / hz, edge_hz=EDGE_HZ
    )
    gain = float(np.sqrt(2.0 * np.mean(np.square(heard[6000:20_000], dtype=float)))) / 0.01
    assert gain == pytest.approx(float(cabinet(np.array([hz]), EDGE_HZ)[0]), rel=0.06)


@pytest.mark.parametrize("hz", [82.4, 441.7, 1318.5])
def test_clipping_adds_harmonics_and_no_other_tones(hz):
    heard = amplified(sine(hz), gain=30.0, bias=0.15, period_frames=SAMPLE_RATE / hz, edge_hz=EDGE_HZ)
    on, off = lines(heard, hz)
    assert on - off > 40.0


def test_no_direct_current_from_unlike_halves():
    heard = amplified(sine(220.0), gain=5.0, bias=0.5, period_frames=SAMPLE_RATE / 220.0, edge_hz=EDGE_HZ)
    assert abs(float(heard[4410:].mean())) < 1e-3


def test_little_is_left_above_the_cabinets_edge():
    heard = amplified(sine(110.0), gain=40.0, bias=0.1, period_frames=SAMPLE_RATE / 110.0, edge_hz=EDGE_HZ)
    power = np.abs(np.fft.rfft(heard * np.hanning(heard.size))) ** 2
    frequency = np.fft.rfftfreq(heard.size, 1.0 / SAMPLE_RATE)
    assert 10.0 * math.log10(power[frequency > 9000.0].sum() / power.sum()) < -35.0
