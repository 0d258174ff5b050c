"""ID3v2.4 tags for MP3 files: libsndfile's come back as mojibake when they are not Latin-1."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_UTF8 = b"\x03"
_FRAMES = {
    "title": b"TIT2",
    "artist": b"TPE1",
    "album": b"TALB",
    "genre": b"TCON",
    "date": b"TDRC",
    "tracknumber": b"TRCK",
    "copyright": b"TCOP",
    "software": b"TSSE",
    "bpm": b"TBPM",
    "comment": b"COMM",
}


def id3_tag(tags: Mapping[str, str]) -> bytes:
    """The bytes to put before the first MP3 frame; empty without tags."""
    frames = b"".join(_frame(name, tags[name]) for name in _FRAMES if name in tags)
    return b"ID3\x04\x00\x00" + _synchsafe(len(frames)) + frames if frames else b""


def _frame(name: str, text: str) -> bytes:
    body = _UTF8 + (b"eng\0" if name == "comment" else b"") + text.encode()  # language, empty description
    return _FRAMES[name] + _synchsafe(len(body)) + b"\0\0" + body


def _synchsafe(value: int) -> bytes:
    """28 bits, seven to a byte, so that no byte looks like the start of an MP3 frame."""
    return struct.pack("4B", *(value >> shift & 0x7F for shift in (21, 14, 7, 0)))
