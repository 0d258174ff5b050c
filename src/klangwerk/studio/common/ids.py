"""Identifiers that sort by their time of birth (UUID version 7, RFC 9562)."""

from __future__ import annotations

import secrets
import time
import uuid


def uuid7() -> uuid.UUID:
    """48 bits of milliseconds, then 74 random bits: new rows land at the end of an index, and none can be guessed."""
    now_ms = time.time_ns() // 1_000_000
    number = (now_ms & (2**48 - 1)) << 80 | secrets.randbits(80)
    number = number & ~(0xF << 76) | (0x7 << 76)  # version
    number = number & ~(0x3 << 62) | (0x2 << 62)  # variant
    return uuid.UUID(int=number)
