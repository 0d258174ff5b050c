"""What fingers and picks add when they meet a string: a short noise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import filters, noise
from klangwerk.engines.composer.instruments.synthesis.note import Floats, Note, Singles
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE


@dataclass(frozen=True)
class Touch:
    """A noise with the magnitude `response(hz)` that begins at `level` and falls with the time constant `seconds`."""

    response: Callable[[Floats], Floats]
    level: float
    seconds: float

    def __call__(self, note: Note, frames: int) -> Singles:
        """The noise in `frames`."""
        out = np.zeros(frames, np.float32)
        run = min(frames, int(self.seconds * 7 * SAMPLE_RATE))
        fall = np.exp(-np.arange(run, dtype=np.float32) / np.float32(self.seconds * SAMPLE_RATE))
        hard = (0.3 + 0.7 * note.velocity) * (0.7 + 0.6 * note.character.brightness)
        out[:run] = (
            noise.stretch(noise.loop(self.response, 3), note, run) * fall * np.float32(self.level * hard)
        )
        return out


def thump(hz: Floats) -> Floats:
    """A fingertip."""
    return filters.low_pass_level(hz, 700.0, 3.0) * filters.high_pass_level(hz, 90.0)


def click(hz: Floats) -> Floats:
    """A pick, or a string against a fret."""
    peaks: filters.Peaks = ((1200.0, 900.0, 0.6), (3200.0, 1800.0, 1.0))
    return filters.resonances(hz, peaks, 0.05) * filters.low_pass_level(hz, 6500.0, 3.0)


def knock(hz: Floats) -> Floats:
    """A finger on a large body."""
    peaks: filters.Peaks = ((150.0, 90.0, 1.0), (420.0, 250.0, 0.6), (1900.0, 1200.0, 0.12))
    return filters.resonances(hz, peaks, 0.01) * filters.low_pass_level(hz, 3000.0, 3.0)
