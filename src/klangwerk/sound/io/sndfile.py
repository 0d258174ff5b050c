"""WAV, FLAC, AIFF, Ogg and MP3 through libsndfile (soundfile): quick, and exact about lengths."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import soundfile

from klangwerk.sound.buffer import CHANNELS_MAX, AudioBuffer
from klangwerk.sound.errors import DamagedAudio, NotAudio, TooLong
from klangwerk.sound.io import vorbis
from klangwerk.sound.io.formats import FORMATS
from klangwerk.sound.io.id3 import id3_tag
from klangwerk.sound.io.info import AudioInfo
from klangwerk.sound.io.ogg import with_fixed_serial
from klangwerk.sound.io.quantize import interleaved
from klangwerk.sound.io.tempo import BPM

_BLOCK_FRAMES = 1 << 16
_STATES_ITS_LENGTH = frozenset({"FLAC", "AIFF", "WAV", "WAVEX", "RF64", "W64", "CAF"})
_COMPRESSION_LEVELS = {"mp3": 0.1, "ogg": 0.3}  # LAME's V1; Vorbis quality 7
_WRITABLE_TAGS = (
    "title",
    "artist",
    "album",
    "genre",
    "date",
    "tracknumber",
    "copyright",
    "license",
    "comment",
)
_FORMAT_NAMES = {"wavex": "wav", "rf64": "wav"}


class _Nameless:
    """A file without its name: soundfile and libsndfile would guess raw formats from it."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.tell, self.read = source.tell, source.read

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Stays where it is when sent before the start: an error could not pass through libsndfile's C code."""
        try:
            return self._source.seek(offset, whence)
        except ValueError:
            return self._source.tell()


def _opened(source: BinaryIO) -> soundfile.SoundFile:
    source.seek(0)
    try:
        opened = soundfile.SoundFile(_Nameless(source))
    except soundfile.LibsndfileError as error:
        raise NotAudio("This is no audio file that we can read.") from error
    if opened.channels > CHANNELS_MAX:
        opened.close()
        raise NotAudio(f"The file claims {opened.channels} channels; we read {CHANNELS_MAX} at most.")
    return opened


def probe(source: BinaryIO) -> AudioInfo:
    """What the header says. Raises NotAudio."""
    with _opened(source) as opened:
        name = opened.format.lower()
        name, codec = _FORMAT_NAMES.get(name, name), opened.subtype.lower()
        if codec == "mpeg_layer_iii":
            name, codec = "mp3", "mp3"
        return AudioInfo(
            duration_s=opened.frames / opened.samplerate,
            sample_rate=opened.samplerate,
            channels=opened.channels,
            format=name,
            codec=codec,
        )


def decode(source: BinaryIO, *, max_duration_s: float, max_samples: int | None = None) -> AudioBuffer:
    """All of the sound. Raises NotAudio, DamagedAudio or TooLong."""
    with _opened(source) as opened:
        if max_samples is not None:
            max_duration_s = min(max_duration_s, max_samples / (opened.channels * opened.samplerate))
        max_frames = math.floor(max_duration_s * opened.samplerate)
        stated = opened.frames if opened.format in _STATES_ITS_LENGTH else None
        if stated is not None and stated > max_frames:
            raise TooLong(max_duration_s=max_duration_s)
        blocks: list[npt.NDArray[np.float32]] = []
        frames = 0
        for block in _blocks(opened):
            blocks.append(block)
            frames += len(block)
            if frames > max_frames:
                raise TooLong(max_duration_s=max_duration_s)
        if frames == 0:
            raise NotAudio("The file has no sound in it.")
        if stated is not None and frames < stated:
            raise DamagedAudio(
                f"The file is cut off: {frames / opened.samplerate:.2f} of {stated / opened.samplerate:.2f} s could be"
                " read. Copy or upload it again."
            )
        return AudioBuffer(np.concatenate(blocks).T, opened.samplerate)


def _blocks(opened: soundfile.SoundFile) -> Iterator[npt.NDArray[np.float32]]:
    while True:
        try:
            block = opened.read(_BLOCK_FRAMES, dtype="float32", always_2d=True)
        except soundfile.LibsndfileError as error:
            raise DamagedAudio("The file is damaged inside and cannot be read to its end.") from error
        if len(block) == 0:
            return
        yield block


def read_tags(source: BinaryIO) -> dict[str, str]:
    """Texts of FLAC, Ogg and AIFF files. Raises NotAudio."""
    with _opened(source) as opened:
        tags = {name: text for name, text in opened.copy_metadata().items() if text}
    if bpm := vorbis.comments(source).get(BPM):
        tags[BPM] = bpm
    return tags


def encode(buffer: AudioBuffer, *, format: str, bit_depth: int, tags: Mapping[str, str]) -> bytes:
    """A whole FLAC, AIFF, Ogg Vorbis or MP3 file."""
    subtype = {"ogg": "VORBIS", "mp3": "MPEG_LAYER_III"}.get(format, f"PCM_{bit_depth}")
    target = io.BytesIO()
    with soundfile.SoundFile(
        target,
        "w",
        buffer.sample_rate,
        buffer.channels,
        subtype=subtype,
        format=format.upper(),
        compression_level=_COMPRESSION_LEVELS.get(format),
        bitrate_mode="VARIABLE" if format == "mp3" else None,
    ) as opened:
        if format != "mp3":
            for name in _WRITABLE_TAGS:  # in this order whatever the caller's, for the same bytes
                if name in tags:
                    setattr(opened, name, tags[name])
        if FORMATS[format].bit_depths:
            opened.write(interleaved(buffer, bit_depth=bit_depth) << (32 - bit_depth))
        else:
            opened.write(np.ascontiguousarray(buffer.samples.T.clip(-1.0, 1.0)))
    data = target.getvalue()
    if format in ("flac", "ogg") and BPM in tags:
        data = vorbis.with_comment(data, BPM.upper(), tags[BPM])
    if format == "ogg":
        return with_fixed_serial(data)
    return id3_tag(tags) + data if format == "mp3" else data
