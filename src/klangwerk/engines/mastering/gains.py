"""Gains that change in time, on the grid of hops: compression, and how a gain is put upon samples."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.mastering.convolution import Samples
from klangwerk.engines.mastering.levels import HOP, Envelope

_DETECTOR_HOPS = 16  # a compressor of a bus looks at 256 frames at once: 6 ms
_APPLY_HOPS = 4096  # the gain is spread over this many hops at a time


def compression(
    sums: Envelope,
    *,
    threshold_db: float,
    ratio: float,
    attack_s: float,
    release_s: float,
    sample_rate: int,
    circular: bool,
    knee_db: float = 6.0,
) -> Envelope:
    """The gain per hop of a compressor that hears `hop_sums` (dB of their mean square).

    In a circle it runs twice round and the second time counts: at the seam it is where it would be had the loop
    played before.
    """
    groups = -(-sums.size // _DETECTOR_HOPS)
    width = (
        sums.size / groups
    )  # no group is shorter than others: in a circle its end is heard with its beginning
    edges = np.linspace(0.0, sums.size, groups + 1)
    running = np.interp(edges, np.arange(sums.size + 1), np.concatenate(([0.0], np.cumsum(sums))))
    mean = np.diff(running) / (width * HOP)
    level_db = 10 * np.log10(mean + 1e-12)
    over = level_db - threshold_db
    knee = np.clip(over + knee_db / 2, 0.0, knee_db) ** 2 / (2 * knee_db)
    wanted_db = -(1 - 1 / ratio) * np.where(over > knee_db / 2, over, knee)
    step_s = width * HOP / sample_rate
    down, up = 1 - np.exp(-step_s / attack_s), 1 - np.exp(-step_s / release_s)
    rounds = wanted_db.tolist() * (2 if circular else 1)
    smooth, state = [], rounds[0]
    for value in rounds:
        state += (down if value < state else up) * (value - state)
        smooth.append(state)
    found = np.power(10.0, np.array(smooth[-groups:], dtype=np.float64) / 20)
    centres: Envelope = (edges[:-1] + edges[1:] - 1) / 2
    return np.interp(np.arange(sums.size), *_wrapped(centres, found, sums.size, circular=circular))


def apply(samples: Samples, gain: Envelope, *, circular: bool) -> None:
    """Multiply `samples` in place by a gain per hop, linear from the middle of one hop to that of the next."""
    half = HOP // 2
    frames = samples.shape[1]
    before, after = (gain[-1], gain[0]) if circular else (gain[0], gain[-1])
    points = np.concatenate(([before], gain, [after])).astype(np.float32)
    rises = np.diff(points)
    share = ((np.arange(HOP, dtype=np.float32) + 0.5) / HOP).astype(np.float32)
    # Row h goes from the middle of hop h - 1 to that of hop h: the first begins half a hop before the sound.
    for start in range(0, rises.size, _APPLY_HOPS):
        rows = rises[start : start + _APPLY_HOPS, None] * share
        rows += points[start : start + rows.shape[0], None]
        line = rows.reshape(-1)
        begin = start * HOP - half
        first, last = max(0, begin), min(frames, begin + line.size)
        samples[:, first:last] *= line[first - begin : last - begin]


def _wrapped(at: Envelope, values: Envelope, period: int, *, circular: bool) -> tuple[Envelope, Envelope]:
    if not circular:
        return at, values
    return np.concatenate(([at[-1] - period], at, [at[0] + period])), np.concatenate(
        ([values[-1]], values, [values[0]])
    )
