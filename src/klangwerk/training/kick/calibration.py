"""A last correction before the export: generated latents as far apart as those that the decoder was trained on."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from klangwerk.engines.kick.params import CFG_SCALE_DEFAULT, STEPS_DEFAULT
from klangwerk.engines.kick.sampler import integrate
from klangwerk.training.kick.flow import LatentBatches
from klangwerk.training.kick.networks import VelocityField

SAMPLES = 1024


def latent_shrink(flow: VelocityField, batches: LatentBatches) -> Tensor:
    """(latent,) factor for generated latents: guidance pushes them outwards. From `SAMPLES` at the default settings."""
    batches.rng = np.random.default_rng(0)  # the same conditions however often the training was interrupted
    _, _, _, words, sliders, mask = batches.draw(SAMPLES)
    guidance = torch.full((SAMPLES, 1), CFG_SCALE_DEFAULT)

    def velocity(x: NDArray[np.float32], t: float) -> NDArray[np.float32]:
        with torch.no_grad():
            found = flow(torch.from_numpy(x), torch.full((SAMPLES, 1), t), guidance, words, sliders, mask)
        return np.asarray(found.numpy())

    noise = np.random.default_rng(0).standard_normal((SAMPLES, batches.means.shape[1]), dtype=np.float32)
    made = torch.from_numpy(integrate(velocity, noise, steps=STEPS_DEFAULT))
    learned = (batches.means.var(dim=0) + batches.deviations.square().mean(dim=0)).sqrt()
    return (learned / made.std(dim=0)).clamp(max=1.0)
