"""Text to kick drum: a latent flow model on ONNX Runtime whose decoder is also the vocoder.

`generate(KickParams(prompt="deep punchy house"), seed=1, model=load_model())` is the whole of it.
"""

from __future__ import annotations

from klangwerk.engines.kick.descriptor import ModelDescriptor, own_model
from klangwerk.engines.kick.generate import ENGINE, ENGINE_VERSION, KickResult, generate, latent_of
from klangwerk.engines.kick.model import KickModel, load_model, shipped
from klangwerk.engines.kick.params import (
    SEED_MAX,
    SLIDERS,
    Interpolation,
    KickParams,
    KickStart,
    SliderRange,
    Variation,
)

__all__ = [
    "ENGINE",
    "ENGINE_VERSION",
    "SEED_MAX",
    "SLIDERS",
    "Interpolation",
    "KickModel",
    "KickParams",
    "KickResult",
    "KickStart",
    "ModelDescriptor",
    "SliderRange",
    "Variation",
    "generate",
    "latent_of",
    "load_model",
    "own_model",
    "shipped",
]
