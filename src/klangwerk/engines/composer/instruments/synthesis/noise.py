"""Noise of a given spectrum: breath, bows, fingers, hammers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Singles
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE

LOOP = 1 << 16


@lru_cache(maxsize=96)
def loop(response: Callable[[Floats], Floats], seed: int) -> Singles:
    """1.5 s of noise with the magnitude `response(hz)` and the RMS 1. Loops are kept: give a module's function."""
    rng = np.random.default_rng([seed, 77])
    hz = np.asarray(np.fft.rfftfreq(LOOP, 1 / SAMPLE_RATE), np.float64)
    level = np.array(response(hz), np.float64)
    level[0] = 0.0
    bins = level * np.exp(2j * np.pi * rng.random(len(hz)))
    sound = np.fft.irfft(bins, LOOP)
    level_one: Singles = (sound / (np.sqrt(np.mean(sound * sound)) + 1e-12)).astype(np.float32)
    level_one.setflags(write=False)
    return level_one


def stretch(source: Singles, note: Note, frames: int) -> Singles:
    """`frames` of a loop from a place that the note's chance chooses."""
    begin = int(note.rng.integers(0, len(source)))
    return np.take(source, np.arange(begin, begin + frames), mode="wrap")
