"""A rotating loudspeaker, heard by two microphones at a right angle."""

from __future__ import annotations

import math

import numpy as np

from klangwerk.engines.composer.instruments.voices import SAMPLE_RATE, Samples


def drum(mono: Samples, *, turns_hz: float, depth: float) -> Samples:
    """The lower half turns a low sound about, (1, frames) to (2, frames): it only gets louder and softer."""
    angle = np.arange(mono.shape[1], dtype=np.float32) * np.float32(2.0 * math.pi * turns_hz / SAMPLE_RATE)
    amount = np.float32(depth)
    return np.stack((mono[0] * (1.0 + amount * np.cos(angle)), mono[0] * (1.0 - amount * np.sin(angle))))


def horn(mono: Samples, *, turns_hz: float, delay_s: float, depth: float) -> Samples:
    """The horn above, (1, frames) to (2, frames): nearer is louder, sooner and, while it comes, higher."""
    frames = mono.shape[1]
    period = round(SAMPLE_RATE / turns_hz)
    # one turn is a whole number of frames, so what holds at a place in it holds in every turn
    turns = -(-frames // period)
    lead = int(2.0 * delay_s * SAMPLE_RATE) + 2
    padded = np.zeros(lead + turns * period + 1, dtype=np.float32)
    padded[lead : lead + frames] = mono[0]
    place = np.arange(min(period, frames), dtype=np.float64)
    angle = place * (2.0 * math.pi / period)
    # one delay for both sides: two would cancel in mono
    at = place + lead - (delay_s * SAMPLE_RATE) * (1.0 - np.cos(angle + 0.25 * math.pi))
    whole = at.astype(np.intp)
    later = (at - whole).astype(np.float32)
    index = (np.arange(turns) * period)[:, None] + whole
    bent = padded[index]
    bent += (padded[index + 1] - bent) * later
    out = np.empty((2, *bent.shape), dtype=np.float32)
    for channel, turned in enumerate((0.0, 0.5 * math.pi)):
        np.multiply(bent, (1.0 + depth * np.cos(angle + turned)).astype(np.float32), out=out[channel])
    return out.reshape(2, -1)[:, :frames]
