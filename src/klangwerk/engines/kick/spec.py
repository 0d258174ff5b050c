"""The one set of numbers that training, the ONNX files and inference agree on.

A kick is described by spectral frames on a time grid that is dense at the onset and sparse in the tail
(`frame_times_s`). Each frame holds the body's fundamental, the complex amplitudes of its harmonics relative to
the running phase of the fundamental, and the power of noise in frequency bands. Phase is an integral, so the body
is continuous by construction: there are no grains.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float64]


@dataclass(frozen=True)
class KickSpec:
    """Sizes and units of the kick model. Stamped into the ONNX metadata and compared when a model is loaded."""

    version: int = 1
    sample_rate: int = 44_100  # Hz
    n_samples: int = 88_200  # 2.0 s
    n_frames: int = 96
    grid_s: float = 0.02  # knee of the time grid: linear before, logarithmic after
    n_harmonics: int = 48
    n_bands: int = 24
    band_low_hz: float = 120.0  # below this everything belongs to the body
    band_high_hz: float = 20_000.0
    amplitude_floor: float = 2e-3  # -54 dB: where companding turns from logarithmic to linear
    noise_floor_db: float = -130.0  # power density that counts as silence, dB re 1 per bin
    f0_low_hz: float = 18.0
    f0_high_hz: float = 6_000.0
    latent_dim: int = 64

    @cached_property
    def frame_times_s(self) -> Float:
        """(n_frames,) seconds, 0 to the end of the sound."""
        u = np.linspace(0.0, np.log1p(self.n_samples / self.sample_rate / self.grid_s), self.n_frames)
        return np.asarray(self.grid_s * np.expm1(u))

    @cached_property
    def sample_positions(self) -> Float:
        """(n_samples,) position of every sample on the frame axis, 0 .. n_frames - 1."""
        t = np.arange(self.n_samples) / self.sample_rate
        scale = (self.n_frames - 1) / np.log1p(self.n_samples / self.sample_rate / self.grid_s)
        return np.asarray(np.log1p(t / self.grid_s) * scale)

    @cached_property
    def band_centres_hz(self) -> Float:
        """(n_bands,) equally spaced on the mel scale (O'Shaughnessy's formula)."""

        def mel(hz: float) -> float:
            return 2595.0 * float(np.log10(1.0 + hz / 700.0))

        centres = np.linspace(mel(self.band_low_hz), mel(self.band_high_hz), self.n_bands)
        return np.asarray(700.0 * (10.0 ** (centres / 2595.0) - 1.0))

    @property
    def stamp(self) -> str:
        """Canonical JSON of every field: what is written into a model's metadata."""
        return json.dumps(asdict(self), sort_keys=True)

    @property
    def digest(self) -> str:
        """Short hash of the stamp, for messages."""
        return hashlib.sha256(self.stamp.encode()).hexdigest()[:12]


SPEC = KickSpec()
