"""Figures: what a hand does with a chord in a bar, written as text.

A row is a bar of equal steps (usually sixteen); bars part at `|`, rows that sound together at `&`. `x`
strikes the chord, `o` softly, `X` hard; `u` all but its lowest note; `b` its bass note; `p` and `q` the whole
grip moved up to the third and to the second of the scale above; a digit one of its notes counted from the
lowest, beyond the highest an octave up. `-` holds on, `.` is a rest. A hold takes up the new chord where the
chord changes; what is struck just before and held over is the new chord already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_LOUD, _SOFT = 1.15, 0.68


@dataclass(frozen=True, slots=True)
class Strike:
    """Step by step times in beats from the start of the figure. `what` is "chord", "upper", "bass", "voice",
    "third" or "second".
    """

    start_beats: float
    stop_beats: float
    what: str
    voice: int
    force: float


@lru_cache(maxsize=1024)
def strikes(figure: str, beats_per_bar: int) -> tuple[tuple[Strike, ...], ...]:
    """The strikes of every row of a figure, in time; rows may differ in their number of bars."""
    return tuple(tuple(_row(row, beats_per_bar)) for row in figure.split("&"))


def bars_in(row_index: int, figure: str) -> int:
    """How many bars a row of the figure has."""
    return figure.split("&")[row_index].count("|") + 1


def _row(row: str, beats_per_bar: int) -> Iterator[Strike]:
    begun: tuple[float, str] | None = None
    for n, bar in enumerate(row.split("|")):
        step = beats_per_bar / len(bar)
        for k, sign in enumerate(bar):
            now = n * beats_per_bar + k * step
            if sign == "-":
                begun = begun or (now, "x")
                continue
            if begun:
                yield _strike(begun[0], now, begun[1])
            begun = None if sign == "." else (now, sign)
    if begun:
        yield _strike(begun[0], (row.count("|") + 1) * float(beats_per_bar), begun[1])


def _strike(start: float, stop: float, sign: str) -> Strike:
    if sign.isdigit():
        return Strike(start, stop, "voice", int(sign), 1.0)
    what = {"u": "upper", "b": "bass", "p": "third", "q": "second"}.get(sign, "chord")
    force = {"X": _LOUD, "o": _SOFT, "u": 0.9}.get(sign, 1.0)
    return Strike(start, stop, what, 0, force)
