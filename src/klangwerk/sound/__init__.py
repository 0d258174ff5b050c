"""The floor of the house: sound as a value, and what can be measured and written without an engine."""

from klangwerk.sound.buffer import AudioBuffer
from klangwerk.sound.errors import (
    AudioError,
    DamagedAudio,
    InvalidAudio,
    NotAudio,
    TooLong,
    UnsupportedFormat,
)

__all__ = [
    "AudioBuffer",
    "AudioError",
    "DamagedAudio",
    "InvalidAudio",
    "NotAudio",
    "TooLong",
    "UnsupportedFormat",
]
