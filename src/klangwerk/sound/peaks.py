"""The outline of a waveform, small enough to send with a list of sounds."""

from __future__ import annotations

import numpy as np

from klangwerk.sound.buffer import AudioBuffer

PAIRS_MAX = 2048  # more points than a waveform on a screen has pixels
_FULL_SCALE = 127


def compute(buffer: AudioBuffer, *, max_bytes: int = 8192) -> bytes:
    """Lowest and highest sample of each of at most 2048 equal stretches, as int8 pairs without a header.

    127 is full scale. Rounded outwards, so that a sound that is not silent never looks silent. All channels count
    together (a sum would hide sounds that are out of phase).
    """
    pairs = min(PAIRS_MAX, max_bytes // 2, buffer.frames)
    if pairs < 1:
        return b""
    starts = np.arange(pairs, dtype=np.int64) * buffer.frames // pairs
    lowest = np.minimum.reduceat(buffer.samples.min(axis=0), starts)
    highest = np.maximum.reduceat(buffer.samples.max(axis=0), starts)
    outline = np.stack([np.floor(lowest * _FULL_SCALE), np.ceil(highest * _FULL_SCALE)], axis=1)
    return outline.clip(-_FULL_SCALE, _FULL_SCALE).astype(np.int8).tobytes()
