"""One channel of the desk: played, swept, equalised, set to its level."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.voices import Samples, Voice
from klangwerk.engines.composer.render.channel_levels import Energies, LevelMeter, level_db
from klangwerk.engines.composer.render.clock import Clock
from klangwerk.engines.composer.render.mixes import Channel, Mix
from klangwerk.engines.composer.render.playing import play
from klangwerk.engines.composer.render.strips import Role, Strip
from klangwerk.engines.composer.render.sweeps import sweep
from klangwerk.engines.composer.render.tone import TAPS, response
from klangwerk.engines.mastering.convolution import block_frames, convolve_in_place

STEP = block_frames(TAPS)
"""Frames between the measurements of a channel's energy."""

_USUAL_VELOCITY = 0.75
_SOFTNESS_SHARE = 0.7  # of what soft playing takes away, the rest is made up by the fader
_GAIN_DB_MAX = 30.0
_CHUNK = 1 << 16
_SIDE_MAX = 10 ** (-3.0 / 20)  # beside the middle: wider is hollow in a room, and gone in mono
_MONO_BELOW_HZ = {Role.KICK: 150.0, Role.BASS: 150.0}


@dataclass(frozen=True, slots=True)
class Sounded:
    """A channel's samples, shape (1 or 2, frames), not yet scaled: `gain` brings them to their level.
    `energies` are those after it, per STEP.
    """

    strip: Strip
    channel: Channel
    samples: Samples
    gain: float
    energies: Energies


def sound(strip: Strip, voice: Voice, mix: Mix, clock: Clock, tick: Callable[[], None]) -> Sounded:
    """Play a strip through its channel. `tick` is called often and may raise."""
    channel = mix.channels[strip.role]
    samples = play(strip, voice, clock, tick)
    tick()
    if strip.part.cutoff:
        sweep(samples, strip.part.cutoff, clock)
    meter = LevelMeter(strip.role, -(-clock.frames // STEP))
    curves = (channel.eq, mix.tone)
    mono_below_hz = _MONO_BELOW_HZ.get(strip.role)
    if samples.shape[0] == 1 or (mono_below_hz is None and channel.width == 1.0):
        convolve_in_place(samples, response(*curves), circular=clock.circular, watch=meter.watch)
    else:
        _turn(samples)
        kernel = response(*curves, mono_below_hz=mono_below_hz)
        convolve_in_place(samples, kernel, circular=clock.circular, watch=meter.watch)
        samples[1] *= np.float32(_widening(samples, channel.width))
        _turn(samples)
    level = level_db(meter.energies, STEP)
    gain = 0.0 if level is None else 10 ** (min(_GAIN_DB_MAX, _wanted_db(strip, channel) - level) / 20)
    return Sounded(strip, channel, samples, gain, meter.energies * gain**2)


def _wanted_db(strip: Strip, channel: Channel) -> float:
    velocity = math.sqrt(sum(note.velocity**2 for note in strip.notes) / len(strip.notes))
    softness_db = 1.4 * 20 * math.log10(velocity / _USUAL_VELOCITY)
    return channel.level_db + strip.part.level_db + _SOFTNESS_SHARE * softness_db


def _widening(samples: Samples, width: float) -> float:
    """How much of `width` the sides of (middle, side) take before they are too wide; what is wider stays as it is."""
    middle, side = (float(np.square(row, dtype=np.float32).sum(dtype=np.float64)) for row in samples)
    if width <= 1.0 or side <= 0.0:
        return width
    return round(min(width, max(1.0, _SIDE_MAX * math.sqrt(middle / side))), 3)


def _turn(samples: Samples) -> None:
    """Left and right to middle and side, or back, in place: the same turn, which keeps energies."""
    half = np.float32(math.sqrt(0.5))
    for start in range(0, samples.shape[1], _CHUNK):
        left, right = samples[:, start : start + _CHUNK]
        side = (left - right) * half
        np.add(left, right, out=left)
        left *= half
        right[:] = side
