"""What makes room for the kick."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE
from klangwerk.engines.composer.render.clock import Clock

_CHUNK = 1 << 16
_DOWN_S = 0.004  # before the kick: its click is not blurred, and the turn does not click itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Ducking:
    """`bass_db`, `chords_db`, `melody_db` are how far each goes down; after `hold_beats` it comes back over
    `release_beats`.
    """

    bass_db: float
    chords_db: float
    melody_db: float
    hold_beats: float = 0.08
    release_beats: float = 0.6


def ducked_share(onsets_beats: list[float], ducking: Ducking, clock: Clock) -> NDArray[np.float32]:
    """How far it is down at every frame: 0 untouched, 1 wholly."""
    beat = clock.beat_s * SAMPLE_RATE
    down, hold, release = (
        round(_DOWN_S * SAMPLE_RATE),
        round(ducking.hold_beats * beat),
        round(ducking.release_beats * beat),
    )
    back = 0.5 + 0.5 * np.cos(np.pi * np.linspace(0, 1, release, dtype=np.float32))
    shape = np.concatenate((np.linspace(0, 1, down, dtype=np.float32), np.ones(hold, dtype=np.float32), back))
    share = np.zeros(clock.frames, dtype=np.float32)
    for beats in onsets_beats:
        start = clock.frame(beats) - down
        if clock.circular:
            at = np.arange(start, start + shape.size) % max(1, clock.frames)
            share[at] = np.maximum(share[at], shape)
        else:
            first, last = max(0, start), min(clock.frames, start + shape.size)
            if last > first:
                np.maximum(share[first:last], shape[first - start : last - start], out=share[first:last])
    return share


def duck(samples: NDArray[np.float32], share: NDArray[np.float32], depth_db: float) -> None:
    """Put it on `samples` (channels, frames), in place."""
    depth = np.float32(1 - 10 ** (-depth_db / 20))
    for start in range(0, share.size, _CHUNK):
        samples[:, start : start + _CHUNK] *= 1 - depth * share[start : start + _CHUNK]
