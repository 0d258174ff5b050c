"""The line through a melody that is easiest to sing and nearest to its motifs, by dynamic programming over pitches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_FOREIGN = 1e6
_AIM_COST = 0.45  # a semitone beside the aim
_ABOVE_COST = 3.0  # above the ceiling of its unit
_CROSSED_COST = 3.0  # moving against the motif
_STALLED_COST = 2.0  # standing where the motif moves
_STRAYED_COST = 1.2  # moving where the motif stands
_BREATH_BEATS = 2.0  # after a rest that long intervals are free
_INTERVAL_COSTS = (0.0, 0.0, 0.0, 0.4, 0.5, 0.9, 3.0, 1.2, 2.2, 2.6, 4.5, 6.0, 3.0)  # by semitones
_WIDE_COST = 9.0
_RANGE = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A note before it has a pitch.

    `aim` is where the motif would have it, `move` by how many steps the motif moves to it (None at a motif's start),
    `classes` the pitch classes that it may take.
    """

    at: float
    length: float
    aim: int
    move: int | None
    classes: frozenset[int]
    ceiling: int


def line(wishes: Sequence[Wish], low: int) -> list[int]:
    """A pitch for each, none below `low`."""
    if not wishes:
        return []
    pitches = np.arange(low, max(wish.ceiling for wish in wishes) + 1)
    total = _node(wishes[0], pitches)
    chosen: list[NDArray[np.intp]] = []
    for before, wish in pairwise(wishes):
        rest = wish.at - before.at - before.length
        size = pitches.size
        costs = _moves(int(np.sign(wish.move)) if wish.move is not None else None)[:size, :size]
        ways = total[:, None] + (costs * 0.25 if rest >= _BREATH_BEATS else costs)
        best = ways.argmin(axis=0)
        chosen.append(best)
        total = ways[best, np.arange(size)] + _node(wish, pitches)
    index = int(total.argmin())
    path = [index]
    for best in reversed(chosen):
        index = int(best[index])
        path.append(index)
    return [int(pitches[index]) for index in reversed(path)]


def _node(wish: Wish, pitches: NDArray[np.int_]) -> NDArray[np.float64]:
    foreign = np.ones(12, dtype=np.bool_)
    foreign[list(wish.classes)] = False
    return (
        _AIM_COST * np.abs(pitches - wish.aim)
        + _FOREIGN * foreign[pitches % 12]
        + _ABOVE_COST * np.maximum(0, pitches - wish.ceiling)
    )


@lru_cache(maxsize=4)
def _moves(direction: int | None) -> NDArray[np.float64]:
    """Costs of moving from one pitch (rows) to another (columns), where the motif moves up, down, not, or starts."""
    interval = np.arange(_RANGE)[None, :] - np.arange(_RANGE)[:, None]
    size = np.abs(interval)
    costs = np.where(size < len(_INTERVAL_COSTS), np.array(_INTERVAL_COSTS)[np.minimum(size, 12)], _WIDE_COST)
    if direction == 0:
        costs = costs + _STRAYED_COST * (size > 0)
    elif direction is not None:
        costs = costs + _STALLED_COST * (size == 0) + _CROSSED_COST * (interval * direction < 0)
    costs.flags.writeable = False
    return costs
