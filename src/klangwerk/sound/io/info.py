"""What can be told about a file without decoding all of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AudioInfo:
    """A file's header. `format` is the container's name as in FORMATS where we know it, `codec` what is inside."""

    duration_s: float
    sample_rate: int
    channels: int
    format: str
    codec: str
