"""A finger that moves on the string once the note stands."""

from __future__ import annotations

import math

import numpy as np

from klangwerk.engines.composer.instruments.voices import Samples

_AFTER_S = 0.35
_GROWS_S = 0.35


def swayed(string: Samples, *, rate: int, cents: float, sways_hz: float) -> Samples:
    """A string (frames,) at this sample rate with its pitch going up and down by `cents` after a while."""
    start = int(_AFTER_S * rate)
    frames = string.size - start
    if frames < rate // 4:
        return string
    time = np.arange(frames, dtype=np.float32) / np.float32(rate)
    # reading behind by a sine of this size bends the pitch by its slope
    most_frames = (2.0 ** (cents / 1200.0) - 1.0) / (2.0 * math.pi * sways_hz) * rate
    grown = np.minimum(time / np.float32(_GROWS_S), np.float32(1.0))
    behind = np.float32(most_frames) * grown * (1.0 + np.sin(np.float32(2.0 * math.pi * sways_hz) * time))
    whole = behind.astype(np.intp) + 1
    part = whole.astype(np.float32) - behind
    index = np.arange(start, string.size) - whole
    sooner = string[index]
    out = string.copy()
    out[start:] = sooner + (string[index + 1] - sooner) * part
    return out
