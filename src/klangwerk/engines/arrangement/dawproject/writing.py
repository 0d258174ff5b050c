"""An arrangement becomes a .dawproject file."""

from __future__ import annotations

import itertools
import math
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree as ET

import klangwerk
from klangwerk.engines.arrangement.model import FRAME_RATE_HZ, Arrangement, Clip, Lane
from klangwerk.engines.contracts import CancelToken, Progress, no_progress
from klangwerk.sound import AudioBuffer
from klangwerk.sound import io as sound_io

FORMAT_VERSION = "1.0"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same arrangement gives the same bytes
_UNSAFE = str.maketrans(dict.fromkeys('/\\:*?"<>|\0', " "))
_TEMPO_RANGE = ("20", "666")


@dataclass(frozen=True, slots=True)
class _Sound:
    path: str
    duration_s: float
    sample_rate: int
    channels: int


def write(
    arrangement: Arrangement,
    audio: Callable[[str], AudioBuffer],
    file: BinaryIO,
    *,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> None:
    """Write the project with all its sounds as 24-bit WAV. `audio` gives the sound of a source; one is held at a time.

    A sound lies at `audio/<source>/<name>.wav`, so that `reading.read` finds out which it was. Raises Cancelled.
    """
    cancel = cancel or CancelToken()
    sources = arrangement.sources()
    names = {clip.source: clip.name for lane in arrangement.lanes for clip in lane.clips}
    sounds: dict[str, _Sound] = {}
    with zipfile.ZipFile(file, "w") as archive:
        for done, source in enumerate(sources):
            cancel.raise_if_requested()
            progress(done / max(1, len(sources)), f"Packing {names[source]}")
            buffer = audio(source)
            path = f"audio/{_safe(source)}/{_safe(names[source])}.wav"
            data = sound_io.encode(buffer, format="wav", bit_depth=24, tags={"title": names[source]})
            archive.writestr(_entry(path), data)
            sounds[source] = _Sound(path, buffer.duration_s, buffer.sample_rate, buffer.channels)
        archive.writestr(_entry("metadata.xml", packed=True), _document(_metadata(arrangement)))
        archive.writestr(_entry("project.xml", packed=True), _document(_project(arrangement, sounds)))
    progress(1.0, "Done")


def _entry(path: str, *, packed: bool = False) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, date_time=_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    entry.external_attr = 0o644 << 16
    return entry


def _safe(name: str) -> str:
    return " ".join(name.translate(_UNSAFE).split()).strip(". ")[:80] or "sound"


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data


def _metadata(arrangement: Arrangement) -> ET.Element:
    root = ET.Element("MetaData")
    ET.SubElement(root, "Title").text = _text(arrangement.name)
    ET.SubElement(root, "Comment").text = "Made with Klangwerk"
    return root


def _project(arrangement: Arrangement, sounds: Mapping[str, _Sound]) -> ET.Element:
    ids = (f"id{number}" for number in itertools.count())
    root = ET.Element("Project", version=FORMAT_VERSION)
    ET.SubElement(root, "Application", name="Klangwerk", version=klangwerk.__version__)
    transport = ET.SubElement(root, "Transport")
    low, high = _TEMPO_RANGE
    ET.SubElement(
        transport,
        "Tempo",
        id=next(ids),
        max=high,
        min=low,
        unit="bpm",
        value=_number(arrangement.bpm),
        name="Tempo",
    )
    ET.SubElement(
        transport, "TimeSignature", id=next(ids), denominator="4", numerator=str(arrangement.beats_per_bar)
    )
    structure = ET.SubElement(root, "Structure")
    master = next(ids)
    tracks = [_track(structure, lane, ids, destination=master) for lane in arrangement.lanes]
    _master(structure, ids, channel=master)
    whole = ET.SubElement(root, "Arrangement", id=next(ids))
    lanes = ET.SubElement(whole, "Lanes", id=next(ids), timeUnit="beats")
    beats_per_frame = arrangement.bpm / 60 / FRAME_RATE_HZ
    for lane, track in zip(arrangement.lanes, tracks, strict=True):
        of_track = ET.SubElement(lanes, "Lanes", id=next(ids), track=track)
        clips = ET.SubElement(of_track, "Clips", id=next(ids))
        for clip in sorted(lane.clips, key=lambda clip: clip.start_frames):
            _clip(clips, clip, sounds[clip.source], ids, beats_per_frame)
    return root


def _track(structure: ET.Element, lane: Lane, ids: Iterator[str], *, destination: str) -> str:
    track = next(ids)
    attributes = {"contentType": "audio", "loaded": "true", "id": track, "name": _text(lane.name)}
    if lane.colour:
        attributes["color"] = lane.colour
    element = ET.SubElement(structure, "Track", attributes)
    channel = ET.SubElement(
        element,
        "Channel",
        audioChannels="2",
        destination=destination,
        role="regular",
        solo=_bool(lane.soloed),
        id=next(ids),
    )
    _strip(channel, ids, muted=lane.muted, pan=lane.pan, gain=_gain(lane.gain_db))
    return track


def _master(structure: ET.Element, ids: Iterator[str], *, channel: str) -> None:
    element = ET.SubElement(
        structure, "Track", contentType="audio notes", loaded="true", id=next(ids), name="Master"
    )
    strip = ET.SubElement(element, "Channel", audioChannels="2", role="master", solo="false", id=channel)
    _strip(strip, ids, muted=False, pan=0.0, gain=1.0)


def _strip(channel: ET.Element, ids: Iterator[str], *, muted: bool, pan: float, gain: float) -> None:
    ET.SubElement(channel, "Mute", value=_bool(muted), id=next(ids), name="Mute")
    ET.SubElement(
        channel,
        "Pan",
        max="1",
        min="0",
        unit="normalized",
        value=_number((pan + 1) / 2),
        id=next(ids),
        name="Pan",
    )
    ET.SubElement(
        channel, "Volume", max="2", min="0", unit="linear", value=_number(gain), id=next(ids), name="Volume"
    )


def _clip(clips: ET.Element, clip: Clip, sound: _Sound, ids: Iterator[str], beats_per_frame: float) -> None:
    element = ET.SubElement(
        clips,
        "Clip",
        name=_text(clip.name),
        time=_number(clip.start_frames * beats_per_frame),
        duration=_number(clip.length_frames * beats_per_frame),
        contentTimeUnit="seconds",
        playStart=_number(clip.offset_frames / FRAME_RATE_HZ),
        fadeTimeUnit="seconds",
        fadeInTime=_number(clip.fade_in_frames / FRAME_RATE_HZ),
        fadeOutTime=_number(clip.fade_out_frames / FRAME_RATE_HZ),
    )
    holder = element
    if clip.gain_db:  # a clip has no gain of its own in the format, but an expression can hold one
        holder = ET.SubElement(element, "Lanes", id=next(ids))
    audio = ET.SubElement(
        holder,
        "Audio",
        algorithm="raw",
        channels=str(sound.channels),
        duration=_number(sound.duration_s),
        sampleRate=str(sound.sample_rate),
        id=next(ids),
    )
    ET.SubElement(audio, "File", path=sound.path)
    if clip.gain_db:
        points = ET.SubElement(holder, "Points", id=next(ids), unit="linear")
        ET.SubElement(points, "Target", expression="gain")
        ET.SubElement(
            points, "RealPoint", time="0.0", value=_number(_gain(clip.gain_db)), interpolation="hold"
        )


def _gain(decibels: float) -> float:
    return float(10 ** (decibels / 20))


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _number(value: float) -> str:
    """All digits, so that it comes back as the same frame."""
    return repr(float(value)) if math.isfinite(value) else "0.0"


def _text(text: str) -> str:
    """XML cannot hold control characters, escaped or not."""
    return "".join(
        char if char >= " " and char not in "\ufffe\uffff" and not "\ud800" <= char <= "\udfff" else " "
        for char in text
    )
