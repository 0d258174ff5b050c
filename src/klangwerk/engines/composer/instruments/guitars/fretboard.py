"""Which string a note is played on, and when the hand lies on it."""

from __future__ import annotations

import numpy as np

_OPEN_STRINGS = (40, 45, 50, 55, 59, 64)


def on_string(pitch: int) -> tuple[int, int]:
    """String (0 is the lowest) and fret of a note, as low on the neck as it goes; a string tuned down is open."""
    string = max((i for i, open_pitch in enumerate(_OPEN_STRINGS) if open_pitch <= pitch), default=0)
    return string, max(pitch - _OPEN_STRINGS[string], 0)


def muting(duration_s: float) -> float:
    """Short notes are stopped with the hand: 0 from a quarter of a second on, 1 below a tenth."""
    return float(np.clip((0.24 - duration_s) / 0.14, 0.0, 1.0))
