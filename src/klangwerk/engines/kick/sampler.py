"""From noise to a latent: integrating the flow's velocity field in a few steps."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Latent = NDArray[np.float32]
Velocity = Callable[[Latent, float], Latent]


def integrate(velocity: Velocity, start: Latent, *, steps: int, begin: float = 0.0) -> Latent:
    """Follow dx/dt = velocity(x, t) from t = begin to 1 with `steps` evaluations.

    Second-order Adams-Bashforth: one evaluation a step, the slope extrapolated from this and the last one.
    """
    times = np.linspace(begin, 1.0, steps + 1)
    x = start.astype(np.float32)
    last: Latent | None = None
    for now, then in pairwise(times):
        slope = velocity(x, float(now))
        used = slope if last is None else 1.5 * slope - 0.5 * last
        x = x + np.float32(then - now) * used
        last = slope
    return x


def between(a: Latent, b: Latent, mix: float) -> Latent:
    """Spherical interpolation: keeps the length that latents of real kicks have (White 2016)."""
    length_a, length_b = float(np.linalg.norm(a)), float(np.linalg.norm(b))
    cosine = float(np.clip(np.sum(a * b) / max(length_a * length_b, 1e-9), -1.0, 1.0))
    angle = float(np.arccos(cosine))
    if angle < 1e-3:
        return np.asarray((1.0 - mix) * a + mix * b, dtype=np.float32)
    direction = np.sin((1.0 - mix) * angle) / np.sin(angle) * a / max(length_a, 1e-9) + np.sin(
        mix * angle
    ) / np.sin(angle) * b / max(length_b, 1e-9)
    return np.asarray(direction * ((1.0 - mix) * length_a + mix * length_b), dtype=np.float32)
