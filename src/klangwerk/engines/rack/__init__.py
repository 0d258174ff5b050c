"""Kick with Reverb: kick, noise and reverb layers into a master chain."""

from __future__ import annotations

from klangwerk.engines.rack.params import (
    BARS_MAX,
    LAYERS,
    RANGES,
    BounceParams,
    Ending,
    RackParams,
    Range,
)
from klangwerk.engines.rack.render import ENGINE, ENGINE_VERSION, RackResult, render
from klangwerk.engines.rack.sounds import RackSounds, UnknownSound, playable, sounds_of
from klangwerk.engines.rack.timing import bounce_frames

__all__ = [
    "BARS_MAX",
    "ENGINE",
    "ENGINE_VERSION",
    "LAYERS",
    "RANGES",
    "BounceParams",
    "Ending",
    "RackParams",
    "RackResult",
    "RackSounds",
    "Range",
    "UnknownSound",
    "bounce_frames",
    "playable",
    "render",
    "sounds_of",
]
