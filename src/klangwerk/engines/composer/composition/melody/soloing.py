"""Improvised choruses: lines of eighths through the changes, and licks with answers."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.composition.melody.ladder import (
    chord_under,
    ladder,
    nearest,
    over_chord,
    pitch_classes,
)
from klangwerk.engines.composer.composition.melody.singing import Singer
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.score import Note, Section

_LINE_EIGHTHS = (5, 7, 8, 9, 11, 13, 14)
_REST_EIGHTHS = (2, 3, 3, 4, 5)
_EIGHTH = 0.5


def lines(
    section: Section, plan: Plan, singer: Singer, rng: np.random.Generator, *, velocity: float
) -> list[Note]:
    """Phrases of eighths: chord tones on the beat, scale tones and approaches between, a breath after each."""
    start = float(section.start_bar * plan.beats_per_bar)
    stop = float(section.stop_bar * plan.beats_per_bar)
    classes = pitch_classes(plan.brief.key, singer.scale)
    at = start + _EIGHTH * float(rng.integers(0, 3))
    pitch = singer.centre
    rising = bool(rng.random() < 0.5)
    result: list[Note] = []
    while at < stop - _EIGHTH:
        count = int(rng.choice(_LINE_EIGHTHS))
        for index in range(count):
            if at >= stop - 1e-6:
                break
            chord = chord_under(plan, at, _EIGHTH)
            on_beat = abs(at - round(at)) < 1e-6
            local = over_chord(classes, chord)
            if pitch > singer.high - 4 or (rising and rng.random() < 0.18):
                rising = False
            elif pitch < singer.low + 4 or (not rising and rng.random() < 0.18):
                rising = True
            way = 1 if rising else -1
            if on_beat:
                wanted = pitch + way * float(rng.choice([1, 2, 3, 4]))
                pitch = nearest(
                    wanted, frozenset(chord.pitch_classes), singer.low, singer.high, towards=pitch
                )
            elif rng.random() < 0.22 and index < count - 1:
                coming = chord_under(plan, at + _EIGHTH, _EIGHTH)
                aim = nearest(pitch + way * 2, frozenset(coming.pitch_classes), singer.low, singer.high)
                pitch = min(max(aim + int(rng.choice([-1, 1])), singer.low), singer.high)
            else:
                rungs = ladder(local, singer.low, singer.high)
                beyond = [rung for rung in rungs if (rung - pitch) * way > 0]
                pitch = (min(beyond) if rising else max(beyond)) if beyond else pitch
            last = index == count - 1
            result.append(
                Note(
                    start_beats=at,
                    duration_beats=(1.0 if last and at + 1.0 <= stop else _EIGHTH) * singer.gate,
                    pitch=pitch,
                    velocity=velocity * (1.0 if on_beat else 0.9),
                )
            )
            at += _EIGHTH
        at += _EIGHTH * int(rng.choice(_REST_EIGHTHS))
    return result


def licks(
    section: Section, plan: Plan, singer: Singer, rng: np.random.Generator, *, velocity: float
) -> list[Note]:
    """A short phrase in every other bar, its answer lower in the next."""
    classes = pitch_classes(plan.brief.key, singer.scale)
    result: list[Note] = []
    shapes = (
        (0.5, 0.5, 0.5, 0.5, 1.0),
        (1 / 3, 1 / 3, 1 / 3, 1.0),
        (0.25, 0.25, 0.5, 0.5, 1.0),
        (0.5, 0.25, 0.25, 1.0),
    )
    for index in range(section.bars):
        bar = float((section.start_bar + index) * plan.beats_per_bar)
        at = bar + float(rng.choice([0.0, 0.5, 1.0]))
        shape = shapes[int(rng.integers(len(shapes)))]
        pitch = nearest(singer.centre + (5 if index % 2 == 0 else -1), classes, singer.low, singer.high)
        way = -1 if rng.random() < 0.65 else 1
        for place, length in enumerate(shape):
            if at + length > bar + plan.beats_per_bar + 1e-6:
                break
            chord = chord_under(plan, at, length)
            last = place == len(shape) - 1
            local = frozenset(chord.pitch_classes) if last or place == 0 else over_chord(classes, chord)
            if place:
                rungs = [rung for rung in ladder(local, singer.low, singer.high) if (rung - pitch) * way > 0]
                pitch = (min(rungs) if way > 0 else max(rungs)) if rungs else pitch
                if rng.random() < 0.2:
                    way = -way
            else:
                pitch = nearest(pitch, local, singer.low, singer.high)
            bent = pitch - 1 if last and rng.random() < 0.3 else None
            result.append(
                Note(
                    start_beats=at,
                    duration_beats=length * singer.gate,
                    pitch=pitch,
                    velocity=velocity,
                    slide_from=bent,
                )
            )
            at += length
    return result
