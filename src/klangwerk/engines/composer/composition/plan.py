"""What the players agree on before they play: bars, sections, chords."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.score import Chord, Note, Section

_AT_ONCE_S = 0.25  # something is heard by then


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The frame of a piece. Sections cover all bars without gaps, and so do chords. See Score for `duration_s`."""

    brief: Brief
    bpm: float
    beats_per_bar: int
    bars: int
    duration_s: float
    sections: tuple[Section, ...]
    chords: tuple[Chord, ...]

    @property
    def beat_s(self) -> float:
        """Seconds a beat."""
        return 60.0 / self.bpm

    def begins_late(self, beats: float) -> bool:
        """Whether a first onset there, in the first bar, leaves the piece silent at its beginning."""
        return beats * self.beat_s > _AT_ONCE_S and beats < self.beats_per_bar

    def within(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Without what begins after the end."""
        end = min(self.bars * self.beats_per_bar, self.duration_s / self.beat_s)
        return tuple(note for note in notes if note.start_beats < end - 1e-3)

    def chord_at(self, beats: float) -> Chord:
        """The chord that sounds there; the last one for times beyond the end."""
        at = bisect_right(self.chords, beats + 1e-6, key=lambda chord: chord.stop_beats)
        return self.chords[min(at, len(self.chords) - 1)]
