"""Ogg pages: a fixed serial number instead of the random one that libsndfile draws, so that bytes repeat."""

from __future__ import annotations

import struct
import zlib

_SERIAL = 0x6B6C6E67  # "klng"
_REVERSED_BITS = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))


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
