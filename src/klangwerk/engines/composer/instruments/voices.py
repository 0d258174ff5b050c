"""What an instrument is to the renderer: a function from a note to samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.catalog import CATALOG, Instrument

SAMPLE_RATE = 44_100
REFERENCE_VELOCITY = 0.8
"""At which instruments have their level."""
Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One note to sound. Hashable: the renderer keeps what was rendered and uses it again.

    `duration_s` lasts until the key is let go. `velocity` is in (0, 1]. `variant` 0 to 3 are takes of the same note
    that differ as a player's would (round robin). With `slide_from` the pitch glides from that note at the start.
    """

    pitch: int
    duration_s: float
    velocity: float
    variant: int = 0
    slide_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """How an instrument sounds in one track. `brightness` and `energy` are those of the brief, 0 to 1; `seed`
    chooses what may differ between tracks (detuning, a kit's samples, a pad's colour); `bpm` is for what moves
    in time; `tonic` is the pitch class of its key (0 is C), which a machine's kick is tuned to.
    """

    seed: int
    brightness: float = 0.5
    energy: float = 0.5
    bpm: float = 120.0
    tonic: int | None = None


def hertz(pitch: float) -> float:
    """Frequency of a MIDI note, which may have cents behind the point: equal temperament, A4 = 440 Hz."""
    return float(440.0 * 2.0 ** ((pitch - 69.0) / 12.0))


class Voice(Protocol):
    """An instrument, set up. Pure: the same stroke gives the same samples, in any thread and order."""

    def play(self, stroke: Stroke) -> Samples:
        """The note with its release: float32 of shape (1, frames) or (2, frames) at 44.1 kHz, its onset at frame 0
        (within a millisecond), ending in silence without a click. A velocity of 0.8 in the middle register peaks
        at -12 to -3 dBFS.
        """
        ...


Maker = Callable[[Character], Voice]


def voice(instrument: Instrument, character: Character) -> Voice:
    """Set an instrument up."""
    module, function = CATALOG[instrument].maker.split(":")
    maker: Maker = getattr(import_module(f"klangwerk.engines.composer.instruments.{module}"), function)
    return maker(character)
