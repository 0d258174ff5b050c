"""An arrangement as a value. All positions are frames at 44.1 kHz, whatever the rate of a sound."""

from __future__ import annotations

from dataclasses import dataclass

FRAME_RATE_HZ = 44_100


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A stretch of a sound: from `offset_frames` of `source` on, `length_frames` long, placed at `start_frames`."""

    name: str
    source: str
    start_frames: int
    offset_frames: int
    length_frames: int
    gain_db: float = 0.0
    fade_in_frames: int = 0
    fade_out_frames: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A track of the arrangement. `pan` is -1 left to 1 right; `colour` is "#rrggbb" or empty."""

    name: str
    clips: tuple[Clip, ...] = ()
    colour: str = ""
    gain_db: float = 0.0
    pan: float = 0.0
    muted: bool = False
    soloed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Lanes from top to bottom, and the grid that they stand on."""

    name: str
    bpm: float
    beats_per_bar: int
    lanes: tuple[Lane, ...]

    def sources(self) -> tuple[str, ...]:
        """Every sound that is used, once, in order of appearance."""
        return tuple(dict.fromkeys(clip.source for lane in self.lanes for clip in lane.clips))
