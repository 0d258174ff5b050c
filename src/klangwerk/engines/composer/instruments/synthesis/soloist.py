"""A single player of a sustained instrument: harmonics through a body, vibrato that wakes up, breath or bow noise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from klangwerk.engines.composer.instruments.synthesis import envelopes, harmonics, noise, pitch
from klangwerk.engines.composer.instruments.synthesis.note import BLOCK, Floats, Note, spread
from klangwerk.engines.composer.instruments.voices import Character, Samples, Stroke

Levels = Callable[[Floats, Note, Floats], Floats]
"""(hz (frames, harmonics), note, effort (frames, 1)) -> levels of the harmonics."""

_LAG_S = 0.03  # of the tone behind the loudness


@dataclass(frozen=True, kw_only=True)
class Soloist:
    """`levels(hz, note, effort)` is the spectrum; `effort` is how hard the player works at that moment, around the
    velocity. Soft notes begin slower; long ones swell a little and breathe out.
    """

    character: Character
    levels: Levels
    noise: Callable[[Floats], Floats]
    noise_level: float
    attack_s: float
    release_s: float
    vibrato_cents: float
    vibrato_hz: float
    vibrato_delay_s: float = 0.28
    tremolo: float = 0.03
    scoop_cents: float = -25.0
    burst: float = 3.0
    burst_s: float = 0.04
    top_hz: float = 14_000.0

    def play(self, stroke: Stroke) -> Samples:
        """The note, (1, frames)."""
        note = Note(stroke, self.character, self.release_s)
        wave = pitch.vibrato(note, self.vibrato_cents, self.vibrato_hz, self.vibrato_delay_s)
        cents = wave + pitch.drift(note, 1.6)
        if stroke.slide_from is None:
            cents = cents + pitch.settle(note, self.scoop_cents * note.rng.uniform(0.5, 1.2), 0.016)
        cents = cents + pitch.glide(note)
        at = harmonics.frame_blocks(note, 6)
        envelope = self._envelope(note) * (1.0 + self.tremolo * wave / max(self.vibrato_cents, 1.0))
        seconds = note.times[at]
        # The tone follows the loudness, a moment later.
        blown = (envelope / envelope.max())[at] * (1.0 - 0.6 * np.exp(-seconds / _LAG_S))
        effort = note.velocity * (0.5 + 0.5 * blown)
        number = np.arange(1, harmonics.count(note.f0 * 1.02, self.top_hz) + 1)
        hz = note.f0 * 2.0 ** (cents[at] / 1200.0)[:, None] * number
        phase = np.random.default_rng(11).uniform(0, 2 * np.pi, 600)[: number.size]
        levels = self.levels(hz, note, effort[:, None]) * _shimmer(note, seconds, number.size)
        waves = harmonics.tables(levels * np.exp(1j * phase))
        waves *= harmonics.even_gain(waves)
        sound = harmonics.read(waves[None], at, pitch.cycles(note, cents))[0]
        air = noise.stretch(noise.loop(self.noise, 1), note, note.blocks * BLOCK)
        level = (
            self.noise_level
            * (0.5 + 0.6 * note.velocity)
            * (1.0 + self.burst * np.exp(-note.times / self.burst_s))
        )
        # Air and hair are loudest where the wave is: the noise is of the tone, not beside it.
        air *= 1.0 + 1.6 * np.abs(sound)
        sound += air * spread(level)
        return envelopes.finished(sound, envelope, note.gain)

    def _envelope(self, note: Note) -> Floats:
        knots = note.rng.standard_normal(int(note.times[-1] * 7) + 3)
        uneven = 1.0 + 0.025 * np.interp(note.times * 7, np.arange(len(knots)), knots)
        return np.asarray(envelopes.swelling(note, self.attack_s) * envelopes.arch(note, 0.12) * uneven)


def _shimmer(note: Note, seconds: Floats, count: int) -> Floats:
    """Every harmonic is a little unsteady by itself, the higher the more: (frames, count)."""
    knots = note.rng.standard_normal((int(seconds[-1] * 9) + 3, count))
    low = (seconds * 9).astype(np.intp)
    way = (seconds * 9 - low)[:, None]
    depth = 0.02 + 0.10 * np.minimum(np.arange(count) / 12, 1.0)
    shimmer: Floats = 1.0 + depth * ((1.0 - way) * knots[low] + way * knots[low + 1])
    return shimmer
