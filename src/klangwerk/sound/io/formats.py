"""The formats that we write, by the name that callers and file names use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from klangwerk.sound.buffer import AudioBuffer
from klangwerk.sound.errors import UnsupportedFormat

BitDepth = Literal[16, 24, 32]


@dataclass(frozen=True, slots=True)
class Format:
    """What a format can hold. `bit_depths` is empty for the lossy ones."""

    name: str
    suffixes: tuple[str, ...]
    mime_type: str
    bit_depths: tuple[int, ...]
    max_channels: int
    sample_rates_hz: tuple[int, ...] = ()  # empty: any


_MP3_RATES_HZ = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
_AAC_RATES_HZ = (*_MP3_RATES_HZ, 64000, 88200, 96000)

FORMATS = {
    entry.name: entry
    for entry in (
        Format("wav", (".wav", ".wave"), "audio/wav", (16, 24, 32), 32),
        Format("flac", (".flac",), "audio/flac", (16, 24), 8),
        Format("aiff", (".aiff", ".aif"), "audio/aiff", (16, 24), 32),
        Format("ogg", (".ogg", ".oga"), "audio/ogg", (), 8),
        Format("mp3", (".mp3",), "audio/mpeg", (), 2, _MP3_RATES_HZ),
        Format("m4a", (".m4a",), "audio/mp4", (), 2, _AAC_RATES_HZ),
    )
}


def format_of_name(path: Path | str) -> str:
    """The format that a file name asks for. Raises UnsupportedFormat."""
    suffix = Path(path).suffix.lower()
    for entry in FORMATS.values():
        if suffix in entry.suffixes:
            return entry.name
    endings = ", ".join(entry.suffixes[0] for entry in FORMATS.values())
    ending = f"“{suffix}” is no format we write" if suffix else "the name has no ending"
    raise UnsupportedFormat(f"Cannot tell the format of “{Path(path).name}”: {ending}. Use one of {endings}.")


def check_writable(buffer: AudioBuffer, *, format: str, bit_depth: int) -> Format:
    """The format's entry, if it can hold this sound at this depth. Raises UnsupportedFormat."""
    entry = FORMATS.get(format)
    if entry is None:
        raise UnsupportedFormat(f"There is no format “{format}”. Use one of {', '.join(FORMATS)}.")
    if entry.bit_depths and bit_depth not in entry.bit_depths:
        depths = ", ".join(str(depth) for depth in entry.bit_depths)
        raise UnsupportedFormat(f"{format} is written with {depths} bits, not {bit_depth}.")
    if buffer.channels > entry.max_channels:
        raise UnsupportedFormat(
            f"{format} holds {entry.max_channels} channels at most, not {buffer.channels}."
        )
    if entry.sample_rates_hz and buffer.sample_rate not in entry.sample_rates_hz:
        raise UnsupportedFormat(
            f"{format} cannot hold {buffer.sample_rate} Hz. Resample to 44100 or 48000 Hz first."
        )
    return entry
