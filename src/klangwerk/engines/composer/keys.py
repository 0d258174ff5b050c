"""Keys and scales."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """The scale of a key."""

    MAJOR = "major"
    MINOR = "minor"
    DORIAN = "dorian"
    PHRYGIAN = "phrygian"
    LYDIAN = "lydian"
    MIXOLYDIAN = "mixolydian"
    HARMONIC_MINOR = "harmonic minor"


SCALES: dict[Mode, tuple[int, ...]] = {
    Mode.MAJOR: (0, 2, 4, 5, 7, 9, 11),
    Mode.MINOR: (0, 2, 3, 5, 7, 8, 10),
    Mode.DORIAN: (0, 2, 3, 5, 7, 9, 10),
    Mode.PHRYGIAN: (0, 1, 3, 5, 7, 8, 10),
    Mode.LYDIAN: (0, 2, 4, 6, 7, 9, 11),
    Mode.MIXOLYDIAN: (0, 2, 4, 5, 7, 9, 10),
    Mode.HARMONIC_MINOR: (0, 2, 3, 5, 7, 8, 11),
}
"""Semitones above the tonic."""

_SHARP_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLAT_NAMES = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
_FLAT_MAJORS = frozenset({1, 3, 5, 8, 10})  # relative majors that are written with flats


@dataclass(frozen=True, slots=True)
class Key:
    """A tonic (pitch class, 0 is C) and its scale."""

    tonic: int
    mode: Mode

    @property
    def is_minor(self) -> bool:
        """Whether its third is minor."""
        return 3 in SCALES[self.mode]

    @property
    def tonic_name(self) -> str:
        """As it is written: Eb rather than D# where the signature has flats."""
        minor_shift = {Mode.DORIAN: 10, Mode.PHRYGIAN: 8, Mode.LYDIAN: 7, Mode.MIXOLYDIAN: 5}
        shift = minor_shift.get(self.mode, 3 if self.is_minor else 0)
        relative_major = (self.tonic + shift) % 12
        return (_FLAT_NAMES if relative_major in _FLAT_MAJORS else _SHARP_NAMES)[self.tonic]

    def __str__(self) -> str:
        return f"{self.tonic_name} {self.mode.value}"

    def degree(self, step: int) -> int:
        """Semitones above the tonic of the `step`-th note of the scale, 0 the tonic, 7 the octave, -1 below it."""
        scale = SCALES[self.mode]
        octave, place = divmod(step, len(scale))
        return 12 * octave + scale[place]
