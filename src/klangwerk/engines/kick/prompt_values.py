"""Lengths and pitches said in a prompt: "0.4 s", "halbe Sekunde", "50 Hz", "F1", "tuned to G"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from klangwerk.engines.kick.params import SLIDERS
from klangwerk.engines.kick.pitch_names import note_to_hz

_NUMBER = r"(?:(?<!\S)[-−+])?(?:[0-9]+[/⁄][0-9]+|[0-9]+(?:[.,][0-9]+)?|(?<!\S)[.,][0-9]+)"
_NOT_INSIDE = r"(?<![^\W_])(?<![0-9][.,/⁄])"  # neither in a word nor in a longer number
_WORD_END = r"(?![^\W_])"
_SECONDS = r"seconds?|secs?|sekunden?|sek|s"
_MILLISECONDS = r"milli-?seconds?|milli-?sekunden?|msecs?|ms"
_LENGTH_LEAD = r"(?:\b(?:length|decay|tail|länge|laenge|ausklang|dauer)\s*(?:of|von|:|=)?\s*)?"
_LENGTH_TRAIL = r"(?:[\s-]+(?:long|lange[rsnm]?|lang|length|decay|tail|ausklang|länge)\b)?"
_PITCH_LEAD = (
    r"(?:\b(?:tuned|tune|pitched|pitch|gestimmt|stimmung|tonhöhe)\s*(?:to|at|in|auf|von|of|:|=)?\s*)?"
)
_NUMERALS: Final = {
    "one and a half": 1.5,
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "dreiviertel": 0.75,
    "three quarters of a": 0.75,
    "eine halbe": 0.5,
    "einer halben": 0.5,
    "half a": 0.5,
    "a half": 0.5,
    "halbe": 0.5,
    "halben": 0.5,
    "half": 0.5,
    "quarter of a": 0.25,
    "a quarter": 0.25,
    "quarter": 0.25,
    "eine viertel": 0.25,
    "viertel": 0.25,
    "eine": 1.0,
    "einer": 1.0,
    "one": 1.0,
    "two": 2.0,
    "zwei": 2.0,
    "drei": 3.0,
    "three": 3.0,
}
_NUMERAL = "|".join(name.replace(" ", r"\s+") for name in _NUMERALS)
_NOTE = r"[A-Ha-h](?:#|♯|♭|(?<=[A-H])(?:b|is|es)|(?<=[AE])s)?"  # "in his", "in des" and "ab" are no notes
_MODE = r"(?:[\s-]*(?:minor|major|min|maj|moll|dur))"
_STRONG_LEAD = (
    r"(?:(?:tuned|tune|pitched|gestimmt)(?:\s+it)?\s+(?:to|in|auf)"
    r"|key(?:\s+of)?|tonart|grundton|root(?:\s+note)?|note)\s*[:=]?\s*"
)
_NEXT_IS_WORD = r"(?=\s+[^\W_])"
_MODE_OR_SPELLED = rf"(?i:[\s-]+(?:sharp|flat))?(?i:{_MODE})"

_LENGTH = re.compile(
    rf"{_NOT_INSIDE}{_LENGTH_LEAD}(?:(?P<number>{_NUMBER})[\s-]*(?:(?P<ms>{_MILLISECONDS})|(?:{_SECONDS}))"
    rf"|(?P<numeral>{_NUMERAL})[\s-]*(?:seconds?|sekunden?)){_WORD_END}{_LENGTH_TRAIL}",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(
    rf"{_NOT_INSIDE}{_PITCH_LEAD}(?P<number>{_NUMBER})[\s-]*(?P<kilo>k)?(?:hz|hertz){_WORD_END}",
    re.IGNORECASE,
)
_NOTE_WITH_OCTAVE = re.compile(
    rf"{_NOT_INSIDE}(?i:{_PITCH_LEAD})(?P<note>{_NOTE}-?[0-9]){_WORD_END}(?i:{_MODE}{_WORD_END})?"
)
# A lone letter is a note only where the words around it say so: "in A minor", "tuned to g", not "in a room".
_NOTE_BY_CONTEXT = re.compile(
    rf"{_NOT_INSIDE}(?:"
    rf"(?i:{_STRONG_LEAD})(?!a{_NEXT_IS_WORD}(?!\s+(?i:sharp|flat|minor|major|moll|dur)))(?P<strong>{_NOTE})"
    rf"|(?i:in|auf)\s+(?![Aa]{_NEXT_IS_WORD}(?!\s+(?i:sharp|flat|minor|major|moll|dur)))(?P<weak>{_NOTE})"
    rf"|(?![a-h])(?P<bare>{_NOTE})(?={_MODE_OR_SPELLED})"
    rf")(?i:[\s-]+(?P<spelled>sharp|flat))?(?i:{_MODE})?{_WORD_END}"
)
_SPELLED: Final = {"sharp": "#", "flat": "b"}


@dataclass(frozen=True, slots=True)
class SaidValue:
    """A slider's value found at `start:end` of the text; None where the number makes no sense."""

    start: int
    end: int
    slider: Literal["length_s", "pitch_hz"]
    value: float | None

    @property
    def in_range(self) -> bool:
        """Whether the slider can be set to it."""
        bounds = SLIDERS[self.slider]
        return self.value is not None and bounds.low <= self.value <= bounds.high


def find_values(text: str) -> list[SaidValue]:
    """All lengths and pitches in the text, in order, none overlapping; the longest reading wins."""
    found: list[SaidValue] = []
    for said in sorted(_all_values(text), key=lambda said: (said.start, -said.end)):
        if not found or said.start >= found[-1].end:
            found.append(said)
    return found


def _all_values(text: str) -> Iterator[SaidValue]:
    for match in _LENGTH.finditer(text):
        if match["numeral"] is not None:
            seconds: float | None = _NUMERALS[" ".join(match["numeral"].lower().split())]
        else:
            seconds = _number(match["number"])
        if seconds is not None and match["ms"] is not None:
            seconds /= 1000
        yield SaidValue(match.start(), match.end(), "length_s", seconds)
    for match in _FREQUENCY.finditer(text):
        hz = _number(match["number"])
        if hz is not None and match["kilo"]:
            hz *= 1000
        yield SaidValue(match.start(), match.end(), "pitch_hz", hz)
    for match in _NOTE_WITH_OCTAVE.finditer(text):
        yield SaidValue(match.start(), match.end(), "pitch_hz", note_to_hz(match["note"]))
    for match in _NOTE_BY_CONTEXT.finditer(text):
        yield SaidValue(match.start(), match.end(), "pitch_hz", _context_hz(match))


def _context_hz(match: re.Match[str]) -> float:
    name: str = match["strong"] or match["weak"] or match["bare"]
    if match["spelled"] is not None and len(name) == 1:
        name += _SPELLED[match["spelled"].lower()]
    return note_to_hz(name)


def _number(text: str) -> float | None:
    cleaned = text.replace(",", ".").replace("−", "-").replace("⁄", "/")
    over, _, under = cleaned.partition("/")
    try:
        return float(over) / float(under or 1)
    except ZeroDivisionError:
        return None
