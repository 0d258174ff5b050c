"""Motifs, and what a composer does with them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from klangwerk.engines.composer.composition.melody.cells import Beat

_LEAP = 3  # steps of the scale; what follows turns back
_REACH = 4


@dataclass(frozen=True, slots=True)
class MotifNote:
    """`at` and `length` in beats from the motif's start, `step` of the scale from its anchor."""

    at: float
    length: float
    step: int


Motif = tuple[MotifNote, ...]


def invent(beats: tuple[Beat, ...], rng: np.random.Generator, *, leapiness: float, bar_beats: float) -> Motif:
    """A contour for a rhythm: mostly by step, now and then a leap and back, never far from its anchor.

    A second bar may begin as the first did, on another step.
    """
    drift = float(rng.choice([-0.25, 0.0, 0.25]))
    start = int(rng.choice([0, 0, 1, 2, -1]))
    sequence = int(rng.choice([-2, -1, 1, 2])) if rng.random() < 0.6 else None
    first = sum(beat.at < bar_beats - 1e-6 for beat in beats)
    steps: list[int] = []
    last = 0
    for index in range(len(beats)):
        if not index:
            steps.append(start)
            continue
        again = index - first
        if sequence is not None and 0 <= again < min(first, 3) and abs(steps[again] + sequence) <= _REACH:
            step = steps[again] + sequence
        else:
            move = _move(rng, last, drift, leapiness)
            if abs(steps[-1] + move) > _REACH or (move == 0 and last == 0):
                move = -1 if steps[-1] > 0 else 1
            step = steps[-1] + move
        last = step - steps[-1]
        steps.append(step)
    middle = round(float(np.mean(steps)))  # the anchor
    return tuple(
        MotifNote(beat.at, beat.length, step - middle) for beat, step in zip(beats, steps, strict=True)
    )


def _move(rng: np.random.Generator, last: int, drift: float, leapiness: float) -> int:
    if abs(last) >= _LEAP:
        return -1 if last > 0 else 1
    if rng.random() < leapiness:
        size = int(rng.choice([2, 2, 3, 4]))
    else:
        size = int(rng.choice([0, 1, 1, 1, 1, 2]))
    upwards = 0.5 + drift + (0.15 if last > 0 else -0.15 if last < 0 else 0.0)
    return size if rng.random() < upwards else -size


def inverted(motif: Motif) -> Motif:
    """Upside down."""
    return tuple(replace(note, step=-note.step) for note in motif)


def shifted(motif: Motif, steps: int) -> Motif:
    """A sequence: the same on another step."""
    return tuple(replace(note, step=note.step + steps) for note in motif)


def retailed(motif: Motif, rng: np.random.Generator) -> Motif:
    """The same with another ending."""
    if len(motif) < 3:
        return shifted(motif, int(rng.choice([-1, 1])))
    turn = int(rng.choice([-2, -1, 1, 2]))
    count = len(motif)
    keep = count - max(1, count // 3)
    return tuple(
        note if index < keep else replace(note, step=note.step + turn) for index, note in enumerate(motif)
    )


def ornamented(motif: Motif, rng: np.random.Generator) -> Motif:
    """The same with one longer note divided by its neighbour."""
    long = [index for index, note in enumerate(motif) if note.length >= 1.0]
    if not long:
        return retailed(motif, rng)
    chosen = int(rng.choice(long))
    note = motif[chosen]
    half = 0.5 if note.length <= 1.5 else 1.0
    split = (
        replace(note, length=half),
        MotifNote(note.at + half, note.length - half, note.step + int(rng.choice([-1, 1]))),
    )
    return (*motif[:chosen], *split, *motif[chosen + 1 :])


def head(motif: Motif, beats: float) -> Motif:
    """What begins in its first `beats`, no longer than that."""
    return tuple(
        replace(note, length=min(note.length, beats - note.at)) for note in motif if note.at < beats - 1e-6
    )


def delayed(motif: Motif, beats: float) -> Motif:
    """The same, later."""
    return tuple(replace(note, at=note.at + beats) for note in motif)


def fragmented(motif: Motif, beats: float, rise: int) -> Motif:
    """Its first half twice, the second time higher or lower."""
    first = head(motif, beats / 2)
    return (*first, *delayed(shifted(first, rise), beats / 2))


def augmented(motif: Motif, beats: float) -> Motif:
    """In values twice as long, as much of it as fits."""
    return head(tuple(MotifNote(n.at * 2, n.length * 2, n.step) for n in motif), beats)


def thinned(motif: Motif, rng: np.random.Generator) -> Motif:
    """Without some of its notes between beats; those before them ring on."""
    kept: list[MotifNote] = []
    for note in motif:
        between = abs(note.at - round(note.at)) > 1e-6
        if kept and between and rng.random() < 0.5:
            kept[-1] = replace(kept[-1], length=max(kept[-1].length, note.at + note.length - kept[-1].at))
            continue
        kept.append(note)
    return tuple(kept)
