"""Log-mel levels of packed frames without rendering them: `features.log_mel_statistics` as a differentiable formula.

Powers of harmonics and noise add up as they do on average over phases; windows, bands and segments are those of
`features`.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import torch
from torch import Tensor, nn

from klangwerk.engines.kick.frames import UNSURE, UNSURE_FUNDAMENTAL, layout
from klangwerk.engines.kick.spec import SPEC
from klangwerk.training.kick.features import FLOOR_DB, HOP, SEGMENTS, WINDOW, hann, mel_bank

GRID_HZ = 10.0  # of the table that says how much of a partial falls into each mel band
MOST_COMPANDED = 1.1


class FrameLevels(nn.Module):
    """(n, size) packed frames to (n, N_FEATURES) levels in dB."""

    reach: Tensor
    partials: Tensor
    bands: Tensor
    mels: Tensor
    unsure: Tensor

    def __init__(self) -> None:
        super().__init__()
        unit = 4.0 / hann().sum() ** 2
        # power of noise of density 1 (one per bin of a window of unit power), and of a partial of amplitude 1
        constants = {
            "reach": _reach() * unit,
            "partials": _partials() * WINDOW / 4.0,
            "bands": _bands(),
            "mels": mel_bank().T
            * (np.fft.rfftfreq(WINDOW, 1.0 / SPEC.sample_rate) >= 0.7 * SPEC.band_low_hz)[:, None],
            "unsure": np.r_[UNSURE_FUNDAMENTAL, np.full(SPEC.n_harmonics - 1, UNSURE)],
        }
        for name, value in constants.items():
            self.register_buffer(name, torch.from_numpy(np.ascontiguousarray(value, dtype=np.float32)))

    def forward(self, packed: Tensor) -> Tensor:
        where = layout()
        f0 = 50.0 * torch.exp2(packed[:, where.pitch])
        shaped = packed[:, where.harmonics].reshape(-1, SPEC.n_frames, SPEC.n_harmonics, 2)
        companded = (shaped.square().sum(dim=-1) + 1e-12).sqrt()
        companded = companded * (companded / self.unsure - 1.0).clamp(0.0, 1.0)
        floor = SPEC.amplitude_floor
        amplitude = floor * torch.expm1(companded.clamp(max=MOST_COMPANDED) * float(np.log1p(1.0 / floor)))
        hz = f0[:, :, None] * torch.arange(1, SPEC.n_harmonics + 1)
        amplitude = amplitude * ((20_000.0 - hz) / 2_000.0).clamp(0.0, 1.0)
        cell = (hz / GRID_HZ).round().long().clamp(max=len(self.partials) - 1)
        body = (amplitude.square()[..., None, :] @ self.partials[cell])[..., 0, :]
        noise_db = (1.0 - packed[:, where.noise].clamp(0.0, 1.1)) * SPEC.noise_floor_db
        noise_db = noise_db.reshape(-1, SPEC.n_frames, SPEC.n_bands)
        noise = torch.exp((noise_db @ self.bands) * float(np.log(10.0) / 10.0)) @ self.mels
        level = 10.0 * torch.log10(self.reach @ (body + noise) + 1e-12)  # (n, windows, mels)
        level = level.clamp(min=FLOOR_DB)
        return torch.cat([level[:, a:b].mean(dim=1) for a, b in pairwise(SEGMENTS)], dim=1)


def _reach() -> np.ndarray:
    """(windows, T) how much of each window's power every frame has."""
    at = np.arange(SEGMENTS[-1])[:, None] * HOP + np.arange(-WINDOW // 2, WINDOW // 2)
    inside = (at >= 0) & (at < SPEC.n_samples)
    position = SPEC.sample_positions[np.clip(at, 0, SPEC.n_samples - 1)]
    weight = hann() ** 2 * inside
    left = np.minimum(position.astype(int), SPEC.n_frames - 2)
    found = np.zeros((len(at), SPEC.n_frames))
    rows = np.broadcast_to(np.arange(len(at))[:, None], at.shape)
    np.add.at(found, (rows, left), weight * (1.0 - (position - left)))
    np.add.at(found, (rows, left + 1), weight * (position - left))
    return found


def _partials() -> np.ndarray:
    """(grid, mels) share of a partial's power that falls into each mel band, the window's main lobe included."""
    hz = np.arange(0.0, SPEC.sample_rate / 2, GRID_HZ)
    bins = np.fft.rfftfreq(WINDOW, 1.0 / SPEC.sample_rate)
    apart = (hz[:, None] - bins[None, :]) * WINDOW / SPEC.sample_rate  # bins
    near = np.where(np.abs(apart) < 4.0, apart, np.nan)
    lobe = np.nan_to_num(np.sinc(near) + 0.5 * np.sinc(near - 1.0) + 0.5 * np.sinc(near + 1.0)) ** 2
    return np.asarray(lobe @ mel_bank().T / 1.5)


def _bands() -> np.ndarray:
    """(B, bins) linear interpolation of band levels in dB."""
    hz = np.fft.rfftfreq(WINDOW, 1.0 / SPEC.sample_rate)
    position = np.interp(hz, SPEC.band_centres_hz, np.arange(SPEC.n_bands))
    return np.maximum(0.0, 1.0 - np.abs(position[None, :] - np.arange(SPEC.n_bands)[:, None]))
