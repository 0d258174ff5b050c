"""How the pitch of a note moves: vibrato, drift, glides, scoops."""

from __future__ import annotations

import numpy as np

from klangwerk.engines.composer.instruments.synthesis.note import BLOCK_S, Floats, Note

_DRIFT_HZ = 2.0


def drift(note: Note, depth_cents: float) -> Floats:
    """A slow wander around the pitch, in cents at the ends of blocks; its mean is nothing."""
    points = max(4, int(note.times[-1] * _DRIFT_HZ) + 4)
    knots = note.rng.standard_normal(points)
    wander = np.interp(note.times * _DRIFT_HZ, np.arange(points), knots)
    return np.asarray((wander - wander.mean()) * depth_cents)


def vibrato(note: Note, depth_cents: float, rate_hz: float, delay_s: float, rise_s: float = 0.35) -> Floats:
    """Vibrato in cents that begins after `delay_s` and grows, its rate and depth never quite steady."""
    times = note.times
    rate = rate_hz * (1.0 + 0.04 * np.sin(2 * np.pi * 0.31 * times + note.rng.uniform(0, 6.28)))
    phase = np.cumsum(rate) * BLOCK_S + note.rng.uniform(-0.1, 0.1)
    grown = np.clip((times - delay_s) / rise_s, 0.0, 1.0)
    uneven = 1.0 + 0.15 * np.sin(2 * np.pi * 0.47 * times + note.rng.uniform(0, 6.28))
    return np.asarray(depth_cents * grown * grown * (3 - 2 * grown) * uneven * np.sin(2 * np.pi * phase))


def glide(note: Note, seconds: float = 0.08) -> Floats:
    """From the pitch of `slide_from` in cents: nothing where the note does not slide."""
    if note.stroke.slide_from is None:
        return np.zeros_like(note.times)
    way = np.clip(note.times / min(seconds, 0.8 * note.held_s), 0.0, 1.0)
    return 100.0 * (note.stroke.slide_from - note.stroke.pitch) * (1.0 - way * way * (3 - 2 * way))


def settle(note: Note, cents: float, seconds: float) -> Floats:
    """Begins `cents` away and arrives by an exponential: a scoop, or the drop of a drum-like bass."""
    return cents * np.exp(-note.times / seconds)


def cycles(note: Note, cents: Floats) -> Floats:
    """Phase in periods at the ends of blocks, from 0."""
    hz = note.f0 * 2.0 ** (cents / 1200.0)
    phase = np.zeros_like(hz)
    phase[1:] = np.cumsum((hz[:-1] + hz[1:]) * (BLOCK_S / 2))
    return phase
