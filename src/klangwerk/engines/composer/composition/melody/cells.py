"""Rhythms of motifs as they are written here: a character for each step of a bar, bars parted by `|`.

`x` begins a note, `-` holds it, `.` is a rest. A bar of 16 has sixteenths, one of 12 triplets; bars are four beats
long in writing, and metres of other lengths take what they need.
"""

from __future__ import annotations

from dataclasses import dataclass

WRITTEN_BEATS = 4


@dataclass(frozen=True, slots=True)
class Beat:
    """A note without a pitch, in beats from the start of its cell."""

    at: float
    length: float


def parsed(cell: str, beats_per_bar: int) -> tuple[Beat, ...]:
    """The notes of a cell."""
    result: list[Beat] = []
    held = False
    for index, bar in enumerate(cell.split("|")):
        step = WRITTEN_BEATS / len(bar)
        for place in range(round(beats_per_bar / step)):
            mark = bar[place % len(bar)]
            at = index * beats_per_bar + place * step
            if mark == "x":
                result.append(Beat(at, step))
                held = True
            elif mark == "-" and held:
                result[-1] = Beat(result[-1].at, result[-1].length + step)
            else:
                held = False
    return tuple(result)


def bars_of(cell: str) -> int:
    """How many bars a cell has."""
    return cell.count("|") + 1


LAZY = (
    "..x-x--x--------|................",
    "x--x--x---......|..x-x-----......",
    "....x-x-x---x---|--..............",
    "x-x-x---..x-x---|----............",
    "x-----x-x--x----|........x-x-----",
    "..x-x-x-..x-----|....x--x--x-....",
)
SYNCOPATED = (
    "x--x--x-..x-x---|x--x--x-----....",
    "..x-x-.x-.x-x---|..x-x-----......",
    "x-x..x-x..x-x---|...x--x-x-......",
    "x--x..x-.x--x-..|x--x..x-----....",
    "x-x--x--x-x--x--|x-----x-x-......",
)
SINGABLE = (
    "x---x-x-x---x---|x-x-x---x-------",
    "x-x-x-x-x---x-x-|x---x---x-------",
    "x---..x-x-x-x---|x-----x-x-------",
    "..x-x-x-x---x-x-|x-----x-x---....",
    "x---x---x-x-x---|x-x-x-----......",
)
ANTHEM = (
    "x-----x-----x---|x-----x-x-------",
    "x---x---x--x--x-|x-------x-------",
    "x-----x-x-x-x---|x-----------....",
    "x-----x-----x---|x-----x-----x-x-",
)
RIFF = (
    "x--x--x---x-x---",
    "x.x..x.x..x.x...",
    "..x..x.x..x..x..",
    "x..x..x.x...x...",
    "x--x--x--x--x---",
    "x-.x-.x-..x-x-..",
)
HORN = (
    "x.x-....x.x---..|..x.x-x-........",
    "....x.x---....x.|x---....x.x.x---",
    "x.....x-x.x-----|......x.x.x-....",
    "x-xx..x---......|x-xx..x-x.x-----",
)
SWING = (
    "x-x-x---..x-x-x-|x-----..........",
    "..x-x-x-x---..x-|x-x-x-x---......",
    "x---..x-x-x-..x-|x-------........",
    "..x-..x-x-x-x---|..x-x-----......",
    "x-----x-..x---x-|..x-x-x-x---....",
)
BLUE = (
    "..x-x-x-x-----..|................",
    "x-x-x---x---....|........x-x-x---",
    "....x-x-x-x-x---|----............",
    "x-xx-xx-----|......x-xx--",
    "..xx-xx-x---|............",
)
BOSSA = (
    "x-----x-..x---x-|x-----------....",
    "..x---x---x-x---|..x---x-----....",
    "x---x---..x---x-|--x---------....",
    "x-----x-----x---|--x---x-----....",
)
STEPPING = (
    "x-.xx-..x-.xx---",
    "..x.x-.x..x.x---",
    "x-..x..xx-..x-x-",
    "x-.xx---x-..x---|..x.x---........",
)
BELL = (
    "x---x-x---......|....x-x-x---....",
    "x---..x-x---x---|..x-x---x-------",
    "x---x---x--x--x-|x---x---x---....",
    "x---x--xx---....|x---x--x--x-x---",
)
LONG = (
    "x-------x-------|x---------------",
    "x-----------x---|x---------------",
    "x---------------|x-------x-------",
    "x-------x---x---|x---------------",
    "x-----x-x-------|x-----------....",
)
DRIFT = (
    "x---------------|................",
    "x-------....x---|------------....",
    "....x-----------|x-------........",
    "x-------x-------|--------........",
)
NIGHT_DRIVE = (
    "x-----x---x-x---|x-------..x-x-x-",
    "x---x---x-x-x---|x-----------....",
    "..x-x---x---x-x-|x-----x-x-------",
    "x-----x-----x---|x---x---x-------",
)
CHIP = (
    "x.x.x-x.x.x-x-x.|x.x-x.x.x---....",
    "xxx.x.x.x-x-x.x.|x.x.x.x.x---....",
    "x-.xx-.xx-x-x-x-|x-.xx-x-x---....",
    "x-x-x.x-..x-x.x-|x.x.x-x-x-x-....",
)
SHRED = (
    "x-xxx-x-x-xxx-x-|x---x---x-------",
    "x-x-x-x-xxxxx---|x-------x-x-x---",
    "x---x-x-x---xxxx|x-----x-x-------",
)
COURTLY = (
    "x---x-x-x---x---|x-x-x-x-x-------",
    "x-----x-x-x-x-x-|x---x---x-------",
    "xxxxx---x-x-x---|x-x-x-x-x---....",
    "x---x---x-x-x-x-|x-----x-x---....",
)
REEL = (
    "x-x-x-x-x-x-x---|x-x-x-x-x---....",
    "x---x-x-x-x-x-x-|x-x-x---x---....",
    "x--xx-x-x-x-x---|x--xx-x-x-------",
)
