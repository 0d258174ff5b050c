"""Drum patterns as they are written here: a line for each drum, a character for each step of a bar.

`X` is an accent, `x` a plain hit, `o` a soft one, `s` softer, `g` a ghost note, `.` a rest; `m` and `p` are a plain
hit and a ghost note that may be left out. A line of 16 has sixteenths, one of 12 triplets, one of 32 thirty-seconds:
a bar is always four beats long in writing, and metres of other lengths take what they need. Spaces are for the eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum

WRITTEN_BEATS = 4
VELOCITIES = {"X": 0.95, "x": 0.78, "o": 0.6, "s": 0.45, "g": 0.28, "m": 0.72, "p": 0.28}
_OPTIONAL = "mp"
_OPTIONAL_CHANCE = 0.5


class Role(StrEnum):
    """What a line is to the groove; sections take roles away."""

    KICK = "kick"
    BACK = "back"  # snare, clap or rim: the answer to the kick
    TIME = "time"  # hats, rides, shakers that keep the pulse
    GHOST = "ghost"
    COLOUR = "colour"  # further percussion


@dataclass(frozen=True, slots=True)
class Line:
    """What one drum plays, bar after bar, from the first again when they are through.

    It plays where a section's fullness is at least `at` and below `below`. `kit` is None for the kit of the track.
    """

    role: Role
    drum: Drum
    bars: tuple[str, ...]
    at: float = 0.0
    below: float = 9.0
    kit: Instrument | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One stroke on the straight grid, `beats` from wherever its list is counted."""

    beats: float
    drum: Drum
    velocity: float
    role: Role
    kit: Instrument | None = None


def kick(*bars: str, drum: Drum = Drum.KICK, at: float = 0.35, below: float = 9.0) -> Line:
    """A line of the kick."""
    return Line(Role.KICK, drum, bars, at, below)


def back(*bars: str, drum: Drum = Drum.SNARE, at: float = 0.45, below: float = 9.0) -> Line:
    """A line of the backbeat."""
    return Line(Role.BACK, drum, bars, at, below)


def time(*bars: str, drum: Drum = Drum.HAT_CLOSED, at: float = 0.0, below: float = 9.0) -> Line:
    """A line that keeps time."""
    return Line(Role.TIME, drum, bars, at, below)


def ghost(*bars: str, drum: Drum = Drum.SNARE_ALT, at: float = 0.55, below: float = 9.0) -> Line:
    """A line of ghost notes."""
    return Line(Role.GHOST, drum, bars, at, below)


def colour(
    drum: Drum, *bars: str, at: float = 0.5, below: float = 9.0, kit: Instrument | None = None
) -> Line:
    """A line of further percussion, of another kit if one is named."""
    return Line(Role.COLOUR, drum, bars, at, below, kit)


def hits(line: Line, bar: int, beats_per_bar: int, rng: np.random.Generator) -> list[Hit]:
    """One bar of a line, counted from its bar line."""
    steps = line.bars[bar % len(line.bars)].replace(" ", "")
    step_beats = WRITTEN_BEATS / len(steps)
    result = []
    for index in range(round(beats_per_bar / step_beats)):
        mark = steps[index % len(steps)]
        if mark == "." or (mark in _OPTIONAL and rng.random() > _OPTIONAL_CHANCE):
            continue
        result.append(
            Hit(
                beats=index * step_beats,
                drum=line.drum,
                velocity=VELOCITIES[mark],
                role=line.role,
                kit=line.kit,
            )
        )
    return result
