"""What one chordal player does in a genre: instruments, figures, register, and where it plays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klangwerk.engines.composer.composition.form.temper import CALM_KINDS
from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.score import SectionKind

_K = SectionKind
ALL = frozenset(_K)
CALM = CALM_KINDS | {_K.ENDING}
FULL = frozenset({_K.CHORUS, _K.DROP, _K.SOLO, _K.BUILD, _K.ENDING})
NOT_FIRST = ALL - {_K.INTRO}
PEAKS = frozenset({_K.CHORUS, _K.DROP, _K.ENDING})


class Grip(StrEnum):
    """How a player holds a chord."""

    KEYS = "keys"  # close, voice-led
    ROOTLESS = "rootless"  # the root is left to the bass
    PARTS = "parts"  # the bass note lowest, strict part writing
    GUITAR = "guitar"
    POWER = "power"  # root, fifth, octave


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """`calm` figures are for verses and the like, `full` ones for choruses and drops (empty: the calm ones);
    one of each is chosen for a piece and others come as variations. `low` and `high` bound the voicings.
    `gate` is how much of a note's written length sounds; `strum_s` lies between the strings; `sweeps` opens
    the filter through intros and builds; `riff` plays the genre's riff instead of figures; `double` has a
    second take on the other side.
    """

    instruments: tuple[Instrument, ...]
    calm: tuple[str, ...]
    full: tuple[str, ...] = ()
    grip: Grip = Grip.KEYS
    low: int = 52
    high: int = 74
    voices: int = 4
    gate: float = 0.95
    strum_s: float = 0.0
    where: frozenset[SectionKind] = ALL
    level_db: float = 0.0
    pan: float = 0.0
    looseness: float = 0.5
    sweeps: bool = False
    riff: bool = False
    double: bool = False
    chance: float = 1.0  # that it plays in a piece at all


HOLD = "x---------------|----------------"
"""Two bars, as long as a chord lasts."""
