"""Tempo and bars, so that a piece lasts exactly as long as was asked."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.params import BPM_MAX, BPM_MIN
from klangwerk.engines.composer.score import SectionKind

_RING_S_MIN, _RING_S_MAX = 1.2, 4.0
_BEND_COST = (
    8.0  # of doubling a tempo; a bend by 5 % weighs as much as a number of bars that is even but not in fours
)
_RING_COST = 0.12  # of a second more or less than what is usual


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """`bars` is all, the `ending_bars` included; what rings after `duration_s` is cut."""

    bpm: float
    bars: int
    ending_bars: int
    duration_s: float


def fitted(brief: Brief, *, beats_per_bar: int) -> Length:
    """A length for the brief. A tempo that nobody asked for bends within what is usual in the genre."""
    return _loop(brief, beats_per_bar) if brief.looping else _song(brief, beats_per_bar)


def _tempo_range(brief: Brief) -> tuple[float, float]:
    if "bpm" in brief.asked:
        return brief.bpm, brief.bpm
    low, _, high = FACTS[brief.genre].bpm
    return min(low, brief.bpm), max(high, brief.bpm)


def _song(brief: Brief, beats_per_bar: int) -> Length:
    best: tuple[float, float, int] | None = None
    for bpm, bars, ring_s in _endings(brief, beats_per_bar):
        bend = abs(math.log2(bpm / brief.bpm))
        usual_s = min(1.6 + brief.duration_s / 60.0, 3.0)
        cost = _BEND_COST * bend + _uneven(bars, brief.genre) + _RING_COST * abs(ring_s - usual_s)
        if best is None or cost < best[0] - 1e-9:
            best = (cost, bpm, bars)
    if best is None:  # not even one bar before the last hit: what there is, is cut at the end
        bpm = brief.bpm
        return Length(
            bpm=bpm,
            bars=_covering(brief.duration_s, bpm, beats_per_bar),
            ending_bars=0,
            duration_s=brief.duration_s,
        )
    _, bpm, hit_bar = best
    bars = max(_covering(brief.duration_s, bpm, beats_per_bar), hit_bar)
    return Length(bpm=bpm, bars=bars, ending_bars=bars - hit_bar, duration_s=brief.duration_s)


def _covering(duration_s: float, bpm: float, beats_per_bar: int) -> int:
    return max(1, math.ceil(duration_s * bpm / (60.0 * beats_per_bar) - 1e-6))


def _endings(brief: Brief, beats_per_bar: int) -> Iterator[tuple[float, int, float]]:
    """Every tempo, bar of the last hit, and seconds it then rings that are possible."""
    low, high = _tempo_range(brief)
    if SectionKind.ENDING in brief.unwanted_sections:
        rings = [0.0]
    else:
        least_s = min(_RING_S_MIN, 0.2 * brief.duration_s)
        rings = [least_s + (_RING_S_MAX - least_s) * k / 28 for k in range(29)]
    bar_beats_s = 60.0 * beats_per_bar
    if low == high:
        bar_s = bar_beats_s / low
        most_s = max(rings[-1], rings[0] + bar_s) if rings[-1] else 0.0
        for bars in range(1, int(brief.duration_s / bar_s) + 1):
            ring_s = brief.duration_s - bars * bar_s
            if rings[0] <= ring_s <= min(most_s, 2.0 * bar_s) + 1e-9:
                yield low, bars, ring_s
        return
    for ring_s in rings:
        played_s = brief.duration_s - ring_s
        first = max(1, math.ceil(played_s * low / bar_beats_s))
        for bars in range(first, int(played_s * high / bar_beats_s) + 1):
            bpm = bars * bar_beats_s / played_s
            if ring_s:  # without an ending the last bar ends exactly with the piece
                bpm = round(bpm, 2)
            ring_now_s = brief.duration_s - bars * bar_beats_s / bpm
            if low - 1e-9 <= bpm <= high + 1e-9 and -1e-6 <= ring_now_s <= 2.0 * bar_beats_s / bpm:
                yield bpm, bars, ring_now_s


def _uneven(bars: int, genre: Genre) -> float:
    """What a number of bars costs that does not come out in phrases."""
    if genre is Genre.BLUES and bars >= 12:
        return 0.0 if bars % 12 == 0 else 0.1 if bars % 12 in (2, 4) else 0.6 if bars % 2 == 0 else 1.2
    if bars % 8 == 0 or bars in (1, 2, 4):
        return 0.0
    return 0.12 if bars % 4 == 0 else 0.55 if bars % 2 == 0 else 1.1


def _loop(brief: Brief, beats_per_bar: int) -> Length:
    """Whole bars. With a tempo that was asked the length gives way, else the tempo does."""
    minute_beats = 60.0 * beats_per_bar
    wanted = brief.duration_s * brief.bpm / minute_beats
    if "bpm" in brief.asked:  # the reader of prompts says the same
        bars = max(1, round(wanted))
        return Length(bpm=brief.bpm, bars=bars, ending_bars=0, duration_s=bars * minute_beats / brief.bpm)
    low, high = _tempo_range(brief)

    def cost(bars: int) -> float:
        bpm = bars * minute_beats / brief.duration_s
        if not BPM_MIN <= bpm <= BPM_MAX:
            return 1e3 + abs(bars - wanted)
        beyond = max(math.log2(low / bpm), math.log2(bpm / high), 0.0)
        return _BEND_COST * (abs(math.log2(bpm / brief.bpm)) + 4.0 * beyond) + _uneven(bars, brief.genre)

    bars = min(range(1, 2 * int(wanted) + 4), key=cost)
    return Length(
        bpm=bars * minute_beats / brief.duration_s, bars=bars, ending_bars=0, duration_s=brief.duration_s
    )
