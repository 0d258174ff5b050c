"""The two small networks: an autoencoder on frame coefficients and a velocity field on its latents."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

N_SLIDERS = 6
SLIDER_OCTAVES = 4  # Fourier features per slider, so that small moves of a slider are seen


class ResidualBlock(nn.Module):
    """Pre-norm MLP block."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.up = nn.Linear(width, width)
        self.down = nn.Linear(width, width)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.down(nn.functional.gelu(self.up(self.norm(x))))


def tower(inputs: int, width: int, outputs: int, depth: int) -> nn.Sequential:
    """Linear in, residual blocks, norm, linear out."""
    blocks = [ResidualBlock(width) for _ in range(depth)]
    return nn.Sequential(nn.Linear(inputs, width), *blocks, nn.LayerNorm(width), nn.Linear(width, outputs))


class Autoencoder(nn.Module):
    """Variational autoencoder: (B, coefficients) <-> (B, latent)."""

    def __init__(self, coefficients: int, latent: int, width: int = 512, depth: int = 2) -> None:
        super().__init__()
        self.latent = latent
        self.encoder = tower(coefficients, width, 2 * latent, depth)
        self.decoder = tower(latent, width, coefficients, depth)

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and log-variance, both (B, latent)."""
        mean, log_var = self.encoder(x).chunk(2, dim=1)
        return mean, log_var.clamp(-12.0, 4.0)

    def decode(self, z: Tensor) -> Tensor:
        return self.decoder(z)


class ModulatedBlock(nn.Module):
    """MLP block whose norm is shifted, scaled and gated by the condition (adaLN-zero, Peebles & Xie 2023)."""

    def __init__(self, width: int, condition: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width, elementwise_affine=False)
        self.modulation = nn.Linear(condition, 3 * width)
        self.up = nn.Linear(width, width)
        self.down = nn.Linear(width, width)
        nn.init.zeros_(self.modulation.weight)
        nn.init.zeros_(self.modulation.bias)

    def forward(self, x: Tensor, condition: Tensor) -> Tensor:
        shift, scale, gate = self.modulation(condition).chunk(3, dim=-1)
        h = self.up(self.norm(x) * (1.0 + scale) + shift)
        return x + gate * self.down(nn.functional.gelu(h))


class VelocityField(nn.Module):
    """v(x, t | words, sliders, guidance) of a rectified flow from noise (t=0) to latents (t=1)."""

    def __init__(
        self, latent: int, n_words: int, width: int = 320, condition: int = 160, depth: int = 5
    ) -> None:
        super().__init__()
        self.words = nn.Linear(n_words, condition, bias=False)
        self.sliders = nn.Sequential(
            nn.Linear(N_SLIDERS * (2 + 2 * SLIDER_OCTAVES), condition),
            nn.GELU(),
            nn.Linear(condition, condition),
        )
        self.scalars = nn.Sequential(nn.Linear(64, condition), nn.GELU(), nn.Linear(condition, condition))
        self.merge = nn.Sequential(nn.LayerNorm(condition), nn.Linear(condition, condition), nn.GELU())
        self.inward = nn.Linear(latent, width)
        self.blocks = nn.ModuleList(ModulatedBlock(width, condition) for _ in range(depth))
        self.outward = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, latent))
        nn.init.normal_(self.words.weight, std=0.5)

    def forward(
        self, x: Tensor, t: Tensor, guidance: Tensor, words: Tensor, sliders: Tensor, mask: Tensor
    ) -> Tensor:
        """X (B, latent); t, guidance (B, 1); words (B, n_words) 0/1; sliders in -1..1 and mask 0/1 (B, 6)."""
        count = words.sum(dim=1, keepdim=True).clamp(min=1.0)
        c = (
            self.words(words) / count.sqrt()
            + self.sliders(self.slider_features(sliders, mask))
            + self.scalars(torch.cat([waves(t, 16), waves(guidance.clamp(min=0.0).log1p() / 2.5, 16)], dim=1))
        )
        c = self.merge(c)
        h = self.inward(x)
        for block in self.blocks:
            h = block(h, c)
        return self.outward(h)

    @staticmethod
    def slider_features(sliders: Tensor, mask: Tensor) -> Tensor:
        """(B, 6 * (2 + 2 * octaves)); masked sliders are all zero."""
        features = [mask, sliders * mask]
        for octave in range(SLIDER_OCTAVES):
            angle = sliders * (math.pi * 2.0**octave / 2.0)
            features += [angle.sin() * mask, angle.cos() * mask]
        return torch.cat(features, dim=1)


def waves(value: Tensor, pairs: int) -> Tensor:
    """(B, 1) in 0..1 to (B, 2 * pairs) sines and cosines, 0.25 to 16 periods."""
    frequencies = (
        2.0 * math.pi * torch.logspace(math.log10(0.25), math.log10(16.0), pairs, device=value.device)
    )
    angle = value * frequencies
    return torch.cat([angle.sin(), angle.cos()], dim=1)
