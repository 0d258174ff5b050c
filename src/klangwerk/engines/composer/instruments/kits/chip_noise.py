"""Drums of an 8-bit sound chip: a shift register's noise and pulses that drop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.composer.instruments.kits.hit import Hit, Signal
from klangwerk.engines.composer.instruments.kits.tones import frames_of
from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE

_LEVELS = 15
_STEP_S = 1 / 240


@lru_cache(maxsize=2)
def _register(short: bool) -> NDArray[np.float64]:
    """Running sum over one period of what the register puts out (+1, -1, less their mean), from 0. Read-only."""
    tap, state, bits = (6 if short else 1), 1, []
    while True:
        bits.append(state & 1)
        state = (state >> 1) | (((state ^ (state >> tap)) & 1) << 14)
        if state == 1 or len(bits) >= 32_767:
            break
    levels = np.array(bits, dtype=np.float64) * 2 - 1
    total = np.concatenate([[0.0], np.cumsum(levels - levels.mean())])
    total.flags.writeable = False
    return total


def register_noise(frames: int, clock_hz: float, start: int, short: bool) -> Signal:
    """(frames,) the register read at a clock, averaged over each frame so that nothing above the band folds down."""
    total = _register(short)
    period = len(total) - 1
    position = start + np.arange(frames + 1) * (clock_hz / SAMPLE_RATE)
    reached = np.interp(position % period, np.arange(period + 1), total)
    # the sum over a whole period is zero, so going round needs no carry
    noise: Signal = (np.diff(reached) / (clock_hz / SAMPLE_RATE)).astype(np.float32)
    return noise


def _stairs(frames: int, t60_s: float) -> Signal:
    """(frames,) a decay in the chip's 15 levels, their edges softened over a dozen frames."""
    steps = np.floor(np.arange(frames) / (_STEP_S * SAMPLE_RATE)) * _STEP_S
    level = np.round(_LEVELS * np.exp(-6.9 * steps / t60_s)) / _LEVELS
    soft: Signal = np.convolve(level, np.ones(12) / 12)[:frames].astype(np.float32)
    return soft


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipNoise:
    """Noise of the register. `end_clock_hz` lets its pitch fall; `short` is its metallic mode.

    `thin` takes its depth away, from 0 to 1: for hats beside a bass.
    """

    clock_hz: float
    t60_s: float
    end_clock_hz: float = 0.0
    short: bool = False
    thin: float = 0.0

    def render(self, hit: Hit) -> Signal:
        """(1, frames)."""
        t60 = self.t60_s * hit.length
        frames = frames_of(t60 * 0.6)
        start = int(hit.take().integers(32_767))
        clock = self.clock_hz * hit.tune * (0.6 + 0.4 * hit.velocity)
        noise = register_noise(frames, clock, start, self.short)
        if self.end_clock_hz:
            lower = register_noise(frames, self.end_clock_hz * hit.tune, start, self.short)
            share = np.linspace(0.0, 1.0, frames, dtype=np.float32)
            noise = noise * (1 - share) + lower * share
        if self.thin:
            noise[1:] -= np.float32(self.thin) * noise[:-1].copy()
        return (noise * _stairs(frames, t60))[None, :]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipPulse:
    """A pulse wave whose pitch drops, with some noise at its start: toms, bells and blocks of the chip."""

    start_hz: float
    end_hz: float
    fall_s: float
    t60_s: float
    duty: float = 0.5
    noise: float = 0.0
    second: float = 1.0  # the pulse jumps to this multiple after 25 ms (bells)

    def render(self, hit: Hit) -> Signal:
        """(1, frames)."""
        t60 = self.t60_s * hit.length
        frames = frames_of(t60 * 0.6)
        t = np.arange(frames + 1) / SAMPLE_RATE
        begin, end = self.start_hz * hit.tune, self.end_hz * hit.tune
        cycles = end * t + (begin - end) * self.fall_s * (1 - np.exp(-t / self.fall_s))
        if self.second != 1.0:
            cycles = cycles + (self.second - 1.0) * end * np.maximum(t - 0.025, 0.0)
        duty = self.duty
        # the mean of the pulse over each frame, from its integral: edges land between frames
        phase = cycles % 1.0
        integral = np.where(phase < duty, phase * (1 - duty), duty * (1 - phase))
        pulse = np.diff(integral) / np.maximum(np.diff(cycles), 1e-6) * 2
        # softer is duller: the chip's output through a worse cable
        blunt = 1 + round(28 * (1.0 - hit.velocity))
        out = np.convolve(pulse, np.ones(blunt) / blunt)[:frames].astype(np.float32)
        if self.noise:
            fall = np.exp(-np.arange(frames) / (0.008 * SAMPLE_RATE)).astype(np.float32)
            start = int(hit.take().integers(32_767))
            out = (
                out
                + register_noise(frames, 11_000 * (0.5 + 0.5 * hit.velocity), start, False)
                * fall
                * self.noise
            )
        return np.asarray(out * _stairs(frames, t60), dtype=np.float32)[None, :]
