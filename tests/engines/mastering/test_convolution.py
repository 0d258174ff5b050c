"""Filtering in lines and in circles."""

from __future__ import annotations

import numpy as np
import pytest

from klangwerk.engines.mastering.convolution import convolve, convolve_in_place, minimum_phase


@pytest.mark.parametrize(("frames", "taps"), [(100, 300), (40_000, 2048), (70_000, 70_000)])
def test_it_is_convolution(frames, taps):
    random = np.random.default_rng(1)
    sound = random.standard_normal((2, frames)).astype(np.float32)
    response = (random.standard_normal((2, taps)) * np.exp(-np.arange(taps) / 50)).astype(np.float32)
    size = frames + taps
    whole = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(response, size), size)
    assert np.abs(convolve(sound, response, circular=False) - whole[:, :frames]).max() < 1e-4
    wrapped = np.zeros((2, frames))
    for start in range(0, size, frames):
        piece = whole[:, start : start + frames]
        wrapped[:, : piece.shape[1]] += piece
    assert np.abs(convolve(sound, response, circular=True) - wrapped).max() < 1e-4


def test_one_channel_feeds_two_and_the_result_is_added():
    out = np.ones((2, 50), dtype=np.float32)
    response = np.array([[0.0, 2.0], [0.0, -1.0]], dtype=np.float32)
    sound = np.zeros((1, 50), dtype=np.float32)
    sound[0, 10] = 1.0
    convolve(sound, response, circular=False, out=out)
    assert out[:, 11] == pytest.approx([3.0, 0.0], abs=1e-5)
    assert out[:, 30] == pytest.approx([1.0, 1.0], abs=1e-5)


def test_a_response_has_its_magnitude_and_its_energy_early():
    hz = np.linspace(0, 22_050, 4097)
    magnitude = 1 / np.sqrt(1 + (hz / 1000) ** 4)
    response = minimum_phase(magnitude, 2048)
    assert np.abs(np.abs(np.fft.rfft(response[0], 8192)) - magnitude).max() < 0.01
    assert np.square(response[0, :200]).sum() > 0.99 * np.square(response[0]).sum()


@pytest.mark.parametrize("circular", [False, True])
@pytest.mark.parametrize("frames", [900, 5000, 14_337 * 3 + 500, 150_001])
def test_in_place_it_is_the_same(frames, circular):
    random = np.random.default_rng(2)
    sound = random.standard_normal((2, frames)).astype(np.float32)
    sound[:, 3000:28_000] = 0.0  # blocks that are left out
    response = (random.standard_normal((2, 2048)) * np.exp(-np.arange(2048) / 400)).astype(np.float32)
    expected = convolve(sound, response, circular=circular)
    convolve_in_place(sound, response, circular=circular)
    assert np.abs(sound - expected).max() < 1e-4
