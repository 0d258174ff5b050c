"""The original kick generator's network in its documented sizes, with random weights: what ours is timed against.

Written from the published description (layer widths, kernel sizes, latent shape, sampler). Where that leaves a detail
open (which convolution halves the latent, where a skip is taken) the choice is one whose parameters add up to the
published counts; `check_sizes` asserts them. Speed does not depend on the values of the weights.
"""

from __future__ import annotations

import math
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.flop_counter import FlopCounterMode

MELS, MEL_FRAMES = 128, 173
SAMPLES = 88_200
LATENT = (4, 8, 11)
DIFFUSION_STEPS = 1000
SAMPLER_STEPS = 50
CFG_SCALE = 3.0
VOCABULARY = 512  # not published; its embedding is 0.5 % of the diffusion network

PARAMETERS = {"autoencoder": 4.22e6, "diffusion": 5.91e6, "vocoder": 3.65e6}
PARAMETERS_TOLERANCE = 0.03
MACS_PER_KICK = 24e9
MACS_TOLERANCE = 0.05


class ResBlock(nn.Module):
    """Twice GroupNorm, SiLU, 3x3 convolution, around a shortcut; a condition is added in the middle."""

    def __init__(self, inputs: int, outputs: int, condition: int = 0) -> None:
        super().__init__()
        self.first = nn.Sequential(
            nn.GroupNorm(8, inputs), nn.SiLU(), nn.Conv2d(inputs, outputs, 3, padding=1)
        )
        self.second = nn.Sequential(
            nn.GroupNorm(8, outputs), nn.SiLU(), nn.Conv2d(outputs, outputs, 3, padding=1)
        )
        self.condition = nn.Linear(condition, outputs) if condition else None
        self.shortcut = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else nn.Identity()

    def forward(self, x: Tensor, condition: Tensor | None = None) -> Tensor:
        hidden = self.first(x)
        if self.condition is not None:
            hidden = hidden + self.condition(condition)[:, :, None, None]
        return self.shortcut(x) + self.second(hidden)


class Autoencoder(nn.Module):
    """Log-mel spectrogram (1, 128, 173) to latent (4, 8, 11) and back. Only the decoder makes kicks."""

    def __init__(self) -> None:
        super().__init__()
        widths = (1, 32, 64, 128, 256)
        down: list[nn.Module] = []
        for inputs, outputs in pairwise(widths):
            down += [nn.Conv2d(inputs, outputs, 3, stride=2, padding=1), ResBlock(outputs, outputs)]
        self.encoder = nn.Sequential(*down, nn.Conv2d(256, 2 * LATENT[0], 1))
        up: list[nn.Module] = [nn.Conv2d(LATENT[0], 256, 1), ResBlock(256, 256)]
        for inputs, outputs in pairwise(reversed(widths)):
            up.append(nn.ConvTranspose2d(inputs, outputs, 4, stride=2, padding=1))
            if outputs > 1:
                up.append(ResBlock(outputs, outputs))
        self.decoder = nn.Sequential(*up)

    def decode(self, latent: Tensor) -> Tensor:
        return self.decoder(latent)[..., :MELS, :MEL_FRAMES]


class Attention(nn.Module):
    """Self-attention over the positions of a feature map."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(8, width)
        self.queries_keys_values = nn.Conv1d(width, 3 * width, 1)
        self.out = nn.Conv1d(width, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        flat = self.norm(x).flatten(2)
        queries, keys, values = self.queries_keys_values(flat).transpose(1, 2).chunk(3, dim=-1)
        mixed = functional.scaled_dot_product_attention(queries, keys, values)
        return x + self.out(mixed.transpose(1, 2)).view_as(x)


class KeywordEncoder(nn.Module):
    """The mean of the keywords' embeddings; a learnt vector stands for none."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, 64)
        self.out = nn.Linear(64, 256)
        self.nothing = nn.Parameter(torch.zeros(256))

    def forward(self, keywords: Tensor | None) -> Tensor:
        if keywords is None:
            return self.nothing[None]
        return self.out(self.embedding(keywords).mean(dim=1))


class Diffusion(nn.Module):
    """The U-net that predicts the noise in a latent: widths 64, 128, 256; attention at 2 x 3."""

    def __init__(self) -> None:
        super().__init__()
        condition = 256
        self.keywords = KeywordEncoder()
        self.time = nn.Sequential(nn.Linear(64, condition), nn.SiLU(), nn.Linear(condition, condition))
        self.inlet = nn.Conv2d(LATENT[0], 64, 3, padding=1)
        self.fine = ResBlock(64, 128, condition)
        self.halve_fine = nn.Conv2d(128, 128, 3, stride=2, padding=1)
        self.coarse = ResBlock(128, 256, condition)
        self.halve_coarse = nn.Conv2d(256, 256, 3, stride=2, padding=1)
        self.middle = nn.ModuleList(
            [ResBlock(256, 256, condition), Attention(256), ResBlock(256, 256, condition)]
        )
        self.double_coarse = nn.ConvTranspose2d(256, 128, 4, stride=2, padding=1)
        self.join_coarse = nn.Conv2d(128 + 256, 128, 1)
        self.coarse_up = ResBlock(128, 128, condition)
        self.double_fine = nn.ConvTranspose2d(128, 64, 4, stride=2, padding=1)
        self.join_fine = nn.Conv2d(64 + 128, 64, 1)
        self.fine_up = ResBlock(64, 64, condition)
        self.outlet = nn.Conv2d(64, LATENT[0], 3, padding=1)

    def forward(self, x: Tensor, step: Tensor, keywords: Tensor | None) -> Tensor:
        condition = self.time(_sinusoids(step)) + self.keywords(keywords)
        fine = self.fine(self.inlet(x), condition)
        coarse = self.coarse(self.halve_fine(fine), condition)
        before, attention, after = self.middle
        hidden = after(attention(before(self.halve_coarse(coarse), condition)), condition)
        hidden = _crop(self.double_coarse(hidden), coarse)
        hidden = self.coarse_up(self.join_coarse(torch.cat([hidden, coarse], dim=1)), condition)
        hidden = _crop(self.double_fine(hidden), fine)
        hidden = self.fine_up(self.join_fine(torch.cat([hidden, fine], dim=1)), condition)
        return self.outlet(hidden)


class VocoderBlock(nn.Module):
    """A residual branch of HiFi-GAN v1: dilations 1, 3, 5, each followed by an undilated convolution."""

    def __init__(self, width: int, kernel: int) -> None:
        super().__init__()
        self.dilated = nn.ModuleList(
            nn.Conv1d(width, width, kernel, dilation=dilation, padding=dilation * (kernel - 1) // 2)
            for dilation in (1, 3, 5)
        )
        self.plain = nn.ModuleList(
            nn.Conv1d(width, width, kernel, padding=(kernel - 1) // 2) for _ in range(3)
        )

    def forward(self, x: Tensor) -> Tensor:
        for dilated, plain in zip(self.dilated, self.plain, strict=True):
            x = x + plain(functional.leaky_relu(dilated(functional.leaky_relu(x, 0.1)), 0.1))
        return x


class Vocoder(nn.Module):
    """HiFi-GAN v1's generator from 256 channels, upsampling by 8, 8, 2, 2, 2."""

    def __init__(self) -> None:
        super().__init__()
        self.inlet = nn.Conv1d(MELS, 256, 7, padding=3)
        self.ups = nn.ModuleList()
        self.branches = nn.ModuleList()
        width = 256
        for factor, kernel in zip((8, 8, 2, 2, 2), (16, 16, 4, 4, 4), strict=True):
            self.ups.append(
                nn.ConvTranspose1d(width, width // 2, kernel, stride=factor, padding=(kernel - factor) // 2)
            )
            width //= 2
            self.branches.append(nn.ModuleList(VocoderBlock(width, size) for size in (3, 7, 11)))
        self.outlet = nn.Conv1d(width, 1, 7, padding=3)

    def forward(self, mel: Tensor) -> Tensor:
        x = self.inlet(mel)
        for up, branches in zip(self.ups, self.branches, strict=True):
            x = up(functional.leaky_relu(x, 0.1))
            x = torch.stack([branch(x) for branch in branches]).mean(dim=0)
        return torch.tanh(self.outlet(functional.leaky_relu(x, 0.1)))


class OriginalKickNetwork(nn.Module):
    """Keywords to two seconds of audio, as the original did it: 50 DDIM steps with guidance, decoder, vocoder."""

    def __init__(self) -> None:
        super().__init__()
        self.autoencoder = Autoencoder()
        self.diffusion = Diffusion()
        self.vocoder = Vocoder()
        betas = torch.linspace(1e-4, 0.02, DIFFUSION_STEPS)
        self.register_buffer("kept", torch.cumprod(1.0 - betas, dim=0))

    @torch.inference_mode()
    def generate(self, *, seed: int) -> Tensor:
        """(88200,) samples."""
        generator = torch.Generator().manual_seed(seed)
        latent = torch.randn(1, *LATENT, generator=generator)
        keywords = torch.tensor([[1, 2]])  # two words, as in "hit house"
        stride = DIFFUSION_STEPS // SAMPLER_STEPS
        for step in range(DIFFUSION_STEPS - 1, -1, -stride):
            at = torch.tensor([step])
            unguided = self.diffusion(latent, at, None)
            noise = unguided + CFG_SCALE * (self.diffusion(latent, at, keywords) - unguided)
            now, then = self.kept[step], self.kept[max(step - stride, 0)]
            clean = ((latent - (1.0 - now).sqrt() * noise) / now.sqrt()).clamp(
                -3.0, 3.0
            )  # random weights would run away
            latent = then.sqrt() * clean + (1.0 - then).sqrt() * noise
        audio = self.vocoder(self.autoencoder.decode(latent)[:, 0])[0, 0, :SAMPLES]
        return 0.95 * audio / audio.abs().max().clamp(min=1e-9)


def original_network(*, seed: int = 0) -> OriginalKickNetwork:
    """The network with random weights."""
    torch.manual_seed(seed)
    return OriginalKickNetwork().eval().requires_grad_(False)


def check_sizes(network: OriginalKickNetwork) -> dict[str, float]:
    """Parameters of each part and multiply-adds of a kick. Raises AssertionError when one is not as published."""
    sizes: dict[str, float] = {}
    for part, published in PARAMETERS.items():
        sizes[part] = sum(p.numel() for p in getattr(network, part).parameters())
        assert abs(sizes[part] / published - 1.0) <= PARAMETERS_TOLERANCE, (
            f"{part}: {sizes[part]:.0f} parameters"
        )
    counter = FlopCounterMode(display=False)
    with counter:
        network.generate(seed=0)
    sizes["macs"] = counter.get_total_flops() / 2
    assert abs(sizes["macs"] / MACS_PER_KICK - 1.0) <= MACS_TOLERANCE, f"{sizes['macs']:.3g} multiply-adds"
    return sizes


def _sinusoids(step: Tensor) -> Tensor:
    rates = torch.exp(torch.arange(32) * (-math.log(10_000.0) / 31))
    angles = step[:, None] * rates[None]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


def _crop(x: Tensor, like: Tensor) -> Tensor:
    return x[..., : like.shape[-2], : like.shape[-1]]
