"""WAV files: our own writer, and a reader of what libsndfile does not tell (long comments, cut-off data).

Written by hand because libsndfile drops comments longer than about 2 KB in WAV, and stamps the time of day into float
files (the PEAK chunk): the same sound has to be the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import numpy as np

from klangwerk.sound.buffer import AudioBuffer
from klangwerk.sound.errors import DamagedAudio, UnsupportedFormat
from klangwerk.sound.io.quantize import interleaved
from klangwerk.sound.io.tempo import BPM, acid_chunk, tempo_of, tempo_of_acid_chunk

_INFO_IDS = {
    "title": b"INAM",
    "artist": b"IART",
    "album": b"IPRD",
    "genre": b"IGNR",
    "date": b"ICRD",
    "tracknumber": b"ITRK",
    "copyright": b"ICOP",
    "software": b"ISFT",
    "comment": b"ICMT",
}
_INFO_NAMES = {chunk_id: name for name, chunk_id in _INFO_IDS.items()}
_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_GUID_TAIL = bytes.fromhex("000000001000800000aa00389b71")  # KSDATAFORMAT_SUBTYPE_…: the tag, then this
_SIZE_UNKNOWN = (0, 0xFFFFFFFF)  # what programs write that stream a WAV into a pipe
_SOUND_IDS = (b"data", b"SSND")
_SIZE_MAX = 0xFFFFFFFF - 1
_TAG_BYTES_MAX = 1 << 20


def encode_wav(buffer: AudioBuffer, *, bit_depth: int, tags: Mapping[str, str]) -> bytes:
    """A whole WAV file: 16 and 24 bits are PCM, 32 bits are float. Raises UnsupportedFormat above 4 GB."""
    if bit_depth == 32:
        data = np.ascontiguousarray(buffer.samples.T).astype("<f4", copy=False).tobytes()
    else:
        data = _packed(interleaved(buffer, bit_depth=bit_depth), bit_depth=bit_depth)
    chunks = [_chunk(b"fmt ", _format_chunk(buffer, bit_depth=bit_depth))]
    if bit_depth == 32:
        chunks.append(_chunk(b"fact", struct.pack("<I", buffer.frames)))
    if tags.keys() - {BPM}:
        chunks.append(_chunk(b"LIST", b"INFO" + b"".join(_info_entries(tags))))
    if (bpm := tempo_of(tags.get(BPM, ""))) is not None:
        chunks.append(_chunk(b"acid", acid_chunk(bpm, frames=buffer.frames, sample_rate=buffer.sample_rate)))
    # Not `_chunk`: what is large is put into the file once, and not copied from part to part.
    chunks += [b"data" + struct.pack("<I", len(data)), data, b"\0" * (len(data) % 2)]
    size = len(b"WAVE") + sum(map(len, chunks))
    if size > _SIZE_MAX:
        raise UnsupportedFormat("A WAV file cannot be larger than 4 GB. Write FLAC instead.")
    return b"".join([b"RIFF", struct.pack("<I", size), b"WAVE", *chunks])


def _format_chunk(buffer: AudioBuffer, *, bit_depth: int) -> bytes:
    tag = _FLOAT if bit_depth == 32 else _PCM
    frame_bytes = buffer.channels * bit_depth // 8
    extensible = buffer.channels > 2  # 24 bits would want it too by the book, but older samplers refuse it
    plain = struct.pack(
        "<HHIIHH",
        _EXTENSIBLE if extensible else tag,
        buffer.channels,
        buffer.sample_rate,
        buffer.sample_rate * frame_bytes,
        frame_bytes,
        bit_depth,
    )
    if extensible:
        speakers = {1: 0x4, 2: 0x3}.get(buffer.channels, 0)  # 0: no claim about where they stand
        return plain + struct.pack("<HHIH", 22, bit_depth, speakers, tag) + _GUID_TAIL
    return plain + struct.pack("<H", 0) if tag == _FLOAT else plain


def _packed(values: np.ndarray[tuple[int, ...], np.dtype[np.int32]], *, bit_depth: int) -> bytes:
    little = np.ascontiguousarray(values, dtype="<i4")
    return little.view(np.uint8).reshape(-1, 4)[:, : bit_depth // 8].tobytes()


def _chunk(chunk_id: bytes, body: bytes) -> bytes:
    return chunk_id + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _info_entries(tags: Mapping[str, str]) -> Iterator[bytes]:
    for name, chunk_id in _INFO_IDS.items():  # in this order whatever the caller's, for the same bytes
        if name in tags:
            yield _chunk(chunk_id, tags[name].encode() + b"\0")


def is_wav(head: bytes) -> bool:
    """Whether a file that begins like this is a WAV."""
    return head[:4] == b"RIFF" and head[8:12] == b"WAVE"


def read_wav_tags(source: BinaryIO) -> dict[str, str]:
    """The LIST INFO entries (UTF-8, or Latin-1 where it is not) and the tempo of an `acid` chunk."""
    tags: dict[str, str] = {}
    for chunk_id, size, _ in _chunks(source):
        if chunk_id == b"LIST" and size <= _TAG_BYTES_MAX:
            body = source.read(size)
            if body[:4] == b"INFO":
                tags.update(_parsed_info(body[4:]))
        elif chunk_id == b"acid" and (bpm := tempo_of_acid_chunk(source.read(min(size, _TAG_BYTES_MAX)))):
            tags[BPM] = bpm
    return tags


def _parsed_info(body: bytes) -> Iterator[tuple[str, str]]:
    position = 0
    while position + 8 <= len(body):
        chunk_id, size = struct.unpack_from("<4sI", body, position)
        raw = body[position + 8 : position + 8 + size].rstrip(b"\0")
        position += 8 + size + size % 2
        if chunk_id in _INFO_NAMES:
            try:
                yield _INFO_NAMES[chunk_id], raw.decode()
            except UnicodeDecodeError:
                yield _INFO_NAMES[chunk_id], raw.decode("latin-1")


def check_whole(source: BinaryIO) -> None:
    """Raises DamagedAudio when a WAV's or AIFF's sound is promised longer than the file is. Other files pass."""
    source.seek(0)
    head = source.read(12)
    is_aiff = head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC")
    if not (is_wav(head) or is_aiff):
        return
    for chunk_id, size, available in _chunks(source, byte_order=">" if is_aiff else "<"):
        if chunk_id in _SOUND_IDS and size not in _SIZE_UNKNOWN and size > available:
            raise DamagedAudio(
                f"The file is cut off: {available} of {size} bytes of sound are there. Copy or upload it again."
            )


def _chunks(source: BinaryIO, *, byte_order: str = "<") -> Iterator[tuple[bytes, int, int]]:
    """(id, size as stated, bytes that are there) of each chunk, with the file positioned at the chunk's body."""
    end = source.seek(0, 2)
    position = 12
    while position + 8 <= end:
        source.seek(position)
        chunk_id, size = struct.unpack(f"{byte_order}4sI", source.read(8))
        yield chunk_id, size, end - position - 8
        position += 8 + size + size % 2
