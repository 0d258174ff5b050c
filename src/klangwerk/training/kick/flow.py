"""Training the flow: rectified flow matching on latents, then guidance folded into the network.

Phase one learns v(x, t | c) with conditions dropped at random. Phase two teaches a copy, told the guidance scale w,
to give v(x, t) + w (v(x, t | c) - v(x, t)) of the first in one evaluation (guidance distillation, Meng et al. 2023),
so that a guided step costs one network call instead of two.
"""

from __future__ import annotations

import copy
import logging
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from klangwerk.engines.kick.params import CFG_SCALE_MAX
from klangwerk.training.kick.autoencoder import blend, schedule
from klangwerk.training.kick.checkpoints import load_checkpoint, save_checkpoint
from klangwerk.training.kick.conditions import Array, thinned
from klangwerk.training.kick.networks import VelocityField

log = logging.getLogger(__name__)

BATCH = 256


class LatentBatches:
    """Endless training batches: noisy latents with thinned conditions."""

    def __init__(self, means: Tensor, log_vars: Tensor, words: Array, sliders: Array, seed: int) -> None:
        self.means, self.deviations = means, (0.5 * log_vars).exp()
        self.words, self.sliders = words, sliders
        self.rng = np.random.default_rng(seed)

    def draw(self, n: int) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """x_t, t, target velocity, words, sliders, mask."""
        rows = self.rng.integers(len(self.means), size=n)
        z = self.means[rows] + self.deviations[rows] * torch.randn(n, self.means.shape[1])
        conditions = thinned(self.words[rows], self.sliders[rows], self.rng)
        noise = torch.randn_like(z)
        t = torch.rand(n, 1)
        return (
            (1.0 - t) * noise + t * z,
            t,
            z - noise,
            torch.from_numpy(conditions.words),
            torch.from_numpy(conditions.sliders),
            torch.from_numpy(conditions.mask),
        )


def train_flow(batches: LatentBatches, net: VelocityField, *, steps: int, checkpoint: Path) -> VelocityField:
    """Phase one. Returns the averaged weights; goes on from the checkpoint."""

    def loss(network: VelocityField) -> Tensor:
        x, t, target, words, sliders, mask = batches.draw(BATCH)
        return (network(x, t, torch.ones_like(t), words, sliders, mask) - target).square().mean()

    return _optimise("flow", net, loss, steps=steps, peak=1e-3, checkpoint=checkpoint)


def distil_guidance(
    batches: LatentBatches, teacher: VelocityField, *, steps: int, checkpoint: Path
) -> VelocityField:
    """Phase two."""
    teacher = teacher.eval()

    def loss(network: VelocityField) -> Tensor:
        x, t, _, words, sliders, mask = batches.draw(BATCH)
        guidance = CFG_SCALE_MAX * torch.rand(BATCH, 1).square()  # small scales are what people use
        one = torch.ones_like(t)
        with torch.no_grad():
            with_condition = teacher(x, t, one, words, sliders, mask)
            without = teacher(x, t, one, words * 0.0, sliders * 0.0, mask * 0.0)
            target = without + guidance * (with_condition - without)
        error = (network(x, t, guidance, words, sliders, mask) - target).square().mean(dim=1, keepdim=True)
        return (error / (1.0 + guidance)).mean()

    return _optimise(
        "guidance", copy.deepcopy(teacher).train(), loss, steps=steps, peak=5e-4, checkpoint=checkpoint
    )


def _optimise(
    name: str,
    net: VelocityField,
    loss_of: Callable[[VelocityField], Tensor],
    *,
    steps: int,
    peak: float,
    checkpoint: Path,
) -> VelocityField:
    average = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=peak, betas=(0.9, 0.98), weight_decay=1e-3, fused=True)
    start = load_checkpoint(checkpoint, net, average, optimiser)
    began, running = time.monotonic(), 0.0
    for step in range(start, steps):
        for group in optimiser.param_groups:
            group["lr"] = peak * schedule(step, steps)
        loss = loss_of(net)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        blend(average, net, min(0.9995, (step + 1) / (step + 10)))
        running += (loss.item() - running) / min(step - start + 1, 1000)
        if (step + 1) % 2000 == 0 or step + 1 == steps:
            save_checkpoint(checkpoint, net, average, optimiser, step + 1)
            log.info(
                "%s: step %d of %d, loss %.4f, %.0f s",
                name,
                step + 1,
                steps,
                running,
                time.monotonic() - began,
            )
    return average.eval()
