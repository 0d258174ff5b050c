"""Sounds that the tests of the floor measure and write."""

from __future__ import annotations

import json

import numpy as np
import pytest

from klangwerk.sound import AudioBuffer

RATE_HZ = 44_100


@pytest.fixture(scope="session")
def tone() -> AudioBuffer:
    """Two seconds of 440 Hz at half of full scale, left; 660 Hz at a quarter, right."""
    t = np.arange(2 * RATE_HZ) / RATE_HZ
    return AudioBuffer(
        np.stack([0.5 * np.sin(2 * np.pi * 440 * t), 0.25 * np.sin(2 * np.pi * 660 * t)]), RATE_HZ
    )


@pytest.fixture(scope="session")
def noise() -> AudioBuffer:
    """Two seconds of white noise, mono, never near full scale."""
    rng = np.random.default_rng(1)
    return AudioBuffer(rng.uniform(-0.5, 0.5, 2 * RATE_HZ), RATE_HZ)


@pytest.fixture(scope="session")
def long_comment() -> str:
    """A provenance of more than 4 KB in UTF-8, of all lengths of character."""
    text = json.dumps({"klangwerk": {"params": {"prompt": "dröhnend € 𝄞 " * 260}}}, ensure_ascii=False)
    assert len(text.encode()) > 4096
    return text
