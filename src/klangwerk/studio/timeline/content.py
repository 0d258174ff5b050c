"""What a project holds, as it travels from the request to the row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from klangwerk.studio.timeline import limits

LOOP_BARS_DEFAULT = 4
_BAR_FRAMES_DEFAULT = round(limits.BEATS_PER_BAR_DEFAULT * 60 / limits.BPM_DEFAULT * limits.RATE_HZ)

NEW: dict[str, Any] = {
    "name": "New project",
    "bpm": limits.BPM_DEFAULT,
    "beats_per_bar": limits.BEATS_PER_BAR_DEFAULT,
    "loop": {"enabled": False, "start_frames": 0, "stop_frames": LOOP_BARS_DEFAULT * _BAR_FRAMES_DEFAULT},
    "tracks": [],
}
"""A project that nobody has touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A valid arrangement; loop and tracks are plain JSON types under snake_case names."""

    name: str
    bpm: float
    beats_per_bar: int
    loop: dict[str, Any]
    tracks: list[dict[str, Any]]

    def clips(self) -> Iterator[dict[str, Any]]:
        """Of all tracks."""
        for track in self.tracks:
            yield from track["clips"]

    def asset_ids(self) -> set[str]:
        """The sounds that it uses."""
        return {clip["asset_id"] for clip in self.clips()}

    def to_row(self) -> dict[str, Any]:
        """The columns of a project."""
        stops = [clip["start_frames"] + clip["length_frames"] for clip in self.clips()]
        return {
            "name": self.name,
            "bpm": self.bpm,
            "beats_per_bar": self.beats_per_bar,
            "document": {"loop": self.loop, "tracks": self.tracks},
            "track_count": len(self.tracks),
            "clip_count": len(stops),
            "duration_s": max(stops, default=0) / limits.RATE_HZ,
        }
