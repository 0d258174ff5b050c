"""The tempo in a file's tags: `bpm`, as text, whatever the format calls it."""

from __future__ import annotations

import math
import struct

BPM = "bpm"
_ONE_SHOT = 0x01
_ROOT_NOTE_C4 = 60
_UNUSED = 0x8000
# The chunk of ACID, which loop players, samplers and trackers read. It was never published; the layout is that of
# libsndfile's reader (src/wav.c, wav_read_acid_chunk): flags, root note, 0x8000, 0.0, beats, then the meter's
# denominator and numerator, and the tempo. Without the flag “one shot” it is a loop.
_ACID = struct.Struct("<IHHfIHHf")


def tempo_of(text: str) -> float | None:
    """A tempo in beats a minute, or None where the text says none."""
    try:
        bpm = float(text)
    except ValueError:
        return None
    return bpm if math.isfinite(bpm) and bpm > 0 else None


def text_of(bpm: float) -> str:
    """As a tag: without a point where it is a whole number."""
    return f"{bpm:.6g}"


def acid_chunk(bpm: float, *, frames: int, sample_rate: int) -> bytes:
    """The body of the `acid` chunk, in 4/4. A sound that is as long as whole beats is a loop, others are one-shots."""
    beats = frames / sample_rate * bpm / 60
    whole = round(beats)
    is_loop = whole > 0 and abs(beats - whole) * 60 / bpm * sample_rate <= 1.0
    return _ACID.pack(0 if is_loop else _ONE_SHOT, _ROOT_NOTE_C4, _UNUSED, 0.0, max(1, whole), 4, 4, bpm)


def tempo_of_acid_chunk(body: bytes) -> str | None:
    """The tag `bpm` out of the body of an `acid` chunk; None where it says no tempo."""
    if len(body) < _ACID.size:
        return None
    bpm = _ACID.unpack_from(body)[-1]
    return text_of(bpm) if math.isfinite(bpm) and bpm > 0 else None
