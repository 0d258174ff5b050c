"""A .dawproject file, ours or a DAW's, becomes an arrangement: its audio tracks with volume, pan, mute, solo and clips.

What has no place here (notes, devices, automation, warped time) is left out and named in `left_out`.
"""

from __future__ import annotations

import math
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO
from xml.etree import ElementTree as ET

from klangwerk.engines.arrangement.dawproject.archive import SOUND_S_MAX, SOUND_SAMPLES_MAX, Archive
from klangwerk.engines.arrangement.dawproject.errors import NotADawproject
from klangwerk.engines.arrangement.model import FRAME_RATE_HZ, Arrangement, Clip, Lane
from klangwerk.sound import AudioBuffer

_BPM_DEFAULT, _BPM_RANGE = 120.0, (20.0, 666.0)
_GAIN_DB_MIN, _GAIN_DB_MAX = -120.0, 24.0
_BEATS_PER_BAR_MAX = 16
_NAME_CHARS_MAX = 120
_NUMBER_MAX = 1e12  # beyond it, sums of times would be no numbers any more
_TRACKS_MAX, _CLIPS_MAX = 64, 2000
_SECONDS_MAX = 3600.0
_DEPTH_MAX = 16


@dataclass(frozen=True, slots=True)
class ReadProject:
    """The arrangement, whose sources are paths in the archive, and what of the project is not in it."""

    arrangement: Arrangement
    left_out: tuple[str, ...]
    archive: Archive = field(repr=False)

    def audio(
        self, source: str, *, max_duration_s: float = SOUND_S_MAX, max_samples: int = SOUND_SAMPLES_MAX
    ) -> AudioBuffer:
        """The sound at a path of the archive. Raises NotADawproject, AudioError."""
        return self.archive.sound(source, max_duration_s=max_duration_s, max_samples=max_samples)


def read(file: BinaryIO) -> ReadProject:
    """Read a project; sounds are decoded when they are asked for. Raises NotADawproject."""
    try:
        archive = Archive(zipfile.ZipFile(file))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error) as error:
        raise NotADawproject("This is no DAWproject file: it is not a zip archive.") from error
    root = archive.xml("project.xml")
    if root.tag != "Project":
        raise NotADawproject("This is no DAWproject file: project.xml holds something else.")
    return _Reader(root, archive).read()


@dataclass(slots=True)
class _Unit:
    """How a time in the file becomes seconds."""

    in_seconds: bool
    beat_s: float

    def inherit(self, name: str | None) -> _Unit:
        return self if name is None else _Unit(name == "seconds", self.beat_s)

    def seconds(self, value: float) -> float:
        return value if self.in_seconds else value * self.beat_s


class _Reader:
    def __init__(self, root: ET.Element, archive: Archive) -> None:
        self.root = root
        self.archive = archive
        self.left_out: dict[str, None] = {}
        self.clips = 0

    def read(self) -> ReadProject:
        bpm = _number(self.root.find("Transport/Tempo"), "value", _BPM_DEFAULT)
        bpm = min(max(bpm, _BPM_RANGE[0]), _BPM_RANGE[1])
        metre = self.root.find("Transport/TimeSignature")
        numerator, denominator = _number(metre, "numerator", 4.0), _number(metre, "denominator", 4.0)
        lanes: dict[str, Lane] = {}
        holds: dict[str, str] = {}
        for track in self.root.iterfind("Structure//Track"):
            if (
                track.get("id")
                and (channel := track.find("Channel")) is not None
                and channel.get("role") != "master"
            ):
                lanes[track.get("id", "")] = self._lane(track, channel)
                holds[track.get("id", "")] = track.get("contentType") or "audio"
        clips: dict[str, list[Clip]] = {track: [] for track in lanes}
        timeline = self.root.find("Arrangement/Lanes")
        if timeline is not None:
            unit = _Unit(False, 60.0 / bpm).inherit(timeline.get("timeUnit"))
            for track_id, clip in self._tracks(timeline, unit, "", 0):
                if track_id in clips:
                    clips[track_id].append(clip)
        used = [track for track in lanes if clips[track] or "audio" in holds[track]]
        if len(used) > _TRACKS_MAX:
            raise NotADawproject(
                f"The project has {len(used)} tracks; at most {_TRACKS_MAX} can be taken in."
            )
        name = self.archive.title() or "Imported project"
        arrangement = Arrangement(
            name=name,
            bpm=bpm,
            beats_per_bar=int(min(_BEATS_PER_BAR_MAX, max(1, round(numerator * 4 / max(1.0, denominator))))),
            lanes=tuple(_with_clips(lanes[track], clips[track]) for track in used),
        )
        return ReadProject(arrangement, tuple(self.left_out), self.archive)

    def _lane(self, track: ET.Element, channel: ET.Element) -> Lane:
        if channel.find("Devices") is not None and len(channel.find("Devices") or ()):
            self.left_out["devices and plug-ins"] = None
        colour = (track.get("color") or "")[:7].lower()
        return Lane(
            name=(track.get("name") or "Track")[:_NAME_CHARS_MAX],
            colour=colour if len(colour) == 7 and colour.startswith("#") else "",
            gain_db=_decibels(channel.find("Volume")),
            pan=_pan(channel.find("Pan")),
            muted=_true(channel.find("Mute")),
            soloed=channel.get("solo") in {"true", "1"},
        )

    def _tracks(self, element: ET.Element, unit: _Unit, track: str, depth: int) -> Iterator[tuple[str, Clip]]:
        """Clips with the id of their track, however the lanes are nested."""
        if depth > _DEPTH_MAX:
            raise NotADawproject("The project's lanes are nested too deeply.")
        for child in element:
            inner, own = unit.inherit(child.get("timeUnit")), child.get("track") or track
            if child.tag == "Lanes":
                yield from self._tracks(child, inner, own, depth + 1)
            elif child.tag == "Clips":
                for clip in child.iterfind("Clip"):
                    yield from ((own, found) for found in self._clip(clip, inner, 0.0, math.inf, depth + 1))
            elif child.tag == "Points":
                self.left_out["automation"] = None
            elif child.tag == "Notes":
                self.left_out["notes"] = None

    def _clip(
        self, clip: ET.Element, unit: _Unit, start_s: float, stop_s: float, depth: int
    ) -> Iterator[Clip]:
        """A clip as one or, where clips lie in it, several stretches of sound, cut off at `stop_s`."""
        if depth > _DEPTH_MAX:
            raise NotADawproject("The project's clips are nested too deeply.")
        if clip.get("enable") in {"false", "0"}:
            self.left_out["clips that are switched off"] = None
            return
        begin_s = start_s + unit.seconds(_number(clip, "time", 0.0))
        content = unit.inherit(clip.get("contentTimeUnit"))
        offset_s = content.seconds(_number(clip, "playStart", 0.0))
        inside = clip.find("Lanes") if clip.find("Lanes") is not None else clip
        assert inside is not None
        nested = inside.find("Clips")
        length_s = unit.seconds(_number(clip, "duration", -1.0)) if clip.get("duration") else math.inf
        if nested is not None:
            inner = content.inherit(nested.get("timeUnit"))
            stop_s = min(stop_s, begin_s + length_s)
            for each in nested.iterfind("Clip"):
                yield from self._clip(each, inner, begin_s - offset_s, stop_s, depth + 1)
            return
        audio = self._audio(inside, content)
        if audio is None:
            return
        path, audio_s = audio
        fade = unit.inherit(clip.get("fadeTimeUnit"))
        length_s = min(length_s, stop_s - begin_s, max(0.0, audio_s - offset_s))
        cut_s = max(0.0, -begin_s)  # what lies before the beginning
        made = Clip(
            name=(clip.get("name") or path.rpartition("/")[2].rpartition(".")[0] or "Clip")[:_NAME_CHARS_MAX],
            source=path,
            start_frames=_frames(begin_s + cut_s),
            offset_frames=_frames(offset_s + cut_s),
            length_frames=_frames(length_s - cut_s),
            gain_db=self._gain_db(inside),
            fade_in_frames=_frames(fade.seconds(_number(clip, "fadeInTime", 0.0))),
            fade_out_frames=_frames(fade.seconds(_number(clip, "fadeOutTime", 0.0))),
        )
        self.clips += 1
        if self.clips > _CLIPS_MAX:
            raise NotADawproject(f"The project has more than {_CLIPS_MAX} clips.")
        if made.length_frames > 0 and begin_s < _SECONDS_MAX:
            yield made

    def _audio(self, inside: ET.Element, content: _Unit) -> tuple[str, float] | None:
        """Path and duration of the sound in a clip; None for a clip of something else."""
        audio = inside.find("Audio")
        if audio is None:
            audio = inside.find("Warps/Audio")
            warps = inside.findall("Warps/Warp")
            if audio is not None and not _is_straight(warps, content):
                self.left_out["time stretching (clips play at their own speed)"] = None
        if audio is None:
            if inside.find("Notes") is not None:
                self.left_out["notes"] = None
            return None
        reference = audio.find("File")
        path = "" if reference is None else reference.get("path", "")
        if reference is None or reference.get("external") in {"true", "1"} or not self.archive.has(path):
            self.left_out["sounds that are not in the file"] = None
            return None
        duration_s = _number(audio, "duration", math.inf)
        return path, duration_s if duration_s > 0 else math.inf

    def _gain_db(self, inside: ET.Element) -> float:
        for points in inside.iterfind("Points"):
            target = points.find("Target")
            if target is not None and target.get("expression") == "gain":
                values = [_number(point, "value", 1.0) for point in points.iterfind("RealPoint")]
                if len(set(values)) > 1:
                    self.left_out["automation"] = None
                if values:
                    return values[0] if points.get("unit") == "decibel" else _to_db(values[0])
        return 0.0


def _with_clips(lane: Lane, clips: list[Clip]) -> Lane:
    return replace(lane, clips=tuple(sorted(clips, key=lambda clip: clip.start_frames)))


def _is_straight(warps: list[ET.Element], content: _Unit) -> bool:
    """Whether a warp leaves the speed as it is."""
    points = [(_number(warp, "time", 0.0), _number(warp, "contentTime", 0.0)) for warp in warps]
    if len(points) < 2:
        return True
    (time, inside), (later, further) = points[0], points[-1]
    return math.isclose(content.seconds(later - time), further - inside, rel_tol=1e-3)


def _number(element: ET.Element | None, attribute: str, otherwise: float) -> float:
    try:
        value = float((element.get(attribute) if element is not None else None) or "nan")
    except ValueError:
        return otherwise
    return value if abs(value) <= _NUMBER_MAX else otherwise


def _decibels(volume: ET.Element | None) -> float:
    value = _number(volume, "value", math.nan)
    if math.isnan(value) or volume is None:
        return 0.0
    unit = volume.get("unit")
    return min(_GAIN_DB_MAX, max(_GAIN_DB_MIN, value if unit == "decibel" else _to_db(value)))


def _to_db(gain: float) -> float:
    return max(_GAIN_DB_MIN, 20 * math.log10(gain)) if gain > 0 else _GAIN_DB_MIN


def _pan(pan: ET.Element | None) -> float:
    value = _number(pan, "value", math.nan)
    if math.isnan(value) or pan is None:
        return 0.0
    is_signed = _number(pan, "min", 0.0) < 0 or pan.get("unit") == "linear"
    return min(1.0, max(-1.0, value if is_signed else 2 * value - 1))


def _true(element: ET.Element | None) -> bool:
    return element is not None and element.get("value") in {"true", "1"}


def _frames(seconds: float) -> int:
    return max(0, round(min(seconds, _SECONDS_MAX * 2) * FRAME_RATE_HZ))
