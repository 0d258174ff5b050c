"""What a stock sound is before it is made: its name, what it is for, and the function that makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float64]

SAMPLE_RATE: Final = 44_100  # Hz


@dataclass(frozen=True, slots=True)
class Recipe:
    """One stock sound.

    `make` gets a generator of its own, seeded by the name, and returns samples of shape (channels, frames) whose level
    does not matter: `finish` sets it.
    """

    name: str
    description: str  # what it sounds like, what it suits
    make: Callable[[np.random.Generator], Signal]
    low_cut_hz: float = 75.0  # of reverbs: a kick's lowest octave stays dry, unless a low roar is the point

    @property
    def file_name(self) -> str:
        """ASCII, lower case, hyphens."""
        return self.name.lower().replace(" ", "-") + ".flac"

    def generator(self) -> np.random.Generator:
        """The same for the same name, whatever else is in the list."""
        return np.random.default_rng(crc32(self.name.encode()))
