"""What is measured of a sound, once, when it is stored."""

from __future__ import annotations

from dataclasses import dataclass

from klangwerk.sound import AudioBuffer, peaks
from klangwerk.sound.loudness import integrated_lufs, true_peak_dbtp

PEAKS_MAX_BYTES = 8192


@dataclass(frozen=True, slots=True)
class Measurements:
    """The columns of an asset that come from its samples."""

    sample_rate: int
    channels: int
    duration_s: float
    lufs: float | None
    true_peak_dbtp: float
    peaks: bytes


def measure(audio: AudioBuffer) -> Measurements:
    """Rate, length, loudness, true peak, outline."""
    return Measurements(
        sample_rate=audio.sample_rate,
        channels=audio.channels,
        duration_s=audio.duration_s,
        lufs=integrated_lufs(audio),
        true_peak_dbtp=true_peak_dbtp(audio),
        peaks=peaks.compute(audio, max_bytes=PEAKS_MAX_BYTES),
    )
