"""What a songwriter of a genre knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klangwerk.engines.composer.composition.melody.ladder import Scale
from klangwerk.engines.composer.instruments.catalog import Instrument


class Solo(StrEnum):
    """What becomes of a section of the kind SOLO."""

    THEME = "theme"  # the theme, ornamented
    LINES = "lines"  # eighths through the changes
    LICKS = "licks"  # short phrases and answers, blue notes


class Layer(StrEnum):
    """A second voice."""

    OCTAVE = "octave"
    THIRDS = "thirds"
    ECHO = "echo"


@dataclass(frozen=True, slots=True, kw_only=True)
class MelodyStyle:
    """The melodies of a genre.

    A track takes one of `leads`, a verse's rhythm of `cells`, a chorus's of `lively` (or `cells`). `sparseness` is how
    much of a verse rests, 0 to 1. `gate` is how much of a note's length sounds. `arps` are instruments that play a
    figure of chord tones in full sections; `arp_chance` is how often one does. `register` is a pitch that leads stay
    around, as far as their own range lets them. `filtered` leads have a filter that opens with the energy.
    `slides` is how often a note glides from the one before or is scooped up to. What is `hypnotic` repeats.
    """

    leads: tuple[Instrument, ...]
    cells: tuple[str, ...]
    lively: tuple[str, ...] = ()
    scale: Scale = Scale.FULL
    register: int = 72
    sparseness: float = 0.3
    gate: float = 0.92
    leapiness: float = 0.2
    slides: float = 0.0
    solo: Solo = Solo.THEME
    layers: tuple[tuple[Layer, Instrument | None], ...] = ()
    layer_chance: float = 0.4
    echo_beats: float = 0.75
    arps: tuple[Instrument, ...] = ()
    arp_chance: float = 0.0
    filtered: bool = False
    hypnotic: bool = False
    looseness: float = 0.5
