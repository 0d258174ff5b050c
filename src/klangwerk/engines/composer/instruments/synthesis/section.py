"""Voices that play loops of many players. Loops of several cutoffs are mixed as a filter moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, noise
from klangwerk.engines.composer.instruments.synthesis.note import BLOCK, Floats, Note, Singles, spread
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke

LONG = 3 << 15
SHORT = 1 << 15

Make = Callable[[int, float, int, int], Singles]
"""(pitch, cutoff_hz, about_frames, colour) -> a loop (2, frames). A function of a module: loops are kept under it."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """`cutoff(note)` is where the filter stands, in Hz at the ends of blocks; loops exist at the cutoffs `steps` and
    are mixed in between. `breath` is the response of a noise of `breath_level(note)`, relative to the tone.
    """

    character: Character
    make: Make
    steps: tuple[float, ...]
    cutoff: Callable[[Note], Floats]
    envelope: Callable[[Note], Floats]
    release_s: float
    colour: int = 0
    level: float = 1.0
    breath: Callable[[Floats], Floats] | None = None
    breath_level: Callable[[Note], Floats] | None = None

    def play(self, stroke: Stroke) -> Samples:
        """The note, (2, frames)."""
        note = Note(stroke, self.character, self.release_s, self.colour)
        envelope = self.envelope(note)
        blocks = envelopes.last_audible(envelope)
        frames = blocks * BLOCK
        about = LONG if frames > 1.25 * SHORT else SHORT
        where = np.interp(
            np.log2(np.maximum(self.cutoff(note)[: blocks + 1], 20.0)),
            np.log2(self.steps),
            np.arange(len(self.steps)),
        )
        chance = note.rng.random()
        sound = np.zeros((2, frames), np.float32)
        for step, hz in enumerate(self.steps):
            weight = np.clip(1.0 - np.abs(where - step), 0.0, 1.0)
            if weight.max() > 0.03:  # what is dropped is 0.3 dB at most
                loop = _loop(self.make, stroke.pitch, hz, about, self.colour)
                part = _cut(loop, int(chance * loop.shape[1]), frames)
                part *= spread(weight)
                sound += part
        if self.breath is not None and self.breath_level is not None:
            air = np.stack([noise.stretch(noise.loop(self.breath, 7), note, frames) for _ in range(2)])
            air *= spread(self.breath_level(note)[: blocks + 1] * 0.11)
            sound += air
        sound *= spread(envelope[: blocks + 1] * (note.gain * self.level))
        return envelopes.faded(sound)


@lru_cache(maxsize=56)
def _loop(make: Make, pitch: int, cutoff_hz: float, about: int, colour: int) -> Singles:
    return make(pitch, cutoff_hz, about, colour)


def _cut(loop: Singles, begin: int, frames: int) -> Singles:
    """`frames` of the loop from `begin`, around its end as often as needed."""
    size = loop.shape[1]
    out = np.empty((2, frames), np.float32)
    at = 0
    while at < frames:
        run = min(size - begin, frames - at)
        out[:, at : at + run] = loop[:, begin : begin + run]
        at += run
        begin = 0
    return out
