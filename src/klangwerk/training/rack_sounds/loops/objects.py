"""Small things that are hit many times in a loop."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from klangwerk.training.rack_sounds.impulses.modes import ringing
from klangwerk.training.rack_sounds.impulses.tails import Decay
from klangwerk.training.rack_sounds.recipe import Signal


def struck(hz: Signal, weights: Signal, *, decay: Decay) -> Signal:
    """(n,): one hit, peak 1; modes `hz` (k,) with weights (k,)."""
    sound = ringing(hz, weights=weights[None], seconds=max(t60_s for _, t60_s in decay), decay=decay)[0]
    return np.asarray(sound / np.abs(sound).max())


def heights(rng: np.random.Generator, spread: float) -> Callable[[int], Signal]:
    """Levels of hits, of either sign: most of them ordinary, few of them strong."""
    return lambda count: np.asarray(rng.lognormal(0, spread, count) * rng.choice((-1.0, 1.0), count))
