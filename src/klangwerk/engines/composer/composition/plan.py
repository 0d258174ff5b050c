"""What the players agree on before they play: bars, sections, chords."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.score import Chord, Section


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

    def bars_of(self) -> Iterator[tuple[Section, int]]:
        """Every bar with its section, by its number in the piece."""
        for section in self.sections:
            for bar in range(section.start_bar, section.stop_bar):
                yield section, bar

    def chord_at(self, beats: float) -> Chord:
        """The chord that sounds there; the last one for times beyond the end."""
        at = bisect_right(self.chords, beats + 1e-6, key=lambda chord: chord.stop_beats)
        return self.chords[min(at, len(self.chords) - 1)]
