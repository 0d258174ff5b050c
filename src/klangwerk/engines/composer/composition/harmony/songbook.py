"""The shape of a genre's harmony: its progressions by section, its cadences, its rhythm."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Songbook:
    """Progressions in Roman numerals (see `numerals`): bars part at `|`, chords of a bar share it, `%` holds
    the chord.

    `chorus` is for choruses and drops, and for verses too where `verse` is empty; `bridge` for bridges and
    breakdowns, else they take the chorus. `turn` replaces the last bar of a section where the next one begins
    anew, `close` the last before the ending, on whose first beat `final` sounds; an empty `turn` or `close`
    lets the progression run. `stretch` is how many bars a written bar lasts.
    """

    chorus: tuple[str, ...]
    verse: tuple[str, ...] = ()
    bridge: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    final: tuple[str, ...]
    stretch: int = 1
    whole_chorus: bool = False  # a fixed form, such as twelve bars of blues, that fewer bars take the end of
