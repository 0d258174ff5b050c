"""The errors of the sound floor, each with a message for a person and a stable code for the wire.

The tree::

    AudioError
    ├── NotAudio            the bytes are of no audio format that we can decode
    ├── DamagedAudio        it is audio, but cut off or broken inside
    ├── TooLong             it is audio, but longer than the caller allows
    ├── UnsupportedFormat   we were asked to write a format, bit depth or channel count that we do not write
    └── InvalidAudio        samples that cannot be audio: wrong shape, wrong type, NaN or infinite

A file that is missing or may not be read stays an OSError.
"""

from __future__ import annotations

from typing import Any


class AudioError(Exception):
    """Base of everything the sound floor raises on purpose."""

    code = "audio_error"

    def __init__(self, message: str, **extra: Any) -> None:
        super().__init__(message)
        self.message = message
        self.extra: dict[str, Any] = extra


class NotAudio(AudioError):
    """The bytes are of no audio format that we can decode."""

    code = "not_audio"


class DamagedAudio(AudioError):
    """An audio file that is cut off or broken inside."""

    code = "audio_damaged"


class TooLong(AudioError):
    """An audio file that is longer than the caller allows; `extra` has `maxDurationS`."""

    code = "audio_too_long"

    def __init__(self, *, max_duration_s: float) -> None:
        super().__init__(
            f"The recording is longer than {_duration_text(max_duration_s)}. Cut it and try again.",
            maxDurationS=max_duration_s,
        )


class UnsupportedFormat(AudioError):
    """A format, bit depth or channel count that we do not write."""

    code = "audio_format_unsupported"


class InvalidAudio(AudioError, ValueError):
    """Samples that cannot be audio."""

    code = "audio_invalid"


def _duration_text(duration_s: float) -> str:
    if duration_s < 120:
        return f"{duration_s:g} seconds"
    return f"{duration_s / 60:g} minutes"
