"""The decoder learns how loud a kick is: levels in time and frequency, their mean and their spread over kicks.

Squared error on coefficients teaches a best guess, and best guesses are too quiet where they are unsure, and too much
alike. Here the decoder goes on learning on the same latents, with three more terms on log-mel levels: each kick's own,
their mean over kicks, and their standard deviation.
"""

from __future__ import annotations

import copy
import logging
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from klangwerk.engines.kick.finish import finish
from klangwerk.engines.kick.frames import unpack
from klangwerk.engines.kick.vocoder import render
from klangwerk.training.kick.autoencoder import blend, schedule
from klangwerk.training.kick.checkpoints import load_checkpoint, save_checkpoint
from klangwerk.training.kick.codec import FrameCodec
from klangwerk.training.kick.features import log_mel_statistics
from klangwerk.training.kick.frame_decoder import FrameDecoder
from klangwerk.training.kick.levels import FrameLevels
from klangwerk.training.kick.networks import Autoencoder

log = logging.getLogger(__name__)

BATCH = 128
PEAK_RATE = 3e-4
RENDERED = 256  # kicks on which the formula for levels is compared with the rendered sound
OF_KICK, OF_MEAN, OF_SPREAD = 1.0, 10.0, 10.0  # weights of the terms on levels, for 10 dB squared
OF_LEVELS = 0.3


def refine_decoder(
    autoencoder: Autoencoder,
    codec: FrameCodec,
    coefficients: Tensor,
    levels_db: Tensor,
    *,
    steps: int,
    checkpoint: Path,
    seed: int,
) -> Autoencoder:
    """A copy with a better decoder. coefficients (n, c) and levels_db (n, N_FEATURES) of the training kicks."""
    torch.manual_seed(seed)
    net = copy.deepcopy(autoencoder).train()
    average = copy.deepcopy(autoencoder)
    frames, formula = FrameDecoder(codec), FrameLevels()
    with torch.no_grad():
        mean, log_var = autoencoder.encode(coefficients)
        deviation = (0.5 * log_var).exp()
        guessed = frames(autoencoder.decode(mean[:RENDERED]))
        beside = formula(guessed).mean(dim=0) - torch.from_numpy(_rendered(guessed.numpy()))
    wanted = levels_db + beside
    optimiser = torch.optim.AdamW(
        net.decoder.parameters(), lr=PEAK_RATE, betas=(0.9, 0.98), weight_decay=1e-4, fused=True
    )
    start = load_checkpoint(checkpoint, net, average, optimiser)
    began = time.monotonic()
    for step in range(start, steps):
        for group in optimiser.param_groups:
            group["lr"] = PEAK_RATE * schedule(step, steps, warm_up=50)
        rows = torch.randint(len(mean), (BATCH,))
        found = net.decode(mean[rows] + deviation[rows] * torch.randn(BATCH, net.latent))
        error = (found - coefficients[rows]).square().mean()
        loud = formula(frames(found))
        of_kick = (loud - wanted[rows]).square().mean() / 100.0
        of_mean = (loud.mean(dim=0) - wanted[rows].mean(dim=0)).square().mean() / 100.0
        of_spread = (loud.std(dim=0) - wanted[rows].std(dim=0)).square().mean() / 100.0
        loss = error + OF_LEVELS * (OF_KICK * of_kick + OF_MEAN * of_mean + OF_SPREAD * of_spread)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.decoder.parameters(), 1.0)
        optimiser.step()
        blend(average.decoder, net.decoder, min(0.995, (step + 1) / (step + 10)))
        if (step + 1) % 100 == 0 or step + 1 == steps:
            save_checkpoint(checkpoint, net, average, optimiser, step + 1)
            log.info(
                "decoder: step %d of %d, error %.4f, levels %.2f dB, mean %.2f dB, spread %.2f dB, %.0f s",
                step + 1, steps, error.item(),
                *(10.0 * term.sqrt().item() for term in (of_kick, of_mean, of_spread)), time.monotonic() - began,
            )  # fmt: skip
    return average.eval()


def _rendered(packed: np.ndarray) -> np.ndarray:
    """(N_FEATURES,) mean levels of the sounds of packed frames."""
    rng = np.random.default_rng(0)
    return np.mean([log_mel_statistics(finish(render(unpack(row), rng))) for row in packed], axis=0)
