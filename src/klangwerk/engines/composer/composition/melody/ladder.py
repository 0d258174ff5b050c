"""Which notes a melody may take: scales as ladders of pitches, and the tones of the chord below."""

from __future__ import annotations

from enum import StrEnum

from klangwerk.engines.composer.composition.harmony.scales import scale_classes
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.keys import Key
from klangwerk.engines.composer.score import Chord


class Scale(StrEnum):
    """What a genre's melodies are made of."""

    FULL = "full"
    PENTATONIC = "pentatonic"
    BLUES = "blues"


_PENTATONIC = {True: (0, 3, 5, 7, 10), False: (0, 2, 4, 7, 9)}  # by whether the key is minor
_BLUES = (0, 3, 5, 6, 7, 10)
_ANTICIPATION_BEATS = 0.5


def pitch_classes(key: Key, scale: Scale) -> frozenset[int]:
    """Of the scale, in the key."""
    if scale is Scale.FULL:
        return scale_classes(key)
    steps = _BLUES if scale is Scale.BLUES else _PENTATONIC[key.is_minor]
    return frozenset((key.tonic + step) % 12 for step in steps)


def ladder(classes: frozenset[int], low: int, high: int) -> tuple[int, ...]:
    """All pitches of some pitch classes in a range, ascending."""
    return tuple(pitch for pitch in range(low, high + 1) if pitch % 12 in classes)


def over_chord(classes: frozenset[int], chord: Chord) -> frozenset[int]:
    """A scale while a chord sounds: a chord's tone that is foreign to it takes the place of its neighbours."""
    tones = frozenset(chord.pitch_classes)
    foreign = tones - classes
    neighbours = {(tone + shift) % 12 for tone in foreign for shift in (-1, 1)} - tones
    return (classes | tones if foreign else classes) - neighbours


def nearest(
    pitch: float, classes: frozenset[int], low: int, high: int, *, towards: float | None = None
) -> int:
    """The nearest pitch of some classes in a range; of two the one that lies `towards` another pitch."""
    candidates = [candidate for candidate in range(low, high + 1) if candidate % 12 in classes]
    lean = 0.01 * ((towards > pitch) - (towards < pitch)) if towards is not None else 0.0
    return min(candidates, key=lambda candidate: (abs(candidate - pitch - lean), candidate))


def chord_under(plan: Plan, at: float, length: float) -> Chord:
    """The chord that a note belongs to: the next one where it only anticipates it."""
    here = plan.chord_at(at)
    before_change = here.stop_beats - at
    if before_change <= _ANTICIPATION_BEATS + 1e-6 and length > before_change + 1e-6:
        return plan.chord_at(here.stop_beats)
    return here
