"""What was understood of a prompt: everything the composer needs to know, and what a person is told about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.keys import Key
from klangwerk.engines.composer.score import SectionKind, Stem


@dataclass(frozen=True, slots=True)
class Understood:
    """`text` of the prompt was taken to mean `value` of `field` (genre, duration, tempo, key, mood, instrument,
    structure).
    """

    text: str
    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A track to be composed.

    `asked` names the fields that the prompt or the params fixed (duration_s, bpm, key, genre); others were chosen
    by seed and may be bent to fit (a tempo, so that bars come out even). `energy` and `brightness` are 0 to 1,
    moods included. `without` are stems that stay silent. `wanted_sections` must occur, `unwanted_sections` must
    not. `instruments` were asked for. `notes` are sentences for the person: limits that were met, contradictions
    that were decided.
    """

    prompt: str
    language: str
    genre: Genre
    duration_s: float
    bpm: float
    key: Key
    energy: float
    brightness: float
    looping: bool = False
    moods: tuple[str, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    without: frozenset[Stem] = frozenset()
    without_instruments: frozenset[Instrument] = frozenset()
    wanted_sections: frozenset[SectionKind] = frozenset()
    unwanted_sections: frozenset[SectionKind] = frozenset()
    asked: frozenset[str] = frozenset()
    understood: tuple[Understood, ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """`metadata.interpretation` on the wire: plain JSON types, camelCase."""
        return {
            "language": self.language,
            "genre": self.genre.value,
            "durationS": self.duration_s,
            "bpm": self.bpm,
            "key": str(self.key),
            "energy": round(self.energy, 3),
            "brightness": round(self.brightness, 3),
            "looping": self.looping,
            "moods": list(self.moods),
            "instruments": [instrument.value for instrument in self.instruments],
            "without": sorted(self.without),
            "structure": {
                "wanted": sorted(self.wanted_sections),
                "unwanted": sorted(self.unwanted_sections),
            },
            "asked": sorted(self.asked),
            "understood": [{"text": u.text, "field": u.field, "value": u.value} for u in self.understood],
            "ignored": list(self.ignored),
            "notes": list(self.notes),
        }
