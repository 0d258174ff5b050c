"""Durations, tempi and keys in a description: "2:30", "half a minute", "8 bars", "95 bpm", "F# minor", "h-Moll"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from klangwerk.engines.composer.keys import Key, Mode
from klangwerk.engines.composer.prompt.numbers import NUMBER, number

_START = r"(?<![^\W_])(?<![0-9][.,:])"  # neither in a word nor in a longer number
_END = r"(?![^\W_])"
_MINUTES, _SECONDS = r"minutes?|minuten?|mins?|min\.?", r"seconds?|sekunden?|secs?|sek\.?|s"
_TRAIL = r"(?:[\s-]+(?:long|lange[rsnm]?|lang|duration|length)\b)?"

_CLOCK = re.compile(
    rf"{_START}(?P<min>[0-9]{{1,2}}):(?P<sec>[0-5][0-9])(?:\s*(?:{_MINUTES}))?{_END}{_TRAIL}", re.IGNORECASE
)
_MINUTES_AND_SECONDS = re.compile(
    rf"{_START}(?P<min>{NUMBER})[\s-]*(?:{_MINUTES}){_END}"
    rf"(?:\s*(?:and|und|,)?\s*(?P<sec>[0-9]{{1,2}})(?:[\s-]*(?:{_SECONDS}))?{_END}"
    rf"|\s+(?P<half>and\s+a\s+half|und\s+eine\s+halbe){_END})?{_TRAIL}",
    re.IGNORECASE,
)
_ONLY_SECONDS = re.compile(rf"{_START}(?P<sec>{NUMBER})[\s-]*(?:{_SECONDS}){_END}{_TRAIL}", re.IGNORECASE)
_MACHINES: Final = frozenset({"303s", "606s", "707s", "808s", "909s"})  # no seconds
_BARS = re.compile(
    rf"{_START}(?P<bars>{NUMBER})[\s-]*(?:bars?|measures?|takte?n?){_END}{_TRAIL}", re.IGNORECASE
)
_TEMPO = re.compile(
    rf"{_START}(?:(?P<bpm>[0-9]+(?:[.,][0-9]+)?)[\s-]*(?:bpm|beats\s+(?:per|a)\s+minute|schläge\s+(?:pro|in\s+der)\s+minute){_END}"
    rf"|(?:bpm|tempo)\s*(?:of|von|:|=|at|bei|auf)?\s*(?P<after>[0-9]+(?:[.,][0-9]+)?){_END}"
    rf"(?:\s*bpm{_END})?)",
    re.IGNORECASE,
)

_MODES: Final = {
    "minor": Mode.MINOR, "min": Mode.MINOR, "moll": Mode.MINOR, "m": Mode.MINOR, "major": Mode.MAJOR, "maj": Mode.MAJOR,
    "dur": Mode.MAJOR, "dorian": Mode.DORIAN, "dorisch": Mode.DORIAN, "phrygian": Mode.PHRYGIAN,
    "phrygisch": Mode.PHRYGIAN, "lydian": Mode.LYDIAN, "lydisch": Mode.LYDIAN, "mixolydian": Mode.MIXOLYDIAN,
    "mixolydisch": Mode.MIXOLYDIAN, "harmonic minor": Mode.HARMONIC_MINOR, "harmonisch moll": Mode.HARMONIC_MINOR,
    "natural minor": Mode.MINOR, "aeolian": Mode.MINOR, "äolisch": Mode.MINOR, "ionian": Mode.MAJOR,
}  # fmt: skip
_GERMAN_MODES: Final = frozenset(
    {"moll", "dur", "dorisch", "phrygisch", "lydisch", "mixolydisch", "äolisch", "harmonisch moll"}
)
_MODE = "|".join(mode.replace(" ", r"\s+") for mode in sorted(_MODES, key=len, reverse=True) if mode != "m")
_GERMAN_NOTES: Final = {
    "c": 0, "cis": 1, "des": 1, "d": 2, "dis": 3, "es": 3, "e": 4, "f": 5, "fis": 6, "ges": 6, "g": 7, "gis": 8,
    "as": 8, "a": 9, "ais": 10, "b": 10, "h": 11, "ces": 11, "his": 0, "eis": 5, "fes": 4,
}  # fmt: skip
_LETTERS: Final = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11, "h": 11}
_GERMAN_NOTE = "|".join(sorted(_GERMAN_NOTES, key=len, reverse=True))
_KEY_LEAD = r"(?i:(?:in\s+(?:the\s+)?|key(?:\s+of)?\s*[:=]?\s*|tonart\s*[:=]?\s*))"

_KEY_WITH_MODE = re.compile(
    rf"{_START}{_KEY_LEAD}?(?P<note>(?i:{_GERMAN_NOTE}|[a-h]))(?P<sign>[#♯b♭]|[\s-]+(?i:sharp|flat)|(?i:sharp|flat))?"
    rf"[\s-]*(?P<mode>(?i:{_MODE})){_END}"
)
_KEY_BRIEF = re.compile(
    rf"{_START}(?:(?i:in|key\s+of|key|tonart)\s+)?(?P<note>[A-H])(?P<sign>[#♯b♭])?(?P<mode>m){_END}"
)
_KEY_ALONE = re.compile(r"(?P<note>[A-Ha-h])(?P<sign>[#♯b♭])?(?P<mode>m)?")
_KEY_BARE = re.compile(
    rf"{_START}(?:(?i:key\s+of|in\s+the\s+key\s+of|key|tonart)\s*[:=]?\s*(?P<strong>[A-Ha-h])(?P<sign>[#♯b♭])?"
    rf"|in\s+(?P<note>[A-H])(?P<sign2>[#♯b♭])?){_END}(?!\s*(?:minute|bar|loop|row))"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A value found at `start:end` of the text. `key` may lack its mode."""

    start: int
    end: int
    field: Literal["duration", "bars", "tempo", "key"]
    amount: float = 0.0
    tonic: int = 0
    mode: Mode | None = None


def find_values(text: str) -> list[Said]:
    """All of them in order, none overlapping; the longest reading at a place wins."""
    found: list[Said] = []
    for said in sorted(_all(text), key=lambda each: (each.start, -each.end)):
        if not found or said.start >= found[-1].end:
            found.append(said)
    return found


def key_of(text: str) -> Key | None:
    """A key given by itself: "F# minor", "a-moll", "Bb". Without a mode it is major. None if it is none."""
    text = text.strip()
    alone = _KEY_ALONE.fullmatch(text)
    if alone is not None:
        tonic = _tonic(alone["note"], alone["sign"], german=False)
        return None if tonic is None else Key(tonic, Mode.MINOR if alone["mode"] else Mode.MAJOR)
    for said in _keys(f"in {text}"):
        if said.start == 0 and said.end == len(text) + 3 and said.mode is not None:
            return Key(said.tonic, said.mode)
    return None


def _all(text: str) -> Iterator[Said]:
    for match in _CLOCK.finditer(text):
        yield Said(*match.span(), "duration", 60.0 * int(match["min"]) + int(match["sec"]))
    for match in _MINUTES_AND_SECONDS.finditer(text):
        seconds = 60.0 * number(match["min"]) + float(match["sec"] or 0) + (30.0 if match["half"] else 0.0)
        yield Said(*match.span(), "duration", seconds)
    for match in _ONLY_SECONDS.finditer(text):
        if match[0].lower() in _MACHINES:
            continue
        yield Said(*match.span(), "duration", number(match["sec"]))
    for match in _BARS.finditer(text):
        yield Said(*match.span(), "bars", number(match["bars"]))
    for match in _TEMPO.finditer(text):
        yield Said(*match.span(), "tempo", number(match["bpm"] or match["after"]))
    yield from _keys(text)


def _keys(text: str) -> Iterator[Said]:
    for match in _KEY_WITH_MODE.finditer(text):
        mode = " ".join(match["mode"].lower().split())
        tonic = _tonic(match["note"], match["sign"], german=mode in _GERMAN_MODES)
        is_article = match["note"] == "a" and not match["sign"] and mode in {"minor", "major"}
        if is_article and not re.match(r"(?i)in\s|key|tonart", match[0]):  # "with a minor twist"
            continue
        if tonic is not None:
            yield Said(*match.span(), "key", tonic=tonic, mode=_MODES[mode])
    for match in _KEY_BRIEF.finditer(text):
        tonic = _tonic(match["note"], match["sign"], german=False)
        if tonic is not None:
            yield Said(*match.span(), "key", tonic=tonic, mode=Mode.MINOR)
    for match in _KEY_BARE.finditer(text):
        tonic = _tonic(match["strong"] or match["note"], match["sign"] or match["sign2"], german=False)
        if tonic is not None:
            yield Said(*match.span(), "key", tonic=tonic)


def _tonic(note: str, sign: str | None, *, german: bool) -> int | None:
    """German B is the note below H; elsewhere B and H are the same."""
    name = note.lower()
    shift = 0
    if sign:
        shift = 1 if sign.strip(" -").lower() in {"#", "♯", "sharp"} else -1
    if len(name) > 1:
        return (_GERMAN_NOTES[name] + shift) % 12 if german else None
    tonics = _GERMAN_NOTES if german else _LETTERS
    return (tonics[name] + shift) % 12
