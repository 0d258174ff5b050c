"""Roman numerals: how harmony is written down here, and the chords they stand for.

`bVII7` is a dominant seventh on the lowered seventh degree; degrees count in the major scale of the tonic
whatever the mode is, lower case is minor, `o` diminished, `h7` half-diminished, a slash and a degree set the
bass: `I/3`, `V7/2`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from klangwerk.engines.composer.keys import SCALES, Key, Mode

_MAJOR = SCALES[Mode.MAJOR]
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii")
_NUMERAL = re.compile(r"([b#]?)(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)([^/]*)(?:/([b#]?)([1-7]))?")

_QUALITIES: dict[str, tuple[int, ...]] = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "5": (0, 7),
    "6": (0, 4, 7, 9),
    "m6": (0, 3, 7, 9),
    "69": (0, 4, 7, 9, 14),
    "m69": (0, 3, 7, 9, 14),
    "maj7": (0, 4, 7, 11),
    "maj9": (0, 4, 7, 11, 14),
    "maj7#11": (0, 4, 7, 11, 18),
    "7": (0, 4, 7, 10),
    "9": (0, 4, 7, 10, 14),
    "13": (0, 4, 7, 10, 14, 21),
    "7b9": (0, 4, 7, 10, 13),
    "7#9": (0, 4, 7, 10, 15),
    "7b13": (0, 4, 7, 10, 20),
    "m7": (0, 3, 7, 10),
    "m9": (0, 3, 7, 10, 14),
    "m11": (0, 3, 7, 10, 14, 17),
    "mmaj7": (0, 3, 7, 11),
    "add9": (0, 4, 7, 14),
    "madd9": (0, 3, 7, 14),
    "madd11": (0, 3, 7, 17),
    "sus2": (0, 2, 7),
    "sus4": (0, 5, 7),
    "7sus4": (0, 5, 7, 10),
    "9sus4": (0, 5, 7, 10, 14),
    "dim": (0, 3, 6),
    "dim7": (0, 3, 6, 9),
    "m7b5": (0, 3, 6, 10),
    "aug": (0, 4, 8),
}
_WRITTEN = {"o": "dim", "o7": "dim7", "h7": "m7b5", "+": "aug"}
_LETTERS = "CDEFGAB"
_ACCIDENTALS = {-2: "bb", -1: "b", 0: "", 1: "#", 2: "##"}


@dataclass(frozen=True, slots=True)
class Harmony:
    """A chord without its time; the fields are those of `score.Chord`."""

    root: int
    intervals: tuple[int, ...]
    name: str
    bass: int


@lru_cache(maxsize=4096)
def harmony(numeral: str, key: Key) -> Harmony:
    """The chord that a numeral stands for in a key. Raises ValueError for what is no numeral."""
    match = _NUMERAL.fullmatch(numeral)
    if match is None:
        raise ValueError(f"{numeral!r} is no Roman numeral.")
    accidental, roman, suffix, bass_accidental, bass_degree = match.groups()
    place = _ROMANS.index(roman.lower())
    above = _MAJOR[place] + _shift(accidental)
    quality = _quality(suffix, minor=roman.islower())
    root = (key.tonic + above) % 12
    bass, bass_name = root, ""
    if bass_degree:
        bass_place = int(bass_degree) - 1
        bass_above = _MAJOR[bass_place] + _shift(bass_accidental)
        bass = (key.tonic + bass_above) % 12
        bass_name = "/" + _spelled(key, bass_place, bass_above)
    shown = quality.replace("69", "6/9").replace("mmaj7", "m(maj7)")
    return Harmony(root, _QUALITIES[quality], _spelled(key, place, above) + shown + bass_name, bass)


def _shift(accidental: str) -> int:
    return {"b": -1, "#": 1}.get(accidental, 0)


def _quality(suffix: str, *, minor: bool) -> str:
    if suffix in _WRITTEN:
        return _WRITTEN[suffix]
    quality = "m" + suffix if minor and "m" + suffix in _QUALITIES else suffix
    if quality not in _QUALITIES:
        raise ValueError(f"{suffix!r} is no quality of a chord.")
    return quality


def _spelled(key: Key, place: int, above: int) -> str:
    """A note by the letter of its degree, unless that would take double accidentals."""
    tonic = key.tonic_name
    letter = _LETTERS[(_LETTERS.index(tonic[0]) + place) % 7]
    pitch_class = (key.tonic + above) % 12
    accidental = (pitch_class - _MAJOR[_LETTERS.index(letter)] + 6) % 12 - 6
    if abs(accidental) <= 1:
        return letter + _ACCIDENTALS[accidental]
    return Key(pitch_class, Mode.MAJOR).tonic_name
