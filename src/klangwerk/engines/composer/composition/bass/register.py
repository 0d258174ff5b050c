"""Which octave a bass plays in, and which notes its figures stand for."""

from __future__ import annotations

from dataclasses import dataclass

from klangwerk.engines.composer.composition.harmony.scales import scale_classes, steps_above
from klangwerk.engines.composer.keys import Key
from klangwerk.engines.composer.score import Chord

_WINDOW = 14  # semitones that roots lie in


@dataclass(frozen=True, slots=True)
class Register:
    """`lowest` is where roots begin; `low` and `high` are the instrument's."""

    lowest: int
    low: int
    high: int

    def root(self, pitch_class: int, near: int | None) -> int:
        """The pitch class in the window of roots, near a note if there is a choice."""
        first = self.lowest + (pitch_class - self.lowest) % 12
        choices = [pitch for pitch in (first, first + 12) if pitch <= self.lowest + _WINDOW]
        return choices[0] if near is None else min(choices, key=lambda pitch: abs(pitch - near))

    def fitted(self, pitch: int) -> int:
        """Moved by octaves into the instrument's range."""
        while pitch > self.high:
            pitch -= 12
        while pitch < self.low:
            pitch += 12
        return pitch


def tone(sign: str, chord: Chord, root: int, key: Key) -> int:
    """The note that a sign stands for above `root`, the chord's bass note as it is played."""
    inversion = (chord.root - chord.bass) % 12  # from the bass note up to the root
    classes = [interval % 12 for interval in chord.intervals]
    third = next((i for i in (4, 3, 5, 2) if i in classes), 7)
    fifth = next((i for i in (7, 6, 8) if i in classes), 7)
    seventh = next((i for i in (10, 11, 9) if i in classes), _scale_tone(key, chord.root, (10, 11)))
    sixth = _scale_tone(key, chord.root, (9, 8))
    above_second, above_third = steps_above(key, chord.root)
    above = {
        "p": above_third,
        "q": above_second,
        "R": 0,
        "r": 0,
        "g": 0,
        "8": 12,
        "s": 12,
        "L": fifth - 12,
        "3": third,
        "5": fifth,
        "6": sixth,
        "7": seventh,
    }[sign]
    if sign in "Rrg8s":
        return root + above
    pitch = root + inversion + above
    return pitch - 12 if inversion and pitch - root > 12 else pitch


def _scale_tone(key: Key, root: int, intervals: tuple[int, int]) -> int:
    scale = scale_classes(key)
    return next((interval for interval in intervals if (root + interval) % 12 in scale), intervals[0])


def approach(target: int, before: int, key: Key, *, chromatic: bool) -> int:
    """A note a step from the target, from the side where the line comes from."""
    side = -1 if before <= target else 1
    if chromatic:
        return target + side
    scale = scale_classes(key)
    return target + side * next((step for step in (2, 1) if (target + side * step) % 12 in scale), 1)
