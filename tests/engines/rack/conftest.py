"""Sounds and presets for the tests of the rack: small, made here, with nothing at chance."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from klangwerk.engines.rack.params import RackParams
from klangwerk.engines.rack.sounds import RackSounds
from klangwerk.sound import AudioBuffer

RATE_HZ = 44_100
NAMES = {"kick_sample": "Kick", "noise_sample": "Noise", "reverb_sample": "Reverb"}

MakeParams = Callable[..., RackParams]


def buffer_of(samples: object) -> AudioBuffer:
    return AudioBuffer(np.asarray(samples, dtype=np.float32), RATE_HZ)


@pytest.fixture(scope="session")
def sounds() -> RackSounds:
    """A mono kick of 0.45 s, stereo noise of 2.3 s that is no whole number of anything, an impulse of 0.7 s."""
    rng = np.random.default_rng(11)
    t = np.arange(20_000) / RATE_HZ
    kick = 0.8 * np.sin(2 * np.pi * (50 * t + 6 * (1 - np.exp(-t / 0.02)))) * np.exp(-t / 0.12)
    noise = 0.2 * rng.standard_normal((2, 101_003)).clip(-3, 3)
    decay = np.exp(-np.arange(30_870) / 6_000)
    impulse = 0.02 * rng.standard_normal((2, 30_870)) * decay
    return RackSounds(buffer_of(kick), buffer_of(noise), buffer_of(impulse))


@pytest.fixture(scope="session")
def params() -> MakeParams:
    """`params(bpm=150)`: all else as in “Init”."""
    return lambda **given: RackParams(**{**NAMES, **given})


EVERYTHING = {
    "bpm": 150,
    "kick_len": 0.9,
    "kick_dist_amt": 0.2,
    "kick_ott_amt": 0.5,
    "noise_volume": -20.0,
    "noise_low_pass_freq": 5000.0,
    "noise_high_pass_freq": 200.0,
    "reverb_volume": -6.0,
    "reverb_low_pass_freq": 4000.0,
    "reverb_high_pass_freq": 60.0,
    "master_ott_amt": 0.3,
    "master_dist_amt": 0.1,
    "master_limiter_amt": 2.0,
}


@pytest.fixture(scope="session")
def everything(params: MakeParams) -> RackParams:
    """All layers on, all effects at work."""
    return params(**EVERYTHING)


def level_db(samples: np.ndarray) -> float:
    """The highest absolute value in dB; -400 for nothing at all."""
    return float(20 * np.log10(np.abs(samples).max(initial=0.0) + 1e-20))


@pytest.fixture(scope="session", name="level_db")
def _level_db() -> Callable[[np.ndarray], float]:
    return level_db
