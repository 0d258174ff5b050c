"""What a word of a description can mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.score import SectionKind, Stem


@dataclass(frozen=True, slots=True)
class GenreTerm:
    """A genre. `nearest_to` is what was said when that is no genre of ours but near to one; `is_adjective` colours
    another genre rather than naming one ("jazzy house").
    """

    genre: Genre
    nearest_to: str = ""
    is_adjective: bool = False


@dataclass(frozen=True, slots=True)
class MoodTerm:
    """A mood: how it moves energy and brightness, which mode it leans to (-1 minor, 1 major), and the genre that it
    suggests where none is named.
    """

    name: str
    energy: float = 0.0
    brightness: float = 0.0
    mode: int = 0
    suggests: Genre | None = None


@dataclass(frozen=True, slots=True)
class InstrumentTerm:
    """Something to play on. Of several instruments the first that fits the genre's parts is taken."""

    instruments: tuple[Instrument, ...]


@dataclass(frozen=True, slots=True)
class StemTerm:
    """A whole group: "drums", "bass", "melody", "chords". Said without a no it asks for what is there anyway."""

    stem: Stem


@dataclass(frozen=True, slots=True)
class SectionTerm:
    """A part of the form."""

    kind: SectionKind


class Wish(StrEnum):
    """Something about the whole."""

    LOOP = "loop"
    SLOW = "slow"
    FAST = "fast"
    MEDIUM = "medium tempo"
    MAJOR = "major"
    MINOR = "minor"
    INSTRUMENTAL = "instrumental"
    VOICE = "voice"
    ONLY = "only"  # "solo piano", "nur Klavier"
    DIRECT = "begins at once"
    NO_DRUMS = "no drums"  # in one word: "drumless"


@dataclass(frozen=True, slots=True)
class WishTerm:
    """A wish about the whole."""

    wish: Wish


Term = GenreTerm | MoodTerm | InstrumentTerm | StemTerm | SectionTerm | WishTerm
