"""Beats and frames."""

from __future__ import annotations

from dataclasses import dataclass

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE
from klangwerk.engines.composer.score import Score


@dataclass(frozen=True, slots=True)
class Clock:
    """How a piece lies in its samples. In a circle, what would lie beyond the end lies at the beginning."""

    frames: int
    beat_s: float
    circular: bool

    @classmethod
    def of(cls, score: Score) -> Clock:
        """The clock of a score: exactly as long as it says."""
        return cls(round(score.duration_s * SAMPLE_RATE), score.beat_s, score.looping)

    def frame(self, beats: float) -> int:
        """The frame nearest to a time in beats."""
        found = max(0, round(beats * self.beat_s * SAMPLE_RATE))
        return found % self.frames if self.circular and self.frames else found
