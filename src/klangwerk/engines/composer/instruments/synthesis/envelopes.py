"""Levels over time, at the ends of control blocks."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis.note import BLOCK, Floats, Note, Singles, spread
from klangwerk.engines.composer.instruments.voices import Samples

SILENCE = 5e-4  # -66 dB
FALL = float(-np.log(SILENCE))


def adsr(note: Note, attack_s: float, decay_s: float, sustain: float) -> Floats:
    """Rises to 1 in `attack_s` (at least a block), falls towards `sustain` with the time constant `decay_s`, and to
    -66 dB from when the key is let go to the end of the note.
    """
    times = note.times
    rise = np.clip(times / max(attack_s, 1e-3), 0.0, 1.0)
    level = sustain + (1.0 - sustain) * np.exp(-np.maximum(times - attack_s, 0.0) / max(decay_s, 1e-3))
    return np.asarray(rise * level * released(note))


def swelling(note: Note, attack_s: float, curve: float = 1.0) -> Floats:
    """What bow and breath do: a round rise, slower the softer the note and never longer than half of it, a release."""
    rise_s = min(attack_s * (1.6 - 0.8 * note.velocity), 0.5 * note.held_s + 0.01)
    rise = np.sin(np.clip(note.times / rise_s, 0.0, 1.0) * (np.pi / 2)) ** curve
    return np.asarray(rise * released(note))


def arch(note: Note, depth: float) -> Floats:
    """Long notes grow and recede by `depth`: a factor, at most 1."""
    way = np.clip(note.times / max(note.held_s, 0.6), 0.0, 1.0)
    return np.asarray(1.0 - depth + depth * np.sin(np.pi * way**0.8))


def released(note: Note) -> Floats:
    """1 until the key is let go, then an exponential fall to -66 dB at the end of the note."""
    after = np.maximum(note.times - note.held_s, 0.0) / max(note.release_s, 1e-3)
    return np.asarray(np.exp(-FALL * after))


def finished(sound: Singles, envelope: Floats, gain: float = 1.0) -> Samples:
    """The sound under its envelope: (1, frames) or (2, frames), ending where it becomes inaudible."""
    channels = np.atleast_2d(sound)
    blocks = last_audible(envelope)
    shape = spread(envelope[: blocks + 1])
    shape *= np.float32(gain)
    return faded(channels[:, : blocks * BLOCK] * shape)


def last_audible(envelope: Floats) -> int:
    """How many blocks there are until the envelope stays below -66 dB."""
    audible = np.flatnonzero(envelope > SILENCE * float(envelope.max()))
    return max(1, min(int(audible[-1]) + 2, len(envelope) - 1)) if audible.size else 1


def faded(sound: Singles) -> Samples:
    """The sound (channels, frames) with a short fade at its very end."""
    tail = min(256, sound.shape[1] // 2)
    sound[:, sound.shape[1] - tail :] *= np.linspace(1, 0, tail, dtype=np.float32) ** 2
    return np.ascontiguousarray(sound, np.float32)
