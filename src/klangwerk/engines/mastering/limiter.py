"""A look-ahead limiter as a gain per hop. All of the sound is at hand, so looking ahead costs no latency."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.mastering.levels import HOP, Envelope

_ATTACK_HOPS = 6  # on either side: the gain is down 2 ms before the peak
_HOLD_S = 0.012  # over the two peaks of a cycle down to 42 Hz, lest the gain bend a bass
# The way back: seconds until the gain is whole again, by how many dB it is down. The last 3 dB come slowly, lest
# the gain bend a bass; what is deeper comes quickly, lest a single peak leave a hole behind it.
_RELEASE_DB = np.array([0.0, 3.0, 60.0])
_RELEASE_S = np.array([0.0, 3.0 / 40.0, 3.0 / 40.0 + 57.0 / 180.0])


def limiting(peaks: Envelope, *, ceiling: float, sample_rate: int, circular: bool) -> Envelope:
    """Per hop the gain that keeps `peaks` at or below `ceiling`; 1 where nothing is to be done.

    The way back is one curve, so where the gain stands is how long it still has to go: a running maximum.
    """
    needed_db = -20 * np.log10(np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9)))
    if not needed_db.any():
        return np.ones(peaks.size)
    hops = needed_db.size
    hold = round(_HOLD_S * sample_rate / HOP)
    reach = _ATTACK_HOPS + 1  # one hop more: between hops the gain is interpolated
    margin = min(hops, reach + hold + _ATTACK_HOPS + round(sample_rate / HOP))
    rounds = np.concatenate((needed_db[-margin:], needed_db, needed_db[:margin])) if circular else needed_db
    held_s = np.interp(_highest(rounds, ahead=reach, behind=reach + hold), _RELEASE_DB, _RELEASE_S)
    time_s = np.arange(held_s.size) * (HOP / sample_rate)
    left_s = np.maximum.accumulate(held_s + time_s) - time_s
    released_db = np.interp(left_s, _RELEASE_S, _RELEASE_DB)
    gain = _averaged(10 ** (-released_db / 20), _ATTACK_HOPS)
    return gain[margin : margin + hops] if circular else gain


def _highest(values: Envelope, *, ahead: int, behind: int) -> Envelope:
    """The greatest of each value, `ahead` ones after it and `behind` ones before it: doubled strides, then one
    more.
    """
    width = ahead + behind + 1
    padded = np.concatenate((np.zeros(behind), values, np.zeros(ahead)))
    reached = 1
    while 2 * reached <= width:
        padded = np.maximum(padded[:-reached], padded[reached:])
        reached *= 2
    rest = width - reached
    highest: NDArray[np.float64] = np.maximum(padded[: padded.size - rest], padded[rest:]) if rest else padded
    return highest


def _averaged(values: Envelope, reach: int) -> Envelope:
    padded = np.pad(values, reach, mode="edge")
    running = np.concatenate(([0.0], np.cumsum(padded)))
    width = 2 * reach + 1
    return np.minimum((running[width:] - running[:-width]) / width, 1.0)
