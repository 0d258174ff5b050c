"""The media type of each file format that the library stores."""

from __future__ import annotations

MEDIA_TYPES: dict[str, str] = {
    "wav": "audio/wav",
    "flac": "audio/flac",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "aiff": "audio/aiff",
    "mid": "audio/midi",
}


def media_type(format: str) -> str:
    """What to send as Content-Type."""
    return MEDIA_TYPES.get(format, "application/octet-stream")
