"""What no building does: a reverb that is shut, and one that runs backwards."""

from __future__ import annotations

import numpy as np

from klangwerk.training.rack_sounds.impulses.tails import diffuse, times, unit_energy
from klangwerk.training.rack_sounds.recipe import SAMPLE_RATE, Signal


def gated(rng: np.random.Generator) -> Signal:
    """Dense and level for a third of a second, then shut."""
    sound = diffuse(
        rng, seconds=0.5, rise_s=0.002, decay=((60, 0.9), (300, 2.0), (10_000, 1.4)),
        colour=((60, -6), (300, 0), (3000, -3), (9000, -10), (16_000, -26)),
    )  # fmt: skip
    time_s = times(sound.shape[1])
    shut = np.clip((time_s - 0.33) / 0.1, 0, 1)
    return sound * (0.5 + 0.5 * np.cos(np.pi * shut)) ** 2 * (1 + 0.35 * np.minimum(1, time_s / 0.33))


def swell(rng: np.random.Generator) -> Signal:
    """Grows for three quarters of a second from dark to bright, and breaks off."""
    seconds = 1.1
    frames = int(seconds * SAMPLE_RATE)
    backwards = diffuse(
        rng, seconds=0.80, rise_s=0.03, decay=((60, 1.5), (300, 1.3), (2000, 0.95), (8000, 0.6)),
        colour=((60, -8), (300, 0), (3000, -3), (9000, -9), (16_000, -24)),
    )[:, ::-1]  # fmt: skip
    out = np.zeros((2, frames))
    out[:, : backwards.shape[1]] = backwards * np.minimum(1, times(backwards.shape[1]) / 0.2)
    rest = diffuse(
        rng, seconds=0.45, rise_s=0.03, decay=((60, 0.4), (1000, 0.45), (8000, 0.3)),
        colour=((60, -8), (300, 0), (3000, -6), (9000, -14), (16_000, -30)),
    )  # fmt: skip
    start = int(0.74 * SAMPLE_RATE)
    rest = 0.35 * unit_energy(rest) * np.sqrt(np.square(out).sum())
    out[:, start : start + rest.shape[1]] += rest[:, : frames - start]
    return out
