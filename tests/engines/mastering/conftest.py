"""Sounds to be mastered: they are made here, so that each test says what it is about."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from klangwerk.sound import AudioBuffer

RATE = 44_100


@pytest.fixture(scope="session")
def beat() -> Callable[..., AudioBuffer]:
    """Kicks, noise bursts and a chord: transients over something steady. 120 beats a minute."""

    def make(*, seconds: float, level: float = 0.4) -> AudioBuffer:
        random = np.random.default_rng(3)
        frames = round(seconds * RATE)
        time_s = np.arange(frames) / RATE
        sound = sum(
            0.05 * np.sin(2 * np.pi * hz * time_s + random.uniform(0, 6, (2, 1))) for hz in (220, 277, 330)
        )
        ring_s = np.arange(RATE // 2) / RATE
        kick = 0.9 * np.sin(2 * np.pi * (50 * ring_s + 6 * (1 - np.exp(-40 * ring_s)))) * np.exp(-8 * ring_s)
        for start in range(0, frames, RATE // 2):
            count = min(kick.size, frames - start)
            sound[:, start : start + count] += kick[:count]
            at = start + RATE // 4
            count = max(0, min(4000, frames - at))
            sound[:, at : at + count] += (
                0.2 * random.standard_normal((2, count)) * np.exp(-np.arange(count) / 700)
            )
        return AudioBuffer(level * sound, RATE)

    return make


@pytest.fixture(scope="session")
def pad() -> Callable[..., AudioBuffer]:
    """A soft chord without transients."""

    def make(*, seconds: float) -> AudioBuffer:
        time_s = np.arange(round(seconds * RATE)) / RATE
        sides = [
            sum(0.02 * np.sin(2 * np.pi * hz * time_s + side) for hz in (110, 165, 220, 277, 660, 1320))
            for side in (0, 1)
        ]
        return AudioBuffer(np.array(sides) * (1 + 0.5 * np.sin(2 * np.pi * 0.25 * time_s)), RATE)

    return make
