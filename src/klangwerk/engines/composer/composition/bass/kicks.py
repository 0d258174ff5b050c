"""Where the kick drum falls, for those who play with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from klangwerk.engines.composer.composition.feel.swing import swung
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.genres import FACTS, GenreFacts
from klangwerk.engines.composer.instruments.drums import Drum
from klangwerk.engines.composer.score import Note, Part

STEPS = 4  # a beat
_KICKS = (Drum.KICK, Drum.KICK_SOFT)
_TOGETHER_BEATS = 0.12


def _step(beats: float, facts: GenreFacts) -> int:
    """The sixteenth that swings to where this is played."""
    nearest = round(beats * STEPS)
    around = range(max(nearest - 1, 0), nearest + 2)
    return min(around, key=lambda step: abs(swung(step / STEPS, facts) - beats))


class Kicks:
    """The onsets of all kicks, as they are played and on the straight grid of sixteenths."""

    def __init__(self, plan: Plan, percussion: Iterable[Part]) -> None:
        facts = FACTS[plan.brief.genre]
        self.played = sorted(
            {note.start_beats for part in percussion for note in part.notes if note.pitch in _KICKS}
        )
        self.steps = frozenset(_step(beats, facts) for beats in self.played)

    def in_bar(self, bar: int, beats_per_bar: int) -> tuple[int, ...]:
        """Steps from the start of the bar."""
        first = bar * beats_per_bar * STEPS
        return tuple(step for step in range(beats_per_bar * STEPS) if first + step in self.steps)

    def locked(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Notes that all but fall on a kick start with it."""
        return tuple(
            sorted((self._locked(note) for note in notes), key=lambda note: (note.start_beats, note.pitch))
        )

    def _locked(self, note: Note) -> Note:
        place = bisect_left(self.played, note.start_beats)
        near = [
            beats
            for beats in self.played[max(place - 1, 0) : place + 1]
            if abs(beats - note.start_beats) < _TOGETHER_BEATS
        ]
        if not near:
            return note
        return replace(note, start_beats=min(near, key=lambda beats: abs(beats - note.start_beats)))
