"""What the flow is told about a kick: a bag of words and six sliders, with parts left out at random."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.kick.descriptors import Descriptors
from klangwerk.engines.kick.sliders import SliderScale

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Conditions:
    """words (n, n_words) 0/1; sliders (n, 6) in -1..1; mask (n, 6) 1 where a slider is set."""

    words: Array
    sliders: Array
    mask: Array


def slider_values(descriptors: Descriptors) -> tuple[float, ...]:
    """What the six sliders mean, measured: in the order of `params.SLIDERS`."""
    return (
        descriptors.t60_s,
        descriptors.f0_hz,
        descriptors.attack_db,
        descriptors.thd_db,
        descriptors.centroid_hz,
        descriptors.noise_db,
    )


def fit_scale(measured: NDArray[np.floating]) -> SliderScale:
    """Slider scale from (n, 6) measured values: quantiles of the data."""
    return SliderScale(
        tuple(tuple(float(q) for q in np.quantile(measured[:, i], np.linspace(0, 1, 41))) for i in range(6))
    )


def thinned(words: Array, sliders: Array, rng: np.random.Generator) -> Conditions:
    """Conditions as people give them: one to six words, few sliders, sometimes nothing.

    An eighth is fully unconditional (classifier-free guidance, Ho & Salimans 2022).
    """
    n = len(words)
    keep = rng.random(words.shape) < rng.choice([0.08, 0.2, 0.5, 1.0], size=(n, 1), p=[0.35, 0.3, 0.2, 0.15])
    mask = rng.random((n, sliders.shape[1])) < rng.choice(
        [0.0, 0.2, 0.6, 1.0], size=(n, 1), p=[0.5, 0.25, 0.15, 0.1]
    )
    some = rng.random((n, 1)) >= 0.125
    return Conditions(
        (words * keep * some).astype(np.float32), sliders.astype(np.float32), (mask & some).astype(np.float32)
    )
