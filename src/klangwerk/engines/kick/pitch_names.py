"""Note names to frequencies: F1, C#2, Bb1, and the German Fis, Es, As, H."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Final

from klangwerk.engines.contracts import InvalidParams
from klangwerk.engines.kick.params import SLIDERS

NATURAL_OCTAVE_NEAR_HZ: Final = 50.0  # a name without octave means the one nearest to where kicks live
_A4_HZ: Final = 440.0
_A4_NUMBER: Final = 69
_SEMITONES: Final = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "h": 11, "b": 11}
_ACCIDENTALS: Final = {"": 0, "#": 1, "♯": 1, "is": 1, "b": -1, "♭": -1, "es": -1, "s": -1}
_NOTE = re.compile(
    r"(?P<letter>[a-h])(?P<accidental>#|♯|♭|b|is|es|(?<=[ae])s)?(?P<octave>-?[0-9])?", re.IGNORECASE
)


def note_to_hz(name: str) -> float:
    """The frequency of a note, A4 = 440 Hz. Without an octave, the one nearest to 50 Hz in the pitch slider's range.

    B is the note below C, as in English; German H is the same note. Raises InvalidParams.
    """
    match = _NOTE.fullmatch(unicodedata.normalize("NFKC", name).strip())
    if match is None:
        raise InvalidParams("A note is a letter with an octave, such as F1, C#2 or Bb1.", field="pitch_note")
    pitch_class = _SEMITONES[match["letter"].lower()] + _ACCIDENTALS[(match["accidental"] or "").lower()]
    if match["octave"] is not None:
        return _number_to_hz(pitch_class + 12 * (int(match["octave"]) + 1))
    slider = SLIDERS["pitch_hz"]
    octaves = (_number_to_hz(pitch_class + 12 * octave) for octave in range(1, 5))
    in_range = (hz for hz in octaves if slider.low <= hz <= slider.high)
    return min(in_range, key=lambda hz: abs(math.log2(hz / NATURAL_OCTAVE_NEAR_HZ)))


def _number_to_hz(number: int) -> float:
    return _A4_HZ * math.exp2((number - _A4_NUMBER) / 12)
