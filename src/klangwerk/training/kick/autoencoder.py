"""Training the autoencoder on frame coefficients: a few thousand small steps, checkpointed."""

from __future__ import annotations

import copy
import logging
import math
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from klangwerk.training.kick.checkpoints import load_checkpoint, save_checkpoint
from klangwerk.training.kick.networks import Autoencoder

log = logging.getLogger(__name__)

KL_WEIGHT = 2e-4
BATCH = 256


def train_autoencoder(
    coefficients: Tensor, held_out: Tensor, *, latent: int, steps: int, checkpoint: Path, seed: int
) -> Autoencoder:
    """Train on (n, coefficients); returns the averaged weights. Goes on from the checkpoint if there is one."""
    torch.manual_seed(seed)
    net = Autoencoder(coefficients.shape[1], latent)
    average = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)
    start = load_checkpoint(checkpoint, net, average, optimiser)
    began = time.monotonic()
    for step in range(start, steps):
        for group in optimiser.param_groups:
            group["lr"] = 1e-3 * schedule(step, steps)
        batch = coefficients[torch.randint(len(coefficients), (BATCH,))]
        error, kl = losses(net, batch)
        loss = error + KL_WEIGHT * kl
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        blend(average, net, min(0.999, (step + 1) / (step + 10)))
        if (step + 1) % 1000 == 0 or step + 1 == steps:
            save_checkpoint(checkpoint, net, average, optimiser, step + 1)
            with torch.no_grad():
                unseen, unseen_kl = losses(average, held_out[:2048])
            log.info(
                "autoencoder: step %d of %d, error %.4f, unseen %.4f, kl %.1f, %.0f s",
                step + 1, steps, error.item(), unseen.item(), unseen_kl.item(), time.monotonic() - began,
            )  # fmt: skip
    return average.eval()


def losses(net: Autoencoder, batch: Tensor) -> tuple[Tensor, Tensor]:
    """Mean squared error per coefficient, and KL divergence in nats per kick."""
    mean, log_var = net.encode(batch)
    z = mean + torch.randn_like(mean) * (0.5 * log_var).exp()
    error = (net.decode(z) - batch).square().mean()
    kl = 0.5 * (mean.square() + log_var.exp() - 1.0 - log_var).sum(dim=1).mean()
    return error, kl


def schedule(step: int, steps: int, warm_up: int = 200) -> float:
    """Linear warm-up, then a cosine to 2 %."""
    if step < warm_up:
        return (step + 1) / warm_up
    return 0.02 + 0.98 * 0.5 * (1.0 + math.cos(math.pi * (step - warm_up) / max(1, steps - warm_up)))


@torch.no_grad()
def blend(average: nn.Module, net: nn.Module, decay: float) -> None:
    """Exponential moving average of the weights."""
    for a, b in zip(average.parameters(), net.parameters(), strict=True):
        a.lerp_(b, 1.0 - decay)
