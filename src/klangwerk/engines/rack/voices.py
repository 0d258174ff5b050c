"""Kick and noise as they are triggered: what sounds at any frame is a function of that frame alone.

A rendering may therefore begin anywhere, also before frame 0, where the same bars came round before.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from klangwerk.engines.rack.timing import BEATS_PER_BAR, NOISE_EVERY_BEATS, beat_frame, bounce_frames

Samples = npt.NDArray[np.float32]

KICK_CUT_FADE_FRAMES = 512  # at the end of a kick that is cut
KICK_CHOKE_FRAMES = 128  # when the next kick comes
NOISE_ATTACK_FRAMES = 64
NOISE_RETRIGGER_FRAMES = 512
NOISE_STOP_FRAMES = 4410


@dataclass(frozen=True)
class Pattern:
    """The bars of a bounce: where they begin anew (`repeats`) or that they are played once."""

    bpm: int
    bars: int
    repeats: bool
    frames: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "frames", bounce_frames(self.bars, self.bpm))

    def onsets(self, every_beats: int) -> Onsets:
        """The onsets on every so many beats."""
        beats = range(0, self.bars * BEATS_PER_BAR, every_beats)
        return Onsets([beat_frame(beat, self.bpm) for beat in beats], self.frames if self.repeats else None)


class Onsets:
    """Frames in ascending order, the first of them 0; with a `period` they come round for ever, before 0 too."""

    def __init__(self, frames: list[int], period: int | None) -> None:
        self._frames = frames
        self._period = period

    def around(self, start: int, stop: int) -> list[tuple[int, int | None]]:
        """The onset that holds at `start` and all before `stop`, each with the one after it, if there is one."""
        found = []
        index = self._last_until(start)
        while (onset := self._at(index)) is not None and onset < stop:
            found.append((onset, self._at(index + 1)))
            index += 1
        return found

    def _last_until(self, frame: int) -> int:
        if self._period is None:
            return max(0, bisect_right(self._frames, frame) - 1)
        turn, within = divmod(frame, self._period)
        return turn * len(self._frames) + bisect_right(self._frames, within) - 1

    def _at(self, index: int) -> int | None:
        if self._period is None:
            return self._frames[index] if index < len(self._frames) else None
        turn, place = divmod(index, len(self._frames))
        return turn * self._period + self._frames[place]


class KickVoice:
    """The kick on every beat, cut to its length; the next one chokes it. One channel if the sample is mono."""

    def __init__(self, sample: Samples, kick_len: float, pattern: Pattern) -> None:
        self.channels = sample.shape[0]
        self._sample = cut(sample, kick_len)
        self._onsets = pattern.onsets(1)
        self._choked: dict[
            int, Samples
        ] = {}  # by frames until the next kick: there are two such numbers at most

    @property
    def sounding_frames(self) -> int:
        """How long one kick sounds."""
        return int(self._sample.shape[1])

    def read(self, start: int, stop: int) -> Samples:
        """The frames from `start` to `stop`."""
        out = np.zeros((self.channels, stop - start), dtype=np.float32)
        for onset, following in self._onsets.around(start - KICK_CHOKE_FRAMES, stop):
            kick = self._sample if following is None else self._until(following - onset)
            begin, end = max(start, onset), min(stop, onset + kick.shape[1])
            if begin < end:
                out[:, begin - start : end - start] += kick[:, begin - onset : end - onset]
        return out

    def _until(self, frames: int) -> Samples:
        found = self._choked.get(frames)
        if found is None:
            found = self._sample[:, : frames + KICK_CHOKE_FRAMES].copy()
            choked = found[:, frames:]
            choked *= fading(0, choked.shape[1], over=KICK_CHOKE_FRAMES)
            self._choked[frames] = found
        return found


class NoiseVoice:
    """The noise loop, round and round, from its beginning every 16 beats. `stop` is the frame at which it fades out."""

    def __init__(self, sample: Samples, pattern: Pattern, *, stop: int | None = None) -> None:
        self.channels = sample.shape[0]
        self._sample = sample
        self._onsets = pattern.onsets(NOISE_EVERY_BEATS)
        self._stop = stop

    def read(self, start: int, stop: int) -> Samples:
        """The frames from `start` to `stop`."""
        out = np.zeros((self.channels, stop - start), dtype=np.float32)
        for onset, following in self._onsets.around(start - NOISE_RETRIGGER_FRAMES, stop):
            end = stop if following is None else min(stop, following + NOISE_RETRIGGER_FRAMES)
            begin = max(start, onset)
            if begin < end:
                voice = self._voice(begin - onset, end - onset)
                if following is not None and end > following:
                    fade_from = max(begin, following)
                    voice[:, fade_from - begin :] *= fading(
                        fade_from - following, end - following, over=NOISE_RETRIGGER_FRAMES
                    )
                out[:, begin - start : end - start] += voice
        if self._stop is not None and stop > self._stop:
            fade_from = max(start, self._stop)
            out[:, fade_from - start :] *= fading(
                fade_from - self._stop, stop - self._stop, over=NOISE_STOP_FRAMES
            )
        return out

    def _voice(self, start: int, stop: int) -> Samples:
        voice = np.empty((self.channels, stop - start), dtype=np.float32)
        frames = self._sample.shape[1]
        at = start
        while at < stop:
            place = at % frames
            count = min(stop - at, frames - place)
            voice[:, at - start : at - start + count] = self._sample[:, place : place + count]
            at += count
        if start < NOISE_ATTACK_FRAMES:
            rising = np.arange(start, min(stop, NOISE_ATTACK_FRAMES)) / NOISE_ATTACK_FRAMES
            voice[:, : rising.size] *= rising.astype(np.float32)
        return voice


def cut(sample: Samples, kick_len: float) -> Samples:
    """The first `kick_len` of a kick; with a short fade at the cut if there is one."""
    frames = sample.shape[1]
    length = max(1, int(kick_len * frames + 0.5))
    if kick_len >= 1.0:
        return sample
    kept = sample[:, :length].copy()
    fade = min(KICK_CUT_FADE_FRAMES, length)
    kept[:, length - fade :] *= fading(1, fade + 1, over=fade)
    return kept


def fading(start: int, stop: int, *, over: int) -> Samples:
    """The factors `max(0, 1 - i/over)` for i from `start` to `stop`."""
    return np.maximum(0.0, 1.0 - np.arange(start, stop) / over).astype(np.float32)
