"""The genres that the composer knows, and the facts that all its parts share. Names as in the field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klangwerk.engines.composer.keys import Mode


class Genre(StrEnum):
    """A style of music; the value is what people read."""

    LOFI = "lo-fi"
    CHILLHOP = "chill hop"
    HOUSE = "house"
    DEEP_HOUSE = "deep house"
    TECHNO = "techno"
    TRANCE = "trance"
    DRUM_AND_BASS = "drum and bass"
    DUBSTEP = "dubstep"
    TRAP = "trap"
    BOOM_BAP = "boom bap"
    UK_GARAGE = "uk garage"
    AMBIENT = "ambient"
    SYNTHWAVE = "synthwave"
    POP = "pop"
    RNB = "r&b"
    FUNK = "funk"
    DISCO = "disco"
    JAZZ = "jazz"
    BLUES = "blues"
    BOSSA_NOVA = "bossa nova"
    REGGAE = "reggae"
    ROCK = "rock"
    METAL = "metal"
    FOLK = "folk"
    CINEMATIC = "cinematic"
    CLASSICAL = "classical"
    AFROBEAT = "afrobeat"
    CHIPTUNE = "chiptune"


@dataclass(frozen=True, slots=True, kw_only=True)
class GenreFacts:
    """What every part of the composer has to agree on.

    `bpm` is (lowest, usual, highest). `modes` are weights. `swing` is where the second of two eighths (or, with
    `swing_sixteenths`, sixteenths) lies in the pair: 0.5 is straight, 2/3 is triplets. `energy` and `brightness` are
    where a prompt starts that says nothing of its mood, 0 to 1.
    """

    bpm: tuple[float, float, float]
    modes: dict[Mode, float]
    energy: float
    brightness: float
    swing: float = 0.5
    swing_sixteenths: bool = False
    beats_per_bar: int = 4


_M, _m, _dor, _phr, _lyd, _mix, _har = (
    Mode.MAJOR, Mode.MINOR, Mode.DORIAN, Mode.PHRYGIAN, Mode.LYDIAN, Mode.MIXOLYDIAN, Mode.HARMONIC_MINOR,
)  # fmt: skip

FACTS: dict[Genre, GenreFacts] = {
    Genre.LOFI: GenreFacts(
        bpm=(68, 78, 88), modes={_m: 0.4, _dor: 0.3, _M: 0.3},
        energy=0.3, brightness=0.3, swing=0.58, swing_sixteenths=True,
    ),
    Genre.CHILLHOP: GenreFacts(
        bpm=(80, 88, 98), modes={_m: 0.3, _dor: 0.3, _M: 0.4},
        energy=0.4, brightness=0.45, swing=0.57, swing_sixteenths=True,
    ),
    Genre.HOUSE: GenreFacts(
        bpm=(120, 125, 130), modes={_m: 0.7, _dor: 0.2, _M: 0.1},
        energy=0.75, brightness=0.65, swing=0.53, swing_sixteenths=True,
    ),
    Genre.DEEP_HOUSE: GenreFacts(
        bpm=(116, 121, 125), modes={_m: 0.6, _dor: 0.4},
        energy=0.55, brightness=0.4, swing=0.55, swing_sixteenths=True,
    ),
    Genre.TECHNO: GenreFacts(bpm=(126, 132, 142), modes={_m: 0.7, _phr: 0.3}, energy=0.85, brightness=0.45),
    Genre.TRANCE: GenreFacts(bpm=(132, 138, 142), modes={_m: 0.9, _har: 0.1}, energy=0.85, brightness=0.75),
    Genre.DRUM_AND_BASS: GenreFacts(
        bpm=(168, 174, 180), modes={_m: 0.8, _dor: 0.2},
        energy=0.9, brightness=0.6,
    ),
    Genre.DUBSTEP: GenreFacts(bpm=(138, 140, 145), modes={_m: 0.7, _phr: 0.3}, energy=0.9, brightness=0.5),
    Genre.TRAP: GenreFacts(
        bpm=(130, 142, 155), modes={_m: 0.6, _har: 0.25, _phr: 0.15},
        energy=0.65, brightness=0.4,
    ),
    Genre.BOOM_BAP: GenreFacts(
        bpm=(84, 91, 98), modes={_m: 0.6, _dor: 0.4},
        energy=0.55, brightness=0.4, swing=0.58, swing_sixteenths=True,
    ),
    Genre.UK_GARAGE: GenreFacts(
        bpm=(128, 132, 136), modes={_m: 0.7, _dor: 0.3},
        energy=0.75, brightness=0.6, swing=0.6, swing_sixteenths=True,
    ),
    Genre.AMBIENT: GenreFacts(
        bpm=(60, 72, 90), modes={_M: 0.3, _lyd: 0.3, _m: 0.25, _dor: 0.15},
        energy=0.15, brightness=0.4,
    ),
    Genre.SYNTHWAVE: GenreFacts(
        bpm=(84, 100, 118), modes={_m: 0.8, _dor: 0.2},
        energy=0.65, brightness=0.6,
    ),
    Genre.POP: GenreFacts(bpm=(96, 112, 126), modes={_M: 0.7, _m: 0.3}, energy=0.65, brightness=0.7),
    Genre.RNB: GenreFacts(
        bpm=(66, 74, 92), modes={_m: 0.5, _dor: 0.2, _M: 0.3},
        energy=0.4, brightness=0.45, swing=0.55, swing_sixteenths=True,
    ),
    Genre.FUNK: GenreFacts(
        bpm=(98, 106, 116), modes={_dor: 0.6, _mix: 0.4},
        energy=0.75, brightness=0.65, swing=0.53, swing_sixteenths=True,
    ),
    Genre.DISCO: GenreFacts(
        bpm=(112, 118, 126), modes={_m: 0.5, _dor: 0.2, _M: 0.3},
        energy=0.8, brightness=0.7,
    ),
    Genre.JAZZ: GenreFacts(
        bpm=(104, 132, 180), modes={_M: 0.6, _m: 0.2, _dor: 0.2},
        energy=0.5, brightness=0.5, swing=0.65,
    ),
    Genre.BLUES: GenreFacts(
        bpm=(72, 96, 124), modes={_mix: 0.8, _m: 0.2},
        energy=0.5, brightness=0.5, swing=0.66,
    ),
    Genre.BOSSA_NOVA: GenreFacts(
        bpm=(116, 132, 148), modes={_M: 0.6, _m: 0.4},
        energy=0.35, brightness=0.5,
    ),
    Genre.REGGAE: GenreFacts(
        bpm=(68, 76, 84), modes={_m: 0.5, _M: 0.4, _dor: 0.1},
        energy=0.5, brightness=0.45, swing=0.56, swing_sixteenths=True,
    ),
    Genre.ROCK: GenreFacts(
        bpm=(108, 124, 144), modes={_M: 0.4, _m: 0.3, _mix: 0.3},
        energy=0.8, brightness=0.65,
    ),
    Genre.METAL: GenreFacts(
        bpm=(130, 156, 190), modes={_m: 0.5, _phr: 0.3, _har: 0.2},
        energy=0.98, brightness=0.6,
    ),
    Genre.FOLK: GenreFacts(
        bpm=(84, 100, 120), modes={_M: 0.6, _mix: 0.2, _dor: 0.2},
        energy=0.4, brightness=0.55,
    ),
    Genre.CINEMATIC: GenreFacts(
        bpm=(72, 92, 130), modes={_m: 0.7, _har: 0.15, _lyd: 0.15},
        energy=0.65, brightness=0.5,
    ),
    Genre.CLASSICAL: GenreFacts(
        bpm=(76, 100, 132), modes={_M: 0.6, _har: 0.4},
        energy=0.45, brightness=0.55,
    ),
    Genre.AFROBEAT: GenreFacts(
        bpm=(98, 108, 118), modes={_m: 0.4, _dor: 0.4, _M: 0.2},
        energy=0.7, brightness=0.6, swing=0.53, swing_sixteenths=True,
    ),
    Genre.CHIPTUNE: GenreFacts(bpm=(120, 144, 170), modes={_M: 0.6, _m: 0.4}, energy=0.75, brightness=0.85),
}  # fmt: skip
