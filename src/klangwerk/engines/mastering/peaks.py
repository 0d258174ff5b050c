"""The highest level per hop, between the samples as well."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.mastering.convolution import Samples
from klangwerk.engines.mastering.levels import HOP, Envelope

_OVERSAMPLING = 4  # BS.1770-4, annex 2
_REACH = 16  # samples on either side that the interpolation sees
_WORTH_A_LOOK = 0.5  # between samples the level rises by 6 dB at the very most
_HOPS_AT_ONCE = 4096


def hop_peaks(samples: Samples, *, matters_above: float, circular: bool) -> Envelope:
    """Per hop the true peak over all channels. Hops whose samples stay below half of `matters_above` are not
    oversampled.
    """
    frames = samples.shape[1]
    found = np.zeros(-(-frames // HOP))
    for channel in samples:
        for first in range(0, found.size, _HOPS_AT_ONCE):
            count = min(_HOPS_AT_ONCE, found.size - first)
            look = _looked_at(channel, first * HOP, count * HOP, circular=circular)
            highest = np.abs(look[_REACH : _REACH + count * HOP]).reshape(count, HOP).max(axis=1)
            wanted = np.nonzero(highest > _WORTH_A_LOOK * matters_above)[0]
            if wanted.size:
                windows = np.lib.stride_tricks.sliding_window_view(look, HOP + 2 * _REACH)[::HOP]
                between = np.abs(windows[wanted] @ _interpolation()).max(axis=1)
                highest[wanted] = np.maximum(highest[wanted], between)
            some = found[first : first + count]
            np.maximum(some, highest, out=some)
    return found


def _looked_at(
    channel: NDArray[np.float32], start: int, count: int, *, circular: bool
) -> NDArray[np.float32]:
    """`count` frames from `start` on and _REACH on either side; beyond the ends silence, or the circle."""
    first, last = start - _REACH, start + count + _REACH
    if first >= 0 and last <= channel.size:
        return channel[first:last]
    if circular:
        return channel.take(np.arange(first, last), mode="wrap")
    look = np.zeros(last - first, dtype=np.float32)
    inner = channel[max(0, first) : min(last, channel.size)]
    look[max(0, -first) : max(0, -first) + inner.size] = inner
    return look


@lru_cache(maxsize=1)
def _interpolation() -> NDArray[np.float32]:
    """(samples seen, points between): windowed sinc at the three points after each sample of a hop."""
    width = HOP + 2 * _REACH
    columns = []
    for point in range(HOP):
        for phase in range(1, _OVERSAMPLING):
            distance = np.arange(width) - (_REACH + point + phase / _OVERSAMPLING)
            window = np.where(np.abs(distance) < _REACH, np.cos(np.pi * distance / (2 * _REACH)) ** 2, 0.0)
            columns.append(np.sinc(distance) * window)
    matrix: NDArray[np.float32] = np.array(columns, dtype=np.float32).T
    matrix.setflags(write=False)
    return matrix
