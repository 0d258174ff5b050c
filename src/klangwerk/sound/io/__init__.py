"""Reading and writing sound: the only place that knows file formats and their (frames, channels) layouts.

What a file is, is found out by decoding it, never from its name. libsndfile goes first, FFmpeg takes what it does
not know. Encoding is exact: the same sound and tags give the same bytes, whenever and wherever (no times of day, no
random serial numbers).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from klangwerk.sound.buffer import AudioBuffer
from klangwerk.sound.errors import NotAudio
from klangwerk.sound.io import riff, sndfile
from klangwerk.sound.io.atomic import write_atomically
from klangwerk.sound.io.formats import FORMATS, BitDepth, check_writable, format_of_name
from klangwerk.sound.io.info import AudioInfo

__all__ = [
    "COMMENT",
    "FORMATS",
    "MAX_DURATION_S",
    "AudioInfo",
    "BitDepth",
    "encode",
    "format_of_name",
    "probe",
    "read",
    "read_tags",
    "write",
    "write_atomically",
]

COMMENT = "comment"  # the tag that carries our provenance
MAX_DURATION_S = 3600.0  # an hour of stereo is 1.3 GB of float32; callers with users set less
_HEAD_BYTES = 12


def read(
    source: Path | BinaryIO, *, max_duration_s: float = MAX_DURATION_S, max_samples: int | None = None
) -> AudioBuffer:
    """All of a file's sound; `max_samples` are of all channels together.

    Raises NotAudio, DamagedAudio, TooLong or OSError.
    """
    with _seekable(source) as file:
        riff.check_whole(file)
        try:
            return sndfile.decode(file, max_duration_s=max_duration_s, max_samples=max_samples)
        except NotAudio:
            from klangwerk.sound.io import ffmpeg

            return ffmpeg.decode(file, max_duration_s=max_duration_s, max_samples=max_samples)


def probe(source: Path | BinaryIO) -> AudioInfo:
    """Duration and kind of a file, from its header. Raises NotAudio or OSError."""
    with _seekable(source) as file:
        try:
            return sndfile.probe(file)
        except NotAudio:
            from klangwerk.sound.io import ffmpeg

            return ffmpeg.probe(file)


def read_tags(source: Path | BinaryIO) -> dict[str, str]:
    """The texts in a file by name (title, artist, comment …). Raises NotAudio or OSError."""
    with _seekable(source) as file:
        if riff.is_wav(_head(file)):
            return riff.read_wav_tags(file)
        try:
            if sndfile.probe(file).format != "mp3":
                return sndfile.read_tags(file)
        except NotAudio:
            pass
        from klangwerk.sound.io import ffmpeg

        return ffmpeg.read_tags(file)


def encode(
    buffer: AudioBuffer, *, format: str, bit_depth: BitDepth = 24, tags: Mapping[str, str] | None = None
) -> bytes:
    """A whole file. 16 and 24 bits are whole numbers, 32 bits (WAV only) are float; lossy formats ignore the depth.

    Samples beyond full scale are clipped, except in 32-bit float. Raises UnsupportedFormat.
    """
    check_writable(buffer, format=format, bit_depth=bit_depth)
    cleaned = {name.lower(): text.replace("\0", "") for name, text in (tags or {}).items() if text}
    if format == "wav":
        return riff.encode_wav(buffer, bit_depth=bit_depth, tags=cleaned)
    if format == "m4a":
        from klangwerk.sound.io import ffmpeg

        return ffmpeg.encode_m4a(buffer, tags=cleaned)
    return sndfile.encode(buffer, format=format, bit_depth=bit_depth, tags=cleaned)


def write(
    buffer: AudioBuffer,
    target: Path | BinaryIO,
    *,
    format: str | None = None,
    bit_depth: BitDepth = 24,
    tags: Mapping[str, str] | None = None,
) -> None:
    """As `encode`, into a file. A path gets the whole file or stays as it was, and names the format if none is given.

    Raises UnsupportedFormat or OSError.
    """
    if isinstance(target, Path):
        name = format or format_of_name(target)
        write_atomically(target, encode(buffer, format=name, bit_depth=bit_depth, tags=tags))
    else:
        target.write(encode(buffer, format=format or "wav", bit_depth=bit_depth, tags=tags))


@contextmanager
def _seekable(source: Path | BinaryIO) -> Iterator[BinaryIO]:
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield file
    elif source.seekable():
        yield source
    else:
        yield io.BytesIO(source.read())


def _head(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(_HEAD_BYTES)
