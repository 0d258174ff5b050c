"""A piece as a value: what is played when, by whom. The renderer and the MIDI file are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.keys import Key


class Stem(StrEnum):
    """The four groups a track comes apart into."""

    BASS = "bass"
    CHORDS = "chords"
    MELODY = "melody"
    PERCUSSION = "percussion"


class SectionKind(StrEnum):
    """What a section is for."""

    INTRO = "intro"
    VERSE = "verse"
    BUILD = "build"
    CHORUS = "chorus"
    DROP = "drop"
    BREAKDOWN = "breakdown"
    BRIDGE = "bridge"
    SOLO = "solo"
    OUTRO = "outro"
    ENDING = "ending"  # the last hit and what rings after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of whole bars. `energy` 0 to 1 says how full it is. `occurrence` counts sections of its kind from
    0, so that what returns can vary. `stems` are those that play in it.
    """

    kind: SectionKind
    start_bar: int
    bars: int
    energy: float
    occurrence: int
    stems: frozenset[Stem]

    @property
    def stop_bar(self) -> int:
        """The bar after its last."""
        return self.start_bar + self.bars


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """A chord in time. `root` is a pitch class; `intervals` are semitones above it, ascending from 0; `name` as in
    "Cm7"; `bass` is the pitch class below it, which is the root unless it is inverted.
    """

    start_beats: float
    duration_beats: float
    root: int
    intervals: tuple[int, ...]
    name: str
    bass: int

    @property
    def stop_beats(self) -> float:
        """Where the next one begins."""
        return self.start_beats + self.duration_beats

    @property
    def pitch_classes(self) -> tuple[int, ...]:
        """Root first."""
        return tuple((self.root + interval) % 12 for interval in self.intervals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note. Times are in beats (quarters) from the start of the piece, as they are played: swung and humanised.

    Keep durations on a grid of 1/24 beat and velocities on one of 1/32: notes that are alike are rendered once.
    `start_beats` may be anything from 0 on.
    """

    start_beats: float
    duration_beats: float
    pitch: int
    velocity: float
    slide_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one instrument plays, sorted by start.

    `level_db` says how loud it is beside others of its kind (0 is usual). `pan` is -1 left to 1 right. `cutoff`
    opens and closes its filter: (beats, 0 dark … 1 open) points, linear in between; empty is open.
    """

    stem: Stem
    instrument: Instrument
    notes: tuple[Note, ...]
    level_db: float = 0.0
    pan: float = 0.0
    cutoff: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The whole piece.

    `duration_s` is its exact length; what still rings then is faded out, or in a loop comes round to its beginning.
    A loop is exactly `bars` bars long.
    """

    genre: Genre
    bpm: float
    beats_per_bar: int
    bars: int
    key: Key
    duration_s: float
    looping: bool
    sections: tuple[Section, ...]
    chords: tuple[Chord, ...]
    parts: tuple[Part, ...]

    @property
    def beat_s(self) -> float:
        """Seconds a beat."""
        return 60.0 / self.bpm

    @property
    def length_beats(self) -> float:
        """Of all bars."""
        return float(self.bars * self.beats_per_bar)

    def of(self, stem: Stem) -> tuple[Part, ...]:
        """The parts of one stem."""
        return tuple(part for part in self.parts if part.stem is stem)
