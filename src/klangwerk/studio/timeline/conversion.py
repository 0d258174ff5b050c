"""An arrangement out of a file becomes the content of a project: cleaned, and within what a project may hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from klangwerk.engines.arrangement.model import Arrangement, Clip
from klangwerk.studio.timeline import colours, limits
from klangwerk.studio.timeline.content import LOOP_BARS_DEFAULT, Content
from klangwerk.studio.timeline.document_serializers import ProjectCreateSerializer

_UNWANTED = {"Cc", "Cs", "Zl", "Zp"}
_GAIN_DECIMALS, _PAN_DECIMALS = 6, 9  # what is lost on the way through a file's factors stays below
_BEYOND = "what lies beyond the first hour"


@dataclass(frozen=True, slots=True)
class Converted:
    """A valid content, and what of the arrangement is not in it, in words that go on after “Left out:”."""

    content: Content
    left_out: tuple[str, ...]


def converted(arrangement: Arrangement, assets: Mapping[str, str]) -> Converted:
    """With the assets' ids for the sources."""
    left_out: dict[str, None] = {}
    bpm = min(max(arrangement.bpm, limits.BPM_MIN), limits.BPM_MAX)
    if bpm != arrangement.bpm:
        left_out[
            f"its tempo of {arrangement.bpm:g} bpm, which is {bpm:g} here; clips stay where they were"
        ] = None
    beats = min(max(arrangement.beats_per_bar, limits.BEATS_PER_BAR_MIN), limits.BEATS_PER_BAR_MAX)
    tracks: list[dict[str, Any]] = []
    clip_count = 0
    for number, lane in enumerate(arrangement.lanes, start=1):
        clips = []
        for clip in lane.clips:
            found = _clip(clip, assets[clip.source])
            if found is None or found["length_frames"] < clip.length_frames:
                left_out[_BEYOND] = None
            if found is not None:
                clip_count += 1
                clips.append({"id": f"c{clip_count}", **found})
        tracks.append(
            {
                "id": f"t{number}",
                "name": cleaned(lane.name, limits.NAME_CHARS_MAX),
                "type": colours.type_of(lane.colour),
                "gain_db": _gain_db(lane.gain_db),
                "pan": round(min(max(lane.pan, -1.0), 1.0), _PAN_DECIMALS),
                "muted": lane.muted,
                "soloed": lane.soloed,
                "clips": clips,
            }
        )
    bar_frames = beats * 60 / bpm * limits.RATE_HZ
    body = ProjectCreateSerializer(
        data={
            "name": cleaned(arrangement.name, limits.PROJECT_NAME_CHARS_MAX) or "Imported project",
            "bpm": bpm,
            "beats_per_bar": beats,
            "loop": {
                "enabled": False,
                "start_frames": 0,
                "stop_frames": round(LOOP_BARS_DEFAULT * bar_frames),
            },
            "tracks": tracks,
        }
    )
    body.is_valid(raise_exception=True)
    return Converted(body.content(), tuple(left_out))


def cleaned(name: str, chars_max: int) -> str:
    """One line of plain text; empty when nothing of it could be seen."""
    plain = "".join(
        " " if unicodedata.category(char) in _UNWANTED else char
        for char in unicodedata.normalize("NFC", name)
    )
    short = " ".join(plain.split())[:chars_max].strip()
    return short if any(unicodedata.category(char)[0] not in "CZM" for char in short) else ""


def uses(arrangement: Arrangement) -> Iterator[tuple[str, str, str]]:
    """Every sound once: its source, what the first clip of it is called, and the type of that clip's track."""
    told: set[str] = set()
    for lane in arrangement.lanes:
        for clip in lane.clips:
            if clip.source not in told:
                told.add(clip.source)
                name = cleaned(clip.name, limits.NAME_CHARS_MAX) or "Sound"
                yield clip.source, name, colours.type_of(lane.colour)


def _clip(clip: Clip, asset_id: str) -> dict[str, Any] | None:
    """None for one that lies outside of all that a project may hold."""
    length = min(clip.length_frames, limits.FRAMES_MAX - clip.start_frames)
    if length < 1 or clip.offset_frames > limits.FRAMES_MAX:
        return None
    return {
        "asset_id": asset_id,
        "name": cleaned(clip.name, limits.NAME_CHARS_MAX),
        "start_frames": clip.start_frames,
        "offset_frames": clip.offset_frames,
        "length_frames": length,
        "gain_db": _gain_db(clip.gain_db),
        "fade_in_frames": min(clip.fade_in_frames, length),
        "fade_out_frames": min(clip.fade_out_frames, length),
    }


def _gain_db(gain_db: float) -> float:
    return round(min(max(gain_db, limits.GAIN_DB_MIN), limits.GAIN_DB_MAX), _GAIN_DECIMALS)
