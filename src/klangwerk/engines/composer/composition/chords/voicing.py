"""Voicings: which notes a chord is played with, so that each voice moves little from one chord to the next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from klangwerk.engines.composer.keys import Key

Voicing = tuple[int, ...]  # MIDI notes, ascending

_FAR = 1e9
_LEAST_ABOVE = (
    (45, 12),
    (50, 7),
    (55, 5),
    (60, 3),
)  # below the note: the next one is at least so many semitones higher
_TOP_LEAP = 5


@dataclass(frozen=True, slots=True)
class Space:
    """Where voicings may lie and how they are built.

    `rootless` leaves the root to the bass once there are four notes or more; `bass_below` puts the chord's
    bass note lowest, as where nobody else plays it; `strict` avoids parallel fifths and octaves, as in part
    writing.
    """

    low: int
    high: int
    voices: int
    rootless: bool = False
    bass_below: bool = False
    strict: bool = False


def notes_of(
    intervals: tuple[int, ...], voices: int, *, rootless: bool, tonic: int, third: int
) -> tuple[int, ...]:
    """The intervals that matter most in so many voices, of a chord whose key's tonic lies `tonic` semitones
    above its root, with `third` semitones to its third.

    The tonic chord is told by its triad, then its ninth; elsewhere third and seventh come first, what belongs
    to the tonic next, then colours, fifth and root.
    """
    home = tonic == 0
    if len(intervals) <= voices and not (rootless and not home and len(intervals) >= 4):
        order = (
            (3, 0, 7) if home and 3 in intervals else (0, 7, 3)
        )  # a minor third is what its key is told by
        doubled = [interval for interval in order if interval in intervals]
        return tuple(intervals) + tuple(doubled[: voices - len(intervals)])

    def weight(interval: int) -> float:
        if interval == 0:
            return 0 if home else 6 if rootless else 1
        if interval in (3, 4):
            return 0
        if interval == 7:
            return 1 if home else 4
        if (interval - tonic) % 12 in (0, third):
            return 1.5
        if interval in (2, 5, 9, 10, 11):
            return 3 if home else 2
        return 2 if home else 3

    ranked = sorted(intervals, key=weight)
    return tuple(sorted(ranked[: min(voices, len(intervals) - (1 if rootless and not home else 0))]))


@lru_cache(maxsize=8192)
def voiced(
    root: int, intervals: tuple[int, ...], bass: int, previous: Voicing | None, space: Space, key: Key
) -> Voicing:
    """The voicing nearest to the previous one; without one, near the middle of the space."""
    wanted = notes_of(
        intervals,
        space.voices,
        rootless=space.rootless and bass == root,
        tonic=(key.tonic - root) % 12,
        third=key.degree(2),
    )
    classes = [(root + interval) % 12 for interval in wanted]
    if bass not in classes and space.bass_below:
        classes = [bass, *classes[: space.voices - 1]]
    choices = [range(space.low + (cls - space.low) % 12, space.high + 1, 12) for cls in classes]
    best: tuple[float, Voicing] = (_FAR, ())
    for notes in product(*choices):
        voicing = tuple(sorted(set(notes)))
        if len(voicing) < len(notes):
            continue
        cost = _shape(voicing, bass, space) + _motion(previous, voicing, space)
        if cost < best[0]:
            best = (cost, voicing)
    return best[1] or tuple(sorted({choice[len(choice) // 2] for choice in choices if choice}))


def _shape(voicing: Voicing, bass: int, space: Space) -> float:
    """What a voicing costs by itself: mud, clusters, holes, extremes."""
    middle = (space.low + space.high) / 2
    cost = 0.25 * abs(sum(voicing) / len(voicing) - middle) + 0.1 * max(voicing[-1] - voicing[0] - 16, 0)
    for lower, upper in pairwise(voicing):
        gap = upper - lower
        least = next((least for below, least in _LEAST_ABOVE if lower < below), 1)
        cost += (
            3.0 * max(least - gap, 0)
            + (1.0 if gap == 1 else 0.0)
            + 1.5 * max(gap - (9 if space.strict else 7), 0)
        )
    if len(voicing) > 1 and voicing[-1] - voicing[-2] == 1:
        cost += 4.0
    if len(voicing) > 1 and (voicing[-1] - voicing[0]) % 12 == 1:
        cost += 2.0
    if space.bass_below and voicing[0] % 12 != bass:
        cost += 40.0
    return cost


def _motion(previous: Voicing | None, voicing: Voicing, space: Space) -> float:
    if previous is None:
        return 0.0
    upper = voicing
    before = previous
    if space.bass_below:  # the bass may leap
        upper, before = voicing[1:], previous[1:]
    size = min(len(upper), len(before))
    if size == 0:
        return 0.0
    cost = sum(abs(a - b) for a, b in zip(upper[-size:], before[-size:], strict=True)) * 1.0
    top = abs(upper[-1] - before[-1])
    cost += 0.5 * top + 3.0 * max(top - _TOP_LEAP, 0)
    if space.strict:
        cost += 4.0 * _parallels(previous, voicing)
    return cost


def _parallels(before: Voicing, after: Voicing) -> int:
    """Pairs of voices that move in parallel fifths or octaves."""
    count = 0
    size = min(len(before), len(after))
    for i in range(size):
        for j in range(i + 1, size):
            if (before[i], before[j]) == (after[i], after[j]) or before[i] == after[i]:
                continue
            interval = (before[j] - before[i]) % 12
            if interval in (0, 7) and (after[j] - after[i]) % 12 == interval:
                count += 1
    return count
