"""Ogg pages (RFC 3533): a fixed serial number in place of libsndfile's random one (bytes repeat), other comments."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence

_SERIAL = 0x6B6C6E67  # "klng"
_REVERSED_BITS = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))

_PAGE = struct.Struct("<4sBBqIIIB")  # "OggS", version, flags, granule, serial, sequence, checksum, segments
_CONTINUED, _BEGINS = 1, 2
_SEGMENT_BYTES, _SEGMENTS_MAX = 255, 255
_NOTHING_ENDS = -1  # the granule of a page on which no packet ends
_VORBIS_HEADS = 3  # packets before the sound: identification, comments, set-up


def with_fixed_serial(data: bytes) -> bytes:
    """The same stream with our serial number and matching checksums. `data` is one logical Ogg stream."""
    pages = bytearray(data)
    position = 0
    while position + 27 <= len(pages):
        segments = pages[position + 26]
        body = sum(pages[position + 27 : position + 27 + segments])
        end = position + 27 + segments + body
        struct.pack_into(
            "<II", pages, position + 14, _SERIAL, struct.unpack_from("<I", pages, position + 18)[0]
        )
        struct.pack_into("<I", pages, position + 22, 0)
        struct.pack_into("<I", pages, position + 22, _checksum(bytes(pages[position:end])))
        position = end
    return bytes(pages)


def _checksum(page: bytes) -> int:
    """CRC-32 with polynomial 0x04c11db7, not reflected, start 0 (RFC 3533): zlib's, seen in a mirror."""
    mirrored = zlib.crc32(page.translate(_REVERSED_BITS), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)


def first_packets(data: bytes, count: int) -> tuple[list[bytes], int, int]:
    """The first packets of a stream, and how many pages and bytes hold them. Raises ValueError when there are fewer."""
    packets: list[bytes] = []
    parts: list[bytes] = []
    position = pages = 0
    while len(packets) < count:
        if position + _PAGE.size > len(data):
            raise ValueError("the stream ends in its head")
        segments = data[position + _PAGE.size :][: data[position + _PAGE.size - 1]]
        position += _PAGE.size + len(segments)
        for size in segments:
            parts.append(data[position : position + size])
            position += size
            if size < _SEGMENT_BYTES:
                packets.append(b"".join(parts))
                parts = []
        pages += 1
    return packets, pages, position


def with_comments(data: bytes, edit: Callable[[bytes], bytes]) -> bytes:
    """A Vorbis stream with another packet of comments; `with_fixed_serial` makes its checksums right."""
    (identification, comments, *setup), pages_before, position = first_packets(data, _VORBIS_HEADS)
    head = [
        *_paged([identification], sequence=0, flags=_BEGINS),
        *_paged([edit(comments), *setup], sequence=1),
    ]
    sound = bytearray(data[position:])
    at = 0
    while at + _PAGE.size <= len(sound):
        fields = list(_PAGE.unpack_from(sound, at))
        fields[5] += len(head) - pages_before
        _PAGE.pack_into(sound, at, *fields)
        table = sound[at + _PAGE.size : at + _PAGE.size + fields[7]]
        at += _PAGE.size + len(table) + sum(table)
    return b"".join(head) + bytes(sound)


def _paged(packets: Sequence[bytes], *, sequence: int, flags: int = 0) -> Iterator[bytes]:
    body = b"".join(packets)
    segments = bytes(size for packet in packets for size in _lacing(len(packet)))
    for start in range(0, len(segments), _SEGMENTS_MAX):
        table = segments[start : start + _SEGMENTS_MAX]
        goes_on = start > 0 and segments[start - 1] == _SEGMENT_BYTES
        granule = 0 if min(table) < _SEGMENT_BYTES else _NOTHING_ENDS
        begin = sum(segments[:start])
        yield b"".join([
            _PAGE.pack(b"OggS", 0, flags | goes_on * _CONTINUED, granule, 0, sequence, 0, len(table)),
            table,
            body[begin : begin + sum(table)],
        ])  # fmt: skip
        sequence += 1


def _lacing(size: int) -> list[int]:
    return [_SEGMENT_BYTES] * (size // _SEGMENT_BYTES) + [size % _SEGMENT_BYTES]
