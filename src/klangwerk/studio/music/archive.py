"""Zip archives that are sent while they are read: entries are stored as they are, so all sizes are known beforehand.

Python's `zipfile` writes sizes and checksums behind each entry when it cannot seek, which readers of streams cannot
take for entries that are not compressed. Here they stand in front, where they belong (APPNOTE.TXT 6.3, 4.3.7).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_LOCAL_SIGNATURE, _CENTRAL_SIGNATURE, _END_SIGNATURE = 0x04034B50, 0x02014B50, 0x06054B50
_VERSION = 20  # 2.0
_MADE_BY_UNIX = 3 << 8 | _VERSION
_UTF8_NAMES = 1 << 11
_STORED = 0
_PLAIN_FILE = 0o100644 << 16
_BYTES_MAX = 2**32 - 1  # beyond that it would have to be a Zip64 archive
_FIRST_YEAR = 1980


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file: its name, and its bytes when they are asked for. `crc32` and `size_bytes` must be true."""

    name: str
    size_bytes: int
    crc32: int
    read: Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Archive:
    """Files with the time that all of them carry."""

    entries: Sequence[Entry]
    modified_at: datetime

    @property
    def size_bytes(self) -> int:
        """Of the whole archive. Raises ValueError beyond 4 GB."""
        names = sum(len(entry.name.encode()) for entry in self.entries)
        heads = len(self.entries) * (_LOCAL.size + _CENTRAL.size) + 2 * names + _END.size
        size_bytes = heads + sum(entry.size_bytes for entry in self.entries)
        if size_bytes > _BYTES_MAX:
            raise ValueError("An archive of more than 4 GB cannot be written.")
        return size_bytes

    def stream(self) -> Iterator[bytes]:
        """The archive, in chunks."""
        offset, directory = 0, bytearray()
        for entry in self.entries:
            name, facts = entry.name.encode(), self._facts(entry)
            head = _LOCAL.pack(_LOCAL_SIGNATURE, _VERSION, *facts, len(name), 0) + name
            directory += _CENTRAL.pack(
                _CENTRAL_SIGNATURE,
                _MADE_BY_UNIX,
                _VERSION,
                *facts,
                len(name),
                0,
                0,
                0,
                0,
                _PLAIN_FILE,
                offset,
            )
            directory += name
            yield head
            yield from entry.read()
            offset += len(head) + entry.size_bytes
        count = len(self.entries)
        yield bytes(directory) + _END.pack(_END_SIGNATURE, 0, 0, count, count, len(directory), offset, 0)

    def _facts(self, entry: Entry) -> tuple[int, ...]:
        """What both headers say alike."""
        at = max(self.modified_at.astimezone(UTC), datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC))
        time = at.hour << 11 | at.minute << 5 | at.second // 2
        date = (at.year - _FIRST_YEAR) << 9 | at.month << 5 | at.day
        return (_UTF8_NAMES, _STORED, time, date, entry.crc32, entry.size_bytes, entry.size_bytes)
