"""Files with sounds are made and read one at a time in a process: each may hold more than a gigabyte."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_turn = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait until it is one's turn."""
    with _turn:
        yield
