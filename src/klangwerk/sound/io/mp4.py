"""The tempo of an M4A file, which FFmpeg writes (atom `tmpo`) but does not tell when it reads."""

from __future__ import annotations

import struct
from typing import BinaryIO

_TEMPO_PATH = (b"moov", b"udta", b"meta", b"ilst", b"tmpo", b"data")
_META_HEAD_BYTES = 4  # `meta` has version and flags before what is in it
_DATA_HEAD_BYTES = 8  # type of the value, and language
_VALUE_BYTES_MAX = 4


def tempo(source: BinaryIO) -> str | None:
    """The beats a minute as text; None where there are none, or in a file of another kind."""
    start, end = 0, source.seek(0, 2)
    for name in _TEMPO_PATH:
        found = _atom(source, name, start, end)
        if found is None:
            return None
        start, end = found
        start += _META_HEAD_BYTES if name == b"meta" else 0
    source.seek(start + _DATA_HEAD_BYTES)
    value = source.read(min(_VALUE_BYTES_MAX, max(0, end - start - _DATA_HEAD_BYTES)))
    return str(int.from_bytes(value, "big")) if any(value) else None


def _atom(source: BinaryIO, name: bytes, start: int, end: int) -> tuple[int, int] | None:
    """From where to where the first atom of this name has its content."""
    while start + 8 <= end:
        source.seek(start)
        size, kind = struct.unpack(">I4s", source.read(8))
        head = 8
        if size == 1:  # a long one says its size behind its name
            size, head = int.from_bytes(source.read(8), "big"), 16
        stop = end if size == 0 else start + size
        if (size != 0 and size < head) or stop > end:
            return None
        if kind == name:
            return start + head, stop
        start = stop
    return None
