"""When a layer's strikes fall in a section, and on which chords."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.composition.chords.figures import Strike, bars_in, strikes
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.score import Chord, Section, SectionKind

_EARLY_BEATS = 0.5  # a strike that is held over a change belongs to the chord that comes
_LEAST_BEATS = 1.0 / 24
_LONG_BARS = 16
_PRESSING = "x-x-x-x-x-x-x-x-"  # the end of a build


@dataclass(frozen=True, slots=True)
class Sounding:
    """A strike with the chord it takes, from when to when in beats."""

    strike: Strike
    chord: Chord
    start_beats: float
    stop_beats: float


def in_order_of_liking(figures: Sequence[str], rng: np.random.Generator) -> tuple[str, ...]:
    """What a player keeps to, then what it varies that with."""
    return tuple(figures[int(k)] for k in rng.permutation(len(figures)))


def soundings(
    plan: Plan, section: Section, figures: tuple[str, ...], gate: float, first_bar: int
) -> Iterator[Sounding]:
    """All of a section from one of its bars on."""
    for first, last, figure in _stretches(section, figures):
        begin, end = max(first, first_bar) * plan.beats_per_bar, last * plan.beats_per_bar
        for row_index, row in enumerate(strikes(figure, plan.beats_per_bar)):
            period = bars_in(row_index, figure) * plan.beats_per_bar
            for turn in range(-(-max(end - begin, 0) // period)):
                for strike in row:
                    start = begin + turn * period + strike.start_beats
                    stop = min(begin + turn * period + strike.stop_beats, end)
                    if start < end - 1e-6:
                        yield from _over_changes(plan, strike, start, stop, gate)


def _stretches(section: Section, figures: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Bars from and to with their figure. The end of each phrase is varied; long sections and what returns
    turn to other figures.
    """
    usual, varied, other = figures[0], figures[1 % len(figures)], figures[2 % len(figures)]
    if section.occurrence % 2:
        varied, other = other, varied
    half = section.start_bar + 8 * (section.bars // _LONG_BARS)
    if half == section.start_bar or usual == varied:
        half = section.stop_bar
    yield from _phrases(section.start_bar, half, usual, varied, section)
    yield from _phrases(half, section.stop_bar, varied, other, section)


def _phrases(
    first: int, last: int, usual: str, varied: str, section: Section
) -> Iterator[tuple[int, int, str]]:
    phrase = 8 if section.bars >= _LONG_BARS else 4
    pressing = section.kind is SectionKind.BUILD and section.bars >= 4 and usual.count("x") > 1
    bar = first
    while bar < last:
        stop = min(bar + phrase, last)
        if "|" in usual or "|" in varied or usual == varied or stop - bar < phrase:
            yield bar, stop, usual
        else:
            yield bar, stop - 1, usual
            yield stop - 1, stop, _PRESSING if pressing and stop == section.stop_bar else varied
        bar = stop


def _over_changes(plan: Plan, strike: Strike, start: float, stop: float, gate: float) -> Iterator[Sounding]:
    """A strike, again at each change of chord it is held over."""
    now = start
    while now < stop - 1e-6:
        chord = plan.chord_at(now)
        left = chord.stop_beats - now
        if left <= _EARLY_BEATS + 1e-6 and chord.stop_beats < stop - 1e-6:
            chord = plan.chord_at(chord.stop_beats + 1e-3)
        until = min(stop, chord.stop_beats)
        sounds = (until - now) * gate if until == stop else until - now
        yield Sounding(strike, chord, now, now + max(sounds, _LEAST_BEATS))
        now = until
