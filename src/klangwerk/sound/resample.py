"""Changing the sample rate (soxr, very high quality)."""

from __future__ import annotations

from klangwerk.sound.buffer import AudioBuffer


def resample(buffer: AudioBuffer, *, sample_rate: int) -> AudioBuffer:
    """The same sound at another rate; the buffer itself if it has that rate already.

    Linear phase, so nothing moves in time; the pass band reaches 0.95 of the lower Nyquist frequency. The result has
    round(frames * new / old) frames, give or take one.
    """
    if sample_rate == buffer.sample_rate:
        return buffer
    import soxr

    converted = soxr.resample(buffer.samples.T, buffer.sample_rate, sample_rate, quality="VHQ")
    return AudioBuffer(converted.T, sample_rate)
