"""From nothing to a shipped model: data, basis, autoencoder, flow, guidance, export. Every stage resumes."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from klangwerk.engines.kick.sliders import SliderScale
from klangwerk.engines.kick.spec import SPEC
from klangwerk.training.kick import dataset
from klangwerk.training.kick.autoencoder import train_autoencoder
from klangwerk.training.kick.calibration import latent_shrink
from klangwerk.training.kick.codec import FrameCodec, fit
from klangwerk.training.kick.conditions import fit_scale
from klangwerk.training.kick.export import export_bundle
from klangwerk.training.kick.flow import LatentBatches, distil_guidance, train_flow
from klangwerk.training.kick.networks import Autoencoder, VelocityField
from klangwerk.training.kick.refine import refine_decoder

log = logging.getLogger(__name__)

SHIPPED_NAME, SHIPPED_VERSION, LICENCE = "klangwerk-kick", "1.0", "Apache-2.0"
HELD_OUT = 16  # one shard in so many is never trained on


@dataclass(frozen=True)
class Plan:
    """How much of everything. The defaults are those of the shipped model."""

    kicks: int = 28_672
    basis_kicks: int = 2_560
    autoencoder_steps: int = 12_000
    flow_steps: int = 26_000
    guidance_steps: int = 5_000
    decoder_steps: int = 2_500
    seed: int = 7


SMOKE = Plan(
    kicks=512, basis_kicks=384, autoencoder_steps=60, flow_steps=60, guidance_steps=20, decoder_steps=20
)


@dataclass(frozen=True)
class Trained:
    """Everything the export needs."""

    autoencoder: Autoencoder
    codec: FrameCodec
    centre: Tensor
    spread: Tensor
    flow: VelocityField
    shrink: Tensor
    scale: SliderScale


def train_synthetic(work: Path, plan: Plan, *, workers: int) -> Path:
    """The shipped model: synthetic kicks only. Returns the archive."""
    dataset.build(
        work / "data", count=plan.kicks, basis_count=plan.basis_kicks, seed=plan.seed, workers=workers
    )
    return train_on(work / "data", work, plan, name=SHIPPED_NAME, version=SHIPPED_VERSION, licence=LICENCE)


def train_on(
    data: Path,
    work: Path,
    plan: Plan,
    *,
    name: str,
    version: str,
    licence: str,
    extra: tuple[Path, int] | None = None,
) -> Path:
    """Train on the shards of a folder, and on so many copies of an extra shard, and export."""
    torch.set_num_threads(os.cpu_count() or 1)
    torch.set_flush_denormal(True)  # fading gradients end in numbers that cost 100 times as long
    kicks = dataset.load(data)
    unseen = _unseen(len(kicks))
    if extra is not None:
        kicks = kicks.with_copies(extra[0], extra[1])
        unseen = np.concatenate([unseen, np.zeros(len(kicks) - len(unseen), dtype=bool)])
    trained = fit_networks(kicks, unseen, data, work, plan)
    return _export(trained, work, name=name, version=version, licence=licence)


def _unseen(count: int) -> NDArray[np.bool_]:
    """(count,) the kicks that are never trained on: one shard in HELD_OUT."""
    unseen = np.arange(count) // dataset.SHARD % HELD_OUT == HELD_OUT - 1
    return unseen if unseen.any() else np.arange(count) % HELD_OUT == HELD_OUT - 1


def _export(trained: Trained, work: Path, *, name: str, version: str, licence: str) -> Path:
    target = work / f"{name}-{version}.kwm"
    digest = export_bundle(
        target,
        flow=trained.flow,
        autoencoder=trained.autoencoder,
        codec=trained.codec,
        centre=trained.centre,
        spread=trained.spread * trained.shrink,
        scale=trained.scale,
        name=name,
        version=version,
        licence=licence,
    )
    log.info("model: %s, %.1f MB, sha256 %s", target, target.stat().st_size / 1e6, digest)
    return target


def fit_networks(kicks: dataset.KickSet, unseen: np.ndarray, data: Path, work: Path, plan: Plan) -> Trained:
    """All networks, resuming from their checkpoints in `work`."""
    codec_path = work / "codec.npz"
    if codec_path.exists():
        codec = FrameCodec.load(codec_path)
    else:
        codec = fit(kicks.packed[~unseen], harmonics_of=dataset.load_basis(data))
        codec.save(codec_path)
    coefficients = torch.from_numpy(
        np.concatenate([codec.encode(kicks.packed[i : i + 1024]) for i in range(0, len(kicks), 1024)])
    )
    train, held_out = coefficients[torch.from_numpy(~unseen)], coefficients[torch.from_numpy(unseen)]
    autoencoder = train_autoencoder(
        train,
        held_out,
        latent=SPEC.latent_dim,
        steps=plan.autoencoder_steps,
        checkpoint=work / "autoencoder.pt",
        seed=plan.seed,
    )
    with torch.no_grad():
        means, log_vars = autoencoder.encode(train)
    centre, spread = means.mean(dim=0), means.std(dim=0).clamp(min=1e-2)
    measured = kicks.measured[~unseen]
    scale = fit_scale(measured)
    ranks = np.array([scale.ranks(tuple(row)) for row in measured])
    batches = LatentBatches(
        (means - centre) / spread,
        log_vars - 2.0 * spread.log(),
        kicks.words[~unseen].astype(np.float32),
        ranks.astype(np.float32),
        seed=plan.seed,
    )
    torch.manual_seed(plan.seed)
    flow = VelocityField(SPEC.latent_dim, kicks.words.shape[1])
    flow = train_flow(batches, flow, steps=plan.flow_steps, checkpoint=work / "flow.pt")
    flow = distil_guidance(batches, flow, steps=plan.guidance_steps, checkpoint=work / "guidance.pt")
    autoencoder = refine_decoder(
        autoencoder,
        codec,
        train,
        torch.from_numpy(kicks.levels[~unseen]),
        steps=plan.decoder_steps,
        checkpoint=work / "decoder.pt",
        seed=plan.seed,
    )
    return Trained(autoencoder, codec, centre, spread, flow, latent_shrink(flow, batches), scale)
