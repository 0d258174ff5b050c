"""Spectral frames: the form in which the model thinks of a kick, and their packing into one vector."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.kick.spec import SPEC, KickSpec

Vector = NDArray[np.float32]

# Companded amplitudes below this (-69 dB for the fundamental, -65 dB for the others) are not sound: a model is not sure
# of them. Up to twice that they fade in, so a clean body is clean.
UNSURE_FUNDAMENTAL, UNSURE = 0.025, 0.04


@dataclass(frozen=True, slots=True, eq=False)
class KickFrames:
    """One kick on the spec's time grid.

    f0_hz: (T,) fundamental of the body.
    harmonics: (T, K) complex; harmonic k sounds as Re(c_k * exp(-i*pi/2) * exp(i*k*phase)), so a real c_1 is a
        sine that starts at zero.
    noise_db: (T, B) power density of noise, dB re 1 per bin of a unit-power window.
    """

    f0_hz: NDArray[np.float64]
    harmonics: NDArray[np.complex128]
    noise_db: NDArray[np.float64]


@dataclass(frozen=True)
class FrameLayout:
    """Where pitch, harmonics and noise lie in a packed vector."""

    pitch: slice
    harmonics: slice
    noise: slice
    size: int


def layout(spec: KickSpec = SPEC) -> FrameLayout:
    """Pitch first, then harmonics (T, K, 2), then noise (T, B)."""
    t, k, b = spec.n_frames, spec.n_harmonics, spec.n_bands
    pitch, harmonics = t, t + 2 * t * k
    return FrameLayout(
        slice(0, pitch), slice(pitch, harmonics), slice(harmonics, harmonics + t * b), harmonics + t * b
    )


def pack(frames: KickFrames, spec: KickSpec = SPEC) -> Vector:
    """Frames to one float32 vector in which equal distances sound about equally different.

    Pitch becomes octaves over 50 Hz, amplitudes are companded (logarithmic above the floor, phase kept), noise is
    a fraction of its range in dB.
    """
    magnitude = np.abs(frames.harmonics)
    companded = _compand(magnitude, spec.amplitude_floor)
    unit = frames.harmonics / np.maximum(magnitude, 1e-12)
    shaped = unit * companded
    noise = np.clip(1.0 - frames.noise_db / spec.noise_floor_db, 0.0, None)
    return np.concatenate(
        [
            np.log2(frames.f0_hz / 50.0),
            np.stack([shaped.real, shaped.imag], axis=-1).ravel(),
            noise.ravel(),
        ]
    ).astype(np.float32)


def unpack(vector: NDArray[np.floating], spec: KickSpec = SPEC) -> KickFrames:
    """Inverse of `pack`; values that no sound has are clipped."""
    where = layout(spec)
    x = vector.astype(np.float64)
    f0 = np.clip(50.0 * np.exp2(x[where.pitch]), spec.f0_low_hz, spec.f0_high_hz)
    pairs = x[where.harmonics].reshape(spec.n_frames, spec.n_harmonics, 2)
    shaped = pairs[..., 0] + 1j * pairs[..., 1]
    companded = np.abs(shaped)
    unsure = np.full(spec.n_harmonics, UNSURE)
    unsure[0] = UNSURE_FUNDAMENTAL
    shaped = shaped * np.clip(companded / unsure - 1.0, 0.0, 1.0)
    companded = np.abs(shaped)
    magnitude = _expand(np.minimum(companded, 1.1), spec.amplitude_floor)
    harmonics = np.asarray(shaped / np.maximum(companded, 1e-12) * magnitude, dtype=np.complex128)
    noise = np.clip(x[where.noise].reshape(spec.n_frames, spec.n_bands), 0.0, 1.1)
    return KickFrames(f0, harmonics, (1.0 - noise) * spec.noise_floor_db)


def _compand(magnitude: NDArray[np.float64], floor: float) -> NDArray[np.float64]:
    return np.asarray(np.log1p(magnitude / floor) / np.log1p(1.0 / floor))


def _expand(companded: NDArray[np.float64], floor: float) -> NDArray[np.float64]:
    return np.asarray(floor * np.expm1(companded * np.log1p(1.0 / floor)))
