"""What a drummer of a genre knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from klangwerk.engines.composer.composition.rhythm.pattern import Line, Role
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.instruments.drums import Drum

Core = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """The last `beats` beats before a bar line: `lines` in steps that share them evenly, while `mutes` rest."""

    beats: int
    lines: tuple[tuple[Drum, str], ...]
    mutes: frozenset[Role] = frozenset({Role.BACK, Role.GHOST, Role.TIME})


class Build(StrEnum):
    """How a section of the kind BUILD grows."""

    ROLL = "roll"  # a snare that doubles its pace until the kick drops out
    DRUMS = "drums"  # eighths on snare and toms, louder and louder
    SWELL = "swell"  # the groove, growing


class Cue(StrEnum):
    """Transition effects that a genre uses."""

    RISER = "riser"
    IMPACT = "impact"
    REVERSE = "reverse"
    DOWNLIFTER = "downlifter"
    VINYL = "vinyl"


class Opening(StrEnum):
    """How drums come in with an intro."""

    HATS = "hats"
    KICK = "kick"
    GROOVE = "groove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The drums of a genre.

    Of `kits`, `cores` (kick and backbeat), `times` (hats) and `colours` a track takes one each by chance; with
    `one_core` all sections have the same core. `hat_rolls` is the chance of rolls. `late_ms` is how far behind the beat
    a role lies.
    """

    kits: tuple[Instrument, ...]
    cores: tuple[Core, ...]
    times: tuple[Core, ...]
    colours: tuple[Core, ...] = ((),)
    small_fills: tuple[Fill, ...] = ()
    big_fills: tuple[Fill, ...] = ()
    fill_chance: float = 0.7
    one_core: bool = False
    half_time: Core = ()
    crash: Drum | None = Drum.CRASH
    crash_velocity: float = 0.8
    crash_in_loops: bool = False
    build: Build = Build.DRUMS
    cues: frozenset[Cue] = frozenset()
    openings: tuple[Opening, ...] = (Opening.HATS, Opening.GROOVE)
    hat_rolls: float = 0.0
    ending: tuple[tuple[Drum, float], ...] = ((Drum.KICK, 0.9), (Drum.CRASH, 0.85))
    late_ms: dict[Role, float] = field(default_factory=dict)
    looseness: float = 0.5
    level_db: float = 0.0
