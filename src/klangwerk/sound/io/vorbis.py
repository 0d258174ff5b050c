"""Comments of FLAC and Ogg files that libsndfile does not know: it has a fixed list of names, without BPM."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from klangwerk.sound.io.ogg import first_packets, with_comments

_FLAC_MARK = b"fLaC"
_FLAC_COMMENTS = 4  # type of the metadata block
_FLAC_LAST = 0x80
_VORBIS_HEAD, _OPUS_HEAD = b"\x03vorbis", b"OpusTags"
_OGG_BYTES_MAX = 1 << 24  # pictures may be among the comments


def with_comment(data: bytes, name: str, text: str) -> bytes:
    """The same FLAC or Ogg Vorbis file with one comment more."""
    entry = f"{name}={text}".encode()
    if data[:4] == _FLAC_MARK:
        return _flac_with(data, entry)
    return with_comments(data, lambda packet: _appended(packet, entry, head=len(_VORBIS_HEAD)))


def comments(source: BinaryIO) -> dict[str, str]:
    """The comments of a FLAC or Ogg file, names in lower case; none of another file, or of one that is damaged."""
    source.seek(0)
    head = source.read(len(_FLAC_MARK))
    try:
        if head == _FLAC_MARK:
            return dict(_parsed(_flac_block(source)))
        if head == b"OggS":
            return dict(_parsed(_ogg_block(source)))
    except (struct.error, ValueError, IndexError):
        pass
    return {}


def _flac_with(data: bytes, entry: bytes) -> bytes:
    position = len(_FLAC_MARK)
    while True:
        kind, size = data[position], int.from_bytes(data[position + 1 : position + 4], "big")
        if kind & ~_FLAC_LAST == _FLAC_COMMENTS:
            body = _appended(data[position + 4 : position + 4 + size], entry, head=0)
            return b"".join(
                [data[: position + 1], len(body).to_bytes(3, "big"), body, data[position + 4 + size :]]
            )
        if kind & _FLAC_LAST:
            raise ValueError("libsndfile wrote a FLAC file without a block of comments")
        position += 4 + size


def _appended(block: bytes, entry: bytes, *, head: int) -> bytes:
    """A block of comments with one more: (vendor, count, entries); what follows the entries stays."""
    at = head + 4 + struct.unpack_from("<I", block, head)[0]
    (count,) = struct.unpack_from("<I", block, at)
    end = at + 4
    for _ in range(count):
        end += 4 + struct.unpack_from("<I", block, end)[0]
    return b"".join(
        [block[:at], struct.pack("<I", count + 1), block[at + 4 : end],
         struct.pack("<I", len(entry)), entry, block[end:]]
    )  # fmt: skip


def _flac_block(source: BinaryIO) -> bytes:
    while True:
        header = source.read(4)
        size = int.from_bytes(header[1:], "big")
        if header[0] & ~_FLAC_LAST == _FLAC_COMMENTS:
            return source.read(size)
        if header[0] & _FLAC_LAST:
            raise ValueError("no comments")
        source.seek(size, 1)


def _ogg_block(source: BinaryIO) -> bytes:
    source.seek(0)
    packet = first_packets(source.read(_OGG_BYTES_MAX), 2)[0][1]
    for head in (_VORBIS_HEAD, _OPUS_HEAD):
        if packet.startswith(head):
            return packet[len(head) :]
    raise ValueError("neither Vorbis nor Opus")


def _parsed(block: bytes) -> Iterator[tuple[str, str]]:
    at = 4 + struct.unpack_from("<I", block)[0]
    (count,) = struct.unpack_from("<I", block, at)
    at += 4
    for _ in range(count):
        (size,) = struct.unpack_from("<I", block, at)
        name, found, text = block[at + 4 : at + 4 + size].decode(errors="replace").partition("=")
        if found:
            yield name.lower(), text
        at += 4 + size
