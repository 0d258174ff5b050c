"""The limiter and what it looks at."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.mastering.convolution import convolve, minimum_phase
from klangwerk.engines.mastering.gains import apply
from klangwerk.engines.mastering.levels import HOP, gated_lufs, hop_sums, k_magnitude
from klangwerk.engines.mastering.limiter import limiting
from klangwerk.engines.mastering.peaks import hop_peaks
from klangwerk.sound import AudioBuffer
from klangwerk.sound.loudness import integrated_lufs, true_peak_dbtp

RATE = 44_100


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 999), circular=st.booleans(), frames=st.integers(50, 6000))
def test_no_sample_leaves_it_above_the_ceiling(seed, circular, frames):
    random = np.random.default_rng(seed)
    sound = (random.standard_normal((2, frames)) * random.choice([0.1, 1.0, 3.0], (1, frames))).astype(
        np.float32
    )
    peaks = hop_peaks(sound, matters_above=0.5, circular=circular)
    gain = limiting(peaks, ceiling=0.5, sample_rate=RATE, circular=circular)
    apply(sound, gain, circular=circular)
    assert np.abs(sound).max() <= 0.5 + 1e-5


def test_what_is_below_the_ceiling_passes_as_it_is():
    assert (limiting(np.full(100, 0.4), ceiling=0.5, sample_rate=RATE, circular=False) == 1.0).all()


def test_peaks_between_samples_are_seen():
    """A tone at a quarter of the rate, 45 degrees off: samples at 0.707, the wave at 1."""
    tone = np.sin(np.pi / 2 * np.arange(8000) + np.pi / 4).astype(np.float32)[np.newaxis]
    found = hop_peaks(tone, matters_above=0.5, circular=False)
    assert found[10:-10].max() == pytest.approx(1.0, abs=0.01)
    assert 20 * np.log10(found[10:-10].max()) == pytest.approx(
        true_peak_dbtp(AudioBuffer(tone, RATE)), abs=0.1
    )


def test_loudness_from_hops_is_that_of_the_standard():
    random = np.random.default_rng(5)
    envelope = np.repeat(random.uniform(0.001, 0.3, 12), RATE // 2)
    sound = (random.standard_normal((2, envelope.size)) * envelope).astype(np.float32)
    weighting = minimum_phase(k_magnitude(RATE, points=(1 << 15) + 1), 8192)
    sums = sum(hop_sums(convolve(side[np.newaxis], weighting, circular=False)) for side in sound)
    assert gated_lufs(sums, sample_rate=RATE) == pytest.approx(
        integrated_lufs(AudioBuffer(sound, RATE)), abs=0.02
    )


def test_a_gain_is_a_line_between_the_middles_of_hops():
    sound = np.ones((1, 3 * HOP + 5), dtype=np.float32)
    apply(sound, np.array([0.0, 1.0, 0.0, 0.0]), circular=False)
    assert sound[0, HOP + HOP // 2] == pytest.approx(1 - 0.5 / HOP)
    assert np.abs(np.diff(sound[0])).max() <= 1 / HOP + 1e-6
