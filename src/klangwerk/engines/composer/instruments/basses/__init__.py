"""Basses. All are mono below some 150 Hz and begin at the same point of their wave, so that they sit with a kick."""

from klangwerk.engines.composer.instruments.basses.deep import bass_808, sub
from klangwerk.engines.composer.instruments.basses.machines import acid, fm, organ, saw
from klangwerk.engines.composer.instruments.basses.moving import reese, wobble
from klangwerk.engines.composer.instruments.basses.strings import finger, pick, slap, upright

__all__ = [
    "acid",
    "bass_808",
    "finger",
    "fm",
    "organ",
    "pick",
    "reese",
    "saw",
    "slap",
    "sub",
    "upright",
    "wobble",
]
