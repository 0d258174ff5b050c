"""Chunks from a store as a file to seek in: in memory while small, on disk when large."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

_MEMORY_BYTES = 8 * 1024 * 1024


@contextmanager
def spooled(chunks: Iterable[bytes]) -> Iterator[BinaryIO]:
    """The file, at its beginning; gone when the block ends."""
    with tempfile.SpooledTemporaryFile(max_size=_MEMORY_BYTES) as file:
        for chunk in chunks:
            file.write(chunk)
        file.seek(0)
        yield cast(BinaryIO, file)
