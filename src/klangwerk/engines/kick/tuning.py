"""Exact pitch: the flow comes close to the asked fundamental, the frames are then tuned to it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from klangwerk.engines.kick.frames import KickFrames
from klangwerk.engines.kick.params import KickParams
from klangwerk.engines.kick.spec import SPEC

FURTHEST = 1.35  # a kick that is further off than this was not meant; bending it more would sound wrong


def tuned(frames: KickFrames, params: KickParams) -> KickFrames:
    """Frames whose body settles on params.pitch_hz, if that is asked for."""
    if params.pitch_hz is None:
        return frames
    ratio = params.pitch_hz / fundamental_hz(frames)
    return replace(frames, f0_hz=frames.f0_hz * float(np.clip(ratio, 1.0 / FURTHEST, FURTHEST)))


def fundamental_hz(frames: KickFrames) -> float:
    """Energy-weighted mean pitch of the body after its sweep: the same thing descriptors measure in audio."""
    energy = np.abs(frames.harmonics[:, 0]) ** 2 * np.gradient(SPEC.frame_times_s)
    settled = SPEC.frame_times_s >= _sweep_end_s(frames, energy)
    weight = energy * settled
    if weight.sum() <= 0.0:
        weight = energy + 1e-12
    return float(np.exp((weight * np.log(frames.f0_hz)).sum() / weight.sum()))


def _sweep_end_s(frames: KickFrames, energy: np.ndarray) -> float:
    """When half of the body's energy is over: most sweeps have settled by then."""
    total = np.cumsum(energy)
    return float(SPEC.frame_times_s[np.searchsorted(total, 0.5 * total[-1])])
