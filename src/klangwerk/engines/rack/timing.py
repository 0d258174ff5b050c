"""Where beats lie, in frames: the formula that the browser uses too."""

from __future__ import annotations

from klangwerk.engines.contracts import InvalidParams

SAMPLE_RATE = 44_100
BEATS_PER_BAR = 4
NOISE_EVERY_BEATS = 16
BOUNCE_MAX_S = 15 * 60


def beat_frame(beat: int, bpm: int) -> int:
    """The frame nearest to where a beat starts, halves upwards; beats count from 0. Whole numbers: nothing drifts."""
    return (2 * beat * 60 * SAMPLE_RATE + bpm) // (2 * bpm)


def bounce_frames(bars: int, bpm: int) -> int:
    """Length of so many bars in frames. Raises InvalidParams above a quarter of an hour."""
    frames = beat_frame(bars * BEATS_PER_BAR, bpm)
    if frames > BOUNCE_MAX_S * SAMPLE_RATE:
        fit = BOUNCE_MAX_S * bpm // (60 * BEATS_PER_BAR)
        raise InvalidParams(
            f"{bars} bars at {bpm} bpm are longer than {BOUNCE_MAX_S // 60} minutes; {fit} fit.", field="bars"
        )
    return frames
