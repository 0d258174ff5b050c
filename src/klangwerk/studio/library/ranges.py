"""HTTP byte ranges (RFC 9110, section 14): which part of a file a request wants."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SINGLE = re.compile(r"bytes\s*=\s*([0-9]{0,18})\s*-\s*([0-9]{0,18})\s*", re.IGNORECASE)


class Unsatisfiable(Exception):
    """The range lies outside the file: 416."""


@dataclass(frozen=True, slots=True)
class ByteRange:
    """`first` to `last`, both included, of a file of `size` bytes."""

    first: int
    last: int
    size: int

    @property
    def length(self) -> int:
        """How many bytes it has."""
        return self.last - self.first + 1

    @property
    def content_range(self) -> str:
        """The value of the answer's Content-Range."""
        return f"bytes {self.first}-{self.last}/{self.size}"


def parse(header: str, *, size: int) -> ByteRange | None:
    """The one range asked for; None when the whole file is to be sent.

    A malformed header, another unit and several ranges at once all mean the whole file: the RFC lets a server
    ignore them, and no player needs multipart answers. Raises Unsatisfiable.
    """
    match = _SINGLE.fullmatch(header.strip())
    if match is None:
        return None
    first_text, last_text = match.groups()
    if not first_text and not last_text:
        return None
    if not first_text:  # "-500": the last 500 bytes
        wanted = int(last_text)
        if wanted == 0 or size == 0:
            raise Unsatisfiable
        return ByteRange(max(0, size - wanted), size - 1, size)
    first = int(first_text)
    last = int(last_text) if last_text else size - 1
    if last_text and last < first:
        return None
    if first >= size:
        raise Unsatisfiable
    return ByteRange(first, min(last, size - 1), size)
