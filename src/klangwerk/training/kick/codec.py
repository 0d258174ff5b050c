"""A linear codec in front of the autoencoder: packed frames to a few hundred whitened coefficients.

Frames of one-shots are highly redundant (all kicks are aligned at their onset), so principal components per group
(pitch, harmonics, noise) keep what can be heard and make the networks small enough to train on two cores.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.kick.frames import KickFrames, layout, pack, unpack
from klangwerk.engines.kick.spec import SPEC, KickSpec

Matrix = NDArray[np.float32]

COMPONENTS = {"pitch": 20, "harmonics": 288, "noise": 76}


@dataclass(frozen=True)
class FrameCodec:
    """mean and weight (size,), basis per group (group size, components), scale of all coefficients."""

    mean: Matrix
    weight: Matrix
    bases: dict[str, Matrix]
    scale: float

    @property
    def n_coefficients(self) -> int:
        return sum(b.shape[1] for b in self.bases.values())

    def keep(self, frames: KickFrames) -> KickFrames:
        """The frames with harmonics reduced to what the basis can say: see `analysis.analyse`."""
        packed = pack(frames)
        kept = packed.copy()
        where = layout().harmonics
        kept[where] = self.decode(self.encode(packed[None]))[0, where]
        return unpack(kept)

    def save(self, path: Path) -> None:
        """One npz file, moved into place."""
        temporary = path.with_suffix(".tmp.npz")
        arrays: dict[str, Any] = {"mean": self.mean, "weight": self.weight, "scale": np.float64(self.scale)}
        arrays |= {f"basis_{name}": basis for name, basis in self.bases.items()}
        np.savez(temporary, **arrays)
        os.replace(temporary, path)

    @classmethod
    def load(cls, path: Path) -> FrameCodec:
        """Inverse of `save`."""
        with np.load(path) as found:
            bases = {name: found[f"basis_{name}"] for name in COMPONENTS}
            return cls(found["mean"], found["weight"], bases, float(found["scale"]))

    def encode(self, packed: NDArray[np.floating]) -> Matrix:
        """(n, size) packed frames to (n, coefficients)."""
        where = layout()
        x = (packed.astype(np.float32) - self.mean) * self.weight
        parts = [x[:, getattr(where, group)] @ basis for group, basis in self.bases.items()]
        return np.asarray(np.concatenate(parts, axis=1) / self.scale, dtype=np.float32)

    def decode(self, coefficients: Matrix) -> Matrix:
        """(n, coefficients) to (n, size) packed frames."""
        where = layout()
        out = np.zeros((len(coefficients), where.size), dtype=np.float32)
        start = 0
        for group, basis in self.bases.items():
            part = coefficients[:, start : start + basis.shape[1]] * self.scale
            out[:, getattr(where, group)] = part @ basis.T
            start += basis.shape[1]
        return out / self.weight + self.mean


def weights(spec: KickSpec = SPEC) -> Matrix:
    """(size,) how much an error in each packed value is heard, by judgement: pitch first, high harmonics least."""
    where = layout(spec)
    weight = np.ones(where.size, dtype=np.float32)
    weight[where.pitch] = 4.0  # 1 % of pitch counts like 2 dB of one harmonic
    per_harmonic = np.arange(1, spec.n_harmonics + 1) ** -0.4
    weight[where.harmonics] = np.tile(np.repeat(per_harmonic, 2), spec.n_frames) * 2.0
    weight[where.noise] = 1.5
    return weight


def fit(
    packed: NDArray[np.floating],
    *,
    seed: int = 0,
    harmonics_of: FrameCodec | None = None,
    components: Mapping[str, int] = COMPONENTS,
) -> FrameCodec:
    """Fit on (n, size) packed frames (float16 is fine) by randomised range finding (Halko et al. 2011, alg. 4.4).

    With `harmonics_of`, mean and basis of the harmonics are taken over: frames made with its `keep` lie in its span.
    """
    rng = np.random.default_rng(seed)
    where = layout()
    mean = packed.mean(axis=0, dtype=np.float64).astype(np.float32)
    weight = weights()
    bases: dict[str, Matrix] = {}
    energy = 0.0
    for group, wanted in components.items():
        part = getattr(where, group)
        if group == "harmonics" and harmonics_of is not None:
            mean[part] = harmonics_of.mean[part]
            bases[group] = harmonics_of.bases[group]
            x = (packed[:, part].astype(np.float32) - mean[part]) * weight[part]
            energy += float(((x @ bases[group]) ** 2).sum())
            continue
        x = (packed[:, part].astype(np.float32) - mean[part]) * weight[part]
        rank = min(wanted, len(x) - 1, x.shape[1])
        q = x.T @ (x @ rng.standard_normal((x.shape[1], rank + 16)).astype(np.float32))
        for _ in range(2):
            q, _ = np.linalg.qr(q)
            q = x.T @ (x @ q)
        q, _ = np.linalg.qr(q)
        _, _, vt = np.linalg.svd(x @ q, full_matrices=False)
        bases[group] = np.ascontiguousarray((q @ vt.T)[:, :rank], dtype=np.float32)
        energy += float(((x @ bases[group]) ** 2).sum())
    total = sum(b.shape[1] for b in bases.values())
    return FrameCodec(mean, weight, bases, float(np.sqrt(energy / len(packed) / total)))
